"""How long somebody waits after wrong PINs: nothing at first, then twice as long each time, and never for ever."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import datetime

FREE_TRIES = 2
FIRST_WAIT = 5
LONGEST_WAIT = 15 * 60
"""Seconds. Nothing is ever erased or locked for good: who forgot their PIN gets another from the supervisor."""


@dataclass(frozen=True, slots=True)
class Tries:
    """The wrong PINs of one member since the last right one."""

    wrong: int
    last: datetime

    @property
    def wait(self) -> int:
        """Seconds between the last wrong PIN and the next try."""
        doublings = self.wrong - FREE_TRIES - 1
        return 0 if doublings < 0 else min(LONGEST_WAIT, FIRST_WAIT * 2 ** min(doublings, 16))

    def left(self, now: datetime) -> int:
        """Return the seconds that are still to wait; a clock that was set back never makes it longer than ``wait``."""
        gone = (now - self.last).total_seconds()
        return min(self.wait, max(0, math.ceil(self.wait - gone)))
