"""Where the focus is, and where Tab leads it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLayout, QScrollArea, QWidget

from ui.widgets.layouts import parts_of


def focus_is_inside(widget: QWidget) -> bool:
    """Tell whether a widget, or something in it, has the focus."""
    focused = QApplication.focusWidget()
    return focused is not None and (focused is widget or widget.isAncestorOf(focused))


def put_in_reading_order(whole: QWidget) -> None:
    """Let Tab go through what is in a widget as it is read. Qt goes by when each part was made, also late ones."""
    for before, after in pairwise(_reading(whole)):
        QWidget.setTabOrder(before, after)


def _reading(widget: QWidget | None) -> Iterator[QWidget]:
    if widget is None:
        return
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    if isinstance(widget, QScrollArea):
        yield from _reading(widget.widget())
    elif (layout := widget.layout()) is not None:
        yield from _reading_of(layout)


def _reading_of(layout: QLayout) -> Iterator[QWidget]:
    for part in parts_of(layout):
        yield from _reading(part) if isinstance(part, QWidget) else _reading_of(part)
