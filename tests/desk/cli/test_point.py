"""``desk point``: who and where the desk is, and what happens to words that mean nothing."""

from __future__ import annotations

import pytest


@pytest.fixture
def desk(folder, call):
    """Call the command on a data folder of the test's own."""
    return call


def test_where_the_desk_is_can_be_told_in_metres_the_wrong_way_round(desk):
    told = desk("point", "--coordinates", "533600,6974800", "--municipality", "297", "--json")
    assert told.document["place"] == {"spot": {"northing": 6974800.0, "easting": 533600.0}, "municipality": "297"}


def test_an_empty_text_forgets(desk):
    desk("point", "--coordinates", "6974800,533600", "--municipality", "297")
    told = desk("point", "--coordinates", "", "--municipality", "", "--json")
    assert told.document["place"] == {"spot": None, "municipality": None}


def test_details_and_place_do_not_touch_one_another(desk):
    desk("point", "--name", "Juankosken asiointipiste", "--municipality", "297")
    told = desk("point", "--phone", "017 123 456", "--json").document
    assert (told["point"]["name"], told["point"]["phone"]) == ("Juankosken asiointipiste", "017 123 456")
    assert told["place"]["municipality"] == "297"


@pytest.mark.parametrize(
    ("option", "text", "said"),
    [
        ("--coordinates", "59.33,18.07", "59.33,18.07"),
        ("--municipality", "Kuopio", "297"),
        ("--at", "no-such-place", "no-such-place"),
    ],
)
def test_what_cannot_be_is_refused_in_one_line_and_nothing_is_written(desk, option, text, said):
    refused = desk("point", "--name", "Joku", option, text)
    assert refused.code == 1
    assert said in refused.one_line
    left = desk("point", "--json").document
    assert (left["point"], left["place"]) == (None, {"spot": None, "municipality": None})


def test_it_has_a_name_of_its_own_in_swedish_and_in_sami(desk):
    desk("point", "--name", "Utsjoen asiointipiste", "--name-se", "Ohcejohka", "--address-sv", "Byvägen 1")
    names = desk("point", "--json").document["names"]
    assert names == {"sv": {"name": "", "address": "Byvägen 1"}, "se": {"name": "Ohcejohka", "address": ""}}
    assert "Davvisámegiella: Ohcejohka" in desk("point").out
    desk("point", "--name-se", "")
    assert desk("point", "--json").document["names"]["se"]["name"] == ""


def test_a_name_in_a_language_before_another_command_is_refused(desk):
    refused = desk("point", "--name-se", "x", "agreements")
    assert refused.code == 2
    assert "--name-se" in refused.err


def test_a_desk_is_set_up_without_a_window(desk):
    told = desk("point", "set-up", "--for", "digital_support", "--languages", "fi, se", "--printer", "Aula", "--json")
    assert told.document["set_up"] == {
        "done": True,
        "role": "digital_support",
        "languages": ["fi", "se"],
        "printer": "Aula",
        "works_in": "fi",
    }
    assert desk("point", "set-up").out.splitlines() == ["Digital support", "Suomi, Davvisámegiella", "Aula"]
    worked = desk("point", "set-up", "--work-in", "sv", "--json").document["set_up"]
    assert (worked["works_in"], worked["languages"]) == ("sv", ["fi", "se"])
    assert desk("point", "set-up", "--work-in", "en").code == 2, "authorities are written to in Finnish or Swedish"
    assert "xx" in desk("point", "set-up", "--languages", "fi,xx").one_line
