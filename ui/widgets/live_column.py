"""Keeps a column in step with a list of widgets without rebuilding it, so that focus and scrolling stay."""

from __future__ import annotations

from collections.abc import MutableMapping, Sequence
from typing import TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

Key = TypeVar("Key")
Part = TypeVar("Part", bound=QWidget)
_ARRANGED = "arranged"
"""Property of a column whose last item is the empty rest."""


def arrange(layout: QVBoxLayout, parts: Sequence[QWidget]) -> None:
    """Put exactly these widgets into a column, in this order; others leave it, and the rest of it is empty."""
    if _is_arranged(layout, parts):
        for part in parts:
            part.show()
        return
    wanted = {id(part) for part in parts}
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None and id(widget) not in wanted:
            widget.hide()
    for part in parts:
        layout.addWidget(part)
        part.show()
    layout.addStretch(1)
    layout.setProperty(_ARRANGED, True)


def _is_arranged(layout: QVBoxLayout, parts: Sequence[QWidget]) -> bool:
    """The column holds these parts already, and after them the empty rest: most often nothing has changed."""
    in_place = all(layout.indexOf(part) == place for place, part in enumerate(parts))
    return in_place and layout.count() == len(parts) + 1 and bool(layout.property(_ARRANGED))


def keep_only(store: MutableMapping[Key, Part], parts: Sequence[QWidget]) -> None:
    """Let go of the widgets of a store that are not wanted any more."""
    wanted = {id(part) for part in parts}
    for key, part in list(store.items()):
        if id(part) not in wanted:
            part.hide()
            part.deleteLater()
            del store[key]
