"""Meetings with an authority's expert: booked where an agreement lets this desk arrange them."""

from __future__ import annotations

from collections.abc import Callable
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
from ui.widgets.buttons import button
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

    booked = Signal(object)
    """Book this (``ExpertWish``)."""
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
        self._title, self._hint, self._bring = Text(Role.HEADING), Text(Role.MUTED), Text()
        self._list = GroupCard()
        self.agency, self.day = ChoiceField(), DayField(translator, today)
        self.time, self.room = LineField(8), LineField(30)
        self._connection = ChoiceRow(Connection)
        self._agency_row, self._time_row, self._room_row = (
            FormRow(field) for field in (self.agency, self.time, self.room)
        )
        self.book = button(Role.PRIMARY)
        self.book.clicked.connect(self._book)
        self.agency.currentIndexChanged.connect(self._say_bring)
        ways = WrapRow()
        ways.add(self.book)
        self._form = QWidget()
        form = column(self._form, gap=Space.M)
        fields: tuple[QWidget, ...] = (self.day, self._time_row, self._room_row, self._connection)
        for field in (self._agency_row, self._bring, *fields, ways):
            form.addWidget(field)
        layout = column(self, gap=Space.M)
        for part in (self._title, self._hint, self._list, self._form):
            layout.addWidget(part)
        self.retranslate()

    def show_meetings(self, offers: tuple[ExpertOffer, ...], meetings: tuple[ShownMeeting, ...]) -> None:
        """Show what can be booked, and what is."""
        booked = len(meetings) > len(self._meetings)
        self._offers, self._meetings, self._refused = tuple(o for o in offers if o.help.is_handled), meetings, None
        if booked:
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
        self.book.setText(words.text("Book"))
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
        words, formats = self.words, self._translator.formats
        clear(self._list.column)
        self._list.setVisible(bool(self._meetings))
        self._list.setAccessibleName(words.text("Booked meetings"))
        for shown in self._meetings:
            at = shown.meeting.at
            line, ways = Text(Role.STRONG), WrapRow()
            day, clock = formats.long_date(at.date()), formats.time_of_day(at.time())
            line.setText(
                words.text(
                    "{agency}: {day}, {time}, {room}", agency=shown.agency, day=day, time=clock, room=shown.meeting.room
                )
            )
            for said, wish in (
                (words.text("Slip for the citizen"), self.slip_requested),
                (words.text("Call it off"), self.cancelled),
            ):
                way = button(Role.QUIET)
                way.setText(said)
                way.setAccessibleDescription(line.text())
                way.clicked.connect(partial(wish.emit, shown.meeting.id))
                ways.add(way)
            self._list.column.addWidget(line)
            self._list.column.addWidget(ways)

    def _empty(self) -> None:
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
        self.booked.emit(ExpertWish(agency, at, self.room.text(), connection))


def _time_of(typed: str) -> time | None:
    hour, _, minute = typed.strip().replace(":", ".").partition(".")
    try:
        return time(int(hour), int(minute or 0))
    except ValueError:
        return None
