"""Opening hours where they are easily got wrong: other clocks, two rules at once, dated days, self-service."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from desk.model.hours import HELSINKI, OpenState, day_hours, effective_hours, status_at, week_hours
from desk.model.service_hours import HoursKind, Opening, ServiceHours

ROOT = Path(__file__).parents[3]
MON, TUE, WED, THU, FRI, SAT, SUN = range(7)
OFFICE = ServiceHours(HoursKind.WEEKLY, tuple(Opening(time(9), time(16), day) for day in range(5)))


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=HELSINKI)


def dated(day: date, opens: int, closes: int, *, self_service: bool = False) -> ServiceHours:
    opening = Opening(time(opens), time(closes))
    return ServiceHours(HoursKind.DATED, (opening,), day, day, self_service=self_service)


ASKED_ELSEWHERE = """
from datetime import UTC, datetime, time
from desk.model.hours import status_at
from desk.model.service_hours import HoursKind, Opening, ServiceHours
from services.clock import HelsinkiClock
office = ServiceHours(HoursKind.WEEKLY, tuple(Opening(time(9), time(16), day) for day in range(5)))
for moment in (datetime(2026, 11, 20, 23, 30, tzinfo=UTC), datetime(2026, 11, 23, 7, 30, tzinfo=UTC).astimezone()):
    status = status_at([office], moment)
    print(status.state, status.until and status.until.isoformat(), status.opens_at and status.opens_at.isoformat())
