"""A pack into the catalogue: a first load of its areas from its publisher, with files beside, in one transaction."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desk.model.catalogue import CatalogueObject
from desk.model.pack import PackChanges, PackIntake
from desk.model.refresh import ObjectKind, RefreshKind, RefreshRun
from desk.ports.packs import SealedPack
from offline_cache.catalogue import rows
from offline_cache.catalogue.errands_bundle import BroughtErrands, put_errands
from offline_cache.catalogue.pack_leaving import Leaving, buried
from offline_cache.catalogue.pack_reading import PackReader
from offline_cache.catalogue.pack_rows import (
    FormRow,
    LibraryRow,
    TombstoneRow,
    is_new_form,
    put_form,
    put_library,
    put_tombstones,
)
from offline_cache.catalogue.store import SqlCatalogue
from offline_cache.connection import StoreConnection


class PackTaking:
    """One pack being taken in. Implements ``desk.ports.catalogue_refresh.RunContents``."""

    def __init__(self, catalogue: SqlCatalogue, reader: PackReader, pack: SealedPack, intake: PackIntake) -> None:
        self._catalogue = catalogue
        self._pack = pack
        self._intake = intake
        self._tombstones: list[TombstoneRow] = []
        self._seen: dict[ObjectKind, set[str]] = {kind: set() for kind in ObjectKind}
        self._forms = 0
        self._reader = reader

    def run(self) -> PackChanges:
        """Take it in; raises a ``PackError`` or a ``FolderError``, and then nothing has changed."""
        codes, self._tombstones = self._reader.beginning()
        taken = self._catalogue.take_in_run(self, self._as_run(), codes, _nobody_counts, beside=self._write_files)
        return PackChanges(taken.new, taken.changed, taken.unchanged, 0, taken.gone, self._forms)

    def batches(self) -> Iterator[Sequence[CatalogueObject]]:
        """The objects of the pack."""
        for batch in self._reader.objects():
            for item in batch:
                self._seen[ObjectKind(rows.KINDS[type(item)])].add(item.id)
            yield batch

    def gone(self) -> Iterator[tuple[ObjectKind, str]]:
        """What the publisher says is gone; and what is not in a pack of all that this desk holds."""
        leaving = Leaving(self._catalogue, self._pack.header.inside, self._intake.is_older)
        return leaving.gone(self._tombstones, self._seen)

    def unread(self) -> tuple[tuple[ObjectKind, str], ...]:
        """A pack is read whole, or not at all."""
        return ()

    def _as_run(self) -> RefreshRun:
        inside = self._pack.header.inside
        return RefreshRun(
            id=f"pack {self._intake.taken.isoformat()}",
            kind=RefreshKind.FIRST,
            source=self._intake.publisher,
            areas=inside.areas,
            started=inside.as_of,
            watermark=inside.watermark or inside.as_of,
        )

    def _write_files(self, connection: StoreConnection) -> None:
        put_tombstones(connection, buried(self._tombstones, self._seen))
        for file in self._reader.files():
            if isinstance(file, FormRow):
                self._forms += is_new_form(connection, file)
                put_form(connection, file)
            elif isinstance(file, LibraryRow):
                put_library(connection, file)
            else:
                self._write_errands(connection, file)

    def _write_errands(self, connection: StoreConnection, bundle: bytes) -> None:
        version = self._pack.header.inside.errands
        if version is None or not self._intake.with_errands:
            return
        intake = self._intake
        put_errands(
            connection,
            BroughtErrands(version.content_hash, version.dated, version.format, intake.publisher, intake.taken, bundle),
        )


def _nobody_counts(done: int) -> None:
    """The reader tells of the progress itself."""
    del done
