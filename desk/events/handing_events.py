"""What changed hands: the visit to a colleague, the matter to an agency, documents to the desk and on.

That a document came, for whom and when it went on stays in the journal when all else of the visit is erased: it says
nothing of a person, and what lies at the desk must never be lost. What the document is, and who gave it, is erased.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar

from desk.events.moment import Moment
from desk.model.handed import Held, ReferralStory
from desk.model.handing import Break, HandOver, Received, Referral, ReferralEnd, Sent, TakeOver
from desk.model.handing_papers import Receipt, ReferralPaper, TransferNotice
from desk.model.ids import AgencyId, HandingId, MemberId
from desk.model.visit import Visit


@dataclass(frozen=True, slots=True)
class HandedOver:
    """A colleague is to go on."""

    personal: ClassVar[bool] = True
    hand_over: HandOver


@dataclass(frozen=True, slots=True)
class TakenOver:
    """Somebody took it; the one who handed it over sees that."""

    personal: ClassVar[bool] = True
    by: MemberId | None


@dataclass(frozen=True, slots=True)
class Referred:
    """The citizen was referred to an agency, and has the copy of what it is told."""

    personal: ClassVar[bool] = True
    referral: Referral
    paper: ReferralPaper


@dataclass(frozen=True, slots=True)
class ReferralAnswered:
    """What became of it was told."""

    personal: ClassVar[bool] = True
    id: HandingId
    end: ReferralEnd
    on: date


@dataclass(frozen=True, slots=True)
class ReferralBroke:
    """The matter broke off between agencies: where and how, and nothing of the citizen."""

    personal: ClassVar[bool] = False
    id: HandingId
    agency: AgencyId
    how: Break
    on: date


@dataclass(frozen=True, slots=True)
class DocumentReceived:
    """A document was left at the desk."""

    personal: ClassVar[bool] = False
    document: Received


@dataclass(frozen=True, slots=True)
class ReceiptGiven:
    """The receipt as it was given."""

    personal: ClassVar[bool] = True
    id: HandingId
    receipt: Receipt


@dataclass(frozen=True, slots=True)
class DocumentSent:
    """It went on."""

    personal: ClassVar[bool] = False
    id: HandingId
    sent: Sent


@dataclass(frozen=True, slots=True)
class NoticeGiven:
    """The sender was told where a wrongly given document went."""

    personal: ClassVar[bool] = True
    id: HandingId
    notice: TransferNotice


HandingEvent = (
    HandedOver
    | TakenOver
    | Referred
    | ReferralAnswered
    | ReferralBroke
    | DocumentReceived
    | ReceiptGiven
    | DocumentSent
    | NoticeGiven
)


def after_handing(visit: Visit, at: Moment, event: HandingEvent) -> Visit:
    """Return the visit after an event of this family."""
    match event:
        case HandedOver(hand_over):
            return replace(visit, handed_to=hand_over, taken_over=None)
        case TakenOver(by):
            given = visit.handed_to
            taken = TakeOver(by, at.at, given.by, given.words) if given is not None else None
            return replace(visit, handed_to=None, taken_over=taken)
        case Referred(referral, paper):
            return replace(visit, referrals={**visit.referrals, referral.id: ReferralStory(referral, paper)})
        case ReferralAnswered(id, end, on) if id in visit.referrals:
            return _with_story(visit, id, replace(visit.referrals[id], end=end, ended_on=on))
        case ReferralBroke(id, _, how) if id in visit.referrals:
            return _with_story(visit, id, replace(visit.referrals[id], breaks=(*visit.referrals[id].breaks, how)))
        case DocumentReceived() | ReceiptGiven() | DocumentSent() | NoticeGiven():
            return _after_document(visit, event)
        case _:
            return visit


def _after_document(visit: Visit, event: DocumentReceived | ReceiptGiven | DocumentSent | NoticeGiven) -> Visit:
    match event:
        case DocumentReceived(document):
            return _with_document(visit, document.id, Held(document))
        case ReceiptGiven(id, receipt) if id in visit.documents:
            return _with_document(visit, id, replace(visit.documents[id], receipt=receipt))
        case DocumentSent(id, sent) if id in visit.documents:
            return _with_document(visit, id, replace(visit.documents[id], sent=sent))
        case NoticeGiven(id, notice) if id in visit.documents:
            return _with_document(visit, id, replace(visit.documents[id], notice=notice))
        case _:
            return visit


def _with_document(visit: Visit, id: HandingId, held: Held) -> Visit:
    return replace(visit, documents={**visit.documents, id: held})


def _with_story(visit: Visit, id: HandingId, story: ReferralStory) -> Visit:
    return replace(visit, referrals={**visit.referrals, id: story})
