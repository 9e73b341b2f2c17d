"""How old objects are and what belongs to them, read from the tables and the heads of objects alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

import msgspec

from desk.model.catalogue import NO_SOURCE, Source
from desk.model.freshness import ObjectAge, Surroundings
from offline_cache.catalogue.rows import listed
from offline_cache.catalogue.run_memory import read_coverage
from offline_cache.connection import StoreConnection
from offline_cache.packing import unpacked
from offline_cache.store import DeskFolder

_AGES = "SELECT id, fetched, body FROM entry WHERE id IN (SELECT value FROM json_each(?))"
_CHANNELS = """
    SELECT link.service, link.channel FROM link WHERE link.service IN (SELECT value FROM json_each(?))
    UNION SELECT entry.id, link.channel FROM entry JOIN link ON link.service = entry.general_description
    WHERE entry.id IN (SELECT value FROM json_each(?))
"""
_SHARED = """
    SELECT id, general_description FROM entry
    WHERE general_description IS NOT NULL AND id IN (SELECT value FROM json_each(?))
"""
_REPLACED = "SELECT owner, replaced FROM replacement WHERE owner IN (SELECT value FROM json_each(?))"


class _Head(msgspec.Struct):
    """Of an object, only where it came from is read."""

    source: Source = NO_SOURCE


_head = msgspec.json.Decoder(_Head)


def ties_in(folder: DeskFolder) -> SqlCatalogueTies:
    """The ties of the catalogue of an open data folder."""
    return SqlCatalogueTies(folder.catalogue)


class SqlCatalogueTies:
    """The port ``desk.ports.catalogue_ties.CatalogueTies``. One thread uses it at a time."""

    def __init__(self, connection: StoreConnection) -> None:
        self._connection = connection

    def ages(self, ids: Iterable[str]) -> Mapping[str, ObjectAge]:
        """The age of each object that is here."""
        coverage = read_coverage(self._connection)
        found: dict[str, ObjectAge] = {}
        for identity, told, body in self._connection.execute(_AGES, (listed(ids),)).fetchall():
            source, fetched = _head.decode(unpacked(body)).source, datetime.fromisoformat(told)
            found[identity] = ObjectAge(fetched if source.starter else coverage.fresh_as_of(fetched), source)
        return found

    def around(self, ids: Iterable[str]) -> Mapping[str, Surroundings]:
        """What belongs to each; also the real objects that starter ones among it stand in for."""
        asked = list(dict.fromkeys(ids))
        these = listed(asked)
        channels = _grouped(self._connection.execute(_CHANNELS, (these, these)).fetchall())
        shared = _grouped(self._connection.execute(_SHARED, (these,)).fetchall())
        known = [*asked, *(each for some in channels.values() for each in some)]
        replaced = _grouped(self._connection.execute(_REPLACED, (listed(known),)).fetchall())
        return {
            identity: Surroundings(
                frozenset(_with_real(channels.get(identity, ()), replaced)),
                frozenset(shared.get(identity, ())),
                frozenset(replaced.get(identity, ())),
            )
            for identity in asked
        }


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for one, other in pairs:
        found.setdefault(one, set()).add(other)
    return found


def _with_real(channels: Iterable[str], replaced: Mapping[str, set[str]]) -> Iterator[str]:
    """The channels, and the real ones that starter ones among them stand in for."""
    for channel in channels:
        yield channel
        yield from replaced.get(channel, ())
