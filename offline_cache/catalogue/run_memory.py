"""What a run leaves for the next one, and how far each object's freshness reaches.

An incremental run returns only what changed: all else it has confirmed without a word. So an object is as fresh as
the last run, if a first load or anything after it brought the object; one that was here before is as old as it is.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import msgspec

from desk.model.refresh import ObjectKind, RefreshKind, RefreshMemory, RefreshRun, TakenInRun
from offline_cache.connection import StoreConnection

MEMORY = "refresh"
COVERED_SINCE = "refresh_covers_since"
COVERED_UNTIL = "refresh_covers_until"
REMEMBER = "INSERT INTO known (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"
MOST_TO_ASK_AGAIN = 5_000
"""If files changed more objects than this under a refreshed catalogue, the next run fetches everything."""


class Remembered(msgspec.Struct, frozen=True):
    """The memory, and what the last run did: whoever asks for it again is told the same."""

    memory: RefreshMemory = RefreshMemory()
    taken: TakenInRun = TakenInRun()


class Coverage(msgspec.Struct, frozen=True):
    """Objects seen at or after ``since`` are confirmed up to ``until``."""

    since: datetime | None = None
    until: datetime | None = None

    def fresh_as_of(self, fetched: datetime) -> datetime:
        """The moment up to which an object of the source is known to be as it is here."""
        if self.since is None or self.until is None or fetched < self.since:
            return fetched
        return max(fetched, self.until)


def read_memory(connection: StoreConnection) -> Remembered:
    """What the last run left; nothing if there was none."""
    row = connection.execute("SELECT value FROM known WHERE name = ?", (MEMORY,)).fetchone()
    return msgspec.json.decode(row[0], type=Remembered) if row else Remembered()


def read_coverage(connection: StoreConnection) -> Coverage:
    """How far the runs reach."""
    found = connection.execute(
        "SELECT name, value FROM known WHERE name IN (?, ?)", (COVERED_SINCE, COVERED_UNTIL)
    ).fetchall()
    moments = {name: datetime.fromisoformat(value) for name, value in found}
    return Coverage(moments.get(COVERED_SINCE), moments.get(COVERED_UNTIL))


def remember_run(
    connection: StoreConnection, run: RefreshRun, unread: tuple[tuple[ObjectKind, str], ...], taken: TakenInRun
) -> None:
    """Write down what the next run goes on from. A first load begins a new chain of runs."""
    before = read_memory(connection).memory
    swept = before.swept if run.kind is RefreshKind.CHANGES else run.started
    memory = RefreshMemory(run.id, run.source, run.areas, run.watermark, swept, unread)
    told = [(COVERED_UNTIL, run.started.isoformat())]
    if run.kind is RefreshKind.FIRST or before.watermark is None:
        told.append((COVERED_SINCE, run.started.isoformat()))
    _write(connection, memory, taken)
    connection.executemany(REMEMBER, told)


def ask_again(connection: StoreConnection, changed: list[tuple[ObjectKind, str]]) -> None:
    """Files changed these under a refreshed catalogue: the source is asked about them in the next run."""
    before = read_memory(connection)
    if before.memory.watermark is None or not changed:
        return
    asked = tuple(dict.fromkeys((*before.memory.unread, *changed)))
    if len(asked) <= MOST_TO_ASK_AGAIN:
        memory = replace(before.memory, unread=asked)
    else:
        memory = replace(before.memory, watermark=None, unread=())
    _write(connection, memory, before.taken)


def _write(connection: StoreConnection, memory: RefreshMemory, taken: TakenInRun) -> None:
    told = msgspec.json.encode(Remembered(memory, taken)).decode()
    connection.execute(REMEMBER, (MEMORY, told))