print(HelsinkiClock().now().tzinfo)
"""


@pytest.mark.parametrize("zone", ["America/Anchorage", "Asia/Tokyo", "UTC"])
def test_a_machine_set_to_another_zone_says_the_same(zone):
    told = subprocess.run(
        [sys.executable, "-c", ASKED_ELSEWHERE],
        env={**os.environ, "TZ": zone, "PYTHONPATH": str(ROOT)},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.splitlines() == [
        "closed None 2026-11-23T09:00:00+02:00",
        "open 2026-11-23T16:00:00+02:00 None",
        "Europe/Helsinki",
    ]


class TestClocksThatChange:
    NIGHT = ServiceHours(HoursKind.OVER_MIDNIGHT, (Opening(time(22), time(6), SAT, SUN),))

    def test_the_night_of_spring_is_an_hour_short(self):
        status = status_at([self.NIGHT], at("2026-03-28T23:00"))
        assert status.until is not None
        assert status.until.astimezone(UTC) == datetime(2026, 3, 29, 3, tzinfo=UTC)
        assert status_at([self.NIGHT], datetime(2026, 3, 29, 2, 59, tzinfo=UTC)).state is OpenState.OPEN
        assert status_at([self.NIGHT], datetime(2026, 3, 29, 3, tzinfo=UTC)).state is OpenState.CLOSED

    def test_the_night_of_autumn_is_an_hour_long(self):
        status = status_at([self.NIGHT], at("2026-10-24T23:00"))
        assert status.until is not None
        assert status.until.astimezone(UTC) == datetime(2026, 10, 25, 4, tzinfo=UTC)

    def test_the_hour_that_comes_twice_is_open_twice(self):
        rule = ServiceHours(HoursKind.WEEKLY, (Opening(time(3), time(4), SUN),))
        first, second = datetime(2026, 10, 25, 0, 30, tzinfo=UTC), datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
        assert [status_at([rule], each).state for each in (first, second)] == [OpenState.OPEN, OpenState.OPEN]


class TestSeasons:
    SUMMER = ServiceHours(
        HoursKind.WEEKLY,
        tuple(Opening(time(10), time(14), day) for day in range(5)),
        valid_from=date(2026, 7, 1),  # a Wednesday
        valid_to=date(2026, 7, 30),  # a Thursday
    )

    @pytest.mark.parametrize(
        ("moment", "until"),
        [("2026-06-30T12:00", 16), ("2026-07-01T12:00", 14), ("2026-07-30T12:00", 14), ("2026-07-31T12:00", 16)],
    )
    def test_one_that_begins_and_ends_mid_week(self, moment, until):
        status = status_at([OFFICE, self.SUMMER], at(moment))
        assert status.until is not None
        assert status.until.hour == until

    def test_what_opens_next_heeds_a_season_that_begins_tomorrow(self):
        assert status_at([OFFICE, self.SUMMER], at("2026-06-30T17:00")).opens_at == at("2026-07-01T10:00")


class TestExceptions:
    def test_one_that_only_closes_an_afternoon(self):
        morning = ServiceHours(HoursKind.EXCEPTIONAL, (Opening(time(9), time(12)),), valid_from=date(2026, 11, 25))
        assert status_at([OFFICE, morning], at("2026-11-25T11:00")).until == at("2026-11-25T12:00")
        after = status_at([OFFICE, morning], at("2026-11-25T13:00"))
        assert (after.state, after.opens_at, after.exceptional) == (OpenState.CLOSED, at("2026-11-26T09:00"), True)

    def test_closed_with_hours_beside_it_is_closed_all_day(self):
        odd = ServiceHours(
            HoursKind.EXCEPTIONAL, (Opening(time(12), time(16)),), valid_from=date(2026, 11, 25), is_closed=True
        )
        assert not day_hours([OFFICE, odd], date(2026, 11, 25)).intervals

    def test_one_day_within_a_closed_month(self):
        month = ServiceHours(
            HoursKind.EXCEPTIONAL, valid_from=date(2026, 7, 1), valid_to=date(2026, 7, 31), is_closed=True
        )
        day = ServiceHours(HoursKind.EXCEPTIONAL, (Opening(time(10), time(12)),), valid_from=date(2026, 7, 15))
        assert status_at([OFFICE, month, day], at("2026-07-15T11:00")).state is OpenState.OPEN
        assert status_at([OFFICE, month, day], at("2026-07-16T11:00")).state is OpenState.CLOSED


class TestTwoRulesAtOnce:
    def test_open_for_all_is_told_before_by_appointment(self):
        booked = ServiceHours(HoursKind.WEEKLY, (Opening(time(8), time(16), MON),), by_reservation=True)
        walk_in = ServiceHours(HoursKind.WEEKLY, (Opening(time(9), time(12), MON),))
        states = [status_at([booked, walk_in], at(f"2026-11-23T{hour}:30")).state for hour in ("08", "10", "13")]
        assert states == [OpenState.BY_APPOINTMENT, OpenState.OPEN, OpenState.BY_APPOINTMENT]


class TestDatedDays:
    """The hours of a library directory, which knows each date."""

    DAY = date(2026, 11, 24)
    RULES = (OFFICE, dated(DAY, 8, 10, self_service=True), dated(DAY, 10, 18), dated(DAY, 18, 20, self_service=True))

    def test_they_stand_in_place_of_the_week(self):
        spans = [(each.starts.hour, each.ends.hour) for each in day_hours(self.RULES, self.DAY).intervals]
        assert spans == [(8, 10), (10, 18), (18, 20)]
        assert not day_hours(self.RULES, self.DAY).exceptional

    def test_the_day_after_the_week_counts_again(self):
        assert status_at(self.RULES, at("2026-11-25T09:30")).until == at("2026-11-25T16:00")

    def test_self_service_says_when_somebody_serves(self):
        status = status_at(self.RULES, at("2026-11-24T09:00"))
        assert (status.state, status.until, status.opens_at) == (
            OpenState.SELF_SERVICE,
            at("2026-11-24T10:00"),
            at("2026-11-24T10:00"),
        )
        evening = status_at(self.RULES, at("2026-11-24T19:00"))
        assert (evening.state, evening.opens_at) == (OpenState.SELF_SERVICE, at("2026-11-25T09:00"))

    def test_with_staff_ends_where_self_service_begins(self):
        status = status_at(self.RULES, at("2026-11-24T12:00"))
        assert (status.state, status.until) == (OpenState.OPEN, at("2026-11-24T18:00"))

    def test_what_opens_unstaffed_is_told(self):
        status = status_at(self.RULES, at("2026-11-24T07:00"))
        assert (status.state, status.opens_at, status.opens_unstaffed) == (
            OpenState.CLOSED,
            at("2026-11-24T08:00"),
            True,
        )

    def test_a_closed_date(self):
        shut = ServiceHours(HoursKind.DATED, valid_from=self.DAY, valid_to=self.DAY, is_closed=True)
        assert status_at((OFFICE, shut), at("2026-11-24T12:00")).opens_at == at("2026-11-25T09:00")

    def test_a_holiday_of_which_the_directory_speaks_is_sure(self):
        rules = (OFFICE, dated(date(2026, 1, 6), 10, 14))
        assert status_at(rules, at("2026-01-06T11:00")).state is OpenState.OPEN

    def test_they_win_over_an_exception(self):
        shut = ServiceHours(HoursKind.EXCEPTIONAL, valid_from=self.DAY, is_closed=True)
        assert status_at((shut, *self.RULES), at("2026-11-24T12:00")).state is OpenState.OPEN

    def test_a_service_in_the_house_keeps_its_hours_but_for_closed_dates(self):
        own = (ServiceHours(HoursKind.WEEKLY, (Opening(time(12), time(14), TUE), Opening(time(12), time(14), WED))),)
        shut = ServiceHours(
            HoursKind.DATED,
            valid_from=self.DAY + timedelta(days=1),
            valid_to=self.DAY + timedelta(days=1),
            is_closed=True,
        )
        rules = effective_hours(own, (*self.RULES, shut))
        assert status_at(rules, at("2026-11-24T13:00")).until == at("2026-11-24T14:00")
        assert status_at(rules, at("2026-11-24T15:00")).opens_at == at("2026-12-01T12:00")

    def test_after_the_last_date_nothing_is_known_where_no_week_is(self):
        rules = [dated(self.DAY, 8, 20)]
        assert status_at(rules, at("2026-11-24T21:00")).state is OpenState.CLOSED
        assert status_at(rules, at("2026-11-25T12:00")).state is OpenState.UNKNOWN
        assert [each.known for each in week_hours(rules, self.DAY, 2)] == [True, False]
