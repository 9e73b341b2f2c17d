"""How old objects are and what belongs to them, read from the tables and the heads of objects alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

import msgspec

from desk.model.catalogue import NO_SOURCE, Source
from desk.model.freshness import ObjectAge, Surroundings
from offline_cache.connection import StoreConnection
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
        rows = self._connection.execute(_AGES, (_listed(ids),)).fetchall()
        return {
            identity: ObjectAge(datetime.fromisoformat(fetched), _head.decode(body).source)
            for identity, fetched, body in rows
        }

    def around(self, ids: Iterable[str]) -> Mapping[str, Surroundings]:
        """What belongs to each; also the real objects that starter ones among it stand in for."""
        asked = list(dict.fromkeys(ids))
        channels: dict[str, set[str]] = {identity: set() for identity in asked}
        others: dict[str, set[str]] = {identity: set() for identity in asked}
        listed = _listed(asked)
        for service, channel in self._connection.execute(_CHANNELS, (listed, listed)).fetchall():
            channels[service].add(channel)
        for service, shared in self._connection.execute(_SHARED, (listed,)).fetchall():
            others[service].add(shared)
        replaced = self._replaced([*asked, *(each for some in channels.values() for each in some)])
        for identity in asked:
            others[identity].update(replaced.get(identity, ()))
            channels[identity].update(real for each in tuple(channels[identity]) for real in replaced.get(each, ()))
        return {
            identity: Surroundings(frozenset(channels[identity]), frozenset(others[identity])) for identity in asked
        }

    def _replaced(self, ids: Iterable[str]) -> Mapping[str, set[str]]:
        found: dict[str, set[str]] = {}
        for owner, replaced in self._connection.execute(_REPLACED, (_listed(ids),)).fetchall():
            found.setdefault(owner, set()).add(replaced)
        return found


def _listed(ids: Iterable[str]) -> str:
    return msgspec.json.encode(sorted(set(ids))).decode()
