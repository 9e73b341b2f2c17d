"""What every shelf of libraries does, the one in memory and the one in the catalogue's file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time, timedelta
from pathlib import Path

import pytest

from desk.model.intake import IntakeProblem, ProblemKind
from desk.model.libraries import FetchedLibraries, Library, LibraryDay, LibraryId, LibraryTime, Town
from desk.model.local_text import LocalText
from desk.ports.library_directory import LibraryShelf
from offline_cache.catalogue.libraries import SqlLibraries
from tests.library_fakes import FakeLibraryShelf
from tests.offline_cache.catalogue.made import NOW, empty_catalogue

KUOPIO, OULU = Town("297", "Kuopio"), Town("564", "Oulu")
LATER = NOW + timedelta(days=1)


@pytest.fixture(params=["memory", "file"])
def shelf(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[LibraryShelf]:
    if request.param == "memory":
        yield FakeLibraryShelf()
        return
    connection = empty_catalogue(tmp_path / "catalogue.db")
    yield SqlLibraries(connection)
    connection.close()


def library(identity: str, name: str, town: Town = KUOPIO) -> Library:
    day = LibraryDay(date(2026, 11, 23), (LibraryTime(time(8), time(20), self_service=True),), LocalText({"fi": "x"}))
    return Library(LibraryId(identity), LocalText({"fi": name}), town, days=(day,))


def held(shelf: LibraryShelf) -> list[str]:
    return [each.library.id for each in shelf.libraries()]


def test_an_empty_one_holds_nothing(shelf: LibraryShelf) -> None:
    assert shelf.libraries() == ()


def test_what_was_kept_comes_back_word_for_word(shelf: LibraryShelf) -> None:
    given = library("1", "Pääkirjasto")
    assert shelf.keep([KUOPIO], FetchedLibraries((given,)), NOW, "Kirjastot.fi") == 0
    (found,) = shelf.libraries()
    assert (found.library, found.fetched, found.source, found.channel) == (given, NOW, "Kirjastot.fi", None)


def test_by_municipality_and_name(shelf: LibraryShelf) -> None:
    libraries = library("a", "Ö", OULU), library("b", "Pääkirjasto"), library("c", "Neulamäki")
    shelf.keep([KUOPIO, OULU], FetchedLibraries(libraries), NOW, "Kirjastot.fi")
    assert held(shelf) == ["c", "b", "a"]


def test_a_refresh_replaces_its_municipalities_and_leaves_the_others(shelf: LibraryShelf) -> None:
    shelf.keep([KUOPIO], FetchedLibraries((library("1", "A"), library("2", "B"))), NOW, "Kirjastot.fi")
    shelf.keep([OULU], FetchedLibraries((library("3", "C", OULU),)), NOW, "Kirjastot.fi")
    shelf.keep([KUOPIO], FetchedLibraries((library("2", "B"),)), LATER, "Kirjastot.fi")
    assert [(each.library.id, each.fetched) for each in shelf.libraries()] == [("2", LATER), ("3", NOW)]


def test_one_that_could_not_be_read_stays_as_it_was(shelf: LibraryShelf) -> None:
    shelf.keep([KUOPIO], FetchedLibraries((library("1", "A"), library("2", "B"))), NOW, "Kirjastot.fi")
    broken = IntakeProblem(ProblemKind.BROKEN, "kirkanta", "1", "schedules", "…")
    shelf.keep([KUOPIO], FetchedLibraries((), (broken,)), LATER, "Kirjastot.fi")
    assert [(each.library.id, each.fetched) for each in shelf.libraries()] == [("1", NOW)]
