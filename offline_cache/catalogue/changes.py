"""The log of what runs changed: what is new, what is another than before and in what, and what is gone.

It answers *what changed since my last shift*, so it keeps some months and no more.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta

import msgspec

from desk.model.catalogue import CatalogueObject
from desk.model.changed_fields import changed_fields
from desk.model.local_text import LocalText
from desk.model.refresh import CatalogueChange, ChangedField, ChangeKind, ObjectKind
from offline_cache.catalogue.rows import Entry, listed
from offline_cache.connection import StoreConnection

KEPT = timedelta(days=120)
INSERT = "INSERT INTO change (at, change, kind, id, names, fields) VALUES (?, ?, ?, ?, ?, ?)"
READ = "SELECT at, change, kind, id, names, fields FROM change WHERE at > ? ORDER BY at DESC, position DESC"
READ_OF = """
    SELECT at, change, kind, id, names, fields FROM change
    WHERE id IN (SELECT value FROM json_each(?)) AND at > ? ORDER BY at DESC, position DESC
"""
_fields = msgspec.json.Decoder(tuple[ChangedField, ...])


class ChangeLog:
    """Writes one run's changes, inside its transaction."""

    def __init__(self, connection: StoreConnection, at: datetime) -> None:
        self._connection = connection
        self._at = at

    def new(self, entries: Iterable[Entry]) -> None:
        """Objects that were not there."""
        self._write(ChangeKind.NEW, ((each.kind, each.item.id, each.item.names, ()) for each in entries))

    def changed(self, pairs: Iterable[tuple[CatalogueObject, Entry]]) -> None:
        """Objects before and after; those that nobody sees a difference in are left out."""
        compared = ((new, changed_fields(old, new.item)) for old, new in pairs)
        told = ((new.kind, new.item.id, new.item.names, fields) for new, fields in compared if fields)
        self._write(ChangeKind.CHANGED, told)

    def gone(self, things: Iterable[tuple[str, str, LocalText]]) -> None:
        """Kind, id and names of what is gone."""
        self._write(ChangeKind.GONE, ((kind, identity, names, ()) for kind, identity, names in things))

    def prune(self) -> None:
        """Let go of what is too old to be asked for."""
        self._connection.execute("DELETE FROM change WHERE at < ?", (_stamp(self._at - KEPT),))

    def _write(self, change: ChangeKind, told: Iterable[tuple[str, str, LocalText, tuple[ChangedField, ...]]]) -> None:
        at = _stamp(self._at)
        self._connection.executemany(
            INSERT,
            [
                (at, change.value, kind, identity, msgspec.json.encode(names.texts), msgspec.json.encode(fields))
                for kind, identity, names, fields in told
            ],
        )


def read_changes(
    connection: StoreConnection, since: datetime, ids: Sequence[str] | None = None
) -> tuple[CatalogueChange, ...]:
    """What changed after ``since``, newest first; of these objects only, when they are named."""
    if ids is None:
        found = connection.execute(READ, (_stamp(since),)).fetchall()
    else:
        found = connection.execute(READ_OF, (listed(ids), _stamp(since))).fetchall()
    return tuple(
        CatalogueChange(
            at=datetime.fromisoformat(at),
            change=ChangeKind(change),
            kind=ObjectKind(kind),
            id=identity,
            names=LocalText(msgspec.json.decode(names)),
            fields=_fields.decode(fields),
        )
        for at, change, kind, identity, names, fields in found
    )


def _stamp(moment: datetime) -> str:
    """In one zone and one length, so that moments compare as text."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")
