"""Visits that wait for the one at the desk, or for whoever is next; and those of theirs that somebody has taken."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desk.model.ids import VisitId
from i18n.translator import Translator
from ui.speaking import Speaking
from ui.theme.roles import Role
from ui.theme.tokens import Space
from ui.widgets.card_button import CardButton
from ui.widgets.layouts import clear, column
from ui.widgets.text import Text


@dataclass(frozen=True, slots=True)
class WaitingVisit:
    """By number and by whom alone: nothing of what it is about is shown at the counter."""

    visit: VisitId
    number: int
    by: str
    for_me: bool
    on: date


@dataclass(frozen=True, slots=True)
class TakenVisit:
    """One that I handed over, and who has it now."""

    number: int
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class WaitingState:
    """All of it; nothing is seen when there is nothing."""

    waiting: tuple[WaitingVisit, ...] = ()
    taken: tuple[TakenVisit, ...] = ()


class WaitingBox(Speaking, QWidget):
    """Renders a ``WaitingState``."""

    visit_requested = Signal(object)
    """Take this one over (``VisitId``)."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._state = WaitingState()
        self._title = Text(Role.HEADING)
        self.tiles: list[CardButton] = []
        self._inside = column(gap=Space.S)
        layout = column(self, gap=Space.S)
        layout.addWidget(self._title)
        layout.addLayout(self._inside)
        self.hide()
        self.retranslate()

    def render_state(self, state: WaitingState) -> None:
        """Show a state."""
        self._state = state
        self.setVisible(bool(state.waiting or state.taken))
        self.retranslate()

    def retranslate(self) -> None:
        self._title.setText(self.words.text("Handed over"))
        clear(self._inside)
        self.tiles = [self._tile(each) for each in self._state.waiting]
        for tile in self.tiles:
            self._inside.addWidget(tile)
            tile.show()
        for each in self._state.taken:
            line = Text(Role.MUTED)
            line.setText(self._taken(each))
            self._inside.addWidget(line)
            line.show()

    def _tile(self, visit: WaitingVisit) -> CardButton:
        words, formats = self.words, self._translator.formats
        about = words.text("Waits for you") if visit.for_me else words.text("Waits for whoever is next")
        day = formats.on_date(visit.on)
        small = words.text("From {name}, {day}", name=visit.by, day=day) if visit.by else day
        tile = CardButton()
        tile.set_words(words.text("Visit {number}", number=visit.number), about, small)
        tile.clicked.connect(partial(self._ask, visit.visit))
        return tile

    def _taken(self, visit: TakenVisit) -> str:
        words, time = self.words, self._translator.formats.time_of_day(visit.at.time())
        if visit.by:
            return words.text(
                "{name} took visit {number} over at {time}.", name=visit.by, number=visit.number, time=time
            )
        return words.text("Somebody took visit {number} over at {time}.", number=visit.number, time=time)

    def _ask(self, visit: VisitId, _checked: bool = False) -> None:
        self.visit_requested.emit(visit)
