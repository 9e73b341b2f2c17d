"""A path in words: each step as it stands on the clerk's screen and on the citizen's paper."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from desk.errands.wording import Wording
from desk.model.ids import StepId
from desk.model.path import Deadline, MaybeStep, Mode, Path, PathStep
from desk.model.plan import Decision, Group, PlanDeadline, PlanStep, Words, best_of
from desk.model.visit import StepState, Visit
from desk.usecases.modes import is_done_here
from desk.usecases.visit_path import answers_of
from desk.usecases.word_ways import WayWords

_OPEN = StepState()


class PathWords:
    """Puts the steps of one visit into words."""

    def __init__(self, wording: Wording, visit: Visit, path: Path) -> None:
        self._wording = wording
        self._answers = answers_of(visit)
        self._states: Mapping[StepId, StepState] = visit.steps
        self._past = visit.past_steps
        self._discreet = path.discreet
        self._today = path.as_of
        self._here = _doable_here(path, visit) if is_done_here(visit) else frozenset()
        self._ways = WayWords(wording, visit)

    def steps(self, path: Path) -> tuple[PlanStep, ...]:
        """Return all steps of the path, the sure ones first."""
        return (*(self.step(step) for step in path.steps), *(self.maybe(step) for step in path.maybe))

    def past(self, path: Path) -> tuple[PlanStep, ...]:
        """Return the steps that were decided under earlier errands, and that these do not bring."""
        return tuple(
            replace(
                past.shown_in(self._wording.language),
                past=True,
                verified=False,
                decision=state.decision,
                reason=state.reason or None,
            )
            for step, past in self._past.items()
            if step not in path.ids and (state := self._states.get(step, _OPEN)).decision is not None
        )

    def step(self, step: PathStep) -> PlanStep:
        """Return a step that surely applies."""
        return self._worded(step, self._group(step))

    def maybe(self, maybe: MaybeStep) -> PlanStep:
        """Return a step that may apply, with what would decide it."""
        facts = dict.fromkeys((*maybe.open, *maybe.declined))
        return self._worded(maybe.step, Group.MAYBE, tuple(self._wording.fact_label(fact) for fact in facts))

    def _group(self, step: PathStep) -> Group:
        if step.mode is Mode.AUTOMATIC:
            return Group.ITSELF
        return Group.HERE if step.id in self._here else Group.YOU

    def _worded(self, step: PathStep, group: Group, undecided: tuple[str, ...] = ()) -> PlanStep:
        wording, state = self._wording, state_of(self._states, step)
        whole = (step, *step.merged)
        ways = self._ways.ways(step, state)
        best = best_of(ways)
        return PlanStep(
            id=step.id,
            errand=step.errand,
            group=group,
            mode=step.mode,
            title=wording.step_title(step.id),
            agency=wording.agency(step.agency),
            what=wording.step_text(step.id, "what", self._answers) or Words(""),
            how=_once(line for each in whole for line in wording.step_lines(each.id, "how")),
            # "because" is a sentence about what surely is; of what may be, ``undecided`` says what would decide it.
            because=None if group is Group.MAYBE else wording.step_text(step.id, "because", self._answers),
            deadline=self._deadline(step),
            earliest=self._earliest(step),
            bring=self._bring(step, best.id if best is not None else ""),
            channels=ways,
            fee=(best.fee if best is not None else None) or self._ways.fee(step.fee),
            warnings=_once(wording.warning(each.errand, warning) for each in whole for warning in each.warnings),
            after=step.after,
            verified=all(each.source.verified for each in whole),
            source=step.source.where,
            checked=step.source.checked,
            decision=state.decision,
            reason=state.reason or None,
            decided_in=state.channel,
            undecided=undecided,
            whose=wording.whose(step.id),
            also=tuple(self._about(each, step) for each in step.merged),
        )

    def _earliest(self, step: PathStep) -> date | None:
        """The first day on which it can be done, as long as that lies ahead."""
        return step.earliest if step.earliest is not None and step.earliest > self._today else None

    def _about(self, step: PathStep, stayed: PathStep) -> Words:
        """A step by its title, of whose matter it is; a discreet paper names no other errand."""
        title, whose = self._wording.step_title(step.id), self._wording.whose(step.id)
        if whose is None and step.errand != stayed.errand and not self._discreet:
            whose = self._wording.errand_title(step.errand)
        return replace(title, text=f"{whose.text}: {title.text}") if whose else title

    def _deadline(self, step: PathStep) -> PlanDeadline | None:
        of = step.deadline_of or step.id
        text = self._wording.step_text(of, "deadline", self._answers)
        found: Deadline | None = step.deadline
        if found is None:
            return PlanDeadline(None, None, None, passed=False, text=text, late=None) if text else None
        late = self._wording.step_text(of, "late", self._answers)
        return PlanDeadline(found.day, found.last_lawful_day, found.nature, found.passed, text, late)

    def _bring(self, step: PathStep, best: str) -> tuple[Words, ...]:
        """What to have along, without what only other ways need."""
        only = dict(step.documents_by)
        wanted = [(step, each) for each in step.documents if not only.get(each) or best in only[each]]
        wanted += [(other, each) for other in step.merged for each in other.documents]
        return _once(self._wording.document(each.errand, document) for each, document in wanted)


def state_of(states: Mapping[StepId, StepState], step: PathStep) -> StepState:
    """What was decided of a step, or of one that has become part of it since."""
    return next((states[each.id] for each in (step, *step.merged, *step.covers) if each.id in states), _OPEN)


def _once(words: Iterable[Words]) -> tuple[Words, ...]:
    return tuple(dict.fromkeys(words))


def _doable_here(path: Path, visit: Visit) -> frozenset[StepId]:
    """The steps that can be begun at this desk now: nothing that has to come before them is still undone."""
    handled = {step.id for step in path.steps if state_of(visit.steps, step).decision is Decision.HANDLED}
    here: set[StepId] = set()
    for step in path.steps:  # in order, so that what comes before has been looked at
        if step.at_desk and step.mode is not Mode.AUTOMATIC and set(step.after) <= handled | here:
            here.add(step.id)
    return frozenset(here)
