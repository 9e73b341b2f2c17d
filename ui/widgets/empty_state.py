"""What stands where there is nothing yet: what this place is for, and what to do next."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.theme.roles import Role
from ui.theme.tokens import Space
from ui.widgets.buttons import button
from ui.widgets.layouts import column, row
from ui.widgets.text import Text


class EmptyState(QWidget):
    """Two lines and, where something can be done at once, a button."""

    action_requested = Signal()
    """The button was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Text(Role.LEAD)
        self._next = Text(Role.MUTED)
        self._button = button(Role.PRIMARY)
        self._button.clicked.connect(self.action_requested)
        layout = column(self, gap=Space.S, edge=Space.XL)
        layout.addWidget(self._title)
        layout.addWidget(self._next)
        beside = row()
        beside.addWidget(self._button)
        beside.addStretch(1)
        layout.addLayout(beside)
        layout.addStretch(1)
        self._button.hide()

    def set_words(self, title: str, what_next: str, action: str = "") -> None:
        """Fill it; without an action there is no button."""
        self._title.say(title)
        self._next.say(what_next)
        self._button.setText(action)
        self._button.setVisible(bool(action))

    def take_focus(self) -> None:
        """Put the focus on the button, where there is one."""
        self._button.setFocus()
