"""After the visit: how far each step is, what came of it, call-backs, and how to reach the citizen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from desk.events.moment import Moment
from desk.model.follow_up import CallBack, CallBackEnd, ContactPlan, StepFollowed, StepResult
from desk.model.ids import HandingId, StepId
from desk.model.visit import Visit


@dataclass(frozen=True, slots=True)
class ProgressSet:
    """Somebody said how a step of the plan stands."""

    personal: ClassVar[bool] = True
    step: StepId
    followed: StepFollowed


@dataclass(frozen=True, slots=True)
class ResultTold:
    """The citizen, or the agency, told what was decided; ``None``: it was told by mistake."""

    personal: ClassVar[bool] = True
    step: StepId
    result: StepResult | None


@dataclass(frozen=True, slots=True)
class CallBackPromised:
    """The desk promised to be in touch."""

    personal: ClassVar[bool] = True
    call_back: CallBack


@dataclass(frozen=True, slots=True)
class CallBackSettled:
    """The desk was in touch, or need not be."""

    personal: ClassVar[bool] = True
    id: HandingId
    end: CallBackEnd


@dataclass(frozen=True, slots=True)
class ContactAgreed:
    """How the desk and the citizen find one another again; ``None``: not at all."""

    personal: ClassVar[bool] = True
    contact: ContactPlan | None


FollowUpEvent = ProgressSet | ResultTold | CallBackPromised | CallBackSettled | ContactAgreed


def after_follow_up(visit: Visit, at: Moment, event: FollowUpEvent) -> Visit:
    """Return the visit after an event of this family."""
    del at
    match event:
        case ProgressSet(step, followed):
            return replace(visit, followed={**visit.followed, step: followed})
        case ResultTold(step, result):
            others = {known: told for known, told in visit.results.items() if known != step}
            return replace(visit, results=others if result is None else {**others, step: result})
        case CallBackPromised(call_back):
            return replace(visit, call_backs={**visit.call_backs, call_back.id: call_back})
        case CallBackSettled(settled, _):
            return replace(visit, call_backs={id: each for id, each in visit.call_backs.items() if id != settled})
        case ContactAgreed(contact):
            return replace(visit, contact=contact)
