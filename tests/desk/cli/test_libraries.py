"""``desk catalogue libraries`` against a library directory of our own, over real HTTP."""

from __future__ import annotations

from collections.abc import Iterator
from http import HTTPStatus

import pytest

from tests.kirkanta_server.server import KirkantaServer, library


@pytest.fixture
def server() -> Iterator[KirkantaServer]:
    libraries = [
        library(1, "Kuopion pääkirjasto", "Kuopio", coordinates={"lat": 62.8930, "lon": 27.6783}),
        library(2, "Neulamäen kirjasto", "Kuopio", coordinates=None),
        library(3, "Oulun pääkirjasto", "Oulu"),
    ]
    with KirkantaServer(libraries) as made:
        yield made


def test_fetched_for_the_desks_municipality_and_listed_nearest_first(folder, call, server):
    call("point", "--municipality", "297", "--coordinates", "62.8930,27.6783")
    told = call("catalogue", "libraries", "--url", server.url, "--json").document
    assert told["report"]["libraries"] == 2
    listed = [(each["id"], each["name"], each["municipality"], each["channel"]) for each in told["libraries"]]
    assert listed == [("1", "Kuopion pääkirjasto", "297", None), ("2", "Neulamäen kirjasto", "297", None)]
    assert told["libraries"][0]["distance"] < 1
    assert {query["city.name"] for query in server.asked} == {"Kuopio"}


def test_what_is_stored_is_listed_without_asking_anybody(folder, call, server):
    call("catalogue", "libraries", "--municipality", "564", "--url", server.url)
    asked = len(server.asked)
    told = call("catalogue", "libraries", "--stored", "--json").document
    assert (told["report"], [each["name"] for each in told["libraries"]]) == (None, ["Oulun pääkirjasto"])
    assert len(server.asked) == asked


def test_in_words(folder, call, server):
    said = call("catalogue", "libraries", "--municipality", "564", "--url", server.url).out.splitlines()
    assert said[0] == "1 library was fetched."
    assert said[-1].startswith("Oulu · Oulun pääkirjasto · ")
    assert said[-1].endswith("only in the library directory")


def test_a_desk_that_is_nowhere_is_told_what_to_do(folder, call, server):
    said = call("catalogue", "libraries", "--url", server.url)
    assert (said.code, server.asked) == (0, [])
    assert "desk point --municipality" in said.out


@pytest.mark.parametrize(
    ("more", "word"),
    [(("--municipality", "Kuopio"), "297"), (("--municipality", "297", "--url", "kirjastot"), "kirjastot")],
)
def test_what_cannot_be_is_one_line(folder, call, more, word):
    refused = call("catalogue", "libraries", *more)
    assert refused.code == 1
    assert word in refused.one_line


def test_a_directory_that_is_another_is_one_line_and_nothing_changes(folder, call, server):
    call("catalogue", "libraries", "--municipality", "297", "--url", server.url)
    server.status = HTTPStatus.FORBIDDEN
    refused = call("catalogue", "libraries", "--municipality", "297", "--url", server.url)
    assert refused.code == 1
    assert "127.0.0.1" in refused.one_line
    assert len(call("catalogue", "libraries", "--stored", "--json").document["libraries"]) == 2
