"""How old what the desk shows may be before it says so, and what a refresh changed of what this desk uses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from desk.model.catalogue import Source
from desk.model.ids import ErrandId
from desk.model.refresh import CatalogueChange

STALE_DAYS, LEAST_STALE_DAYS, MOST_STALE_DAYS = 30, 1, 365
REFRESH_HOURS, MOST_REFRESH_HOURS = 24, 24 * 31
STARTER_STALE_AFTER = timedelta(days=365)
"""The starter catalogue is checked by people, once a year."""


@dataclass(frozen=True, slots=True)
class FreshnessPolicy:
    """The desk's own settings. ``refresh_hours`` 0: it is refreshed only when somebody asks for it."""

    stale_days: int = STALE_DAYS
    refresh_hours: int = REFRESH_HOURS

    @property
    def refreshes_itself(self) -> bool:
        """Tell whether the desk refreshes without being asked."""
        return self.refresh_hours > 0


@dataclass(frozen=True, slots=True)
class ObjectAge:
    """How old one object of the catalogue is: ``known`` is when it came, or was last found to be still so."""

    known: datetime
    source: Source


def is_stale(age: ObjectAge, now: datetime, stale_after: timedelta) -> bool:
    """Tell whether what we know of it should be checked before anyone relies on it."""
    if age.source.starter:
        return age.source.checked is not None and now.date() - age.source.checked > STARTER_STALE_AFTER
    return now - age.known > stale_after


def known_on(age: ObjectAge) -> date:
    """The day of which it can be said: so it was then. The starter catalogue is as old as its last check."""
    if age.source.starter and age.source.checked is not None:
        return age.source.checked
    return age.known.date()


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What hangs together with a service: its channels, the description that it shares, what it stands in for."""

    channels: frozenset[str] = frozenset()
    shared: frozenset[str] = frozenset()
    replaced: frozenset[str] = frozenset()

    @property
    def all(self) -> frozenset[str]:
        """All of it."""
        return self.channels | self.shared | self.replaced


NOTHING_AROUND = Surroundings()


@dataclass(frozen=True, slots=True)
class UsedChange:
    """A change of something that this desk uses: for which errands, and how often it was looked at lately."""

    change: CatalogueChange
    errands: tuple[ErrandId, ...] = ()
    looked_at: int = 0


@dataclass(frozen=True, slots=True)
class Shift:
    """One day at the desk. ``since``: when the last one ended; nothing before the very first."""

    began: datetime | None = None
    since: datetime | None = None
    content_before: str | None = None
    """The errands' version that the last shift worked with."""


@dataclass(frozen=True, slots=True)
class Use:
    """What this desk has been busy with; it tells of no visit and of nobody."""

    errands: Mapping[ErrandId, int]
    looked_at: Mapping[str, int]
