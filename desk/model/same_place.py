"""Which library of the directory is which place of the service catalogue.

Hours of the wrong house are worse than old ones, so a pair must be certain: one name in one municipality, or one
address and one point; and whatever is open to doubt (two of a name, a house with two libraries, a library on wheels)
stays unpaired.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from desk.model.catalogue import Address, Channel, ChannelId, ChannelKind
from desk.model.libraries import Library, LibraryId, Town
from desk.model.local_text import LocalText
from desk.model.places import distance_between, spots_of

SAME_DOOR = 100.0
"""Metres that two points of one house may lie apart: one is the door, the other the middle of the plot."""
ANOTHER_PLACE = 1_000.0
"""Metres from which on the same name means another library."""
LIBRARY_WORDS = ("kirjasto", "kirjastopiste", "bibliotek", "biblioteket", "library")
LETTERS = ("irjasto", "ibliotek", "ibrary")
"""What some name of every library has in it, whatever the case of its first letter."""

_SEPARATORS = re.compile(r"[,/|(–—]| - ")
_NOT_A_LETTER = re.compile(r"[\W_]+")
_HOUSE = re.compile(r"^(?P<street>\D+?)\s*(?P<number>\d+)")


def pairs(libraries: Sequence[Library], channels: Iterable[Channel]) -> Mapping[LibraryId, ChannelId]:
    """The certain pairs; a name is stronger than an address, and nobody is in two of them."""
    places = [each for each in channels if each.kind is ChannelKind.PLACE]
    standing = [each for each in libraries if not each.mobile]
    named = _certain({library.id: _of_the_name(library, places) for library in standing})
    taken = set(named.values())
    left = [each for each in places if each.id not in taken]
    rest = [library for library in standing if library.id not in named]
    return named | _certain({library.id: _at_the_door(library, left) for library in rest})


def name_key(name: str) -> str:
    """A name by which two spellings of it are found to be one."""
    return _NOT_A_LETTER.sub(" ", name.casefold()).strip()


def _certain(found: Mapping[LibraryId, list[ChannelId]]) -> dict[LibraryId, ChannelId]:
    """Those with one place that is no other's."""
    claims = Counter(place for places in found.values() for place in places)
    return {library: places[0] for library, places in found.items() if len(places) == 1 and claims[places[0]] == 1}


def _of_the_name(library: Library, places: Iterable[Channel]) -> list[ChannelId]:
    """Places of its name in its municipality; of several the ones at its door."""
    asked = _keys(library.names, _town_names(library))
    found = [each for each in places if _same_town(library, each) and asked & _keys_of(each, library)]
    found = [each for each in found if _distance(library, each, default=0.0) < ANOTHER_PLACE]
    if len(found) > 1:
        found = [each for each in found if _distance(library, each, default=ANOTHER_PLACE) <= SAME_DOOR]
    return [each.id for each in found]


def _at_the_door(library: Library, places: Iterable[Channel]) -> list[ChannelId]:
    """Libraries by name that have its address and its point."""
    return [
        each.id
        for each in places
        if _is_a_library(each)
        and _same_town(library, each)
        and _distance(library, each, default=ANOTHER_PLACE) <= SAME_DOOR
        and _house(library.street) in _houses(each)
    ]


def _keys_of(channel: Channel, library: Library) -> frozenset[str]:
    towns = _town_names(library)
    return _keys(channel.names, towns) | _keys(channel.alternative_names, towns)


def _keys(names: LocalText, towns: frozenset[str]) -> frozenset[str]:
    """Each name, and each name without the part that is only the municipality's: “Pyörön kirjasto, Kuopio”."""
    found = set()
    for name in names.texts.values():
        parts = [name_key(part) for part in _SEPARATORS.split(name)]
        found.add(" ".join(part for part in parts if part and part not in towns))
    return frozenset(found - {""})


def _town_names(library: Library) -> frozenset[str]:
    return frozenset({name_key(library.town.name)})


def _is_a_library(channel: Channel) -> bool:
    """Its name says that it is a library, not something in one: the last word of the name tells."""
    names = (*channel.names.texts.values(), *channel.alternative_names.texts.values())
    heads = [part.split()[-1] for name in names for part in map(name_key, _SEPARATORS.split(name)) if part]
    return any(head.endswith(LIBRARY_WORDS) for head in heads)


def _same_town(library: Library, channel: Channel) -> bool:
    return any(_is_in(each, library.town) for each in _walk_in(channel))


def _is_in(address: Address, town: Town) -> bool:
    if address.municipality_code:
        return address.municipality_code == town.code
    return town.name.casefold() in {name.casefold() for name in address.municipality.texts.values()}


def _walk_in(channel: Channel) -> list[Address]:
    return [each for each in channel.contacts.addresses if not each.is_postal]


def _distance(library: Library, channel: Channel, *, default: float) -> float:
    spot = library.spot
    found = [distance_between(spot, other) for other in spots_of(channel.contacts.addresses)] if spot else []
    return min(found, default=default)


def _house(street: str) -> tuple[str, int] | None:
    """Street and number; what follows the number is a door of the same house."""
    found = _HOUSE.match(street)
    return (name_key(found["street"]), int(found["number"])) if found else None


def _houses(channel: Channel) -> set[tuple[str, int]]:
    written = (
        f"{street} {each.street_number or ''}" for each in _walk_in(channel) for street in each.street.texts.values()
    )
    return {house for house in map(_house, written) if house is not None}
