"""What a clerk is told of a changed object: what they would read out, and nothing that only a search uses."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time

import pytest

from desk.model.catalogue import (
    Address,
    Channel,
    ChannelId,
    ChannelKind,
    Charge,
    Classification,
    Classifications,
    CollectionId,
    Connection,
    Contacts,
    Email,
    FormFile,
    Offer,
    OrganizationId,
    Phone,
    Role,
    Service,
    ServiceCollection,
    ServiceId,
    Source,
    Texts,
    WebLink,
)
from desk.model.changed_fields import changed_fields
from desk.model.local_text import LocalText
from desk.model.refresh import ChangedField
from desk.model.service_hours import HoursKind, Opening, ServiceHours

TEXT = LocalText({"fi": "Teksti"})
HOURS = (ServiceHours(HoursKind.WEEKLY, (Opening(time(8), time(16), 0),)),)
C1, C2 = ChannelId("c1"), ChannelId("c2")
SERVICE = Service(ServiceId("s1"), LocalText({"fi": "Passi"}), connections=(Connection("s1", C1), Connection("s1", C2)))
PLACE = Channel(C1, ChannelKind.PLACE, LocalText({"fi": "Piste"}), contacts=Contacts(phones=(Phone("0100"),)))


def at_channel(**more):
    return replace(SERVICE, connections=(Connection("s1", C1, **more), SERVICE.connections[1]))


@pytest.mark.parametrize(
    ("new", "fields"),
    [
        (replace(SERVICE, names=TEXT), (ChangedField.NAME,)),
        (replace(SERVICE, alternative_names=TEXT), (ChangedField.NAME,)),
        (replace(SERVICE, charge=Charge.FREE), (ChangedField.COST,)),
        (replace(SERVICE, texts=Texts(charge_note=TEXT)), (ChangedField.COST,)),
        (replace(SERVICE, texts=Texts(deadline=TEXT)), (ChangedField.TEXT,)),
        (replace(SERVICE, requirements=TEXT), (ChangedField.TEXT,)),
        (replace(SERVICE, connections=SERVICE.connections[:1]), (ChangedField.CHANNELS,)),
        (at_channel(hours=HOURS), (ChangedField.HOURS,)),
        (at_channel(charge_note=TEXT), (ChangedField.COST,)),
        (at_channel(description=TEXT), (ChangedField.TEXT,)),
        (at_channel(contacts=Contacts(links=(WebLink("https://a.example"),))), (ChangedField.LINK,)),
        (replace(SERVICE, nationwide=True), (ChangedField.TEXT,)),
        (replace(SERVICE, offers=(Offer(OrganizationId("o1"), Role.PRODUCER),)), (ChangedField.TEXT,)),
        (replace(SERVICE, names=TEXT, charge=Charge.OTHER), (ChangedField.NAME, ChangedField.COST)),
    ],
)
def test_of_a_service(new, fields):
    assert changed_fields(SERVICE, new) == fields


@pytest.mark.parametrize(
    ("new", "fields"),
    [
        (replace(PLACE, contacts=Contacts(phones=(Phone("0200"),))), (ChangedField.PHONE,)),
        (replace(PLACE, contacts=replace(PLACE.contacts, emails=(Email("a@b.example"),))), (ChangedField.LINK,)),
        (replace(PLACE, contacts=replace(PLACE.contacts, addresses=(Address("Location"),))), (ChangedField.ADDRESS,)),
        (replace(PLACE, hours=HOURS), (ChangedField.HOURS,)),
        (replace(PLACE, forms=(FormFile("https://a.example/a.pdf"),)), (ChangedField.LINK,)),
        (replace(PLACE, connections=(Connection("s1", C1),)), (ChangedField.CHANNELS,)),
        (replace(PLACE, languages=("sv",)), (ChangedField.TEXT,)),
    ],
)
def test_of_a_channel(new, fields):
    assert changed_fields(PLACE, new) == fields


@pytest.mark.parametrize(
    "new",
    [
        SERVICE,
        replace(SERVICE, source=Source(modified=datetime(2026, 1, 1, tzinfo=UTC))),
        replace(SERVICE, keywords=(("fi", "matka"),)),
        replace(SERVICE, classes=Classifications(ontology_terms=(Classification(TEXT),))),
        replace(SERVICE, connections=SERVICE.connections[::-1]),
    ],
    ids=["nothing", "when", "keywords", "classes", "the order of channels"],
)
def test_what_nobody_reads_is_no_change(new):
    assert changed_fields(SERVICE, new) == ()


def test_of_a_collection():
    old = ServiceCollection(CollectionId("k1"), TEXT, services=(ServiceId("s1"), ServiceId("s2")))
    assert changed_fields(old, replace(old, services=old.services[:1])) == (ChangedField.CHANNELS,)
