"""From facts to a path: everything is computed anew from the answers, so nothing can be stale.

A step whose rule can only be true applies; one whose rule cannot be true is ruled out; the rest is
undecided and names the facts that would decide it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Protocol

from msgspec import Struct

from desk.errands.compiled import CompiledRule
from desk.errands.engine import CompiledStep, Engine, facts_named
from desk.errands.hints import HintFinder
from desk.errands.merging import merged
from desk.errands.ordering import in_order
from desk.errands.path_parts import Moment, StepBuilder
from desk.errands.possible import ABSENT, TRUE
from desk.errands.questions import QuestionPlace, places_in_order, questions_from
from desk.errands.situation import Situation
from desk.errors import ErrandUnknown
from desk.model.facts import Answers
from desk.model.ids import AgencyId, ErrandId, FactName, StepId
from desk.model.path import MaybeStep, Path, PathStep, RuledOut

_NO_DAYS: Mapping[StepId, date] = {}


class Verdict(Struct, frozen=True):
    """What the answers make of a step: the truth values still possible, what would settle them, what they rest on."""

    mask: int
    needs: int
    grounds: int

    @property
    def is_possible(self) -> bool:
        """False for a step that is ruled out."""
        return bool(self.mask & TRUE)


class _Kept(Struct):
    """The last verdict on a step and what was made of it, with all that they depend on."""

    answers: tuple[object, ...]
    verdict: Verdict
    turn: int
    """The computation in which it last held."""
    is_as_before: bool = False
    """In that one nothing had to be looked at: what it depends on was as in the one before."""
    around: tuple[object, ...] | None = None
    made: PathStep | MaybeStep | RuledOut | None = None
    needs: int = 0


class PathFinder:
    """Computes paths over one bundle.

    A step is a function of the answers to its own facts, the day, and the steps it waits for. When none of these
    changed since the last computation, what was made then is given again: most answers touch few steps. Only the
    last one is kept, and ``forget`` lets go of it when a visit ends.
    """

    def __init__(self, engine: Engine, version: str) -> None:
        self.engine = engine
        self._version = version
        self._builder = StepBuilder(engine)
        self._places: dict[tuple[ErrandId, ...], tuple[QuestionPlace, ...]] = {}
        self._kept: dict[str, _Kept] = {}
        self._hints = HintFinder(engine)
        self._turn = 0
        self._last: tuple[Answers, date] | None = None
        self._last_around: tuple[object, ...] = ()
        self._looks_at = {
            compiled.step.id: facts_named(engine, compiled.facts) for each in engine.steps.values() for compiled in each
        }

    def path(
        self, errands: Sequence[ErrandId], answers: Answers, as_of: date, done_on: Mapping[StepId, date] = _NO_DAYS
    ) -> Path:
        """The path of these errands; ``done_on`` gives days on which steps were done or are planned."""
        chosen = self._known(errands)
        moment = Moment(self.engine, answers, as_of, done_on)
        changed = self._changed(answers, as_of)
        steps = [each for errand in chosen for each in self.engine.steps[errand]]
        judged = [(each, self._judged(each, moment, changed)) for each in steps]
        moment.alive = frozenset([each.step.id for each, kept in judged if kept.verdict.is_possible])
        sure = frozenset([each.step.id for each, kept in judged if kept.verdict.mask == TRUE])
        around = (moment.alive, sure, dict(done_on))
        is_same_around, self._last_around = around == self._last_around, around
        made = [
            kept.made
            if is_same_around and kept.made is not None and kept.is_as_before
            else self._made(each, kept, moment, sure)
            for each, kept in judged
        ]
        whole = merged(
            [each for each in made if isinstance(each, PathStep)],
            [each for each in made if isinstance(each, MaybeStep)],
            self.engine.merge_keys,
        )
        discreet, discreet_needs = self._discreet(chosen, moment)
        places = self.question_places(chosen)
        needs = self._needs(judged, whole.instead)
        path = Path(
            errands=chosen,
            version=self._version,
            as_of=as_of,
            steps=in_order(whole.steps, as_of),
            maybe=tuple(whole.maybe),
            ruled_out=tuple([each for each in made if isinstance(each, RuledOut)]),
            questions=questions_from(places, needs.items(), discreet_needs),
            hints=tuple(self._hints.found(chosen, places, moment)),
        )
        return path.made_discreet() if discreet else path

    def _needs(
        self, judged: Iterable[tuple[CompiledStep, _Kept]], instead: Mapping[StepId, StepId]
    ) -> Mapping[StepId, int]:
        """What is still to be asked, by the step that is shown."""
        needs: dict[StepId, int] = {}
        for each, kept in judged:
            if kept.needs:
                shown = instead.get(StepId(each.step.id), StepId(each.step.id))
                needs[shown] = needs.get(shown, 0) | kept.needs & self.engine.asked_mask
        return needs

    def _changed(self, answers: Answers, as_of: date) -> int:
        """The facts that were answered otherwise in the last computation: all, when it was of another day."""
        last, self._last = self._last, (dict(answers), as_of)
        self._turn += 1
        if last is None or last[1] != as_of:
            return self.engine.asked_mask
        before, numbers = last[0], self.engine.numbers
        return facts_named(
            self.engine,
            (
                name
                for name in before.keys() | answers.keys()
                if name in numbers and before.get(name) != answers.get(name)
            ),
        )

    def _judged(self, compiled: CompiledStep, moment: Moment, changed: int) -> _Kept:
        """The verdict on a step, worked out anew when an answer that it can depend on changed."""
        step = compiled.step.id
        kept = self._kept.get(step)
        if kept is not None and kept.turn == self._turn - 1 and not changed & self._looks_at[step]:
            kept.turn, kept.is_as_before = self._turn, True
            return kept
        inputs = (moment.as_of, *map(moment.answers.get, compiled.facts))
        if kept is None or kept.answers != inputs:
            kept = self._kept[step] = _Kept(inputs, _verdict(compiled.applies, moment.situation), self._turn)
        kept.turn, kept.is_as_before = self._turn, False
        return kept

    def _made(
        self, compiled: CompiledStep, kept: _Kept, moment: Moment, sure: frozenset[str]
    ) -> PathStep | MaybeStep | RuledOut:
        """The step as it stands in the path, made anew when what stands round it changed."""
        step = compiled.step
        among = sure if kept.verdict.mask == TRUE else moment.alive
        after = tuple([StepId(name) for name in step.after if name in among])
        bases = [(moment.done_on.get(StepId(base)), base in moment.alive) for base in compiled.base_steps]
        around = (after, *bases)
        if kept.made is None or kept.around != around:
            kept.around = around
            kept.made, kept.needs = self._make(compiled, kept.verdict, moment, after)
        return kept.made

    def _make(
        self, compiled: CompiledStep, verdict: Verdict, moment: Moment, after: tuple[StepId, ...]
    ) -> tuple[PathStep | MaybeStep | RuledOut, int]:
        """The step, and the facts to ask for it: its details when it applies, else what would decide it."""
        engine, step = self.engine, compiled.step
        if not verdict.is_possible:
            because = self._builder.reasons(verdict.grounds, moment.answers)
            return RuledOut(StepId(step.id), ErrandId(step.errand), AgencyId(step.agency), because), 0
        made = self._builder.make(compiled, moment, after, verdict.grounds)
        if verdict.mask == TRUE:
            return made.step, made.needs
        unasked, in_vain = engine.unasked(verdict.needs), engine.in_vain(verdict.needs)
        return MaybeStep(made.step, engine.names_of(unasked), engine.names_of(in_vain)), verdict.needs

    def _known(self, errands: Sequence[ErrandId]) -> tuple[ErrandId, ...]:
        for errand in errands:
            if errand not in self.engine.steps:
                raise ErrandUnknown(errand=errand, known=", ".join(sorted(self.engine.steps)))
        return tuple(dict.fromkeys(errands))

    def forget(self) -> None:
        """Let go of what was kept of the last answers: they end with their visit."""
        self._kept.clear()
        self._last, self._last_around = None, ()
        self._hints.forget()
        self.engine.forget()

    def counts(self, fact: FactName, answers: Answers, as_of: date) -> bool:
        """Whether an answer to this fact can count now: its question is not surely beside the point."""
        return self.engine.situation(answers, as_of).can[self.engine.numbers[fact]] != ABSENT

    def question_places(self, errands: tuple[ErrandId, ...]) -> tuple[QuestionPlace, ...]:
        """Where every fact of these errands is asked, in the fixed asking order."""
        if errands not in self._places:
            self._places[errands] = places_in_order(self.engine.definitions, errands, self.engine.numbers)
        return self._places[errands]

    def _discreet(self, errands: Sequence[ErrandId], moment: Moment) -> tuple[bool, int]:
        """Whether a safety rule holds, and what would decide those that are open."""
        needs = 0
        for errand in errands:
            rule = self.engine.discreet.get(errand)
            if rule is None:
                continue
            mask = rule.mask(moment.situation)
            if mask == TRUE:
                return True, 0
            if mask & TRUE:
                needs |= rule.needs(moment.situation, TRUE) & self.engine.asked_mask
        return False, needs


def _verdict(applies: CompiledRule, s: Situation) -> Verdict:
    mask = applies.mask(s)
    if mask & TRUE and mask != TRUE:
        return Verdict(mask, applies.needs(s, TRUE), 0)
    return Verdict(mask, 0, applies.grounds(s, TRUE, mask == TRUE))


class HasPaths(Protocol):
    """A bundle, as far as paths go."""

    @property
    def finder(self) -> PathFinder:
        """Return what computes its paths."""
        ...


def path_of(
    bundle: HasPaths,
    errands: Sequence[ErrandId],
    answers: Answers,
    as_of: date,
    done_on: Mapping[StepId, date] = _NO_DAYS,
) -> Path:
    """The path of these errands with these answers on this day."""
    return bundle.finder.path(errands, answers, as_of, done_on)
