"""A small seeded part of ``make torture``: the real program in its own processes, killed and looked after."""

from __future__ import annotations

import random
import sys

import pytest

from tests.ptv_server.sample import sample_catalogue
from tests.ptv_server.server import PtvServer
from tools.torturing import casebook_faults, kills, refresh
from tools.torturing.findings import Findings, page
from tools.torturing.properties import asking
from tools.torturing.victim import Story, Victim

pytestmark = pytest.mark.slow


@pytest.fixture
def victim(tmp_path):
    victim = Victim(tmp_path, random.Random(20))
    victim.desk("catalogue", "status")
    return victim


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a signal of Unix")
def test_nothing_that_was_acknowledged_is_lost_and_nothing_that_was_erased_is_left(victim):
    found = Findings()
    for number in range(2):
        kills.kill_a_visit(victim, found, number)
    kills.end_without_follow_up(victim, found, 10)
    kills.verify(victim, found, "at the end")
    assert found.wrong == []
    assert (found.kills, found.erasures, found.chains) == (2, 1, 3)
    assert found.acknowledged > 0


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a signal of Unix")
@pytest.mark.parametrize(
    "fault",
    [casebook_faults.kill_a_migration, casebook_faults.kill_a_backup],
    ids=lambda fault: fault.__name__,
)
def test_what_befalls_a_casebook_is_survived_or_named(victim, fault):
    found = Findings()
    fault(victim, found, 1)
    assert found.wrong == []
    ((times, _),) = found.others.values()
    assert times == 1


def test_the_torture_sees_what_it_looks_for(victim):
    """Left open, a visit's note is in the folder and found there; a line that was never stored is missed."""
    story = Story(note="papukaija-lentää")
    said = victim.desk("visits", "run", str(victim.script(story))).splitlines()
    assert victim.left_behind([story.note])
    found = Findings()
    kills.look_for(victim, found, (said[0], "answered citizen.e_id bank-of-nowhere", "ended ended"), story)
    assert len(found.wrong) == 3, found.wrong
    assert not found.is_clean
    assert "WRONG" in page(found, 1)


def test_every_property_that_asks_for_more_examples_gets_them():
    found = {path.replace("\\", "/") for path in asking()}
    assert {"tests/desk/errands/test_path.py", "tests/offline_cache/catalogue/test_killed_run.py"} <= found
    assert "tests/torture/test_torture.py" not in found


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a signal of Unix")
def test_a_killed_refresh_leaves_one_catalogue_or_the_other_and_the_next_one_ends_right(tmp_path):
    found = Findings()
    asked = refresh.Asked(kills=1, faults=1, services=24, huge_bytes=500_000)
    refresh.torture_refreshes(Victim(tmp_path, random.Random(7)), found, asked)
    assert found.wrong == []
    assert (found.refresh_kills, found.fault_runs, found.huge_objects) == (1, 1, 1)


def test_the_torture_of_refreshes_sees_what_it_looks_for(victim):
    """A catalogue that is empty, of another version, or half of one, is told to be wrong."""
    with PtvServer(sample_catalogue(services=24)) as server:
        desk = refresh.Refreshed(victim, server)
        empty = desk.look()
        desk.refresh("--url", server.url)
        old = desk.look()
        desk.next_version(silently=False)
        for held in (empty, old):
            found = Findings()
            refresh.compare(desk, found, "refresh: trial", held)
            assert len(found.wrong) >= 5, found.wrong
        desk.refresh()
        found = Findings()
        refresh.compare(desk, found, "refresh: trial", desk.look())
        assert found.is_clean, found.wrong
