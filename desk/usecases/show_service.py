"""Show one service with every way to reach it, those open now first."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from desk.model.hours import OpenState, OpenStatus, status_at
from desk.model.service_sheet import ServiceSheet, SheetChannel
from desk.ports import CatalogueStore, Clock

OPEN_FIRST = (OpenState.OPEN, OpenState.ALWAYS, OpenState.BY_APPOINTMENT, OpenState.UNKNOWN, OpenState.CLOSED)


@dataclass(frozen=True, slots=True)
class ShownService:
    """A sheet at a moment. ``opening`` has one entry for each of the sheet's channels, in their order."""

    sheet: ServiceSheet
    opening: tuple[OpenStatus, ...]
    at: datetime


class ShowService:
    """Reads a sheet and says what is open."""

    def __init__(self, store: CatalogueStore, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def __call__(self, identity: str) -> ShownService:
        """The service as it is now; raises ``ServiceUnknown``."""
        now = self._clock.now()
        return shown(self._store.sheet(identity, now), now)


def shown(sheet: ServiceSheet, at: datetime) -> ShownService:
    """The sheet with what is open first; among equals the catalogue's own order stays."""
    judged = [(channel, status_at(channel.hours, at)) for channel in sheet.channels]
    judged.sort(key=_rank)
    return ShownService(
        sheet=replace(sheet, channels=tuple(channel for channel, _ in judged)),
        opening=tuple(status for _, status in judged),
        at=at,
    )


def _rank(judged: tuple[SheetChannel, OpenStatus]) -> int:
    return OPEN_FIRST.index(judged[1].state)
