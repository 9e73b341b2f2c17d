"""Which libraries a desk asks for, what one refresh does, and how they are listed."""

from __future__ import annotations

from datetime import date, time

import pytest

from desk.errors import BadArea, SourceUnreachable
from desk.model.hours import OpenState
from desk.model.intake import IntakeProblem, ProblemKind
from desk.model.libraries import FetchedLibraries, Library, LibraryDay, LibraryId, LibraryTime, Town
from desk.model.local_text import LocalText
from desk.model.refresh import AreaKind, SyncArea
from desk.usecases.duty import Duty
from desk.usecases.point_place import PointPlace
from desk.usecases.refresh_libraries import LibraryTowns, ListLibraries, RefreshLibraries
from desk.usecases.refresh_plan import RefreshAsk
from desk.usecases.refresh_settings import RefreshSettings
from tests.desk.usecases.rooms import real_bundle
from tests.fakes import FakeCasebook, FakeCatalogue, FakeClock
from tests.library_fakes import FakeLibraryDirectory, FakeLibraryShelf

KUOPIO, OULU = Town("297", "Kuopio"), Town("564", "Oulu")
TODAY = FakeClock().today()
OPEN = LibraryDay(TODAY, (LibraryTime(time(8), time(20)),))


def library(identity: str, town: Town = KUOPIO, *days: LibraryDay, **more) -> Library:
    return Library(LibraryId(identity), LocalText({"fi": f"Kirjasto {identity}"}), town, days=days, **more)


@pytest.fixture
def casebook():
    return FakeCasebook()


@pytest.fixture
def point(casebook):
    return PointPlace(casebook, FakeCatalogue(), FakeClock(), real_bundle(), Duty(casebook))


@pytest.fixture
def settings(casebook):
    return RefreshSettings(casebook, FakeClock(), real_bundle(), Duty(casebook))


@pytest.fixture
def shelf():
    return FakeLibraryShelf()


class TestTowns:
    def test_the_desks_own_and_those_it_keeps_the_services_of_each_once(self, point, settings):
        point.in_municipality("564")
        settings.write(
            RefreshAsk(settings.usual_url, tuple(SyncArea(AreaKind.MUNICIPALITY, c) for c in ("297", "564")))
        )
        assert LibraryTowns(point, settings)() == (OULU, KUOPIO)

    def test_a_region_or_the_whole_country_is_not_asked_for(self, point, settings):
        settings.write(RefreshAsk(settings.usual_url, (SyncArea(AreaKind.REGION, "11"),)))
        assert LibraryTowns(point, settings)() == ()
        point.in_municipality("297")
        assert LibraryTowns(point, settings)() == (KUOPIO,)

    def test_those_that_are_named_and_no_others(self, point, settings):
        point.in_municipality("564")
        assert LibraryTowns(point, settings)(["297", "297"]) == (KUOPIO,)

    def test_after_a_refresh_only_where_the_catalogue_is_the_national_one(self, point, settings):
        point.in_municipality("297")
        towns = LibraryTowns(point, settings)
        assert towns.after_refresh() == ()
        settings.write(RefreshAsk("http://127.0.0.1:9/api/v11/", ()))
        assert towns.after_refresh() == ()
        settings.write(RefreshAsk(settings.usual_url, ()))
        assert towns.after_refresh() == (KUOPIO,)

    @pytest.mark.parametrize("code", ["Kuopio", "999", "29"])
    def test_a_code_that_is_none_is_refused(self, point, settings, code):
        with pytest.raises(BadArea) as refused:
            LibraryTowns(point, settings)([code])
        assert refused.value.details["near"] == "297"


class TestRefreshing:
    def test_all_municipalities_are_kept_together(self, shelf):
        broken = IntakeProblem(ProblemKind.BROKEN, "kirkanta", "7", "name", "…")
        directory = FakeLibraryDirectory(
            {
                "297": FetchedLibraries((library("1"), library("2")), (broken,)),
                "564": FetchedLibraries((library("3", OULU),)),
            }
        )
        report = RefreshLibraries(directory, shelf, FakeClock())([KUOPIO, OULU])
        assert (report.source, report.towns, report.libraries) == ("Kirjastot.fi", (KUOPIO, OULU), 3)
        assert report.problems == (broken,)
        assert [each.library.id for each in shelf.libraries()] == ["1", "2", "3"]
        assert {each.fetched for each in shelf.libraries()} == {FakeClock().now()}

    def test_a_directory_that_breaks_off_changes_nothing(self, shelf):
        RefreshLibraries(FakeLibraryDirectory({"297": FetchedLibraries((library("1"),))}), shelf, FakeClock())([KUOPIO])
        gone = FakeLibraryDirectory({"564": SourceUnreachable(source="kirjastot", reason="…")})
        with pytest.raises(SourceUnreachable):
            RefreshLibraries(gone, shelf, FakeClock())([KUOPIO, OULU])
        assert [each.library.id for each in shelf.libraries()] == ["1"]
        assert gone.asked == ["297", "564"]

    def test_without_municipalities_nobody_is_asked(self, shelf):
        directory = FakeLibraryDirectory({})
        assert RefreshLibraries(directory, shelf, FakeClock())([]).libraries == 0
        assert directory.asked == []


class TestListing:
    def test_nearest_first_then_those_without_a_place(self, shelf, point):
        point.at_coordinates("6974800,533600")
        near = library("near", KUOPIO, OPEN, northing=6_975_200.0, easting=533_900.0)
        far = library("far", KUOPIO, northing=6_984_800.0, easting=533_600.0)
        lost = library("lost", KUOPIO, OPEN)
        shelf.keep([KUOPIO], FetchedLibraries((lost, far, near)), FakeClock().now(), "Kirjastot.fi")
        listed = ListLibraries(shelf, FakeClock(), point)()
        assert [(each.stored.library.id, each.distance) for each in listed] == [
            ("near", 500),
            ("far", 10_000),
            ("lost", None),
        ]
        assert [each.status.state for each in listed] == [OpenState.OPEN, OpenState.UNKNOWN, OpenState.OPEN]

    def test_days_that_are_over_say_nothing_of_today(self, shelf, point):
        old = LibraryDay(date(2026, 10, 1), OPEN.times)
        shelf.keep([KUOPIO], FetchedLibraries((library("1", KUOPIO, old),)), FakeClock().now(), "Kirjastot.fi")
        assert ListLibraries(shelf, FakeClock(), point)()[0].status.state is OpenState.UNKNOWN
