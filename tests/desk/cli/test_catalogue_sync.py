"""``desk catalogue sync``: over real HTTP, remembered, resumed, and in one line what goes wrong."""

from __future__ import annotations

import pytest

from desk.cli.catalogue_sync import progress_line
from desk.model.refresh import ObjectKind, RefreshPhase, RefreshProgress
from i18n.language import Language
from i18n.translator import Lexicon
from tests.ptv_server.faults import ALWAYS, Fault
from tests.ptv_server.kinds import Kind
from tests.ptv_server.sample import sample_catalogue
from tests.ptv_server.server import PtvServer


@pytest.fixture
def server():
    with PtvServer(sample_catalogue(services=16), id_page_size=20, object_page_size=10) as running:
        yield running


def counted(server: PtvServer, status) -> dict[str, tuple[int, int]]:
    """What the server has and what the desk has, by kind."""
    names = {
        "services": Kind.SERVICE,
        "channels": Kind.CHANNEL,
        "organizations": Kind.ORGANIZATION,
        "general_descriptions": Kind.GENERAL_DESCRIPTION,
        "collections": Kind.COLLECTION,
    }
    return {name: (len(server.catalogue.ids(kind)), status[name]) for name, kind in names.items()}


def test_the_whole_country_is_fetched_when_no_area_was_ever_chosen(call, folder, server):
    report = call("catalogue", "sync", "--url", server.url, "--json").document
    assert (report["kind"], report["problems"], report["resumed"]) == ("first", [], False)
    status = call("catalogue", "status", "--json").document
    assert all(theirs == ours > 0 for theirs, ours in counted(server, status).values()), counted(server, status)
    assert status["areas"] == []
    assert status["chosen"] == {"url": server.url + "/", "areas": []}
    assert status["source"] in server.url
    assert status["swept"]
    assert status["unread"] == 0
    assert call("catalogue", "search", "Asumistuki", "--json").document["hits"]


def test_what_was_chosen_is_used_again_until_something_else_is(call, folder, server):
    call("catalogue", "sync", "--url", server.url, "--area", "Municipality/297", "--area", "Municipality/091")
    server.catalogue.advance(hours=1)
    report = call("catalogue", "sync", "--json").document
    assert report["kind"] == "changes"
    status = call("catalogue", "status", "--json").document
    assert status["areas"] == ["Municipality/091", "Municipality/297"]
    assert call("catalogue", "sync", "--json", "--everything").document["kind"] == "first"
    assert call("catalogue", "status", "--json").document["chosen"]["areas"] == []
    assert call("catalogue", "sync", "--full", "--json").document["kind"] == "sweep"


def test_it_says_what_it_did(call, folder, server):
    first = call("catalogue", "sync", "--url", server.url)
    assert first.code == 0
    assert "objects are new" in first.out
    assert first.err == ""
    gone = min(server.catalogue.ids(Kind.SERVICE))
    server.catalogue.archive(gone)
    assert "1 object is no longer in the catalogue." in call("catalogue", "sync").out
    assert "All ids were compared" in call("catalogue", "status").out


def test_a_withdrawn_service_is_said_to_be_so(call, folder, server):
    call("catalogue", "sync", "--url", server.url)
    gone = min(server.catalogue.ids(Kind.SERVICE))
    name = server.catalogue.whole(Kind.SERVICE)[gone]["serviceNames"][0]["value"]
    server.catalogue.withdraw(gone)
    call("catalogue", "sync")
    shown = call("catalogue", "show", gone)
    assert shown.code == 1
    assert name in shown.one_line


def test_what_cannot_be_read_is_named_and_left(call, folder, server):
    stone = min(server.catalogue.ids(Kind.SERVICE))
    server.faults.add(Fault.WRONG_TYPE, "/Service/list", times=ALWAYS, about=stone)
    ended = call("catalogue", "sync", "--url", server.url)
    assert ended.code == 0
    assert stone in ended.out
    assert call("catalogue", "status", "--json").document["unread"] == 1
    assert "1 object could not be read" in call("catalogue", "status").out


@pytest.mark.slow
def test_a_source_that_is_not_there_is_one_line_and_is_not_remembered(call, folder, server):
    call("catalogue", "sync", "--url", server.url)
    ended = call("catalogue", "sync", "--url", "http://127.0.0.1:1/")
    assert ended.code == 1
    assert "127.0.0.1:1" in ended.one_line
    assert call("catalogue", "status", "--json").document["chosen"]["url"] == server.url + "/"


@pytest.mark.parametrize(
    "url", ["", "catalogue.example", "ftp://catalogue.example/", "http://", "http://x y/", "http://[1"]
)
def test_an_address_that_is_none_is_said_so(call, folder, url):
    ended = call("catalogue", "sync", "--url", url)
    assert ended.code == 1
    assert "is not the address of a catalogue" in ended.one_line


@pytest.mark.parametrize(
    ("area", "said"),
    [
        ("Kuopio", "does not name an area"),
        ("Municipality/", "does not name an area"),
        ("Municipality/999", "There is no area Municipality/999"),
        ("Municipality/Kuopio", "Municipality/297"),
        ("municipality/Kuopio", "Municipality/297"),
    ],
)
def test_an_area_that_there_is_not_is_said_so(call, folder, area, said):
    ended = call("catalogue", "sync", "--area", area)
    assert ended.code == 1
    assert said in ended.one_line


def test_areas_and_everything_are_wrong_usage(call, folder):
    assert call("catalogue", "sync", "--everything", "--area", "Municipality/297").code == 2


def test_the_usual_address_is_the_content_s(call, folder):
    """Nothing is asked of it here: no test reaches the network."""
    assert call("catalogue", "status", "--json").document["chosen"] is None


def test_how_far_it_is_stands_on_one_line():
    words = Lexicon().words(Language.EN)
    progress = RefreshProgress(RefreshPhase.FETCHING, 1200, 104_644, 12_345_678, ObjectKind.SERVICE)
    assert progress_line(progress, words) == "Fetching: 1,200 of 104,644 objects, 12.3 MB"
    lines = {progress_line(RefreshProgress(phase, 1, 2, 3), words) for phase in RefreshPhase}
    assert len(lines) == len(RefreshPhase)
    assert not [line for line in lines if "\n" in line or len(line) > 78]
