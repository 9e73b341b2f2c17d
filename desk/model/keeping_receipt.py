"""What a run of retention, or an erasure, leaves on paper: how many of what, and nothing of anybody."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from desk.model.ids import VisitId
from desk.model.keeping import Category, KeepingTimes


@dataclass(frozen=True, slots=True)
class Going:
    """One thing whose time is over."""

    visit: VisitId
    number: int
    category: Category
    kept_until: date


@dataclass(frozen=True, slots=True)
class KeepingReceipt:
    """A run, or what one would do."""

    at: datetime
    times: KeepingTimes
    going: tuple[Going, ...] = ()
    log_events: int = 0
    head_before: tuple[str, ...] = ()
    head_after: tuple[str, ...] = ()
    last_copy_gone: date | None = None
    """When the last backup that may still hold some of it is gone; ``None`` when none holds any."""
    dry: bool = False
    point: str = ""
    counts: Mapping[Category, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """Return how many things went, the log as one each event."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class ErasureReceipt:
    """What became of everything that was kept of one visit."""

    at: datetime
    number: int
    erased_events: int
    stays: Mapping[Category, date] = field(default_factory=dict)
    """What is kept all the same, and until when."""
    lies_here: int = 0
    """Documents that are at the desk still: their receipts stay, and have no day yet."""
    no_copy_left: bool = False
    """A new backup could not be made in the place of those that held it: there is none now."""
    last_copy_gone: date | None = None
    head_after: tuple[str, ...] = ()
    point: str = ""
