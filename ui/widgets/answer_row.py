"""One answer as a large row that can be clicked anywhere, wraps its words, and shows the key that picks it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy, QWidget

from ui.theme.tokens import LINE_CHARACTERS, RADIUS, Space

_FOR_THE_GROUP = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
)


class _Row:
    """What a radio row and a check row have in common: how they measure and paint themselves."""

    key: str = ""
    """The key that picks this row while the group has the focus; shown at its end."""
    quiet: bool = False
    """Less loud than the answers proper: does not know, does not want to say."""

    def prepare(self, button: QAbstractButton, key: str, *, quiet: bool) -> None:
        """Set the row up once."""
        self.key = key
        self.quiet = quiet
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        button.setSizePolicy(policy)
        button.setAttribute(Qt.WidgetAttribute.WA_Hover)
        button.setCursor(Qt.CursorShape.PointingHandCursor)

    def natural_size(self, button: QAbstractButton) -> QSize:
        """As wide as its words, up to the width of a line."""
        metrics = button.fontMetrics()
        words = metrics.horizontalAdvance(button.text()) + metrics.averageCharWidth()
        width = min(words, metrics.averageCharWidth() * LINE_CHARACTERS) + self._beside(button)
        return QSize(width, self.height_at(button, width))

    def least_size(self, button: QAbstractButton) -> QSize:
        """Room for its longest word."""
        metrics = button.fontMetrics()
        longest = max((metrics.horizontalAdvance(word) for word in button.text().split()), default=0)
        return QSize(longest + self._beside(button), metrics.height() + self._above_and_below())

    def height_at(self, button: QAbstractButton, width: int) -> int:
        """The height that its words need at a width."""
        room = QRect(0, 0, max(1, width - self._beside(button)), 100_000)
        words = button.fontMetrics().boundingRect(room, int(Qt.TextFlag.TextWordWrap), button.text())
        return max(words.height(), button.fontMetrics().height()) + self._above_and_below()

    def paint(self, button: QAbstractButton, *, round_mark: bool) -> None:
        """Draw frame, mark, words and key, in the palette's colours."""
        painter = QPainter(button)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_frame(button, painter)
        mark, words, key = self._places(button)
        self._paint_mark(button, painter, mark, round_mark=round_mark)
        palette = button.palette()
        muted = palette.color(QPalette.ColorRole.PlaceholderText)
        painter.setPen(muted if self.quiet or not button.isEnabled() else palette.color(QPalette.ColorRole.Text))
        leading = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(words, int(Qt.TextFlag.TextWordWrap) | int(_visual(button, leading)), button.text())
        painter.setPen(muted)
        painter.drawText(key, int(Qt.AlignmentFlag.AlignCenter), self.key)
        painter.end()

    def _paint_frame(self, button: QAbstractButton, painter: QPainter) -> None:
        palette = button.palette()
        loud = button.isChecked() or (button.underMouse() and button.isEnabled())
        if self.quiet and not loud:
            return
        ground = QPalette.ColorRole.AlternateBase if loud else QPalette.ColorRole.Base
        edge = QPalette.ColorRole.Highlight if button.isChecked() else QPalette.ColorRole.Dark
        painter.setBrush(palette.brush(ground))
        painter.setPen(QPen(palette.color(edge), 2 if button.isChecked() else 1))
        painter.drawRoundedRect(QRectF(button.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)

    def _paint_mark(self, button: QAbstractButton, painter: QPainter, place: QRect, *, round_mark: bool) -> None:
        palette = button.palette()
        edge = QPalette.ColorRole.Highlight if button.isChecked() else QPalette.ColorRole.Dark
        painter.setPen(QPen(palette.color(edge), 2))
        painter.setBrush(palette.brush(QPalette.ColorRole.Base))
        box = QRectF(place).adjusted(1, 1, -1, -1)
        if round_mark:
            painter.drawEllipse(box)
        else:
            painter.drawRoundedRect(box, 3, 3)
        if not button.isChecked():
            return
        if round_mark:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.brush(QPalette.ColorRole.Highlight))
            inset = box.width() * 0.28
            painter.drawEllipse(box.adjusted(inset, inset, -inset, -inset))
        else:
            painter.setBrush(palette.brush(QPalette.ColorRole.Highlight))
            painter.drawRoundedRect(box, 3, 3)
            painter.setPen(QPen(palette.color(QPalette.ColorRole.HighlightedText), 2))
            left, top, unit = place.left(), place.top(), place.width() / 10
            corners = [(2.4, 5.2), (4.3, 7.2), (7.8, 3.2)]
            painter.drawPolyline([QPoint(round(left + x * unit), round(top + y * unit)) for x, y in corners])

    def _places(self, button: QAbstractButton) -> tuple[QRect, QRect, QRect]:
        side = button.fontMetrics().ascent()
        edge, height = int(Space.M), button.height()
        key_width = button.fontMetrics().averageCharWidth() * 2
        mark = QRect(edge, (height - side) // 2, side, side)
        key = QRect(button.width() - edge - key_width, 0, key_width, height)
        words = QRect(mark.right() + edge, 0, key.left() - mark.right() - 2 * edge, height)
        if button.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            mark, words, key = (_mirrored(place, button.width()) for place in (mark, words, key))
        return mark, words, key

    def _beside(self, button: QAbstractButton) -> int:
        metrics = button.fontMetrics()
        return metrics.ascent() + metrics.averageCharWidth() * 2 + 4 * Space.M

    def _above_and_below(self) -> int:
        return 2 * Space.S if self.quiet else 2 * Space.M


def _mirrored(place: QRect, width: int) -> QRect:
    return QRect(width - place.right() - 1, place.top(), place.width(), place.height())


def _visual(button: QWidget, alignment: Qt.AlignmentFlag) -> Qt.AlignmentFlag:
    if button.layoutDirection() is Qt.LayoutDirection.RightToLeft:
        return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    return alignment


class RadioRow(_Row, QRadioButton):
    """One answer of several. Arrows move past it without picking: each pick is stored, so none is made in passing."""

    def __init__(self, key: str = "", parent: QWidget | None = None, *, quiet: bool = False) -> None:
        super().__init__(parent)
        self.setAutoExclusive(False)
        self.prepare(self, key, quiet=quiet)

    def nextCheckState(self) -> None:
        self.setChecked(True)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self.height_at(self, width)

    def sizeHint(self) -> QSize:
        return self.natural_size(self)

    def minimumSizeHint(self) -> QSize:
        return self.least_size(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        self.paint(self, round_mark=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _FOR_THE_GROUP:
            event.ignore()
        else:
            super().keyPressEvent(event)


class CheckRow(_Row, QCheckBox):
    """One answer of any number."""

    def __init__(self, key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.prepare(self, key, quiet=False)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self.height_at(self, width)

    def sizeHint(self) -> QSize:
        return self.natural_size(self)

    def minimumSizeHint(self) -> QSize:
        return self.least_size(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        self.paint(self, round_mark=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _FOR_THE_GROUP:
            event.ignore()
        else:
            super().keyPressEvent(event)
