"""What the national service catalogue knows: services, channels, organizations and how they hang together.

The words are the catalogue's (PTV): a *service* is offered by *organizations*, and a *connection* says
through which *channel*, and how there. A *general description* holds texts that many services share.
What a screen or paper shows of it is ``desk.model.service_sheet``; what the search gives, ``desk.model.search``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NewType

from desk.model.local_text import NO_TEXT, LocalText
from desk.model.service_hours import ServiceHours

ServiceId = NewType("ServiceId", str)
ChannelId = NewType("ChannelId", str)
OrganizationId = NewType("OrganizationId", str)
GeneralDescriptionId = NewType("GeneralDescriptionId", str)
CollectionId = NewType("CollectionId", str)


STARTER_NAMESPACE = "tiski-"
"""Ids of the starter catalogue begin so; ids of the national catalogue are UUIDs."""


class ChannelKind(StrEnum):
    """The ways a service is reached; the values are the catalogue's own."""

    ONLINE_SERVICE = "EChannel"
    WEB_PAGE = "WebPage"
    FORM = "PrintableForm"
    PHONE = "Phone"
    PLACE = "ServiceLocation"


class Charge(StrEnum):
    """Whether something costs the citizen money; the values are the catalogue's own."""

    CHARGEABLE = "Chargeable"
    FREE = "FreeOfCharge"
    OTHER = "Other"


class Role(StrEnum):
    """What an organization does for a service."""

    RESPONSIBLE = "Responsible"
    ALSO_RESPONSIBLE = "OtherResponsible"
    PRODUCER = "Producer"


@dataclass(frozen=True, slots=True)
class Source:
    """Where an object came from and how fresh it is. ``replaces``: what a starter object stands in for."""

    modified: datetime | None = None
    starter: bool = False
    address: str | None = None
    checked: date | None = None
    replaces: tuple[str, ...] = ()


NO_SOURCE = Source()


@dataclass(frozen=True, slots=True)
class Texts:
    """The describing texts that services, general descriptions and channels share by type."""

    summary: LocalText = NO_TEXT
    description: LocalText = NO_TEXT
    background: LocalText = NO_TEXT
    instruction: LocalText = NO_TEXT
    charge_note: LocalText = NO_TEXT
    deadline: LocalText = NO_TEXT
    processing_time: LocalText = NO_TEXT
    validity: LocalText = NO_TEXT


NO_TEXTS = Texts()


@dataclass(frozen=True, slots=True)
class Classification:
    """A class, target group, life event or ontology term. ``code`` is what it is known by, if it has one."""

    name: LocalText
    code: str | None = None
    uri: str | None = None


@dataclass(frozen=True, slots=True)
class Classifications:
    """All the drawers a service lies in."""

    service_classes: tuple[Classification, ...] = ()
    target_groups: tuple[Classification, ...] = ()
    life_events: tuple[Classification, ...] = ()
    ontology_terms: tuple[Classification, ...] = ()
    industrial_classes: tuple[Classification, ...] = ()


NO_CLASSES = Classifications()


@dataclass(frozen=True, slots=True)
class Area:
    """Where something is offered: a municipality, or a region with the municipalities it covers, if said."""

    kind: str
    code: str | None = None
    name: LocalText = NO_TEXT
    municipalities: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Phone:
    """A telephone number as it is dialled from Finland, and what the call costs."""

    number: str
    language: str | None = None
    note: str | None = None
    charge: Charge | None = None
    charge_note: str | None = None
    kind: str = "Phone"


@dataclass(frozen=True, slots=True)
class Email:
    """An e-mail address for speakers of one language."""

    address: str
    language: str | None = None


@dataclass(frozen=True, slots=True)
class WebLink:
    """A page on the web with its title."""

    url: str
    title: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class FormFile:
    """A printable form or an attachment to fetch."""

    url: str
    title: str | None = None
    file_kind: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class AccessibilityGroup:
    """What can be said about one part of the way in, sentence by sentence."""

    heading: LocalText
    sentences: tuple[LocalText, ...] = ()


@dataclass(frozen=True, slots=True)
class Entrance:
    """A door, with what a person who moves with difficulty should know of it."""

    name: LocalText = NO_TEXT
    is_main: bool = False
    accessibility: tuple[AccessibilityGroup, ...] = ()


@dataclass(frozen=True, slots=True)
class Address:
    """A visiting or postal address. Coordinates are ETRS-TM35FIN metres, not degrees."""

    kind: str
    street: LocalText = NO_TEXT
    street_number: str | None = None
    post_box: LocalText = NO_TEXT
    postal_code: str | None = None
    post_office: LocalText = NO_TEXT
    municipality: LocalText = NO_TEXT
    municipality_code: str | None = None
    as_text: LocalText = NO_TEXT
    note: LocalText = NO_TEXT
    receiver: LocalText = NO_TEXT
    country: str | None = None
    northing: float | None = None
    easting: float | None = None
    entrances: tuple[Entrance, ...] = ()

    @property
    def is_postal(self) -> bool:
        """A post address only: nobody can walk in there."""
        return self.kind == "Postal"


