"""A meeting with an authority's expert by remote service, held at the service point."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desk.model.ids import AgencyId, HandingId


class Connection(StrEnum):
    """How the connection is opened."""

    VIDEO = "video"
    """The desk opens a link that the authority sent."""
    PHONE = "phone"
    """The expert rings the service point."""
    OWN_DEVICE = "own_device"
    """The citizen opens it on their own device, at the point."""


@dataclass(frozen=True, slots=True)
class ExpertMeeting:
    """Where and when the citizen meets the expert, and what to have in hand."""

    id: HandingId
    agency: AgencyId
    at: datetime
    room: str
    connection: Connection
    matter: str = ""
    moved_from: datetime | None = None
    """When it was to be before, as the citizen may have it on paper."""
    revision: int = 0
    """How often it was changed or called off: a calendar puts a later word in the place of an earlier one."""
