"""What a pack would change, found by reading all of it and writing nothing."""

from __future__ import annotations

from collections.abc import Sequence

from desk.model.catalogue import CatalogueObject
from desk.model.pack import PackChanges, Told
from desk.model.refresh import ObjectKind
from desk.ports.packs import SealedPack
from offline_cache.catalogue import rows
from offline_cache.catalogue.entries import READ_DIGESTS
from offline_cache.catalogue.pack_leaving import Leaving
from offline_cache.catalogue.pack_reading import ErrandsJudge, PackReader
from offline_cache.catalogue.pack_rows import FormRow, is_new_form
from offline_cache.connection import StoreConnection, snapshot

_OLD = "SELECT kind, body FROM entry WHERE id = ?"


class Comparing:
    """One comparison."""

    def __init__(self, connection: StoreConnection, judge: ErrandsJudge, leaving: Leaving) -> None:
        self._connection = connection
        self._leaving = leaving
        self._judge = judge
        self._new = self._changed = self._unchanged = self._older = 0
        self._seen: dict[ObjectKind, set[str]] = {kind: set() for kind in ObjectKind}

    def changes(self, pack: SealedPack, told: Told) -> PackChanges:
        """Read the pack through; raises ``PackDamaged`` for contents that nobody can use."""
        with snapshot(self._connection):
            reader = PackReader(pack, self._judge, told)
            _, tombstones = reader.beginning()
            for batch in reader.objects():
                self._compare(batch)
            forms = sum(isinstance(file, FormRow) and is_new_form(self._connection, file) for file in reader.files())
            gone = self._leaving.count(tombstones, self._seen)
        return PackChanges(self._new, self._changed, self._unchanged, self._older, gone, forms)

    def _compare(self, batch: Sequence[CatalogueObject]) -> None:
        asked = rows.listed(item.id for item in batch)
        known: dict[str, bytes] = dict(self._connection.execute(READ_DIGESTS, (asked,)).fetchall())
        for item in batch:
            self._seen[ObjectKind(rows.KINDS[type(item)])].add(item.id)
            if item.id not in known:
                self._new += 1
            elif known[item.id] == rows.entry_of(item).digest:
                self._unchanged += 1
            else:
                self._changed += 1
                self._older += self._is_older(item)

    def _is_older(self, item: CatalogueObject) -> bool:
        """Whether the desk has the object as it was changed later at the source."""
        old: CatalogueObject = rows.object_of(*self._connection.execute(_OLD, (item.id,)).fetchone())
        here, there = old.source.modified, item.source.modified
        return here is not None and there is not None and there < here
