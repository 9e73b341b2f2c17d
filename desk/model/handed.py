"""What changed hands in a visit, with what became of it and the papers that were given of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desk.model.handing import Break, Received, Referral, ReferralEnd, Sent
from desk.model.handing_papers import Receipt, ReferralPaper, TransferNotice


@dataclass(frozen=True, slots=True)
class Held:
    """A received document; its papers are gone when the visit is over and nothing of it is kept."""

    document: Received
    sent: Sent | None = None
    receipt: Receipt | None = None
    notice: TransferNotice | None = None


@dataclass(frozen=True, slots=True)
class ReferralStory:
    """A referral, and whether the loop is closed."""

    referral: Referral
    paper: ReferralPaper
    end: ReferralEnd | None = None
    ended_on: date | None = None
    breaks: tuple[Break, ...] = ()
