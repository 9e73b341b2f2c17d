"""Counting days: act 150/1930, plain calendar, working days; the days off of ten years, held still."""

import subprocess
import sys
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, strategies as st

from desk.errands import deadlines
from desk.errands.definition import DeadlineRule
from desk.errands.functions import add_months, age_at
from desk.errands.workdays import add_workdays, days_off, is_workday, workday_on_or_after
from desk.model.path import Nature

WEEKDAYS_OFF = {
    2024: "01-01 03-29 04-01 05-01 05-09 06-21 12-06 12-24 12-25 12-26",
    2025: "01-01 01-06 04-18 04-21 05-01 05-29 06-20 12-24 12-25 12-26",
    2026: "01-01 01-06 04-03 04-06 05-01 05-14 06-19 12-24 12-25",
    2027: "01-01 01-06 03-26 03-29 05-06 06-25 12-06 12-24",
    2028: "01-06 04-14 04-17 05-01 05-25 06-23 12-06 12-25 12-26",
    2029: "01-01 03-30 04-02 05-01 05-10 06-22 12-06 12-24 12-25 12-26",
    2030: "01-01 04-19 04-22 05-01 05-30 06-21 12-06 12-24 12-25 12-26",
    2031: "01-01 01-06 04-11 04-14 05-01 05-22 06-20 12-24 12-25 12-26",
    2032: "01-01 01-06 03-26 03-29 05-06 06-25 12-06 12-24",
    2033: "01-06 04-15 04-18 05-26 06-24 12-06 12-26",
}


count_from: Any = deadlines.count_from


def rule(count, unit, kind="statutory", direction="after", nature=Nature.LAW):
    return DeadlineRule(kind, direction, "today", "", count, unit, nature, "x:1:1")


@pytest.mark.parametrize("year", WEEKDAYS_OFF)
def test_the_days_off_of_ten_years(year):
    assert sorted(day.strftime("%m-%d") for day in days_off(year)) == WEEKDAYS_OFF[year].split()


@pytest.mark.parametrize(
    ("base", "count", "unit", "day", "last"),
    [
        ("2026-11-02", 3, "month", "2027-02-02", "2027-02-02"),
        ("2026-11-30", 3, "month", "2027-02-28", "2027-03-01"),  # no such number: the month's last day, a Sunday
        ("2026-12-17", 7, "day", "2026-12-24", "2026-12-28"),  # Christmas Eve is a Thursday
        ("2026-06-12", 1, "week", "2026-06-19", "2026-06-22"),  # Midsummer Eve
        ("2026-04-01", 2, "day", "2026-04-03", "2026-04-07"),  # Good Friday, over Easter Monday
        ("2024-02-29", 1, "year", "2025-02-28", "2025-02-28"),
        ("2027-11-29", 7, "day", "2027-12-06", "2027-12-07"),  # Independence Day
        ("2026-11-14", 7, "day", "2026-11-21", "2026-11-23"),  # a Saturday
    ],
)
def test_a_statutory_deadline_keeps_its_own_day_and_tells_the_last_lawful_one(base, count, unit, day, last):
    counted = count_from(rule(count, unit), date.fromisoformat(base))
    assert (counted.day.isoformat(), counted.last_lawful_day.isoformat()) == (day, last)
    assert not counted.is_passed(date.fromisoformat(last))
    assert counted.is_passed(date.fromisoformat(last) + timedelta(days=1))


def test_a_count_backwards_is_never_moved_later():
    counted = count_from(rule(1, "month", direction="before"), date(2026, 6, 30))
    assert (counted.day, counted.last_lawful_day) == (date(2026, 5, 30), date(2026, 5, 30))


def test_only_law_has_a_last_lawful_day():
    counted = count_from(rule(7, "day", nature=Nature.MONEY), date(2026, 11, 14))
    assert counted.last_lawful_day is None
    assert counted.is_passed(date(2026, 11, 22))


def test_working_days_skip_days_off_and_the_first_day():
    assert count_from(rule(2, "day", "working_days"), date(2026, 12, 22)).day == date(2026, 12, 28)
    assert count_from(rule(2, "day", "working_days", "before"), date(2026, 12, 28)).day == date(2026, 12, 22)
    assert count_from(rule(0, "day", "working_days"), date(2026, 12, 24)).day == date(2026, 12, 28)


def test_a_day_beyond_the_calendar_is_no_day():
    assert count_from(rule(1, "year", "calendar"), date.max) is None


@given(st.dates(date(2024, 1, 1), date(2033, 12, 1)), st.integers(1, 40))
def test_working_days_are_working_days_and_count_both_ways(day, count):
    later = add_workdays(day, count)
    assert is_workday(later)
    assert workday_on_or_after(later) == later
    start = workday_on_or_after(day)
    assert add_workdays(add_workdays(start, count), -count) == start


@given(st.dates(date(1950, 1, 1), date(2050, 1, 1)), st.integers(-500, 500))
def test_months_keep_the_number_or_end_the_month(day, count):
    moved = add_months(day, count)
    assert (moved.year * 12 + moved.month) - (day.year * 12 + day.month) == count
    assert moved.day == day.day or (moved.day < day.day and (moved + timedelta(days=1)).day == 1)


def test_whole_years_turn_on_the_birthday():
    assert age_at(date(1961, 11, 21), date(2026, 11, 20)) == 64
    assert age_at(date(1961, 11, 21), date(2026, 11, 21)) == 65


def test_a_visit_does_without_what_only_authors_and_deadlines_need():
    late = "{'holidays', 'yaml', 'rapidfuzz'}"
    program = f"import sys, desk.errands.bundle, desk.errands.path; print({late} & set(sys.modules))"
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "set()"
