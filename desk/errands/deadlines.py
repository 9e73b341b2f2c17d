"""From a rule and a base day to the day a step is due.

Act 150/1930: the start day is not counted (section 2); weeks, months and years end on the same weekday or
number, or the month's last day (3); the same backwards (4); a last day on a day off moves to the next
working day (5). The moved day is only told as the last lawful day: the earlier one is printed large. A
count backwards is never moved later, since the day it must come before does not move either.
"""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from desk.errands.definition import DeadlineRule
from desk.errands.functions import add_days, add_months, add_weeks, add_years
from desk.errands.workdays import add_workdays, workday_on_or_after
from desk.model.path import Nature

_ADD = {"day": add_days, "week": add_weeks, "month": add_months, "year": add_years}


class Counted(Struct, frozen=True):
    """The day by the rule's own count, and for law the last day on which it is still in time."""

    day: date
    last_lawful_day: date | None

    def is_passed(self, as_of: date) -> bool:
        """True when it is too late on ``as_of``."""
        return (self.last_lawful_day or self.day) < as_of


def count_from(rule: DeadlineRule, base: date) -> Counted | None:
    """Count a deadline from its base day; ``None`` when it lies beyond the calendar."""
    try:
        day = _counted_day(rule, base)
        if rule.nature is not Nature.LAW:
            return Counted(day, None)
        moves = rule.rule == "statutory" and rule.direction == "after"
        return Counted(day, workday_on_or_after(day) if moves else day)
    except OverflowError:
        return None


def _counted_day(rule: DeadlineRule, base: date) -> date:
    count = rule.count if rule.direction == "after" else -rule.count
    if rule.rule == "working_days":
        return add_workdays(base, count) if count else workday_on_or_after(base)
    return _ADD[rule.unit](base, count)
