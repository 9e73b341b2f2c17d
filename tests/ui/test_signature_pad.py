"""The field to sign in: a mouse, a finger and a pen draw, a touch in passing is no signature, and it can be wiped."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desk.model.mandate import MOST_POINTS
from tests.thorough import examples
from ui.widgets.signature_pad import BOX, SignaturePad


@pytest.fixture
def pad(qtbot, qapp: QApplication) -> SignaturePad:
    pad = SignaturePad()
    qtbot.addWidget(pad)
    pad.resize(500, 150)
    with qtbot.waitExposed(pad):
        pad.show()
    return pad


def draw(pad: SignaturePad, points: list[QPoint]) -> None:
    """With the mouse."""
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=points[0])
    for point in points[1:]:
        QTest.mouseMove(pad, point)
        QApplication.processEvents()
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=points[-1])


def test_a_mouse_draws_and_it_can_be_wiped_off(pad: SignaturePad, qtbot) -> None:
    with qtbot.waitSignal(pad.changed):
        draw(pad, [QPoint(50 + 20 * at, 40 + 10 * (at % 3)) for at in range(8)])
    assert pad.is_signed
    ((first, *_rest),) = pad.strokes()
    assert first == (100, 80)
    with qtbot.waitSignal(pad.changed):
        pad.clear()
    assert pad.strokes() == ()
    assert not pad.is_signed


def test_a_finger_draws(pad: SignaturePad) -> None:
    finger = QTest.createTouchDevice()
    QTest.touchEvent(pad, finger).press(0, QPoint(50, 50), pad).commit()
    for at in range(1, 8):
        QTest.touchEvent(pad, finger).move(0, QPoint(50 + 20 * at, 50), pad).commit()
    QTest.touchEvent(pad, finger).release(0, QPoint(190, 50), pad).commit()
    assert isinstance(finger, QPointingDevice)
    assert pad.is_signed
    assert pad.strokes()[0][-1][0] > pad.strokes()[0][0][0]


def test_a_touch_in_passing_is_no_signature(pad: SignaturePad) -> None:
    draw(pad, [QPoint(50, 50), QPoint(51, 50)])
    assert not pad.is_signed


def test_it_draws_what_was_drawn_at_every_size(pad: SignaturePad) -> None:
    draw(pad, [QPoint(50 + 40 * at, 75) for at in range(8)])
    before = pad.strokes()
    pad.resize(1000, 300)
    assert pad.strokes() == before
    ink = pad.palette().text().color()
    picture = pad.grab().toImage()
    drawn = [picture.pixelColor(x, 150) for x in range(100, 600, 10)]
    assert drawn.count(ink) > len(drawn) // 2


@settings(max_examples=examples(30), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(points=st.lists(st.tuples(st.integers(-200, 900), st.integers(-200, 400)), min_size=1, max_size=60))
def test_no_point_is_outside_the_box(pad: SignaturePad, points: list[tuple[int, int]]) -> None:
    pad.clear()
    pad._strokes.append([QPointF(0, 0)])
    for x, y in points:
        QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
        QTest.mouseMove(pad, QPoint(x, y))
        QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(x, y))
    wide, high = BOX
    every = [point for stroke in pad.strokes() for point in stroke]
    assert all(0 <= x <= wide and 0 <= y <= high for x, y in every)
    assert len(every) <= MOST_POINTS
