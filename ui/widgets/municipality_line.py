"""A field to pick municipalities by name, in any of their languages. What is picked leaves at once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QWidget

from ui.widgets.line_field import LineField
from ui.widgets.municipality_field import Municipality

_WIDTH_IN_CHARACTERS = 34
_SHOWN = 8


class MunicipalityLine(LineField):
    """Completes names; ``picked`` is a code, ``refused`` a text that is no municipality."""

    picked = Signal(str)
    """A municipality was picked (its code)."""
    refused = Signal()
    """What stands in the field names no municipality."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_WIDTH_IN_CHARACTERS, parent)
        self._codes: dict[str, str] = {}
        self._model = QStringListModel(self)
        completer = QCompleter(self._model, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setMaxVisibleItems(_SHOWN)
        completer.activated.connect(self._give)
        self.setCompleter(completer)
        self.returnPressed.connect(self._give)

    def set_municipalities(self, municipalities: Sequence[Municipality]) -> None:
        """Offer these."""
        self._codes = {name.casefold(): each.code for each in municipalities for name in each.names}
        names = {name for each in municipalities for name in each.names}
        self._model.setStringList(sorted(names, key=str.casefold))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter belongs to the field: it picks, and presses no button of the screen."""
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()

    @Slot()
    def _give(self) -> None:
        typed = self.text().strip().casefold()
        if not typed:
            return
        begun = {code for name, code in self._codes.items() if name.startswith(typed)}
        code = self._codes.get(typed) or (begun.pop() if len(begun) == 1 else None)
        if code is None:
            self.refused.emit()
        else:
            self.picked.emit(code)
