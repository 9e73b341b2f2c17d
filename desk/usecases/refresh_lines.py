"""What the window and the refresh in its own process say to each other: one line of JSON, or one word, at a time.

The refresh takes in tens of thousands of objects, and a thread of the window's process would cost it frames. So it
runs in a process of its own (``desk catalogue worker``), which the window starts and which ends with it:

- the first line that the window writes is ``desk.bootstrap.WorkerStart.first_line``: it holds the keys of the two
  stores, so it is never logged, and nothing of it stands in the process's arguments or environment;
- then, whenever it wants, one of the orders ``pause``, ``go on`` and ``stop`` on a line of its own;
- the worker writes ``{"progress": …}``, at most five times a second, and at last exactly one ``{"report": …}`` or
  ``{"error": {"id": …, "details": {…}}}``. A stop is the error ``catalogue.import_cancelled``;
- it ends when the window closes its end or dies. What was fetched by then is kept on the shelf.

Exit code 0 after a report and 1 after an error. An end without either is a bug, whose traceback is on standard error.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

import msgspec

from desk.errors import DeskError
from desk.model.refresh import RefreshProgress, RefreshReport
from desk.usecases.refresh_plan import RefreshAsk


@dataclass(frozen=True, slots=True)
class RefreshTask:
    """What the worker is to do, with which keys; ``parent`` is the process that it lives with."""

    path: str
    catalogue_key: bytes = field(repr=False)
    refresh_key: bytes = field(repr=False)
    asked: RefreshAsk
    parent: int


class RefreshOrder(StrEnum):
    """What the window may tell a running refresh."""

    PAUSE = "pause"
    GO_ON = "go on"
    STOP = "stop"


@dataclass(frozen=True, slots=True)
class RefreshFailed:
    """The known error that ended a refresh, as ``i18n.error_text`` takes it."""

    id: str
    details: Mapping[str, str] = field(default_factory=dict)


WorkerSaid = RefreshProgress | RefreshReport | RefreshFailed
"""What a line of the worker can be."""


def task_line(task: RefreshTask) -> bytes:
    """Return a task as the first line to write to the worker."""
    return msgspec.json.encode(task) + b"\n"


def read_task(line: bytes) -> RefreshTask | None:
    """Return the task on the first line, if it is one."""
    try:
        return msgspec.json.decode(line, type=RefreshTask)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return None


class _Line(msgspec.Struct, omit_defaults=True):
    """A line on the wire: one of these."""

    progress: RefreshProgress | None = None
    report: RefreshReport | None = None
    error: RefreshFailed | None = None


def order_line(order: RefreshOrder) -> bytes:
    """Return an order as the line to write to the worker."""
    return f"{order}\n".encode()


def read_order(line: bytes) -> RefreshOrder | None:
    """Return the order on a line, if it is one."""
    told = line.decode(errors="replace").strip()
    return RefreshOrder(told) if told in tuple(RefreshOrder) else None


def line_of(said: RefreshProgress | RefreshReport | DeskError) -> bytes:
    """Return the line that the worker writes."""
    match said:
        case RefreshProgress():
            line = _Line(progress=said)
        case RefreshReport():
            line = _Line(report=said)
        case _:
            line = _Line(error=RefreshFailed(said.id, said.details))
    return msgspec.json.encode(line) + b"\n"


def read_line(line: bytes) -> WorkerSaid | None:
    """Return what the worker said on one line; nothing when the line is no line of it."""
    try:
        read = msgspec.json.decode(line, type=_Line)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return None
    return read.report or read.error or read.progress
