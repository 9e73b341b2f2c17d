"""Hints: what may be worth a look besides the steps, over all errands of a visit.

A hint makes no question be asked. It is shown while its rule can only be true, by what the citizen really told in the
errands of this visit; where a step of these errands says the same, the step has the word, also when it does not apply.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cached_property

from msgspec import Struct

from desk.errands.compiled import CompiledRule, CompiledWorth, GroundsOfFact
from desk.errands.definition import Definitions, Hint
from desk.errands.dependencies import facts_of_hint
from desk.errands.engine import Engine, grounds_behind
from desk.errands.evaluation import compile_rule, compile_worth
from desk.errands.functions import add_months
from desk.errands.path_parts import Moment
from desk.errands.possible import KNOWN, TRUE
from desk.errands.questions import QuestionPlace
from desk.errands.situation import Situation
from desk.model.facts import is_unsaid
from desk.model.ids import AgencyId, ErrandId, FactName, HintId, ParameterName
from desk.model.path import HintKind, PathHint, Reason, Source

MONTHS_AHEAD = 24
"""How far ahead a day is told."""
_ORDER = tuple(HintKind)
_LAST_DAY = date.max


class CompiledHint(Struct, frozen=True):
    """A hint with its rules compiled."""

    hint: Hint
    when: CompiledRule
    on: CompiledWorth | None
    day_grounds: tuple[GroundsOfFact, ...]
    facts: tuple[FactName, ...]
    """The asked facts that it can depend on."""
    covering: frozenset[str]
    """The steps that say the same."""

    def day(self, s: Situation) -> date | None:
        """The day that comes, when it is known and near enough; what has passed comes no more."""
        can, day = self.on.get(s) if self.on is not None else (0, None)
        known = day if can == KNOWN and isinstance(day, date) else date.min
        return known if s.today <= known <= add_months(s.today, MONTHS_AHEAD) else None

    def holds(self, s: Situation) -> bool:
        """Whether it is to be shown, by its rule and its day alone."""
        return self.when.mask(s) == TRUE and (self.on is None or self.day(s) is not None)

    def grounds(self, s: Situation) -> int:
        """The answers that it rests on, while it holds."""
        found = self.when.grounds(s, TRUE, True)
        for part in self.day_grounds:
            found |= part(s, True)
        return found


class _Kept(Struct):
    """What became of a hint with some answers, and what that rests on."""

    answers: tuple[object, ...]
    made: PathHint | None
    grounds: int = 0


class HintFinder:
    """Finds the hints of paths over one engine. As with steps, what no answer touched is given again."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._kept: dict[str, _Kept] = {}
        self._of_errands: dict[tuple[ErrandId, ...], tuple[Sequence[CompiledHint], int]] = {}

    def found(self, errands: tuple[ErrandId, ...], places: Sequence[QuestionPlace], moment: Moment) -> list[PathHint]:
        """The hints of these errands, in the order in which they are read; ``places`` is what the errands ask."""
        hints, asked = self._candidates(errands, places)
        shown = []
        for each in hints:
            kept = self._looked_at(each, moment)
            if kept.made is not None and not kept.grounds & ~asked:
                shown.append(kept.made)
        shown.sort(key=lambda hint: (_ORDER.index(hint.kind), hint.day or _LAST_DAY))
        return shown

    def forget(self) -> None:
        """Let go of what was kept of the last answers."""
        self._kept.clear()

    @cached_property
    def compiled(self) -> tuple[CompiledHint, ...]:
        """Every hint, in the order of the files."""
        covering = CoveringSteps(self._engine.definitions)
        return tuple(compiled_hint(hint, self._engine, covering) for hint in self._engine.definitions.hints.values())

    def _candidates(
        self, errands: tuple[ErrandId, ...], places: Sequence[QuestionPlace]
    ) -> tuple[Sequence[CompiledHint], int]:
        """The hints that some answer of these errands touches and no step of theirs covers, and the facts they ask."""
        if errands not in self._of_errands:
            steps = {each.step.id for errand in errands for each in self._engine.steps[errand]}
            asked, bits = {place.fact for place in places}, 0
            for place in places:
                bits |= place.bit
            hints = [each for each in self.compiled if each.covering.isdisjoint(steps)]
            self._of_errands[errands] = [each for each in hints if not asked.isdisjoint(each.facts)], bits
        return self._of_errands[errands]

    def _looked_at(self, compiled: CompiledHint, moment: Moment) -> _Kept:
        inputs = (moment.as_of, *map(moment.answers.get, compiled.facts))
        kept = self._kept.get(compiled.hint.id)
        if kept is None or kept.answers != inputs:
            kept = self._kept[compiled.hint.id] = self._made(compiled, inputs, moment)
        return kept

    def _made(self, compiled: CompiledHint, inputs: tuple[object, ...], moment: Moment) -> _Kept:
        s = moment.situation
        if not compiled.holds(s):
            return _Kept(inputs, None)
        grounds = compiled.grounds(s)
        because = tuple(Reason(name, moment.answers.get(name)) for name in self._engine.names_of(grounds))
        if not because or any(reason.said is None or is_unsaid(reason.said) for reason in because):
            return _Kept(inputs, None)  # a hint rests on what was told, never on a refusal
        return _Kept(inputs, _path_hint(compiled.hint, compiled.day(s), because), grounds)


def compiled_hint(hint: Hint, engine: Engine, covering: CoveringSteps) -> CompiledHint:
    """Compile one hint."""
    definitions = engine.definitions
    worth = hint.on.worth if hint.on is not None else None
    on = compile_worth(worth, engine.numbered) if worth is not None else None
    facts = sorted(name for name in facts_of_hint(hint, definitions.facts) if definitions.facts[name].is_asked)
    return CompiledHint(
        hint=hint,
        when=compile_rule(hint.when.rule, engine.numbered),
        on=on,
        day_grounds=tuple(grounds_behind(on, engine.numbered)) if on is not None else (),
        facts=tuple(FactName(name) for name in facts),
        covering=covering.of(hint),
    )


class CoveringSteps:
    """The steps by all that a hint can name them by: their ids, merge keys and services."""

    def __init__(self, definitions: Definitions) -> None:
        self._named: dict[str, set[str]] = {}
        for step in definitions.steps().values():
            for name in (step.id, step.words_id, step.merge, step.service):
                if name is not None:
                    self._named.setdefault(name, set()).add(step.id)

    def of(self, hint: Hint) -> frozenset[str]:
        """The steps that say the same as a hint: those that it names, and those of its service."""
        names = (*hint.covered_by, hint.service) if hint.service is not None else hint.covered_by
        return frozenset[str]().union(*(self._named.get(name, ()) for name in names))


def _path_hint(hint: Hint, day: date | None, because: tuple[Reason, ...]) -> PathHint:
    return PathHint(
        id=HintId(hint.id),
        kind=hint.kind,
        agency=AgencyId(hint.agency),
        day=day,
        because=because,
        source=Source(hint.source, hint.checked, hint.verified),
        begins=hint.begins,
        service=hint.service,
        phone=ParameterName(hint.phone) if hint.phone else None,
        url=ParameterName(hint.url) if hint.url else None,
        when_discreet=hint.discreet,
    )
