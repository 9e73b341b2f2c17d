"""The day list as it is read: one row for each thing of a visit that has its day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from desk.model.due import Due, DueKind, Harm
from desk.model.ids import VisitId
from desk.model.person import ContactKind
from desk.model.visit import Visit
from desk.model.what_is_due import due_of
from offline_cache.connection import StoreConnection

MADE = "projections.due"
"""The setting's name."""
VERSION = "1"
"""What the rows are made with. Another number makes them anew, once."""
_COLUMNS = "visit, number, kind, day, harm, of, quiet, reach, avoid, seen"


def project(connection: StoreConnection, visit: Visit) -> None:
    """Bring the rows of one visit to where its events lead."""
    connection.execute("DELETE FROM due WHERE visit = ?", (visit.id,))
    connection.executemany(
        f"INSERT INTO due ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
        [_row(each) for each in due_of(visit)],
    )


def due(connection: StoreConnection, until: date) -> tuple[Due, ...]:
    """What is due up to and with a day, or comes into sight by then; the earliest first."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM due WHERE seen <= ? ORDER BY day, number, kind, of",  # noqa: S608
        (until.isoformat(),),
    )
    return tuple(_due(row) for row in rows)


def _row(each: Due) -> tuple[object, ...]:
    reach = each.reach.value if each.reach is not None else None
    avoid = " ".join(kind.value for kind in each.avoid)
    first = (each.visit, each.number, each.kind.value, each.day.isoformat(), each.harm.value, each.of)
    return (*first, int(each.quiet), reach, avoid, (each.seen or each.day).isoformat())


def _due(row: tuple[str, int, str, str, str, str, int, str | None, str, str]) -> Due:
    visit, number, kind, day, harm, of, quiet, reach, avoid, seen = row
    return Due(
        VisitId(visit),
        number,
        DueKind(kind),
        date.fromisoformat(day),
        Harm(harm),
        of,
        bool(quiet),
        ContactKind(reach) if reach else None,
        tuple(map(ContactKind, avoid.split())),
        date.fromisoformat(seen) if seen != day else None,
    )


def is_made(connection: StoreConnection) -> bool:
    """Whether every visit has its rows: a casebook from before there was a day list has none yet."""
    row = connection.execute("SELECT value FROM setting WHERE name = ?", (MADE,)).fetchone()
    return row is not None and row[0] == VERSION


def note_made(connection: StoreConnection) -> None:
    """Every visit has its rows now."""
    connection.execute("REPLACE INTO setting (name, value) VALUES (?, ?)", (MADE, VERSION))


def unfinished(connection: StoreConnection) -> tuple[VisitId, ...]:
    """The visits that can have anything on the list."""
    rows = connection.execute("SELECT id FROM visit WHERE NOT erased AND (kept OR ended_at IS NULL) ORDER BY number")
    return tuple(VisitId(visit) for (visit,) in rows)


def among(visits: Iterable[Visit], until: date) -> tuple[Due, ...]:
    """The same list worked out of the visits themselves, where there are no rows to read yet."""
    found = (each for visit in visits for each in due_of(visit) if (each.seen or each.day) <= until)
    return tuple(sorted(found, key=lambda each: (each.day, each.number, each.kind, each.of)))
