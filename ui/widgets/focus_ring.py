"""The ring round whatever has the focus: 3 px of accent outside a gap of 1 px, on every kind of widget.

A style sheet cannot draw outside a widget, and a border inside one makes everything jump. So one ring per window
follows the focus, lies above everything, takes no mouse, and is cut where the widget itself is scrolled out of sight.
"""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from ui.theme.tokens import FOCUS_GAP, FOCUS_RING, RADIUS
from ui.widgets.scroll import ScrollColumn

_WATCHED = (
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.ParentChange,
    QEvent.Type.LayoutRequest,
    QEvent.Type.PaletteChange,
)
_REACH = FOCUS_RING + FOCUS_GAP


class FocusRing(QWidget):
    """One per window: ``FocusRing(window, app)``; the window owns it. It also scrolls the focus into sight."""

    def __init__(self, window: QWidget, app: QApplication) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._around: QWidget | None = None
        self._watched: list[QWidget] = []
        self.hide()
        app.focusChanged.connect(self._focus_changed)

    @property
    def around(self) -> QWidget | None:
        """The widget that the ring is drawn around now."""
        return self._around if self.isVisible() else None

    @Slot(QWidget, QWidget)
    def _focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        for widget in self._watched:
            if shiboken6.isValid(widget):
                widget.removeEventFilter(self)
        self._watched.clear()
        self._around = _ringed(now) if now is not None and self.window().isAncestorOf(now) else None
        each = self._around
        while each is not None and each is not self.window():
            each.installEventFilter(self)
            self._watched.append(each)
            each = each.parentWidget()
            if isinstance(each, ScrollColumn) and now is not None:
                each.keep_in_sight(now)
        self._follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _WATCHED:
            self._follow()
        return False

    def _follow(self) -> None:
        widget = self._around
        if widget is None or not shiboken6.isValid(widget) or not widget.isVisible():
            self.hide()
            return
        seen = _seen(widget, self.window())
        if seen.isEmpty():
            self.hide()
            return
        self.setGeometry(_rect_in(widget, self.window()).adjusted(-_REACH, -_REACH, _REACH, _REACH))
        self.setMask(QRegion(seen.translated(-self.pos())))
        self.raise_()
        self.show()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half = FOCUS_RING / 2
        pen = QPen(self.window().palette().highlight().color(), FOCUS_RING)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        ring = self.rect().toRectF().adjusted(half, half, -half, -half)
        painter.drawRoundedRect(ring, RADIUS + FOCUS_GAP + half, RADIUS + FOCUS_GAP + half)


def _ringed(focused: QWidget) -> QWidget:
    """The widget that is seen to have the focus: a field rather than the part of it that takes the keys."""
    parent = focused.parentWidget()
    if isinstance(parent, QAbstractScrollArea) and parent.viewport() is focused:
        return parent
    return focused


def _rect_in(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def _seen(widget: QWidget, window: QWidget) -> QRect:
    """Where the ring may be drawn: cut by each scrolling area that the widget is in."""
    seen = _rect_in(widget, window).adjusted(-_REACH, -_REACH, _REACH, _REACH)
    each = widget.parentWidget()
    while each is not None and each is not window:
        parent = each.parentWidget()
        if isinstance(parent, QAbstractScrollArea) and parent.viewport() is each:
            seen &= _rect_in(parent, window)
        each = parent
    return seen & window.rect()
