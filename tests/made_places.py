"""A made-up office on the map, which the screen's and the paper's tests show, so many metres from a desk."""

from __future__ import annotations

from datetime import time
from typing import Any

from desk.model.catalogue import Address, ChannelId, ChannelKind, Contacts, Entrance
from desk.model.local_text import LocalText
from desk.model.places import Spot
from desk.model.service_hours import HoursKind, Opening, ServiceHours
from desk.model.service_sheet import SheetChannel

HERE = Spot(6_974_800, 533_600)
"""Where the desk is."""
OFFICE = ServiceHours(HoursKind.WEEKLY, (Opening(time(9), time(16), 0, 4),))
"""Monday to Friday."""


def local(text: str) -> LocalText:
    """A text in English."""
    return LocalText({"en": text})


def place(*entrances: Entrance, metres: float = 350, **more: Any) -> SheetChannel:
    """An office so far north of the desk, with these ways in and ``more`` of its own."""
    address = Address(
        "Location",
        street=local("Juankoskentie"),
        street_number="7",
        postal_code="73500",
        post_office=local("JUANKOSKI"),
        municipality=local("Kuopio"),
        northing=HERE.northing + metres,
        easting=HERE.easting,
        entrances=entrances,
    )
    given: dict[str, Any] = {"contacts": Contacts(addresses=(address,)), "hours": (OFFICE,)} | more
    return SheetChannel(ChannelId("a"), ChannelKind.PLACE, local("Office"), **given)
