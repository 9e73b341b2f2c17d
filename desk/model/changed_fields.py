"""What of a catalogue object is another than before, in the words of a clerk: a phone, an address, the hours.

A clerk who gave the old number yesterday must see that it is another today; that a keyword moved is of no use to them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from desk.model.catalogue import (
    NO_CLASSES,
    NO_SOURCE,
    CatalogueObject,
    Channel,
    Connection,
    Contacts,
    GeneralDescription,
    Organization,
    Service,
    ServiceCollection,
)
from desk.model.local_text import NO_TEXT
from desk.model.refresh import ChangedField


def changed_fields(old: CatalogueObject, new: CatalogueObject) -> tuple[ChangedField, ...]:
    """Return what a clerk would notice; empty when only what nobody reads is another: when it was changed, keywords."""
    found = tuple(field for field, part in _PARTS.items() if part(old) != part(new))
    if not found and _read_by_people(old) != _read_by_people(new):
        return (ChangedField.TEXT,)
    return found


def _name(item: CatalogueObject) -> object:
    return item.names, NO_TEXT if isinstance(item, ServiceCollection) else item.alternative_names


def _phone(item: CatalogueObject) -> object:
    return [each.phones for each in _contacts(item) if each.phones]


def _address(item: CatalogueObject) -> object:
    return [each.addresses for each in _contacts(item) if each.addresses]


def _hours(item: CatalogueObject) -> object:
    own = item.hours if isinstance(item, Channel) else ()
    return own, [each.hours for each in _connections(item) if each.hours]


def _link(item: CatalogueObject) -> object:
    forms = (item.forms, item.attachments, item.form_identifier) if isinstance(item, Channel) else ()
    return forms, [(each.links, each.emails) for each in _contacts(item) if each.links or each.emails]


def _cost(item: CatalogueObject) -> object:
    charge = item.charge if isinstance(item, Service | GeneralDescription) else None
    there = [(each.charge, each.charge_note) for each in _connections(item) if each.charge or each.charge_note]
    return charge, item.texts.charge_note, there


def _channels(item: CatalogueObject) -> object:
    if isinstance(item, ServiceCollection):
        return set(item.services), set(item.channels)
    return {(each.service, each.channel) for each in _connections(item)}


def _text(item: CatalogueObject) -> object:
    requirements = item.requirements if isinstance(item, Service | GeneralDescription) else NO_TEXT
    there = [each.description for each in _connections(item) if each.description]
    return replace(item.texts, charge_note=NO_TEXT), requirements, there


def _connections(item: CatalogueObject) -> list[Connection]:
    """The connections, whose order says nothing."""
    found = item.connections if isinstance(item, Service | Channel | GeneralDescription) else ()
    return sorted(found, key=lambda each: (each.service, each.channel))


def _contacts(item: CatalogueObject) -> list[Contacts]:
    own = [item.contacts] if isinstance(item, Channel | Organization) else []
    return [*own, *(each.contacts for each in _connections(item) if each.contacts)]


def _read_by_people(item: CatalogueObject) -> CatalogueObject:
    """The object without what only searches use, and in no order that says nothing."""
    plain = replace(item, source=NO_SOURCE)
    if isinstance(plain, Service | GeneralDescription):
        return replace(plain, keywords=(), classes=NO_CLASSES, connections=tuple(_connections(plain)))
    if isinstance(plain, Channel):
        return replace(plain, terms=(), connections=tuple(_connections(plain)))
    return plain


_PARTS: dict[ChangedField, Callable[[CatalogueObject], object]] = {
    ChangedField.NAME: _name,
    ChangedField.PHONE: _phone,
    ChangedField.ADDRESS: _address,
    ChangedField.HOURS: _hours,
    ChangedField.LINK: _link,
    ChangedField.COST: _cost,
    ChangedField.CHANNELS: _channels,
    ChangedField.TEXT: _text,
}
