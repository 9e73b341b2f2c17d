"""A birth date in any form that people write or say it in."""

from __future__ import annotations

import re
from datetime import date

OLDEST_YEARS = 130
"""Nobody who lives now was born longer ago."""

_FORMS = (
    re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})"),
    re.compile(r"(?P<day>\d{1,2}) ?[./ -] ?(?P<month>\d{1,2}) ?[./ -] ?(?P<year>\d{4}|\d{2})"),
    re.compile(r"(?P<day>\d{2})(?P<month>\d{2})(?P<year>\d{4}|\d{2})"),
)


def births_of(text: str, today: date) -> tuple[date, ...]:
    """Return every past day that a typed birth date may mean, the latest first; empty when it is none.

    Two digits of a year mean this century or the last one.
    """
    typed = text.strip().rstrip(".")
    for form in _FORMS:
        if found := form.fullmatch(typed):
            years = _years(found["year"], today)
            days = (_day(year, int(found["month"]), int(found["day"])) for year in years)
            return tuple(day for day in days if day is not None and lived(day, today))
    return ()


def name_and_births(text: str, today: date) -> tuple[str, tuple[date, ...]]:
    """Part a typed text into a name and what may be a birth date; it may stand before or after the name."""
    start = re.search(r"\d", text)
    if start is None:
        return text.strip(), ()
    end = max(place.end() for place in re.finditer(r"\d\.?", text))
    births = births_of(text[start.start() : end], today)
    around = f"{text[: start.start()]} {text[end:]}"
    return " ".join(around.replace(",", " ").split()), births


def lived(day: date, today: date) -> bool:
    """Tell whether somebody who lives today can have been born on a day."""
    return today.year - OLDEST_YEARS <= day.year and day <= today


def _years(written: str, today: date) -> tuple[int, ...]:
    year = int(written)
    if len(written) == 4:
        return (year,)
    century = today.year // 100 * 100
    return (century + year, century - 100 + year)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
