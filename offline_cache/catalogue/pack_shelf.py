"""Packs out of the catalogue and into it. Implements ``desk.ports.packs.PackShelf``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

from desk.errors import NothingToPack
from desk.model.pack import (
    OBJECTS,
    ErrandsVersion,
    PackChanges,
    PackInside,
    PackIntake,
    PackRecord,
    RecordKind,
    Told,
)
from desk.model.refresh import CodeListKind, SyncArea
from desk.ports.packs import SealedPack
from offline_cache.catalogue.area_objects import AreaIds, bodies, ids_of
from offline_cache.catalogue.errands_bundle import brought_errands
from offline_cache.catalogue.pack_comparing import Comparing
from offline_cache.catalogue.pack_intake import PackTaking
from offline_cache.catalogue.pack_leaving import Leaving
from offline_cache.catalogue.pack_reading import ErrandsJudge, PackReader
from offline_cache.catalogue.pack_rows import (
    CodeRow,
    LibraryRow,
    TombstoneRow,
    form_records,
    forms_here,
    libraries,
    record_of,
    tombstones,
)
from offline_cache.catalogue.store import SqlCatalogue
from offline_cache.connection import StoreConnection, snapshot

_ANY_MOMENT = datetime(2000, 1, 1, tzinfo=UTC)
"""The catalogue's age is asked for by whoever opens the pack; here its date is enough."""


class SqlPackShelf:
    """One thread uses it at a time: the store's."""

    def __init__(self, connection: StoreConnection, catalogue: SqlCatalogue, judge: ErrandsJudge) -> None:
        self._connection = connection
        self._catalogue = catalogue
        self._judge = judge

    @contextmanager
    def contents(self, areas: Sequence[SyncArea], forms: Sequence[str]) -> Iterator[AreaContents]:
        """What is here of these areas with these forms, at one moment whatever a refresh writes meanwhile."""
        with snapshot(self._connection):
            yield AreaContents.found(self._connection, self._catalogue, tuple(areas), forms)

    def compare(self, pack: SealedPack, told: Told) -> PackChanges:
        """Read a pack through and say what it would change."""
        inside, here = pack.header.inside, self._catalogue.status(_ANY_MOMENT).as_of
        leaving = Leaving(self._catalogue, inside, is_older=here is not None and inside.as_of < here)
        return Comparing(self._connection, self._judge, leaving).changes(pack, told)

    def take_in(self, pack: SealedPack, intake: PackIntake, told: Told) -> PackChanges:
        """Take a pack in, in one transaction."""
        return PackTaking(self._catalogue, PackReader(pack, self._judge, told), pack, intake).run()

    def errands(self) -> ErrandsVersion | None:
        """The version of the errands that a pack brought, to be used from the next opening."""
        brought = brought_errands(self._connection)
        return ErrandsVersion(*brought[:3]) if brought else None


@dataclass(frozen=True, slots=True)
class AreaContents:
    """Implements ``desk.ports.packs.PackContents``."""

    inside: PackInside
    _connection: StoreConnection
    _objects: AreaIds
    _codes: tuple[CodeRow, ...]
    _tombstones: tuple[TombstoneRow, ...]
    _libraries: tuple[LibraryRow, ...]

    @staticmethod
    def found(
        connection: StoreConnection, catalogue: SqlCatalogue, areas: tuple[SyncArea, ...], forms: Sequence[str]
    ) -> AreaContents:
        """Look for everything, and count it."""
        objects = ids_of(connection, areas)
        channels = frozenset(objects.ids[RecordKind.CHANNEL]) if areas else None
        codes = tuple(CodeRow(which, code) for which in CodeListKind for code in catalogue.codes(which))
        gone, houses = tombstones(connection), libraries(connection, channels)
        status = catalogue.status(_ANY_MOMENT)
        if status.as_of is None or not objects.ids[RecordKind.SERVICE]:
            raise NothingToPack(areas=", ".join(map(str, areas))) if areas else NothingToPack(kind="empty")
        inside = PackInside(
            areas=areas,
            as_of=status.as_of,
            source=status.source or "",
            counts=objects.counts(),
            watermark=catalogue.memory().watermark,
            codes=len(codes),
            libraries=len(houses),
            tombstones=len(gone),
            forms=forms_here(connection, forms),
        )
        return AreaContents(inside, connection, objects, codes, gone, houses)

    def records(self) -> Iterator[PackRecord]:
        """All of it: what is gone and the codes first, files last."""
        yield from map(record_of, self._codes)
        yield from map(record_of, self._tombstones)
        for kind in OBJECTS:
            for _, body in bodies(self._connection, self._objects.ids[kind]):
                yield PackRecord(kind, body)
        yield from map(record_of, self._libraries)
        yield from form_records(self._connection, self.inside.forms)
