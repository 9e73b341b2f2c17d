"""What a mandate of a visit could be about: proposed from its open steps, and nothing ticked that is not needed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set as AbstractSet
from dataclasses import dataclass

from desk.errands.wording import Wording
from desk.errors import BadMandate
from desk.model.data_kinds import could_hold_anything, kinds_in
from desk.model.ids import AgencyId, ErrandId, StepId
from desk.model.mandate import DataKind, LineNames, ScopeLine
from desk.model.mandate_rules import Deed
from desk.model.mandate_state import is_settled
from desk.model.path import ChannelKind, Mode, Path, PathStep
from desk.model.plan import Decision, best_of
from desk.model.visit import Visit
from desk.usecases.discretion import telling_steps
from desk.usecases.shelf import Shelf
from desk.usecases.visit_errands import VisitErrands
from desk.usecases.word_path import state_of
from desk.usecases.word_ways import WayWords
from i18n.language import Language

_THEMSELVES = frozenset({AgencyId("citizen"), AgencyId("estate")})
"""What the citizen does is not done with anybody."""
_NEVER = frozenset({"bank"})
"""Kinds of agency that nothing is proposed for: no bank matters are dealt with in anybody's name."""
_SETTLED = (Decision.HANDLED, Decision.DECLINED)


@dataclass(frozen=True, slots=True)
class ProposedLine:
    """A line that a mandate could have, with the steps that need it. ``ticked``: one can be done at this desk now."""

    line: ScopeLine
    errand: str
    agency: str
    steps: tuple[tuple[StepId, str], ...]
    ticked: bool
    unsaid: tuple[str, ...] = ()
    """The papers of these steps that could hold anything: which kinds they are is chosen with the citizen."""


