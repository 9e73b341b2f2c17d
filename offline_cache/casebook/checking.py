"""Looks at the casebook's file: every page by its seal, every link of the journal, and what a damage takes with it.

A page that was changed or went bad does not decrypt: nothing on it is ever read wrongly, but it is lost. Only looks:
nothing is repaired, and nothing is made to look whole.
"""

from __future__ import annotations

from collections.abc import Iterator

from desk.errors import StoreDamaged
from desk.ports.keeping import LostVisit, StoreCheck
from offline_cache.casebook.verification import verify
from offline_cache.connection import StoreConnection

_RANGE = "SELECT count(payload), count(link), max(visit) FROM event WHERE position BETWEEN ? AND ?"
_NAMED = "SELECT number, opened_at FROM visit WHERE id = ?"
_MOST_TOLD = 200


def check(connection: StoreConnection) -> StoreCheck:
    """Look at everything; a damage is told, with the visits that it takes."""
    pages = len(connection.execute("PRAGMA cipher_integrity_check").fetchall())
    if not pages:
        pages = _faults(connection)
    try:
        report = verify(connection)
    except StoreDamaged:
        lost = _lost(connection)
        return StoreCheck(0, None, max(pages, 1), lost or (), lost_untold=lost is None)
    return StoreCheck(report.events, report.broken, pages)


def _faults(connection: StoreConnection) -> int:
    """How many faults the database sees in itself although every page has its seal."""
    try:
        told = connection.execute("PRAGMA quick_check(100)").fetchall()
    except StoreDamaged:
        return 1
    return 0 if told == [("ok",)] else len(told)


def _lost(connection: StoreConnection) -> tuple[LostVisit, ...] | None:
    """The visits of which an event cannot be read; ``None`` when the damage hides that too."""
    try:
        (last,) = connection.execute("SELECT sum(sequence) FROM head").fetchone()
        ranges = list(_unreadable(connection, 1, last or 0))
        ids = _visits_in(connection, ranges) if ranges else []
        found = (connection.execute(_NAMED, (visit,)).fetchone() for visit in ids)
        return tuple(LostVisit(int(row[0]), row[1][:10]) for row in found if row is not None)[:_MOST_TOLD]
    except StoreDamaged:
        return None


def _unreadable(connection: StoreConnection, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The smallest ranges of events that cannot be read, by halving."""
    if first > last:
        return
    try:
        connection.execute(_RANGE, (first, last)).fetchone()
    except StoreDamaged:
        if first == last:
            yield first, last
            return
        middle = (first + last) // 2
        yield from _unreadable(connection, first, middle)
        yield from _unreadable(connection, middle + 1, last)


def _visits_in(connection: StoreConnection, ranges: list[tuple[int, int]]) -> list[str]:
    """Whose events lie there: the index of visits knows it, on pages of its own."""
    wanted = {position for first, last in ranges for position in range(first, last + 1)}
    rows = connection.execute("SELECT visit, position FROM event INDEXED BY ix_event_visit ORDER BY visit")
    return sorted({visit for visit, position in rows if position in wanted})
