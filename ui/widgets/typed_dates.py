"""Reads a date as people write it: 2.12.2026, 2.12., 2 12 26, 2026-12-02, or the word for yesterday."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, auto


class DateTrouble(Enum):
    """Why what was typed is not a date that can be used."""

    NOT_A_DATE = auto()
    NO_SUCH_DAY = auto()
    TOO_EARLY = auto()
    TOO_LATE = auto()


@dataclass(frozen=True, slots=True)
class DateBounds:
    """The days that are possible; ``None`` is no bound."""

    earliest: date | None = None
    latest: date | None = None


_DAY_FIRST = re.compile(r"^(\d{1,2})[.,/ ]\s?(\d{1,2})(?:[.,/ ]\s?(\d{2}|\d{4})?)?$")
_ISO = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})$")
_CENTURY = 100


def read_date(typed: str, today: date, bounds: DateBounds, near: Mapping[str, int]) -> date | DateTrouble:
    """The day that was meant, or what is wrong with it. ``near`` maps words to days from today."""
    text = " ".join(typed.casefold().split())
    if text in near:
        return _within(today + timedelta(days=near[text]), bounds)
    if iso := _ISO.match(text):
        year, month, day = (int(part) for part in iso.groups())
        return _made(year, month, day, bounds)
    if not (written := _DAY_FIRST.match(text)):
        return DateTrouble.NOT_A_DATE
    day, month = int(written[1]), int(written[2])
    if written[3] is None:
        return _without_year(day, month, today, bounds)
    year = int(written[3])
    return _made(year if year >= _CENTURY else _full_year(year, today), month, day, bounds)


def _without_year(day: int, month: int, today: date, bounds: DateBounds) -> date | DateTrouble:
    """The possible day nearest to today: on 5 January "30.12." is last week."""
    years = (today.year - 1, today.year, today.year + 1)
    days = [made for year in years if isinstance(made := _made(year, month, day, DateBounds()), date)]
    if not days:
        return DateTrouble.NO_SUCH_DAY
    possible = [each for each in days if isinstance(_within(each, bounds), date)]
    nearest = min(possible or days, key=lambda each: abs((each - today).days))
    return _within(nearest, bounds)


def _full_year(short: int, today: date) -> int:
    """26 is 2026; 48 is 1948: a short year is at most ten years ahead."""
    year = today.year - today.year % _CENTURY + short
    return year - _CENTURY if year > today.year + 10 else year


def _made(year: int, month: int, day: int, bounds: DateBounds) -> date | DateTrouble:
    try:
        return _within(date(year, month, day), bounds)
    except ValueError:
        return DateTrouble.NO_SUCH_DAY


def _within(day: date, bounds: DateBounds) -> date | DateTrouble:
    if bounds.earliest is not None and day < bounds.earliest:
        return DateTrouble.TOO_EARLY
    if bounds.latest is not None and day > bounds.latest:
        return DateTrouble.TOO_LATE
    return day
