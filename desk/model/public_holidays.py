"""Finland's public holidays by name.

The calendar library takes a quarter of the start time to import, and the first question about a day comes long
after the first paint; so it is fetched by the first question.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from importlib import import_module

from desk.model.local_text import NO_TEXT, LocalText

_LANGUAGES = {"fi": "fi", "sv": "sv_FI", "en": "en_US"}
"""Our codes, and the library's for Finland."""
_CAPITAL = frozenset({"Kristi"})
"""Words that keep their capital letter inside a Swedish sentence."""


@lru_cache(maxsize=64)
def holidays_of(year: int) -> Mapping[date, LocalText]:
    """The public holidays of one year with their names.

    Holy days, Independence Day, May Day, Christmas Eve and Midsummer Eve: the days of act 150/1930 section 5, and
    those on which offices are closed unless they say otherwise.
    """
    finland = import_module("holidays").Finland
    named = {
        ours: finland(years=year, categories=("public",), observed=False, language=theirs)
        for ours, theirs in _LANGUAGES.items()
    }
    return {day: LocalText({code: _written(names[day], code) for code, names in named.items()}) for day in named["fi"]}


def _written(name: str, language: str) -> str:
    """A name as it stands inside a sentence: only English writes it with a capital letter."""
    if language == "en" or name.split()[0] in _CAPITAL:
        return name
    return name[0].lower() + name[1:]


def holiday_on(day: date) -> LocalText:
    """The holiday that a day is; empty when it is none."""
    return holidays_of(day.year).get(day, NO_TEXT)
