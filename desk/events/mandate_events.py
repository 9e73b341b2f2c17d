"""Mandates: what stands against one, how one is drawn and signed, what is withdrawn, and each act under it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import ClassVar

from desk.events.moment import Moment
from desk.model.ids import MandateId, StepId
from desk.model.mandate import (
    Act,
    CapacityAnswer,
    DataKind,
    GivenMandate,
    Mandate,
    RegisterResult,
    Signing,
)
from desk.model.role import Role
from desk.model.visit import Visit
from i18n.language import Language


@dataclass(frozen=True, slots=True)
class CapacityChecked:
    """Before a mandate: whether the citizen can give one, and the reason when not."""

    personal: ClassVar[bool] = True
    answer: CapacityAnswer
    reason: str = ""


@dataclass(frozen=True, slots=True)
class MandateDrawn:
    """A mandate was written; it counts when it is signed."""

    personal: ClassVar[bool] = True
    mandate: Mandate


@dataclass(frozen=True, slots=True)
class MandateSigned:
    """The citizen signed it."""

    personal: ClassVar[bool] = True
    mandate: MandateId
    signing: Signing


@dataclass(frozen=True, slots=True)
class LinesWithdrawn:
    """The citizen withdrew lines of a mandate: at once, whatever the paper says."""

    personal: ClassVar[bool] = True
    mandate: MandateId
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class RegisterChecked:
    """The national register of mandates was looked at, or could not be and is to be by a day."""

    personal: ClassVar[bool] = True
    mandate: MandateId
    result: RegisterResult
    check_by: date | None = None


@dataclass(frozen=True, slots=True)
class ActedFor:
    """Something was done in the citizen's name, under a line of a mandate that allowed it then."""

    personal: ClassVar[bool] = True
    step: StepId
    mandate: MandateId
    line: int
    kinds: frozenset[DataKind]
    reference: str = ""
    titles: dict[Language, str] = field(default_factory=dict)
    role: Role | None = None


@dataclass(frozen=True, slots=True)
class ActsForgotten:
    """The time is over for which a mandate and the acts under it are kept: they are erased too."""

    personal: ClassVar[bool] = False


MandateEvent = (
    CapacityChecked | MandateDrawn | MandateSigned | LinesWithdrawn | RegisterChecked | ActedFor | ActsForgotten
)

KEPT_WITH_ACTS = frozenset(
    kind.__name__ for kind in (MandateDrawn, MandateSigned, LinesWithdrawn, RegisterChecked, ActedFor)
)
"""What outlives the visit once something was done in the citizen's name: both sides must be able to prove it."""


def after_mandate(visit: Visit, at: Moment, event: MandateEvent) -> Visit:
    """Return the visit after an event of this family."""
    match event:
        case CapacityChecked(answer, reason):
            return replace(visit, capacity=answer, capacity_reason=reason)
        case MandateDrawn(mandate):
            drawn = _with(visit, GivenMandate(mandate))
            return replace(drawn, capacity=None, capacity_reason="")  # asked anew for each: consent is never reused
        case ActedFor():
            return replace(visit, acts=(*visit.acts, _act(at, event)))
        case ActsForgotten():
            return replace(visit, mandates={}, acts=())
        case MandateSigned() | LinesWithdrawn() | RegisterChecked():
            given = visit.mandates.get(event.mandate)
            return visit if given is None else _with(visit, _changed(given, at, event))


def _act(at: Moment, event: ActedFor) -> Act:
    return Act(
        event=at.id,
        at=at.at,
        step=event.step,
        mandate=event.mandate,
        line=event.line,
        kinds=event.kinds,
        reference=event.reference,
        titles=event.titles,
        role=event.role,
    )


def _changed(given: GivenMandate, at: Moment, event: MandateSigned | LinesWithdrawn | RegisterChecked) -> GivenMandate:
    match event:
        case MandateSigned(_, signing):
            return replace(given, signing=signing)
        case LinesWithdrawn(_, lines):
            return replace(given, withdrawn={**dict.fromkeys(lines, at.at), **given.withdrawn})
        case RegisterChecked(_, result, check_by):
            return replace(given, register=result, check_by=check_by)


def _with(visit: Visit, given: GivenMandate) -> Visit:
    return replace(visit, mandates={**visit.mandates, given.mandate.id: given})
