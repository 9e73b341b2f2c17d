"""How a mandate stands on a day: from what was written, signed and withdrawn, and from what became of its errands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from enum import StrEnum

from desk.model.follow_up import Progress
from desk.model.ids import ErrandId, MandateId, StepId
from desk.model.mandate import GivenMandate, Lasting, MandateForm, RegisterResult
from desk.model.path import Mode
from desk.model.plan import Decision
from desk.model.visit import Visit

SETTLED = (Decision.HANDLED, Decision.DECLINED)
OVER = (Progress.DONE, Progress.DECLINED, Progress.EXPIRED)


class MandateState(StrEnum):
    """How a mandate stands. Only one that is *in force* allows anything."""

    DRAWN = "drawn"
    """Written, and not signed or read back yet."""
    IN_FORCE = "in_force"
    ENDED = "ended"
    """Its last day is over."""
    CLOSED = "closed"
    """Its visit ended, or all its errands are closed."""
    WITHDRAWN = "withdrawn"
    """Every line of it was withdrawn."""
    CHECK_OVERDUE = "check_overdue"
    """It should have been looked up in the national register by now."""
    NOT_IN_REGISTER = "not_in_register"


def state_on(given: GivenMandate, day: date, closed: frozenset[ErrandId] = frozenset()) -> MandateState:
    """Return how a mandate stands on a day; ``closed``: the errands of its visit in which nothing is left to do."""
    mandate = given.mandate
    if all(line in given.withdrawn for line in range(len(mandate.lines))):
        return MandateState.WITHDRAWN
    if given.ended is not None:
        return MandateState.CLOSED
    if day > mandate.last_day:
        return MandateState.ENDED
    if mandate.form is MandateForm.REGISTER:
        return _in_register(given, day, closed)
    if given.signing is None:
        return MandateState.DRAWN
    return _open_or_closed(given, closed)


def _in_register(given: GivenMandate, day: date, closed: frozenset[ErrandId]) -> MandateState:
    """Nobody signs one that the register holds; it counts for a while before it has been looked up there."""
    match given.register:
        case RegisterResult.NOT_FOUND:
            return MandateState.NOT_IN_REGISTER
        case RegisterResult.NOT_CHECKED if given.check_by is None:
            return MandateState.DRAWN
        case RegisterResult.NOT_CHECKED if given.check_by is not None and day > given.check_by:
            return MandateState.CHECK_OVERDUE
        case _:
            return _open_or_closed(given, closed)


def _open_or_closed(given: GivenMandate, closed: frozenset[ErrandId]) -> MandateState:
    errands = {line.errand for at, line in enumerate(given.mandate.lines) if at not in given.withdrawn}
    over = given.mandate.lasting is Lasting.UNTIL_CLOSED and errands <= closed
    return MandateState.CLOSED if over else MandateState.IN_FORCE


def closed_by_plan(visit: Visit) -> frozenset[ErrandId]:
    """Return the errands of the agreed plan in which nobody has anything left to do; none while there is no plan."""
    steps = [step for step in (visit.plan.steps if visit.plan is not None else ()) if step.mode is not Mode.AUTOMATIC]
    still_open = {step.errand for step in steps if not is_settled(visit, step.id)}
    return frozenset(step.errand for step in steps) - still_open


def is_settled(visit: Visit, step: StepId) -> bool:
    """Tell whether nothing is left to do about a step: it was handled or declined, here or since."""
    state, followed = visit.steps.get(step), visit.followed.get(step)
    by_decision = state is not None and state.decision in SETTLED
    return by_decision or (followed is not None and followed.progress in OVER)


def mandates_after_end(
    mandates: Mapping[MandateId, GivenMandate], at: datetime, *, all_of_them: bool
) -> Mapping[MandateId, GivenMandate]:
    """Return the mandates of a visit that ends: *this visit* ends for good, also when the visit is taken up again."""
    return {
        id: replace(given, ended=given.ended or at)
        if all_of_them or given.mandate.lasting is Lasting.THIS_VISIT
        else given
        for id, given in mandates.items()
    }
