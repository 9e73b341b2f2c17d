"""Which days are working days in mainland Finland.

Åland has the same days here: its own self-government day (9 June) is no holiday in the sense of the act.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from desk.model.public_holidays import holidays_of

_SATURDAY = 5
_ONE_DAY = timedelta(days=1)


@lru_cache(maxsize=64)
def days_off(year: int) -> frozenset[date]:
    """The days of act 150/1930 section 5 in one year, Saturdays and Sundays left out.

    Holy days, Independence Day, May Day, Christmas Eve and Midsummer Eve: exactly what the library calls
    public holidays of Finland; a golden test of ten years watches that it stays so.
    """
    return frozenset(day for day in holidays_of(year) if day.weekday() < _SATURDAY)


def is_workday(day: date) -> bool:
    """True from Monday to Friday except on the days off."""
    return day.weekday() < _SATURDAY and day not in days_off(day.year)


def workday_on_or_after(day: date) -> date:
    """The day itself when it is a working day, else the next one."""
    while not is_workday(day):
        day += _ONE_DAY
    return day


def add_workdays(day: date, count: int) -> date:
    """The day ``count`` working days later, or earlier when negative; the start day is not counted."""
    step = _ONE_DAY if count > 0 else -_ONE_DAY
    for _ in range(abs(count)):
        day += step
        while not is_workday(day):
            day += step
    return day
