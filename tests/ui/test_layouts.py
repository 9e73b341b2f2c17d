"""Columns that are kept in step, and the order in which they are read; nothing of a layout outlives it in Python."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QPushButton, QWidget

from ui.widgets.focus import put_in_reading_order
from ui.widgets.layouts import clear, column, parts_of, row
from ui.widgets.live_column import arrange
from ui.widgets.wrap_row import WrapRow


@pytest.fixture
def host(qtbot) -> Iterator[QWidget]:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    yield widget
    widget.close()


def let_go() -> None:
    """What is to be deleted is deleted now."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def next_by_tab(widget: QWidget) -> QWidget:
    """Where Tab leads from a widget."""
    after = widget.nextInFocusChain()
    while after is not None and not after.focusPolicy() & Qt.FocusPolicy.TabFocus:
        after = after.nextInFocusChain()
    assert after is not None
    return after


def items_in_python() -> list[object]:
    """Items of layouts that PySide takes for living; layouts themselves are watched by Qt."""
    return [
        each
        for each in shiboken6.getAllValidWrappers()
        if isinstance(each, QLayoutItem) and not isinstance(each, QLayout)
    ]


def test_parts_come_in_the_order_of_the_layout_with_inner_layouts_in_their_places(host: QWidget) -> None:
    layout, inner, wrap = column(host), row(), WrapRow()
    first, last, within = QPushButton("1"), QPushButton("3"), QPushButton("2")
    layout.addWidget(last)
    layout.insertWidget(0, first)
    inner.addWidget(within)
    layout.insertLayout(1, inner)
    layout.addStretch(1)
    layout.addWidget(wrap)
    assert parts_of(layout) == [first, inner, last, wrap]
    assert parts_of(inner) == [within]
    put_in_reading_order(host)
    assert next_by_tab(first) is within
    assert next_by_tab(within) is last


def test_a_layout_that_nothing_has_taken_in_yet_has_no_parts() -> None:
    assert parts_of(column()) == []


def test_a_column_holds_what_it_is_given_in_that_order_and_the_rest_is_hidden(host: QWidget) -> None:
    layout = column(host)
    one, two, three = (QPushButton(name) for name in "123")
    arrange(layout, (one, two, three))
    two.setFocus()
    arrange(layout, (three, two))
    assert parts_of(layout) == [three, two]
    assert not one.isVisibleTo(host)
    assert host.focusWidget() is two
    arrange(layout, (one,))
    assert parts_of(layout) == [one]
    assert one.isVisibleTo(host)
    assert layout.count() == 2, "what it holds, and the empty rest"
    one.hide()
    arrange(layout, (one,))
    assert one.isVisibleTo(host), "shown again, though it lies where it lay"
    assert layout.count() == 2


def test_what_a_column_held_before_it_was_arranged_leaves_it(host: QWidget) -> None:
    layout = column(host)
    one, other = QPushButton("1"), QPushButton("2")
    layout.addWidget(one)
    layout.addWidget(other)
    other.show()
    arrange(layout, (one,))
    assert parts_of(layout) == [one]
    assert not other.isVisibleTo(host)


def test_no_item_of_a_layout_is_taken_for_living_when_it_is_gone(host: QWidget) -> None:
    layout, wrap = column(host), WrapRow()
    buttons = [QPushButton(f"{number}") for number in range(20)]
    before = len(items_in_python())
    arrange(layout, [*buttons, wrap])
    for each in buttons[:5]:
        wrap.add(each)
    put_in_reading_order(host)
    assert len(parts_of(layout)) == 16
    for each in buttons:
        each.deleteLater()
    let_go()
    put_in_reading_order(host)
    arrange(layout, ())
    clear(layout)
    assert len(items_in_python()) == before
