"""Which objects of the national catalogue belong on this desk: all of them, or those of some areas and what they name.

An area's services and channels are those given there or in the whole country. With them come the organizations,
channels and general descriptions that they name, wherever these are, and the collections that show any of them.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Sequence
from typing import Protocol

from desk.model.catalogue import (
    CatalogueObject,
    Channel,
    GeneralDescription,
    Organization,
    Service,
    ServiceCollection,
)
from desk.model.refresh import KIND_OF, AreaKind, ObjectKind, SyncArea
from desk.usecases.refresh_holdings import DeskHoldings

Named = tuple[ObjectKind, str]


class Scope(Protocol):
    """What belongs on this desk."""

    def keeps(self, item: CatalogueObject) -> bool:
        """Tell whether an object belongs here."""
        ...

    def names(self, item: CatalogueObject) -> Sequence[Named]:
        """Return what has to come along with an object that belongs here."""
        ...


class WholeCountry:
    """Everything belongs here; nothing has to be fetched by its name, for all of it comes by itself."""

    def keeps(self, item: CatalogueObject) -> bool:
        """Keep it."""
        del item
        return True

    def names(self, item: CatalogueObject) -> Sequence[Named]:
        """Name nothing."""
        del item
        return ()


class SomeAreas:
    """What is given in some areas. ``trusting``: the source itself said what belongs to them, as in a first run.

    An object tells the municipalities that it is given in; which ones a region or a county has, the source alone knows.
    Where that decides, ``listed`` is asked for the source's own list of what is in our areas.
    """

    def __init__(
        self,
        areas: Sequence[SyncArea],
        held: DeskHoldings,
        listed: Callable[[ObjectKind], Container[str]],
        *,
        trusting: bool,
    ) -> None:
        self._areas = frozenset((area.kind.value, area.code) for area in areas)
        self._municipalities = frozenset(area.code for area in areas if area.kind is AreaKind.MUNICIPALITY)
        self._are_wider = any(area.kind is not AreaKind.MUNICIPALITY for area in areas)
        self._held = held
        self._listed = listed
        self._trusting = trusting
        self._named: set[Named] = set()

    def names(self, item: CatalogueObject) -> tuple[Named, ...]:
        """Return the organizations, channels and general descriptions that it names; they are kept from now on."""
        named = tuple(_named_by(item))
        self._named.update(named)
        return named

    def keeps(self, item: CatalogueObject) -> bool:
        """Tell whether it is given here or in the whole country, or is needed by what is."""
        kind = KIND_OF[type(item)]
        if (kind, item.id) in self._named:
            return True
        match item:
            case Service():
                return self._trusting or item.nationwide or self._is_given_here(item)
            case Channel():
                return self._trusting or item.nationwide or self._serves(item) or self._is_given_here(item)
            case ServiceCollection():
                return self._held.holds(ObjectKind.SERVICE, item.services) or self._held.holds(
                    ObjectKind.CHANNEL, item.channels
                )
            case Organization() if item.municipality_code in self._municipalities:
                return True
            case _:
                return self._trusting or self._held.holds(kind, (item.id,)) or self._is_of_here(item)

    def _serves(self, channel: Channel) -> bool:
        """Whether a service that is here is reached through it: both sides of a connection tell of it."""
        return self._held.holds(ObjectKind.SERVICE, tuple(each.service for each in channel.connections))

    def _is_given_here(self, item: Service | Channel) -> bool:
        """Whether one of its areas is one of ours, or shares a municipality with one."""
        for area in item.areas:
            if (area.kind, area.code) in self._areas or not self._municipalities.isdisjoint(area.municipalities):
                return True
        tells = all(area.municipalities for area in item.areas)
        return (self._are_wider or not tells) and item.id in self._listed(KIND_OF[type(item)])

    def _is_of_here(self, item: CatalogueObject) -> bool:
        """Whether it is an organization in a region or a county of ours."""
        return self._are_wider and isinstance(item, Organization) and item.id in self._listed(ObjectKind.ORGANIZATION)


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
