"""What is kept an eye on after the visit."""

from __future__ import annotations

from desk.errors.known import DeskError


class FollowUpError(DeskError):
    """Something cannot be followed up in that way."""

    id = "follow_up"


class StepNotInPlan(FollowUpError):
    id = "follow_up.step_not_in_plan"


class ExpectedDayMissing(FollowUpError):
    """It waits for an agency, and nobody said until when: it would be on nobody's list."""

    id = "follow_up.expected_day_missing"


class DayRefused(FollowUpError):
    """A day that cannot be: the kind says why."""

    id = "follow_up.day_refused"
