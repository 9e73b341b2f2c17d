"""The refresh beside the window: what its process says arrives, and however it ends, the window knows."""

from __future__ import annotations

import sys
from dataclasses import dataclass

import pytest
from PySide6.QtTest import QSignalSpy

from desk.errors import RefreshFellOver, SourceUnreachable
from desk.model.refresh import RefreshPhase
from desk.usecases.refresh_lines import RefreshOrder
from ui.catalogue_worker import CatalogueWorker

SAYS = """
import sys
print(sys.stdin.readline().strip() == "secret", file=sys.stderr)
print('{"progress": {"phase": "fetching", "done": 3, "whole": 9, "received": 10}}', flush=True)
for line in sys.stdin:
    order = line.strip()
    if order == "stop":
        print('{"error": {"id": "catalogue.import_cancelled", "details": {}}}', flush=True)
        sys.exit(1)
    if order == "pause":
        print('{"error": {"id": "network.unreachable", "details": {"source": "PTV", "reason": "off"}}}', flush=True)
        sys.exit(1)
"""


@dataclass(frozen=True)
class Child:
    argv: tuple[str, ...]
    first_line: bytes = b"secret\n"


def child(script: str) -> Child:
    return Child((sys.executable, "-c", script))


@pytest.fixture
def worker(qapp):
    worker = CatalogueWorker()
    yield worker
    worker.close()
    worker.deleteLater()


def test_progress_arrives_and_a_stop_is_no_failure(qtbot, worker) -> None:
    with qtbot.waitSignal(worker.progressed) as told:
        worker.start(child(SAYS))
    assert worker.is_running
    assert (told.args[0].phase, told.args[0].done) == (RefreshPhase.FETCHING, 3)
    failures = QSignalSpy(worker.failed)
    with qtbot.waitSignal(worker.stopped):
        worker.order(RefreshOrder.STOP)
    qtbot.waitUntil(lambda: not worker.is_running)
    assert failures.count() == 0


def test_a_known_error_arrives_as_itself(qtbot, worker) -> None:
    with qtbot.waitSignal(worker.progressed):
        worker.start(child(SAYS))
    with qtbot.waitSignal(worker.failed) as told:
        worker.order(RefreshOrder.PAUSE)
    (error,) = told.args
    assert isinstance(error, SourceUnreachable)
    assert error.details == {"source": "PTV", "reason": "off"}


@pytest.mark.parametrize("script", ["import os; os.abort()", "print('half a li', end='')", "raise SystemExit(0)"])
def test_an_end_without_a_word_is_known(qtbot, worker, script, expected_log) -> None:
    with qtbot.waitSignal(worker.failed) as told:
        worker.start(child(script))
    assert isinstance(told.args[0], RefreshFellOver)
    assert not worker.is_running


def test_a_program_that_is_not_there_is_known(qtbot, worker, expected_log) -> None:
    with qtbot.waitSignal(worker.failed) as told:
        worker.start(Child(("/nowhere/at-all",)))
    assert isinstance(told.args[0], RefreshFellOver)
    assert not worker.is_running


def test_closing_ends_the_process_and_tells_nobody(qtbot, worker) -> None:
    with qtbot.waitSignal(worker.progressed):
        worker.start(child(SAYS))
    failures, stops = QSignalSpy(worker.failed), QSignalSpy(worker.stopped)
    worker.close()
    assert not worker.is_running
    assert failures.count() == stops.count() == 0
