"""Which answers to try for a fact when looking for an example: all options, and both sides of every limit
that a rule compares it with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal

from desk.errands.answers import bound_on, check_answer
from desk.errands.definition import Definitions, Fact
from desk.errands.dependencies import expressions_of
from desk.errands.engine import Engine
from desk.errands.functions import add_months
from desk.errands.nodes import (
    And,
    Chosen,
    Collected,
    Day,
    Decided,
    Euros,
    ParameterValue,
    Picked,
    Rule,
    Whole,
    Worth,
    facts_in,
    walk,
)
from desk.errors import AnswerRefused
from desk.model.facts import FactType, Said

_MOST_TRIED = 24
_ONE_DAY = timedelta(days=1)


def domains_of(engine: Engine, as_of: date, most: int = _MOST_TRIED) -> dict[str, tuple[Said, ...]]:
    """The answers to try for every fact that is asked."""
    literals = _literals(engine, as_of)
    return {
        name: tuple(_allowed(fact, _tried(fact, literals.get(name, ()), as_of), as_of))[:most]
        for name, fact in engine.definitions.facts.items()
        if fact.is_asked
    }


def _literals(engine: Engine, as_of: date) -> dict[str, list[Rule | Worth]]:
    """The nodes that stand in some expression together with each fact, also through calculations."""
    definitions = engine.definitions
    together: dict[str, list[Rule | Worth]] = {}
    for tree in _trees(definitions):
        found = [_known_value(node, engine, as_of) for node in walk(tree) if isinstance(node, _TELLING)]
        for name in _asked_in(facts_in(tree), definitions):
            together.setdefault(name, []).extend(found)
    return together


_TELLING = (Whole, Euros, Day, Chosen, ParameterValue)


def _known_value(node: Rule | Worth, engine: Engine, as_of: date) -> Rule | Worth:
    if isinstance(node, ParameterValue) and node.name in (known := engine.parameters_on(as_of)):
        return Euros(Decimal(known[node.name]))
    return node


def _trees(definitions: Definitions) -> Iterator[Rule | Worth]:
    for step in definitions.steps().values():
        yield from (expression.rule for expression in expressions_of(step))
    for hint in definitions.hints.values():
        yield hint.when.rule
        if hint.on is not None and hint.on.worth is not None:
            yield hint.on.worth
    for fact in definitions.facts.values():
        if fact.ask_when:
            yield fact.ask_when.rule
        if fact.value and (tree := fact.value.rule or fact.value.worth):
            yield from _cells(tree)


def _cells(tree: Rule | Worth) -> Iterator[Rule | Worth]:
    """Of a table each cell by itself, so that the limits of one column are not tried in another."""
    if isinstance(tree, Decided | Picked | Collected):
        for when in tree.whens:
            yield from when.parts if isinstance(when, And) else (when,)
    else:
        yield tree


def _asked_in(names: Iterable[str], definitions: Definitions) -> set[str]:
    """The asked facts among these, and those behind the calculated ones."""
    found: set[str] = set()
    wanted = list(names)
    while wanted:
        fact = definitions.facts[wanted.pop()]
        if fact.is_asked:
            found.add(fact.name)
        elif fact.value and (tree := fact.value.rule or fact.value.worth):
            wanted += facts_in(tree)
    return found


def _tried(fact: Fact, together: Iterable[Rule | Worth], as_of: date) -> Iterator[Said]:
    match fact.type:
        case FactType.YES_NO:
            yield from ("yes", "no")
        case FactType.CHOICE:
            yield from fact.options
        case FactType.CHOICES:
            yield from _sets(fact, together)
        case FactType.DATE:
            yield from (day.isoformat() for day in dict.fromkeys(_days(fact, together, as_of)))
        case FactType.WHOLE_NUMBER | FactType.MONEY:
            yield from (str(number) for number in dict.fromkeys(_numbers(fact, together)))
        case FactType.MUNICIPALITY:
            yield from ("091", "297")


def _sets(fact: Fact, together: Iterable[Rule | Worth]) -> Iterator[tuple[str, ...]]:
    yield ()
    yield from ((option,) for option in fact.options)
    for node in together:
        if isinstance(node, Chosen) and node.fact == fact.name and len(node.options) > 1:
            yield tuple(sorted(node.options))
    yield tuple(sorted(fact.options))


def _numbers(fact: Fact, together: Iterable[Rule | Worth]) -> Iterator[Decimal | int]:
    for node in together:
        if isinstance(node, Whole | Euros):
            limit = int(node.value)
            yield from (limit, limit - 1, limit + 1)
    yield from (0, 1)
    for bound in (fact.least, fact.greatest):
        if bound is not None and bound.number is not None:
            yield bound.number


def _days(fact: Fact, together: Iterable[Rule | Worth], as_of: date) -> Iterator[date]:
    yield as_of
    for node in together:
        if isinstance(node, Day):
            yield from (node.value, node.value - _ONE_DAY, node.value + _ONE_DAY)
        elif isinstance(node, Whole):
            yield from _days_around(as_of, abs(node.value))
    yield from (as_of - _ONE_DAY, as_of + _ONE_DAY, as_of - timedelta(days=14), as_of + timedelta(days=45))
    for bound in (fact.least, fact.greatest):
        if bound is not None:
            yield bound_on(bound, as_of)


def _days_around(as_of: date, count: int) -> Iterator[date]:
    """A number beside a date may count days, months or years, back or ahead."""
    for sign in (-1, 1):
        if count <= 400:
            yield as_of + timedelta(days=sign * count)
            yield as_of + timedelta(days=sign * (count + 1))
        if count <= 150:
            yield add_months(as_of, sign * 12 * count) - _ONE_DAY
        if count <= 48:
            yield add_months(as_of, sign * count) - _ONE_DAY


def _allowed(fact: Fact, tried: Iterable[Said], as_of: date) -> Iterator[Said]:
    for said in tried:
        try:
            check_answer(fact, said, as_of)
        except AnswerRefused:
            continue
        yield said
