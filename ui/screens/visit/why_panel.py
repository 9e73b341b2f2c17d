"""Why a step is here, or is not, and what would change it: asked for in place, as answers are tried for it."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desk.errands.why_view import StepWhy
from i18n.translator import Translator
from ui.screens.visit.part import Part
from ui.speaking import Speaking
from ui.theme.tokens import Space
from ui.widgets.buttons import LinkButton
from ui.widgets.layouts import column


class WhyPanel(Speaking, QWidget):
    """Shut until somebody wonders; open, it asks anew whenever the path is another."""

    asked = Signal()
    """Explain it."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._why: StepWhy | None = None
        self.link = LinkButton()
        self.link.setCheckable(True)
        self.link.toggled.connect(self._toggled)
        self._rule, self._counting, self._turns = Part(), Part(), Part()
        self._inside = QWidget()
        inside = column(self._inside, gap=Space.S)
        for part in (self._turns, self._rule, self._counting):
            inside.addWidget(part)
        self._inside.hide()
        layout = column(self, gap=Space.S)
        layout.addWidget(self.link)
        layout.addWidget(self._inside)
        self.retranslate()

    def about(self, name: str) -> None:
        """Say aloud which step it is of; an open explanation is asked for anew."""
        self.link.setAccessibleDescription(name)
        if self.link.isChecked():
            self.asked.emit()
        else:
            self._why = None  # what was said of an earlier path does not come first when it is opened

    def show_why(self, why: StepWhy) -> None:
        """Show an explanation."""
        self._why = why
        self._inside.setVisible(self.link.isChecked())
        self.retranslate()

    def retranslate(self) -> None:
        words, why = self.words, self._why
        self.link.setText(words.text("The rule, and what would change this"))
        if why is None:
            return
        self._turns.say(words.text("What would change this"), list(why.turns))
        self._rule.say(words.text("The rule"), [*why.rule, *why.rows])
        self._counting.say(words.text("How the day is counted"), list(why.counting))
        self._inside.setAccessibleName("\n".join((*why.turns, *why.rule, *why.rows, *why.counting)))

    @Slot(bool)
    def _toggled(self, opened: bool) -> None:
        if opened:
            self.asked.emit()
        self._inside.setVisible(opened and self._why is not None)
