"""What the desk keeps of the national catalogue, and what a refresh in a process of its own is told and tells."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given, strategies as st

from desk.errors import BadArea, DeskError, ImportCancelled, SourceRefused
from desk.model.intake import IntakeProblem, ProblemKind
from desk.model.refresh import (
    AreaKind,
    ObjectKind,
    RefreshKind,
    RefreshMemory,
    RefreshPhase,
    RefreshProgress,
    RefreshReport,
    SyncArea,
)
from desk.usecases.duty import Duty
from desk.usecases.refresh_lines import (
    RefreshFailed,
    RefreshOrder,
    RefreshTask,
    line_of,
    order_line,
    read_line,
    read_order,
    read_task,
    task_line,
)
from desk.usecases.refresh_plan import RefreshAsk, goes_on, kind_of_run, new_run
from desk.usecases.refresh_settings import AREAS, URL, RefreshSettings
from tests.desk.usecases.rooms import real_bundle
from tests.fakes import FakeCasebook, FakeClock

KUOPIO = SyncArea(AreaKind.MUNICIPALITY, "297")
HELSINKI = SyncArea(AreaKind.MUNICIPALITY, "091")
NOW = FakeClock().now()


@pytest.fixture
def casebook():
    return FakeCasebook()


@pytest.fixture
def kept(casebook):
    return RefreshSettings(casebook, FakeClock(), real_bundle(), Duty(casebook))


def test_nothing_is_chosen_at_first_and_asking_means_the_whole_country_of_the_usual_source(kept):
    assert kept.read() is None
    assert kept.usual_url.startswith("https://")
    assert kept.asked(None, ()) == RefreshAsk(kept.usual_url)


def test_a_choice_is_used_until_there_is_another(kept):
    kept.write(RefreshAsk("https://catalogue.example/v11/", (KUOPIO, HELSINKI)))
    assert kept.read() == RefreshAsk("https://catalogue.example/v11/", (KUOPIO, HELSINKI))
    assert kept.asked(None, ()) == RefreshAsk("https://catalogue.example/v11/", (HELSINKI, KUOPIO))
    assert kept.asked(None, ["Municipality/091"], full=True).areas == (HELSINKI,)
    assert kept.asked(None, (), everything=True).areas == ()
    kept.write(kept.asked(None, (), everything=True))
    assert kept.read().areas == ()
    kept.write(None)
    assert kept.read() is None


def test_the_usual_address_is_not_written_down_for_it_may_move(kept, casebook):
    kept.write(RefreshAsk(kept.usual_url, (KUOPIO,)))
    assert (casebook.setting(URL), casebook.setting(AREAS)) == ("", "Municipality/297")


def test_areas_are_the_same_however_they_are_given(kept):
    given_so = kept.asked(None, ["municipality/297", "Municipality/091", "Municipality/297"])
    assert given_so.areas == (HELSINKI, KUOPIO)


def test_who_gives_the_name_of_a_municipality_is_told_its_code(kept):
    with pytest.raises(BadArea) as told:
        kept.known_area("Municipality/Kuopio")
    assert told.value.details["near"] == "Municipality/297"


@pytest.mark.parametrize("area", ["Region/11", "WellbeingServiceCounties/11", "HospitalDistrict/25"])
def test_other_areas_are_taken_at_their_word(kept, area):
    assert str(kept.known_area(area)) == area


@given(st.text())
def test_any_address_is_used_or_refused(text):
    settings = RefreshSettings(FakeCasebook(), FakeClock(), real_bundle(), Duty(FakeCasebook()))
    try:
        known = settings.known_url(text)
    except SourceRefused as refused:
        known = refused.details["usual"]
    assert known[:4].casefold() == "http"


# ── what a run is ────────────────────────────────────────────────────────────────────────────────

ASK = RefreshAsk("https://catalogue.example/", (KUOPIO,))
FRESH = RefreshMemory("run", "source", (KUOPIO,), NOW, NOW)


@pytest.mark.parametrize(
    ("memory", "asked", "after", "kind"),
    [
        (RefreshMemory(), ASK, timedelta(), RefreshKind.FIRST),
        (FRESH, ASK, timedelta(days=1), RefreshKind.CHANGES),
        (FRESH, ASK, timedelta(days=7), RefreshKind.SWEEP),
        (FRESH, RefreshAsk(ASK.url, ASK.areas, full=True), timedelta(days=1), RefreshKind.SWEEP),
        (FRESH, RefreshAsk(ASK.url, (HELSINKI,)), timedelta(days=1), RefreshKind.FIRST),
        (FRESH, RefreshAsk(ASK.url), timedelta(days=1), RefreshKind.FIRST),
        (RefreshMemory("run", "another", (KUOPIO,), NOW, NOW), ASK, timedelta(), RefreshKind.FIRST),
        (RefreshMemory("run", "source", (KUOPIO,), None, NOW), ASK, timedelta(), RefreshKind.FIRST),
        (RefreshMemory("run", "source", (KUOPIO,), NOW, None), ASK, timedelta(), RefreshKind.SWEEP),
    ],
)
def test_how_much_is_asked_for_follows_from_what_earlier_runs_left(memory, asked, after, kind):
    assert kind_of_run(memory, "source", asked, NOW + after) is kind


@pytest.mark.parametrize(
    ("begun", "planned", "after", "does"),
    [
        (RefreshKind.FIRST, RefreshKind.FIRST, timedelta(days=6), True),
        (RefreshKind.FIRST, RefreshKind.FIRST, timedelta(days=7), False),
        (RefreshKind.SWEEP, RefreshKind.CHANGES, timedelta(), True),
        (RefreshKind.CHANGES, RefreshKind.SWEEP, timedelta(), False),
        (RefreshKind.CHANGES, RefreshKind.FIRST, timedelta(), False),
    ],
)
def test_a_run_goes_on_when_it_brings_what_is_wanted_and_is_not_too_old(begun, planned, after, does):
    first = new_run(begun, "source", ASK, NOW, NOW)
    assert goes_on(first, new_run(planned, "source", ASK, NOW + after, NOW + after)) is does
    other = new_run(planned, "source", RefreshAsk(ASK.url, (HELSINKI,)), NOW + after, NOW)
    assert not goes_on(first, other)


# ── lines between two processes ──────────────────────────────────────────────────────────────────

PROBLEM = IntakeProblem(ProblemKind.BROKEN, "source", "id-1", "names", "expected a list\nof texts")


@pytest.mark.parametrize(
    "said",
    [
        RefreshProgress(RefreshPhase.FETCHING, 3, 10, 2048, ObjectKind.SERVICE),
        RefreshProgress(RefreshPhase.ASKING),
        RefreshReport(RefreshKind.SWEEP, "source", NOW, 1, 2, 3, 4, 5, 6.5, True, (PROBLEM,)),
    ],
)
def test_what_the_worker_says_is_one_line_and_comes_back_whole(said):
    line = line_of(said)
    assert line.count(b"\n") == 1
    assert line.endswith(b"\n")
    assert read_line(line) == said


def test_an_error_keeps_its_id_and_details():
    assert read_line(line_of(ImportCancelled(kind="refresh"))) == RefreshFailed(ImportCancelled.id, {"kind": "refresh"})
    assert read_line(line_of(DeskError())) == RefreshFailed("desk")


@pytest.mark.parametrize("order", RefreshOrder)
def test_orders_are_words_on_a_line(order):
    assert read_order(order_line(order)) is order


def test_a_task_comes_back_whole_and_does_not_show_its_keys():
    task = RefreshTask("/data", b"k" * 32, b"r" * 32, RefreshAsk(ASK.url, (KUOPIO,), full=True), 4711)
    assert read_task(task_line(task)) == task
    assert "kkk" not in repr(task)
    assert "rrr" not in repr(task)


@given(st.binary())
def test_any_bytes_are_a_line_or_none(line):
    assert read_order(line) in (None, *RefreshOrder)
    assert read_task(line) is None
    read_line(line)
