"""How long what is kept stays: of each kind of thing, and of whoever kept it. Worked out from a visit's state alone.

No statute fixes a time for what a service point writes down when it guides people; whoever keeps the casebook sets it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from desk.model.ids import VisitId
from desk.model.mandate_keeping import mandates_kept_until
from desk.model.mandate_policy import KEPT_DAYS
from desk.model.role import Role
from desk.model.visit import Visit
from desk.model.what_is_due import due_of


class Category(StrEnum):
    """What is kept, each for its own time."""

    PLAN = "plan"
    """A plan that the citizen asked to have kept, with all that was said in the visit."""
    RECEIPT = "receipt"
    """That a document was left at the desk, and where it went; nobody's name."""
    MANDATE = "mandate"
    """A mandate under which something was done, and what was done: both sides must be able to prove it."""
    LOG = "log"
    """Who worked, who read and exported what, which errands a visit was about: without any of its content."""


LEAST_LOG_YEARS, MOST_LOG_YEARS = 2, 5
MOST_MONTHS = 24
MOST_RECEIPT_YEARS = 10
MOST_COPY_DAYS = 30


@dataclass(frozen=True, slots=True)
class PlanTime:
    """How long a kept plan stays: so many months after its last day, and never more than so many in all."""

    months: int = 6
    at_most: int = MOST_MONTHS


@dataclass(frozen=True, slots=True)
class KeepingTimes:
    """What the service point has decided."""

    plans: Mapping[Role, PlanTime] = field(default_factory=dict)
    """By the role in which it was kept; who is not named here has the proposal."""
    receipt_years: int = 2
    log_years: int = MOST_LOG_YEARS
    mandate_days: int = KEPT_DAYS
    """As the policy of mandates says."""
    copy_days: int = 7
    """How long a backup lives."""

    def plan(self, role: Role | None) -> PlanTime:
        """Return the time of a plan that was kept in a role; digital support stores nothing about anyone."""
        if role is Role.DIGITAL_SUPPORT:
            return PlanTime(0, 0)
        return self.plans.get(role, PlanTime()) if role is not None else PlanTime()


@dataclass(frozen=True, slots=True)
class Kept:
    """One thing that is kept of a visit, with the days that its time is counted from."""

    visit: VisitId
    number: int
    category: Category
    since: date
    last_day: date | None = None
    """The last day that anything in it is about."""
    role: Role | None = None
    """In which role it was kept."""


def kept_of(visit: Visit) -> tuple[Kept, ...]:
    """Return what is kept of a visit past its end."""
    return tuple(_kept_of(visit))


def _kept_of(visit: Visit) -> Iterator[Kept]:
    if visit.kept and not visit.erased:
        since = (visit.ended_at or visit.last_saved or visit.opened_at).date()
        yield Kept(visit.id, visit.number, Category.PLAN, since, _last_day(visit), visit.kept_as)
    if not visit.is_unfinished and (over := mandates_kept_until(visit, 0)) is not None:
        yield Kept(visit.id, visit.number, Category.MANDATE, over)
    if visit.documents and not visit.is_unfinished:
        sent = [held.sent.on for held in visit.documents.values() if held.sent is not None]
        if len(sent) == len(visit.documents):  # what still lies at the desk is not forgotten
            yield Kept(visit.id, visit.number, Category.RECEIPT, max(sent))


def _last_day(visit: Visit) -> date | None:
    days = [due.day for due in due_of(visit)]
    if visit.plan is not None:
        days += [step.deadline.day for step in visit.plan.steps if step.deadline is not None and step.deadline.day]
    days += [given.mandate.last_day for given in visit.mandates.values()]
    return max(days, default=None)


def kept_until(kept: Kept, times: KeepingTimes) -> date:
    """Return the last day on which this is kept; it goes on the day after."""
    if kept.category is Category.RECEIPT:
        return months_after(kept.since, 12 * times.receipt_years)
    if kept.category is Category.MANDATE:
        return kept.since + timedelta(days=times.mandate_days)
    time = times.plan(kept.role)
    wanted = months_after(max(kept.since, kept.last_day or kept.since), time.months)
    return min(wanted, months_after(kept.since, time.at_most))


def months_after(day: date, months: int) -> date:
    """Return the day of the same number so many months later, or the last one of that month."""
    month = day.year * 12 + day.month - 1 + months
    year, month = month // 12, month % 12 + 1
    for number in range(day.day, 27, -1):
        try:
            return date(year, month, number)
        except ValueError:
            continue
    return date(year, month, min(day.day, 27))
