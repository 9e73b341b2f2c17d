"""What a service point may handle: its agreements with authorities, and what is guidance without one.

The tasks are those of the act on joint public service (223/2007) 6 §. Only authorities can be principals (2 §).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desk.model.ids import AgencyId

PRINCIPAL_KINDS = frozenset({"state", "wellbeing_county", "municipality", "kela", "court"})
"""Kinds of agency that an agreement can be made with."""
OWN_KINDS = frozenset({"other"})
"""Kinds of agency that are nobody to agree with: the citizen, an estate, whoever it is this time."""


class Task(StrEnum):
    """The tasks that a principal can give a service point, in the order of the act."""

    IDENTITY = "identity"
    E_SERVICES = "e_services"
    REMOTE_SERVICE = "remote_service"
    DOCUMENTS_IN = "documents_in"
    DOCUMENTS_OUT = "documents_out"
    PAYMENTS = "payments"
    SUPPORT = "support"
    SALES = "sales"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Agreement:
    """What one principal has given this service point, and for which days."""

    principal: AgencyId
    tasks: tuple[Task, ...] = ()
    """In the order of the act; none named: all that the law allows."""
    first_day: date | None = None
    last_day: date | None = None

    def holds(self, task: Task) -> bool:
        """Tell whether the task is among those given."""
        return not self.tasks or task in self.tasks

    def is_on(self, day: date) -> bool:
        """Tell whether the agreement is in force on a day."""
        begun = self.first_day is None or self.first_day <= day
        return begun and (self.last_day is None or day <= self.last_day)


class Guidance(StrEnum):
    """Why a step is advised on here, and not handled."""

    NO_AGREEMENT = "no_agreement"
    OTHER_TASKS = "other_tasks"
    NOT_YET = "not_yet"
    OVER = "over"
    NO_AUTHORITY = "no_authority"
    """Nothing can be agreed with this agency: it is no authority."""
    OWN = "own"
    """The citizen's own matter, or that of somebody who differs each time."""


@dataclass(frozen=True, slots=True)
class HelpHere:
    """What this desk does about a step: it handles it for a principal, or it advises."""

    task: Task
    guidance: Guidance | None = None
    """``None``: an agreement covers it."""
    day: date | None = None
    """The last day of the agreement that covers it, the last one of one that is over, the first of one to come."""

    @property
    def is_handled(self) -> bool:
        """True when an agreement covers the step."""
        return self.guidance is None


def help_with(agreements: Iterable[Agreement], agency: AgencyId, kind: str, task: Task, day: date) -> HelpHere:
    """Tell what this desk does about a task of an agency on a day. Without an agreement it advises."""
    if kind not in PRINCIPAL_KINDS:
        return HelpHere(task, Guidance.OWN if kind in OWN_KINDS else Guidance.NO_AUTHORITY)
    own = [each for each in agreements if each.principal == agency]
    fitting = [each for each in own if each.holds(task)]
    now = [each for each in fitting if each.is_on(day)]
    if now:
        ends = [each.last_day for each in now if each.last_day is not None]
        return HelpHere(task, day=max(ends) if len(ends) == len(now) else None)
    coming = [each.first_day for each in fitting if each.first_day is not None and each.first_day > day]
    if coming:
        return HelpHere(task, Guidance.NOT_YET, min(coming))
    over = [each.last_day for each in fitting if each.last_day is not None]
    if over:
        return HelpHere(task, Guidance.OVER, max(over))
    return HelpHere(task, Guidance.OTHER_TASKS if any(each.is_on(day) for each in own) else Guidance.NO_AGREEMENT)
