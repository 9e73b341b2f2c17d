"""The one way to leave the window's thread and come back.

Work is a plain function that never sees a widget. Its result comes back on the window's thread, and is
dropped when whoever asked is gone. The stores live on one thread of their own, the *store lane*: everything
that reads or writes them runs there, in the order in which it was asked for.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from enum import Enum, auto
from threading import Event
from typing import Any, Generic, Protocol, TypeVar

import shiboken6
from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

from desk.errors import DeskError

Result = TypeVar("Result")


class Lane(Enum):
    """Where work runs."""

    STORE = auto()
    """One thread, in order: whatever touches the data folder."""
    FREE = auto()
    """Any thread of the pool: whatever touches nothing of ours."""


class WorkStopped(Exception):
    """Raised inside work by ``Token.check`` after the clerk cancelled it. Nobody is told: they know."""


class Token:
    """What long work holds in its hand: a way to say how far it is, and to learn that it should stop."""

    def __init__(self, tell: Callable[[int, int], None] = lambda _done, _total: None) -> None:
        self._stop = Event()
        self._tell = tell

    @property
    def stopped(self) -> bool:
        """Whether the clerk cancelled."""
        return self._stop.is_set()

    def stop(self) -> None:
        """Ask the work to end at its next ``check``."""
        self._stop.set()

    def check(self) -> None:
        """End the work here when it was cancelled."""
        if self.stopped:
            raise WorkStopped

    def progress(self, done: int, total: int) -> None:
        """Say how far the work is, and end it here when it was cancelled."""
        self.check()
        self._tell(done, total)


@dataclass(frozen=True, slots=True)
class Job(Generic[Result]):
    """Work and what follows it. ``owner`` gone: nothing follows. A ``key`` allows one such job at a time."""

    work: Callable[[Token], Result]
    on_done: Callable[[Result], None]
    on_failed: Callable[[DeskError], None]
    owner: QObject
    lane: Lane = Lane.STORE
    key: Hashable | None = None
    newest_wins: bool = False
    """With a key: an older job with it that has not begun is dropped, instead of refusing the new one."""
    on_progress: Callable[[int, int], None] | None = None


class Runner(Protocol):
    """What presenters know of threads."""

    def run(
        self,
        work: Callable[[], Result],
        on_done: Callable[[Result], None],
        on_failed: Callable[[DeskError], None],
        owner: QObject,
    ) -> Token | None:
        """Run work on the store lane; a shorthand for ``start``."""
        ...

    def start(self, job: Job[Any]) -> Token | None:
        """Start a job; ``None`` when one with its key is under way."""
        ...

    def close(self, last: Callable[[], None] | None = None) -> None:
        """Let what runs end, start nothing more, tell nobody; ``last`` is done after everything else."""
        ...


def job(
    work: Callable[[], Result],
    on_done: Callable[[Result], None],
    on_failed: Callable[[DeskError], None],
    owner: QObject,
) -> Job[Result]:
    """A store job from work that needs no token."""
    return Job(lambda _token: work(), on_done, on_failed, owner)


class _Home(QObject):
    """Lives on the window's thread; its signals bring results there."""

    ended = Signal(int, object, object)
    """Number of the job, result, error."""
    progressed = Signal(int, int, int)
    """Number of the job, done, total."""


class _Work(QRunnable):
    def __init__(self, number: int, asked: Job[Any], token: Token, home: _Home) -> None:
        super().__init__()
        self.setAutoDelete(True)
        self._number = number
        self._job = asked
        self._token = token
        self._home = home

    def run(self) -> None:
        result, error = None, None
        try:
            self._token.check()
            result = self._job.work(self._token)
        except BaseException as raised:  # noqa: BLE001 - carried to the window's thread, and raised there
            error = raised
        if shiboken6.isValid(self._home):
            self._home.ended.emit(self._number, result, error)


class TaskRunner(QObject):
    """The runner of the running program."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._numbers = itertools.count(1)
        self._running: dict[int, tuple[Job[Any], Token]] = {}
        self._closed = False
        self._home = _Home(self)
        self._home.ended.connect(self._ended)
        self._home.progressed.connect(self._progressed)
        self._lanes = {Lane.STORE: QThreadPool(self), Lane.FREE: QThreadPool(self)}
        self._lanes[Lane.STORE].setMaxThreadCount(1)
        self._lanes[Lane.STORE].setExpiryTimeout(-1)

    def run(
        self,
        work: Callable[[], Result],
        on_done: Callable[[Result], None],
        on_failed: Callable[[DeskError], None],
        owner: QObject,
    ) -> Token | None:
        """Run work on the store lane; its result or its known error comes back here."""
        return self.start(job(work, on_done, on_failed, owner))

    def start(self, job: Job[Any]) -> Token | None:
        """Start a job; ``None`` when one with its key is under way, or the runner is closed."""
        if self._closed or not self._admit(job):
            return None
        number = next(self._numbers)
        token = Token(lambda done, total: self._home.progressed.emit(number, done, total))
        self._running[number] = (job, token)
        self._lanes[job.lane].start(_Work(number, job, token, self._home))
        return token

    def close(self, last: Callable[[], None] | None = None) -> None:
        """Ask everything to stop, wait for it, and tell nobody; ``last`` is done on the store lane when all else is."""
        self._closed = True
        for _job, token in self._running.values():
            token.stop()
        if last is not None:
            ending = job(last, lambda _nothing: None, lambda _error: None, self)
            self._lanes[Lane.STORE].start(_Work(next(self._numbers), ending, Token(), self._home))
        for lane in self._lanes.values():
            lane.waitForDone()
        self._running.clear()

    def _admit(self, job: Job[Any]) -> bool:
        if job.key is None:
            return True
        same = [token for other, token in self._running.values() if other.key == job.key]
        if job.newest_wins:
            for token in same:
                token.stop()
            return True
        return not same

    @Slot(int, object, object)
    def _ended(self, number: int, result: Any, error: BaseException | None) -> None:
        asked, token = self._running.pop(number, (None, None))
        if asked is None or token is None or self._closed or not shiboken6.isValid(asked.owner):
            return
        if error is None:
            if not token.stopped:
                asked.on_done(result)
        elif isinstance(error, DeskError):
            asked.on_failed(error)
        elif not isinstance(error, WorkStopped):
            raise error

    @Slot(int, int, int)
    def _progressed(self, number: int, done: int, total: int) -> None:
        job, _token = self._running.get(number, (None, None))
        if job is not None and job.on_progress is not None and shiboken6.isValid(job.owner):
            job.on_progress(done, total)
