"""From facts to a path: everything is computed anew from the answers, so nothing can be stale.

A step whose rule can only be true applies; one whose rule cannot be true is ruled out; the rest is
undecided and names the facts that would decide it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from desk.errands.engine import CompiledStep, Engine
from desk.errands.ordering import in_order
from desk.errands.path_parts import Moment, StepBuilder, lacking_of, profile_needs_of
from desk.errands.possible import ABSENT, TRUE
from desk.errands.questions import QuestionPlace, places_in_order, questions_from
from desk.errands.situation import Situation
from desk.errors import ErrandUnknown
from desk.model.facts import Answers
from desk.model.ids import AgencyId, ErrandId, FactName, StepId
from desk.model.path import MaybeStep, Path, PathStep, RuledOut

if TYPE_CHECKING:
    from desk.errands.bundle import Bundle

_NO_DAYS: Mapping[StepId, date] = {}


@dataclass(frozen=True, slots=True)
class Sorted:
    """The steps of some errands by what the answers make of them."""

    apply: list[CompiledStep]
    undecided: list[CompiledStep]
    ruled_out: list[CompiledStep]


class PathFinder:
    """Computes paths over one bundle. What does not depend on answers is kept between computations."""

    def __init__(self, engine: Engine, version: str) -> None:
        self.engine = engine
        self._version = version
        self._builder = StepBuilder(engine)
        self._places: dict[tuple[ErrandId, ...], tuple[QuestionPlace, ...]] = {}

    def path(
        self, errands: Sequence[ErrandId], answers: Answers, as_of: date, done_on: Mapping[StepId, date] = _NO_DAYS
    ) -> Path:
        """The path of these errands; ``done_on`` gives days on which steps were done or are planned."""
        chosen = self._known(errands)
        s = self.engine.situation(answers, as_of)
        sorted_steps = self.sort(chosen, s)
        ruled_out = frozenset(compiled.step.id for compiled in sorted_steps.ruled_out)
        lacking, profile_needs = lacking_of(self.engine, s), profile_needs_of(self.engine, s)
        moment = Moment(s, answers, done_on, lacking, profile_needs, ruled_out)
        steps, needs = self._applying(sorted_steps.apply, moment)
        maybe, open_needs = self._undecided(sorted_steps.undecided, moment)
        discreet, discreet_needs = self._discreet(chosen, s)
        return Path(
            errands=chosen,
            version=self._version,
            as_of=as_of,
            steps=in_order(steps, as_of),
            maybe=maybe,
            ruled_out=tuple(self._ruled_out(compiled, s, answers) for compiled in sorted_steps.ruled_out),
            questions=questions_from(self.question_places(chosen), [*needs, *open_needs], discreet_needs),
            discreet=discreet,
        )

    def sort(self, errands: Sequence[ErrandId], s: Situation) -> Sorted:
        """Tell the steps that apply from those that may and those that cannot."""
        found = Sorted([], [], [])
        for errand in errands:
            for compiled in self.engine.steps[errand]:
                mask = compiled.applies.mask(s)
                if mask == TRUE:
                    found.apply.append(compiled)
                elif mask & TRUE:
                    found.undecided.append(compiled)
                else:
                    found.ruled_out.append(compiled)
        return found

    def _known(self, errands: Sequence[ErrandId]) -> tuple[ErrandId, ...]:
        for errand in errands:
            if errand not in self.engine.steps:
                raise ErrandUnknown(errand=errand, known=", ".join(sorted(self.engine.steps)))
        return tuple(dict.fromkeys(errands))

    def counts(self, fact: FactName, answers: Answers, as_of: date) -> bool:
        """Whether an answer to this fact can count now: its question is not surely beside the point."""
        return self.engine.situation(answers, as_of).can[self.engine.numbers[fact]] != ABSENT

    def question_places(self, errands: tuple[ErrandId, ...]) -> tuple[QuestionPlace, ...]:
        """Where every fact of these errands is asked, in the fixed asking order."""
        if errands not in self._places:
            self._places[errands] = places_in_order(self.engine.definitions, errands, self.engine.numbers)
        return self._places[errands]

    def _applying(
        self, compiled_steps: list[CompiledStep], moment: Moment
    ) -> tuple[list[PathStep], list[tuple[StepId, int]]]:
        """The steps that apply, and what they still need for dates, documents and channels."""
        ids = {compiled.step.id for compiled in compiled_steps}
        steps, needs = [], []
        for compiled in compiled_steps:
            after = tuple([StepId(name) for name in compiled.step.after if name in ids])
            grounds = compiled.applies.grounds(moment.situation, TRUE, True)
            made = self._builder.make(compiled, moment, after, grounds)
            steps.append(made.step)
            needs.append((made.step.id, made.needs))
        return steps, needs

    def _undecided(
        self, compiled_steps: list[CompiledStep], moment: Moment
    ) -> tuple[tuple[MaybeStep, ...], list[tuple[StepId, int]]]:
        """The steps that may apply, and what would decide them. Their details are not asked for."""
        engine, maybe, needs = self.engine, [], []
        for compiled in compiled_steps:
            bits = compiled.applies.needs(moment.situation, TRUE)
            after = tuple([StepId(name) for name in compiled.step.after if name not in moment.ruled_out])
            step = self._builder.make(compiled, moment, after, engine.in_vain(bits)).step
            maybe.append(MaybeStep(step, self._open_names(bits), engine.names_of(engine.in_vain(bits))))
            needs.append((step.id, bits))
        return tuple(maybe), needs

    def _open_names(self, bits: int) -> tuple[FactName, ...]:
        return self.engine.names_of(self.engine.unasked(bits))

    def _discreet(self, errands: Sequence[ErrandId], s: Situation) -> tuple[bool, int]:
        """Whether a safety rule holds, and what would decide those that are open."""
        needs = 0
        for errand in errands:
            rule = self.engine.discreet.get(errand)
            if rule is None:
                continue
            mask = rule.mask(s)
            if mask == TRUE:
                return True, 0
            if mask & TRUE:
                needs |= rule.needs(s, TRUE)
        return False, needs

    def _ruled_out(self, compiled: CompiledStep, s: Situation, answers: Answers) -> RuledOut:
        step = compiled.step
        because = self._builder.reasons(compiled.applies.grounds(s, TRUE, False), answers)
        return RuledOut(StepId(step.id), ErrandId(step.errand), AgencyId(step.agency), because)


def path_of(
    bundle: Bundle,
    errands: Sequence[ErrandId],
    answers: Answers,
    as_of: date,
    done_on: Mapping[StepId, date] = _NO_DAYS,
) -> Path:
    """The path of these errands with these answers on this day."""
    return bundle.finder.path(errands, answers, as_of, done_on)
