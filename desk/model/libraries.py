"""Libraries as the national library directory knows them: each date with its hours, with staff and without.

The directory gives hours day by day for some weeks; the service catalogue gives weekly rules that a person wrote once.
Where both know a library, the directory's days count for as long as they reach.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import NewType

from desk.model.catalogue import ChannelId
from desk.model.intake import IntakeProblem
from desk.model.local_text import NO_TEXT, LocalText
from desk.model.places import Spot, spot_at
from desk.model.service_hours import HoursKind, Opening, ServiceHours

LibraryId = NewType("LibraryId", str)


@dataclass(frozen=True, slots=True, order=True)
class Town:
    """A municipality: its code, and the Finnish name that the directory is asked by."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class LibraryTime:
    """One stretch of a day; it ends after midnight when it does not end after it begins."""

    opens: time
    closes: time
    self_service: bool = False


@dataclass(frozen=True, slots=True)
class LibraryDay:
    """One date; without times it is closed."""

    day: date
    times: tuple[LibraryTime, ...] = ()
    note: LocalText = NO_TEXT


@dataclass(frozen=True, slots=True)
class Library:
    """One library. A mobile one has stops instead of an address."""

    id: LibraryId
    names: LocalText
    town: Town
    street: str = ""
    postal_code: str = ""
    northing: float | None = None
    easting: float | None = None
    mobile: bool = False
    days: tuple[LibraryDay, ...] = ()

    @property
    def spot(self) -> Spot | None:
        """Where it is, if that can be."""
        return spot_at(self.northing, self.easting)


@dataclass(frozen=True, slots=True)
class StoredLibrary:
    """A library, when and from where it was fetched, and the channel of the catalogue that is the same place."""

    library: Library
    fetched: datetime
    source: str
    channel: ChannelId | None = None


@dataclass(frozen=True, slots=True)
class FetchedLibraries:
    """What the directory gave, and what of it could not be read."""

    libraries: tuple[Library, ...] = ()
    problems: tuple[IntakeProblem, ...] = ()


@dataclass(frozen=True, slots=True)
class HoursSource:
    """Whose hours stand in place of the catalogue's own, as of when, and up to which day."""

    name: str
    fetched: datetime
    until: date


@dataclass(frozen=True, slots=True)
class LibrariesReport:
    """What one refresh of the libraries did. ``matched``: also in the service catalogue, as one and the same place."""

    source: str
    towns: tuple[Town, ...] = ()
    libraries: int = 0
    matched: int = 0
    problems: tuple[IntakeProblem, ...] = ()


def dated_hours(days: Sequence[LibraryDay]) -> tuple[ServiceHours, ...]:
    """The days as rules, each for its own date."""
    return tuple(rule for day in days for rule in _rules_of(day))


def _rules_of(day: LibraryDay) -> Iterator[ServiceHours]:
    if not day.times:
        yield _rule(day, (), is_closed=True)
    for unstaffed in (False, True):
        openings = tuple(Opening(each.opens, each.closes) for each in day.times if each.self_service is unstaffed)
        if openings:
            yield _rule(day, openings, unstaffed=unstaffed)


def _rule(
    day: LibraryDay, openings: tuple[Opening, ...], *, is_closed: bool = False, unstaffed: bool = False
) -> ServiceHours:
    return ServiceHours(
        HoursKind.DATED, openings, day.day, day.day, is_closed=is_closed, note=day.note, self_service=unstaffed
    )
