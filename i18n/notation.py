"""How each language writes days, times and amounts: tables, so that nothing heavy is loaded at start.

The names of days and months are CLDR's (a test compares them with Babel). Signs follow the languages'
own rules: a point between hours and minutes in Finnish and Swedish, no leading zeros, no slashes.
In Northern Sámi no authority's page names the days, so the Finnish names stand (i18n/locale/se/sources.yaml).
"""

from __future__ import annotations

from typing import NamedTuple

from i18n.language import Language

NBSP = "\u00a0"
EN_DASH = "\u2013"


class Notation(NamedTuple):
    """The signs and names of one language. Weekdays begin with Monday."""

    weekdays: tuple[str, ...]
    weekdays_short: tuple[str, ...]
    clock_word: str
    clock_sign: str
    decimal_sign: str
    group_sign: str
    euro: str
    euros: str


_ENGLISH_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_RUSSIAN_DAYS = ("понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье")
_ARABIC_DAYS = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")

_FINNISH_DAYS = ("maanantai", "tiistai", "keskiviikko", "torstai", "perjantai", "lauantai", "sunnuntai")
_FINNISH_DAYS_SHORT = ("ma", "ti", "ke", "to", "pe", "la", "su")

NOTATIONS = {
    Language.FI: Notation(_FINNISH_DAYS, _FINNISH_DAYS_SHORT, *("klo", ".", ",", NBSP, "euro", "euroa")),
    Language.SV: Notation(
        ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"),
        ("må", "ti", "on", "to", "fr", "lö", "sö"),
        *("kl.", ".", ",", NBSP, "euro", "euro"),
    ),
    Language.EN: Notation(_ENGLISH_DAYS, _ENGLISH_DAYS, *("", ":", ".", ",", "euro", "euros")),
    Language.SE: Notation(_FINNISH_DAYS, _FINNISH_DAYS_SHORT, *("", ".", ",", NBSP, "euro", "euro")),
    Language.RU: Notation(
        _RUSSIAN_DAYS, ("пн", "вт", "ср", "чт", "пт", "сб", "вс"), *("", ".", ",", NBSP, "евро", "евро")
    ),
    Language.AR: Notation(_ARABIC_DAYS, _ARABIC_DAYS, *("", ":", ".", ",", "يورو", "يورو")),
}

ENGLISH_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
