"""What is kept an eye on after the visit: whose turn a step is, what came of it, how to find one another."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from desk.model.ids import HandingId, StepId
from desk.model.person import ContactKind, ContactWay


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


NEGATIVE = (Result.REFUSED, Result.PARTLY)
"""Results about which something can be done, and only up to a day."""


class Blocker(StrEnum):
    """What kept a step from going on."""

    E_ID = "e_id"
    """No e-ID, or it did not work."""
    LANGUAGE = "language"
    SITE_DOWN = "site_down"
    """The e-service did not work."""
    NO_ANSWER = "no_answer"
    """Nobody answered the telephone."""
    DOCUMENT = "document"
    """A document is missing."""
    OTHER = "other"


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
    blocked: Blocker | None = None


@dataclass(frozen=True, slots=True)
class StepResult:
    """What happened."""

    result: Result
    on: date
    act_by: date | None = None
    """Of a refusal: the last day to ask for a change, as the decision or the errands say it."""
    act_done: bool = False
    """A change was asked for, or the citizen lets it be."""


def lead_days(followed: StepFollowed | None, told: StepResult | None) -> int | None:
    """Return how many days the agency took, when both days are known."""
    if followed is None or followed.sent_on is None or told is None or told.on < followed.sent_on:
        return None
    return (told.on - followed.sent_on).days


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

    @property
    def safe_ways(self) -> tuple[ContactWay, ...]:
        """The ways on which nobody else hears or reads: only these are ever offered or printed."""
        return tuple(way for way in self.ways if way.safe)

    @property
    def unsafe(self) -> tuple[ContactKind, ...]:
        """The kinds of way that must not be used."""
        return tuple(dict.fromkeys(way.kind for way in self.ways if not way.safe))

    def with_safe_first(self) -> ContactPlan:
        """Return the same plan, so that no unsafe way is tried first."""
        return replace(self, ways=tuple(sorted(self.ways, key=lambda way: not way.safe)))
