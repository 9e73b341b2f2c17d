"""End a visit in one of its two ways, park it, take it up again, or throw it away."""

from __future__ import annotations

from desk.errors import PlanCodeUnknown, StepsUndecided, VisitEnded, WaitsToBeTaken
from desk.events import (
    PlanCodeGiven,
    VisitDiscarded,
    VisitEnded as VisitEndedEvent,
    VisitEvent,
    VisitParked,
    VisitResumed,
)
from desk.model.ids import PlanCode, StepId, VisitId
from desk.model.path import Mode
from desk.model.plan import Decision
from desk.model.plan_code import draw_code, read_code
from desk.model.role import Function
from desk.model.visit import Outcome, Visit, VisitState
from desk.ports import Casebook, Clock
from desk.usecases.duty import Duty
from desk.usecases.visit_errands import VisitErrands
from desk.usecases.visit_journal import VisitJournal
from desk.usecases.withdrawn_advice import WithdrawnAdvice
from desk.usecases.word_path import state_of

_SETTLED = (Decision.HANDLED, Decision.DECLINED)


class CloseVisit:
    """A visit ends *handled* or *plan given*, and answers one question: is the plan kept for follow-up?"""

    def __init__(self, journal: VisitJournal, errands: VisitErrands, advice: WithdrawnAdvice, duty: Duty) -> None:
        self._journal = journal
        self._duty = duty
        self._errands = errands
        self._advice = advice

    def open_steps(self, visit: VisitId) -> tuple[StepId, ...]:
        """Return the steps that stand in the way of *handled*: they apply, and nobody settled them here."""
        state = self._journal.load(visit)
        path = self._errands.path(state)
        to_do = (step for step in path.steps if step.mode is not Mode.AUTOMATIC)
        return tuple(step.id for step in to_do if state_of(state.steps, step).decision not in _SETTLED)

    def give_code(self, visit: VisitId) -> PlanCode:
        """Return the plan's code, drawn once: it must be known before the paper that carries it is printed."""
        self._duty.require(Function.KEEP_PLAN)
        state = self._journal.load_open(visit)
        if state.plan_code is not None:
            return state.plan_code
        code = draw_code()
        self._journal.record(visit, PlanCodeGiven(code))
        return code

    def end(self, visit: VisitId, outcome: Outcome, keep: bool = False) -> Visit:
        """End the visit. Unless the plan is kept, all that is personal is erased in the same transaction.

        Raises ``StepsUndecided`` when *handled* is asked for while steps are open, or *plan given* with no plan, and
        ``RulesWithdrawn`` when it follows a rule that was wrong; ``NotYourRole`` for who keeps no plans.
        """
        if keep:
            self._duty.require(Function.KEEP_PLAN)
        state = self._journal.load_open(visit)
        self._advice.refuse_to_stay(state)
        undecided = self.open_steps(visit)
        if outcome is Outcome.HANDLED and undecided:
            raise StepsUndecided(count=len(undecided))
        if outcome is Outcome.PLAN_GIVEN and state.plan is None:
            raise StepsUndecided(count=len(undecided))
        ending = VisitEndedEvent(outcome, keep, self._duty.role if keep else None)
        self._errands.forget()
        if not keep:
            return self._journal.record_and_erase(visit, ending)
        events: list[VisitEvent] = [] if state.plan_code else [PlanCodeGiven(draw_code())]
        return self._journal.record_and_erase(visit, *events, ending)

    def park(self, visit: VisitId) -> Visit:
        """Set the visit aside: it is on the counter's list until its time is over."""
        self._journal.load_open(visit)
        self._errands.forget()
        return self._journal.record(visit, VisitParked())

    def leave(self, visit: VisitId) -> Visit:
        """Set a visit aside when something came of it, and throw it away when nothing did."""
        state = self._journal.load_open(visit)
        if not state.has_result:
            return self.discard(visit)
        if state.state is not VisitState.PARKED:
            return self.park(visit)
        self._errands.forget()
        return state

    def resume(self, visit: VisitId) -> Visit:
        """Take a parked visit or a kept plan up again.

        Raises ``VisitEnded`` when it was erased, ``WaitsToBeTaken`` when it was handed over: whoever goes on says so.
        """
        state = self._journal.load(visit)
        if state.kept:
            self._duty.require(Function.FOLLOW_UP)
        if state.erased or not (state.is_open or state.kept):
            raise VisitEnded(number=state.number)
        if state.handed_to is not None:
            raise WaitsToBeTaken(number=state.number)
        return self._journal.record(visit, VisitResumed())

    def erase(self, visit: VisitId) -> Visit:
        """Erase everything personal of a visit whatever its state: a kept plan when the citizen asks for it."""
        self._duty.require(Function.GIVE_DATA)
        state = self._journal.load(visit)
        return state if state.erased else self._journal.record_and_erase(visit, VisitDiscarded())

    def discard(self, visit: VisitId) -> Visit:
        """Throw a visit away that nothing came of: everything personal in it is erased at once."""
        self._journal.load_open(visit)
        self._errands.forget()
        return self._journal.record_and_erase(visit, VisitDiscarded())


class OpenPlan:
    """Find a kept plan by the code on its paper."""

    def __init__(self, journal: VisitJournal, casebook: Casebook, duty: Duty) -> None:
        self._journal = journal
        self._casebook = casebook
        self._duty = duty

    def __call__(self, typed: str) -> Visit:
        """Return the visit of a typed code; raises ``PlanCodeMistyped``, ``PlanCodeUnknown``, ``NotYourRole``."""
        self._duty.require(Function.FOLLOW_UP)
        code = read_code(typed)
        visit = self._casebook.visit_of_plan(code)
        if visit is None:
            raise PlanCodeUnknown(typed=typed)
        return self._journal.load(visit)


class EraseLapsedDrafts:
    """A draft lives until the end of the next working day, then it is erased like any visit without follow-up."""

    def __init__(self, casebook: Casebook, clock: Clock) -> None:
        self._casebook = casebook
        self._clock = clock

    def __call__(self) -> int:
        """Erase every draft whose time is over, and return how many there were."""
        now = self._clock.now()
        lapsed = self._casebook.lapsed_drafts(now)
        for visit in lapsed:
            self._casebook.append_and_erase(visit, [VisitDiscarded(lapsed=True)], now)
        return len(lapsed)
