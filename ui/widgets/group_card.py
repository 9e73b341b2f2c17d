"""A card whose parts belong together for a screen reader too: it says the group's name when one goes in."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QGroupBox, QVBoxLayout, QWidget

from ui.theme.roles import Role
from ui.theme.tokens import Space
from ui.widgets.layouts import column, framed


class GroupCard(QGroupBox):
    """Name it with ``setAccessibleName``; put its parts into ``column``."""

    def __init__(self, parent: QWidget | None = None, *, gap: Space = Space.S) -> None:
        super().__init__(parent)
        self.card: QFrame = framed(Role.CARD)
        column(self).addWidget(self.card)
        self.column: QVBoxLayout = column(self.card, gap=gap, edge=int(Space.M))
