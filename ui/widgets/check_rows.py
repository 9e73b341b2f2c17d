"""Any number of answers, none of them too: rows to tick, and one button that says it is all."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desk.model.facts import Said
from i18n.translator import Translator
from ui.widgets.answer_editor import AnswerEditor
from ui.widgets.answer_row import CheckRow, RadioRow
from ui.widgets.buttons import button
from ui.widgets.layouts import row
from ui.widgets.radio_rows import DIGITS, Option


class CheckRows(AnswerEditor):
    """Rows for choices. Nothing is said before the button: ticking is not yet an answer."""

    def __init__(self, translator: Translator, options: Sequence[Option], parent: QWidget | None = None) -> None:
        super().__init__(translator, parent)
        self._rows: dict[str, CheckRow] = {}
        for number, option in enumerate(options):
            tick = CheckRow(DIGITS[number] if number < len(DIGITS) else "")
            tick.setText(option.label)
            tick.clicked.connect(self._ticked)
            self._rows[option.value] = tick
            self.own.addWidget(tick)
        self.ready = button()
        self.ready.clicked.connect(self._say)
        beside = row()
        beside.addWidget(self.ready)
        beside.addStretch(1)
        self.own.addLayout(beside)
        self.retranslate()

    def retranslate(self) -> None:
        super().retranslate()
        words = self.words
        ticked = any(tick.isChecked() for tick in self._rows.values())
        self.ready.setText(words.text("These are all") if ticked else words.text("None of these"))

    def set_labels(self, options: Sequence[Option]) -> None:
        """The same options in other words."""
        for option in options:
            self._rows[option.value].setText(option.label)

    def focus_chain(self) -> tuple[QWidget, ...]:
        return (*self._rows.values(), self.ready, *super().focus_chain())

    def show_said(self, said: Said | None) -> None:
        super().show_said(said)
        ticked = said if isinstance(said, tuple) else ()
        for value, tick in self._rows.items():
            tick.setChecked(value in ticked)
        self.retranslate()

    def typed(self, character: str) -> bool:
        for tick in self._rows.values():
            if character and tick.key == character:
                tick.click()
                return True
        return super().typed(character)

    def enter(self, part: QWidget) -> None:
        if isinstance(part, RadioRow):
            super().enter(part)
        else:
            self._say()

    @Slot()
    def _ticked(self) -> None:
        self.unknown.setChecked(False)
        self.declined.setChecked(False)
        self.retranslate()

    @Slot()
    def _say(self) -> None:
        self.said.emit(tuple(sorted(value for value, tick in self._rows.items() if tick.isChecked())))
