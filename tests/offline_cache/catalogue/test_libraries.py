"""Libraries in the catalogue: which place they are, and whose hours count when."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest

from desk.model.catalogue import ChannelId
from desk.model.hours import HELSINKI, OpenState, day_hours
from desk.model.intake import IntakeProblem, ProblemKind
from desk.model.libraries import FetchedLibraries, Library, LibraryDay, LibraryId, LibraryTime, Town
from desk.model.local_text import LocalText
from desk.usecases.show_service import shown
from tests.offline_cache.catalogue.made import NOW, channel, connected, intake, read, service

KUOPIO, OULU = Town("297", "Kuopio"), Town("564", "Oulu")
MONDAY = date(2026, 11, 23)
LATER = NOW + timedelta(days=1)


def weekly(opens: str, closes: str) -> list[dict]:
    days = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
    rows = [{"dayFrom": day, "dayTo": "", "from": f"{opens}:00", "to": f"{closes}:00"} for day in days]
    return [{"serviceHourType": "DaysOfTheWeek", "isAlwaysOpen": False, "openingHour": rows}]


def place(identity: str, name: str, **more) -> dict:
    street = {
        "street": [{"value": "Maaherrankatu", "language": "fi"}],
        "streetNumber": "12",
        "municipality": {"code": "297", "name": [{"value": "Kuopio", "language": "fi"}]},
        "latitude": "6974800",
        "longitude": "533600",
    }
    address = [{"type": "Location", "subType": "Single", "streetAddress": street}]
    given = {"addresses": address, "serviceHours": weekly("10:00", "16:00")} | more
    return channel(identity, "ServiceLocation", {"fi": name}, **given)


def library(identity: str, name: str, town: Town = KUOPIO, *, weeks: int = 6) -> Library:
    """Staff from ten to six, self-service before, and closed on Sundays."""
    usual = (LibraryTime(time(8), time(10), self_service=True), LibraryTime(time(10), time(18)))
    dates = [MONDAY + timedelta(days=offset) for offset in range(weeks * 7)]
    days = tuple(LibraryDay(day, () if day.weekday() == 6 else usual) for day in dates)
    return Library(LibraryId(identity), LocalText({"fi": name}), town, days=days)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=HELSINKI)


@pytest.fixture
def filled(store):
    objects = read(
        place("lib", "Pääkirjasto"),
        place("office", "Palvelupiste"),
        service("s", {"fi": "Digituki"}, serviceChannels=connected(["lib", "office"])),
    )
    store.take_in([objects], intake())
    return store


def keep(store, *libraries, towns=(KUOPIO,), at=NOW, problems=()):
    return store.libraries.keep(towns, FetchedLibraries(libraries, tuple(problems)), at, "Kirjastot.fi")


def only(store, identity, now=NOW):
    return next(each for each in store.sheet("s", now).channels if each.id == identity)


class TestOnTheSheet:
    def test_the_directorys_hours_win_and_it_is_named_with_its_date(self, filled):
        assert keep(filled, library("1", "Pääkirjasto")) == 1
        found = only(filled, "lib")
        source = found.hours_source
        assert source is not None
        assert (source.name, source.fetched, source.until) == ("Kirjastot.fi", NOW, date(2027, 1, 3))
        spans = [
            (each.starts.hour, each.ends.hour, each.self_service) for each in day_hours(found.hours, MONDAY).intervals
        ]
        assert spans == [(8, 10, True), (10, 18, False)]

    def test_every_other_place_keeps_its_own(self, filled):
        keep(filled, library("1", "Pääkirjasto"))
        found = only(filled, "office")
        assert found.hours_source is None
        assert [each.starts.hour for each in day_hours(found.hours, MONDAY).intervals] == [10]

    def test_self_service_is_told_apart_from_staff(self, filled):
        keep(filled, library("1", "Pääkirjasto"))
        states = {}
        for moment in ("2026-11-23T09:00", "2026-11-23T11:00", "2026-11-29T11:00"):
            sheet = shown(filled.sheet("s", at(moment)), at(moment))
            places = {each.id: status for each, status in zip(sheet.sheet.channels, sheet.opening, strict=True)}
            states[moment] = places[ChannelId("lib")].state
        assert list(states.values()) == [OpenState.SELF_SERVICE, OpenState.OPEN, OpenState.CLOSED]

    def test_outside_the_fetched_weeks_the_catalogues_hours_count_again(self, filled):
        keep(filled, library("1", "Pääkirjasto", weeks=1))
        hours = only(filled, "lib").hours
        assert [each.starts.hour for each in day_hours(hours, MONDAY + timedelta(days=7)).intervals] == [10]
        assert [each.starts.hour for each in day_hours(hours, MONDAY - timedelta(days=7)).intervals] == [10]

    def test_a_service_with_hours_of_its_own_keeps_them_but_not_in_a_closed_house(self, filled):
        own = {"serviceHours": weekly("12:00", "14:00")}
        filled.take_in([read(service("s", {"fi": "A"}, serviceChannels=connected(["lib"], **own)))], intake(at=LATER))
        shut = LibraryDay(MONDAY)
        keep(filled, Library(LibraryId("1"), LocalText({"fi": "Pääkirjasto"}), KUOPIO, days=(shut,)))
        found = only(filled, "lib")
        assert found.hours_are_own
        assert found.hours_source is None
        assert not day_hours(found.hours, MONDAY).intervals
        assert [each.starts.hour for each in day_hours(found.hours, MONDAY + timedelta(days=1)).intervals] == [12]


class TestKeeping:
    def test_a_library_that_only_the_directory_knows_is_listed(self, filled):
        keep(filled, library("1", "Pääkirjasto"), library("2", "Neulamäen kirjasto"))
        listed = [(each.library.id, each.channel, each.source) for each in filled.libraries.libraries()]
        assert listed == [("2", None, "Kirjastot.fi"), ("1", "lib", "Kirjastot.fi")]

    def test_the_next_refresh_takes_the_place_of_the_last_one_in_its_municipalities_only(self, filled):
        keep(filled, library("1", "Pääkirjasto"), library("2", "Neulamäen kirjasto"))
        keep(filled, library("3", "Oulun pääkirjasto", OULU), towns=(OULU,))
        keep(filled, library("1", "Pääkirjasto"), at=LATER)
        found = {each.library.id: each.fetched for each in filled.libraries.libraries()}
        assert found == {"1": LATER, "3": NOW}

    def test_one_that_could_not_be_read_stays_as_it_was(self, filled):
        keep(filled, library("1", "Pääkirjasto"))
        keep(filled, at=LATER, problems=[IntakeProblem(ProblemKind.BROKEN, "kirkanta", "1", "schedules", "…")])
        assert [each.fetched for each in filled.libraries.libraries()] == [NOW]
        assert only(filled, "lib").hours_source is not None

    def test_a_municipality_that_has_none_any_more(self, filled):
        keep(filled, library("1", "Pääkirjasto"))
        assert keep(filled) == 0
        assert only(filled, "lib").hours_source is None

    def test_pairs_are_made_anew_each_time(self, filled):
        """A namesake that a refresh of the catalogue brought makes the pair uncertain."""
        keep(filled, library("1", "Pääkirjasto"))
        filled.take_in([read(place("second", "Pääkirjasto"))], intake(at=LATER))
        assert keep(filled, library("1", "Pääkirjasto")) == 0

    def test_a_channel_that_is_gone_leaves_the_library(self, filled, connection):
        keep(filled, library("1", "Pääkirjasto"))
        connection.execute("DELETE FROM entry WHERE id = 'lib'")
        assert [each.id for each in filled.sheet("s", NOW).channels] == ["office"]

    def test_what_was_kept_is_read_word_for_word(self, filled):
        full = Library(
            LibraryId("9"),
            LocalText({"fi": "A", "sv": "B"}),
            OULU,
            "Katu 1",
            "90100",
            7_213_000.0,
            428_000.0,
            mobile=True,
        )
        keep(filled, full, towns=(OULU,), at=datetime(2026, 11, 23, 7, 30, tzinfo=UTC))
        (found,) = filled.libraries.libraries()
        assert (found.library, found.fetched) == (full, datetime(2026, 11, 23, 7, 30, tzinfo=UTC))
