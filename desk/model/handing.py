"""What changes hands: a visit to a colleague, a matter to an agency, a document to the desk and on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from desk.model.ids import AgencyId, HandingId, MemberId
from desk.model.mandate import DataKind


class ReferralGround(StrEnum):
    """On what ground a citizen's data go to another agency."""

    CONSENT = "consent"
    MANDATE = "mandate"
    LAW = "law"


@dataclass(frozen=True, slots=True)
class HandOver:
    """A colleague goes on with the visit."""

    to: MemberId
    by: MemberId | None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Referral:
    """The citizen is referred to an agency, and what it is told."""

    id: HandingId
    agency: AgencyId
    on: date
    ground: ReferralGround
    kinds: frozenset[DataKind]
    matter: str
    """What it is about, as the citizen and the clerk wrote it together."""
    law: str = ""
    """The provision, when the ground is law."""


@dataclass(frozen=True, slots=True)
class Received:
    """A document that was left at the desk for an agency."""

    id: HandingId
    agency: AgencyId
    what: str
    at: datetime
    pages: int
    original: bool
    in_time_here: bool
    """Left under an agreement: given here in time is in time at the authority (223/2007, 7 §)."""
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class Sent:
    """The document went on: to its agency, or, when it was the wrong one, to the right one (434/2003, 21 §)."""

    on: date
    to: AgencyId
    transferred: bool = False
    told_how: str = ""
    """How the sender was told of the transfer."""


@dataclass(frozen=True, slots=True)
class Held:
    """A received document with what became of it."""

    document: Received
    sent: Sent | None = None
