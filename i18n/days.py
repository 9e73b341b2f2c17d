"""How long there is to a day, in words: for the live path and for the plan on paper alike."""

from __future__ import annotations

from datetime import date

from i18n.translator import Words


def days_left(words: Words, today: date, day: date) -> str:
    """``today``, ``tomorrow``, ``5 days left``, ``2 days ago``."""
    left = (day - today).days
    if left == 0:
        return words.text("today")
    if left == 1:
        return words.text("tomorrow")
    if left > 0:
        return words.ntext("{n} day left", "{n} days left", left)
    return words.ntext("{n} day ago", "{n} days ago", -left)
