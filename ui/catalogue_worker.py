"""The refresh beside the window: a process of its own, so that fetching a country's services drops no frame here.

What is said to it and what it says are lines (``desk.usecases.refresh_lines``). It ends when this object is closed.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import NamedTuple, Protocol

from PySide6.QtCore import QObject, QProcess, Signal, SignalInstance, Slot

from desk.errors import DeskError, ImportCancelled, RefreshFellOver
from desk.model.refresh import RefreshProgress, RefreshReport
from desk.usecases.refresh_lines import RefreshFailed, RefreshOrder, order_line, read_line
from desk.usecases.refresh_plan import RefreshAsk

log = logging.getLogger(__name__)

END_WITHIN_MS = 3000
STOPPED = ImportCancelled.id


class Start(Protocol):
    """How a worker is begun: what to run, and the line that it is told first."""

    @property
    def argv(self) -> tuple[str, ...]:
        """Return the program and its arguments; no secret stands here."""
        ...

    @property
    def first_line(self) -> bytes:
        """Return what is written to it first: it holds keys, and is never logged."""
        ...


MakeStart = Callable[[RefreshAsk], Start]


class Worker(Protocol):
    """What presenters know of the refresh."""

    progressed: SignalInstance
    ended: SignalInstance
    failed: SignalInstance
    stopped: SignalInstance

    @property
    def is_running(self) -> bool:
        """Whether a refresh is under way, paused or not."""
        ...

    def start(self, start: Start) -> None:
        """Begin; nothing happens when one is under way."""
        ...

    def order(self, order: RefreshOrder) -> None:
        """Pause, go on or stop."""
        ...

    def close(self) -> None:
        """End it now; what was fetched is kept."""
        ...


class _Said(NamedTuple):
    """Lines that are whole, and the beginning of one that is not."""

    lines: tuple[bytes, ...]
    rest: bytes


class CatalogueWorker(QObject):
    """Runs one process at a time."""

    progressed = Signal(object)
    """How far it is (``RefreshProgress``)."""
    ended = Signal(object)
    """All is in (``RefreshReport``)."""
    failed = Signal(object)
    """It ended early (``DeskError``); what was fetched is kept."""
    stopped = Signal()
    """It was asked to stop, and did."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process: QProcess | None = None
        self._rest = b""
        self._has_said_end = False

    @property
    def is_running(self) -> bool:
        """Whether a process is there."""
        return self._process is not None

    def start(self, start: Start) -> None:
        """Begin a refresh."""
        if self._process is not None:
            return
        process = QProcess(self)
        self._process, self._rest, self._has_said_end = process, b"", False
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(self._finished)
        process.errorOccurred.connect(self._broke)
        process.start(start.argv[0], list(start.argv[1:]))
        process.write(start.first_line)

    def order(self, order: RefreshOrder) -> None:
        """Pause, go on or stop."""
        if self._process is not None:
            self._process.write(order_line(order))

    def close(self) -> None:
        """End the process, and tell nobody."""
        process, self._process = self._process, None
        if process is None:
            return
        process.blockSignals(True)  # whoever closes wants to hear nothing more
        process.closeWriteChannel()  # it ends by itself: nobody gives orders any more
        if not process.waitForFinished(END_WITHIN_MS):
            process.kill()
            process.waitForFinished(END_WITHIN_MS)
        process.deleteLater()

    @Slot()
    def _read(self) -> None:
        if self._process is None:
            return
        said = _split(self._rest + self._process.readAllStandardOutput().data())
        self._rest = said.rest
        for line in said.lines:
            self._told(read_line(line))

    def _told(self, said: RefreshProgress | RefreshReport | RefreshFailed | None) -> None:
        if isinstance(said, RefreshProgress):
            self.progressed.emit(said)
        elif isinstance(said, RefreshReport):
            self._has_said_end = True
            self.ended.emit(said)
        elif isinstance(said, RefreshFailed):
            self._has_said_end = True
            if said.id == STOPPED:
                self.stopped.emit()
            else:
                self.failed.emit(known_error(said))

    @Slot()
    def _finished(self) -> None:
        process = self._process
        if process is None:
            return
        self._read()
        self._process = None
        if not self._has_said_end:
            log.error("the refresh fell over: %s", _text(process.readAllStandardError().data()))
            self.failed.emit(RefreshFellOver())
        process.deleteLater()

    @Slot(QProcess.ProcessError)
    def _broke(self, error: QProcess.ProcessError) -> None:
        """A process that never began says nothing when it ends; all others do."""
        if error is QProcess.ProcessError.FailedToStart and self._process is not None:
            process, self._process = self._process, None
            log.error("the refresh did not begin: %s", process.errorString())
            process.deleteLater()
            self.failed.emit(RefreshFellOver())


def _split(said: bytes) -> _Said:
    *lines, rest = said.split(b"\n")
    return _Said(tuple(lines), rest)


def known_error(failed: RefreshFailed) -> DeskError:
    """The error that the other process ended with."""
    waiting: list[type[DeskError]] = [DeskError]
    while waiting:
        kind = waiting.pop()
        if kind.id == failed.id:
            return kind(**failed.details)
        waiting.extend(kind.__subclasses__())
    return RefreshFellOver()


def _text(said: bytes | bytearray | memoryview) -> str:
    return bytes(said).decode("utf-8", "replace")
