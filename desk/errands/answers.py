"""What an answer means: the text that was said becomes a value of the fact's type, or is refused with the reason.

Answers are kept as they were said, so that a journal can be read without the definitions of its day.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from desk.errands.definition import Bound, Fact
from desk.errands.functions import add_days, add_months, add_weeks, add_years
from desk.errors import AnswerRefused
from desk.model.facts import FactType, Said, Value, is_unsaid

_ADD = {"d": add_days, "w": add_weeks, "m": add_months, "y": add_years}
_MOST_DIGITS = 12


def value_of(fact: Fact, said: Said) -> Value:
    """The value of an answer that gives one; ``ValueError`` says why it does not fit the fact."""
    if isinstance(said, tuple):
        return _chosen(fact, said)
    return _READERS[fact.type](fact, said)


def _yes_or_no(_: Fact, said: str) -> bool:
    if said not in ("yes", "no"):
        raise ValueError(f"{said} is neither yes nor no")
    return said == "yes"


def _option(fact: Fact, said: str) -> str:
    if said not in fact.options:
        raise ValueError(f"{said} is not an option; there are {', '.join(fact.options)}")
    return said


def _chosen(fact: Fact, said: tuple[str, ...]) -> frozenset[str]:
    if fact.type is not FactType.CHOICES:
        raise ValueError("only one answer can be given")
    return frozenset(_option(fact, option) for option in said)


def _day(_: Fact, said: str) -> date:
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", said):
        raise ValueError(f"{said} is no date; write it as 2026-05-01")
    return date.fromisoformat(said)


def _code(_: Fact, said: str) -> str:
    if not re.fullmatch(r"\d{3}", said):
        raise ValueError(f"{said} is no municipality code; three digits, as 091")
    return said


def _whole(_: Fact, said: str) -> int:
    if not re.fullmatch(r"-?\d+", said) or len(said) > _MOST_DIGITS:
        raise ValueError(f"{said} is no whole number")
    return int(said)


def _euros(_: Fact, said: str) -> Decimal:
    if not re.fullmatch(r"-?\d+(\.\d{1,2})?", said) or len(said) > _MOST_DIGITS:
        raise ValueError(f"{said} is no amount of euros; write 12 or 12.50")
    return Decimal(said)


def _one_or_none(fact: Fact, said: str) -> frozenset[str]:
    return _chosen(fact, (said,) if said else ())


_READERS: Mapping[FactType, Callable[[Fact, str], Value]] = {
    FactType.YES_NO: _yes_or_no,
    FactType.CHOICE: _option,
    FactType.CHOICES: _one_or_none,
    FactType.DATE: _day,
    FactType.MUNICIPALITY: _code,
    FactType.WHOLE_NUMBER: _whole,
    FactType.MONEY: _euros,
}


def bound_on(bound: Bound, as_of: date) -> Any:
    """The least or greatest value that a bound means on a day."""
    if bound.number is not None:
        return bound.number
    return bound.day or _ADD[bound.unit](as_of, bound.count)


def check_answer(fact: Fact, said: Said, as_of: date) -> None:
    """Raise ``AnswerRefused`` when an answer does not fit its fact."""
    if not fact.is_asked:
        raise AnswerRefused(fact=fact.name, said=said, why="it is calculated from other answers")
    if is_unsaid(said):
        return
    try:
        value: Any = value_of(fact, said)
    except ValueError as fault:
        raise AnswerRefused(fact=fact.name, said=said, why=fault) from None
    if fact.least is not None and value < (least := bound_on(fact.least, as_of)):
        raise AnswerRefused(fact=fact.name, said=said, why=f"the least is {least}")
    if fact.greatest is not None and value > (greatest := bound_on(fact.greatest, as_of)):
        raise AnswerRefused(fact=fact.name, said=said, why=f"the greatest is {greatest}")
