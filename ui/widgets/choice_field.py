"""A list to choose one from, that shows that it opens, and is never changed by a wheel in passing."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from ui.theme.icons import Icon, picture
from ui.theme.tokens import Space


class ChoiceField(QComboBox):
    """A combo box with the program's own arrow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setMinimumContentsLength(12)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = self.fontMetrics().ascent()
        left = self.width() - side - Space.M
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            left = int(Space.M)
        place = QRect(left, (self.height() - side) // 2, side, side)
        painter = QPainter(self)
        painter.drawPixmap(place, picture(Icon.OPEN, self.palette().text().color(), side, self.devicePixelRatioF()))