@dataclass(frozen=True, slots=True)
class Contacts:
    """Phones, e-mails, links and addresses that belong together."""

    phones: tuple[Phone, ...] = ()
    emails: tuple[Email, ...] = ()
    links: tuple[WebLink, ...] = ()
    addresses: tuple[Address, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.phones or self.emails or self.links or self.addresses)


NO_CONTACTS = Contacts()


@dataclass(frozen=True, slots=True)
class ExtraType:
    """What a shared service point does for this service there (Asti), in the catalogue's code."""

    code: str
    name: LocalText = NO_TEXT
    description: LocalText = NO_TEXT


@dataclass(frozen=True, slots=True)
class Connection:
    """How one service is given through one channel; its own hours and contacts win over the channel's."""

    service: str
    channel: ChannelId
    description: LocalText = NO_TEXT
    charge: Charge | None = None
    charge_note: LocalText = NO_TEXT
    hours: tuple[ServiceHours, ...] = ()
    contacts: Contacts = NO_CONTACTS
    extra_types: tuple[ExtraType, ...] = ()
    authorizations: tuple[LocalText, ...] = ()


@dataclass(frozen=True, slots=True)
class Offer:
    """An organization's part in a service; the name is the copy that came with the service."""

    organization: OrganizationId
    role: Role
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Law:
    """An act that a service rests on."""

    name: LocalText
    links: tuple[WebLink, ...] = ()


@dataclass(frozen=True, slots=True)
class Service:
    """Something an organization does for people."""

    id: ServiceId
    names: LocalText
    source: Source = NO_SOURCE
    alternative_names: LocalText = NO_TEXT
    texts: Texts = NO_TEXTS
    requirements: LocalText = NO_TEXT
    keywords: tuple[tuple[str, str], ...] = ()
    """Pairs of language and word: one language has many."""
    charge: Charge | None = None
    general_description: GeneralDescriptionId | None = None
    kind: str = "Service"
    nationwide: bool = False
    areas: tuple[Area, ...] = ()
    languages: tuple[str, ...] = ()
    classes: Classifications = NO_CLASSES
    offers: tuple[Offer, ...] = ()
    connections: tuple[Connection, ...] = ()
    laws: tuple[Law, ...] = ()


@dataclass(frozen=True, slots=True)
class Channel:
    """A way to reach services: a place, a phone line, an online service, a page or a form."""

    id: ChannelId
    kind: ChannelKind
    names: LocalText
    source: Source = NO_SOURCE
    alternative_names: LocalText = NO_TEXT
    organization: OrganizationId | None = None
    texts: Texts = NO_TEXTS
    nationwide: bool = False
    areas: tuple[Area, ...] = ()
    languages: tuple[str, ...] = ()
    contacts: Contacts = NO_CONTACTS
    hours: tuple[ServiceHours, ...] = ()
    forms: tuple[FormFile, ...] = ()
    form_identifier: LocalText = NO_TEXT
    attachments: tuple[FormFile, ...] = ()
    requires_authentication: bool = False
    requires_signature: bool = False
    web_accessibility: tuple[str, ...] = ()
    terms: tuple[Classification, ...] = ()
    connections: tuple[Connection, ...] = ()


@dataclass(frozen=True, slots=True)
class Organization:
    """An authority, municipality, company or association."""

    id: OrganizationId
    names: LocalText
    source: Source = NO_SOURCE
    alternative_names: LocalText = NO_TEXT
    texts: Texts = NO_TEXTS
    kind: str | None = None
    business_code: str | None = None
    municipality_code: str | None = None
    parent: OrganizationId | None = None
    contacts: Contacts = NO_CONTACTS


@dataclass(frozen=True, slots=True)
class GeneralDescription:
    """Texts, requirements and classes that all services of one sort share."""

    id: GeneralDescriptionId
    names: LocalText
    source: Source = NO_SOURCE
    alternative_names: LocalText = NO_TEXT
    texts: Texts = NO_TEXTS
    requirements: LocalText = NO_TEXT
    keywords: tuple[tuple[str, str], ...] = ()
    charge: Charge | None = None
    kind: str = "Service"
    classes: Classifications = NO_CLASSES
    connections: tuple[Connection, ...] = ()
    laws: tuple[Law, ...] = ()


@dataclass(frozen=True, slots=True)
class ServiceCollection:
    """Services and channels that an organization shows together."""

    id: CollectionId
    names: LocalText
    source: Source = NO_SOURCE
    texts: Texts = NO_TEXTS
    organization: OrganizationId | None = None
    services: tuple[ServiceId, ...] = ()
    channels: tuple[ChannelId, ...] = ()


CatalogueObject = Service | Channel | Organization | GeneralDescription | ServiceCollection
"""Everything that can be taken into the catalogue."""
