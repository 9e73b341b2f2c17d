"""What the screen of a visit's end shows, and what leaves it."""

from __future__ import annotations

from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Ending:
    """One of the two outcomes, and whether the plan is kept for follow-up."""

    outcome: Outcome
    keep: bool
