"""The library directory over real HTTP: its pages, its limits, and answers that are not as they should be."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, time
from http import HTTPStatus

import pytest

from desk.errors import SourceBusy, SourceRefused, SourceUnreachable, SourceUnreadable
from desk.model.libraries import LibraryTime, Town
from services.http_session import HttpSession, Manners
from services.kirkanta import KirkantaDirectory
from tests.kirkanta_server.server import MONDAY, SHUT, STAFF, UNSTAFFED, KirkantaServer, day, library

KUOPIO = Town("297", "Kuopio")


@pytest.fixture
def server() -> Iterator[KirkantaServer]:
    with KirkantaServer() as made:
        yield made


@pytest.fixture
def session() -> Iterator[HttpSession]:
    made = HttpSession(wait=lambda seconds, stopped: None, manners=Manners(tries=2, connect_seconds=2, read_seconds=5))
    yield made
    made.close()


@pytest.fixture
def directory(server, session) -> KirkantaDirectory:
    return KirkantaDirectory(session, server.url)


class TestAPage:
    def test_a_library_with_its_days(self, server, directory):
        address = {"street": "Maaherrankatu 12", "zipcode": "70100", "city": "Kuopio", "area": None}
        server.libraries = [
            library(
                84860, "Kuopion pääkirjasto", "Kuopio", address=address, coordinates={"lat": 62.8930, "lon": 27.6783}
            )
        ]
        (found,) = directory.libraries(KUOPIO).libraries
        assert (found.id, found.names.texts, found.town) == ("84860", {"fi": "Kuopion pääkirjasto"}, KUOPIO)
        assert (found.street, found.postal_code, found.mobile) == ("Maaherrankatu 12", "70100", False)
        assert found.spot is not None
        assert len(found.days) == 42
        assert found.days[0].day == MONDAY
        assert found.days[0].times == (
            LibraryTime(time(8), time(10), self_service=True),
            LibraryTime(time(10), time(18)),
            LibraryTime(time(18), time(20), self_service=True),
        )
        assert found.days[6].times == ()

    def test_what_is_asked(self, server, directory):
        directory.libraries(KUOPIO)
        assert server.asked == [
            {
                "city.name": "Kuopio",
                "with": "schedules",
                "refs": "period",
                "period.start": "0w",
                "period.end": "5w",
                "limit": "100",
                "skip": "0",
                "lang": "fi",
            }
        ]

    def test_a_library_on_wheels(self, server, directory):
        server.libraries = [library(1, "Kirjastoauto", "Kuopio", type="mobile")]
        assert directory.libraries(KUOPIO).libraries[0].mobile

    def test_closed_for_a_while_is_a_gap(self, server, directory):
        spans = (("08:00", "12:00", STAFF), ("12:00", "13:00", SHUT), ("13:00", "00:00", UNSTAFFED))
        server.libraries = [library(1, "A", "Kuopio", [day(MONDAY, *spans, info="Lounastauko")])]
        (found,) = directory.libraries(KUOPIO).libraries[0].days
        assert found.times == (LibraryTime(time(8), time(12)), LibraryTime(time(13), time(0), self_service=True))
        assert found.note.texts == {"fi": "Lounastauko"}

    def test_a_day_that_says_nothing_is_left_to_the_catalogue(self, server, directory):
        silent = {"date": "2026-11-23", "closed": False, "times": None}
        shut = {"date": "2026-11-24", "closed": True, "times": None}
        server.libraries = [library(1, "A", "Kuopio", [silent, shut])]
        assert [each.day for each in directory.libraries(KUOPIO).libraries[0].days] == [date(2026, 11, 24)]

    def test_all_day_closed_for_a_while_is_closed(self, server, directory):
        server.libraries = [library(1, "A", "Kuopio", [day(MONDAY, ("08:00", "20:00", SHUT))])]
        assert directory.libraries(KUOPIO).libraries[0].days[0].times == ()

    def test_names_by_language(self, server, directory):
        server.libraries = [library(1, {"fi": "Kirjasto", "sv": "Bibliotek", "en": None}, "Kuopio")]
        assert directory.libraries(KUOPIO).libraries[0].names.texts == {"fi": "Kirjasto", "sv": "Bibliotek"}


class TestPages:
    @pytest.mark.parametrize("counts", [True, False])
    @pytest.mark.parametrize("number", [0, 1, 3, 6, 7])
    def test_all_of_them_come_whether_or_not_they_are_counted(self, server, session, counts, number):
        server.libraries = [library(each, f"Kirjasto {each}", "Kuopio", []) for each in range(number)]
        server.counts = counts
        found = KirkantaDirectory(session, server.url, at_once=3).libraries(KUOPIO)
        assert [int(each.id) for each in found.libraries] == list(range(number))

    def test_other_municipalities_do_not(self, server, directory):
        server.libraries = [library(1, "A", "Kuopio", []), library(2, "B", "Oulu", [])]
        assert [each.id for each in directory.libraries(Town("564", "Oulu")).libraries] == ["2"]

    def test_an_answer_that_was_cut_at_the_limit_is_asked_for_in_smaller_parts(self, server, session):
        server.libraries = [library(each, f"Kirjasto {each}", "Kuopio", usual) for each, usual in _many(130)]
        found = KirkantaDirectory(session, server.url, at_once=130).libraries(KUOPIO)
        assert len(found.libraries) == 130
        assert {len(each.days) for each in found.libraries} == {42}
        assert [query["limit"] for query in server.asked] == ["130", "65", "65"]

    def test_a_directory_that_always_gives_the_same_page_ends(self, server, session):
        page = json.dumps({"total": 9, "items": [library(1, "A", "Kuopio", []).item]}).encode()
        server.says = dict.fromkeys(range(20), page)
        assert len(KirkantaDirectory(session, server.url).libraries(KUOPIO).libraries) == 1
        assert len(server.asked) == 2


def _many(count: int):
    usual = library(0, "", "").days
    return ((each, usual) for each in range(count))


class TestBrokenOnes:
    @pytest.mark.parametrize(
        ("broken", "field"),
        [
            ({"name": None}, "name"),
            ({"name": 7}, "name"),
            ({"schedules": {"2026-11-23": []}}, "schedules"),
            ({"schedules": [{"closed": True}]}, "schedules"),
            ({"schedules": [{"date": "23.11.2026", "closed": True}]}, "schedules"),
            ({"schedules": [{"date": "2026-11-23", "times": [{"from": "8.00", "status": 1}]}]}, "schedules"),
            (
                {"schedules": [{"date": "2026-11-23", "times": [{"from": "25:00", "to": "26:00", "status": 1}]}]},
                "sched",
            ),
            ({"schedules": [{"date": "2026-11-23", "times": [{"from": "8:00", "to": "9:00", "status": 9}]}]}, "sched"),
            ({"address": "Maaherrankatu 12"}, "address"),
            ({"coordinates": [62.9, 27.7]}, "coordinates"),
        ],
    )
    def test_one_costs_itself_alone_and_is_named(self, server, directory, broken, field):
        server.libraries = [
            library(1, "A", "Kuopio"),
            library(2, "B", "Kuopio", **broken) if "name" not in broken else _unnamed(broken),
            library(3, "C", "Kuopio"),
        ]
        found = directory.libraries(KUOPIO)
        assert [each.id for each in found.libraries] == ["1", "3"]
        (problem,) = found.problems
        assert (problem.id, (problem.field or "").startswith(field)) == ("2", True)
        assert problem.reason

    @pytest.mark.parametrize(
        "odd", [None, {}, {"lat": None, "lon": 27.7}, {"lat": "x", "lon": "y"}, {"lat": 0, "lon": 0}]
    )
    def test_a_library_without_a_place_is_a_library(self, server, directory, odd):
        server.libraries = [library(1, "A", "Kuopio", coordinates=odd, address=None)]
        (found,) = directory.libraries(KUOPIO).libraries
        assert found.spot is None

    def test_something_else_than_a_library_in_the_list(self, server, directory):
        server.says = {0: b'{"total": 3, "items": ["text", null, {"id": 5, "name": "A"}]}'}
        found = directory.libraries(KUOPIO)
        assert ([each.id for each in found.libraries], len(found.problems)) == (["5"], 2)

    @pytest.mark.parametrize("said", [b"<html>", b"[]", b'{"type": "library"}', b'{"items": {}}', b"", b'{"items": [{'])
    def test_an_answer_that_is_no_page(self, server, directory, said):
        server.says = dict.fromkeys(range(9), said)
        with pytest.raises(SourceUnreadable) as error:
            directory.libraries(KUOPIO)
        assert "127.0.0.1" in error.value.details["source"]

    def test_a_directory_that_is_not_well(self, server, directory):
        server.status = HTTPStatus.SERVICE_UNAVAILABLE
        with pytest.raises(SourceBusy):
            directory.libraries(KUOPIO)

    def test_an_address_that_is_another(self, server, session):
        with pytest.raises(SourceRefused):
            KirkantaDirectory(session, server.url.replace("/v4", "/v3")).libraries(KUOPIO)

    def test_nobody_there(self, session):
        with KirkantaServer() as gone:
            url = gone.url
        with pytest.raises(SourceUnreachable):
            KirkantaDirectory(session, url).libraries(KUOPIO)


def _unnamed(broken):
    made = library(2, "B", "Kuopio")
    made.item.update(broken)
    return made
