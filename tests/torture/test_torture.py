"""A small seeded part of ``make torture``: the real program in its own processes, killed and looked after."""

from __future__ import annotations

import random
import sys

import pytest

from tools.torturing import kills
from tools.torturing.findings import Findings, page
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
    for number in range(3):
        kills.kill_a_visit(victim, found, number)
    kills.end_without_follow_up(victim, found, 10)
    kills.verify(victim, found, "at the end")
    assert found.wrong == []
    assert (found.kills, found.erasures, found.chains) == (3, 1, 4)
    assert found.acknowledged > 0


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
