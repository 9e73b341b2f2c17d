"""Work leaves the window's thread and comes back, or nobody hears of it."""

import threading
from dataclasses import replace
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import QObject

from desk.errors import DeskError, DiskFull
from tests.ui.inline_runner import InlineRunner
from ui.tasks import Job, Lane, TaskRunner, Token, job


@pytest.fixture
def pool(qapp):
    runner = TaskRunner()
    yield runner
    runner.close()
    runner.deleteLater()


def _nobody(error: DeskError) -> None:
    raise AssertionError(error)


def test_result_comes_back_on_this_thread(qtbot, pool) -> None:
    owner = QObject()
    seen: list[Any] = []
    pool.run(threading.get_ident, lambda ident: seen.append((ident, threading.get_ident())), _nobody, owner)
    qtbot.waitUntil(lambda: bool(seen))
    worked, told = seen[0]
    assert told == threading.get_ident() != worked


def test_store_lane_is_one_thread_in_order(qtbot, pool) -> None:
    owner = QObject()
    seen: list[Any] = []
    for number in range(20):
        pool.run(lambda number=number: (number, threading.get_ident()), seen.append, _nobody, owner)
    qtbot.waitUntil(lambda: len(seen) == 20)
    assert [number for number, _ in seen] == list(range(20))
    assert len({ident for _, ident in seen}) == 1


def test_known_error_comes_back_as_such(qtbot, pool) -> None:
    owner = QObject()
    failed: list[Any] = []

    def work() -> None:
        raise DiskFull(path="x")

    pool.run(work, lambda _: pytest.fail("no result was expected"), failed.append, owner)
    qtbot.waitUntil(lambda: bool(failed))
    assert isinstance(failed[0], DiskFull)


def test_bug_reaches_the_excepthook(qtbot, pool) -> None:
    owner = QObject()

    def work() -> None:
        raise ZeroDivisionError

    with qtbot.captureExceptions() as bugs:
        pool.run(work, lambda _: None, _nobody, owner)
        qtbot.waitUntil(lambda: bool(bugs))
    assert bugs[0][0] is ZeroDivisionError


def test_nothing_is_told_to_an_owner_that_is_gone(qtbot, pool) -> None:
    gone, stays = QObject(), QObject()
    seen: list[Any] = []
    go_on = threading.Event()
    pool.run(lambda: go_on.wait(5), lambda _: seen.append("gone"), _nobody, gone)
    pool.run(lambda: None, lambda _: seen.append("stays"), _nobody, stays)
    gone.deleteLater()
    qtbot.waitSignal(gone.destroyed).wait()
    go_on.set()
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == ["stays"]


def test_second_start_is_refused(qtbot, pool) -> None:
    owner = QObject()
    seen: list[Any] = []
    go_on = threading.Event()
    twice = Job(lambda _: go_on.wait(5), seen.append, _nobody, owner, Lane.FREE, key="import")
    assert pool.start(twice) is not None
    assert pool.start(twice) is None
    go_on.set()
    qtbot.waitUntil(lambda: bool(seen))
    assert pool.start(twice) is not None
    qtbot.waitUntil(lambda: len(seen) == 2)


def test_newest_search_wins(qtbot, pool) -> None:
    owner = QObject()
    seen: list[Any] = []
    worked: list[str] = []

    def search(query: str) -> Job:
        def work(_token: Token) -> str:
            worked.append(query)
            return query

        return Job(work, seen.append, _nobody, owner, key="search", newest_wins=True)

    go_on = threading.Event()
    pool.run(lambda: go_on.wait(5), lambda _: None, _nobody, owner)
    for query in ("a", "as", "asu"):
        pool.start(search(query))
    go_on.set()
    qtbot.waitUntil(lambda: bool(seen))
    assert (seen, worked) == (["asu"], ["asu"])


def test_long_work_tells_how_far_and_stops(qtbot, pool) -> None:
    owner = QObject()
    told: list[Any] = []
    done: list[Any] = []
    begun = threading.Event()

    def work(token: Token) -> None:
        token.progress(1, 3)
        begun.set()
        while True:
            token.progress(2, 3)

    token = pool.start(Job(work, done.append, _nobody, owner, on_progress=lambda d, t: told.append((d, t))))
    begun.wait(5)
    token.stop()
    pool.run(lambda: None, lambda _: done.append("after"), _nobody, owner)
    qtbot.waitUntil(lambda: "after" in done)
    assert done == ["after"]
    assert told[0] == (1, 3)


def test_close_waits_and_tells_nobody(qapp) -> None:
    owner = QObject()
    seen: list[Any] = []
    pool = TaskRunner()
    pool.run(lambda: "x", seen.append, _nobody, owner)
    pool.close()
    assert pool.run(lambda: "y", seen.append, _nobody, owner) is None
    qapp.processEvents()
    assert seen == []


def test_inline_runner_keeps_the_contract(qapp) -> None:
    runner, owner = InlineRunner(), QObject()
    seen: list[Any] = []
    failed: list[Any] = []

    def fail() -> None:
        raise DiskFull(path="x")

    runner.run(lambda: 1, seen.append, failed.append, owner)
    runner.run(fail, seen.append, failed.append, owner)
    runner.hold()
    for query in ("a", "as"):
        work = partial(str, query)
        runner.start(replace(job(work, seen.append, failed.append, owner), key="search", newest_wins=True))
    runner.release()
    assert seen == [1, "as"]
    assert [type(error) for error in failed] == [DiskFull]
