"""The one search field of the program. It stands on the counter or in the header, never in both."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from i18n.translator import Translator
from ui.shortcuts import Shortcut
from ui.speaking import Speaking
from ui.theme.roles import Role, set_role

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -5, Qt.Key.Key_PageDown: 5}


class SearchField(Speaking, QLineEdit):
    """Keeps the focus while its arrows move through the results."""

    searched = Signal(str)
    """The text is another one now."""
    moved = Signal(int)
    """Up or down so many results."""
    entered = Signal()
    """Enter: the current result."""
    left = Signal()
    """Escape on an empty field: back to the work."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        set_role(self, Role.LEAD)
        self.setMaxLength(200)
        self.textChanged.connect(self._changed)
        self.retranslate()

    def retranslate(self) -> None:
        words = self.words
        self.setAccessibleName(words.text("Search"))
        how = words.text("Write what it is about, or @ and a name. Arrows go through the results.")
        self.setAccessibleDescription(how)
        self.setPlaceholderText(words.text("What is it about?  {keys}", keys=Shortcut.SEARCH.shown))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.moved.emit(_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif key == Qt.Key.Key_Escape:
            self._escape()
        else:
            super().keyPressEvent(event)

    def _escape(self) -> None:
        if self.text():
            self.clear()
        else:
            self.left.emit()

    @Slot(str)
    def _changed(self, text: str) -> None:
        self.searched.emit(text.strip())
