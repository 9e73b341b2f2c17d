"""Which objects of the national catalogue belong on this desk: all of them, or those of some areas and what they name.

An area's services and channels are those given there or in the whole country. With them come the organizations,
channels and general descriptions that they name, wherever these are, and the collections that show any of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from desk.model.catalogue import (
    Area,
    CatalogueObject,
    Channel,
    GeneralDescription,
    Organization,
    Service,
    ServiceCollection,
)
from desk.model.refresh import KIND_OF, AreaKind, Code, ObjectKind, SyncArea

Named = tuple[ObjectKind, str]


class Holdings(Protocol):
    """What the desk will hold when the run is over, as far as the run has come."""

    def holds(self, kind: ObjectKind, ids: Sequence[str]) -> bool:
        """Tell whether any of these is held."""
        ...


class Scope(Protocol):
    """What belongs on this desk."""

    def keeps(self, item: CatalogueObject) -> bool:
        """Tell whether an object belongs here."""
        ...

    def names(self, item: CatalogueObject) -> Iterator[Named]:
        """Return what has to come along with an object that belongs here."""
        ...


class WholeCountry:
    """Everything belongs here; nothing has to be fetched by its name, for all of it comes by itself."""

    def keeps(self, item: CatalogueObject) -> bool:
        """Keep it."""
        del item
        return True

    def names(self, item: CatalogueObject) -> Iterator[Named]:
        """Name nothing."""
        del item
        yield from ()


class SomeAreas:
    """What is given in some areas. ``trusting``: the source itself said what belongs to them, as in a first run."""

    def __init__(
        self, areas: Sequence[SyncArea], held: Holdings, municipalities: Sequence[Code], trusting: bool
    ) -> None:
        self._areas = frozenset((area.kind.value, area.code) for area in areas)
        self._held = held
        self._trusting = trusting
        self._named: set[Named] = set()
        self._parents: Mapping[str, str | None] = {each.code: each.parent for each in municipalities}
        regions = {area.code for area in areas if area.kind is AreaKind.REGION}
        self._municipalities = {area.code for area in areas if area.kind is AreaKind.MUNICIPALITY}
        self._municipalities |= {code for code, parent in self._parents.items() if parent in regions}

    def names(self, item: CatalogueObject) -> Iterator[Named]:
        """Return the organizations, channels and general descriptions that it names; they are kept from now on."""
        for named in _named_by(item):
            self._named.add(named)
            yield named

    def keeps(self, item: CatalogueObject) -> bool:
        """Tell whether it is given here or in the whole country, or is needed by what is."""
        kind = KIND_OF[type(item)]
        if (kind, item.id) in self._named:
            return True
        match item:
            case Service():
                return self._trusting or item.nationwide or self._touches(item.areas)
            case Channel():
                return self._trusting or item.nationwide or self._touches(item.areas) or self._serves(item)
            case ServiceCollection():
                return self._held.holds(ObjectKind.SERVICE, item.services) or self._held.holds(
                    ObjectKind.CHANNEL, item.channels
                )
            case Organization() if item.municipality_code in self._municipalities:
                return True
            case _:
                return self._trusting or self._held.holds(kind, (item.id,))

    def _serves(self, channel: Channel) -> bool:
        """Whether a service that is here is reached through it: both sides of a connection tell of it."""
        return self._held.holds(ObjectKind.SERVICE, tuple(each.service for each in channel.connections))

    def _touches(self, areas: Sequence[Area]) -> bool:
        return any(self._is_here(area) for area in areas)

    def _is_here(self, area: Area) -> bool:
        """Whether an object's area is one of ours, or shares a municipality with one.

        An area of ours that an object spells out tells which municipalities it has.
        """
        if (area.kind, area.code) in self._areas:
            self._municipalities.update(area.municipalities)
            return True
        if not self._municipalities.isdisjoint(area.municipalities):
            return True
        if area.kind != AreaKind.REGION or area.code is None:
            return False
        return any(self._parents.get(code) == area.code for code in self._municipalities)


def _named_by(item: CatalogueObject) -> Iterator[Named]:
    match item:
        case Service():
            if item.general_description:
                yield ObjectKind.GENERAL_DESCRIPTION, item.general_description
            yield from ((ObjectKind.CHANNEL, each.channel) for each in item.connections)
            yield from ((ObjectKind.ORGANIZATION, each.organization) for each in item.offers)
        case GeneralDescription():
            yield from ((ObjectKind.CHANNEL, each.channel) for each in item.connections)
        case Channel() if item.organization:
            yield ObjectKind.ORGANIZATION, item.organization
        case Organization() if item.parent:
            yield ObjectKind.ORGANIZATION, item.parent
        case _:
            return
