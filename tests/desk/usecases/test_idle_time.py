"""After how long an empty desk locks itself: one of a few times, whatever the setting holds."""

from __future__ import annotations

import pytest

from desk.errors import IdleMinutesRefused
from desk.usecases.idle_time import MINUTES, MINUTES_BY_DEFAULT
from tests.desk.usecases.rooms import card_bundle, desk_over
from tests.fakes import FakeCasebook


@pytest.mark.parametrize("stored", ["", "0", "ten", "7", "-5", "600", "²"])
def test_what_nobody_could_have_chosen_is_as_if_nothing_were_set(stored):
    casebook = FakeCasebook()
    casebook.set_setting("desk.idle_minutes", stored)
    assert desk_over(card_bundle(), casebook).idle_time.minutes() == MINUTES_BY_DEFAULT


def test_each_of_those_that_are_offered_is_kept():
    desk = desk_over(card_bundle())
    for minutes in MINUTES:
        assert desk.idle_time.set(minutes) == desk.idle_time.minutes() == minutes
    with pytest.raises(IdleMinutesRefused):
        desk.idle_time.set(7)
    assert desk.idle_time.minutes() == MINUTES[-1]
