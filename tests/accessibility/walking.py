"""Looks at a window as a screen reader and as an eye would."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from ui.widgets.card_button import CardButton

NOT_NAMED_BY_US = ("Client", "Window", "Border", "ScrollBar", "ListItem", "Grouping", "Pane", "LayeredPane", "Viewport")


@dataclass(frozen=True)
class Node:
    """One thing that a screen reader meets."""

    role: str
    name: str
    focusable: bool
    kind: str


def nodes(widget: QWidget) -> Iterator[Node]:
    """Everything visible under a widget."""
    top = QAccessible.queryAccessibleInterface(widget)
    assert top is not None
    yield from _below(top)


def _below(interface: QAccessibleInterface) -> Iterator[Node]:
    state = interface.state()
    if state.invisible:
        return
    thing = interface.object()
    kind = type(thing).__name__
    yield Node(interface.role().name, interface.text(QAccessible.Text.Name).strip(), bool(state.focusable), kind)
    for number in range(interface.childCount()):
        yield from _below(interface.child(number))


def nameless(widget: QWidget) -> list[str]:
    """What can have the focus and has no name."""
    return [
        f"{node.role} {node.kind}"
        for node in nodes(widget)
        if node.focusable and not node.name and node.role not in NOT_NAMED_BY_US
    ]


def visible_children(window: QWidget) -> list[QWidget]:
    """Every visible widget of a window, in no order."""
    return [child for child in window.findChildren(QWidget) if child.isVisible() and not child.size().isEmpty()]


def clipped(window: QWidget) -> list[str]:
    """Labels and buttons whose words do not fit into the room they have."""
    return [
        f"{type(child).__name__} {child.text()[:50]!r}: {child.size().toTuple()} of {_needed(child).size().toTuple()}"
        for child in visible_children(window)
        if isinstance(child, QLabel | QAbstractButton) and child.text() and not _fits(child)
    ]


def _fits(child: QLabel | QAbstractButton) -> bool:
    if isinstance(child, CardButton):
        return True  # its words are labels of their own
    needed = _needed(child)
    return needed.width() <= child.width() + 1 and needed.height() <= child.height() + 1


def _needed(child: QLabel | QAbstractButton) -> QRect:
    room = QRect(0, 0, child.width(), 100_000)
    wraps = not isinstance(child, QLabel) or child.wordWrap()
    if isinstance(child, QAbstractButton) and not child.hasHeightForWidth():
        hint = child.minimumSizeHint()
        return QRect(0, 0, hint.width(), child.fontMetrics().height())
    flags = Qt.TextFlag.TextWordWrap if wraps else Qt.TextFlag.TextSingleLine
    return child.fontMetrics().boundingRect(room, int(flags), child.text())


def outside(window: QWidget) -> list[str]:
    """Widgets that stick out of their parent to the side: they can never be scrolled to."""
    return [
        f"{type(child).__name__} {child.accessibleName() or getattr(child, 'text', str)()!r}"
        for child in visible_children(window)
        if (parent := child.parentWidget()) is not None
        and not child.isWindow()
        and (child.x() < 0 or child.geometry().right() > parent.width() + 1)
        and type(child).__name__ != "FocusRing"
    ]
