"""Opening hours as the national catalogue writes them: weekly rules, nights and exceptions.

What these rules *mean* at a moment (open now, opens at) is in ``desk.model.hours``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from desk.model.local_text import NO_TEXT, LocalText


class HoursKind(StrEnum):
    """How a rule speaks of time; the values are the catalogue's own, but for the last."""

    WEEKLY = "DaysOfTheWeek"
    EXCEPTIONAL = "Exceptional"
    OVER_MIDNIGHT = "OverMidnight"
    DATED = "Dated"
    """The hours of one date, from a directory that gives each date by itself: nothing else counts on that day."""


@dataclass(frozen=True, slots=True)
class Opening:
    """One interval. Days are 0 = Monday … 6 = Sunday; an exception for one date has no days."""

    opens: time
    closes: time
    day_from: int | None = None
    day_to: int | None = None


@dataclass(frozen=True, slots=True)
class ServiceHours:
    """One rule, valid from the first to the last date named (both counted), or until further notice."""

    kind: HoursKind
    openings: tuple[Opening, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    is_closed: bool = False
    is_always_open: bool = False
    by_reservation: bool = False
    note: LocalText = NO_TEXT
    self_service: bool = False
    """It is open, and nobody serves."""
