"""Meetings with an authority's expert: booked where an agreement lets this desk arrange them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desk.errors import DeskError
from desk.model.expert_meeting import Connection
from desk.model.ids import AgencyId
from desk.usecases.experts import ExpertOffer, ExpertWish, ShownMeeting
from i18n.translator import NP_, Translator
from ui.messages import words_of
from ui.speaking import Speaking
from ui.theme.roles import Role
from ui.theme.tokens import Space
from ui.widgets.buttons import Button, button
from ui.widgets.choice_field import ChoiceField
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.day_field import DayField
from ui.widgets.form_row import FormRow
from ui.widgets.group_card import GroupCard
from ui.widgets.layouts import clear, column
from ui.widgets.line_field import LineField
from ui.widgets.text import Text
from ui.widgets.wrap_row import WrapRow

CONNECTIONS = {
    Connection.VIDEO: NP_("connection to an expert", "We open a video connection"),
    Connection.PHONE: NP_("connection to an expert", "The expert calls the service point"),
    Connection.OWN_DEVICE: NP_("connection to an expert", "The citizen's own device, with our help"),
}


class ExpertPart(Speaking, QWidget):
    """Renders offers and meetings."""

    booked = Signal(object, str)
    """Book this (``ExpertWish``), in the place of a meeting that is moved (``HandingId``) or anew (empty)."""
    cancelled = Signal(str)
    """It does not take place (``HandingId``)."""
    slip_requested = Signal(str)
    """On paper (``HandingId``)."""

    def __init__(self, translator: Translator, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._offers: tuple[ExpertOffer, ...] = ()
        self._meetings: tuple[ShownMeeting, ...] = ()
        self._refused: DeskError | None = None
        self._moving: ShownMeeting | None = None
        self._slips: list[Button] = []
        self._title, self._hint, self._bring = Text(Role.HEADING), Text(Role.MUTED), Text()
        self._list = GroupCard()
        self.agency, self.day = ChoiceField(), DayField(translator, today)
        self.time, self.room = LineField(8), LineField(30)
        self._connection = ChoiceRow(Connection)
        self._agency_row, self._time_row, self._room_row = (
            FormRow(field) for field in (self.agency, self.time, self.room)
        )
        self.book, self.stay = button(Role.PRIMARY), button(Role.QUIET)
        self.book.clicked.connect(self._book)
        self.stay.clicked.connect(self._stay)
        self.agency.currentIndexChanged.connect(self._say_bring)
        ways = WrapRow()
        ways.add(self.book)
        ways.add(self.stay)
        self._form, self._form_title = QWidget(), Text(Role.STRONG)
        form = column(self._form, gap=Space.M)
        fields: tuple[QWidget, ...] = (self.day, self._time_row, self._room_row, self._connection)
        for field in (self._form_title, self._agency_row, self._bring, *fields, ways):
            form.addWidget(field)
        layout = column(self, gap=Space.M)
        for part in (self._title, self._hint, self._list, self._form):
            layout.addWidget(part)
        self.retranslate()

    def show_meetings(self, offers: tuple[ExpertOffer, ...], meetings: tuple[ShownMeeting, ...]) -> None:
        """Show what can be booked, and what is."""
        booked = len(meetings) > len(self._meetings)
        moved = self._moving is not None and self._moving not in meetings
        self._offers, self._meetings, self._refused = tuple(o for o in offers if o.help.is_handled), meetings, None
        if booked or moved:
            self._empty()
        self.retranslate()

    def forget(self) -> None:
        """Nothing of the visit stays."""
        self._empty()
        self.show_meetings((), ())

    def refuse(self, error: DeskError) -> None:
        """Say at the form why nothing was booked."""
        self._refused = error
        self.retranslate()

    def retranslate(self) -> None:
        words = self.words
        self._title.setText(words.text("Meet an authority's expert here"))
        self._hint.setText(
            words.text("The remote service of these authorities can be used at this desk.")
            if self._offers
            else words.text(
                "No agreement gives this desk the remote service of an authority in this visit. Advise how to book."
            )
        )
        self._form.setVisible(bool(self._offers))
        chosen = self.agency.currentData()
        self.agency.blockSignals(True)
        self.agency.clear()
        for offer in self._offers:
            self.agency.addItem(offer.name, offer.agency)
        self.agency.setCurrentIndex(max(0, self.agency.findData(chosen)))
        self.agency.blockSignals(False)
        self._agency_row.set_words(words.text("Authority"))
        self.day.set_words(words.text("Day"))
        self._time_row.set_words(words.text("Time"), words.text("for example 13.30"))
        self._room_row.set_words(words.text("Room"))
        self._connection.set_words(words.text("How the connection is opened"))
        self._connection.set_choices({each: words.ptext(*said) for each, said in CONNECTIONS.items()})
        self._form_title.say(self._what_is_moved())
        self._agency_row.setVisible(self._moving is None)
        self.stay.setVisible(self._moving is not None)
        self.stay.setText(words.text("Leave it as it is"))
        self.book.setText(words.text("Book") if self._moving is None else words.text("Move the meeting"))
        told = words_of(self._translator, self._refused) if self._refused is not None else None
        self._room_row.set_error(f"{told.what} {told.what_to_do}" if told is not None else "")
        self._say_bring()
        self._say_meetings()

    @Slot()
    def _say_bring(self) -> None:
        offer = next((each for each in self._offers if each.agency == self.agency.currentData()), None)
        bring = ", ".join(each.text for each in offer.bring) if offer is not None else ""
        self._bring.say(self.words.text("To have in hand: {things}.", things=bring) if bring else "")

    def _say_meetings(self) -> None:
        clear(self._list.column)
        self._slips.clear()
        self._list.setVisible(bool(self._meetings))
        self._list.setAccessibleName(self.words.text("Booked meetings"))
        for shown in self._meetings:
            line, told, ways = Text(Role.STRONG), Text(Role.ATTENTION), WrapRow()
            line.setText(self._told(shown))
            told.say(self._what_became(shown))
            for at, (said, wish) in enumerate(self._ways_of(shown)):
                way = button(Role.QUIET)
                way.setText(said)
                way.setAccessibleDescription(line.text())
                way.clicked.connect(wish)
                ways.add(way)
                self._slips += [way] if at == 0 else []
            for part in (line, told, ways):
                self._list.column.addWidget(part)
            ways.show()  # one of them may get the focus at once

    def _ways_of(self, shown: ShownMeeting) -> Iterator[tuple[str, Callable[[], None]]]:
        words, id = self.words, shown.meeting.id
        yield words.text("Slip for the citizen"), partial(self.slip_requested.emit, id)
        if shown.called_off:
            return
        if any(each.agency == shown.meeting.agency for each in self._offers):
            yield words.text("Move…"), partial(self._move, shown)
        yield words.text("Call it off"), partial(self.cancelled.emit, id)

    def _told(self, shown: ShownMeeting) -> str:
        day, clock = self._moment(shown.meeting.at)
        return self.words.text(
            "{agency}: {day}, {time}, {room}", agency=shown.agency, day=day, time=clock, room=shown.meeting.room
        )

    def _what_became(self, shown: ShownMeeting) -> str:
        words = self.words
        if shown.called_off:
            return words.text("Called off. Give the citizen the slip that says so.")
        if shown.meeting.moved_from is None:
            return ""
        day, clock = self._moment(shown.meeting.moved_from)
        return words.text("Moved. It was to be {day}, {time}. Give the citizen the new slip.", day=day, time=clock)

    def _what_is_moved(self) -> str:
        return self.words.text("New time for: {meeting}", meeting=self._told(self._moving)) if self._moving else ""

    def _moment(self, at: datetime) -> tuple[str, str]:
        formats = self._translator.formats
        return formats.long_date(at.date()), formats.time_of_day(at.time())

    def _move(self, shown: ShownMeeting, _checked: bool = False) -> None:
        """The form takes the meeting as it is: only what shall be another is typed."""
        meeting = shown.meeting
        self._moving, self._refused = shown, None
        self.agency.setCurrentIndex(max(0, self.agency.findData(meeting.agency)))
        self.day.show_day(meeting.at.date())
        self.time.setText(f"{meeting.at:%H.%M}")
        self.room.setText(meeting.room)
        self._connection.choose(meeting.connection)
        self.retranslate()
        self.day.line.setFocus()
        self.day.line.selectAll()

    @Slot()
    def _stay(self) -> None:
        self._empty()
        self.retranslate()
        if self._slips:
            self._slips[0].setFocus()

    def _empty(self) -> None:
        self._moving = None
        self.day.show_day(None)
        self.time.clear()
        self.room.clear()

    @Slot()
    def _book(self) -> None:
        typed, clock = self.day.read(), _time_of(self.time.text())
        words = self.words
        self._time_row.set_error(
            "" if clock is not None else words.text("Write the time as hours.minutes, for example 13.30.")
        )
        if typed.ok and typed.day is None:
            self.day.set_error(words.text("Give the day."))
        if not typed.ok or typed.day is None or clock is None:
            return
        at = datetime.combine(typed.day, clock)  # the use case knows the desk's time zone
        agency, connection = AgencyId(self.agency.currentData()), self._connection.chosen or Connection.VIDEO
        moved = str(self._moving.meeting.id) if self._moving is not None else ""
        self.booked.emit(ExpertWish(agency, at, self.room.text(), connection), moved)


def _time_of(typed: str) -> time | None:
    hour, _, minute = typed.strip().replace(":", ".").partition(".")
    try:
        return time(int(hour), int(minute or 0))
    except ValueError:
        return None
