"""``desk catalogue worker``: the refresh in a process of its own, as ``desk.usecases.refresh_lines`` says it."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable
from typing import BinaryIO

import click

from desk import bootstrap
from desk.errors import DeskError, ImportCancelled
from desk.model.refresh import RefreshPhase, RefreshProgress
from desk.usecases.refresh_lines import RefreshOrder, RefreshTask, line_of, read_order, read_task
from services.priority import step_back

BETWEEN_LINES = 0.2
"""Seconds between two lines about how far it is."""
TIME_TO_END = 2.0
"""Seconds that an orphan has to stop between two requests."""
CHUNK = 4096
STANDARD_INPUT = 0
NOT_TOLD = 2


@click.command(hidden=True)
def worker() -> int:
    """Refresh the catalogue for the window that started this process; not for people."""
    orders = _Orders(STANDARD_INPUT)
    task = read_task(orders.first_line())
    if task is None:
        return NOT_TOLD
    step_back()
    orders.listen()
    try:
        return _refreshed(task, orders, sys.stdout.buffer)
    finally:
        orders.ended.set()


def _refreshed(task: RefreshTask, orders: _Orders, out: BinaryIO) -> int:
    """Do the task; returns the exit code."""

    def stopped() -> bool:
        return orders.are_to_stop() or _is_orphan(task.parent)

    telling = _Telling(out, orders)
    try:
        with bootstrap.refreshing_alone(task) as refresh:
            report = refresh(task.asked, told=telling.tell, stopped=stopped)
    except DeskError as error:
        telling.write(line_of(error))
        return 1
    telling.write(line_of(report))
    return 0


def _is_orphan(parent: int) -> bool:
    """Whether the window is gone; where the system does not tell, its end of the line does."""
    return sys.platform != "win32" and os.getppid() != parent


class _Telling:
    """Writes how far it is, not too often: the window has something else to do."""

    def __init__(self, out: BinaryIO, orders: _Orders) -> None:
        self._out = out
        self._orders = orders
        self._phase: RefreshPhase | None = None
        self._next = 0.0

    def tell(self, progress: RefreshProgress) -> None:
        """Tell it when something new has begun, or when some time has passed."""
        self._orders.may_pause = progress.phase is not RefreshPhase.TAKING_IN
        now = time.monotonic()
        if progress.phase is not self._phase or now >= self._next:
            self._phase, self._next = progress.phase, now + BETWEEN_LINES
            self.write(line_of(progress))

    def write(self, line: bytes) -> None:
        """Write a line; a window that is gone wants nothing more."""
        try:
            self._out.write(line)
            self._out.flush()
        except OSError:
            raise ImportCancelled from None


class _Orders:
    """What the window says, read by a thread of its own while the refresh goes on.

    It reads the bare file: at the end of the process nobody may hold Python's own reader of standard input. When the
    window's end is closed the refresh stops; if it hangs in a request then, the process ends: all is on disk.
    """

    def __init__(self, file: int) -> None:
        self.ended = threading.Event()
        self.may_pause = True
        self._file = file
        self._rest = b""
        self._to_stop = False
        self._goes_on = threading.Event()
        self._goes_on.set()

    def first_line(self) -> bytes:
        """Wait for the first line."""
        while b"\n" not in self._rest and (told := self._read()):
            self._rest += told
        line, _, self._rest = self._rest.partition(b"\n")
        return line

    def listen(self) -> None:
        """Obey what was said already, and follow what is said from now on."""
        self._obey()
        threading.Thread(target=self._follow, name="orders", daemon=True).start()

    def are_to_stop(self) -> bool:
        """Tell whether the refresh is to stop; holds it up while it is paused."""
        if self.may_pause:
            self._goes_on.wait()
        return self._to_stop

    def _follow(self) -> None:
        while told := self._read():
            self._rest += told
            self._obey()
        self._stop()
        if not self.ended.wait(TIME_TO_END):
            os._exit(1)

    def _read(self) -> bytes:
        """What is said next; nothing when nobody is there to say it."""
        try:
            return os.read(self._file, CHUNK)
        except OSError:
            return b""

    def _obey(self) -> None:
        *lines, self._rest = self._rest.split(b"\n")
        obeying: dict[RefreshOrder, Callable[[], None]] = {
            RefreshOrder.PAUSE: self._goes_on.clear,
            RefreshOrder.GO_ON: self._goes_on.set,
            RefreshOrder.STOP: self._stop,
        }
        for line in lines:
            if (order := read_order(line)) is not None:
                obeying[order]()

    def _stop(self) -> None:
        self._to_stop = True
        self._goes_on.set()
