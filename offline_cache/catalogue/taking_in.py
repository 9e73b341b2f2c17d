"""Objects into the catalogue: one run, one transaction, and only what changed is indexed anew.

Plain SQL in batches: an import of the whole country is a few hundred thousand rows, and nothing reads them
before the transaction ends.
"""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import msgspec

from desk.model.catalogue import CatalogueObject, Channel, GeneralDescription, Organization, Service
from desk.model.intake import Intake, TakenIn
from desk.model.search import Counts
from offline_cache.catalogue import rows
from offline_cache.catalogue.documents import DocumentWriter
from offline_cache.catalogue.indexing import document_of
from offline_cache.catalogue.rows import Entry
from offline_cache.catalogue.words import Forms
from offline_cache.connection import StoreConnection, transaction

INSERT_ENTRY = """
    INSERT INTO entry (id, kind, starter, hidden, general_description, nationwide, fetched, digest, body)
    VALUES (?, ?, ?, 0, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, starter = excluded.starter, hidden = 0,
        general_description = excluded.general_description, nationwide = excluded.nationwide,
        fetched = excluded.fetched, digest = excluded.digest, body = excluded.body
"""
INSERT_NAME = """
    INSERT INTO organization_name (id, names, whole) VALUES (?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET names = excluded.names, whole = excluded.whole WHERE excluded.whole >= whole
"""
HIDE_REPLACED = """
    UPDATE entry SET hidden = EXISTS (
        SELECT 1 FROM replacement
        JOIN entry AS real ON real.id = replacement.replaced OR real.general_description = replacement.replaced
        WHERE replacement.owner = entry.id AND real.starter = 0
    ) WHERE starter = 1
"""
HIDE_DOCUMENTS = """
    UPDATE document SET hidden = (SELECT hidden FROM entry WHERE entry.id = document.id) WHERE starter = 1
"""
KEYS_BY_OWNER: tuple[tuple[str, Callable[[CatalogueObject], Iterable[str]]], ...] = (
    ("INSERT OR IGNORE INTO service_class (class, owner) VALUES (?, ?)", rows.classes_of),
    ("INSERT OR IGNORE INTO place (municipality, owner) VALUES (?, ?)", rows.places_of),
    ("INSERT OR IGNORE INTO replacement (replaced, owner) VALUES (?, ?)", lambda item: item.source.replaces),
)
OWNED = ("link", "service_class", "place", "replacement")
REMEMBER = "INSERT INTO known (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"

OBJECTS_BETWEEN_COLLECTIONS = 200_000
AS_OF = "as_of"
MADE_WITH = "index_made_with"
PLAIN = "endings"
FULL = "dictionaries"
SOURCE = "source"


