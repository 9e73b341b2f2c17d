"""The time at the desk: Europe/Helsinki, whatever the machine's own zone is."""

from __future__ import annotations

from datetime import date, datetime
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
