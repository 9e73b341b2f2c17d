"""Rows and columns with the distances of the house."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from ui.theme.roles import Role, set_role, set_state
from ui.theme.tokens import Space


def column(parent: QWidget | None = None, gap: Space = Space.S, edge: int = 0) -> QVBoxLayout:
    """Things below one another."""
    layout = QVBoxLayout(parent) if parent is not None else QVBoxLayout()
    return _spaced(layout, gap, edge)


def row(parent: QWidget | None = None, gap: Space = Space.S, edge: int = 0) -> QHBoxLayout:
    """Things beside one another."""
    layout = QHBoxLayout(parent) if parent is not None else QHBoxLayout()
    return _spaced(layout, gap, edge)


def framed(role: Role, parent: QWidget | None = None) -> QFrame:
    """A surface: a card, a panel, a band."""
    frame = QFrame(parent)
    set_role(frame, role)
    return frame


def divider(*, upright: bool = False) -> QFrame:
    """A line that only divides."""
    frame = framed(Role.DIVIDER)
    set_state(frame, "upright", upright)
    return frame


def clear(layout: QLayout) -> None:
    """Take everything out of a layout, and let it go."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        inner = item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)


_Box = TypeVar("_Box", QHBoxLayout, QVBoxLayout)


def _spaced(layout: _Box, gap: Space, edge: int) -> _Box:
    layout.setSpacing(int(gap))
    layout.setContentsMargins(edge, edge, edge, edge)
    return layout
