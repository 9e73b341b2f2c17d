"""What is kept an eye on after the visit: whose turn a step is, what came of it, how to find one another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desk.model.ids import HandingId, StepId
from desk.model.person import ContactWay


class StepOwner(StrEnum):
    """Whose turn it is."""

    CITIZEN = "citizen"
    DESK = "desk"
    AGENCY = "agency"


class Progress(StrEnum):
    """How far a step of a plan is."""

    TO_DO = "to_do"
    WAITING = "waiting"
    """The agency has it."""
    DONE = "done"
    DECLINED = "declined"
    EXPIRED = "expired"
    """Its time is over and it can be done no longer."""


class Result(StrEnum):
    """What the agency decided."""

    GRANTED = "granted"
    REFUSED = "refused"
    PARTLY = "partly"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class StepFollowed:
    """How a step stands."""

    owner: StepOwner
    progress: Progress
    reference: str = ""
    """The agency's reference number."""
    sent_on: date | None = None
    expected_on: date | None = None
    """When an answer is expected: after it, *what to do when nothing is heard* counts."""


@dataclass(frozen=True, slots=True)
class StepResult:
    """What happened."""

    result: Result
    on: date


class CallBackEnd(StrEnum):
    """What came of a call-back."""

    REACHED = "reached"
    NOT_REACHED = "not_reached"
    NOT_NEEDED = "not_needed"


@dataclass(frozen=True, slots=True)
class CallBack:
    """A promise to be in touch on a day."""

    id: HandingId
    day: date
    words: str = ""
    step: StepId | None = None


@dataclass(frozen=True, slots=True)
class ContactPlan:
    """How the desk and the citizen find one another again, also when there is no telephone and no e-mail."""

    ways: tuple[ContactWay, ...] = ()
    """In the order in which they are tried."""
    come_back_on: date | None = None
