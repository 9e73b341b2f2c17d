"""Records of a pack as objects of the catalogue: each is decoded by itself, and one nobody can use ends it all."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NoReturn, TypeVar

import msgspec

from desk.errors import ErrandsBroken, PackDamaged
from desk.model.catalogue import CatalogueObject
from desk.model.pack import OBJECTS, PackRecord, RecordKind, Told
from desk.model.refresh import Code, CodeListKind
from desk.ports.packs import SealedPack
from offline_cache.catalogue import rows
from offline_cache.catalogue.pack_rows import CodeRow, FormRow, LibraryRow, TombstoneRow, row_of

ErrandsJudge = Callable[[bytes], None]
"""Raises ``ErrandsBroken`` when this desk could not work with such a bundle."""

AT_ONCE = 200
BEGINNING = (RecordKind.CODE, RecordKind.TOMBSTONE)
FILES = (RecordKind.LIBRARY, RecordKind.FORM, RecordKind.ERRANDS)
_Row = TypeVar("_Row", CodeRow, TombstoneRow, LibraryRow, FormRow)


class PackReader:
    """Reads a pack once, in its order: codes and what is gone, objects, then files."""

    def __init__(self, pack: SealedPack, judge: ErrandsJudge, told: Told) -> None:
        self._pack = pack
        self._judge = judge
        self._told = told
        self._records = pack.records()
        self._next: PackRecord | None = next(self._records, None)
        self._done = 0

    def beginning(self) -> tuple[list[tuple[CodeListKind, Code]], list[TombstoneRow]]:
        """The code lists, and what is gone."""
        codes: list[tuple[CodeListKind, Code]] = []
        gone: list[TombstoneRow] = []
        for record in self._while(BEGINNING):
            if record.kind is RecordKind.CODE:
                row = self._row(CodeRow, record)
                codes.append((row.which, row.code))
            else:
                gone.append(self._row(TombstoneRow, record))
        return codes, gone

    def objects(self) -> Iterator[list[CatalogueObject]]:
        """The objects, some hundred at a time."""
        batch: list[CatalogueObject] = []
        for record in self._while(OBJECTS):
            batch.append(self._object(record))
            if len(batch) == AT_ONCE:
                yield batch
                self._tell()
                batch = []
        if batch:
            yield batch
        self._tell()

    def files(self) -> Iterator[LibraryRow | FormRow | bytes]:
        """Libraries, forms, and the errands' bundle as bytes, which was judged."""
        for record in self._while(FILES):
            if record.kind is RecordKind.LIBRARY:
                yield self._row(LibraryRow, record)
            elif record.kind is RecordKind.FORM:
                yield self._row(FormRow, record)
            else:
                yield self._judged(record.body)
        if self._next is not None:
            self._wrong(f"{self._next.kind} after the files")
        self._tell()

    def _while(self, kinds: tuple[RecordKind, ...]) -> Iterator[PackRecord]:
        while self._next is not None and self._next.kind in kinds:
            record, self._next = self._next, next(self._records, None)
            self._done += 1
            yield record

    def _tell(self) -> None:
        self._told(self._done, self._pack.header.payload.records)

    def _row(self, made_of: type[_Row], record: PackRecord) -> _Row:
        try:
            return row_of(made_of, record)
        except msgspec.MsgspecError as error:
            self._wrong(f"{record.kind}: {error}")

    def _object(self, record: PackRecord) -> CatalogueObject:
        if record.body[:1] != b"{":  # what lies packed in the store is not unpacked from outside
            self._wrong(f"{record.kind}: no object")
        try:
            item: CatalogueObject = rows.object_of(record.kind, record.body)
        except (msgspec.MsgspecError, ValueError) as error:
            self._wrong(f"{record.kind}: {error}")
        if item.source.starter or not item.id:
            self._wrong(f"{record.kind}: {item.id} is not of the national catalogue")
        return item

    def _judged(self, bundle: bytes) -> bytes:
        try:
            self._judge(bundle)
        except ErrandsBroken as broken:
            self._wrong(f"errands: {broken}")
        return bundle

    def _wrong(self, reason: str) -> NoReturn:
        raise PackDamaged(kind="made_wrongly", path=self._pack.path, reason=reason)
