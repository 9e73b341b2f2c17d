"""The log of a device loses its content when its time is over: who read what, which errands a visit was about.

What is old is told by the order of the chain, not by its times alone: a clock that was set back makes nothing older,
and one that ran ahead for a while keeps nothing for ever.
"""

from __future__ import annotations

from datetime import datetime

from desk.events import KINDS, NEVER_FORGOTTEN, RECEIPTS
from offline_cache.connection import StoreConnection

FORGOTTEN = "log.forgotten"
"""Setting: up to and with which event it was done."""
LOG_KINDS = frozenset(kind for kind, event in KINDS.items() if not event.personal) - NEVER_FORGOTTEN - RECEIPTS
AT_ONCE = 5000
"""Events of one transaction: a clerk may have to wait for it."""
_FIRST_IN_TIME = """
    SELECT min(sequence) FROM event
    WHERE device = ? AND sequence > ? AND datetime(at) >= datetime(?) AND datetime(at) <= datetime(?)
"""
_FIRST_UNFINISHED = """
    SELECT min(event.sequence) FROM follows CROSS JOIN event ON event.visit = follows.visit WHERE event.device = ?
"""
_LAST = "SELECT sequence FROM head WHERE device = ?"
_MARKS = ", ".join("?" * len(LOG_KINDS))
_HAVING = f"device = ? AND sequence > ? AND sequence <= ? AND payload IS NOT NULL AND kind IN ({_MARKS})"
_COUNT = f"SELECT count(*) FROM event WHERE {_HAVING}"  # noqa: S608
_VISITS = f"SELECT DISTINCT visit FROM event WHERE {_HAVING}"  # noqa: S608
_ERASE = f"UPDATE event SET payload = NULL, salt = NULL WHERE {_HAVING}"  # noqa: S608


def forgotten(connection: StoreConnection) -> int:
    """Up to which event the log of this device has lost its content."""
    row = connection.execute("SELECT value FROM setting WHERE name = ?", (FORGOTTEN,)).fetchone()
    return int(row[0]) if row else 0


def last_before(connection: StoreConnection, device: str, before: datetime, now: datetime) -> int:
    """The last event that is older than a moment, with everything before it; not past a visit that goes on."""
    start = forgotten(connection)
    moments = (before.isoformat(), now.isoformat())
    (first,) = connection.execute(_FIRST_IN_TIME, (device, start, *moments)).fetchone()
    (unfinished,) = connection.execute(_FIRST_UNFINISHED, (device,)).fetchone()
    row = connection.execute(_LAST, (device,)).fetchone()
    end = int(row[0]) + 1 if row else 1
    return max(start, min(each for each in (first, unfinished, end) if each is not None) - 1)


def count(connection: StoreConnection, device: str, until: int) -> int:
    """How many events would lose their content."""
    return int(connection.execute(_COUNT, _asked(connection, device, until)).fetchone()[0])


def visits_in(connection: StoreConnection, device: str, until: int) -> list[str]:
    """The visits of these events."""
    return [row[0] for row in connection.execute(_VISITS, _asked(connection, device, until)).fetchall()]


def erase(connection: StoreConnection, device: str, until: int) -> int:
    """Erase their content, inside the transaction of whoever says so in the journal."""
    return connection.execute(_ERASE, _asked(connection, device, until)).rowcount


def _asked(connection: StoreConnection, device: str, until: int) -> tuple[object, ...]:
    return (device, forgotten(connection), until, *sorted(LOG_KINDS))
