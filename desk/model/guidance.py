"""What the guidance paper of one service holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from desk.model.hours import OpenStatus
from desk.model.plan import WhoToAsk
from desk.model.point_note import PointNote
from desk.model.service_sheet import ServiceSheet


@dataclass(frozen=True, slots=True)
class Guidance:
    """One service at a moment. ``opening`` and ``distances`` have one entry for each of the sheet's channels, in their
    order; distances are in metres from this desk."""

    sheet: ServiceSheet
    opening: tuple[OpenStatus, ...]
    at: datetime
    ask: WhoToAsk
    notes: tuple[PointNote, ...] = ()
    """The point's notes that count; those that are for citizens too stand on the paper."""
    broken_links: frozenset[str] = frozenset()
    distances: tuple[float | None, ...] = ()
