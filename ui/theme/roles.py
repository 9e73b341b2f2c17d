"""What a widget *is*, said in one word that the style sheet reads."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


class Role(StrEnum):
    """Kinds of text and surface that the style sheet knows."""

    TITLE = "title"
    HEADING = "heading"
    LEAD = "lead"
    STRONG = "strong"
    BODY = "body"
    SMALL = "small"
    MUTED = "muted"
    ERROR = "error"
    DONE = "done"
    ATTENTION = "attention"
    CODE = "code"
    """A plan code, large enough to copy from."""
    CARD = "card"
    PANEL = "panel"
    """A part of the window with its own ground: rail, header, status line."""
    BAND = "band"
    DIVIDER = "divider"
    PRIMARY = "primary"
    QUIET = "quiet"
    LINK = "link"
    TILE = "tile"
    HEAD = "head"
    """The head of something that opens in place."""
    CHOICE = "choice"
    """A button that stays down while it is what was chosen."""
    RAIL = "rail"
    MARK = "mark"
    """A short word in a frame: new, agreed, check with the agency."""


def set_role(widget: QWidget, role: Role) -> None:
    """Give a widget its role; a change after it is shown is drawn at once."""
    set_state(widget, "role", role.value)


def set_state(widget: QWidget, name: str, value: str | bool) -> None:
    """Set a property that the style sheet reads, and draw the widget anew when it changed."""
    shown = ("true" if value else "false") if isinstance(value, bool) else value
    if widget.property(name) == shown:
        return
    widget.setProperty(name, shown)
    if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        return  # the style sheet has not been asked yet, and will be before the widget is seen
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()
