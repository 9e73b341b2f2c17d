"""How fresh this desk wants its catalogue: after how many days it is old, and how often it is refreshed by itself."""

from __future__ import annotations

from desk.errors import PolicyRefused
from desk.model.freshness import (
    LEAST_STALE_DAYS,
    MOST_REFRESH_HOURS,
    MOST_STALE_DAYS,
    REFRESH_HOURS,
    STALE_DAYS,
    FreshnessPolicy,
)
from desk.model.role import Function
from desk.ports import Casebook
from desk.usecases.duty import Duty

_STALE_DAYS, _REFRESH_HOURS = "catalogue.stale_days", "catalogue.refresh_hours"


class CataloguePolicy:
    """Kept in the desk's settings."""

    def __init__(self, casebook: Casebook, duty: Duty) -> None:
        self._casebook = casebook
        self._duty = duty

    def read(self) -> FreshnessPolicy:
        """Return what was set; what was never set, or cannot be meant, is as usual."""
        return FreshnessPolicy(
            self._number(_STALE_DAYS, STALE_DAYS, LEAST_STALE_DAYS, MOST_STALE_DAYS),
            self._number(_REFRESH_HOURS, REFRESH_HOURS, 0, MOST_REFRESH_HOURS),
        )

    def write(self, policy: FreshnessPolicy) -> None:
        """Store it; raises ``PolicyRefused`` for what makes no sense."""
        self._duty.require(Function.KEEP_CONTENT)
        if not LEAST_STALE_DAYS <= policy.stale_days <= MOST_STALE_DAYS:
            raise PolicyRefused(given=policy.stale_days, least=LEAST_STALE_DAYS, most=MOST_STALE_DAYS)
        if not 0 <= policy.refresh_hours <= MOST_REFRESH_HOURS:
            raise PolicyRefused(kind="refresh", given=policy.refresh_hours, most=MOST_REFRESH_HOURS)
        self._casebook.set_setting(_STALE_DAYS, str(policy.stale_days))
        self._casebook.set_setting(_REFRESH_HOURS, str(policy.refresh_hours))

    def _number(self, setting: str, usual: int, least: int, most: int) -> int:
        text = self._casebook.setting(setting) or ""
        number = int(text) if text.isascii() and text.isdecimal() else usual
        return number if least <= number <= most else usual
