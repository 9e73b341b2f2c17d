"""What was in the national catalogue and is no longer: its name and the day stay, so that an old id is answered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import islice

import msgspec

from desk.model.hours import HELSINKI
from desk.model.local_text import LocalText
from offline_cache.catalogue import rows
from offline_cache.catalogue.entries import AT_ONCE, EntryWriter
from offline_cache.connection import StoreConnection

READ_REAL = """
    SELECT entry.kind, entry.id, entry.body FROM json_each(?) AS asked JOIN entry ON entry.id = asked.value
    WHERE entry.starter = 0
"""
BURY = """
    INSERT INTO tombstone (id, kind, names, at) VALUES (?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, names = excluded.names, at = excluded.at
"""

Buried = tuple[str, str, LocalText]
"""Kind, id and names."""


class Graveyard:
    """Buries objects inside a run's transaction, and brings those back that came again."""

    def __init__(self, connection: StoreConnection, entries: EntryWriter, at: datetime) -> None:
        self._connection = connection
        self._entries = entries
        self._at = at.isoformat()

    def bury(self, ids: Iterable[str], *, marked: bool = True) -> Iterator[list[Buried]]:
        """Take away those that are here, some hundred at a time, and tell which they were.

        Not ``marked``: they go without a word, for nobody can say that they are no longer published.
        """
        remaining = iter(ids)
        while some := list(dict.fromkeys(islice(remaining, AT_ONCE))):  # twice told is gone once
            found = self._connection.execute(READ_REAL, (rows.listed(some),)).fetchall()
            gone = [(kind, key, rows.object_of(kind, body).names) for kind, key, body in found]
            if marked:
                self._connection.executemany(
                    BURY, [(key, kind, msgspec.json.encode(names.texts), self._at) for kind, key, names in gone]
                )
            self._entries.remove([(kind, key) for kind, key, _ in gone])
            yield gone

    def bring_back(self, ids: Iterable[str]) -> None:
        """These are here again."""
        self._connection.executemany("DELETE FROM tombstone WHERE id = ?", [(key,) for key in ids])


def tombstone_of(connection: StoreConnection, identity: str) -> tuple[LocalText, str] | None:
    """The names and the day (ISO, as the desk counts days) of what was taken away, if it was."""
    row = connection.execute("SELECT names, at FROM tombstone WHERE id = ?", (identity,)).fetchone()
    if row is None:
        return None
    return LocalText(msgspec.json.decode(row[0])), datetime.fromisoformat(row[1]).astimezone(
        HELSINKI
    ).date().isoformat()
