"""Dates, times and amounts, as people who speak the language write them.

A date is written for people: with its weekday, without leading zeros, never as 2026-12-02. No-break
spaces stand where a line must not break ("klo 9.30", "37,21 €").
"""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from typing import NamedTuple

from i18n.language import Language
from i18n.notation import EN_DASH, ENGLISH_MONTHS, NBSP, NOTATIONS, Notation

_KILOMETRE = 1000
_NO_TENTHS_FROM = 10
"""Kilometres."""


class Formats(NamedTuple):
    """The notation of one language."""

    language: Language

    def weekday(self, day: date) -> str:
        """The name of the day: keskiviikko, onsdag, Wednesday."""
        return self._notation.weekdays[day.weekday()]

    def weekday_short(self, day: date) -> str:
        """For tables only: ke, on (written out where the language has no short form)."""
        return self._notation.weekdays_short[day.weekday()]

    def long_date(self, day: date) -> str:
        """With the weekday: keskiviikko 2.12.2026, onsdag 2.12.2026, Wednesday 2 December 2026."""
        return f"{self.weekday(day)} {self.short_date(day)}"

    def on_date(self, day: date) -> str:
        """The same inside a sentence that says when something happens: keskiviikkona 2.12.2026."""
        if self.language is Language.FI:
            return f"{self.weekday(day)}na {self.short_date(day)}"
        return self.long_date(day)

    def short_date(self, day: date) -> str:
        """Without the weekday: 2.12.2026, 2 December 2026."""
        if self.language is Language.EN:
            return f"{day.day} {ENGLISH_MONTHS[day.month - 1]} {day.year}"
        return f"{day.day}.{day.month}.{day.year}"

    def date_span(self, first: date, last: date) -> str:
        """From a day to a day: 1.–5.2.2026, 28.1.–3.2.2026, 1 to 5 February 2026."""
        if first == last:
            return self.short_date(first)
        if self.language is Language.EN:
            return f"{self._span_start_in_english(first, last)} to {self.short_date(last)}"
        if first.year != last.year:
            return f"{self.short_date(first)}{EN_DASH}{self.short_date(last)}"
        month = "" if first.month == last.month else f"{first.month}."
        return f"{first.day}.{month}{EN_DASH}{self.short_date(last)}"

    def weekday_span(self, first: date, last: date) -> str:
        """Days of the week in a table: ma–pe, må–fr, Monday to Friday."""
        if first.weekday() == last.weekday():
            return self.weekday_short(first)
        if self.language is Language.EN:
            return f"{self.weekday(first)} to {self.weekday(last)}"
        return f"{self.weekday_short(first)}{EN_DASH}{self.weekday_short(last)}"

    def time_of_day(self, moment: time) -> str:
        """A time of day: klo 9.30, kl. 9, 9:30am."""
        if self.language is Language.EN:
            return _english_time(moment)
        return self._with_clock_word(self._bare_time(moment))

    def time_span(self, first: time, last: time) -> str:
        """From a time to a time: klo 9–15.30, kl. 9–15.30, 9am to 3:30pm."""
        if self.language is Language.EN:
            return f"{_english_time(first)} to {_english_time(last)}"
        return self._with_clock_word(f"{self._bare_time(first)}{EN_DASH}{self._bare_time(last)}")

    def clock(self, moment: time) -> str:
        """A reading of the clock to the second: 10.42.07, 10:42:07."""
        sign = self._notation.clock_sign
        return f"{moment.hour}{sign}{moment.minute:02}{sign}{moment.second:02}"

    def number(self, value: int | Decimal) -> str:
        """A number in groups of three: 1 250, 1,250."""
        notation = self._notation
        whole, _, part = f"{value:,f}".partition(".") if isinstance(value, Decimal) else (f"{value:,}", "", "")
        grouped = whole.replace(",", notation.group_sign)
        return f"{grouped}{notation.decimal_sign}{part}" if part else grouped

    def money(self, amount: Decimal) -> str:
        """An amount in a table or on a line of its own: 37,21 €, 50 €, €37.21."""
        if self.language is Language.EN:
            return f"€{self._amount(amount)}"
        return f"{self._amount(amount)}{NBSP}€"

    def money_in_words(self, amount: Decimal) -> str:
        """An amount inside a sentence: 37,21 euroa, 37,21 euro, 37.21 euros."""
        notation = self._notation
        return f"{self._amount(amount)}{NBSP}{notation.euro if amount == 1 else notation.euros}"

    def distance(self, metres: float) -> str:
        """How far it is, as exactly as one can walk it: 350 m, 2,4 km, 18 km."""
        tens = round(metres / 10) * 10
        if tens < _KILOMETRE:
            return f"{self.number(tens)}{NBSP}m"
        tenths = Decimal(round(metres / 100)) / 10
        if tenths < _NO_TENTHS_FROM:
            return f"{self.number(tenths if tenths % 1 else int(tenths))}{NBSP}km"
        return f"{self.number(round(metres / _KILOMETRE))}{NBSP}km"

    def _amount(self, amount: Decimal) -> str:
        cents = amount.quantize(Decimal("0.01"))
        return self.number(int(cents) if cents == cents.to_integral_value() else cents)

    def _bare_time(self, moment: time) -> str:
        if not moment.minute and self._notation.clock_word:
            return str(moment.hour)
        return f"{moment.hour}{self._notation.clock_sign}{moment.minute:02}"

    def _with_clock_word(self, text: str) -> str:
        word = self._notation.clock_word
        return f"{word}{NBSP}{text}" if word else text

    def _span_start_in_english(self, first: date, last: date) -> str:
        if first.year != last.year:
            return self.short_date(first)
        month = "" if first.month == last.month else f" {ENGLISH_MONTHS[first.month - 1]}"
        return f"{first.day}{month}"

    @property
    def _notation(self) -> Notation:
        return NOTATIONS[self.language]


def _english_time(moment: time) -> str:
    hour = moment.hour % 12 or 12
    minutes = f":{moment.minute:02}" if moment.minute else ""
    return f"{hour}{minutes}{'am' if moment.hour < 12 else 'pm'}"
