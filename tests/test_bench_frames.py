"""What the bench calls a dropped frame is one, or its figures would mean nothing."""

import pytest

from tools.benching.frames import Seen, Ticks, compared


def test_a_tick_is_late_by_what_it_came_later_than_a_frame():
    moments = iter([10.0, 10.016, 10.050, 10.055])
    ticks = Ticks(lambda: next(moments))
    for _ in range(3):
        ticks.tick()
    assert ticks.late == [pytest.approx(0, abs=1e-6), pytest.approx(18), 0]


def test_a_refresh_is_measured_beside_rest():
    refresh = [1.0] * 97 + [16.0, 17.0, 40.0]
    seen = Seen(rest=[0.5] * 99 + [20.0], refresh=refresh, objects=4_000, answers=40, seconds=9.0, load="1.0")
    median, p99, worst, dropped = compared(seen)
    assert (median.value, median.floor) == (1.0, 0.5)
    assert (p99.value, p99.floor, p99.verdict) == (40.0, 20.0, "NO")
    assert (worst.value, worst.floor) == (40.0, 20.0)
    assert (dropped.value, dropped.floor) == (2.0, 1.0)
