"""``desk catalogue libraries`` against a library directory of our own, over real HTTP."""

from __future__ import annotations

from collections.abc import Iterator
from http import HTTPStatus

import pytest

from desk import bootstrap
from desk.cli.libraries import refresh_libraries_too
from desk.model.libraries import Town
from services.passphrases import GivenPassphrase
from tests.desk.cli.conftest import PASSPHRASE
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


def test_beside_a_refresh_a_directory_that_is_away_is_told_and_no_reason_to_fail(folder, server, capsys):
    towns = (Town("297", "Kuopio"),)
    with bootstrap.open_desk(folder, GivenPassphrase(PASSPHRASE)) as opened:
        refresh_libraries_too(opened.desk, towns, server.url)
        assert capsys.readouterr().err == ""
        refresh_libraries_too(opened.desk, towns, server.url.replace("/v4/", "/v3/"))
        assert "127.0.0.1" in capsys.readouterr().err
        assert len(opened.desk.list_libraries()) == 2


def test_beside_a_refresh_of_a_desk_that_is_nowhere_nobody_is_asked(folder, server):
    with bootstrap.open_desk(folder, GivenPassphrase(PASSPHRASE)) as opened:
        refresh_libraries_too(opened.desk, opened.desk.library_towns.after_refresh(), server.url)
    assert server.asked == []


def test_on_a_connection_of_its_own_as_beside_the_window(folder, server):
    with bootstrap.open_desk(folder, GivenPassphrase(PASSPHRASE)) as opened:
        report = bootstrap.refresh_libraries(opened, (Town("297", "Kuopio"),), server.url)
        assert (report.libraries, len(opened.desk.list_libraries())) == (2, 2)
