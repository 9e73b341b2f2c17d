"""Which way to a service is shown first, and where the desk is."""

from __future__ import annotations

from datetime import datetime, time

import pytest

from desk.errors import BadArea, BadCoordinates, ServiceUnknown
from desk.model.catalogue import Address, ChannelId, ChannelKind, Contacts
from desk.model.hours import HELSINKI
from desk.model.local_text import LocalText
from desk.model.places import Spot, Whereabouts
from desk.model.service_hours import HoursKind, Opening, ServiceHours
from desk.model.service_sheet import ServiceSheet, SheetChannel, SheetKind
from desk.usecases.duty import Duty
from desk.usecases.point_place import PointPlace
from desk.usecases.show_service import ShowService, shown
from tests.desk.usecases.rooms import real_bundle
from tests.fakes import FakeCasebook, FakeCatalogue, FakeClock

HERE = Spot(6_974_800, 533_600)
NOW = datetime(2026, 11, 23, 10, 0, tzinfo=HELSINKI)  # a Monday
ALL_DAY = (ServiceHours(HoursKind.WEEKLY, (Opening(time(8), time(20), 0),)),)
AFTERNOON = (ServiceHours(HoursKind.WEEKLY, (Opening(time(12), time(16), 0),)),)
ALWAYS = (ServiceHours(HoursKind.WEEKLY, is_always_open=True),)


def place(identity: str, metres: float | None, hours=AFTERNOON, kind=ChannelKind.PLACE) -> SheetChannel:
    address = (
        Address("Location")
        if metres is None
        else Address("Location", northing=HERE.northing + metres, easting=HERE.easting, municipality_code="297")
    )
    return SheetChannel(
        ChannelId(identity), kind, LocalText({"fi": identity}), contacts=Contacts(addresses=(address,)), hours=hours
    )


def sheet(*channels: SheetChannel) -> ServiceSheet:
    return ServiceSheet(SheetKind.SERVICE, "s", LocalText({"fi": "Palvelu"}), channels=channels)


class OnePlace(FakeCatalogue):
    def __init__(self, *channels: SheetChannel) -> None:
        self.channels = channels

    def sheet(self, identity: str, now: datetime) -> ServiceSheet:
        return sheet(*self.channels) if identity == "s" else super().sheet(identity, now)


class TestOrder:
    def test_open_now_then_nearest_then_the_rest(self):
        channels = (
            place("closed, no place", None),
            place("closed, far", 9_000),
            place("open, no place", None, ALL_DAY),
            place("closed, near", 100),
            place("open, far", 8_000, ALL_DAY),
            place("open, near", 300, ALL_DAY),
        )
        found = shown(sheet(*channels), NOW, HERE)
        assert [each.id for each in found.sheet.channels] == [
            "open, near",
            "open, far",
            "open, no place",
            "closed, near",
            "closed, far",
            "closed, no place",
        ]
        assert list(found.distances) == [300, 8_000, None, 100, 9_000, None]
        assert [status.until is not None for status in found.opening] == [True, True, True, False, False, False]

    def test_what_is_on_the_web_without_hours_is_usable_now(self):
        page = place("page", None, (), ChannelKind.ONLINE_SERVICE)
        found = shown(sheet(place("far", 90_000), place("no hours", None, ()), page), NOW, HERE)
        assert [each.id for each in found.sheet.channels] == ["page", "far", "no hours"]

    def test_a_desk_that_is_nowhere_keeps_the_catalogues_order(self):
        channels = (place("b", 900, ALL_DAY), place("a", 100, ALL_DAY), place("c", 500, ALWAYS))
        found = shown(sheet(*channels), NOW)
        assert [each.id for each in found.sheet.channels] == ["b", "a", "c"]
        assert found.distances == (None, None, None)

    def test_the_very_place_itself_is_nearest(self):
        found = shown(sheet(place("next door", 1, ALL_DAY), place("here", 0, ALL_DAY)), NOW, HERE)
        assert [each.id for each in found.sheet.channels] == ["here", "next door"]


class TestWhereTheDeskIs:
    @pytest.fixture
    def casebook(self):
        return FakeCasebook()

    @pytest.fixture
    def point(self, casebook):
        return PointPlace(casebook, OnePlace(place("office", 350)), FakeClock(NOW), real_bundle(), Duty(casebook))

    def test_it_says_nothing_before_it_is_told(self, point):
        assert point.read() == Whereabouts()

    def test_at_a_place_of_the_catalogue_with_its_municipality(self, point):
        assert point.at_channel("s") == Whereabouts(Spot(HERE.northing + 350, HERE.easting), "297")

    def test_a_place_without_coordinates_is_refused_and_nothing_changes(self, casebook):
        point = PointPlace(casebook, OnePlace(place("office", None)), FakeClock(NOW), real_bundle(), Duty(casebook))
        with pytest.raises(BadCoordinates) as refused:
            point.at_channel("s")
        assert refused.value.details == {"kind": "missing", "place": "Palvelu"}
        assert point.read() == Whereabouts()

    def test_a_place_that_is_not_in_the_catalogue(self, point):
        with pytest.raises(ServiceUnknown):
            point.at_channel("x")

    @pytest.mark.parametrize("text", ["6974800,533600", "533600, 6974800", "6974800.0 533600", "(6974800; 533600)"])
    def test_coordinates_however_they_are_typed(self, point, text):
        assert point.at_coordinates(text).spot == HERE

    def test_degrees(self, point):
        spot = point.at_coordinates("62.8930 27.6783").spot
        assert spot is not None
        assert abs(spot.easting - 534_000) < 2_000

    @pytest.mark.parametrize("text", ["here", "6974800", "1,2,3", "6974800,x", "0,0", "59.33,18.07", "nan,nan"])
    def test_coordinates_that_mean_nothing_here_are_refused(self, point, text):
        point.at_coordinates("6974800,533600")
        with pytest.raises(BadCoordinates):
            point.at_coordinates(text)
        assert point.read().spot == HERE

    def test_they_are_forgotten_when_asked(self, point):
        point.at_channel("s")
        assert point.at_coordinates(" ") == Whereabouts(None, "297")
        assert point.in_municipality("") == Whereabouts()

    def test_a_municipality_by_its_code(self, point):
        assert point.in_municipality("297").municipality == "297"
        assert (point.name_of("091", "sv"), point.name_of("000")) == ("Helsingfors", "")

    @pytest.mark.parametrize(("text", "near"), [("Kuopio", "297"), ("29", "297"), ("000", "297")])
    def test_what_is_no_code_is_refused_and_a_name_answered_with_its_code(self, point, text, near):
        with pytest.raises(BadArea) as refused:
            point.in_municipality(text)
        assert refused.value.details["near"] == near

    def test_the_sheet_measures_from_there(self, casebook, point):
        point.at_coordinates("6974800,533600")
        show = ShowService(OnePlace(place("office", 350)), FakeClock(NOW), point.read)
        assert show("s").distances == (350,)
