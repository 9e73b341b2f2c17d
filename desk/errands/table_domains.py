"""Which answers to try when the rows of a table are compared: those on both sides of each limit of its cells."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations
from typing import Any

from desk.errands.answers import check_answer
from desk.errands.definition import Fact
from desk.errands.domains import domains_of
from desk.errands.engine import Engine
from desk.errands.evaluation import compile_worth
from desk.errands.nodes import And, Not, Rule, Worth, facts_in, walk
from desk.errands.possible import KNOWN
from desk.errors import AnswerRefused
from desk.model.facts import FactType, Said

_MANY = 400
_MOST_COMBINED = 6
_STEP: dict[FactType, Any] = {
    FactType.WHOLE_NUMBER: 1,
    FactType.MONEY: Decimal("0.01"),
    FactType.DATE: timedelta(days=1),
}


def cells_of(whens: tuple[Rule, ...]) -> Iterator[Rule]:
    """The single conditions of rows."""
    for when in whens:
        yield from when.parts if isinstance(when, And) else (when,)


def answers_to_try(engine: Engine, as_of: date, whens: tuple[Rule, ...]) -> dict[str, tuple[Said, ...]]:
    """The answers to try for each fact behind a table with these rows."""
    limits: dict[str, list[Any]] = {}
    for cell in cells_of(whens):
        for name in facts_in(cell):
            limits.setdefault(name, []).extend(_limits(cell, engine, as_of))
    found = domains_of(engine, as_of, _MANY)
    for name, fact in engine.definitions.facts.items():
        if name in found:
            exact = [said for said in _around(fact, limits.get(name, [])) if _is_allowed(fact, said, as_of)]
            found[name] = tuple(dict.fromkeys([*exact, *found[name]]))
    return found


def _limits(cell: Rule, engine: Engine, as_of: date) -> Iterator[Any]:
    """The values that a condition compares with and that are the same for everybody."""
    inner = cell.part if isinstance(cell, Not) else cell
    for node in walk(inner):
        if isinstance(node, Worth) and not facts_in(node):
            can, value = compile_worth(node, engine.numbered).get(engine.situation({}, as_of))
            if can == KNOWN:
                yield value


def _around(fact: Fact, limits: list[Any]) -> Iterator[Said]:
    if fact.type is FactType.CHOICES and len(fact.options) <= _MOST_COMBINED:
        for size in range(len(fact.options) + 1):
            yield from (tuple(sorted(chosen)) for chosen in combinations(fact.options, size))
    step = _STEP.get(fact.type)
    if step is None:
        return
    for limit in limits:
        if isinstance(limit, date) == (fact.type is FactType.DATE) and not isinstance(limit, str):
            values = limit, limit - step, limit + step
            yield from (value.isoformat() if isinstance(value, date) else str(value) for value in values)


def _is_allowed(fact: Fact, said: Said, as_of: date) -> bool:
    try:
        check_answer(fact, said, as_of)
    except AnswerRefused:
        return False
    return True
