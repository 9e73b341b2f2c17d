"""A column that scrolls when it must, and keeps what has the focus in sight."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ui.theme.tokens import FOCUS_GAP, FOCUS_RING, Space
from ui.widgets.focus import focus_is_inside
from ui.widgets.layouts import column

_AROUND_FOCUS = Space.XL + FOCUS_GAP + FOCUS_RING


class ScrollColumn(QScrollArea):
    """Scrolls up and down only: its content is never wider than it is."""

    def __init__(self, gap: Space = Space.M, edge: Space = Space.L, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.canvas = QWidget()
        self.canvas.setObjectName("canvas")
        self.canvas.installEventFilter(self)
        self.column: QVBoxLayout = column(self.canvas, gap=gap, edge=int(edge))
        self.setWidget(self.canvas)

    def hold(self, *widgets: QWidget) -> None:
        """Keep widgets that are shown at times: they belong here, and wait unseen."""
        for widget in widgets:
            widget.setParent(self.canvas)
            widget.hide()

    def minimumSizeHint(self) -> QSize:
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(self.canvas.minimumSizeHint().width() + bar, self.fontMetrics().height() * 3)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.canvas and event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        if watched is self.canvas and event.type() is QEvent.Type.Resize:
            focused = self.canvas.focusWidget()
            if focus_is_inside(self.canvas) and isinstance(focused, QWidget):
                self.keep_in_sight(focused)
        return False

    def keep_in_sight(self, widget: QWidget) -> None:
        """Scroll so that a widget and the ring round it are seen, with the whole card it is on where there is room."""
        card: QWidget | None = widget
        while card is not None and card.parentWidget() is not self.canvas:
            card = card.parentWidget()
        if card is not None and card is not widget and card.height() + 2 * Space.S <= self.viewport().height():
            self.ensureWidgetVisible(card, 0, Space.S)
        self.ensureWidgetVisible(widget, 0, _AROUND_FOCUS)


class SnugColumn(ScrollColumn):
    """As high as what is in it, and no higher: it scrolls only where even that is too much."""

    def __init__(self, gap: Space = Space.M, edge: Space = Space.L, parent: QWidget | None = None) -> None:
        super().__init__(gap, edge, parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def sizeHint(self) -> QSize:
        wanted = self.canvas.sizeHint()
        width = self.viewport().width() or wanted.width()
        height = self.canvas.heightForWidth(width) if self.canvas.hasHeightForWidth() else wanted.height()
        return QSize(wanted.width(), height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
