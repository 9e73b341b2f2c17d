"""The time at the desk: Europe/Helsinki, whatever the machine's own zone is."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

HELSINKI = ZoneInfo("Europe/Helsinki")


class HelsinkiClock:
    """The machine's time, told as Finland tells it. Implements ``desk.ports.Clock``."""

    def now(self) -> datetime:
        """Return the moment now."""
        return datetime.now(HELSINKI)

    def today(self) -> date:
        """Return the day it is in Finland now."""
        return self.now().date()


class DayClock:
    """Noon of one day, for paths as of a date. Implements ``desk.ports.Clock``."""

    def __init__(self, day: date) -> None:
        self._day = day

    def now(self) -> datetime:
        """Return noon of the day."""
        return datetime.combine(self._day, time(12), HELSINKI)

    def today(self) -> date:
        """Return the day."""
        return self._day
