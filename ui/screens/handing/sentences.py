"""Sentences, each in a line of its own: the next line appears when the one before it has words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desk.usecases.handing_words import LONGEST_WORDS
from i18n.translator import Translator
from ui.speaking import Speaking
from ui.theme.roles import Role
from ui.theme.tokens import Space
from ui.widgets.choice_field import ChoiceField
from ui.widgets.form_row import FormRow
from ui.widgets.layouts import column
from ui.widgets.line_field import LineField
from ui.widgets.text import Text

_MOST = 8


class SentenceLines(Speaking, QWidget):
    """What is told, word for word; what the citizen answered can be taken in as it stands."""

    changed = Signal()
    """Other words than before."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._label, self._hint = Text(Role.STRONG), Text(Role.MUTED)
        self.lines = tuple(LineField(70) for _ in range(_MOST))
        self.take = ChoiceField()
        self._take_row = FormRow(self.take)
        layout = column(self, gap=Space.S)
        layout.addWidget(self._take_row)
        layout.addWidget(self._label)
        layout.addWidget(self._hint)
        for line in self.lines:
            line.setMaxLength(LONGEST_WORDS)
            line.textChanged.connect(self._edited)
            layout.addWidget(line)
        self.take.activated.connect(self._taken)
        self._show_lines()
        self.retranslate()

    def show_said(self, said: Sequence[str]) -> None:
        """Offer what the citizen answered."""
        self.take.clear()
        self.take.addItem(self.words.text("Choose an answer…"), "")
        for each in said:
            self.take.addItem(each, each)
        self._take_row.setVisible(bool(said))

    def clear(self) -> None:
        """Let go of every word."""
        for line in self.lines:
            line.clear()
        self._show_lines()

    @property
    def sentences(self) -> tuple[str, ...]:
        """What is told."""
        return tuple(text for line in self.lines if (text := line.text().strip()))

    def retranslate(self) -> None:
        words = self.words
        self._label.setText(words.text("What is told, word for word"))
        self._hint.setText(words.text("Only what the agency needs. No identity code."))
        self._take_row.set_words(words.text("Take in what the citizen answered"))
        for number, line in enumerate(self.lines, start=1):
            line.setAccessibleName(words.text("Sentence {number}", number=number))

    def _show_lines(self) -> None:
        shown = True
        for line in self.lines:
            line.setVisible(shown)
            shown = shown and bool(line.text().strip())

    @Slot()
    def _edited(self) -> None:
        self._show_lines()
        self.changed.emit()

    @Slot()
    def _taken(self) -> None:
        said = self.take.currentData()
        free = next((line for line in self.lines if not line.text().strip()), None)
        if said and free is not None:
            free.setText(said)
        self.take.setCurrentIndex(0)
