"""A small heading with lines under it, as the details of a step are made of."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.theme.roles import Role
from ui.theme.tokens import Space
from ui.widgets.layouts import column
from ui.widgets.text import Text


class Part(QWidget):
    """Gone when there is nothing to say."""

    def __init__(self, role: Role = Role.BODY, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Text(Role.STRONG)
        self._lines = Text(role)
        layout = column(self, gap=Space.XS)
        layout.addWidget(self._title)
        layout.addWidget(self._lines)

    def say(self, title: str, lines: list[str]) -> None:
        """Show lines below one another."""
        shown = [line for line in lines if line]
        self._title.say(title)
        self._lines.setText("\n".join(shown))
        self.setVisible(bool(shown))
