"""What changed hands: the visit to a colleague, the matter to an agency, documents to the desk and on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from desk.events.moment import Moment
from desk.model.handing import HandOver, Held, Received, Referral, Sent
from desk.model.ids import HandingId, MemberId
from desk.model.visit import Visit


@dataclass(frozen=True, slots=True)
class HandedOver:
    """A colleague is to go on."""

    personal: ClassVar[bool] = True
    hand_over: HandOver


@dataclass(frozen=True, slots=True)
class TakenOver:
    """The colleague took it; the one who handed it over sees that."""

    personal: ClassVar[bool] = True
    by: MemberId


@dataclass(frozen=True, slots=True)
class Referred:
    """The citizen was referred to an agency."""

    personal: ClassVar[bool] = True
    referral: Referral


@dataclass(frozen=True, slots=True)
class DocumentReceived:
    """A document was left at the desk."""

    personal: ClassVar[bool] = True
    document: Received


@dataclass(frozen=True, slots=True)
class DocumentSent:
    """It went on."""

    personal: ClassVar[bool] = True
    id: HandingId
    sent: Sent


HandingEvent = HandedOver | TakenOver | Referred | DocumentReceived | DocumentSent


def after_handing(visit: Visit, at: Moment, event: HandingEvent) -> Visit:
    """Return the visit after an event of this family."""
    del at
    match event:
        case HandedOver(hand_over):
            return replace(visit, handed_to=hand_over)
        case TakenOver():
            return replace(visit, handed_to=None)
        case Referred(referral):
            return replace(visit, referrals=(*visit.referrals, referral))
        case DocumentReceived(document):
            return replace(visit, documents={**visit.documents, document.id: Held(document)})
        case DocumentSent(id, sent) if id in visit.documents:
            return replace(visit, documents={**visit.documents, id: replace(visit.documents[id], sent=sent)})
        case _:
            return visit
