"""Looks at the casebook's file: every page by its seal, every link of the journal, and what a damage takes with it.

A page that was changed or went bad does not decrypt: nothing on it is ever read wrongly, but it is lost. Only looks:
nothing is repaired, and nothing is made to look whole. After one page that does not decrypt the library refuses all
others on that connection, so each damage costs a new one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from desk.errors import StoreDamaged
from desk.ports.keeping import LostVisit, StoreCheck
from offline_cache.casebook.verification import verify
from offline_cache.connection import StoreConnection

_RANGE = "SELECT count(payload), count(link), max(visit) FROM event WHERE position BETWEEN ? AND ?"
_VISITS = "SELECT visit, position FROM event INDEXED BY ix_event_visit ORDER BY visit"
"""Whose events lie where: the index knows it, on pages of its own."""
_NAMED = "SELECT number, opened_at FROM visit WHERE id = ?"
_MOST_TOLD = 200


class Reader:
    """Reads on a connection that it replaces when a page could not be read. Whoever made it closes it."""

    def __init__(self, open_connection: Callable[[], StoreConnection]) -> None:
        self._open = open_connection
        self.connection = open_connection()

    def rows(self, sql: str, parameters: tuple[object, ...] = ()) -> list[Any]:
        """All rows of a question; raises ``StoreDamaged``."""
        try:
            return self.connection.execute(sql, parameters).fetchall()
        except StoreDamaged:
            self.anew()
            raise

    def anew(self) -> None:
        """Go on with another connection."""
        self.close()
        self.connection = self._open()

    def close(self) -> None:
        """Let go of the file."""
        self.connection.close()


def check(open_connection: Callable[[], StoreConnection]) -> StoreCheck:
    """Look at everything; a damage is told, with the visits that it takes."""
    reader = Reader(open_connection)
    try:
        return _check(reader)
    finally:
        reader.close()


def _check(reader: Reader) -> StoreCheck:
    pages = len(reader.rows("PRAGMA cipher_integrity_check"))
    if pages:
        reader.anew()
    else:
        pages = _faults(reader)
    try:
        report = verify(reader.connection)
    except StoreDamaged:
        reader.anew()
        lost = _lost(reader)
        return StoreCheck(0, None, max(pages, 1), lost or (), lost_untold=lost is None)
    return StoreCheck(report.events, report.broken, pages)


def _faults(reader: Reader) -> int:
    """How many faults the database sees in itself although every page has its seal."""
    try:
        told = reader.rows("PRAGMA quick_check(100)")
    except StoreDamaged:
        return 1
    return 0 if told == [("ok",)] else len(told)


def _lost(reader: Reader) -> tuple[LostVisit, ...] | None:
    """The visits of which an event cannot be read; ``None`` when the damage hides that too."""
    try:
        ((last,),) = reader.rows("SELECT sum(sequence) FROM head")
        positions = set(_unreadable(reader, 1, last or 0))
        if not positions:
            return ()
        visits = sorted({visit for visit, position in reader.rows(_VISITS) if position in positions})
        named = (row for visit in visits[:_MOST_TOLD] for row in reader.rows(_NAMED, (visit,)))
        return tuple(sorted((LostVisit(int(number), day[:10]) for number, day in named), key=lambda v: v.number))
    except StoreDamaged:
        return None


def _unreadable(reader: Reader, first: int, last: int) -> Iterator[int]:
    """The places of events that cannot be read, found by halving."""
    if first > last:
        return
    try:
        reader.rows(_RANGE, (first, last))
    except StoreDamaged:
        if first == last:
            yield first
            return
        middle = (first + last) // 2
        yield from _unreadable(reader, first, middle)
        yield from _unreadable(reader, middle + 1, last)
