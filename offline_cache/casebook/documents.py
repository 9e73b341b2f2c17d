"""The documents of all visits as they are read: one row each, made by the fold, found by day and by number."""

from __future__ import annotations

from datetime import date

from desk.model.hours import HELSINKI
from desk.model.ids import HandingId, VisitId
from desk.model.visit import Visit
from offline_cache.connection import StoreConnection

FORGET = "DELETE FROM document"


def project(connection: StoreConnection, visit: Visit) -> None:
    """Bring the rows of one visit to where its events lead."""
    connection.execute("DELETE FROM document WHERE visit = ?", (visit.id,))
    rows = [
        (
            id,
            visit.id,
            held.document.number,
            held.document.at.astimezone(HELSINKI).date().isoformat(),
            held.sent.on.isoformat() if held.sent is not None else None,
        )
        for id, held in visit.documents.items()
    ]
    if rows:
        connection.executemany("INSERT INTO document (id, visit, number, day, sent_on) VALUES (?, ?, ?, ?, ?)", rows)


def documents(connection: StoreConnection, day: date) -> tuple[tuple[VisitId, HandingId], ...]:
    """What lies at the desk, and what came or went on a day; ids are in the order of time."""
    rows = connection.execute(
        "SELECT visit, id FROM document WHERE sent_on IS NULL OR day = ? OR sent_on = ? ORDER BY id",
        (day.isoformat(), day.isoformat()),
    )
    return tuple((VisitId(visit), HandingId(id)) for visit, id in rows)


def numbered(connection: StoreConnection, number: str) -> tuple[VisitId, HandingId] | None:
    """The newest document of a number."""
    row = connection.execute(
        "SELECT visit, id FROM document WHERE number = ? ORDER BY id DESC LIMIT 1", (number,)
    ).fetchone()
    return (VisitId(row[0]), HandingId(row[1])) if row else None
