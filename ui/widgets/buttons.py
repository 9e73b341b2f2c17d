"""Buttons that say what they are, and one that cannot be pressed twice."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui.theme.roles import Role, set_role


class Button(QPushButton):
    """What every button here is: Enter presses it as Space does. Outside a dialog Qt gives Enter to no button."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():  # a key held down a little long must not press what has just got the focus
            self.click()


def button(role: Role | None = None, parent: QWidget | None = None) -> Button:
    """A button of a kind; ``None`` is the plain one."""
    made = Button(parent)
    if role is not None:
        set_role(made, role)
    return made


class LinkButton(Button):
    """Looks like a link, acts like a button: opens something in place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        set_role(self, Role.LINK)


class BusyButton(Button):
    """Starts long work: while it is under way the button is dim and says so."""

    def __init__(self, role: Role = Role.PRIMARY, parent: QObject | None = None) -> None:
        super().__init__(parent if isinstance(parent, QWidget) else None)
        set_role(self, role)
        self._idle = ""
        self._busy = ""
        self._is_busy = False
        self._allowed = True

    def set_words(self, idle: str, busy: str) -> None:
        """What it says at rest and at work."""
        self._idle, self._busy = idle, busy
        self._show()

    def set_busy(self, busy: bool) -> None:
        """Work began or ended."""
        self._is_busy = busy
        self._show()

    def set_allowed(self, allowed: bool) -> None:
        """Whether it could be pressed at all, when there is no work under way."""
        self._allowed = allowed
        self._show()

    def sizeHint(self) -> QSize:
        """Wide enough for both words, so that nothing beside it jumps."""
        hint = super().sizeHint()
        metrics = self.fontMetrics()
        now, wide = metrics.horizontalAdvance(self.text()), metrics.horizontalAdvance(self._busy)
        return QSize(hint.width() + max(0, wide - now), hint.height())

    def _show(self) -> None:
        self.setText(self._busy if self._is_busy else self._idle)
        self.setEnabled(self._allowed and not self._is_busy)
