"""Says values in words: facts by their short names, options by theirs, days and amounts as people write them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from desk.errands import nodes
from desk.errands.definition import Definitions, Fact
from desk.errands.functions import SIGNATURES, Sort
from desk.errands.span_words import how_long
from desk.errands.wording import Wording
from desk.model.facts import FactType
from desk.model.ids import FactName
from i18n.formats import Formats
from i18n.translator import N_, Words

_Written = nodes.Whole | nodes.Euros | nodes.Day | nodes.Today | nodes.ParameterValue
_WRITTEN = (nodes.Whole, nodes.Euros, nodes.Day, nodes.Option, nodes.Today, nodes.ParameterValue)
_EUROS = ("fee", "amount")
_MOVED = {
    "add_days": N_("{day} + ({count}) days"),
    "add_weeks": N_("{day} + ({count}) weeks"),
    "add_months": N_("{day} + ({count}) months"),
    "add_years": N_("{day} + ({count}) years"),
}
_UNITS = {"add_days": "day", "add_weeks": "week", "add_months": "month", "add_years": "year"}


class WorthWords:
    """Says the values of some definitions in one language, parameters as they are on one day."""

    def __init__(self, definitions: Definitions, wording: Wording, words: Words, day: date) -> None:
        self._definitions = definitions
        self._wording = wording
        self._words = words
        self._day = day
        self._formats = Formats(words.language)

    # ── facts ────────────────────────────────────────────────────────────────────────────────────

    def has_name(self, fact: Fact) -> bool:
        """False for a calculation to which its author gave no short name."""
        return fact.is_asked or self._wording.fact_text(FactName(fact.name), "short") is not None

    def label(self, fact: str) -> str:
        """The short name of a fact; of a calculation without one, what is calculated."""
        defined = self._definitions.facts[fact]
        if not self.has_name(defined) and defined.value is not None and defined.value.worth is not None:
            return self.said(defined.value.worth)
        return self._wording.fact_label(FactName(fact)).rstrip("?: ")

    def option(self, fact: FactName, option: str) -> str:
        """An option of a choice, or a municipality, in words."""
        if self._definitions.facts[fact].type is FactType.MUNICIPALITY:
            return self._wording.municipality(option)
        return self._wording.option(fact, option)

    # ── values ───────────────────────────────────────────────────────────────────────────────────

    def is_written(self, worth: nodes.Worth) -> bool:
        """True for what is the same for everybody: a number, a day, today, a parameter."""
        return isinstance(worth, _WRITTEN)

    def is_day(self, worth: nodes.Worth) -> bool:
        """True for what gives a day."""
        match worth:
            case nodes.Day() | nodes.Today():
                return True
            case nodes.FactValue(fact):
                return self._definitions.facts[fact].type is FactType.DATE
            case nodes.Call(function):
                return SIGNATURES[function].result is Sort.DAY
        return False

    def said(self, worth: nodes.Worth, beside: nodes.Worth | None = None) -> str:
        """A value in words; an option takes its words from the fact ``beside`` it."""
        match worth:
            case nodes.FactValue(fact):
                return self.label(fact)
            case nodes.Option(option):
                return self.option(FactName(beside.fact), option) if isinstance(beside, nodes.FactValue) else option
            case nodes.Sum(left, right, minus):
                return f"{self.said(left, right)} {'−' if minus else '+'} {self.said(right, left)}"
            case nodes.HowMany():
                labels = dict.fromkeys(self.label(fact) for fact in sorted(nodes.facts_in(worth)))
                return self._words.ptext("in a rule", "how many by: {facts}", facts=", ".join(labels))
            case nodes.Picked() | nodes.Collected():
                labels = dict.fromkeys(self.label(fact) for fact in sorted(nodes.facts_in(worth)))
                return self._words.ptext("in a rule", "from a table by: {facts}", facts=", ".join(labels))
            case nodes.Call():
                return self._call(worth)
        return self._written(worth, money=self._is_money(beside))

    def _written(self, worth: _Written, *, money: bool) -> str:
        match worth:
            case nodes.Day(value):
                return self._formats.short_date(value)
            case nodes.Today():
                return self._words.ptext("in a rule", "today")
            case nodes.Whole(value) | nodes.Euros(value):
                return self._formats.money(Decimal(value)) if money else self._formats.number(value)
            case nodes.ParameterValue(name):
                return self.parameter(name)

    def _is_money(self, worth: nodes.Worth | None) -> bool:
        match worth:
            case nodes.FactValue(fact):
                return self._definitions.facts[fact].type is FactType.MONEY
            case nodes.ParameterValue(name):
                return name.partition(".")[0] in _EUROS
            case nodes.Sum(left, right):
                return self._is_money(left) or self._is_money(right)
        return False

    def parameter(self, name: str) -> str:
        """The value of a parameter on the day."""
        defined = self._definitions.parameters.get(name)
        dated = defined.on(self._day) if defined else None
        if defined is None or dated is None:
            return self._words.text("not known")
        value = dated.value.get("", "")
        return self._formats.money(Decimal(value)) if defined.kind in _EUROS else value

    # ── functions ────────────────────────────────────────────────────────────────────────────────

    def _call(self, call: nodes.Call) -> str:
        first, *rest = call.arguments
        match call.function:
            case "age_at":
                return self._words.text(
                    "full years from {start} to {end}", start=self.said(first), end=self.said(rest[0])
                )
            case "days_between":
                return self._words.text("days from {start} to {end}", start=self.said(first), end=self.said(rest[0]))
            case "workday_on_or_after":
                return self._words.text("the first working day from {day} on", day=self.said(first))
            case "count":
                return self._words.text("{fact} (number chosen)", fact=self.said(first))
        return self._moved(call.function, first, rest[0])

    def _moved(self, function: str, day: nodes.Worth, count: nodes.Worth) -> str:
        """A day that is counted on from another one, or back."""
        start, number = self.said(day), self._whole(count)
        if number is None:
            return self._words.text(_MOVED[function], day=start, count=self.said(count))
        return f"{start} {'−' if number < 0 else '+'} {how_long(_UNITS[function], abs(number), self._words)}"

    def _whole(self, worth: nodes.Worth) -> int | None:
        """The number that a count is for everybody."""
        match worth:
            case nodes.Whole(value):
                return value
            case nodes.ParameterValue(name):
                defined = self._definitions.parameters.get(name)
                dated = defined.on(self._day) if defined else None
                return int(dated.value[""]) if dated and dated.value.get("", "").isdigit() else None
            case nodes.Sum(left, right, minus):
                one, other = self._whole(left), self._whole(right)
                return None if one is None or other is None else one - other if minus else one + other
        return None
