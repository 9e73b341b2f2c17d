"""What the day list shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desk.usecases.day_list import DayLine, When


@dataclass(frozen=True, slots=True)
class DaysState:
    """The lines in their order; ``today`` is the desk's day."""

    loaded: bool = False
    allowed: bool = True
    """False in a role that follows nobody up."""
    lines: tuple[DayLine, ...] = ()
    today: date = date.min

    @property
    def urgent(self) -> int:
        """How many of them are overdue or due today."""
        return sum(line.when is not When.SOON for line in self.lines)

    def of(self, when: When) -> tuple[DayLine, ...]:
        """One part of the list."""
        return tuple(line for line in self.lines if line.when is when)
