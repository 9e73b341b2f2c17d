"""Tells that a person did something: a key, the mouse, the wheel, a touch. A refresh, a timer, a redraw never counts.

A filter in Python over all events of the program costs time with each of them. So it is taken off for a few seconds
after each input: who works is not watched at every keystroke, and who is away is noticed at the second.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, QTimer, Signal, Slot
from PySide6.QtGui import QMouseEvent

_DEAF_MS = 3000
_INPUTS = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.ShortcutOverride,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletPress,
        QEvent.Type.TabletMove,
    }
)


class RealInput(QObject):
    """Watches the whole program, and can rest between two inputs."""

    happened = Signal()
    """Somebody is there."""

    def __init__(self, app: QCoreApplication, parent: QObject, *, rests: bool = True) -> None:
        super().__init__(parent)
        self._app = app
        self._at: QPointF | None = None
        self._rests = rests
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_DEAF_MS)
        self._rest.timeout.connect(self.watch)
        self.watch()

    def close(self) -> None:
        """Watch no more."""
        self._rest.stop()
        self._app.removeEventFilter(self)

    @Slot()
    def watch(self) -> None:
        """Notice the next input."""
        self._rest.stop()
        self._app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        del watched
        if event.type() in _INPUTS and event.spontaneous() and self._moved(event):
            if self._rests:
                self._app.removeEventFilter(self)
                self._rest.start()
            self.happened.emit()
        return False

    def _moved(self, event: QEvent) -> bool:
        """A mouse that lies still is told of too, when something moves under it."""
        if event.type() is not QEvent.Type.MouseMove or not isinstance(event, QMouseEvent):
            return True
        before, self._at = self._at, event.globalPosition()
        return before is not None and before != self._at
