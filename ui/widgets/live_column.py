"""Keeps a column in step with a list of widgets without rebuilding it, so that focus and scrolling stay."""

from __future__ import annotations

from collections.abc import MutableMapping, Sequence
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

Key = TypeVar("Key")
Part = TypeVar("Part", bound=QWidget)
_ENDS_EMPTY = "ends_empty"
"""Property of a column whose last item is the empty rest, and all else in it widgets."""


def arrange(layout: QVBoxLayout, parts: Sequence[QWidget]) -> None:
    """Put exactly these widgets into a column, in this order; others leave it, and the rest of it is empty."""
    wanted = {id(part) for part in parts}
    host = layout.parentWidget()
    for child in host.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly) if host else ():
        if id(child) not in wanted and layout.indexOf(child) >= 0:
            layout.removeWidget(child)
            child.hide()
    if layout.property(_ENDS_EMPTY):
        layout.takeAt(layout.count() - 1)
    else:
        while layout.takeAt(0) is not None:
            pass
    for place, part in enumerate(parts):
        if layout.indexOf(part) != place:
            layout.insertWidget(place, part)
        part.show()
    layout.addStretch(1)
    layout.setProperty(_ENDS_EMPTY, True)


def keep_only(store: MutableMapping[Key, Part], parts: Sequence[QWidget]) -> None:
    """Let go of the widgets of a store that are not wanted any more."""
    wanted = {id(part) for part in parts}
    for key, part in list(store.items()):
        if id(part) not in wanted:
            part.hide()
            part.deleteLater()
            del store[key]
