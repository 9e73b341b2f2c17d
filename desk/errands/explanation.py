"""Why a step applies, why it does not, what would decide it, and what an answer would change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from desk.errands.bundle import Bundle
from desk.errands.dependencies import steps_resting_on_safety
from desk.errands.engine import CompiledStep
from desk.errands.nodes import And, Not, Or, Rule, facts_in
from desk.errands.possible import TRUE
from desk.errands.rule_text import text_of
from desk.errands.situation import Situation
from desk.errands.table_rows import DecidingRow, deciding_rows
from desk.errors import ErrandUnknown
from desk.model.facts import Answers
from desk.model.ids import FactName, StepId
from desk.model.path import Path, PathDifference, PathStep, Question, Reason, Source

AnyName = TypeVar("AnyName", bound=str)


class Outcome(StrEnum):
    """What became of a step."""

    APPLIES = "applies"
    UNDECIDED = "undecided"
    RULED_OUT = "ruled_out"


class Stands(StrEnum):
    """How a condition stands."""

    HOLDS = "holds"
    FAILS = "fails"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class PartState:
    """One of the conditions that a rule is made of."""

    rule: Rule
    stands: Stands


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a step is where it is: the answers, the part of the rule that settled it, and where the rule stands."""

    step: StepId
    outcome: Outcome
    because: tuple[Reason, ...]
    deciding: str
    """The part of the rule that settled it, or that is still open, as it is written."""
    open: tuple[FactName, ...]
    declined: tuple[FactName, ...]
    source: Source
    compiled: CompiledStep
    parts: tuple[PartState, ...]
    """The conditions that the whole rule is made of, as they stand."""
    rows: tuple[DecidingRow, ...] = ()
    """Of the tables that the rule looks at, the rows that decided."""

    @property
    def rule(self) -> Rule:
        """The whole rule."""
        return self.compiled.step.applies.rule


def explain(bundle: Bundle, step: StepId, answers: Answers, as_of: date) -> Explanation:
    """Explain one step with these answers."""
    engine = bundle.engine
    compiled = _compiled(bundle, step)
    s = engine.situation(answers, as_of)
    outcome = outcome_of(compiled, s)
    needs = compiled.applies.needs(s, TRUE) if outcome is Outcome.UNDECIDED else 0
    grounds = 0 if outcome is Outcome.UNDECIDED else compiled.applies.grounds(s, TRUE, outcome is Outcome.APPLIES)
    deciding = _deciding(bundle, compiled.step.applies.rule, s, TRUE)
    written = compiled.step
    return Explanation(
        step=step,
        outcome=outcome,
        because=tuple(Reason(name, answers.get(name)) for name in engine.names_of(grounds)),
        deciding=text_of(deciding),
        open=engine.names_of(engine.unasked(needs)),
        declined=engine.names_of(engine.in_vain(needs)),
        source=Source(written.source, written.checked, written.verified),
        compiled=compiled,
        parts=tuple(_parts(bundle, compiled.step.applies.rule, s)),
        rows=deciding_rows(engine, facts_in(compiled.step.applies.rule), s),
    )


def _parts(bundle: Bundle, rule: Rule, s: Situation) -> Iterator[PartState]:
    for part in rule.parts if isinstance(rule, And | Or) else (rule,):
        mask = bundle.engine.compile(part).mask(s)
        yield PartState(part, Stands.HOLDS if mask == TRUE else Stands.OPEN if mask & TRUE else Stands.FAILS)


def outcome_of(compiled: CompiledStep, s: Situation) -> Outcome:
    """What becomes of a step in a situation."""
    mask = compiled.applies.mask(s)
    return Outcome.APPLIES if mask == TRUE else Outcome.UNDECIDED if mask & TRUE else Outcome.RULED_OUT


def _compiled(bundle: Bundle, step: StepId) -> CompiledStep:
    for steps in bundle.engine.steps.values():
        for compiled in steps:
            if compiled.step.id == step:
                return compiled
    raise ErrandUnknown(errand=step)


def _deciding(bundle: Bundle, rule: Rule, s: Situation, wanted: int) -> Rule:
    """The smallest part of a rule that alone settles it, or the whole when only all of it does."""
    if isinstance(rule, Not):
        return rule
    if isinstance(rule, And | Or):
        mask = bundle.engine.compile(rule).mask(s)
        for part in rule.parts:
            possible = bundle.engine.compile(part).mask(s)
            alone = possible == wanted if isinstance(rule, Or) else not possible & wanted
            if alone and _settles(mask, wanted) == _settles(possible, wanted):
                return _deciding(bundle, part, s, wanted)
    return rule


def _settles(mask: int, wanted: int) -> bool | None:
    return True if mask == wanted else None if mask & wanted else False


def resting_on_safety(bundle: Bundle, path: Path) -> frozenset[StepId]:
    """The steps of a path that tell of danger by their title alone."""
    telling = steps_resting_on_safety(bundle.definitions)
    shown = [*(step.id for step in path.steps), *(maybe.step.id for maybe in path.maybe)]
    return frozenset(step for step in shown if step in telling)


def why_asked(path: Path, fact: FactName) -> tuple[StepId, ...]:
    """The steps that need a fact; empty when it is not asked, or only for the citizen's safety."""
    found: Question | None = next((question for question in path.questions if question.fact == fact), None)
    return found.for_steps if found else ()


def difference(before: Path, after: Path) -> PathDifference:
    """What changes between two paths, in the order of the steps."""
    sure_before, sure_after = _by_id(before.steps), _by_id(after.steps)
    maybe_after = {maybe.step.id for maybe in after.maybe}
    maybe_before = {maybe.step.id for maybe in before.maybe}
    asked_before = [question.fact for question in before.questions]
    asked_after = [question.fact for question in after.questions]
    return PathDifference(
        appear=_without(sure_after, sure_before),
        go=tuple(step for step in sure_before if step not in sure_after and step not in maybe_after),
        become_open=tuple(maybe.step.id for maybe in after.maybe if maybe.step.id not in maybe_before),
        dates_change=tuple(
            step for step, made in sure_after.items() if step in sure_before and _days(made) != _days(sure_before[step])
        ),
        questions_appear=_without(asked_after, asked_before),
        questions_go=_without(asked_before, asked_after),
    )


def _by_id(steps: Iterable[PathStep]) -> dict[StepId, PathStep]:
    return {step.id: step for step in steps}


def _days(step: PathStep) -> tuple[date | None, ...]:
    deadline = step.deadline
    return (deadline.day if deadline else None, deadline.last_lawful_day if deadline else None, step.earliest)


def _without(names: Iterable[AnyName], others: Iterable[AnyName]) -> tuple[AnyName, ...]:
    known = set(others)
    return tuple(name for name in names if name not in known)
