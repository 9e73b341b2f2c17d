"""A button is pressed by Enter as by Space, once, and only the ring says that it has the focus."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ui.theme.roles import Role
from ui.widgets.buttons import LinkButton, button


@pytest.fixture
def two(qtbot, theme):
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    buttons = button(), button(Role.PRIMARY)
    for each in buttons:
        each.setText("Jatka")
        layout.addWidget(each)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    yield buttons
    window.close()


def send(widget: QWidget, key: Qt.Key, *, held: bool = False) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, "", held, 1))


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
@pytest.mark.parametrize("make", [button, LinkButton])
def test_keys_that_press(qtbot, make, key) -> None:
    one = make()
    qtbot.addWidget(one)
    pressed = []
    one.clicked.connect(lambda: pressed.append(key))
    send(one, key)
    assert pressed == [key]
    one.setEnabled(False)
    send(one, key)
    assert pressed == [key]


def test_a_key_held_down_presses_nothing_more(qtbot) -> None:
    one = button()
    qtbot.addWidget(one)
    pressed = []
    one.clicked.connect(lambda: pressed.append("again"))
    send(one, Qt.Key.Key_Return, held=True)
    assert pressed == []


def test_focus_by_keyboard_draws_nothing_inside(two) -> None:
    first, second = two
    first.setFocus()
    without = _picture(second)
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert second.hasFocus()
    assert _picture(second) == without


def _picture(widget: QWidget) -> QImage:
    return widget.grab().toImage()
