"""The sheet's three parts, each no wider than a line can be read: beside one another where there is room for two."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ui.theme.tokens import LINE_CHARACTERS, Space
from ui.widgets.layouts import column

_NARROWEST_IN_CHARACTERS = 48
"""A column beside another is at least as wide as this."""
_AROUND = 2 * Space.L
"""Pixels of a card's frame and of the distance to its words, on both sides together."""


class SheetColumns(QWidget):
    """What the service is; the places and ways; what is more to be read. Narrow: in this order, one below the other.

    Wide: the places and ways stand beside the rest.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = tuple(QWidget() for _ in range(3))
        self.about, self.ways, self.more = (_top_column(part) for part in self._parts)
        self._wide: bool | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(int(Space.XL))
        self._grid.setVerticalSpacing(int(Space.M))
        self._grid.setRowStretch(2, 1)
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._lay_out()

    def _lay_out(self) -> None:
        letter = self.fontMetrics().averageCharWidth()
        widest = letter * LINE_CHARACTERS + _AROUND
        for part in self._parts:
            part.setMaximumWidth(widest)
        wide = self.width() >= 2 * (letter * _NARROWEST_IN_CHARACTERS + _AROUND) + Space.XL
        used = 2 * widest + Space.XL if wide else widest
        for place, share in enumerate((widest, widest if wide else 0, max(0, self.width() - used))):
            self._grid.setColumnStretch(place, share)
        if wide == self._wide:
            return
        self._wide = wide
        about, ways, more = self._parts
        for part in self._parts:
            self._grid.removeWidget(part)
        self._grid.addWidget(about, 0, 0)
        self._grid.addWidget(more, 1 if wide else 2, 0, Qt.AlignmentFlag.AlignTop)
        if wide:
            self._grid.addWidget(ways, 0, 1, 3, 1)
        else:
            self._grid.addWidget(ways, 1, 0)


def _top_column(part: QWidget) -> QVBoxLayout:
    return column(part, gap=Space.M)
