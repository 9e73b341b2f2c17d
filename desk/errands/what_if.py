"""What one other answer would change: of a step, whether it applies; of a question, what each answer adds and takes.

Found by trying, never by reading rules backwards: so it is true whatever a rule looks like. How many answers are tried
is limited, and what was not tried is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from desk.errands.bundle import Bundle
from desk.errands.definition import Fact
from desk.errands.dependencies import with_facts_behind
from desk.errands.domains import domains_of
from desk.errands.engine import CompiledStep, Engine
from desk.errands.explanation import Outcome, outcome_of
from desk.errands.narrowing import ErrandEngines
from desk.errands.nodes import Rule, facts_in
from desk.errands.possible import ABSENT
from desk.errands.trying_answers import Tries, TriesSpent, can_be_tried, ways
from desk.model.facts import Answers, Said
from desk.model.ids import ErrandId, FactName, StepId
from desk.model.path import Path

MOST_TRIED_FOR_A_STEP = 600
"""Situations; each is a tenth of a millisecond."""
MOST_TRIED_FOR_A_QUESTION = 90
"""Whole paths."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One fact answered otherwise, as a condition, and what then becomes of the step."""

    fact: FactName
    when: Rule
    becomes: Outcome


@dataclass(frozen=True, slots=True)
class Turns:
    """Every single answer that turns a step, as far as was tried."""

    found: tuple[Turn, ...]
    untried: tuple[FactName, ...] = ()
    """Facts whose answers were not tried, or not all."""


@dataclass(frozen=True, slots=True)
class AnswerEffect:
    """What an answer would add to the path and take from it."""

    comes: tuple[StepId, ...] = ()
    """Steps that would surely apply, and do not now."""
    goes: tuple[StepId, ...] = ()
    """Steps that would be ruled out, and apply or may apply now."""
    opens: tuple[StepId, ...] = ()
    """Steps that might then apply, and are ruled out now."""
    asks: int = 0
    """New questions."""
    spares: int = 0
    """Questions that need not be asked any more, this one left out."""


@dataclass(frozen=True, slots=True)
class Effects:
    """Of each answer to a question, as a condition, its effect; ``None`` when that was not worked out."""

    ways: tuple[tuple[Rule, AnswerEffect], ...] | None


class WhatIf:
    """Tries answers over one bundle."""

    def __init__(self, bundle: Bundle) -> None:
        self._bundle = bundle
        self._engines = ErrandEngines(bundle.definitions)
        self._tried: dict[tuple[str, date], dict[str, tuple[Said, ...]]] = {}

    def turns(self, errand: str, step: str, answers: Answers, as_of: date) -> Turns:
        """Find the single answers that would turn a step. Nothing of the answers is kept."""
        engine = self._engines.of(errand)
        try:
            compiled = next(each for each in engine.steps[errand] if each.step.id == step)
            return self._turns(engine, compiled, answers, as_of)
        finally:
            engine.forget()

    def _turns(self, engine: Engine, compiled: CompiledStep, answers: Answers, as_of: date) -> Turns:
        tried = self._domains(compiled.step.errand, as_of)
        now = outcome_of(compiled, engine.situation(answers, as_of))
        found: list[Turn] = []
        untried: list[FactName] = []
        left = MOST_TRIED_FOR_A_STEP
        for fact in _that_count(engine, compiled, answers, as_of):
            name = FactName(fact.name)

            def follows(said: Said, fact: FactName = name) -> Outcome:
                return outcome_of(compiled, engine.situation({**answers, fact: said}, as_of))

            tries = Tries(follows, left)
            try:
                turned = [Turn(name, when, what) for when, what in ways(fact, tried[name], answers.get(name), tries)]
            except TriesSpent:
                untried.append(name)
                continue
            left = tries.left
            found += [turn for turn in turned if turn.becomes is not now]
            if not can_be_tried(fact):
                untried.append(name)
        return Turns(tuple(found), tuple(untried))

    def effects(self, errands: Sequence[ErrandId], fact: FactName, answers: Answers, as_of: date) -> Effects:
        """Find what each answer to a question would add and take away."""
        defined, finder = self._bundle.definitions.facts[fact], self._bundle.finder
        if not can_be_tried(defined):
            return Effects(None)
        before = finder.path(errands, answers, as_of)

        def follows(said: Said) -> AnswerEffect:
            return effect_of(before, finder.path(errands, {**answers, fact: said}, as_of), fact)

        tried = next((tried for errand in errands if (tried := self._domains(errand, as_of).get(fact))), ())
        try:
            tries = Tries(follows, MOST_TRIED_FOR_A_QUESTION)
            return Effects(tuple(ways(defined, tried, answers.get(fact), tries)))
        except TriesSpent:
            return Effects(None)

    def _domains(self, errand: str, as_of: date) -> dict[str, tuple[Said, ...]]:
        key = (errand, as_of)
        if key not in self._tried:
            self._tried[key] = domains_of(self._engines.of(errand), as_of)
        return self._tried[key]


def effect_of(before: Path, after: Path, fact: FactName) -> AnswerEffect:
    """Compare the path as it is with the path as it would be."""
    sure = {each.id for step in before.steps for each in (step, *step.merged)}
    shown = [*(step.id for step in before.steps), *(maybe.step.id for maybe in before.maybe)]
    asked_before = {question.fact for question in before.questions} - {fact}
    asked_after = {question.fact for question in after.questions} - {fact}
    return AnswerEffect(
        comes=tuple(step.id for step in after.steps if step.id not in sure),
        goes=tuple(step for step in shown if step not in after.ids),
        opens=tuple(maybe.step.id for maybe in after.maybe if maybe.step.id not in before.ids),
        asks=len(asked_after - asked_before),
        spares=len(asked_before - asked_after),
    )


def _that_count(engine: Engine, compiled: CompiledStep, answers: Answers, as_of: date) -> Iterator[Fact]:
    """The asked facts behind a step's rule whose answers can count now: first those that were answered."""
    s, facts = engine.situation(answers, as_of), engine.definitions.facts
    behind = with_facts_behind(facts_in(compiled.step.applies.rule), facts)
    counting = [name for name in engine.names if name in behind and s.can[engine.numbers[name]] != ABSENT]
    for name in sorted(counting, key=lambda name: name not in answers):
        if facts[name].is_asked:
            yield facts[name]
