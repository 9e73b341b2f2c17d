"""Says how long a time is."""

from __future__ import annotations

from i18n.translator import Words


def how_long(unit: str, count: int, words: Words) -> str:
    """A number of days, weeks, months or years."""
    match unit:
        case "week":
            return words.ntext("{n} week", "{n} weeks", count)
        case "month":
            return words.ntext("{n} month", "{n} months", count)
        case "year":
            return words.ntext("{n} year", "{n} years", count)
    return words.ntext("{n} day", "{n} days", count)
