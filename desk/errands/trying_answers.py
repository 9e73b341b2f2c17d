"""Tries other answers to one fact, and says of which answers the same follows: options together, numbers as limits.

What follows may be anything that can be compared: what becomes of a step, or what a whole path gains and loses.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Generic, TypeVar

from desk.errands import nodes
from desk.errands.answer_order import ORDERS
from desk.errands.definition import Fact
from desk.model.facts import FactType, Said

Follows = TypeVar("Follows", bound=Hashable)
Way = tuple[nodes.Rule, Follows]
"""Answers to one fact, as a condition, and what follows from each of them."""


class TriesSpent(Exception):
    """No more answers are tried."""


class Tries(Generic[Follows]):
    """What follows from an answer, asked once for each; ``TriesSpent`` when that was too often."""

    def __init__(self, follows: Callable[[Said], Follows], most: int) -> None:
        self._follows = follows
        self.left = most
        self._known: dict[Said, Follows] = {}

    def __call__(self, said: Said) -> Follows:
        """What follows from an answer; raises ``TriesSpent``."""
        if said not in self._known:
            if not self.left:
                raise TriesSpent
            self.left -= 1
            self._known[said] = self._follows(said)
        return self._known[said]


def can_be_tried(fact: Fact) -> bool:
    """False for what has too many answers, which nothing puts in order: municipalities."""
    return fact.type is not FactType.MUNICIPALITY


def ways(
    fact: Fact, tried: Sequence[Said], said: Said | None, follows: Callable[[Said], Follows]
) -> Iterator[Way[Follows]]:
    """What follows from every answer: ``tried`` are the numbers and days to begin with, ``said`` is what was chosen."""
    match fact.type:
        case FactType.YES_NO:
            yield nodes.Holds(fact.name), follows("yes")
            yield nodes.Not(nodes.Holds(fact.name)), follows("no")
        case FactType.CHOICE:
            yield from _options(fact, follows)
        case FactType.CHOICES:
            yield from _one_more_or_less(fact, said, follows)
        case FactType.DATE | FactType.WHOLE_NUMBER | FactType.MONEY:
            yield from _ranges(fact, tried, follows)


def _options(fact: Fact, follows: Callable[[Said], Follows]) -> Iterator[Way[Follows]]:
    by_what_follows: dict[Follows, list[str]] = {}
    for option in fact.options:
        by_what_follows.setdefault(follows(option), []).append(option)
    for found, options in by_what_follows.items():
        yield nodes.Among(nodes.FactValue(fact.name), tuple(nodes.Option(option) for option in options)), found


def _one_more_or_less(fact: Fact, said: Said | None, follows: Callable[[Said], Follows]) -> Iterator[Way[Follows]]:
    """Of any number of options: each one chosen too, or taken away."""
    chosen = set(said) if isinstance(said, tuple) else set()
    for option in fact.options:
        rule: nodes.Rule = nodes.Chosen(fact.name, (option,))
        found = follows(tuple(sorted(chosen ^ {option})))
        yield nodes.Not(rule) if option in chosen else rule, found


def _ranges(fact: Fact, tried: Sequence[Said], follows: Callable[[Said], Follows]) -> Iterator[Way[Follows]]:
    """Where days and numbers turn, from one turn to the next."""
    order = ORDERS[fact.type]
    edges = [said for edge in order.edges(tried, follows) for said in edge]
    numbers = sorted({order.number(str(said)) for said in (*tried, *edges)})
    runs = [(found, list(run)) for found, run in groupby(numbers, key=lambda number: follows(order.said(number)))]
    for index, (found, run) in enumerate(runs):
        least = order.said(run[0]) if index else None
        greatest = order.said(run[-1]) if index + 1 < len(runs) else None
        yield _between(fact, least, greatest), found


def _between(fact: Fact, least: str | None, greatest: str | None) -> nodes.Rule:
    limits: list[nodes.Rule] = []
    if least is not None and least == greatest:
        return nodes.Compare("=", nodes.FactValue(fact.name), _written(fact, least))
    for sign, limit in ((">=", least), ("<=", greatest)):
        if limit is not None:
            limits.append(nodes.Compare(sign, nodes.FactValue(fact.name), _written(fact, limit)))
    if not limits:
        return nodes.Asked("known", fact.name)
    return limits[0] if len(limits) == 1 else nodes.And(tuple(limits))


def _written(fact: Fact, said: str) -> nodes.Worth:
    match fact.type:
        case FactType.DATE:
            return nodes.Day(date.fromisoformat(said))
        case FactType.MONEY:
            return nodes.Euros(Decimal(said))
    return nodes.Whole(int(said))
