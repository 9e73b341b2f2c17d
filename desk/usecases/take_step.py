"""Agree with the citizen what becomes of a step or a hint, and keep the clerk's one note of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from desk.errors import ReasonMissing
from desk.events import HintDecided, StepDecided, StepKeptOff, StepNoted, VisitEvent, WayChosen
from desk.model.ids import HintId, StepId, VisitId
from desk.model.plan import Decision, HintChoice
from desk.model.visit import StepState, Visit
from desk.model.ways import ChosenWay, WhyOther
from desk.usecases import modes
from desk.usecases.kept_text import without_secret
from desk.usecases.visit_errands import VisitErrands
from desk.usecases.visit_journal import VisitJournal
from desk.usecases.word_path import state_of


class TakeStep:
    """Handled, agreed, declined or postponed; the reason is the citizen's own and may be empty."""

    def __init__(self, journal: VisitJournal, errands: VisitErrands) -> None:
        self._journal = journal
        self._errands = errands

    def decide(self, visit: VisitId, step: StepId, decision: Decision | None, reason: str = "") -> Visit:
        """Store what was agreed of a step; ``None`` opens it again. Raises ``SecretInText`` and ``ModeForbids``."""
        change = StepDecided(step, decision, without_secret(reason))
        modes.require(self._journal.load_open(visit), step, decision)
        return self._of_step(visit, step, change)

    def choose_way(self, visit: VisitId, step: StepId, way: ChosenWay | None) -> Visit:
        """Store how a step is done; ``None``: as recommended. Raises ``SecretInText`` and ``ReasonMissing``."""
        if way is not None:
            way = replace(way, words=without_secret(way.words))
            if way.why is WhyOther.OTHER and not way.words:
                raise ReasonMissing
        return self._of_step(visit, step, WayChosen(step, way))

    def choose_hint(self, visit: VisitId, hint: HintId, choice: HintChoice | None) -> Visit:
        """Store what was made of a hint; ``None`` opens it again."""
        self._journal.load_open(visit)
        return self._journal.record(visit, HintDecided(hint, choice))

    def keep_off(self, visit: VisitId, step: StepId, off_paper: bool) -> Visit:
        """Leave a step off the papers, or put it on again; in the visit it stays as it is."""
        return self._of_step(visit, step, StepKeptOff(step, off_paper))

    def note(self, visit: VisitId, step: StepId, note: str) -> Visit:
        """Store the clerk's note of a step. It dies with the visit and is never printed. Raises ``SecretInText``."""
        return self._of_step(visit, step, StepNoted(step, without_secret(note)))

    def _of_step(self, visit: VisitId, step: StepId, change: VisitEvent) -> Visit:
        state = self._journal.load_open(visit)
        return self._journal.record(visit, *self._brought_along(state, step), change)

    def _brought_along(self, visit: Visit, step: StepId) -> Iterator[VisitEvent]:
        """What was decided of another step that has become part of this one, and would else count no longer."""
        if step in visit.steps:
            return
        whole = next((each for each in self._errands.path(visit).shown if each.id == step), None)
        before = state_of(visit.steps, whole) if whole is not None else StepState()
        if before.decision is not None:
            yield StepDecided(step, before.decision, before.reason)
        if before.way is not None:
            yield WayChosen(step, before.way)
        if before.note:
            yield StepNoted(step, before.note)
        if before.off_paper:
            yield StepKeptOff(step, off_paper=True)
