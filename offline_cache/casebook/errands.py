"""The errands that unfinished visits follow: each version once, and gone when no visit needs it."""

from __future__ import annotations

from collections.abc import Callable

from desk.model.ids import VisitId
from desk.model.visit import Visit
from offline_cache.connection import StoreConnection, transaction

_FORGET = """
    DELETE FROM errands WHERE position < (SELECT max(position) FROM errands)
    AND content NOT IN (SELECT content FROM follows)
"""
"""The newest one stays: it is the program's own, which the next visit follows."""


def keep(connection: StoreConnection, content: str, body: Callable[[], bytes]) -> None:
    """Keep a version that is not there yet; ``body`` is asked only then."""
    if connection.execute("SELECT 1 FROM errands WHERE content = ?", (content,)).fetchone():
        return
    made = body()
    with transaction(connection):
        connection.execute("REPLACE INTO errands (content, body) VALUES (?, ?)", (content, made))
        connection.execute(_FORGET)


def body_of(connection: StoreConnection, content: str) -> bytes | None:
    """A version as it was kept."""
    row = connection.execute("SELECT body FROM errands WHERE content = ?", (content,)).fetchone()
    return row[0] if row else None


def following(connection: StoreConnection) -> dict[VisitId, str]:
    """Every unfinished visit with the version that it follows."""
    rows = connection.execute("SELECT visit, content FROM follows ORDER BY visit").fetchall()
    return {VisitId(visit): content for visit, content in rows}


def project(connection: StoreConnection, visit: Visit) -> None:
    """Bring what a visit follows to where its events lead, and forget what no visit needs any longer."""
    if visit.is_unfinished:
        connection.execute("REPLACE INTO follows (visit, content) VALUES (?, ?)", (visit.id, visit.content))
    else:
        connection.execute("DELETE FROM follows WHERE visit = ?", (visit.id,))
        connection.execute(_FORGET)
