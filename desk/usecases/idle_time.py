"""After how many minutes without anybody the desk locks itself."""

from __future__ import annotations

from desk.errors import IdleMinutesRefused
from desk.model.role import Function
from desk.ports import Casebook
from desk.usecases.duty import Duty

MINUTES = (2, 5, 10, 15, 30, 60)
MINUTES_BY_DEFAULT = 10
_SETTING = "desk.idle_minutes"


class IdleTime:
    """Kept in the desk's settings: it is the room's, not a clerk's."""

    def __init__(self, casebook: Casebook, duty: Duty) -> None:
        self._casebook = casebook
        self._duty = duty

    def minutes(self) -> int:
        """Return the minutes; what cannot be read is as if nothing were set."""
        stored = self._casebook.setting(_SETTING)
        minutes = int(stored) if stored is not None and stored.isdecimal() else 0
        return minutes if minutes in MINUTES else MINUTES_BY_DEFAULT

    def set(self, minutes: int) -> int:
        """Lock after so many minutes; raises ``NotYourRole``, and ``IdleMinutesRefused`` for others than offered."""
        self._duty.require(Function.SET_UP_POINT)
        if minutes not in MINUTES:
            raise IdleMinutesRefused(offered=", ".join(map(str, MINUTES)), given=minutes)
        self._casebook.set_setting(_SETTING, str(minutes))
        return minutes
