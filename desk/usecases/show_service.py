"""Show one service with every way to reach it: those open now first, then the nearest."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from desk.model.catalogue import ChannelKind
from desk.model.hours import OpenState, OpenStatus, status_at
from desk.model.link_check import LinkCheck
from desk.model.places import NOWHERE, Spot, Whereabouts, nearest_distance
from desk.model.point_note import ALL_KINDS, NoteKind, PointNote
from desk.model.service_sheet import ServiceSheet, SheetChannel
from desk.ports import CatalogueStore, Clock

OPEN_NOW = (OpenState.OPEN, OpenState.SELF_SERVICE, OpenState.ALWAYS)
OPEN_FIRST = (
    *OPEN_NOW,
    OpenState.HOLIDAY,
    OpenState.BY_APPOINTMENT,
    OpenState.UNKNOWN,
    OpenState.CLOSED,
)
NEVER_CLOSED = (ChannelKind.ONLINE_SERVICE, ChannelKind.WEB_PAGE)
"""Where these give no hours, they can be used at any."""


@dataclass(frozen=True, slots=True)
class ShownService:
    """A sheet at a moment. ``opening`` and ``distances`` have one entry for each of the sheet's channels, in their
    order; a distance is in metres from this desk, or unknown."""

    sheet: ServiceSheet
    opening: tuple[OpenStatus, ...]
    at: datetime
    distances: tuple[float | None, ...] = ()
    notes: tuple[PointNote, ...] = ()
    """The point's notes that count today, about the service or a channel of the sheet."""
    note_kinds: frozenset[NoteKind] = ALL_KINDS
    """What the one at the desk may write about it."""
    broken_links: tuple[LinkCheck, ...] = ()


@dataclass(frozen=True, slots=True)
class _Judged:
    """A channel, how it stands now, and how far it is."""

    channel: SheetChannel
    status: OpenStatus
    distance: float | None


class ShowService:
    """Reads a sheet and says what is open and how far it is."""

    def __init__(
        self, store: CatalogueStore, clock: Clock, whereabouts: Callable[[], Whereabouts] = lambda: NOWHERE
    ) -> None:
        self._store = store
        self._clock = clock
        self._whereabouts = whereabouts

    def __call__(self, identity: str) -> ShownService:
        """The service as it is now; raises ``ServiceUnknown``."""
        now = self._clock.now()
        return shown(self._store.sheet(identity, now), now, self._whereabouts().spot)


def shown(sheet: ServiceSheet, at: datetime, here: Spot | None = None) -> ShownService:
    """The sheet with its channels in the order in which a person would try them.

    First what is open now, then the rest; of either first those whose distance is known, nearest first; among equals
    those that say more of themselves, then the catalogue's own order.
    """
    judged = sorted(
        (
            _Judged(each, status_at(each.hours, at), nearest_distance(here, each.contacts.addresses))
            for each in sheet.channels
        ),
        key=_rank,
    )
    return ShownService(
        sheet=replace(sheet, channels=tuple(each.channel for each in judged)),
        opening=tuple(each.status for each in judged),
        at=at,
        distances=tuple(each.distance for each in judged),
    )


def _rank(judged: _Judged) -> tuple[bool, bool, float, int]:
    state = judged.status.state
    usable_now = state in OPEN_NOW or (state is OpenState.UNKNOWN and judged.channel.kind in NEVER_CLOSED)
    distance = judged.distance
    return not usable_now, distance is None, distance or 0.0, OPEN_FIRST.index(state)
