"""One answer of several, as large rows: a click, arrows and Enter, or the digit beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desk.model.facts import Said
from i18n.translator import Translator
from ui.widgets.answer_editor import AnswerEditor
from ui.widgets.answer_row import RadioRow
from ui.widgets.tile_grid import TileGrid

DIGITS = "123456789"


@dataclass(frozen=True, slots=True)
class Option:
    """A value and its words in the clerk's language."""

    value: str
    label: str


class RadioRows(AnswerEditor):
    """Rows for a choice or for yes and no."""

    def __init__(
        self,
        translator: Translator,
        options: Sequence[Option],
        parent: QWidget | None = None,
        *,
        may_be_unsaid: bool = True,
        beside: bool = False,
    ) -> None:
        """``beside``: beside one another where there is room; for a few short ones above other things."""
        super().__init__(translator, parent, may_be_unsaid=may_be_unsaid)
        self._rows: dict[str, RadioRow] = {}
        self._grid = TileGrid() if beside else None
        for number, option in enumerate(options):
            row = RadioRow(DIGITS[number] if number < len(DIGITS) else "")
            row.setText(option.label)
            row.clicked.connect(self._picked)
            self._rows[option.value] = row
            if self._grid is None:
                self.own.addWidget(row)
        if self._grid is not None:
            self._grid.set_tiles(list(self._rows.values()))
            self.own.addWidget(self._grid)
        self.retranslate()

    def set_labels(self, options: Sequence[Option]) -> None:
        """The same options in other words."""
        for option in options:
            self._rows[option.value].setText(option.label)

    def row(self, value: str) -> RadioRow:
        """The row of an option."""
        return self._rows[value]

    @property
    def chosen(self) -> str | None:
        """The option that is chosen now."""
        return next((value for value, row in self._rows.items() if row.isChecked()), None)

    def focus_chain(self) -> tuple[QWidget, ...]:
        return (*(row for row in self._rows.values() if row.isEnabled()), *super().focus_chain())

    def in_a_line(self) -> int:
        columns = self._grid.columns if self._grid is not None else 1
        return columns if columns < len(self._rows) else 1

    def show_said(self, said: Said | None) -> None:
        super().show_said(said)
        for value, row in self._rows.items():
            row.setChecked(value == said)

    def typed(self, character: str) -> bool:
        for row in self._rows.values():
            if character and row.key == character:
                row.click()
                return True
        return super().typed(character)

    @Slot()
    def _picked(self) -> None:
        sender = self.sender()
        for value, row in self._rows.items():
            if row is sender:
                self.show_said(value)
                self.said.emit(value)
                return
