"""The refresh in a process of its own: a real one, started as the window starts it, spoken to line by line."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from desk import bootstrap
from desk.model.refresh import RefreshPhase, RefreshProgress, RefreshReport
from desk.usecases.refresh_lines import (
    RefreshFailed,
    RefreshOrder,
    RefreshTask,
    order_line,
    read_line,
    read_task,
    task_line,
)
from desk.usecases.refresh_plan import RefreshAsk
from services.passphrases import GivenPassphrase
from tests.desk.cli.conftest import PASSPHRASE
from tests.ptv_server.kinds import Kind
from tests.ptv_server.sample import sample_catalogue
from tests.ptv_server.server import PtvServer

ROOT = Path(__file__).parents[3]
STOPPED = RefreshFailed("catalogue.import_cancelled", {"kind": "refresh"})


@pytest.fixture
def server():
    with PtvServer(sample_catalogue(services=16), id_page_size=20, object_page_size=10) as running:
        yield running


@pytest.fixture
def opened(folder):
    """The desk of the window: open for writing, with the lock."""
    desk = bootstrap.opened_desk(folder, GivenPassphrase(PASSPHRASE))
    yield desk
    desk.close()


class Worker:
    """The other process."""

    def __init__(self, argv, *lines: bytes) -> None:
        without_key = {name: value for name, value in os.environ.items() if not name.startswith("DESK_")}
        self.process = subprocess.Popen(
            argv, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT, env=without_key
        )
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        assert self.process.stderr is not None
        self.orders, self.said, self.errors = self.process.stdin, self.process.stdout, self.process.stderr
        self.tell(*lines)

    def tell(self, *lines: bytes) -> None:
        self.orders.write(b"".join(lines))
        self.orders.flush()

    def hear(self):
        """The next line."""
        return read_line(self.said.readline())

    def ended(self):
        """All that it says till its end; the code, and nothing on standard error."""
        said = [read_line(line) for line in self.said]
        assert self.errors.read() == b""
        code = self.process.wait()
        for pipe in (self.orders, self.said, self.errors):
            pipe.close()
        return said, code


def task_of(start: bootstrap.WorkerStart) -> RefreshTask:
    task = read_task(start.first_line)
    assert task is not None
    return task


def start(opened, server, *orders: RefreshOrder) -> Worker:
    start = bootstrap.refresh_worker(opened, RefreshAsk(server.url))
    return Worker(start.argv, start.first_line, *(order_line(order) for order in orders))


def test_it_refreshes_the_catalogue_of_a_desk_that_is_open(opened, server):
    assert opened.desk.catalogue_status().counts.total == 0
    said, code = start(opened, server).ended()
    *progress, report = said
    assert code == 0
    assert isinstance(report, RefreshReport)
    assert {type(each) for each in progress} == {RefreshProgress}
    assert progress[-1].phase is RefreshPhase.DONE
    assert report.new == sum(len(server.catalogue.ids(kind)) for kind in Kind) == progress[-1].done
    assert opened.desk.catalogue_status().counts.total == report.new
    assert opened.desk.find_service("Asumistuki", "fi").hits


def test_no_key_stands_where_other_processes_look(opened, server):
    start = bootstrap.refresh_worker(opened, RefreshAsk(server.url))
    task = task_of(start)
    for key in (task.catalogue_key, task.refresh_key):
        assert len(key) == 32
        assert key.hex() not in " ".join(start.argv)
        assert repr(key) not in repr(task)
    assert "catalogue_key" in start.first_line.decode()
    assert "catalogue_key" not in repr(start)


def test_a_paused_refresh_asks_nothing_until_it_may_go_on(opened, server):
    worker = start(opened, server, RefreshOrder.PAUSE)
    assert worker.hear().phase is RefreshPhase.ASKING
    assert server.requests == ()
    worker.tell(order_line(RefreshOrder.GO_ON))
    said, code = worker.ended()
    assert (type(said[-1]), code) == (RefreshReport, 0)


@pytest.mark.parametrize("way", ["stop", "close"])
def test_it_stops_when_it_is_told_to_or_nobody_is_there_any_more(opened, server, way):
    worker = start(opened, server, RefreshOrder.PAUSE)
    worker.hear()
    if way == "stop":
        worker.tell(order_line(RefreshOrder.STOP))
    else:
        worker.orders.close()
    said, code = worker.ended()
    assert (said[-1], code) == (STOPPED, 1)
    assert server.requests == ()


@pytest.mark.skipif(sys.platform == "win32", reason="there only the closed line tells that the window is gone")
def test_it_stops_when_its_window_is_another_one(opened, server):
    start = bootstrap.refresh_worker(opened, RefreshAsk(server.url))
    task = replace(task_of(start), parent=1)
    said, code = Worker(start.argv, task_line(task)).ended()
    assert (said[-1], code) == (STOPPED, 1)


def test_what_was_fetched_before_a_stop_is_there_for_the_next_one(opened, server):
    worker = start(opened, server)
    while worker.hear().phase is not RefreshPhase.FETCHING:
        pass
    worker.process.kill()
    worker.process.communicate()
    assert opened.desk.catalogue_status().counts.total == 0
    said, code = start(opened, server).ended()
    assert (said[-1].resumed, code) == (True, 0)


def test_a_known_error_is_told_in_one_line(opened, server):
    start = bootstrap.refresh_worker(opened, RefreshAsk(server.origin + "/api/v10/"))
    said, code = Worker(start.argv, start.first_line).ended()
    assert said[-1].id == "network.refused"
    assert said[-1].details["version"] == "10"
    assert code == 1


@pytest.mark.parametrize("line", [b"hello\n", b"{}\n", b"\xff\n"])
def test_who_says_no_task_gets_no_refresh(line):
    worker = Worker((sys.executable, "-m", "desk", "catalogue", "worker"), line)
    assert worker.ended() == ([], 2)


def test_people_do_not_see_the_command(call):
    assert "worker" not in call("catalogue", "--help").out
