"""How long this service point keeps what it keeps: the proposal, until it decides otherwise."""

from __future__ import annotations

from dataclasses import replace

import msgspec

from desk.errors import KeepingRefused
from desk.model.keeping import (
    LEAST_LOG_YEARS,
    MOST_COPY_DAYS,
    MOST_LOG_YEARS,
    MOST_MONTHS,
    MOST_RECEIPT_YEARS,
    KeepingTimes,
    PlanTime,
)
from desk.model.role import Function, Role, may
from desk.ports import Casebook
from desk.usecases.duty import Duty
from desk.usecases.mandate_policy import MandatePolicies

TIMES = "keeping.times"
"""Setting: the times, as JSON."""
KEEPING_ROLES = tuple(role for role in Role if may(role, Function.KEEP_PLAN))
LIMITS = {
    "months": (0, MOST_MONTHS),
    "at_most": (0, MOST_MONTHS),
    "receipt_years": (1, MOST_RECEIPT_YEARS),
    "log_years": (LEAST_LOG_YEARS, MOST_LOG_YEARS),
    "copy_days": (1, MOST_COPY_DAYS),
}
"""From and to, both possible. A receipt that is gone after a day would help nobody prove anything."""


class KeepingSettings:
    """Reads and sets the times; setting them is for whoever keeps the casebook."""

    def __init__(self, casebook: Casebook, duty: Duty, mandates: MandatePolicies) -> None:
        self._casebook = casebook
        self._duty = duty
        self._mandates = mandates

    def read(self) -> KeepingTimes:
        """Return the times as they are."""
        stored = self._casebook.setting(TIMES)
        times = msgspec.json.decode(stored, type=KeepingTimes) if stored else KeepingTimes()
        return replace(times, mandate_days=self._mandates.read().kept_days)

    def set(self, name: str, number: int) -> KeepingTimes:
        """Set one of the years and days; raises ``KeepingRefused``."""
        self._duty.require(Function.KEEP_CASEBOOK)
        _within(name, number)
        return self._write(replace(self.read(), **{name: number}))  # type: ignore[arg-type]

    def set_plan(self, role: Role, months: int, at_most: int) -> KeepingTimes:
        """Set how long plans stay that were kept in a role; raises ``KeepingRefused``."""
        self._duty.require(Function.KEEP_CASEBOOK)
        if role not in KEEPING_ROLES:
            raise KeepingRefused(name=role, least=0, most=0, given=months)
        _within("months", months)
        _within("at_most", at_most)
        times = self.read()
        return self._write(replace(times, plans={**times.plans, role: PlanTime(months, at_most)}))

    def set_all_plans(self, months: int) -> KeepingTimes:
        """Set how long plans stay in whatever role they were kept; never longer in all than before."""
        self._duty.require(Function.KEEP_CASEBOOK)
        _within("months", months)
        times = self.read()
        plans = {role: replace(times.plan(role), months=months) for role in KEEPING_ROLES}
        return self._write(replace(times, plans=plans))

    def _write(self, times: KeepingTimes) -> KeepingTimes:
        self._casebook.set_setting(TIMES, msgspec.json.encode(times).decode())
        return times


def _within(name: str, number: int) -> None:
    least, most = LIMITS[name]
    if not least <= number <= most:
        raise KeepingRefused(name=name, least=least, most=most, given=number)
