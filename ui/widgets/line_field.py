"""A field as wide as what is written in it, at every text size."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

_EDGES_IN_CHARACTERS = 4


class LineField(QLineEdit):
    """A line edit that measures itself in characters."""

    def __init__(self, characters: int = 40, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._characters = characters
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def set_characters(self, characters: int) -> None:
        """Change how many characters are seen at once."""
        self._characters = characters
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().averageCharWidth() * (self._characters + _EDGES_IN_CHARACTERS)
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), super().sizeHint().width()), super().minimumSizeHint().height())
