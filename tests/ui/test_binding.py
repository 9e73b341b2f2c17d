"""The Qt binding leaves Python's own constants alone (docs/decisions/0005-qt-binding.md)."""

import sys

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

CALLS = 1000
A_FEW = 50


class Sender(QObject):
    told = Signal(bool)

    @Slot(bool)
    def hear(self, told: bool) -> None:
        del told


def test_calls_take_no_references(qtbot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        widget.update()
        widget.parentWidget()
    assert abs(sys.getrefcount(None) - before) < A_FEW


def test_emitted_bools_are_left_alone(qapp) -> None:
    sender = Sender()
    sender.told.connect(sender.hear)
    before = sys.getrefcount(True), sys.getrefcount(False)
    for _ in range(CALLS):
        sender.told.emit(True)
        sender.told.emit(False)
    after = sys.getrefcount(True), sys.getrefcount(False)
    assert all(abs(now - then) < A_FEW for now, then in zip(after, before, strict=True))
