"""Objects into the tables that they are kept in and found by, and out of them again.

Plain SQL in batches, inside a transaction of somebody else's. Only what changed is written and indexed anew, and
nothing here costs more when the catalogue is larger: a run of ten objects looks at ten objects and what hangs on them.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from desk.model.catalogue import CatalogueObject, Channel, GeneralDescription, Service
from offline_cache.catalogue import rows
from offline_cache.catalogue.documents import DocumentWriter
from offline_cache.catalogue.indexing import document_of
from offline_cache.catalogue.organization_names import OrganizationNames
from offline_cache.catalogue.rows import Entry
from offline_cache.catalogue.words import Forms
from offline_cache.connection import StoreConnection

INSERT_ENTRY = """
    INSERT INTO entry (id, kind, starter, hidden, general_description, nationwide, fetched, digest, body)
    VALUES (?, ?, ?, 0, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, starter = excluded.starter, hidden = 0,
        general_description = excluded.general_description, nationwide = excluded.nationwide,
        fetched = excluded.fetched, digest = excluded.digest, body = excluded.body
"""
READ_DIGESTS = """
    SELECT entry.id, entry.digest FROM json_each(?) AS asked JOIN entry ON entry.id = asked.value
"""
READ_OBJECTS = """
    SELECT entry.id, entry.kind, entry.body FROM json_each(?) AS asked JOIN entry ON entry.id = asked.value
"""
HIDE_REPLACED = """
    UPDATE entry SET hidden = real.here FROM (
        SELECT owner, max(EXISTS (
            SELECT 1 FROM entry AS other
            WHERE (other.id = replacement.replaced OR other.general_description = replacement.replaced)
                AND other.starter = 0
        )) AS here FROM replacement GROUP BY owner
    ) AS real WHERE entry.id = real.owner AND entry.starter = 1 AND entry.hidden <> real.here
"""
HIDE_DOCUMENTS = """
    UPDATE document SET hidden = entry.hidden FROM entry JOIN (SELECT DISTINCT owner FROM replacement) AS replacing
        ON entry.id = replacing.owner
    WHERE document.kind = entry.kind AND document.id = entry.id AND document.hidden <> entry.hidden
"""
KEYS_BY_OWNER: tuple[tuple[str, Callable[[CatalogueObject], Iterable[str]]], ...] = (
    ("INSERT OR IGNORE INTO service_class (class, owner) VALUES (?, ?)", rows.classes_of),
    ("INSERT OR IGNORE INTO place (municipality, owner) VALUES (?, ?)", rows.places_of),
    ("INSERT OR IGNORE INTO replacement (replaced, owner) VALUES (?, ?)", lambda item: item.source.replaces),
    ("INSERT OR IGNORE INTO offered_by (organization, owner) VALUES (?, ?)", rows.organizations_of),
)
OWNED = ("link", "service_class", "place", "replacement", "offered_by")
OBJECTS_BETWEEN_COLLECTIONS = 200_000
AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class Written:
    """What became of a batch. ``changed`` has what was there before, if it was asked for, and what is there now."""

    new: list[Entry] = field(default_factory=list)
    changed: list[tuple[CatalogueObject | None, Entry]] = field(default_factory=list)
    unchanged: int = 0


class EntryWriter:
    """Writes one run's objects; made inside the run's transaction.

    ``compares``: what is replaced is read beforehand, for the log of changes.
    """

    def __init__(self, connection: StoreConnection, forms: Forms, *, compares: bool = False) -> None:
        self._connection = connection
        self._documents = DocumentWriter(connection, forms)
        self._names = OrganizationNames(connection)
        self._compares = compares

    def put(self, batch: Iterable[CatalogueObject], fetched: str) -> Written:
        """Write what is new or another than before; the rest is noted as seen."""
        entries = {item.id: rows.entry_of(item) for item in batch}
        known = dict(self._asked(READ_DIGESTS, list(entries)))
        other = {key: entry for key, entry in entries.items() if known.get(key) != entry.digest}
        same = [(fetched, key) for key in entries if key not in other]
        self._connection.executemany("UPDATE entry SET fetched = ? WHERE id = ?", same)
        replaced = [key for key in other if key in known]
        before = self._objects(replaced) if self._compares else {}
        self._names.learn([entry.item for entry in other.values()])
        self._store(list(other.values()), replaced, fetched)
        self._index_known([entry.item for entry in other.values()])
        return Written(
            [entry for key, entry in other.items() if key not in known],
            [(before.get(key), other[key]) for key in replaced],
            len(same),
        )

    def remove(self, things: Sequence[tuple[str, str]]) -> None:
        """Take objects away by kind and id, with all that they are found by."""
        self._documents.remove(things)
        owners = [(key,) for _, key in things]
        for table in OWNED:
            self._connection.executemany(f"DELETE FROM {table} WHERE owner = ?", owners)  # noqa: S608
        self._connection.executemany("DELETE FROM entry WHERE id = ?", owners)

    def settle(self) -> None:
        """What hangs on several objects: new names of organizations in the index, and which starters are hidden."""
        for owners in _pieces(self._names.outdated()):
            self._index(self._objects(owners).values())
        self._connection.execute(HIDE_REPLACED)
        self._connection.execute(HIDE_DOCUMENTS)

    def _store(self, entries: Sequence[Entry], replaced: Sequence[str], fetched: str) -> None:
        for table in OWNED:
            self._connection.executemany(f"DELETE FROM {table} WHERE owner = ?", [(key,) for key in replaced])  # noqa: S608
        self._connection.executemany(INSERT_ENTRY, [_entry_row(entry, fetched) for entry in entries])
        links = [(*link, entry.item.id) for entry in entries for link in rows.links_of(entry.item)]
        self._connection.executemany("INSERT OR IGNORE INTO link (service, channel, owner) VALUES (?, ?, ?)", links)
        for statement, keys_of in KEYS_BY_OWNER:
            self._connection.executemany(
                statement, [(key, entry.item.id) for entry in entries for key in keys_of(entry.item)]
            )

    def _index_known(self, items: Sequence[CatalogueObject]) -> None:
        """What names an organization that has not come yet waits for the end, so that nothing is indexed twice."""
        self._names.look_up(items)
        later = {item.id for item in items if not self._names.are_known(item)}
        self._names.written(item.id for item in items)
        self._names.postpone(later)
        self._index(item for item in items if item.id not in later)

    def _index(self, items: Iterable[CatalogueObject]) -> None:
        found = [item for item in items if isinstance(item, Service | Channel | GeneralDescription)]
        names = self._names.of(found)
        self._documents.put(document_of(item, names) for item in found)

    def _objects(self, ids: Sequence[str]) -> dict[str, CatalogueObject]:
        return {key: rows.object_of(kind, body) for key, kind, body in self._asked(READ_OBJECTS, ids)}

    def _asked(self, question: str, ids: Sequence[str]) -> list[Any]:
        return self._connection.execute(question, (rows.listed(ids),)).fetchall() if ids else []


@contextmanager
def few_collections() -> Iterator[None]:
    """An import makes millions of small objects and no cycles: looking for cycles all the time costs a fifth of it."""
    usual = gc.get_threshold()
    gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def _pieces(keys: Sequence[str]) -> Iterator[Sequence[str]]:
    return (keys[start : start + AT_ONCE] for start in range(0, len(keys), AT_ONCE))


def _entry_row(entry: Entry, fetched: str) -> tuple[Any, ...]:
    item = entry.item
    service = item if isinstance(item, Service) else None
    return (
        item.id,
        entry.kind,
        item.source.starter,
        service.general_description if service else None,
        bool(service and service.nationwide),
        fetched,
        entry.digest,
        entry.body,
    )
