"""Which library is which place: certain pairs only, near misses above all."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from desk.model.catalogue import Address, Channel, ChannelId, ChannelKind, Contacts
from desk.model.libraries import Library, LibraryId, Town
from desk.model.local_text import LocalText
from desk.model.same_place import pairs

KUOPIO, OULU = Town("297", "Kuopio"), Town("564", "Oulu")
N, E = 6_974_800.0, 533_600.0


def library(name: str = "Pyörön kirjasto", identity: str = "1", **more: Any) -> Library:
    given: dict[str, Any] = {"town": KUOPIO, "street": "Pyöröntie 7", "northing": N, "easting": E} | more
    return Library(LibraryId(identity), LocalText({"fi": name}), **given)


def place(name: str = "Pyörön kirjasto", identity: str = "c", *, metres: float | None = 0.0, **more: Any) -> Channel:
    given: dict[str, Any] = {
        "street": LocalText({"fi": "Pyöröntie"}),
        "street_number": "7",
        "municipality_code": "297",
        "northing": None if metres is None else N + metres,
        "easting": None if metres is None else E,
    } | more
    kind = given.pop("kind", ChannelKind.PLACE)
    address = Address(given.pop("address_kind", "Location"), **given)
    return Channel(ChannelId(identity), kind, LocalText({"fi": name}), contacts=Contacts(addresses=(address,)))


def paired(libraries, channels) -> dict[LibraryId, ChannelId]:
    return dict(pairs(libraries, channels))


class TestByName:
    @pytest.mark.parametrize(
        "name", ["Pyörön kirjasto", "pyörön  KIRJASTO", "Pyörön kirjasto, Kuopio", "Kuopio / Pyörön kirjasto"]
    )
    def test_one_name_in_one_municipality(self, name):
        channel = place(name, metres=None, street=LocalText())
        assert paired([library()], [channel]) == {"1": "c"}

    def test_a_name_in_another_language(self):
        channel = place("x", metres=None, street=LocalText())
        channel = replace(channel, names=LocalText({"fi": "Muu", "sv": "Pyörö bibliotek"}))
        assert paired([library("Pyörö bibliotek")], [channel]) == {"1": "c"}

    def test_the_municipality_is_known_by_its_name_where_it_has_no_code(self):
        named = LocalText({"fi": "Kuopio"})
        channel = place(metres=None, street=LocalText(), municipality_code=None, municipality=named)
        assert paired([library()], [channel]) == {"1": "c"}

    def test_the_same_name_in_another_municipality_is_another_library(self):
        assert paired([library("Pääkirjasto", town=OULU)], [place("Pääkirjasto", metres=None)]) == {}

    def test_the_same_name_kilometres_away_is_another_library(self):
        assert paired([library("Lähikirjasto")], [place("Lähikirjasto", metres=3_000, street_number="9")]) == {}

    def test_two_of_one_name_are_told_apart_by_where_they_are(self):
        channels = [place("Lähikirjasto", "near", metres=30), place("Lähikirjasto", "far", metres=700)]
        assert paired([library("Lähikirjasto")], channels) == {"1": "near"}

    def test_two_of_one_name_at_places_unknown_stay_alone(self):
        channels = [place("Lähikirjasto", "a", metres=None), place("Lähikirjasto", "b", metres=None)]
        assert paired([library("Lähikirjasto")], channels) == {}

    def test_two_libraries_of_one_name_and_one_place_stay_alone(self):
        twins = [library("Lähikirjasto", "1"), library("Lähikirjasto", "2", northing=N + 500)]
        assert paired(twins, [place("Lähikirjasto", metres=None)]) == {}

    @pytest.mark.parametrize("name", ["Pyörön kirjasto ja nuorisotila", "Pyörön kirjaston lukusali", "Pyörö", ""])
    def test_a_name_that_is_nearly_the_same_is_not_the_same(self, name):
        assert paired([library()], [place(name, metres=None, street=LocalText())]) == {}


class TestByTheDoor:
    OTHER_NAME = "Kuopion kaupunginkirjasto - Pyörön lähikirjasto"

    @pytest.mark.parametrize("metres", [0.0, 40.0, 99.0])
    def test_one_address_and_one_point(self, metres):
        assert paired([library()], [place(self.OTHER_NAME, metres=metres)]) == {"1": "c"}

    @pytest.mark.parametrize(
        "other",
        [
            place(OTHER_NAME, metres=140.0),
            place(OTHER_NAME, metres=None),
            place(OTHER_NAME, street_number="9"),
            place(OTHER_NAME, street=LocalText({"fi": "Pyörönkaari"})),
            place(OTHER_NAME, street_number=None),
            place(OTHER_NAME, municipality_code="564"),
            place(OTHER_NAME, address_kind="Postal"),
            place(OTHER_NAME, kind=ChannelKind.PHONE),
        ],
        ids=["far", "no point", "number", "street", "no number", "municipality", "post only", "phone"],
    )
    def test_less_is_not_enough(self, other):
        assert paired([library()], [other]) == {}

    @pytest.mark.parametrize(
        "name", ["Pyörön palvelupiste", "Kirjaston kahvila", "Digituki Pyörön kirjastossa", "Kirjastotalon neuvola"]
    )
    def test_something_else_in_the_house_has_hours_of_its_own(self, name):
        assert paired([library()], [place(name)]) == {}

    def test_a_house_with_two_libraries_stays_alone(self):
        channels = [place("Musiikkikirjasto", "a"), place("Lastenkirjasto", "b")]
        assert paired([library("Pyörön kirjastotalo")], channels) == {}

    def test_two_libraries_of_the_directory_in_one_house_stay_alone(self):
        both = [library("Musiikin kirjasto", "1"), library("Lasten kirjasto", "2")]
        assert paired(both, [place("Kuopion kirjasto")]) == {}

    def test_who_has_a_pair_by_name_claims_no_other(self):
        channels = [place("Pyörön kirjasto", "own"), place("Pyörön lastenkirjasto", "other")]
        assert paired([library()], channels) == {"1": "own"}

    def test_a_letter_after_the_number_is_a_door_of_the_house(self):
        assert paired([library(street="Pyöröntie 7 B")], [place(self.OTHER_NAME, street_number="7a")]) == {"1": "c"}


def test_a_library_on_wheels_is_no_place():
    bus = library("Kirjastoauto", mobile=True)
    assert paired([bus], [place("Kirjastoauto"), place("Kirjastoauton kirjasto", "d")]) == {}


def test_two_libraries_in_one_town_each_find_their_own():
    libraries = [library("Pyörön kirjasto", "1"), library("Neulamäen kirjasto", "2", northing=N + 4_000)]
    channels = [place("Neulamäen kirjasto", "n", metres=4_000), place("Pyörön kirjasto", "p")]
    assert paired(libraries, channels) == {"1": "p", "2": "n"}