class MandateScopes:
    """Reads what the steps of a visit need."""

    def __init__(self, errands: VisitErrands) -> None:
        self._errands = errands

    def proposal(self, visit: Visit, language: Language) -> tuple[ProposedLine, ...]:
        """Return the lines that its open steps need; those of steps that only may apply come last, unticked."""
        path = self._errands.path(visit)
        sure = {step.id for step in path.steps}
        by_pair: dict[tuple[ErrandId, AgencyId], list[PathStep]] = {}
        for step in self._to_propose(visit, path):
            by_pair.setdefault((step.errand, step.agency), []).append(step)
        lines = [self._line(visit, language, steps, sure) for steps in by_pair.values()]
        return tuple(sorted(lines, key=lambda each: not each.ticked))

    def check(self, visit: Visit, lines: tuple[ScopeLine, ...]) -> None:
        """Raise ``BadMandate`` for lines that say nothing, say it twice, or give what no step needs."""
        if not lines:
            raise BadMandate(kind="no_lines")
        needed = self.pairs(visit)
        seen: set[tuple[ErrandId, AgencyId]] = set()
        for line in lines:
            pair = (line.errand, line.agency)
            if not line.kinds:
                raise BadMandate(kind="no_kinds", agency=line.agency)
            if pair in seen:
                raise BadMandate(kind="twice", errand=line.errand, agency=line.agency)
            if pair not in needed:
                raise BadMandate(kind="not_needed", errand=line.errand, agency=line.agency)
            seen.add(pair)

    def pairs(self, visit: Visit) -> frozenset[tuple[ErrandId, AgencyId]]:
        """Return every errand with an agency that one of its steps is done with."""
        return frozenset(
            (each.errand, each.agency)
            for step in self._errands.path(visit).shown
            for each in (step, *step.merged, *step.covers)
            if each.agency not in _THEMSELVES
        )

    def names(self, visit: Visit, lines: Iterable[ScopeLine], languages: Iterable[Language]) -> tuple[LineNames, ...]:
        """Return what errands and agencies are called today, to be kept with the mandate."""
        wordings = {language: self._shelf(visit).wording(language) for language in languages}
        return tuple(
            LineNames(
                {language: wording.errand_title(line.errand).text for language, wording in wordings.items()},
                {language: wording.agency(line.agency) for language, wording in wordings.items()},
            )
            for line in lines
        )

    def titles(self, visit: Visit, step: StepId, languages: Iterable[Language]) -> dict[Language, str]:
        """Return what a step is called today, to be kept with the act."""
        shelf = self._shelf(visit)
        return {language: shelf.wording(language).step_title(step).text for language in languages}

    def step(self, visit: Visit, step: StepId) -> PathStep | None:
        """Return a step of the visit's path as it stands, whole, also when it became part of another."""
        shown = self._errands.path(visit).shown
        return next((each for each in shown if step in (each.id, *(part.id for part in each.merged))), None)

    def unsaid(self, visit: Visit, step: PathStep, language: Language) -> tuple[str, ...]:
        """Return the papers of a step that could hold anything."""
        return tuple(_unsaid(step, self._shelf(visit).wording(language)))

    def closed(self, visit: Visit) -> frozenset[ErrandId]:
        """Return the errands of the visit's mandates in which nothing is left to do, or that left the visit."""
        still_open = {errand for step in _open_steps(visit, self._errands.path(visit)) for errand in errands_of(step)}
        lines = (line for given in visit.mandates.values() for line in given.mandate.lines)
        return frozenset(line.errand for line in lines) - still_open

    def deed(self, visit: Visit, step: PathStep, kinds: frozenset[DataKind], by: ChannelKind | None) -> Deed:
        """Return what doing a step means, by the way that was chosen for it unless another is named."""
        if by is None:
            rules = self._errands.of(visit)
            wording = rules.shelf.wording(visit.profile.citizen_language)
            best = best_of(WayWords(wording, rules.visit).ways(step, state_of(visit.steps, step)))
            by = best.kind if best is not None else None
        return Deed(errands_of(step), step.agency, kinds, by)

    def _line(
        self, visit: Visit, language: Language, steps: Sequence[PathStep], sure: AbstractSet[StepId]
    ) -> ProposedLine:
        wording = self._shelf(visit).wording(language)
        first = steps[0]
        needed = [step for step in steps if step.id in sure] or steps
        return ProposedLine(
            line=ScopeLine(first.errand, first.agency, frozenset().union(*map(kinds_of, needed))),
            errand=wording.errand_title(first.errand).text,
            agency=wording.agency(first.agency),
            steps=tuple((step.id, wording.step_title(step.id).text) for step in needed),
            ticked=any(step.at_desk and step.id in sure for step in needed),
            unsaid=tuple(dict.fromkeys(paper for step in needed for paper in _unsaid(step, wording))),
        )

    def _to_propose(self, visit: Visit, path: Path) -> Iterator[PathStep]:
        """Not what the citizen must go to themselves, no bank matters, and nothing that tells of danger on a paper."""
        bundle = self._shelf(visit).bundle
        telling = telling_steps(bundle, path)
        for step in _open_steps(visit, path):
            agency = bundle.definitions.agencies.get(step.agency)
            named = agency is not None and agency.kind not in _NEVER and step.agency not in _THEMSELVES
            if named and step.mode is not Mode.VISIT and step.id not in telling:
                yield step

    def _shelf(self, visit: Visit) -> Shelf:
        return self._errands.of(visit).shelf


def kinds_of(step: PathStep) -> frozenset[DataKind]:
    """Return which kinds of data the papers of a step give to its agency."""
    return kinds_in(document for each in (step, *step.merged) for document in each.documents)


def _unsaid(step: PathStep, wording: Wording) -> Iterator[str]:
    for each in (step, *step.merged):
        for document in each.documents:
            if could_hold_anything(document):
                yield wording.document(each.errand, document).text


def errands_of(step: PathStep) -> tuple[ErrandId, ...]:
    """Return the errands whose matter a step is."""
    return tuple(dict.fromkeys(each.errand for each in (step, *step.merged)))


def _open_steps(visit: Visit, path: Path) -> Iterator[PathStep]:
    for step in path.shown:
        settled = state_of(visit.steps, step).decision in _SETTLED or is_settled(visit, step.id)
        if step.mode is not Mode.AUTOMATIC and not settled:
            yield step
