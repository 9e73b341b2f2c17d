"""Opening hours at a moment: exceptions, nights, seasons, appointments, and Finland's clock everywhere."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, strategies as st

from desk.model.hours import HELSINKI, OpenState, day_hours, effective_hours, status_at, week_hours
from desk.model.local_text import LocalText
from desk.model.service_hours import HoursKind, Opening, ServiceHours

MON, TUE, WED, THU, FRI, SAT, SUN = range(7)


def weekly(*openings: Opening, **more: object) -> ServiceHours:
    return ServiceHours(HoursKind.WEEKLY, openings, **more)  # type: ignore[arg-type]


def hours(day: int, opens: int, closes: int) -> Opening:
    return Opening(time(opens), time(closes % 24), day)


OFFICE = weekly(*(hours(day, 9, 16) for day in range(5)))


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=HELSINKI)


def test_open_until_closing_and_closed_from_the_minute_it_closes():
    open_now = status_at([OFFICE], at("2026-11-23T15:59"))
    assert (open_now.state, open_now.until) == (OpenState.OPEN, at("2026-11-23T16:00"))
    closed = status_at([OFFICE], at("2026-11-23T16:00"))
    assert (closed.state, closed.opens_at) == (OpenState.CLOSED, at("2026-11-24T09:00"))
    assert status_at([OFFICE], at("2026-11-23T09:00")).state is OpenState.OPEN
    assert status_at([OFFICE], at("2026-11-23T08:59")).opens_at == at("2026-11-23T09:00")


def test_friday_evening_opens_on_monday():
    assert status_at([OFFICE], at("2026-11-20T18:00")).opens_at == at("2026-11-23T09:00")


def test_lunch_break_is_two_intervals():
    rules = [weekly(hours(MON, 9, 11), hours(MON, 12, 16))]
    assert status_at(rules, at("2026-11-23T11:30")).opens_at == at("2026-11-23T12:00")


@pytest.mark.parametrize("zone", ["UTC", "America/Anchorage", "Asia/Tokyo", "Europe/Helsinki"])
def test_the_machine_zone_does_not_matter(zone):
    moment = at("2026-11-23T15:30").astimezone(ZoneInfo(zone))
    assert status_at([OFFICE], moment).until == at("2026-11-23T16:00")


def test_no_rules_is_not_known_rather_than_closed():
    assert status_at([], at("2026-11-23T12:00")).state is OpenState.UNKNOWN


class TestExceptions:
    EVE = ServiceHours(
        HoursKind.EXCEPTIONAL,
        valid_from=date(2026, 12, 24),
        is_closed=True,
        note=LocalText({"fi": "Jouluaatto"}),
    )

    def test_a_closed_day_wins_and_says_why(self):
        status = status_at([OFFICE, self.EVE], at("2026-12-24T10:00"))
        assert status.state is OpenState.CLOSED
        assert status.exceptional
        assert status.note.pick("fi").text == "Jouluaatto"
        assert status.opens_at == at("2026-12-25T09:00")

    def test_a_closed_period_counts_both_ends(self):
        closed = ServiceHours(
            HoursKind.EXCEPTIONAL, valid_from=date(2026, 12, 24), valid_to=date(2026, 12, 27), is_closed=True
        )
        assert status_at([OFFICE, closed], at("2026-12-23T17:00")).opens_at == at("2026-12-28T09:00")

    def test_other_hours_on_one_day(self):
        short = ServiceHours(HoursKind.EXCEPTIONAL, (Opening(time(9), time(12)),), valid_from=date(2026, 11, 23))
        assert status_at([OFFICE, short], at("2026-11-23T11:00")).until == at("2026-11-23T12:00")
        assert status_at([OFFICE, short], at("2026-11-23T13:00")).opens_at == at("2026-11-24T09:00")

    def test_open_on_a_day_that_is_usually_closed(self):
        extra = ServiceHours(HoursKind.EXCEPTIONAL, (Opening(time(10), time(14)),), valid_from=date(2026, 11, 28))
        assert status_at([OFFICE, extra], at("2026-11-28T11:00")).state is OpenState.OPEN

    def test_an_exception_that_says_nothing_changes_nothing(self):
        vague = ServiceHours(HoursKind.EXCEPTIONAL, valid_from=date(2026, 11, 23))
        assert status_at([OFFICE, vague], at("2026-11-23T10:00")).state is OpenState.OPEN


class TestNights:
    BAR = ServiceHours(HoursKind.OVER_MIDNIGHT, (Opening(time(20), time(2), FRI, SAT),))

    @pytest.mark.parametrize(
        ("moment", "state"),
        [
            ("2026-11-20T19:59", OpenState.CLOSED),
            ("2026-11-20T23:00", OpenState.OPEN),
            ("2026-11-21T01:59", OpenState.OPEN),
            ("2026-11-21T02:00", OpenState.CLOSED),
            ("2026-11-21T21:00", OpenState.CLOSED),
        ],
    )
    def test_a_night_belongs_to_the_day_it_begins(self, moment, state):
        assert status_at([self.BAR], at(moment)).state is state

    def test_until_is_the_next_morning(self):
        assert status_at([self.BAR], at("2026-11-20T23:00")).until == at("2026-11-21T02:00")

    def test_a_weekly_row_that_ends_before_it_begins_is_a_night(self):
        rules = [weekly(hours(SUN, 22, 6))]
        assert status_at(rules, at("2026-11-23T05:00")).state is OpenState.OPEN
        assert status_at(rules, at("2026-11-22T05:00")).state is OpenState.CLOSED

    def test_days_on_end_are_cut_by_a_closed_day(self):
        shelter = ServiceHours(HoursKind.OVER_MIDNIGHT, (Opening(time(8), time(16), MON, FRI),))
        shut = ServiceHours(HoursKind.EXCEPTIONAL, valid_from=date(2026, 11, 25), is_closed=True)
        assert status_at([shelter], at("2026-11-25T03:00")).until == at("2026-11-27T16:00")
        assert status_at([shelter, shut], at("2026-11-24T12:00")).until == at("2026-11-25T00:00")
        assert status_at([shelter, shut], at("2026-11-25T12:00")).opens_at == at("2026-11-26T00:00")

    def test_a_night_before_a_closed_day_is_finished(self):
        shut = ServiceHours(HoursKind.EXCEPTIONAL, valid_from=date(2026, 11, 21), is_closed=True)
        assert status_at([self.BAR, shut], at("2026-11-21T01:00")).state is OpenState.OPEN


class TestAlwaysAndAppointments:
    def test_always_open(self):
        assert status_at([weekly(is_always_open=True)], at("2026-12-25T03:00")).state is OpenState.ALWAYS

    def test_always_open_but_for_a_break(self):
        shut = ServiceHours(HoursKind.EXCEPTIONAL, valid_from=date(2026, 11, 25), is_closed=True)
        status = status_at([weekly(is_always_open=True), shut], at("2026-11-23T12:00"))
        assert (status.state, status.until) == (OpenState.OPEN, at("2026-11-25T00:00"))

    def test_midnight_to_midnight_every_day_is_always(self):
        every = weekly(*(hours(day, 0, 24) for day in range(7)))
        assert status_at([every], at("2026-11-23T23:59")).state is OpenState.ALWAYS

    def test_by_appointment_without_hours(self):
        assert status_at([weekly(by_reservation=True)], at("2026-11-23T12:00")).state is OpenState.BY_APPOINTMENT

    def test_by_appointment_with_hours(self):
        rules = [weekly(hours(MON, 9, 12), by_reservation=True)]
        assert status_at(rules, at("2026-11-23T10:00")).state is OpenState.BY_APPOINTMENT
        assert status_at(rules, at("2026-11-23T13:00")).state is OpenState.CLOSED


class TestSeasons:
    SUMMER = weekly(hours(MON, 10, 14), valid_from=date(2026, 6, 1), valid_to=date(2026, 8, 31))

    def test_a_season_overrides_within_its_days(self):
        assert status_at([OFFICE, self.SUMMER], at("2026-07-06T15:00")).state is OpenState.CLOSED
        assert status_at([OFFICE, self.SUMMER], at("2026-09-07T15:00")).state is OpenState.OPEN

    def test_last_day_of_a_season_is_in_it(self):
        assert status_at([OFFICE, self.SUMMER], at("2026-08-31T09:30")).state is OpenState.CLOSED
        assert status_at([OFFICE, self.SUMMER], at("2026-09-01T09:30")).state is OpenState.OPEN

    def test_a_place_of_the_summer_says_in_autumn_when_it_opens(self):
        next_summer = weekly(hours(MON, 10, 14), valid_from=date(2027, 6, 1), valid_to=date(2027, 8, 31))
        assert status_at([next_summer], at("2026-11-23T12:00")).opens_at == at("2027-06-07T10:00")

    def test_over_for_good(self):
        assert status_at([self.SUMMER], at("2026-11-23T12:00")).opens_at is None

    def test_a_closed_season(self):
        closed = weekly(is_closed=True, valid_from=date(2026, 7, 1), valid_to=date(2026, 7, 31))
        assert status_at([OFFICE, closed], at("2026-07-06T10:00")).opens_at == at("2026-08-03T09:00")


class TestConnection:
    def test_own_hours_win(self):
        own = (weekly(hours(TUE, 12, 14)),)
        assert effective_hours(own, [OFFICE]) == own
        assert effective_hours((), [OFFICE]) == (OFFICE,)

    def test_a_closed_house_is_closed_for_all_in_it(self):
        own = weekly(hours(THU, 12, 14))
        shut = ServiceHours(HoursKind.EXCEPTIONAL, valid_from=date(2026, 12, 24), is_closed=True)
        assert effective_hours([own], [OFFICE, shut]) == (own, shut)

    def test_unless_the_service_speaks_of_that_day_itself(self):
        own = ServiceHours(HoursKind.EXCEPTIONAL, (Opening(time(9), time(10)),), valid_from=date(2026, 12, 24))
        shut = ServiceHours(
            HoursKind.EXCEPTIONAL, valid_from=date(2026, 12, 23), valid_to=date(2026, 12, 26), is_closed=True
        )
        assert effective_hours([own], [shut]) == (own,)


def test_clocks_going_back_lengthen_the_night():
    rules = [weekly(hours(SAT, 22, 6))]
    before, after = datetime(2026, 10, 25, 0, 30, tzinfo=UTC), datetime(2026, 10, 25, 3, 59, tzinfo=UTC)
    assert status_at(rules, before).state is OpenState.OPEN
    assert status_at(rules, after).state is OpenState.OPEN
    assert status_at(rules, after + timedelta(minutes=1)).state is OpenState.CLOSED


def test_the_week_as_a_table():
    shut = ServiceHours(HoursKind.EXCEPTIONAL, valid_from=date(2026, 11, 25), is_closed=True)
    week = week_hours([OFFICE, shut], date(2026, 11, 23))
    assert [len(day.intervals) for day in week] == [1, 1, 0, 1, 1, 0, 0]
    assert [day.day for day in week if day.exceptional] == [date(2026, 11, 25)]


DAY = st.integers(0, 6)
CLOCK = st.integers(0, 23).map(time)


@given(
    openings=st.lists(st.builds(Opening, CLOCK, CLOCK, DAY, st.none() | DAY), max_size=4),
    kind=st.sampled_from([HoursKind.WEEKLY, HoursKind.OVER_MIDNIGHT]),
    moment=st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31), timezones=st.just(timezone(timedelta(hours=5)))),
)
def test_what_it_says_of_later_comes_true(openings, kind, moment):
    rules = [ServiceHours(kind, tuple(openings))]
    status = status_at(rules, moment)
    if status.opens_at:
        later = status_at(rules, status.opens_at)
        assert status.opens_at > moment
        assert later.state in ((OpenState.HOLIDAY,) if status.holiday else (OpenState.OPEN, OpenState.ALWAYS))
    if status.until:
        assert status_at(rules, status.until - timedelta(seconds=1)).state is status.state
        assert status_at(rules, status.until).state is not status.state
    assert day_hours(rules, moment.date()).day == moment.date()
