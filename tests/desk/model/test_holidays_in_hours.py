"""A weekly rule on a public holiday is a guess, and is told as one."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest

from desk.model.hours import HELSINKI, OpenState, day_hours, effective_hours, status_at, week_hours
from desk.model.public_holidays import holiday_on, holidays_of
from desk.model.service_hours import HoursKind, Opening, ServiceHours

OFFICE = ServiceHours(HoursKind.WEEKLY, tuple(Opening(time(9), time(16), day) for day in range(5)))
EPIPHANY = date(2026, 1, 6)  # a Tuesday


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=HELSINKI)


def exception(day: date, *openings: Opening, closed: bool = False) -> ServiceHours:
    return ServiceHours(HoursKind.EXCEPTIONAL, openings, valid_from=day, is_closed=closed)


@pytest.mark.parametrize(
    ("day", "fi", "sv", "en"),
    [
        ("2026-01-06", "loppiainen", "trettondag", "Epiphany"),
        ("2026-05-14", "helatorstai", "Kristi himmelsfärdsdag", "Ascension Day"),
        ("2026-06-19", "juhannusaatto", "midsommarafton", "Midsummer Eve"),
        ("2026-12-24", "jouluaatto", "julafton", "Christmas Eve"),
    ],
)
def test_holidays_have_a_name_in_three_languages_as_it_stands_inside_a_sentence(day, fi, sv, en):
    assert holiday_on(date.fromisoformat(day)).texts == {"fi": fi, "sv": sv, "en": en}


def test_an_ordinary_day_is_none():
    assert not holiday_on(date(2026, 1, 7))
    assert len(holidays_of(2027)) == 15


class TestWithoutAnException:
    def test_the_weekly_rule_is_not_called_open(self):
        status = status_at([OFFICE], at("2026-01-06T10:00"))
        assert (status.state, status.until) == (OpenState.HOLIDAY, at("2026-01-06T16:00"))
        assert status.holiday.pick("fi").text == "loppiainen"

    def test_two_holidays_that_follow_each_other_are_one_guess(self):
        nights = ServiceHours(
            HoursKind.WEEKLY, tuple(Opening(time(1), time(1), day, (day + 1) % 7) for day in range(7))
        )
        status = status_at([nights], at("2026-12-24T21:00"))
        assert (status.state, status.until) == (OpenState.HOLIDAY, at("2026-12-27T01:00"))
        assert status.holiday.pick("fi").text == "jouluaatto"
        assert status_at([nights], at("2026-12-27T01:00")).state is OpenState.OPEN

    def test_the_day_after_is_as_usual(self):
        status = status_at([OFFICE], at("2026-01-07T10:00"))
        assert (status.state, bool(status.holiday)) == (OpenState.OPEN, False)

    def test_what_would_open_then_says_that_it_is_a_holiday(self):
        for moment in ("2026-01-05T18:00", "2026-01-06T08:00"):
            status = status_at([OFFICE], at(moment))
            assert (status.state, status.opens_at) == (OpenState.CLOSED, at("2026-01-06T09:00"))
            assert status.holiday.pick("sv").text == "trettondag"

    def test_when_its_hours_of_the_holiday_are_over_the_next_day_is_sure(self):
        status = status_at([OFFICE], at("2026-01-06T17:00"))
        assert (status.state, status.opens_at) == (OpenState.CLOSED, at("2026-01-07T09:00"))
        assert not status.holiday

    def test_appointments_are_no_surer(self):
        rule = ServiceHours(HoursKind.WEEKLY, OFFICE.openings, by_reservation=True)
        assert status_at([rule], at("2026-01-06T10:00")).state is OpenState.HOLIDAY

    def test_hours_of_a_saturday_count_as_little_on_midsummer_day(self):
        rule = ServiceHours(HoursKind.WEEKLY, (Opening(time(10), time(15), 5),))
        assert status_at([rule], at("2026-06-20T11:00")).state is OpenState.HOLIDAY
        assert status_at([rule], at("2026-06-27T11:00")).state is OpenState.OPEN

    def test_a_season_does_not_speak_of_the_holiday_in_it(self):
        summer = ServiceHours(
            HoursKind.WEEKLY, OFFICE.openings, valid_from=date(2026, 6, 1), valid_to=date(2026, 8, 31)
        )
        assert status_at([summer], at("2026-06-19T10:00")).state is OpenState.HOLIDAY

    def test_a_season_of_some_days_does(self):
        christmas = ServiceHours(
            HoursKind.WEEKLY,
            (Opening(time(9), time(12), 3),),
            valid_from=date(2026, 12, 21),
            valid_to=date(2026, 12, 27),
        )
        assert status_at([OFFICE, christmas], at("2026-12-24T10:00")).state is OpenState.OPEN

    def test_a_season_without_an_end_does_not(self):
        since = ServiceHours(HoursKind.WEEKLY, OFFICE.openings, valid_from=date(2026, 1, 5))
        assert status_at([since], at("2026-01-06T10:00")).state is OpenState.HOLIDAY

    def test_in_the_table_that_day_carries_the_name_and_no_other(self):
        week = week_hours([OFFICE], date(2026, 1, 5))
        assert [day.day for day in week if day.holiday] == [EPIPHANY]

    def test_a_holiday_on_which_it_is_closed_anyway_raises_no_doubt(self):
        assert not day_hours([OFFICE], date(2026, 12, 6)).holiday  # a Sunday


class TestWithAnException:
    def test_hours_of_that_very_day_are_believed(self):
        short = exception(EPIPHANY, Opening(time(10), time(14)))
        status = status_at([OFFICE, short], at("2026-01-06T11:00"))
        assert (status.state, status.until, status.exceptional) == (OpenState.OPEN, at("2026-01-06T14:00"), True)
        assert not status.holiday

    def test_closed_is_closed(self):
        status = status_at([OFFICE, exception(EPIPHANY, closed=True)], at("2026-01-05T18:00"))
        assert (status.opens_at, bool(status.holiday)) == (at("2026-01-07T09:00"), False)

    def test_an_exception_without_hours_says_nothing(self):
        assert status_at([OFFICE, exception(EPIPHANY)], at("2026-01-06T11:00")).state is OpenState.HOLIDAY

    def test_that_of_the_house_does_not_speak_for_the_service_in_it(self):
        house = (OFFICE, exception(EPIPHANY, Opening(time(10), time(14))))
        own = (ServiceHours(HoursKind.WEEKLY, (Opening(time(9), time(12), 1),)),)
        assert status_at(effective_hours(own, house), at("2026-01-06T11:00")).state is OpenState.HOLIDAY


class TestDayAndNight:
    def test_always_open_is_open_on_christmas_day(self):
        rule = ServiceHours(HoursKind.WEEKLY, is_always_open=True)
        assert status_at([rule], at("2026-12-25T03:00")).state is OpenState.ALWAYS

    def test_so_is_what_is_open_from_midnight_to_midnight(self):
        rule = ServiceHours(HoursKind.WEEKLY, tuple(Opening(time(0), time(0), day) for day in range(7)))
        assert status_at([rule], at("2026-12-24T12:00")).state is OpenState.ALWAYS

    def test_a_night_that_began_before_the_holiday_is_finished(self):
        bar = ServiceHours(
            HoursKind.OVER_MIDNIGHT, (Opening(time(20), time(2), 0, 1), Opening(time(20), time(2), 1, 2))
        )
        assert status_at([bar], at("2026-01-06T01:00")).state is OpenState.OPEN
        assert status_at([bar], at("2026-01-06T21:00")).state is OpenState.HOLIDAY
        assert status_at([bar], at("2026-01-07T01:00")).state is OpenState.HOLIDAY

    def test_always_open_with_a_day_on_which_it_is_not(self):
        rules = [ServiceHours(HoursKind.WEEKLY, is_always_open=True), exception(date(2026, 12, 24), closed=True)]
        before, on_it = status_at(rules, at("2026-12-23T12:00")), status_at(rules, at("2026-12-24T12:00"))
        assert (before.state, before.until) == (OpenState.OPEN, at("2026-12-24T00:00"))
        assert (on_it.state, on_it.opens_at) == (OpenState.CLOSED, at("2026-12-25T00:00"))
        assert status_at(rules, at("2026-12-25T12:00")).state is OpenState.ALWAYS


def test_no_holiday_of_ten_years_is_called_open_by_a_weekly_rule():
    every_day = ServiceHours(HoursKind.WEEKLY, tuple(Opening(time(9), time(16), day) for day in range(7)))
    day, last = date(2026, 1, 1), date(2035, 12, 31)
    while day <= last:
        expected = OpenState.HOLIDAY if holiday_on(day) else OpenState.OPEN
        assert status_at([every_day], datetime.combine(day, time(12), HELSINKI)).state is expected, day
        day += timedelta(days=1)
