"""What is kept of visits that are over, as it is read when its time is looked at: days, and nothing of a person."""

from __future__ import annotations

from datetime import date

from desk.model.ids import VisitId
from desk.model.keeping import Category, Kept, kept_of
from desk.model.role import Role
from desk.model.visit import Visit
from offline_cache.connection import StoreConnection

_COLUMNS = "visit, number, category, since, last_day, role"


def project(connection: StoreConnection, visit: Visit) -> None:
    """Bring the rows of one visit to where its events lead."""
    connection.execute("DELETE FROM keeping WHERE visit = ?", (visit.id,))
    connection.executemany(
        f"INSERT INTO keeping ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)",  # noqa: S608
        [_row(each) for each in kept_of(visit)],
    )


def kept(connection: StoreConnection) -> tuple[Kept, ...]:
    """All that is kept, by the number of its visit."""
    rows = connection.execute(f"SELECT {_COLUMNS} FROM keeping ORDER BY number, category")  # noqa: S608
    return tuple(_kept(row) for row in rows)


def _row(each: Kept) -> tuple[object, ...]:
    last_day = each.last_day.isoformat() if each.last_day is not None else None
    role = each.role.value if each.role is not None else None
    return each.visit, each.number, each.category.value, each.since.isoformat(), last_day, role


def _kept(row: tuple[str, int, str, str, str | None, str | None]) -> Kept:
    visit, number, category, since, last_day, role = row
    return Kept(
        VisitId(visit),
        number,
        Category(category),
        date.fromisoformat(since),
        date.fromisoformat(last_day) if last_day else None,
        Role(role) if role else None,
    )
