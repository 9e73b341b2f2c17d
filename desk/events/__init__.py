"""What the journal stores: one fact in the past tense each, and the one fold that gives the visit.

An event that is ``personal`` loses its payload when the visit ends without follow-up; its place in the chain stays.
Payloads are JSON of the dataclass; the kind is kept beside it, so that an erased event still says what it was.
Each family of events is a module with its own part of the fold; here they are put together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, get_args

import msgspec

from desk.errors import ChainBroken
from desk.events.channel_events import (
    AnswersReadBack,
    CardSaid,
    ChannelEvent,
    ExpertBooked,
    ExpertCancelled,
    NeedsMapped,
    after_channel,
)
from desk.events.desk_events import (
    THE_DESK,
    CasebookKept,
    CaseExported,
    CaseRead,
    DeskEvent,
    IdentityCodeShown,
    SignedIn,
    SignedOut,
)
from desk.events.follow_up_events import (
    CallBackPromised,
    CallBackSettled,
    ContactAgreed,
    FollowUpEvent,
    ProgressSet,
    ResultTold,
    after_follow_up,
)
from desk.events.handing_events import (
    DocumentReceived,
    DocumentSent,
    HandedOver,
    HandingEvent,
    NoticeGiven,
    ReceiptGiven,
    ReferralAnswered,
    ReferralBroke,
    Referred,
    TakenOver,
    after_handing,
)
from desk.events.keeping_events import KeepingEnded, KeepingEvent, LogForgotten, after_keeping
from desk.events.mandate_events import (
    KEPT_WITH_ACTS,
    ActedFor,
    ActsForgotten,
    CapacityChecked,
    LinesWithdrawn,
    MandateDrawn,
    MandateEvent,
    MandateSigned,
    RegisterChecked,
    after_mandate,
)
from desk.events.moment import Moment
from desk.events.person_events import (
    FactsCarried,
    PersonEvent,
    PersonForgotten,
    PersonNamed,
    after_person,
)
from desk.events.visit_events import (
    AnswerGiven,
    AnswerRedone,
    AnswerUndone,
    AnswerWithdrawn,
    ChannelChanged,
    CorrectionGiven,
    ErrandAdded,
    ErrandRemoved,
    ErrandsDiffered,
    ErrandsStayed,
    ErrandsTaken,
    HintDecided,
    MeetingEvent,
    PaperMade,
    PlanAgreed,
    PlanCodeGiven,
    ProfileSet,
    StepDecided,
    StepKeptOff,
    StepNoted,
    VisitDiscarded,
    VisitEnded,
    VisitOpened,
    VisitParked,
    VisitResumed,
    WayChosen,
    after_meeting,
)
from desk.model.ids import EventId, VisitId
from desk.model.keeping import Category
from desk.model.visit import Visit

VisitEvent = (
    MeetingEvent | PersonEvent | MandateEvent | FollowUpEvent | HandingEvent | ChannelEvent | DeskEvent | KeepingEvent
)

KINDS: dict[str, type[VisitEvent]] = {kind.__name__: kind for kind in get_args(VisitEvent)}
_DIE_WITH_THE_VISIT = frozenset({StepNoted.__name__, HandedOver.__name__})
"""What colleagues wrote for one another."""
_SAID_OF_A_PERSON = frozenset({PersonNamed.__name__, FactsCarried.__name__})
_GONE_BEFORE_THE_VISIT = _DIE_WITH_THE_VISIT | _SAID_OF_A_PERSON
_OF_THE_DESK = frozenset(kind.__name__ for kind in get_args(DeskEvent))

__all__ = [
    "KINDS",
    "THE_DESK",
    "ActedFor",
    "ActsForgotten",
    "AnswerGiven",
    "AnswerRedone",
    "AnswerUndone",
    "AnswerWithdrawn",
    "AnswersReadBack",
    "CallBackPromised",
    "CallBackSettled",
    "CapacityChecked",
    "CardSaid",
    "CaseExported",
    "CaseRead",
    "CasebookKept",
    "ChannelChanged",
    "ChannelEvent",
    "ContactAgreed",
    "CorrectionGiven",
    "DeskEvent",
    "DocumentReceived",
    "DocumentSent",
    "ErrandAdded",
    "ErrandRemoved",
    "ErrandsDiffered",
    "ErrandsStayed",
    "ErrandsTaken",
    "ExpertBooked",
    "ExpertCancelled",
    "FactsCarried",
    "FollowUpEvent",
    "HandedOver",
    "HandingEvent",
    "HintDecided",
    "IdentityCodeShown",
    "KeepingEnded",
    "LinesWithdrawn",
    "LogForgotten",
    "MandateDrawn",
    "MandateEvent",
    "MandateSigned",
    "MeetingEvent",
    "NeedsMapped",
    "NoticeGiven",
    "PaperMade",
    "PersonEvent",
    "PersonForgotten",
    "PersonNamed",
    "PlanAgreed",
    "PlanCodeGiven",
    "ProfileSet",
    "ProgressSet",
    "ReceiptGiven",
    "Recorded",
    "ReferralAnswered",
    "ReferralBroke",
    "Referred",
    "RegisterChecked",
    "ResultTold",
    "SignedIn",
    "SignedOut",
    "StepDecided",
    "StepKeptOff",
    "StepNoted",
    "TakenOver",
    "VisitDiscarded",
    "VisitEnded",
    "VisitEvent",
    "VisitOpened",
    "VisitParked",
    "VisitResumed",
    "WayChosen",
    "decode",
    "encode",
    "erased_by",
    "is_personal",
    "visit_after",
]


@dataclass(frozen=True, slots=True)
class Recorded:
    """An event as the journal gives it back; ``event`` is ``None`` when its payload was erased."""

    id: EventId
    visit: VisitId
    at: datetime
    kind: str
    event: VisitEvent | None


RECEIPTS = frozenset({DocumentReceived.__name__, DocumentSent.__name__})
"""What stays of a document that was left at the desk when all that is personal goes: it has a time of its own."""
NEVER_FORGOTTEN = frozenset(
    {
        VisitOpened.__name__,
        VisitEnded.__name__,
        VisitDiscarded.__name__,
        PersonForgotten.__name__,
        ActsForgotten.__name__,
        KeepingEnded.__name__,
        LogForgotten.__name__,
    }
)
"""What says that a visit was, and what of it may be gone."""


def is_personal(kind: str) -> bool:
    """Tell whether events of this kind are erased with the visit."""
    return KINDS[kind].personal


def erased_by(event: VisitEvent, *, acted: bool = False) -> frozenset[str]:
    """Return the kinds of event that a visit loses with this one: all that is personal, the notes alone, or who it is.

    A note dies with the visit, also when the citizen keeps the plan for follow-up; so do words to a colleague.
    ``acted``: something was done in the citizen's name (an ``ActedFor`` is in the visit, erased or not): then mandate
    and acts stay until ``ActsForgotten``, for both sides must be able to prove it.
    """
    erased = _erased_by(event)
    return erased - KEPT_WITH_ACTS if acted and not isinstance(event, ActsForgotten) else erased


def _erased_by(event: VisitEvent) -> frozenset[str]:
    match event:
        case VisitDiscarded() | VisitEnded(kept=False):
            return frozenset(kind for kind in KINDS if is_personal(kind))
        case KeepingEnded(category=Category.RECEIPT):
            return RECEIPTS
        case VisitEnded():
            return _DIE_WITH_THE_VISIT
        case PersonForgotten():
            return _SAID_OF_A_PERSON
        case ActsForgotten():
            return KEPT_WITH_ACTS
        case _:
            return frozenset()


def encode(event: VisitEvent) -> bytes:
    """Return the payload of an event, with its keys in one order so that equal events give equal bytes."""
    return msgspec.json.encode(event, order="deterministic")


def decode(kind: str, payload: bytes) -> VisitEvent:
    """Return the event of a payload. Raises ``ChainBroken`` when it is not what its kind says."""
    try:
        return msgspec.json.decode(payload, type=KINDS[kind])
    except (KeyError, msgspec.MsgspecError) as broken:
        raise ChainBroken(where=kind, reason=broken) from broken


def visit_after(recorded: Iterable[Recorded]) -> Visit | None:
    """Fold the events of one visit, oldest first, into its state; ``None`` when it never was opened."""
    visit: Visit | None = None
    last_saved: datetime | None = None
    for record in recorded:
        if record.kind not in _OF_THE_DESK:  # a look at a draft does not make it live longer
            last_saved = record.at
        if visit is None:
            visit = _opened(record)
        elif record.event is not None:
            visit = _FOLDS[type(record.event)](visit, Moment(record.id, record.at), record.event)
        elif record.kind not in _GONE_BEFORE_THE_VISIT and not visit.erased:
            visit = replace(visit, erased=True)
    if visit is None:
        return None
    return replace(visit, last_saved=last_saved, erased=visit.erased or (visit.unkept and not visit.is_open))


def _opened(record: Recorded) -> Visit | None:
    match record.event:
        case VisitOpened(number, channel, content, unkept):
            return Visit(record.visit, number, channel, content, opened_at=record.at, unkept=unkept)
        case _:
            return None


def _unchanged(visit: Visit, at: Moment, event: DeskEvent) -> Visit:
    """Who looked at a visit changes nothing of it."""
    del at, event
    return visit


_FOLDS: dict[type[VisitEvent], Callable[[Visit, Moment, Any], Visit]] = {
    **dict.fromkeys(get_args(MeetingEvent), after_meeting),
    **dict.fromkeys(get_args(MandateEvent), after_mandate),
    **dict.fromkeys(get_args(FollowUpEvent), after_follow_up),
    **dict.fromkeys(get_args(HandingEvent), after_handing),
    **dict.fromkeys(get_args(ChannelEvent), after_channel),
    **dict.fromkeys(get_args(DeskEvent), _unchanged),
    **dict.fromkeys(get_args(KeepingEvent), after_keeping),
    **dict.fromkeys(get_args(PersonEvent), after_person),
}