class TakingIn:
    """One run. Everything happens on the connection that it is given, which writes for nobody else meanwhile."""

    def __init__(self, connection: StoreConnection, forms: Forms) -> None:
        self._connection = connection
        self._forms = forms
        self._documents = DocumentWriter(connection, forms)
        self._names: dict[str, dict[str, str]] = {}
        self._taken: Counter[str] = Counter()
        self._unchanged = 0
        self._real = 0

    def run(self, batches: Iterable[Sequence[CatalogueObject]], intake: Intake) -> TakenIn:
        """Take in all batches, or nothing if one of them cannot be read."""
        with transaction(self._connection), _few_collections():
            self._names = self._known_names()
            self._documents.begin()
            for batch in batches:
                self._take_batch(batch, intake)
            if intake.starter:
                self._forget_old_starters(intake)
            self._connection.execute(HIDE_REPLACED)
            self._connection.execute(HIDE_DOCUMENTS)
            self._connection.executemany(REMEMBER, self._told_of(intake))
        return TakenIn(_counts(self._taken), self._unchanged)

    def _told_of(self, intake: Intake) -> list[tuple[str, str]]:
        told = [(MADE_WITH, PLAIN if self._forms.is_plain else FULL)]
        if self._real:
            told += [(AS_OF, intake.at.isoformat()), (SOURCE, intake.source)]
        return told

    def _forget_old_starters(self, intake: Intake) -> None:
        """The starter catalogue is what came now: an older version's objects go."""
        old = self._connection.execute(
            "SELECT kind, id FROM entry WHERE starter = 1 AND fetched <> ?", (intake.at.isoformat(),)
        ).fetchall()
        self._documents.remove(old)
        for table in OWNED:
            self._connection.executemany(f"DELETE FROM {table} WHERE owner = ?", [(key,) for _, key in old])  # noqa: S608
        self._connection.executemany("DELETE FROM entry WHERE id = ?", [(key,) for _, key in old])

    def _known_names(self) -> dict[str, dict[str, str]]:
        found = self._connection.execute("SELECT id, names FROM organization_name")
        return {identity: msgspec.json.decode(names) for identity, names in found}

    def _take_batch(self, batch: Sequence[CatalogueObject], intake: Intake) -> None:
        entries = {item.id: rows.entry_of(item) for item in batch}
        self._real += sum(not entry.item.source.starter for entry in entries.values())
        known = self._digests(list(entries))
        changed = {key: entry for key, entry in entries.items() if known.get(key) != entry.digest}
        fetched = intake.at.isoformat()
        same = [(fetched, key) for key in entries if key not in changed]
        self._connection.executemany("UPDATE entry SET fetched = ? WHERE id = ?", same)
        self._unchanged += len(same)
        self._learn_names(changed.values())
        self._store(changed.values(), [key for key in changed if key in known], fetched)
        self._taken.update(entry.kind for entry in changed.values())

    def _digests(self, ids: list[str]) -> dict[str, bytes]:
        asked = msgspec.json.encode(ids).decode()
        found = self._connection.execute(
            "SELECT entry.id, entry.digest FROM json_each(?) AS asked JOIN entry ON entry.id = asked.value", (asked,)
        )
        return dict(found.fetchall())

    def _store(self, entries: Iterable[Entry], replaced: list[str], fetched: str) -> None:
        for table in OWNED:
            self._connection.executemany(f"DELETE FROM {table} WHERE owner = ?", [(key,) for key in replaced])  # noqa: S608
        self._connection.executemany(INSERT_ENTRY, [_entry_row(entry, fetched) for entry in entries])
        links = [(*link, entry.item.id) for entry in entries for link in rows.links_of(entry.item)]
        self._connection.executemany("INSERT OR IGNORE INTO link (service, channel, owner) VALUES (?, ?, ?)", links)
        for statement, keys_of in KEYS_BY_OWNER:
            self._connection.executemany(
                statement, [(key, entry.item.id) for entry in entries for key in keys_of(entry.item)]
            )
        self._documents.put(
            document_of(entry.item, self._names)
            for entry in entries
            if isinstance(entry.item, Service | Channel | GeneralDescription)
        )

    def _learn_names(self, entries: Iterable[Entry]) -> None:
        """Names of organizations: their own, or the copies that services carry for those not yet known."""
        learnt: list[tuple[str, bytes, bool]] = []
        for entry in entries:
            for identity, names, whole in _names_in(entry.item):
                if whole or identity not in self._names:
                    self._names[identity] = names
                    learnt.append((identity, msgspec.json.encode(names), whole))
        self._connection.executemany(INSERT_NAME, learnt)


@contextmanager
def _few_collections() -> Iterator[None]:
    """An import makes millions of small objects and no cycles: looking for cycles all the time costs a fifth of it."""
    usual = gc.get_threshold()
    gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def _names_in(item: CatalogueObject) -> list[tuple[str, dict[str, str], bool]]:
    if isinstance(item, Organization):
        return [(item.id, dict(item.names.texts), True)]
    if isinstance(item, Service):
        return [(offer.organization, {"fi": offer.name}, False) for offer in item.offers if offer.name]
    return []


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


def _counts(taken: Counter[str]) -> Counts:
    return Counts(
        services=taken[rows.SERVICE],
        channels=taken[rows.CHANNEL],
        organizations=taken[rows.ORGANIZATION],
        general_descriptions=taken[rows.GENERAL_DESCRIPTION],
        collections=taken[rows.COLLECTION],
    )
