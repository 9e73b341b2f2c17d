"""What the desk needs of whoever writes calendar files."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from desk.model.plan import Plan


@dataclass(frozen=True, slots=True)
class CalendarOptions:
    """How a calendar file is to be made."""

    identity: str
    """The same for the same plan, so that a later file replaces the days of an earlier one. It is in no file."""
    made_at: datetime
    named: bool = False
    """With the names of the steps; else each day says only which step of the plan it is of."""


class CalendarMaker(Protocol):
    """Writes the days of a plan as a calendar file."""

    def calendar(self, plan: Plan, options: CalendarOptions) -> bytes:
        """Return the days as iCalendar, in the language of the plan; a discreet plan's never have names."""
        ...
