"""Puts spaces that no line ends at where a number belongs to its neighbour: nobody can type them."""

from __future__ import annotations

import re

from i18n.notation import ENGLISH_MONTHS, NBSP

_FINNISH = "(?:tammi|helmi|maalis|huhti|touko|kesä|heinä|elo|syys|loka|marras|joulu)kuu\\w*"
_SWEDISH = "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
MONTH_WORD = f"(?:{_FINNISH}|{_SWEDISH}|{'|'.join(ENGLISH_MONTHS)})"
"""A month as it stands in a date, in any language that content is written in."""

_DIGIT = re.compile(r"\d")
_DATE = re.compile(rf"\b\d{{1,2}}\.? {MONTH_WORD}\b(?: \d{{4}}\b)?")
_BETWEEN = re.compile(r"(?:(?<=\bklo)|(?<=\bkl\.)) (?=\d)|(?<=\d) (?=euro|€|%)|(?<=\d) (?=\d{3}(?!\d))")


def glued(text: str) -> str:
    """The text, with what is one amount, time or date kept on one line."""
    if _DIGIT.search(text) is None:
        return text
    return _BETWEEN.sub(NBSP, _DATE.sub(lambda date: date[0].replace(" ", NBSP), text))
