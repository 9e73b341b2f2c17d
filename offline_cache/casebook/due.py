"""The day list as it is read: one row for each thing of a visit that has its day."""

from __future__ import annotations

from datetime import date

from desk.model.due import Due, DueKind, Harm
from desk.model.ids import VisitId
from desk.model.visit import Visit
from desk.model.what_is_due import due_of
from offline_cache.connection import StoreConnection


def project(connection: StoreConnection, visit: Visit) -> None:
    """Bring the rows of one visit to where its events lead."""
    connection.execute("DELETE FROM due WHERE visit = ?", (visit.id,))
    rows = [
        (each.visit, each.number, each.kind.value, each.day.isoformat(), each.harm.value, each.of)
        for each in due_of(visit)
    ]
    connection.executemany("INSERT INTO due (visit, number, kind, day, harm, of) VALUES (?, ?, ?, ?, ?, ?)", rows)


def due(connection: StoreConnection, until: date) -> tuple[Due, ...]:
    """What is due up to and with a day, the earliest first."""
    rows = connection.execute(
        "SELECT visit, number, kind, day, harm, of FROM due WHERE day <= ? ORDER BY day, number, kind, of",
        (until.isoformat(),),
    )
    return tuple(
        Due(VisitId(visit), number, DueKind(kind), date.fromisoformat(day), Harm(harm), of)
        for visit, number, kind, day, harm, of in rows
    )
