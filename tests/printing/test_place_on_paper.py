"""A place on the guidance paper: distance, hours with their doubts and their source, and how one gets in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

import printing.pdf
from desk.model.catalogue import AccessibilityGroup, Entrance
from desk.model.guidance import Guidance
from desk.model.hours import HELSINKI
from desk.model.libraries import HoursSource
from desk.model.local_text import LocalText
from desk.model.places import Spot
from desk.model.plan import WhoToAsk
from desk.model.service_hours import HoursKind, Opening, ServiceHours
from desk.model.service_sheet import ServiceSheet, SheetChannel, SheetKind
from desk.ports import PaperOptions
from desk.usecases.show_service import shown
from i18n.language import Language
from i18n.translator import Lexicon
from printing.paper_maker import Papers
from printing.plain_text import as_text
from tests.made_places import HERE, OFFICE, local, place

NOW = datetime(2026, 12, 2, 10, 0, tzinfo=HELSINKI)  # a Wednesday


def door(name: str, heading: str, *sentences: str, is_main: bool = False) -> Entrance:
    return Entrance(
        local(name) if name else LocalText(),
        is_main,
        (AccessibilityGroup(local(heading), tuple(map(local, sentences))),),
    )


@pytest.fixture
def words(tmp_path):
    papers = Papers(Lexicon(tmp_path), lambda: printing.pdf)

    def of(channel: SheetChannel, at: datetime = NOW, here: Spot | None = HERE) -> list[str]:
        seen = shown(ServiceSheet(SheetKind.SERVICE, "s", local("Digital help"), channels=(channel,)), at, here)
        guidance = Guidance(seen.sheet, seen.opening, at, WhoToAsk("Point"), distances=seen.distances)
        document = papers.guidance_document(guidance, PaperOptions(Language.EN))
        return as_text(document).replace("\N{NO-BREAK SPACE}", " ").splitlines()

    return of


def test_the_address_names_the_municipality_where_the_post_office_is_another(words):
    assert "Address: Juankoskentie 7, 73500 JUANKOSKI, Kuopio" in words(place())


def test_the_address_says_how_one_gets_in(words):
    channel = place()
    (address,) = channel.contacts.addresses
    told = replace(address, note=local("door in the yard"))
    said = words(replace(channel, contacts=replace(channel.contacts, addresses=(told,))))
    assert "Address: Juankoskentie 7, 73500 JUANKOSKI, Kuopio, door in the yard" in said


def test_the_distance_is_measured_from_the_point(words):
    assert "Distance: 2.4 km from the service point" in words(place(metres=2_438))
    assert not [line for line in words(place(), here=None) if "Distance" in line]
    assert not [line for line in words(place(metres=3)) if "Distance" in line]


def test_the_ways_in_stand_group_by_group(words):
    said = words(place(door("", "Route", "It is level.", "It is lit."), door("Yard", "Door", "It opens by itself.")))
    start = said.index("Getting in: Another entrance · Route")
    assert said[start : start + 5] == [
        "Getting in: Another entrance · Route",
        "It is level.",
        "It is lit.",
        "Getting in: Yard · Door",
        "It opens by itself.",
    ]


def test_one_door_needs_no_name(words):
    said = words(place(door("Main door", "Route", "It is level.")))
    assert "Getting in: Route" in said


class TestHours:
    def test_a_holiday_within_the_week_is_marked_at_its_day(self, words):
        monday = datetime(2026, 1, 5, 10, 0, tzinfo=HELSINKI)
        assert "6 January 2026 9am to 4pm (public holiday, Epiphany: check)" in words(place(), monday)

    def test_holidays_of_the_next_weeks_are_named(self, words):
        (said,) = (line for line in words(place()) if line.startswith("Public holidays"))
        days = said.removeprefix("Public holidays: ").removesuffix(": check whether it is open.")
        assert days == "24 December 2026 (Christmas Eve), 25 December 2026 (Christmas Day)"

    def test_a_holiday_that_is_spoken_of_is_not(self, words):
        days = (date(2026, 12, 24), date(2026, 12, 25))
        shut = tuple(ServiceHours(HoursKind.EXCEPTIONAL, valid_from=day, is_closed=True) for day in days)
        assert not [line for line in words(place(hours=(OFFICE, *shut))) if "Public holidays" in line]

    def test_only_by_appointment(self, words):
        rule = ServiceHours(HoursKind.WEEKLY, by_reservation=True)
        assert "Open: Only by appointment. Book a time first." in words(place(hours=(rule,)))

    def test_the_directory_is_named_with_its_date_and_staff_told_from_none(self, words):
        days = [NOW.date() - timedelta(days=2) + timedelta(days=offset) for offset in range(7)]
        dated = [
            ServiceHours(HoursKind.DATED, (Opening(time(opens), time(closes)),), day, day, self_service=opens == 8)
            for day in days
            for opens, closes in ((8, 10), (10, 18))
        ]
        source = HoursSource("Kirjastot.fi", NOW, days[-1])
        said = words(place(hours=(OFFICE, *dated), hours_source=source))
        assert "Hours from: Kirjastot.fi, as it was on 2 December 2026" in said
        assert any("8am to 10am (self-service, no staff), 10am to 6pm" in line for line in said)

    def test_a_directory_whose_days_are_over_is_not_named(self, words):
        source = HoursSource("Kirjastot.fi", NOW, NOW.date() - timedelta(days=1))
        assert not [line for line in words(replace(place(), hours_source=source)) if "Kirjastot.fi" in line]
