"""The days of a plan that are worth a place in a calendar: deadlines, checks, earliest days, and what comes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desk.model.follow_up import Progress
from desk.model.path import Nature
from desk.model.plan import Group, HintChoice, Plan, PlanHint, PlanMeeting, PlanStep


class DayKind(StrEnum):
    """Why a day stands in the plan."""

    DEADLINE = "deadline"
    CHECK = "check"
    """On this day it is time to see whether something has come."""
    EARLIEST = "earliest"
    """Before this day the step cannot be done."""
    COMING = "coming"
    """Of a proposal that was taken along."""
    SILENCE = "silence"
    """An answer of the agency is expected by then."""
    MEETING = "meeting"
    """The desk is in touch, or the citizen comes."""


@dataclass(frozen=True, slots=True)
class PlanDay:
    """One day, and the step, the proposal or the meeting that it is of."""

    day: date
    kind: DayKind
    of: PlanStep | PlanHint | PlanMeeting

    @property
    def key(self) -> str:
        """What tells this day from the others of the same plan, also when the plan is made anew."""
        if isinstance(self.of, PlanMeeting) and self.of.expert is not None:
            return f"meeting expert {self.of.expert.id}"
        if isinstance(self.of, PlanMeeting):
            return f"meeting {'call' if self.of.calls else 'comes'} {self.day}"
        room = "step" if isinstance(self.of, PlanStep) else "hint"
        when = DayKind.EARLIEST if self.kind is DayKind.EARLIEST else "day"
        return f"{room} {self.of.id} {when}"


def days_of(plan: Plan) -> tuple[PlanDay, ...]:
    """Return the days that are still to come when the plan is made, the nearest first.

    Only of what stands in the plan, so what was left off its paper is not here either.
    """
    found = (*_days_of_steps(plan), *_days_of_hints(plan), *_days_of_meetings(plan))
    since = plan.stands_on or plan.made_on
    return tuple(sorted((day for day in found if day.day >= since), key=lambda day: day.day))


def _days_of_steps(plan: Plan) -> Iterator[PlanDay]:
    for step in plan.steps:
        if step.stand is not None and step.stand.progress is Progress.WAITING and step.stand.expected_on is not None:
            yield PlanDay(step.stand.expected_on, DayKind.SILENCE, step)
    for step in _one_for_all(plan):
        deadline = step.deadline
        if deadline is not None and deadline.day is not None:
            checks = step.group is Group.ITSELF or deadline.nature is Nature.CHECK
            yield PlanDay(deadline.day, DayKind.CHECK if checks else DayKind.DEADLINE, step)
        if step.earliest is not None:
            yield PlanDay(step.earliest, DayKind.EARLIEST, step)


def _one_for_all(plan: Plan) -> Iterator[PlanStep]:
    """The steps that are not settled; of those that may be for any of several persons the first stands for all."""
    told = set()
    for step in plan.steps:
        alike = (step.errand, step.title.text) if step.group is Group.MAYBE and step.whose is not None else step.id
        if step.is_open and alike not in told:
            told.add(alike)
            yield step


def _days_of_hints(plan: Plan) -> Iterator[PlanDay]:
    for hint in plan.hints:
        if hint.choice is HintChoice.TAKEN and hint.day is not None:
            yield PlanDay(hint.day, DayKind.COMING, hint)


def _days_of_meetings(plan: Plan) -> Iterator[PlanDay]:
    for meeting in plan.meetings:
        yield PlanDay(meeting.day, DayKind.MEETING, meeting)
