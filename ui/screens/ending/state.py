"""What the screen of a visit's end shows, and what leaves it."""

from __future__ import annotations

from dataclasses import dataclass

from desk.errors import DeskError
from desk.model.follow_up import ContactPlan
from desk.model.visit import Outcome


@dataclass(frozen=True, slots=True)
class EndingState:
    """What stands in the way of *handled*, whether the paper was made, and the code when the plan is kept."""

    number: int = 0
    open_steps: tuple[str, ...] = ()
    paper_made: bool = False
    can_discard: bool = False
    plan_code: str = ""
    discreet: bool = False
    contact: ContactPlan | None = None
    """How they find one another, as far as it is known."""
    refused: DeskError | None = None
    """Why it did not end."""
    may_keep: bool = True
    """The role of the one at the desk covers plans that outlive the visit."""


@dataclass(frozen=True, slots=True)
class Ending:
    """One of the two outcomes, and whether the plan is kept for follow-up."""

    outcome: Outcome
    keep: bool
    contact: ContactPlan | None = None
    """How they find one another again, when it is kept."""
