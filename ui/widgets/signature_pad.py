"""A field to sign in with a finger, a pen or a mouse. Whoever has none of them signs on paper."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk.model.mandate import MOST_POINTS, Strokes
from ui.theme.tokens import RADIUS, Space

BOX = (1000, 300)
"""The box that the points of a signature lie in, at every size of the field."""

_WIDTH_IN_CHARACTERS = 60
_LEAST_POINTS = 4
"""A touch in passing is no signature."""
_APART = 0.003
"""Points nearer than this part of the width tell nothing more."""


class SignaturePad(QWidget):
    """Draws what is drawn on it. Fingers and pens come as mouse events too, as nobody else takes them here."""

    changed = Signal()
    """Something was drawn, or all of it was wiped off."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strokes: list[list[QPointF]] = []
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    @property
    def is_signed(self) -> bool:
        """Whether there is more than a touch in passing."""
        return self._points >= _LEAST_POINTS

    def strokes(self) -> Strokes:
        """What was drawn, the same at every size of the field."""
        wide, high = BOX
        return tuple(
            tuple((round(point.x() * wide), round(point.y() * high)) for point in stroke) for stroke in self._strokes
        )

    @Slot()
    def clear(self) -> None:
        """Wipe it off; nothing of it stays."""
        had = bool(self._strokes)
        self._strokes.clear()
        self.update()
        if had:
            self.changed.emit()

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().averageCharWidth() * _WIDTH_IN_CHARACTERS
        return QSize(width, width * BOX[1] // BOX[0])

    def minimumSizeHint(self) -> QSize:
        return QSize(self.sizeHint().width() // 2, self.sizeHint().height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self._points < MOST_POINTS:
            self._strokes.append([self._place(event)])
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not event.buttons() & Qt.MouseButton.LeftButton or not self._strokes:
            return
        place, last = self._place(event), self._strokes[-1][-1]
        is_new = (place - last).manhattanLength() >= _APART
        if is_new and self._points < MOST_POINTS:
            self._strokes[-1].append(place)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.changed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        painter.setBrush(palette.brush(QPalette.ColorRole.Base))
        painter.setPen(QPen(palette.color(QPalette.ColorRole.Dark), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        line = self.height() - Space.XXL
        painter.drawLine(int(Space.L), line, self.width() - int(Space.L), line)
        painter.setPen(QPen(palette.color(QPalette.ColorRole.Text), 2.5, c=Qt.PenCapStyle.RoundCap))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for stroke in self._strokes:
            painter.drawPath(self._path(stroke))
        painter.end()

    @property
    def _points(self) -> int:
        return sum(len(stroke) for stroke in self._strokes)

    def _path(self, stroke: list[QPointF]) -> QPainterPath:
        points = [QPointF(point.x() * self.width(), point.y() * self.height()) for point in stroke]
        path = QPainterPath(points[0])
        for point in points[1:] or points:
            path.lineTo(point)
        return path

    def _place(self, event: QMouseEvent) -> QPointF:
        """Where it is as parts of the field, never outside of it."""
        at = event.position()
        across, down = at.x() / max(1, self.width()), at.y() / max(1, self.height())
        return QPointF(min(max(across, 0.0), 1.0), min(max(down, 0.0), 1.0))
