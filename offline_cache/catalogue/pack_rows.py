"""What of the catalogue travels in a pack beside its objects: codes, tombstones, libraries, form files.

These rows are part of the pack's format: who changes them raises ``desk.model.pack.PACK_FORMAT``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, TypeVar

import msgspec

from desk.model.pack import PackedForm, PackRecord, RecordKind
from desk.model.refresh import Code, CodeListKind, ObjectKind
from offline_cache.catalogue.form_files import PUT as PUT_FORM
from offline_cache.catalogue.libraries import library_in
from offline_cache.connection import StoreConnection


class CodeRow(msgspec.Struct, frozen=True):
    """One entry of a code list."""

    which: CodeListKind
    code: Code


class TombstoneRow(msgspec.Struct, frozen=True):
    """An object that is no longer in the national catalogue; ``names`` as it lies in the table."""

    id: str
    kind: ObjectKind
    names: bytes
    at: str

    def __post_init__(self) -> None:
        """Refuse names and a moment that nobody could read out of the table again."""
        _names(self.names)
        _must_be_moment(self.at)


class LibraryRow(msgspec.Struct, frozen=True):
    """A library of the library directory, as it lies in the table."""

    id: str
    municipality: str | None
    name_key: str
    channel: str | None
    fetched: str
    body: bytes

    def __post_init__(self) -> None:
        """Refuse a library and a moment that nobody could read out of the table again."""
        library_in(self.body)
        _must_be_moment(self.fetched)


class FormRow(msgspec.Struct, frozen=True):
    """A form file."""

    url: str
    title: str
    fetched: str
    body: bytes

    def __post_init__(self) -> None:
        """Refuse a moment that nobody could read out of the table again."""
        _must_be_moment(self.fetched)


Row = CodeRow | TombstoneRow | LibraryRow | FormRow
_Row = TypeVar("_Row", CodeRow, TombstoneRow, LibraryRow, FormRow)

_KINDS: dict[type[Any], RecordKind] = {
    CodeRow: RecordKind.CODE,
    TombstoneRow: RecordKind.TOMBSTONE,
    LibraryRow: RecordKind.LIBRARY,
    FormRow: RecordKind.FORM,
}
_TOMBSTONES = "SELECT id, kind, names, at FROM tombstone ORDER BY id"
_LIBRARIES = "SELECT id, municipality, name_key, channel, fetched, body FROM library ORDER BY id"
_FORM = "SELECT url, title, fetched, body FROM form_file WHERE url = ?"
_FORM_SIZE = "SELECT url, title, length(body) FROM form_file WHERE url = ?"
_HAS_FORM = "SELECT 1 FROM form_file WHERE url = ? AND (body = ? OR fetched > ?)"
_PUT_FORM = f"{PUT_FORM} WHERE excluded.fetched >= form_file.fetched"
_PUT_TOMBSTONE = "INSERT OR IGNORE INTO tombstone (id, kind, names, at) VALUES (?, ?, ?, ?)"
_PUT_LIBRARY = """
    INSERT INTO library (id, municipality, name_key, channel, fetched, body) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET municipality = excluded.municipality, name_key = excluded.name_key,
        channel = excluded.channel, fetched = excluded.fetched, body = excluded.body
    WHERE excluded.fetched >= library.fetched
"""

_names = msgspec.json.Decoder(dict[str, str]).decode


def record_of(row: Row) -> PackRecord:
    """Return a row as it stands in a pack."""
    return PackRecord(_KINDS[type(row)], msgspec.msgpack.encode(row))


def row_of(made_of: type[_Row], record: PackRecord) -> _Row:
    """Read a row of a pack; raises ``msgspec.MsgspecError``."""
    return msgspec.msgpack.decode(record.body, type=made_of)


def _must_be_moment(text: str) -> None:
    if datetime.fromisoformat(text).tzinfo is None:
        raise ValueError(f"no time zone: {text}")


def tombstones(connection: StoreConnection) -> tuple[TombstoneRow, ...]:
    """Return what is gone: it is little."""
    found = connection.execute(_TOMBSTONES)
    return tuple(TombstoneRow(key, ObjectKind(kind), bytes(names), at) for key, kind, names, at in found)


def libraries(connection: StoreConnection, channels: frozenset[str] | None) -> tuple[LibraryRow, ...]:
    """Return the libraries that are the same place as one of these channels; all of them for ``None``."""
    rows = [
        LibraryRow(key, municipality, name_key, channel, fetched, bytes(body))
        for key, municipality, name_key, channel, fetched, body in connection.execute(_LIBRARIES)
    ]
    return tuple(row for row in rows if channels is None or row.channel in channels)


def forms_here(connection: StoreConnection, urls: Sequence[str]) -> tuple[PackedForm, ...]:
    """Return those of the forms that are on this desk, in the order of their addresses."""
    found = (connection.execute(_FORM_SIZE, (url,)).fetchone() for url in sorted(set(urls)))
    return tuple(PackedForm(*row) for row in found if row)


def form_records(connection: StoreConnection, forms: Sequence[PackedForm]) -> Iterator[PackRecord]:
    """Return the files of these forms, one at a time."""
    for form in forms:
        url, title, fetched, body = connection.execute(_FORM, (form.url,)).fetchone()
        yield record_of(FormRow(url, title, fetched, bytes(body)))


def is_new_form(connection: StoreConnection, form: FormRow) -> bool:
    """Tell whether this desk has no such form, or another file that is not newer."""
    return connection.execute(_HAS_FORM, (form.url, form.body, form.fetched)).fetchone() is None


def put_form(connection: StoreConnection, form: FormRow) -> None:
    """Keep a form of a pack unless a newer one is here, inside a transaction of somebody else's."""
    connection.execute(_PUT_FORM, (form.url, form.fetched, form.title, form.body))


def put_library(connection: StoreConnection, library: LibraryRow) -> None:
    """Keep a library of a pack unless a newer one is here, inside a transaction of somebody else's."""
    connection.execute(_PUT_LIBRARY, msgspec.structs.astuple(library))


def put_tombstones(connection: StoreConnection, gone: Sequence[TombstoneRow]) -> None:
    """Remember what is gone, also of what never was here: somebody may come with an old paper."""
    rows = [(row.id, row.kind, row.names, row.at) for row in gone]
    connection.executemany(_PUT_TOMBSTONE, rows)
