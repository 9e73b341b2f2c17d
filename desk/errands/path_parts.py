"""Builds one step of a path: its channels, documents, fee and deadline as they stand in a situation."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property

from msgspec import Struct

from desk.errands.compiled import CompiledRule
from desk.errands.deadlines import count_from
from desk.errands.definition import DeadlineRule, Step
from desk.errands.dependencies import PROFILE
from desk.errands.engine import CompiledStep, Engine
from desk.errands.possible import ABSENT, KNOWN, TRUE
from desk.errands.situation import Situation
from desk.errands.step_channels import StepChannels, documents_by_way
from desk.model.facts import Answers
from desk.model.ids import AgencyId, DocumentId, ErrandId, FactName, StepId
from desk.model.path import Deadline, Need, PathStep, Reason, Source

_NOTHING = (False, "none")
"""Values of ``citizen.e_id`` and the like that say: the citizen lacks it."""
_LAST_DAY = date.max


def lacking_of(engine: Engine, s: Situation) -> frozenset[Need]:
    """What the citizen is known to lack."""
    known = {need: engine.numbers.get(fact) for need, fact in PROFILE.items()}
    return frozenset(
        need
        for need, number in known.items()
        if number is not None and s.can[number] == KNOWN and s.values[number] in _NOTHING
    )


def profile_needs_of(engine: Engine, s: Situation) -> dict[Need, int]:
    """Of what is not known yet whether the citizen has it: the facts to ask."""
    known = {need: engine.numbers.get(fact) for need, fact in PROFILE.items()}
    return {need: s.needs[number] for need, number in known.items() if number is not None and s.needs[number]}


class Moment:
    """One computation of a path: the answers, and what follows from them once something asks for it."""

    def __init__(self, engine: Engine, answers: Answers, as_of: date, done_on: Mapping[StepId, date]) -> None:
        self.engine = engine
        self.answers = answers
        self.as_of = as_of
        self.done_on = done_on
        self.alive: frozenset[str] = frozenset()
        """The steps that are not ruled out, set once all are judged."""

    @cached_property
    def situation(self) -> Situation:
        """What is known and possible."""
        return self.engine.situation(self.answers, self.as_of)

    @cached_property
    def lacking(self) -> frozenset[Need]:
        """What the citizen is known to lack."""
        return lacking_of(self.engine, self.situation)

    @cached_property
    def profile_needs(self) -> Mapping[Need, int]:
        """What would tell whether the citizen can use a channel."""
        return profile_needs_of(self.engine, self.situation)


class Made(Struct, frozen=True):
    """A step of the path, and the facts that it still needs for its details."""

    step: PathStep
    needs: int


class StepBuilder:
    """Builds steps for the paths of one engine."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._ways = StepChannels(engine.definitions.parameters)
        self._documents_by: dict[str, tuple[tuple[DocumentId, tuple[str, ...]], ...]] = {}

    def make(self, compiled: CompiledStep, moment: Moment, after: tuple[StepId, ...], grounds: int) -> Made:
        """The step as it stands."""
        s, step = moment.situation, compiled.step
        channels, channel_needs = _possible(compiled.channels, s)
        channel_needs |= _profile_needs(step, channels, moment)
        documents, document_needs = self._wanted(compiled.documents, s)
        deadline, deadline_needs = self._deadline(compiled, moment)
        earliest, earliest_needs = self._earliest(step, moment)
        made = PathStep(
            id=StepId(step.id),
            errand=ErrandId(step.errand),
            agency=AgencyId(step.agency),
            mode=step.mode,
            at_desk=step.at_desk,
            task=step.desk_task,
            when=step.when_to_do,
            deadline=deadline,
            earliest=earliest,
            fee=self._ways.fee(step, moment.as_of),
            documents=tuple(DocumentId(part.id) for index, part in enumerate(step.documents) if documents >> index & 1),
            channels=self._ways.shown(step, channels, moment.lacking, moment.as_of),
            documents_by=self._by_way(step),
            after=after,
            because=self.reasons(grounds, moment.answers),
            source=Source(step.source, step.checked, step.verified),
            warnings=step.warnings,
            service=step.service,
            general_description=step.general_description,
        )
        return Made(made, channel_needs | document_needs | deadline_needs | earliest_needs)

    def _by_way(self, step: Step) -> tuple[tuple[DocumentId, tuple[str, ...]], ...]:
        found = self._documents_by.get(step.id)
        if found is None:
            found = self._documents_by[step.id] = documents_by_way(step)
        return found

    def reasons(self, grounds: int, answers: Answers) -> tuple[Reason, ...]:
        """The answers that a set of facts stands for."""
        return tuple(Reason(name, answers.get(name)) for name in self._engine.names_of(grounds))

    # ── conditions ───────────────────────────────────────────────────────────────────────────────

    def _wanted(self, conditions: tuple[CompiledRule | None, ...], s: Situation) -> tuple[int, int]:
        """Which documents to bring: those surely needed, and those of which nobody could tell."""
        chosen = needs = 0
        for index, condition in enumerate(conditions):
            mask = TRUE if condition is None else condition.mask(s)
            if mask == TRUE:
                chosen |= 1 << index
            elif mask & TRUE and condition is not None:
                wanted = condition.needs(s, TRUE)
                needs |= wanted
                if not self._engine.unasked(wanted):
                    chosen |= 1 << index
        return chosen, needs

    # ── days ─────────────────────────────────────────────────────────────────────────────────────

    def _deadline(self, compiled: CompiledStep, moment: Moment) -> tuple[Deadline | None, int]:
        """The first deadline that surely holds; while earlier ones are undecided, the earliest day of them all."""
        s = moment.situation
        found: list[Deadline] = []
        needs = 0
        for rule, condition in compiled.deadlines:
            mask = TRUE if condition is None else condition.mask(s)
            if not mask & TRUE:
                continue
            if mask != TRUE and condition is not None:
                needs |= condition.needs(s, TRUE)
            made, more = self._one_deadline(rule, moment)
            needs |= more
            if made is not None:
                found.append(made)
                if mask == TRUE:
                    break
        if len(found) < 2:
            return (found[0] if found else None), needs
        return min(found, key=lambda deadline: deadline.day or _LAST_DAY), needs

    def _one_deadline(self, rule: DeadlineRule, moment: Moment) -> tuple[Deadline | None, int]:
        s = moment.situation
        if rule.base_is == "today":
            return self._counted(rule, s.today, s), 0
        if rule.base_is == "step":
            return self._after_step(rule, moment), 0
        number = self._engine.numbers[rule.base]
        can = s.can[number]
        if can == ABSENT:
            return None, 0
        if can & KNOWN:
            return self._counted(rule, s.values[number], s), s.needs[number]
        return _waiting(rule, waits_for=FactName(rule.base)), s.needs[number]

    def _after_step(self, rule: DeadlineRule, moment: Moment) -> Deadline | None:
        base = StepId(rule.base)
        if base in moment.done_on:
            return self._counted(rule, moment.done_on[base], moment.situation)
        return _waiting(rule, after_step=base) if base in moment.alive else None

    def _counted(self, rule: DeadlineRule, base: date, s: Situation) -> Deadline | None:
        counted = count_from(rule, base)
        if counted is None:
            return None
        after = StepId(rule.base) if rule.base_is == "step" else None
        return Deadline(counted.day, counted.last_lawful_day, rule.nature, counted.is_passed(s.today), after)

    def _earliest(self, step: Step, moment: Moment) -> tuple[date | None, int]:
        rule = step.earliest
        if rule is None:
            return None, 0
        made, needs = self._one_deadline(rule, moment)
        return (made.day if made else None), needs


def _possible(conditions: tuple[CompiledRule | None, ...], s: Situation) -> tuple[int, int]:
    """Which channels to show: all that are not ruled out."""
    chosen = needs = 0
    for index, condition in enumerate(conditions):
        if condition is None:
            chosen |= 1 << index
            continue
        mask = condition.mask(s)
        if mask & TRUE:
            chosen |= 1 << index
            if mask != TRUE:
                needs |= condition.needs(s, TRUE)
    return chosen, needs


def _profile_needs(step: Step, chosen: int, moment: Moment) -> int:
    """What to ask before it is known whether the citizen can use a channel; nothing once it is known to fail."""
    found = 0
    if not moment.profile_needs:
        return found
    for index, channel in enumerate(step.channels):
        if chosen >> index & 1 and moment.lacking.isdisjoint(channel.needs):
            for need in channel.needs:
                found |= moment.profile_needs.get(need, 0)
    return found


def _waiting(rule: DeadlineRule, after_step: StepId | None = None, waits_for: FactName | None = None) -> Deadline:
    return Deadline(None, None, rule.nature, passed=False, after_step=after_step, waits_for=waits_for)
