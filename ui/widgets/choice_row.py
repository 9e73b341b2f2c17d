"""A choice in a form: a list to choose from with its label above it, filled from a table of words."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Generic, TypeVar

from PySide6.QtWidgets import QWidget

from ui.widgets.choice_field import ChoiceField
from ui.widgets.form_row import FormRow

_Choice = TypeVar("_Choice", bound=StrEnum)


class ChoiceRow(FormRow, Generic[_Choice]):
    """One of the members of an enum, or none where ``none`` is a word."""

    def __init__(self, kind: type[_Choice], parent: QWidget | None = None) -> None:
        self.list = ChoiceField()
        super().__init__(self.list, parent)
        self._kind = kind

    def set_choices(self, names: Mapping[_Choice, str], none: str = "") -> None:
        """Name the choices; what was chosen stays."""
        chosen = self.chosen
        self.list.blockSignals(True)
        self.list.clear()
        if none:
            self.list.addItem(none, "")
        for value, name in names.items():
            self.list.addItem(name, value.value)
        self.choose(chosen)
        self.list.blockSignals(False)

    def choose(self, value: _Choice | None) -> None:
        """Show a choice."""
        self.list.setCurrentIndex(max(0, self.list.findData(value.value if value is not None else "")))

    @property
    def chosen(self) -> _Choice | None:
        """What is chosen now."""
        data = self.list.currentData()
        return self._kind(data) if data else None
