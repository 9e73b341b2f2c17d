"""Fetch the hours of the libraries near the desk, and say which libraries there are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from desk.errands.bundle import Bundle
from desk.model.hours import OpenStatus, status_at
from desk.model.libraries import FetchedLibraries, LibrariesReport, StoredLibrary, Town, dated_hours
from desk.model.places import distance_between
from desk.model.refresh import AreaKind
from desk.ports import Clock
from desk.ports.library_directory import LibraryDirectory, LibraryShelf
from desk.usecases.point_place import PointPlace
from desk.usecases.refresh_settings import RefreshSettings

DIRECTORY = "url.kirkanta_v4"
"""The parameter that says where the library directory is."""


@dataclass(frozen=True, slots=True)
class ListedLibrary:
    """A library as it stands now, and metres from this desk if both places are known."""

    stored: StoredLibrary
    status: OpenStatus
    distance: float | None


class LibraryTowns:
    """The municipalities whose libraries this desk wants to know."""

    def __init__(self, point: PointPlace, settings: RefreshSettings) -> None:
        self._point = point
        self._settings = settings

    def __call__(self, codes: Iterable[str] = ()) -> tuple[Town, ...]:
        """Return those that are named, else the desk's own and those whose services it keeps.

        Raises ``BadArea`` for a code that is none. A desk that keeps the whole country or a region, and has not said
        where it is, wants none: nobody walks to a library at the other end of it.
        """
        return tuple(self._point.known_town(code) for code in dict.fromkeys(codes or self._usual()))

    def after_refresh(self) -> tuple[Town, ...]:
        """Return those to ask for when the catalogue was refreshed; none where it does not come from the usual source.

        A desk that reads another catalogue is on trial, or has no way to the network but to that one.
        """
        chosen = self._settings.read()
        return () if chosen is None or chosen.url != self._settings.usual_url else self()

    def _usual(self) -> list[str]:
        chosen = self._settings.read()
        areas = chosen.areas if chosen is not None else ()
        own = self._point.read().municipality
        return [*([own] if own else []), *(each.code for each in areas if each.kind is AreaKind.MUNICIPALITY)]


class RefreshLibraries:
    """Asks the directory for one municipality after another, and keeps all of it or nothing."""

    def __init__(self, directory: LibraryDirectory, shelf: LibraryShelf, clock: Clock) -> None:
        self._directory = directory
        self._shelf = shelf
        self._clock = clock

    def __call__(self, towns: Iterable[Town]) -> LibrariesReport:
        """Fetch and keep; raises a ``NetworkError`` when the directory cannot be had: then everything stays."""
        asked = tuple(towns)
        answers = [self._directory.libraries(town) for town in asked]
        fetched = FetchedLibraries(
            tuple(library for answer in answers for library in answer.libraries),
            tuple(problem for answer in answers for problem in answer.problems),
        )
        matched = self._shelf.keep(asked, fetched, self._clock.now(), self._directory.name) if asked else 0
        return LibrariesReport(self._directory.name, asked, len(fetched.libraries), matched, fetched.problems)


def directory_url(bundle: Bundle, day: date) -> str:
    """Return where the library directory is; raises ``BundleMissing`` when the content does not say it."""
    return bundle.for_program(DIRECTORY, day)


class ListLibraries:
    """The libraries that the desk holds, those of the national catalogue and those that only their directory knows."""

    def __init__(self, shelf: LibraryShelf, clock: Clock, point: PointPlace) -> None:
        self._shelf = shelf
        self._clock = clock
        self._point = point

    def __call__(self) -> tuple[ListedLibrary, ...]:
        """Return them nearest first, then those whose distance is not known by municipality and name."""
        now, here = self._clock.now(), self._point.read().spot
        listed = []
        for stored in self._shelf.libraries():
            spot = stored.library.spot
            distance = distance_between(here, spot) if here and spot else None
            listed.append(ListedLibrary(stored, status_at(dated_hours(stored.library.days), now), distance))
        return tuple(sorted(listed, key=lambda each: (each.distance is None, each.distance or 0.0)))
