"""The counter: the search, life events, and what is left open. The first thing a clerk sees each morning."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from i18n.translator import Translator
from ui.screens.counter.state import CounterState, LeftOpen
from ui.speaking import Speaking
from ui.theme.roles import Role
from ui.theme.tokens import Space
from ui.widgets.card_button import CardButton
from ui.widgets.layouts import column
from ui.widgets.scroll import ScrollColumn
from ui.widgets.search_field import SearchField
from ui.widgets.text import Mark, Text, plain_tip
from ui.widgets.tile_grid import TileGrid

if TYPE_CHECKING:
    from desk.model.ids import ErrandId, VisitId
    from desk.usecases.visit_view import ErrandView
    from ui.widgets.results import Results


class CounterScreen(Speaking, QWidget):
    """Renders a ``CounterState``."""

    errand_requested = Signal(object)
    """Begin a visit about an errand (``ErrandId``)."""
    visit_requested = Signal(object)
    """Go on with a draft or a kept plan (``VisitId``)."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._state = CounterState()
        self._chosen: dict[QWidget, ErrandId | VisitId] = {}
        layout = column(self, gap=Space.M)
        layout.setContentsMargins(Space.L, Space.L, Space.L, 0)
        self._greeting = Text(Role.TITLE)
        self._greeting.setContentsMargins(Space.S, 0, Space.S, 0)
        layout.addWidget(self._greeting)
        self._search_place = column()
        self._search_place.setContentsMargins(Space.S, 0, Space.S, 0)
        layout.addLayout(self._search_place)
        self._below = QStackedLayout()
        layout.addLayout(self._below, 1)
        self._scroll = ScrollColumn(gap=Space.S, edge=Space.S)
        self._below.addWidget(self._scroll)
        self._results_place = QWidget()
        column(self._results_place).setContentsMargins(Space.S, 0, Space.S, 0)
        self._below.addWidget(self._results_place)
        self._build_groups()
        self.retranslate()

    def render_state(self, state: CounterState) -> None:
        """Show a state."""
        self._state = state
        self._chosen.clear()
        self._persons.set_tiles([self._errand_tile(errand) for errand in state.persons])
        self._companies.set_tiles([self._errand_tile(errand) for errand in state.companies])
        self._drafts.set_tiles([self._open_tile(each, kept=False) for each in state.drafts])
        self._kept.set_tiles([self._open_tile(each, kept=True) for each in state.kept])
        self.retranslate()

    def take_first(self, box: QWidget) -> None:
        """What waits for the one who is here stands before all else."""
        self._scroll.column.insertWidget(0, box)

    def take_news(self, box: QWidget) -> None:
        """What changed is told under what is left open."""
        self._scroll.column.insertWidget(self._scroll.column.count() - 1, box)

    def take_search(self, field: SearchField) -> None:
        """The search stands here now."""
        self._search_place.addWidget(field)

    def take_results(self, results: Results) -> None:
        """What is found is shown here now."""
        layout = self._results_place.layout()
        if layout is not None:
            layout.addWidget(results)
        results.show()

    def show_results(self, shown: bool) -> None:
        """Results take the place of the tiles."""
        self._below.setCurrentIndex(1 if shown else 0)

    def retranslate(self) -> None:
        words, state = self.words, self._state
        self._greeting.setText(words.text("What has happened?"))
        self._persons_title.say(words.text("Life events") if state.helps else "")
        self._companies_title.say(words.text("For companies") if state.helps else "")
        self._no_visits.say(
            ""
            if state.helps
            else words.text("In your role no visits are held. Search for services, or keep the catalogue.")
        )
        self._no_companies.say(
            words.text("Starting, changing and ending a business are not here yet. Search for a service by its name.")
            if state.loaded and state.helps and not state.companies
            else ""
        )
        self._opening.say("" if state.loaded else words.text("Opening the data folder …"))
        self._drafts_title.say(words.text("Left open") if state.drafts else "")
        self._kept_title.say(words.text("Plans kept for follow-up") if state.kept else "")
        self._more_kept.say(
            words.text("These are the newest. Find the others by the code on their paper, or under Days.")
            if state.has_more_kept
            else ""
        )

    def _build_groups(self) -> None:
        inside: QVBoxLayout = self._scroll.column
        self._opening = Text(Role.MUTED)
        self._persons_title, self._companies_title = Text(Role.HEADING), Text(Role.HEADING)
        self._drafts_title, self._kept_title = Text(Role.HEADING), Text(Role.HEADING)
        self._no_companies, self._more_kept, self._no_visits = Text(Role.MUTED), Text(Role.MUTED), Text(Role.MUTED)
        self._persons, self._companies, self._drafts, self._kept = (TileGrid() for _ in range(4))
        groups = (
            (self._no_visits, self._persons_title, self._opening, self._persons),
            (self._companies_title, self._no_companies, self._companies),
            (self._drafts_title, self._drafts),
            (self._kept_title, self._kept, self._more_kept),
        )
        for group in groups:
            for part in group:
                inside.addWidget(part)
            inside.addSpacing(Space.M)
        inside.addStretch(1)

    def _errand_tile(self, errand: ErrandView) -> CardButton:
        tile = CardButton()
        tile.set_words(errand.title)  # one line each: what is left open must be seen below them
        tile.setToolTip(plain_tip(errand.summary))
        tile.setAccessibleDescription(errand.summary)
        tile.clicked.connect(self._errand_pressed)
        self._chosen[tile] = errand.id
        return tile

    def _open_tile(self, left: LeftOpen, *, kept: bool) -> CardButton:
        words, formats = self.words, self._translator.formats
        title = words.text("Visit {number}", number=left.number)
        about = ", ".join(left.errands) or ("" if left.quiet else words.text("No errand chosen yet"))
        day, time = formats.on_date(left.opened_at.date()), formats.time_of_day(left.opened_at.time())
        when = words.text("Opened {day} {time}", day=day, time=time)
        answers = words.ntext("{n} answer", "{n} answers", left.answers)
        # Erased at the first moment of a day: the day before is the last one on which it is there.
        erased = formats.on_date((left.erase_on - timedelta(seconds=1)).date()) if left.erase_on is not None else ""
        until = words.text("is erased on {day}", day=erased) if erased else ""
        tile = CardButton()
        tile.set_words(title, about, "\N{NO-BREAK SPACE}· ".join(part for part in (when, answers, until) if part))
        if left.waits is not None:
            mark = Mark("accent")
            mark.setText(self._for_whom(left))
            tile.marks.addWidget(mark)
        elif left.parked:
            mark = Mark("quiet")
            mark.setText(words.text("parked"))
            tile.marks.addWidget(mark)
        if left.withdrawn:
            mark = Mark("attention")
            mark.setText(words.text("rule withdrawn"))
            tile.marks.addWidget(mark)
        if kept:
            mark = Mark("done")
            mark.setText(words.text("plan given"))
            tile.marks.addWidget(mark)
        tile.clicked.connect(self._visit_pressed)
        self._chosen[tile] = left.visit
        return tile

    def _for_whom(self, left: LeftOpen) -> str:
        if left.for_me:
            return self.words.text("waits for you")
        if not left.waits:
            return self.words.text("waits for whoever is next")
        return self.words.text("waits for {name}", name=left.waits)

    @Slot()
    def _errand_pressed(self) -> None:
        self.errand_requested.emit(self._chosen[self._sending()])

    @Slot()
    def _visit_pressed(self) -> None:
        self.visit_requested.emit(self._chosen[self._sending()])

    def _sending(self) -> QWidget:
        sender = self.sender()
        if not isinstance(sender, QWidget):
            raise TypeError(f"no tile sends {sender}")
        return sender
