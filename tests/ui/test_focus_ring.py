"""The ring is where the focus is, outside the widget, and never where the widget is not seen."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from ui.theme.tokens import FOCUS_GAP, FOCUS_RING
from ui.widgets.focus_ring import FocusRing
from ui.widgets.scroll import ScrollColumn


@pytest.fixture
def window(qtbot, qapp, theme):
    window = QWidget()
    qtbot.addWidget(window)
    ring = FocusRing(window, qapp)
    window.resize(300, 300)
    return window, ring


def test_ring_lies_outside(window, qtbot) -> None:
    window, ring = window
    layout = QVBoxLayout(window)
    first, second = QPushButton("one"), QPushButton("two")
    layout.addWidget(first)
    layout.addWidget(second)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    second.setFocus()
    reach = FOCUS_RING + FOCUS_GAP
    around = QRect(second.mapTo(window, QPoint(0, 0)), second.size()).adjusted(-reach, -reach, reach, reach)
    assert ring.around is second
    assert ring.geometry() == around
    second.hide()
    assert ring.around is not second


def test_ring_follows_and_is_cut_by_scrolling(window, qtbot) -> None:
    window, ring = window
    scroll = ScrollColumn()
    QVBoxLayout(window).addWidget(scroll)
    button = QPushButton("here")
    scroll.column.addWidget(button)
    for number in range(40):
        scroll.column.addWidget(QLabel(str(number)))
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    button.setFocus()
    assert ring.around is button
    scroll.verticalScrollBar().setValue(scroll.verticalScrollBar().maximum())
    assert ring.isHidden()
    scroll.keep_in_sight(button)
    assert not ring.isHidden()
