"""What of the catalogue belongs to an area: its services, and all that they name, as it was at one moment.

The ids are found first and are few; bodies are read in batches, as they lie there, and never decoded.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field

import msgspec

from desk.model.catalogue import Area
from desk.model.pack import OBJECTS, RecordKind
from desk.model.refresh import AreaKind, SyncArea
from desk.model.search import Counts
from offline_cache.catalogue.rows import counts_of, listed
from offline_cache.connection import StoreConnection
from offline_cache.packing import unpacked

BATCH = 400

_EVERYTHING = "SELECT id FROM entry WHERE kind = ? AND starter = 0"
_NATIONWIDE = "SELECT id FROM entry WHERE kind = 'service' AND starter = 0 AND nationwide = 1"
_IN_MUNICIPALITIES = """
    SELECT DISTINCT place.owner FROM json_each(?) AS asked JOIN place ON place.municipality = asked.value
    JOIN entry ON entry.id = place.owner AND entry.starter = 0
"""
_SHARED = """
    SELECT DISTINCT entry.general_description FROM json_each(?) AS asked JOIN entry ON entry.id = asked.value
    WHERE entry.general_description IS NOT NULL
"""
_LINKED = "SELECT DISTINCT link.channel FROM json_each(?) AS asked JOIN link ON link.service = asked.value"
_REAL = """
    SELECT entry.id FROM json_each(?) AS asked CROSS JOIN entry ON entry.id = asked.value
    WHERE entry.kind = ? AND entry.starter = 0
"""
_BODIES = "SELECT entry.id, entry.body FROM json_each(?) AS asked JOIN entry ON entry.id = asked.value"
_LOCAL_SERVICES = "SELECT id, body FROM entry WHERE kind = 'service' AND starter = 0 AND nationwide = 0"
_COLLECTIONS = "SELECT id, body FROM entry WHERE kind = 'collection' AND starter = 0"


class _Areas(msgspec.Struct):
    """Of a service, only where it is given."""

    areas: tuple[Area, ...] = ()


class _Offer(msgspec.Struct):
    organization: str


class _Named(msgspec.Struct):
    """Of any object, whom it names."""

    organization: str | None = None
    parent: str | None = None
    offers: tuple[_Offer, ...] = ()
    services: tuple[str, ...] = ()

    def organizations(self) -> Iterator[str]:
        """The organizations that it names."""
        yield from (each for each in (self.organization, self.parent) if each)
        yield from (offer.organization for offer in self.offers)


_areas = msgspec.json.Decoder(_Areas)
_named = msgspec.json.Decoder(_Named)


@dataclass(frozen=True, slots=True)
class AreaIds:
    """The ids of all objects of an area, sorted, by kind."""

    ids: dict[RecordKind, tuple[str, ...]] = field(default_factory=dict)

    def counts(self) -> Counts:
        """How many there are of each kind."""
        return counts_of({kind: len(ids) for kind, ids in self.ids.items()})


def ids_of(connection: StoreConnection, areas: Sequence[SyncArea]) -> AreaIds:
    """Find what belongs to these areas and the whole country; everything, when no area is named."""
    if not areas:
        return AreaIds({kind: _first(connection.execute(_EVERYTHING, (kind,))) for kind in OBJECTS})
    return _Gathering(connection).ids(areas)


def bodies(connection: StoreConnection, ids: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """Return each object as JSON of our model, in the order of the ids."""
    for start in range(0, len(ids), BATCH):
        batch = ids[start : start + BATCH]
        found = dict(connection.execute(_BODIES, (listed(batch),)).fetchall())
        yield from ((identity, unpacked(found[identity])) for identity in batch if identity in found)


class _Gathering:
    """One way from areas to services, and from them to all that they name."""

    def __init__(self, connection: StoreConnection) -> None:
        self._connection = connection

    def ids(self, areas: Sequence[SyncArea]) -> AreaIds:
        services = self._services(areas)
        shared = self._real(_first(self._ask(_SHARED, services)), RecordKind.GENERAL_DESCRIPTION)
        channels = self._real(_first(self._ask(_LINKED, [*services, *shared])), RecordKind.CHANNEL)
        collections = self._collections(frozenset(services))
        organizations = self._organizations([*services, *channels, *collections])
        return AreaIds(
            {
                RecordKind.ORGANIZATION: organizations,
                RecordKind.GENERAL_DESCRIPTION: shared,
                RecordKind.SERVICE: services,
                RecordKind.CHANNEL: channels,
                RecordKind.COLLECTION: collections,
            }
        )

    def _services(self, areas: Sequence[SyncArea]) -> tuple[str, ...]:
        found = set(_first(self._connection.execute(_NATIONWIDE)))
        wider = {(area.kind.value, area.code) for area in areas if area.kind is not AreaKind.MUNICIPALITY}
        municipalities = {area.code for area in areas if area.kind is AreaKind.MUNICIPALITY}
        if wider:
            within, named = self._within(wider)
            municipalities |= within
            found |= named
        found.update(_first(self._ask(_IN_MUNICIPALITIES, sorted(municipalities))))
        return tuple(sorted(found))

    def _within(self, wider: Set[tuple[str, str | None]]) -> tuple[set[str], set[str]]:
        """The municipalities of regions and the like, as services name them, and the services that name the region."""
        municipalities, services = set[str](), set[str]()
        for identity, body in self._connection.execute(_LOCAL_SERVICES):
            for area in _areas.decode(unpacked(body)).areas:
                if (area.kind, area.code) in wider:
                    services.add(identity)
                    municipalities.update(area.municipalities)
        return municipalities, services

    def _collections(self, services: frozenset[str]) -> tuple[str, ...]:
        found = self._connection.execute(_COLLECTIONS)
        return tuple(
            sorted(key for key, body in found if services.intersection(_named.decode(unpacked(body)).services))
        )

    def _organizations(self, owners: Sequence[str]) -> tuple[str, ...]:
        """Who is named by any of these, and whom they belong to, as far as it goes."""
        found = set[str]()
        asked = list(owners)
        while asked:
            named = {
                each for _, body in bodies(self._connection, asked) for each in _named.decode(body).organizations()
            }
            asked = sorted(named - found)
            found |= named
        return self._real(sorted(found), RecordKind.ORGANIZATION)

    def _real(self, ids: Iterable[str], kind: RecordKind) -> tuple[str, ...]:
        found = self._connection.execute(_REAL, (listed(ids), kind))
        return tuple(sorted(row[0] for row in found))

    def _ask(self, question: str, ids: Iterable[str]) -> Iterable[tuple[str, ...]]:
        return self._connection.execute(question, (listed(ids),))


def _first(found: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(sorted(row[0] for row in found))
