"""Addresses with their entrances, contacts, and connections between services and channels."""

from __future__ import annotations

from collections.abc import Iterable
from math import isfinite

from desk.model import catalogue as desk
from desk.model.local_text import NO_TEXT, LocalText
from services.wire import ptv_v11 as wire
from services.wire.ptv_v11_parts import charge, concepts, emails, hours, links, local, phones

SERVICE_POINT = "Asti"


def addresses(items: Iterable[wire.Address] | None) -> tuple[desk.Address, ...]:
    """Visiting, postal and delivery addresses."""
    return tuple(_address(item) for item in items or ())


def _address(item: wire.Address) -> desk.Address:
    street = item.street_address or item.other_address
    box = item.post_office_box_address
    place = street or box
    town = place.municipality if place else None
    return desk.Address(
        kind=item.type or "Postal",
        street=local(street.street) if street else NO_TEXT,
        street_number=(street.street_number or None) if street else None,
        post_box=local(box.post_office_box) if box else NO_TEXT,
        postal_code=(place.postal_code or None) if place else None,
        post_office=local(place.post_office) if place else NO_TEXT,
        municipality=local(town.name) if town else NO_TEXT,
        municipality_code=town.code if town else None,
        as_text=_as_text(item),
        note=local(place.additional_information) if place else NO_TEXT,
        receiver=local(item.receiver),
        country=item.country,
        northing=_metres(street.latitude) if street else None,
        easting=_metres(street.longitude) if street else None,
        entrances=tuple(_entrance(door) for door in item.entrances or ()),
    )


def _as_text(item: wire.Address) -> LocalText:
    return local(item.delivery_address_in_text) or local(item.location_abroad) or local(item.foreign_address)


def _metres(value: str | None) -> float | None:
    """A coordinate, with a point or a comma. One that is no number costs the distance, not the place."""
    try:
        metres = float(value.replace(",", ".")) if value else None
    except ValueError:
        return None
    return metres if metres is not None and isfinite(metres) else None


def _entrance(door: wire.Entrance) -> desk.Entrance:
    return desk.Entrance(
        name=local(door.name),
        is_main=bool(door.is_main_entrance),
        accessibility=tuple(
            desk.AccessibilityGroup(
                heading=local(group.sentence_group),
                sentences=tuple(local(each.sentence) for each in group.sentences or ()),
            )
            for group in door.accessibility_sentences or ()
        ),
    )


def contacts(details: wire.ContactDetails | None) -> desk.Contacts:
    """The contacts of a connection."""
    if details is None:
        return desk.NO_CONTACTS
    return desk.Contacts(
        phones=phones(details.phone_numbers),
        emails=emails(details.emails),
        links=links(details.web_pages),
        addresses=addresses(details.addresses),
    )


def connections(items: list[wire.Connection] | None, owner: str) -> tuple[desk.Connection, ...]:
    """Connections as told by a service (``owner`` is its id), naming channels."""
    return tuple(
        _connection(item, owner, item.service_channel.id) for item in items or () if item.service_channel is not None
    )


def connections_of_channel(items: list[wire.Connection] | None, owner: str) -> tuple[desk.Connection, ...]:
    """Connections as told by a channel (``owner`` is its id), naming services."""
    return tuple(_connection(item, item.service.id, owner) for item in items or () if item.service is not None)


def _connection(item: wire.Connection, service: str, channel: str) -> desk.Connection:
    return desk.Connection(
        service=service,
        channel=desk.ChannelId(channel),
        description=local(item.description, "Description"),
        charge=charge(item.service_charge_type),
        charge_note=local(item.description, "ChargeTypeAdditionalInfo"),
        hours=hours(item.service_hours),
        contacts=contacts(item.contact_details),
        extra_types=tuple(
            desk.ExtraType(extra.code, local(extra.name), local(extra.description))
            for extra in item.extra_types or ()
            if extra.code and extra.type in (SERVICE_POINT, None)
        ),
        authorizations=tuple(each.name for each in concepts(item.digital_authorizations) if each.name),
    )
