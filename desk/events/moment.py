"""When something was recorded, and as which event."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from desk.model.ids import EventId


@dataclass(frozen=True, slots=True)
class Moment:
    """What a fold may know of a record besides its event."""

    id: EventId
    at: datetime
