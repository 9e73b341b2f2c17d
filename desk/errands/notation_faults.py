"""Ways of writing dates, times, amounts and signs that are not the language's own, as patterns."""

from __future__ import annotations

import re
from dataclasses import dataclass

_SPACE = "[ \\u00a0]"
_FI_DAYS = "Maanantai|Tiistai|Keskiviikko|Torstai|Perjantai|Lauantai|Sunnuntai"
_SV_DAYS = "Måndag|Tisdag|Onsdag|Torsdag|Fredag|Lördag|Söndag"
_EN_DAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
_FI_MONTHS = "Tammi|Helmi|Maalis|Huhti|Touko|Kesä|Heinä|Elo|Syys|Loka|Marras|Joulu"
_SV_MONTHS = "Januari|Februari|Mars|April|Maj|Juni|Juli|Augusti|September|Oktober|November|December"
_EN_MONTHS = "january|february|april|june|july|august|september|october|november|december"


@dataclass(frozen=True, slots=True)
class NotationFault:
    """One way of writing, what is wrong with it, and how it should be."""

    code: str
    says: str
    instead: str
    pattern: re.Pattern[str]


def _fault(code: str, says: str, instead: str, *patterns: str) -> NotationFault:
    return NotationFault(code, says, instead, re.compile("|".join(patterns).replace("_", _SPACE)))


_EVERYWHERE = (
    _fault(
        *("W711", "is not how a date is written", "write 13.3.2026: no zeros before, no strokes"),
        r"(?<![\d.])(?<!klo_)(?<!kl\._)0\d\.(?:0?[1-9]|1[0-2])\.(?:\d{4})?",
        r"(?<![\d.])\d{1,2}\.0\d\.(?:\d{4})?",
        r"\b\d{1,2}/\d{1,2}/\d{2,4}\b",
        r"\b\d{4}-\d{2}-\d{2}\b",
    ),
    _fault(
        *("W713", "has a hyphen for a dash", "write 9–15, without spaces between numbers"),
        r"(?<![\w-])\d{1,2}(?:[.:]\d{2})?_?-_?\d{1,2}(?:[.:]\d{2})?(?![\w-])",
        r"(?<=[^\s\d])_--?_(?=[^\s\d])",
    ),
    _fault(
        *("W715", "is data in a text", "make it a parameter, and write {phone.x}, {url.x}, {fee.x}"),
        r"(?<![\w.])(?:\+358|0\d{1,3})(?:[ \u00a0-]?\d{2,4}){2,4}(?!\w)",
        r"\b(?:https?://|www\.)\S+",
        r"\bFI\d{2}(?:_?\d{4}){3}",
        r"[\w.-]+@[\w-]+\.\w+",
        r"(?<![\w,.])\d[\d\u00a0 ]*(?:[,.]\d{1,2})?_?(?:euro\w*|€)",
        r"€_?\d[\d,.]*",
    ),
    _fault("W717", "is not one sign", "write one space, or …", r"\.\.\.", r"_[,.;:!?](?=_|$)"),
)
_FI_AND_SV = (
    _fault(
        *("W712", "is not how a time is written", "write klo 9.15 or kl. 9.15: a point, no zero before"),
        r"\b\d{1,2}:\d{2}\b",
        r"\b(?:klo|kl\.)_?0\d",
    ),
    _fault(
        *("W714", "is not how an amount is written", "write 1 250 euroa or 12,50 euro, and 5 %"),
        *(r"€_?\d", r"\d(?:€|euro)", r"\d,-", r"\bEUR\b", r"\d\.\d{2}_(?:euro|€)", r"\d%", r"\d,\d{3}(?!\d)"),
    ),
)
FAULTS = {
    "fi": (
        *(*_EVERYWHERE, *_FI_AND_SV),
        _fault(
            *("W716", "begins with a capital letter", "days and months begin with a small one"),
            rf"(?<=[a-zåäö,] )(?:{_FI_DAYS})\w*",
            rf"(?<=[\w,.] )(?:{_FI_MONTHS})kuu\w*",
        ),
        _fault("W718", "leaves the choice to the reader", "write ja or tai", r"\bja/tai\b"),
    ),
    "sv": (
        *(*_EVERYWHERE, *_FI_AND_SV),
        _fault("W711", "has a point after the day", "write 13 mars 2026", rf"\b\d{{1,2}}\._(?:{_SV_MONTHS.lower()})\b"),
        _fault(
            *("W716", "begins with a capital letter", "days and months begin with a small one"),
            rf"(?<=[a-zåäö,] )(?:{_SV_DAYS})\w*",
            rf"(?<=[a-zåäö\d,] )(?:{_SV_MONTHS})\b",
        ),
        _fault("W718", "leaves the choice to the reader", "write och or eller", r"\boch/eller\b"),
    ),
    "en": (
        *_EVERYWHERE,
        _fault(
            *("W712", "is not how a time is written", "write 9am or 9:15am"),
            *(r"(?<![\d:])(?:1[3-9]|2[0-3]):\d{2}\b", r"\b\d{1,2}(?:[.:]\d{2})?_[ap]m\b", r"\b\d{1,2}\.\d{2}[ap]m\b"),
        ),
        _fault(
            *("W714", "is not how an amount is written", "write 1,250 euros or 12.50 euros, and 5%"),
            *(r"\d_?€", r"€_\d", r"\bEUR\b", r"\d,\d{1,2}_euro", r"\d_\d{3}_euro", r"\d_%"),
        ),
        _fault(
            *("W716", "begins with a small letter", "days and months begin with a capital"),
            rf"\b(?:{_EN_DAYS})s?\b",
            rf"\b(?:{_EN_MONTHS})\b",
        ),
        _fault("W718", "leaves the choice to the reader", "write and, or write or", r"\band/or\b"),
    ),
}
"""What to look for in each language that content is written in."""

_SIGNS = r"[0-9@€/]|\.\.\.|[ \u00a0][-,.;:!?]|www|EUR"
MAY_HOLD = {
    "fi": re.compile(f"{_SIGNS}|{_FI_DAYS}|{_FI_MONTHS}"),
    "sv": re.compile(f"{_SIGNS}|{_SV_DAYS}|{_SV_MONTHS}"),
    "en": re.compile(f"{_SIGNS}|{_EN_DAYS}|{_EN_MONTHS}"),
}
"""What a text with any of the faults holds; most texts do not, and are not looked at closer."""

PHONE = re.compile(r"(?:\+358|0\d{1,3})(?:[ \u00a0]\d{1,4}){1,3}|\d{3,6}|\d{3}[ \u00a0]\d{3}")
"""How a phone number is written: its prefix by itself, then groups; or a short number."""
