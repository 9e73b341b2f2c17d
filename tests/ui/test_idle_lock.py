"""A desk at which nobody does anything is locked, with a warning before; one at which somebody works never is."""

from __future__ import annotations

import pytest
from hypothesis import given, settings, strategies as st

from desk.usecases.idle_time import MINUTES_BY_DEFAULT
from tests.thorough import examples
from tests.ui.still_time import StillTime
from ui.idle_lock import IdleLock

LIMIT = MINUTES_BY_DEFAULT * 60


class Told:
    """What an idle lock said."""

    def __init__(self, lock):
        self.warnings: list[int] = []
        self.locked = 0
        lock.warned.connect(self.warnings.append)
        lock.locked.connect(self._locked)

    def _locked(self):
        self.locked += 1


@pytest.fixture
def time():
    return StillTime()


@pytest.fixture
def lock(time, qapp):
    lock = IdleLock(time.watch)
    lock.start()
    yield lock
    lock.stop()


def test_nobody_for_ten_minutes_and_it_is_locked_once(time, lock):
    told = Told(lock)
    time.go_on(LIMIT - 61)
    assert (told.warnings, told.locked) == ([], 0)
    time.go_on(1)
    assert told.warnings == [60]
    time.go_on(59)
    assert told.warnings == list(range(60, 0, -1))
    assert told.locked == 0
    time.go_on(1)
    assert told.locked == 1
    assert told.warnings[-1] == 0
    time.go_on(10 * LIMIT)
    assert told.locked == 1


def test_somebody_ends_the_warning_and_begins_anew(time, lock):
    told = Told(lock)
    time.go_on(LIMIT - 30)
    assert told.warnings[-1] == 30
    lock.somebody_is_there()
    assert told.warnings[-1] == 0
    time.go_on(LIMIT - 61)
    assert (told.warnings[-1], told.locked) == (0, 0)
    time.go_on(61)
    assert told.locked == 1


def test_a_laptop_that_slept_is_locked_at_the_first_touch(time, lock):
    told = Told(lock)
    time.sleep(8 * 3600)
    lock.somebody_is_there()
    assert told.locked == 1


def test_other_minutes_count_at_once(time, lock):
    told = Told(lock)
    time.go_on(90)
    lock.set_minutes(2)
    time.go_on(29)
    assert told.warnings[-1] == 1
    time.go_on(1)
    assert told.locked == 1


def test_locked_it_waits_for_nothing(time, lock):
    told = Told(lock)
    lock.stop()
    time.go_on(10 * LIMIT)
    lock.somebody_is_there()
    assert (told.warnings, told.locked, time.rings_at) == ([], 0, None)


@settings(max_examples=examples(100), deadline=None)
@given(st.lists(st.floats(0.1, LIMIT - 1, allow_nan=False), max_size=30))
def test_who_does_something_in_time_is_never_locked_out(qapp, pauses):
    time = StillTime()
    lock = IdleLock(time.watch)
    told = Told(lock)
    lock.start()
    for pause in pauses:
        time.go_on(pause)
        assert told.locked == 0
        lock.somebody_is_there()
    time.go_on(LIMIT)
    assert told.locked == 1
