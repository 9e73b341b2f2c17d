"""Says how a day was counted, a whole sentence for each part of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from desk.errands.counting import Counting, End
from desk.errands.span_words import how_long
from desk.errands.wording import Wording
from desk.model.public_holidays import holiday_on
from i18n.formats import Formats
from i18n.translator import N_, Words

_ENDS = {
    End.SAME_NUMBER: N_("It ends on the day of the month that has the same number."),
    End.END_OF_MONTH: N_("That month has no day with the same number, so it ends on the last day of the month."),
    End.SAME_WEEKDAY: N_("It ends on the same day of the week."),
}


class CountingWords:
    """Says counts in one language."""

    def __init__(self, wording: Wording, words: Words) -> None:
        self._wording = wording
        self._words = words
        self._formats = Formats(words.language)

    def lines(self, counting: Counting) -> tuple[str, ...]:
        """The whole count, in order."""
        if counting.base is None or counting.day is None:
            return tuple(self._waiting(counting))
        return (self._start(counting, counting.base), *self._time(counting), *self._end(counting, counting.day))

    def _waiting(self, counting: Counting) -> Iterator[str]:
        words = self._words
        if counting.base_step is not None:
            step = self._wording.step_name(counting.base_step).text
            yield words.text("The day is known when this step is done: {step}.", step=step)
        elif counting.base_fact is not None:
            fact = self._wording.fact_label(counting.base_fact)
            yield words.text("The day is known when this is answered: {fact}.", fact=fact.rstrip("?: "))
        else:
            return
        if counting.rule.count:
            yield words.text("From then on the time is {time}.", time=self._length(counting))

    def _start(self, counting: Counting, base: date) -> str:
        day = self._formats.long_date(base)
        if counting.base_fact is None:
            return self._words.text("Counting starts from today, {day}.", day=day)
        fact = self._wording.fact_label(counting.base_fact).rstrip("?: ")
        return self._words.text("Counting starts from this answer: {fact}, {day}.", fact=fact, day=day)

    def _time(self, counting: Counting) -> Iterator[str]:
        words, rule = self._words, counting.rule
        if not rule.count:
            return
        length = self._length(counting)
        if rule.direction == "before":
            yield words.text("The time is {time}, counted backwards. The first day itself is not counted.", time=length)
        else:
            yield words.text("The time is {time}. The first day itself is not counted.", time=length)
        if rule.rule == "working_days":
            yield words.text("Only working days are counted, from Monday to Friday without public holidays.")
        if counting.end in _ENDS:
            yield words.text(_ENDS[counting.end])

    def _end(self, counting: Counting, day: date) -> Iterator[str]:
        words, long_date = self._words, self._formats.long_date
        yield words.text("That gives {day}.", day=long_date(day))
        last = counting.last_lawful_day
        if counting.days_off and last is not None:
            off = "; ".join(self._day_off(each) for each in counting.days_off)
            yield words.text("These are days off: {days}.", days=off)
            yield words.text("By law the time then ends on the next working day, {day}.", day=long_date(last))
        if counting.stays_on_day_off:
            yield words.text("It is a day off, but a time that is counted backwards does not move.")
        if counting.is_law:
            yield words.text("It is counted as the act on counting times set by law says (150/1930).")

    def _day_off(self, day: date) -> str:
        name = holiday_on(day).pick(self._words.language).text
        shown = self._formats.long_date(day)
        return self._words.text("{day} ({holiday})", day=shown, holiday=name) if name else shown

    def _length(self, counting: Counting) -> str:
        return how_long(counting.rule.unit, counting.rule.count, self._words)
