"""The functions of the language: what each takes, what it gives, and how it is worked out."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from msgspec import Struct

from desk.errands.workdays import workday_on_or_after
from desk.model.facts import FactType


class Sort(StrEnum):
    """What a value is, as the type check sees it. NUMBER is a literal that fits both kinds of number."""

    TRUTH = "yes or no"
    OPTION = "an option"
    OPTIONS = "any number of options"
    DAY = "a date"
    WHOLE = "a whole number"
    EUROS = "euros"
    NUMBER = "a number"
    MUNICIPALITY = "a municipality"


SORT_OF_FACT = {
    FactType.YES_NO: Sort.TRUTH,
    FactType.CHOICE: Sort.OPTION,
    FactType.CHOICES: Sort.OPTIONS,
    FactType.DATE: Sort.DAY,
    FactType.WHOLE_NUMBER: Sort.WHOLE,
    FactType.MONEY: Sort.EUROS,
    FactType.MUNICIPALITY: Sort.MUNICIPALITY,
}
SORT_OF_PARAMETER = {"fee": Sort.EUROS, "amount": Sort.EUROS, "number": Sort.WHOLE, "duration": Sort.WHOLE}


class Signature(Struct, frozen=True):
    """The arguments and the result of a function of plain values."""

    arguments: tuple[Sort, ...]
    result: Sort
    run: Callable[..., Any]


def add_days(day: date, count: int) -> date:
    """The day ``count`` days later."""
    return day + timedelta(days=count)


def add_weeks(day: date, count: int) -> date:
    """The day ``count`` weeks later."""
    return day + timedelta(weeks=count)


def add_months(day: date, count: int) -> date:
    """The same number in another month, or that month's last day when it has no such number."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    if not 1 <= year <= 9999:
        raise OverflowError(f"no such year: {year}")
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def add_years(day: date, count: int) -> date:
    """The same day of another year; 29 February becomes 28."""
    return add_months(day, 12 * count)


def age_at(born: date, day: date) -> int:
    """Whole years lived on ``day``."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def days_between(first: date, second: date) -> int:
    """Days from the first to the second; negative when the second comes earlier."""
    return (second - first).days


SIGNATURES = {
    "age_at": Signature((Sort.DAY, Sort.DAY), Sort.WHOLE, age_at),
    "add_days": Signature((Sort.DAY, Sort.WHOLE), Sort.DAY, add_days),
    "add_weeks": Signature((Sort.DAY, Sort.WHOLE), Sort.DAY, add_weeks),
    "add_months": Signature((Sort.DAY, Sort.WHOLE), Sort.DAY, add_months),
    "add_years": Signature((Sort.DAY, Sort.WHOLE), Sort.DAY, add_years),
    "workday_on_or_after": Signature((Sort.DAY,), Sort.DAY, workday_on_or_after),
    "days_between": Signature((Sort.DAY, Sort.DAY), Sort.WHOLE, days_between),
    "count": Signature((Sort.OPTIONS,), Sort.WHOLE, len),
}
"""Functions whose arguments are values; ``param``, ``known``, ``any_of`` and the like have their own rules."""

ABOUT_A_FACT = frozenset({"known", "answered", "applicable"})
OF_OPTIONS = frozenset({"any_of", "all_of"})
TRUE_OR_FALSE = ABOUT_A_FACT | OF_OPTIONS
ALL_FUNCTIONS = frozenset({*SIGNATURES, *TRUE_OR_FALSE, "today", "date", "param"})
