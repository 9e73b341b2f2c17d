"""Makes up a citizen for each step of an errand, and finds the answers that turn it: what the step hangs on.

Each errand is looked at alone and on a day of its own, so that what is written down of it changes only when the errand
itself does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

import msgspec

from desk.errands.answer_order import ORDERS
from desk.errands.check_reach import Search, being_true
from desk.errands.compiled import CompiledRule
from desk.errands.conditions import APPLIES, conditional_parts
from desk.errands.definition import Definitions, Expression, Step
from desk.errands.dependencies import PROFILE, base_facts, facts_of, with_facts_behind
from desk.errands.engine import Engine
from desk.errands.path import PathFinder
from desk.errands.possible import TRUE
from desk.model.facts import Answers, Said
from desk.model.ids import ErrandId, FactName
from desk.model.path import Deadline

_Answers = dict[FactName, Said]

DISCREET = "discreet"
"""What the first made-up citizen of an errand gets whose papers are to be discreet."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One fact of a made-up citizen, and other answers to it with which the rule no longer holds.

    Where answers have an order, ``edges`` are pairs of neighbours of which the rule holds for one only.
    """

    fact: FactName
    loses: tuple[Said, ...]
    edges: tuple[tuple[Said, Said], ...] = ()
    keeps: tuple[Said, ...] = ()
    """The other answers that were tried, with which it still holds."""

    def said(self) -> tuple[Said, ...]:
        """Every answer that is written down of it."""
        return (*self.loses, *(said for edge in self.edges for said in edge))


@dataclass(frozen=True, slots=True)
class Witness:
    """A citizen for whom a rule of a step holds; ``None`` where the search found nobody."""

    step: str
    what: str
    """``applies``, or the part of the step that has a condition of its own."""
    answers: Answers | None
    turns: tuple[Turn, ...] = ()
    deadline: Deadline | None = None

    def everyone(self) -> Iterator[_Answers]:
        """The citizen, and those who answer one thing otherwise."""
        if self.answers is None:
            return
        yield dict(self.answers)
        for turn in self.turns:
            yield from ({**self.answers, turn.fact: said} for said in turn.said())


def day_of(definitions: Definitions, errand: str, days: Iterable[date] = ()) -> date:
    """The day to make up citizens on: that of most of these, the examples; else the last one it was checked on."""
    counted = Counter(days)
    if counted:
        return max(counted, key=lambda day: (counted[day], day))
    defined = definitions.errands[errand]
    checked = [defined.checked, *(step.checked for step in defined.steps)]
    return max([defined.valid_from, *(day for day in checked if day)])


def witnesses_of(definitions: Definitions, errand: str, day: date) -> tuple[Witness, ...]:
    """Return a citizen for every step and every condition of an errand, in the order of the file.

    A step for each member of a group is looked at once, for the first.
    """
    finding = _Finding(engine_of(definitions, errand), errand, day)
    defined = definitions.errands[errand]
    written = [step for step in defined.steps if step.number < 2]
    steps = tuple(finding.witness(step, what) for step in written for what, _ in conditional_parts(step))
    if defined.discreet_when is None:
        return steps
    return (finding.holding("", DISCREET, [defined.discreet_when]), *steps)


def engine_of(definitions: Definitions, errand: str) -> Engine:
    """The rules of one errand alone."""
    return Engine(_alone(definitions, errand))


def _alone(definitions: Definitions, errand: str) -> Definitions:
    facts = definitions.facts
    own = with_facts_behind({*facts_of(definitions.errands[errand], facts), *PROFILE.values()}, facts)
    return msgspec.structs.replace(
        definitions,
        facts={name: fact for name, fact in facts.items() if name in own},
        errands={errand: definitions.errands[errand]},
        hints={},
    )


class _Finding:
    """Looks for the citizens of one errand on one day."""

    def __init__(self, engine: Engine, errand: str, day: date) -> None:
        self._engine = engine
        self._errand = ErrandId(errand)
        self._day = day
        self._search = Search(engine, day)
        self._finder = PathFinder(engine, "")

    def witness(self, step: Step, what: str) -> Witness:
        """A citizen who gets a step, or whom a condition inside it concerns."""
        rules = [rule for part, rule in conditional_parts(step) if part in (APPLIES, what)]
        found = self.holding(step.id, what, rules)
        if found.answers is None or what != APPLIES:
            return found
        return replace(found, deadline=self._deadline(step, found.answers))

    def holding(self, step: str, what: str, written: Sequence[Expression]) -> Witness:
        """A citizen for whom all of these rules hold."""
        rules = [self._engine.compile(rule.rule) for rule in written]
        found = self._search.look(being_true(rules))
        if found.example is None:
            return Witness(step, what, None)
        return Witness(step, what, found.example, tuple(self._turns(found.example, rules)))

    def _turns(self, example: Answers, rules: Sequence[CompiledRule]) -> Iterator[Turn]:
        for name in example:

            def holds(said: Said, fact: FactName = name) -> bool:
                situation = self._engine.situation({**example, fact: said}, self._day)
                return all(rule.mask(situation) == TRUE for rule in rules)

            tried = self._search.domain(name)
            loses = tuple(said for said in tried if not holds(said))
            if loses and (order := ORDERS.get(self._engine.definitions.facts[name].type)):
                yield Turn(name, (), tuple(order.edges(tried, holds)))
            elif loses:
                yield Turn(name, loses, keeps=tuple(said for said in tried if said not in loses))

    def _deadline(self, step: Step, example: Answers) -> Deadline | None:
        """The deadline that the citizen gets, once the day that it counts from is known too."""
        bases = {FactName(name): self._search.domain(FactName(name)) for name in sorted(base_facts(step))}
        known = {name: tried[0] for name, tried in bases.items() if tried and name not in example}
        path = self._finder.path([self._errand], {**known, **example}, self._day)
        return next((made.deadline for made in path.steps if made.id == step.id), None)
