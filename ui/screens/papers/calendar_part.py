"""The days of a plan for the citizen's own calendar: a file, with the names of the steps only if they want them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from i18n.translator import Translator
from ui.screens.papers.state import PapersState
from ui.shortcuts import Shortcut
from ui.speaking import Speaking
from ui.theme.roles import Role
from ui.theme.tokens import Space
from ui.widgets.answer_row import CheckRow
from ui.widgets.buttons import LinkButton
from ui.widgets.layouts import column
from ui.widgets.text import Text


class CalendarPart(Speaking, QWidget):
    """Beside a plan: a quiet button, and what may be read in a calendar that others see."""

    save_requested = Signal()
    """Save the days as a file."""
    named_changed = Signal(bool)
    """With the names of the steps, or without."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._state = PapersState()
        self.save = LinkButton()
        self.named = CheckRow()
        self._told = Text(Role.MUTED)
        layout = column(self, gap=Space.S)
        for part in (self.save, self.named, self._told):
            layout.addWidget(part)
        self.save.clicked.connect(self.save_requested)
        self.named.clicked.connect(self.named_changed)
        self.retranslate()

    def show_days(self, state: PapersState) -> None:
        """Show whether there is anything for a calendar."""
        self._state = state
        self.setVisible(state.calendar_days is not None)
        self.save.setVisible(bool(state.calendar_days))
        self.named.setVisible(bool(state.calendar_days) and not state.discreet)
        self.named.setChecked(state.calendar_named)
        self.retranslate()

    def retranslate(self) -> None:
        words = self.words
        self.save.setText(words.text("Save as a calendar file {keys}", keys=Shortcut.SAVE_CALENDAR.shown))
        self.named.setText(words.text("With the names of the steps in the calendar"))
        self._told.say(self._what_it_says())

    def _what_it_says(self) -> str:
        words, state = self.words, self._state
        if not state.calendar_days:
            return words.text("No step has a day: there is nothing for a calendar.")
        if state.discreet:
            return words.text(
                "The calendar says only “Palvelutiski” on each day, and does not ring. Ask if it is wanted."
            )
        if state.calendar_named:
            return words.text("Whoever sees the calendar can read what the steps are about. Ask if that is wanted.")
        return ""
