"""The Qt binding leaves Python's own constants alone (docs/decisions/0005-qt-binding.md)."""

import sys

import pytest
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget
from PySide6.support import feature  # type: ignore[attr-defined]  # the binding puts it there when it starts

from ui.binding import leave_imports_alone

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


def test_a_module_imported_later_is_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    read = feature._mod_uses_pyside
    asks = feature.feature_imported.__code__.co_names
    assert "_mod_uses_pyside" in asks, "the binding no longer looks for its own name in a module's source"
    monkeypatch.setattr(feature, "_mod_uses_pyside", read)  # put back afterwards
    monkeypatch.setattr(feature.inspect, "getsource", lambda _module: pytest.fail("the source was read"))
    leave_imports_alone()
    feature.pyside_feature_dict.pop(__name__, None)
    feature.feature_imported(sys.modules[__name__])
