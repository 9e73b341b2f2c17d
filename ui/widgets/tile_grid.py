"""Tiles in as many columns as their words have room for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.theme.tokens import Space

_TILE_IN_CHARACTERS = 34
_MOST_COLUMNS = 3


class TileGrid(QWidget):
    """Lays widgets out in rows of equal columns, anew when the width or the text size changes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tiles: tuple[QWidget, ...] = ()
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(int(Space.S))

    @property
    def columns(self) -> int:
        """How many tiles stand beside one another now."""
        return max(1, self._columns)

    def set_tiles(self, tiles: Sequence[QWidget]) -> None:
        """Show other tiles; the ones that are gone are let go."""
        for old in self._tiles:
            if old not in tiles:
                old.hide()
                old.deleteLater()
        self._tiles = tuple(tiles)
        self._columns = 0
        self._lay_out()
        for tile in tiles:
            tile.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._lay_out()

    def _lay_out(self) -> None:
        wanted = self.fontMetrics().averageCharWidth() * _TILE_IN_CHARACTERS
        columns = min(max(1, self.width() // max(1, wanted)), _MOST_COLUMNS)
        if columns == self._columns:
            return
        self._columns = columns
        for number, tile in enumerate(self._tiles):
            self._grid.addWidget(tile, number // columns, number % columns)
        for column in range(_MOST_COLUMNS):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
