"""What the follow-up page shows, and what leaves it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desk.errors import DeskError
from desk.model.follow_up import CallBackEnd, StepFollowed, StepResult
from desk.model.ids import HandingId, StepId
from desk.usecases.show_follow_up import FollowUpView

CONTACT, CALL_BACK = "contact", "call back"
"""Where an error stands, when it is at no step."""


@dataclass(frozen=True, slots=True)
class Refused:
    """Something was not stored: at which step or part, and why."""

    at: str
    error: DeskError


@dataclass(frozen=True, slots=True)
class FollowUpState:
    """One kept plan, or none; ``stored_at``: where something was stored just now."""

    view: FollowUpView | None = None
    refused: Refused | None = None
    stored_at: str = ""


@dataclass(frozen=True, slots=True)
class ProgressWish:
    """A step stands otherwise."""

    step: StepId
    followed: StepFollowed


@dataclass(frozen=True, slots=True)
class ResultWish:
    """Something was decided; ``None``: it was told by mistake."""

    step: StepId
    result: StepResult | None


@dataclass(frozen=True, slots=True)
class CallBackWish:
    """Be in touch on a day."""

    day: date
    words: str


@dataclass(frozen=True, slots=True)
class CallBackSettling:
    """What came of a call-back."""

    id: HandingId
    end: CallBackEnd
