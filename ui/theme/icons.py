"""The program's few pictures: drawn here, one colour each, always beside a word."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

_FOLDER = Path(__file__).with_name("icons")


class Icon(StrEnum):
    """The pictures, by file name."""

    COUNTER = "counter"
    VISIT = "visit"
    PAPERS = "papers"
    SERVICE = "service"
    CATALOGUE = "catalogue"
    POINT = "point"
    DONE = "done"
    ATTENTION = "attention"
    ERROR = "error"
    INFORMATION = "information"
    CALENDAR = "calendar"
    DAYS = "days"
    OPEN = "open"
    SHUT = "shut"
    LOCK = "lock"
    SEARCH = "search"
    CLOSE = "close"


@lru_cache(maxsize=128)
def _renderer(icon: Icon, colour: str) -> QSvgRenderer:
    drawing = (_FOLDER / f"{icon.value}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
    return QSvgRenderer(QByteArray(drawing.encode("utf-8")))


def picture(icon: Icon, colour: QColor, size: int, ratio: float = 1.0) -> QPixmap:
    """An icon as a square pixmap."""
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    _renderer(icon, colour.name()).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap


def icon_of(icon: Icon, widget: QWidget) -> QIcon:
    """An icon in the text colour of a widget, for a button."""
    widget.ensurePolished()  # the colour is the style sheet's
    size = widget.fontMetrics().height()
    return QIcon(picture(icon, widget.palette().color(widget.foregroundRole()), size, widget.devicePixelRatioF()))


class IconMark(QWidget):
    """An icon beside a word, as high as the text. It says nothing by itself, so it has no accessible name."""

    def __init__(self, icon: Icon, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, icon: Icon) -> None:
        """Show another picture."""
        if icon is not self._icon:
            self._icon = icon
            self.update()

    def sizeHint(self) -> QSize:
        height = self.fontMetrics().height()
        return QSize(height, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colour = self.palette().color(self.foregroundRole())
        _renderer(self._icon, colour.name()).render(painter, QRectF(self.rect()))
