"""What the catalogue screen shows, card by card."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from desk.errors import DeskError
from desk.model.refresh import RefreshProgress, RefreshReport, SyncArea
from desk.model.search import CatalogueStatus
from ui.widgets.municipality_field import Municipality

EMPTY = CatalogueStatus()


@dataclass(frozen=True, slots=True)
class FreshnessState:
    """How old the catalogue is, and how a refresh goes. ``areas`` are names in the clerk's language."""

    status: CatalogueStatus = EMPTY
    now: datetime | None = None
    stale: bool = False
    areas: tuple[str, ...] = ()
    whole_country: bool = False
    progress: RefreshProgress | None = None
    """A refresh is under way."""
    paused: bool = False
    report: RefreshReport | None = None
    """What the last refresh of this day did."""
    error: DeskError | None = None
    """Why the last try ended early."""

    @property
    def is_running(self) -> bool:
        """Whether a refresh is under way, paused or not."""
        return self.progress is not None


@dataclass(frozen=True, slots=True)
class AreaName:
    """An area that is kept, by its name in the clerk's language."""

    area: SyncArea
    name: str


@dataclass(frozen=True, slots=True)
class KeepingState:
    """What is kept and how often it is refreshed. ``refresh_hours`` 0: never by itself."""

    areas: tuple[AreaName, ...] = ()
    whole_country: bool = False
    municipalities: tuple[Municipality, ...] = ()
    refresh_hours: int = 24
    stale_days: int = 30
    may: bool = True
    """Whether the one at the desk keeps the content."""
