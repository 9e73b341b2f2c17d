"""How the citizen and the desk meet: what was read back, which cards were said, meetings with an authority's expert."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from desk.events.moment import Moment
from desk.model.e_service_cards import Card
from desk.model.expert_meeting import ExpertMeeting
from desk.model.ids import HandingId
from desk.model.short_mapping import Need
from desk.model.visit import Visit


@dataclass(frozen=True, slots=True)
class AnswersReadBack:
    """All answers were read to the citizen, who said that they are right."""

    personal: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class CardSaid:
    """What has to be known before a log-in was said to the citizen."""

    personal: ClassVar[bool] = False
    card: Card


@dataclass(frozen=True, slots=True)
class ExpertBooked:
    """A meeting with an authority's expert was booked; the same id again: it was moved."""

    personal: ClassVar[bool] = True
    meeting: ExpertMeeting


@dataclass(frozen=True, slots=True)
class ExpertCancelled:
    """It does not take place."""

    personal: ClassVar[bool] = True
    id: HandingId


@dataclass(frozen=True, slots=True)
class NeedsMapped:
    """In a first talk away from the desk, the citizen said what is heavy now."""

    personal: ClassVar[bool] = True
    needs: tuple[Need, ...]


ChannelEvent = AnswersReadBack | CardSaid | ExpertBooked | ExpertCancelled | NeedsMapped


def after_channel(visit: Visit, at: Moment, event: ChannelEvent) -> Visit:
    """Return the visit after an event of this family."""
    del at
    match event:
        case AnswersReadBack():
            return replace(visit, read_back=True)
        case CardSaid(card):
            return replace(visit, cards_said=visit.cards_said | {card})
        case ExpertBooked(meeting):
            return replace(visit, experts={**visit.experts, meeting.id: _after(visit.experts.get(meeting.id), meeting)})
        case ExpertCancelled(id):
            left = {each: kept for each, kept in visit.experts.items() if each != id}
            return replace(visit, experts=left, experts_off={**visit.experts_off, **_called_off(visit, id)})
        case NeedsMapped(needs):
            return replace(visit, needs=needs)


def _after(before: ExpertMeeting | None, meeting: ExpertMeeting) -> ExpertMeeting:
    """A meeting that was booked before knows when it was to be."""
    if before is None:
        return meeting
    moved_from = before.at if before.at != meeting.at else before.moved_from
    return replace(meeting, moved_from=moved_from, revision=before.revision + 1)


def _called_off(visit: Visit, id: HandingId) -> dict[HandingId, ExpertMeeting]:
    before = visit.experts.get(id)
    return {} if before is None else {id: replace(before, revision=before.revision + 1)}
