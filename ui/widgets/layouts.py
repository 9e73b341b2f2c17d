"""Rows and columns with the distances of the house."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
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


def parts_of(layout: QLayout) -> list[QWidget | QLayout]:
    """What lies right in a layout, widgets and layouts, in its order.

    Asked without ``itemAt``: PySide keeps for good what that returns, also when the item is gone and another object
    lies where it was. That object's end is then the program's.
    """
    host = layout.parentWidget()
    directly = Qt.FindChildOption.FindDirectChildrenOnly
    found: dict[int, QWidget | QLayout] = {}
    for child in host.findChildren(QWidget, options=directly) if host is not None else ():
        found[layout.indexOf(child)] = child
    for inner in layout.findChildren(QLayout, options=directly):
        found[layout.indexOf(inner)] = inner
    return [found[place] for place in sorted(found) if place >= 0]


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
