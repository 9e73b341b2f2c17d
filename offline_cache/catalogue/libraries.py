"""Libraries of the library directory in the catalogue, each with the channel that is the same place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

import msgspec

from desk.model.catalogue import Channel, ChannelId
from desk.model.libraries import FetchedLibraries, Library, StoredLibrary, Town
from desk.model.same_place import LETTERS, name_key, pairs
from offline_cache.catalogue import rows
from offline_cache.connection import StoreConnection, transaction

FORGET = """
    DELETE FROM library
    WHERE municipality IN (SELECT value FROM json_each(?)) AND id NOT IN (SELECT value FROM json_each(?))
"""
KEEP = (
    "INSERT OR REPLACE INTO library (id, municipality, name_key, channel, fetched, body) VALUES (?, ?, ?, NULL, ?, ?)"
)
READ_ALL = "SELECT channel, fetched, body FROM library ORDER BY municipality, name_key, id"
READ_ONE = "SELECT channel, fetched, body FROM library WHERE channel = ?"
PLACES = """
    SELECT entry.body FROM document JOIN entry ON entry.id = document.id
    WHERE document.kind = 'channel' AND entry.kind = 'channel' AND entry.starter = 0
    AND (instr(document.names, ?) OR instr(document.names, ?) OR instr(document.names, ?))
"""
"""Places whose name has one of ``LETTERS`` in it. The narrow table tells which of the many channels to look at."""


@dataclass(frozen=True, slots=True)
class _Body:
    """A library as it is stored, with the name of its directory."""

    source: str
    library: Library


library_in = msgspec.json.Decoder(_Body).decode
"""What is stored of a library; raises ``msgspec.MsgspecError``."""


class SqlLibraries:
    """Implements ``desk.ports.library_directory.LibraryShelf``."""

    def __init__(self, connection: StoreConnection) -> None:
        self._connection = connection

    def keep(self, towns: Sequence[Town], fetched: FetchedLibraries, at: datetime, source: str) -> int:
        """Keep these as the libraries of the municipalities; one that could not be read stays as it was."""
        unread = [problem.id for problem in fetched.problems if problem.id]
        with transaction(self._connection):
            self._connection.execute(FORGET, (rows.listed(town.code for town in towns), rows.listed(unread)))
            self._connection.executemany(KEEP, [_row(each, at, source) for each in fetched.libraries])
            return self._pair()

    def libraries(self) -> tuple[StoredLibrary, ...]:
        """All of them, by municipality and name."""
        return tuple(_stored(row) for row in self._connection.execute(READ_ALL).fetchall())

    def of_channel(self, channel: ChannelId) -> StoredLibrary | None:
        """The library that is the same place as a channel."""
        row = self._connection.execute(READ_ONE, (channel,)).fetchone()
        return _stored(row) if row else None

    def _pair(self) -> int:
        """Pair all of them anew: a refresh may have brought a channel, or another of the same name."""
        held = [each.library for each in self.libraries()]
        found = pairs(held, self._places())
        self._connection.execute("UPDATE library SET channel = NULL")
        self._connection.executemany(
            "UPDATE library SET channel = ? WHERE id = ?", [(channel, library) for library, channel in found.items()]
        )
        return len(found)

    def _places(self) -> Iterator[Channel]:
        for (body,) in self._connection.execute(PLACES, LETTERS).fetchall():
            yield rows.object_of(rows.CHANNEL, body)


def _row(library: Library, at: datetime, source: str) -> tuple[object, ...]:
    name = name_key(library.names.pick("fi").text)
    return library.id, library.town.code, name, at.isoformat(), msgspec.json.encode(_Body(source, library))


def _stored(row: tuple[str | None, str, bytes]) -> StoredLibrary:
    body = library_in(row[2])
    return StoredLibrary(
        body.library, datetime.fromisoformat(row[1]), body.source, ChannelId(row[0]) if row[0] else None
    )
