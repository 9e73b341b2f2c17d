"""What changes hands: a visit to a colleague, a matter to an agency, a document to the desk and on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from desk.model.ids import AgencyId, DocumentId, HandingId, MandateId, MemberId, PlanCode
from desk.model.mandate import DataKind


class ReferralGround(StrEnum):
    """On what ground a citizen's data go to another agency."""

    CONSENT = "consent"
    MANDATE = "mandate"
    LAW = "law"


class ReferralEnd(StrEnum):
    """What became of a referral, as the citizen or the agency tells it."""

    TAKEN_UP = "taken_up"
    """The agency has taken the matter up."""
    DONE = "done"
    NOT_THEIRS = "not_theirs"
    """The agency says that it belongs to somebody else."""
    UNKNOWN = "unknown"


class Break(StrEnum):
    """Where a matter that spans agencies broke off (*katkos*)."""

    NOT_ARRIVED = "not_arrived"
    """The agency knows nothing of it."""
    SENT_BACK = "sent_back"
    SENT_ELSEWHERE = "sent_elsewhere"
    """The citizen was sent on to yet another place."""
    ASKED_AGAIN = "asked_again"
    """The citizen had to tell or bring the same again."""
    NOBODY_ANSWERED = "nobody_answered"
    SERVICE_DOWN = "service_down"


class SentHow(StrEnum):
    """How a document leaves the desk."""

    POST = "post"
    REGISTERED_POST = "registered_post"
    COURIER = "courier"
    IN_PERSON = "in_person"
    SECURE_MESSAGE = "secure_message"


class ToldHow(StrEnum):
    """How the sender of a document was told where it went."""

    AT_DESK = "at_desk"
    """The notice was given into their hand."""
    LETTER = "letter"
    PHONE = "phone"
    MESSAGE = "message"


@dataclass(frozen=True, slots=True)
class HandOver:
    """A colleague goes on with the visit; ``to`` is nobody when it is for whoever is next."""

    to: MemberId | None
    by: MemberId | None
    on: date
    words: str = ""
    """Erased with the visit, also when the plan is kept."""


@dataclass(frozen=True, slots=True)
class TakeOver:
    """Somebody took it, as the one who handed it over sees."""

    by: MemberId | None
    at: datetime
    given_by: MemberId | None
    words: str = ""
    """What was said with it: the one who goes on needs it until the visit ends."""


@dataclass(frozen=True, slots=True)
class Referral:
    """The citizen is referred to an agency, and what it is told: kinds of data, and the very sentences."""

    id: HandingId
    agency: AgencyId
    on: date
    ground: ReferralGround
    kinds: frozenset[DataKind]
    sentences: tuple[str, ...]
    law: str = ""
    """The provision, when the ground is law."""
    mandate: MandateId | None = None
    """The mandate and the line that allow it, when the ground is a mandate."""
    line: int | None = None
    consented_to: str = ""
    """The words that the citizen said yes to, when the ground is consent."""
    code: PlanCode | None = None
    """Printed on the citizen's copy: it finds the referral again, when the plan is kept."""
    by: MemberId | None = None


@dataclass(frozen=True, slots=True)
class Received:
    """A document that was left at the desk for an agency. Nothing in here says whose it is."""

    id: HandingId
    number: str
    """Number of the visit and of the document in it, as the receipt has it."""
    agency: AgencyId
    document: DocumentId | None
    """Which of the documents of a step; none when it is another, which only the receipt names."""
    at: datetime
    pages: int
    original: bool
    in_time_here: bool
    """Left under an agreement: given here in time is in time at the authority (223/2007, 7 §)."""
    send_by: date
    """It goes on by this day: the next working day, or sooner when its own day comes first."""
    due_on: date | None = None
    by: MemberId | None = None


@dataclass(frozen=True, slots=True)
class Sent:
    """The document went on: to its agency, or, when it was the wrong one, to the right one (434/2003, 21 §)."""

    on: date
    to: AgencyId
    how: SentHow
    transferred: bool = False
    told_how: ToldHow | None = None
    """How the sender was told of the transfer."""
