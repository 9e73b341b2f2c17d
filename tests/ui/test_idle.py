"""Work for the quiet minutes is done piece by piece, and ends when it is told to."""

from __future__ import annotations

from ui import idle
from ui.idle import IdleWork


def test_pieces_are_done_in_turn_and_then_nothing_runs(qtbot, monkeypatch) -> None:
    monkeypatch.setattr(idle, "_FIRST_AFTER_MS", 0)
    monkeypatch.setattr(idle, "_BETWEEN_MS", 0)
    done: list[str] = []
    work = IdleWork((lambda: done.append("visit"), lambda: done.append("papers")))
    work.start()
    qtbot.waitUntil(lambda: not work._timer.isActive())
    assert done == ["visit", "papers"]


def test_nothing_is_done_after_the_end(qtbot, monkeypatch) -> None:
    monkeypatch.setattr(idle, "_FIRST_AFTER_MS", 0)
    monkeypatch.setattr(idle, "_BETWEEN_MS", 0)
    done: list[str] = []
    work = IdleWork((lambda: work.close(), lambda: done.append("too late")))
    work.start()
    qtbot.waitUntil(lambda: not work._timer.isActive())
    assert done == []
