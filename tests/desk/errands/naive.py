"""A second reading of the language, slow and plain, for complete answers: what the quick one must agree with."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from desk.errands import nodes

FALSE, NOT_APPLICABLE, TRUE = 0, 1, 2
READ: dict[str, Any] = {
    "yes_no": lambda said: said == "yes",
    "whole_number": int,
    "money": Decimal,
    "date": date.fromisoformat,
    "choices": frozenset,
    "choice": str,
}


class Naive:
    """The definitions as one citizen meets them who has answered everything."""

    def __init__(self, definitions, answers, today) -> None:
        self.facts = definitions.facts
        self.answers = answers
        self.today = today

    def fact(self, name):
        """A fact's value; ``None`` where it is not applicable."""
        fact = self.facts[name]
        if fact.ask_when and self.truth(fact.ask_when.rule) != TRUE:
            return None
        if fact.value is None:
            return READ[fact.type](self.answers[name])
        if fact.value.rule is not None:
            return {FALSE: False, NOT_APPLICABLE: None, TRUE: True}[self.truth(fact.value.rule)]
        return self.worth(fact.value.worth)

    def worth(self, worth):
        """A value; ``None`` where it is not applicable."""
        match worth:
            case nodes.FactValue(fact):
                return self.fact(fact)
            case nodes.Today():
                return self.today
            case nodes.Sum(left, right, minus):
                one, other = self.worth(left), self.worth(right)
                return None if one is None or other is None else one - other if minus else one + other
            case nodes.HowMany(parts):
                return sum(self.truth(part) == TRUE for part in parts)
            case nodes.Call(function, arguments):
                given = [self.worth(argument) for argument in arguments]
                return None if None in given else CALLS[function](*given)
        return worth.value

    def truth(self, rule):
        """False, not applicable, or true."""
        match rule:
            case nodes.Truth(value):
                return TRUE if value else FALSE
            case nodes.Holds(fact):
                return {None: NOT_APPLICABLE, True: TRUE, False: FALSE}[self.fact(fact)]
            case nodes.Not(part):
                return TRUE - self.truth(part)
            case nodes.And(parts):
                return min(self.truth(part) for part in parts)
            case nodes.Or(parts):
                return max(self.truth(part) for part in parts)
            case nodes.Among(value, items):
                found = self.worth(value)
                return self._told(None if found is None else found in [self.worth(item) for item in items])
            case nodes.Chosen(fact, options, every):
                chosen = self.fact(fact)
                return self._told(None if chosen is None else (all if every else any)(o in chosen for o in options))
        one, other = self.worth(rule.left), self.worth(rule.right)
        return self._told(None if one is None or other is None else SIGNS[rule.sign](one, other))

    def _told(self, holds):
        return NOT_APPLICABLE if holds is None else TRUE if holds else FALSE


SIGNS = {
    "=": lambda one, other: one == other,
    "!=": lambda one, other: one != other,
    "<": lambda one, other: one < other,
    "<=": lambda one, other: one <= other,
    ">": lambda one, other: one > other,
    ">=": lambda one, other: one >= other,
}
CALLS: dict[str, Any] = {
    "count": len,
    "add_days": lambda day, count: day + timedelta(days=count),
    "days_between": lambda first, second: (second - first).days,
}
