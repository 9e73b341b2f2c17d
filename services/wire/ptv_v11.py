"""The JSON of the national catalogue's open API, version 11, as it really comes.

Every list may be missing, null or empty, and most texts may be null; so everything but an object's id has
a default. Only what the desk uses is typed: msgspec skips the rest. Names are the wire's own.
``replaces``, ``source`` and ``checked`` are ours: the starter catalogue has the same form plus these.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Raw, Struct, field

DayName = Literal["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", ""]
HourType = Literal["DaysOfTheWeek", "Exceptional", "OverMidnight", "Standard", "Exception", "Special"]
ChargeType = Literal["Chargeable", "FreeOfCharge", "Other", "Charged", "Free", ""]
RoleType = Literal["Responsible", "OtherResponsible", "Producer"]
ChannelType = Literal["EChannel", "WebPage", "PrintableForm", "Phone", "ServiceLocation"]


ABSENT = Raw()


class Wire(Struct, rename="camel", gc=False):
    """Field names are camelCase on the wire."""


class Text(Wire):
    """A text in one language, with a type where several kinds share a list."""

    language: str | None = None
    value: str | None = None
    type: str | None = None


class Page(Wire):
    """A web address with its title."""

    url: str | None = None
    value: str | None = None
    language: str | None = None


class Item(Wire):
    """A reference to another object, with a copy of its name."""

    id: str
    name: str | None = None


class Concept(Wire):
    """A class, target group, life event, ontology term or authorization."""

    name: list[Text] | None = None
    code: str | None = None
    uri: str | None = None
    new_uri: str | None = None


class Municipality(Wire):
    """A municipality's code and names."""

    code: str | None = None
    name: list[Text] | None = None


class Area(Wire):
    """A municipality list, or a region by its code."""

    type: str | None = None
    code: str | None = None
    name: list[Text] | None = None
    municipalities: list[Municipality] | None = None


class Phone(Wire):
    """A phone number; the prefix stands apart."""

    number: str | None = None
    prefix_number: str | None = None
    is_finnish_service_number: bool | None = None
    language: str | None = None
    type: str | None = None
    additional_information: str | None = None
    service_charge_type: ChargeType | None = None
    charge_description: str | None = None


class OpeningHour(Wire):
    """One interval of a rule."""

    day_from: DayName | None = None
    day_to: DayName | None = None
    opens: str | None = field(default=None, name="from")
    closes: str | None = field(default=None, name="to")


class ServiceHour(Wire):
    """One rule of opening hours."""

    service_hour_type: HourType | None = None
    valid_from: str | None = None
    valid_to: str | None = None
    is_closed: bool | None = None
    valid_for_now: bool | None = None
    is_always_open: bool | None = None
    is_reservation: bool | None = None
    additional_information: list[Text] | None = None
    opening_hour: list[OpeningHour] | None = None


class Street(Wire):
    """A street address, or an "other" one that is a point on the map."""

    street: list[Text] | None = None
    street_number: str | None = None
    postal_code: str | None = None
    post_office: list[Text] | None = None
    municipality: Municipality | None = None
    additional_information: list[Text] | None = None
    latitude: str | None = None
    longitude: str | None = None


class PostBox(Wire):
    """A post office box."""

    post_office_box: list[Text] | None = None
    postal_code: str | None = None
    post_office: list[Text] | None = None
    municipality: Municipality | None = None
    additional_information: list[Text] | None = None


class Sentence(Wire):
    """A sentence on accessibility."""

    sentence: list[Text] | None = None


class SentenceGroup(Wire):
    """Sentences on one part of the way in."""

    sentence_group: list[Text] | None = None
    sentences: list[Sentence] | None = None


class Entrance(Wire):
    """A door and how one gets through it."""

    name: list[Text] | None = None
    is_main_entrance: bool | None = None
    accessibility_sentences: list[SentenceGroup] | None = None


class Address(Wire):
    """An address; which of the inner ones is filled, ``subType`` says."""

    type: str | None = None
    sub_type: str | None = None
    street_address: Street | None = None
    post_office_box_address: PostBox | None = None
    other_address: Street | None = None
    location_abroad: list[Text] | None = None
    foreign_address: list[Text] | None = None
    delivery_address_in_text: list[Text] | None = None
    receiver: list[Text] | None = None
    entrances: list[Entrance] | None = None
    country: str | None = None


class ContactDetails(Wire):
    """A connection's own contacts."""

    emails: list[Text] | None = None
    phone_numbers: list[Phone] | None = None
    web_pages: list[Page] | None = None
    addresses: list[Address] | None = None


class ExtraType(Wire):
    """What a shared service point does there (Asti)."""

    type: str | None = None
    code: str | None = None
    name: list[Text] | None = None
    description: list[Text] | None = None


class Connection(Wire):
    """A service at a channel, told from either side."""

    service_channel: Item | None = None
    service: Item | None = None
    service_charge_type: ChargeType | None = None
    description: list[Text] | None = None
    extra_types: list[ExtraType] | None = None
    service_hours: list[ServiceHour] | None = None
    contact_details: ContactDetails | None = None
    digital_authorizations: list[Concept] | None = None


class Offer(Wire):
    """An organization's part in a service."""

    organization: Item | None = None
    role_type: RoleType | None = None


class Legislation(Wire):
    """An act and where it can be read."""

    names: list[Text] | None = None
    web_pages: list[Page] | None = None


class Attachment(Wire):
    """A file to fetch."""

    url: str | None = None
    name: str | None = None
    type: str | None = None
    language: str | None = None


class WebAccessibility(Wire):
    """How accessible an online service says it is."""

    accessibility_classification_level: str | None = None
    wcag_level: str | None = None
    accessibility_statement_web_page: str | None = None
    language: str | None = None


class Catalogued(Wire, kw_only=True):
    """What every object has, and the three fields of the starter catalogue."""

    id: str
    publishing_status: str | None = None
    modified: str | None = None
    replaces: str | list[str] | None = None
    source: str | None = None
    checked: str | None = None


class Service(Catalogued, kw_only=True):
    """A service."""

    general_description_id: str | None = None
    type: str | None = None
    service_names: list[Text] | None
    service_charge_type: ChargeType | None = None
    area_type: str | None = None
    areas: list[Area] | None = None
    service_descriptions: list[Text] | None = None
    languages: list[str] | None = None
    service_classes: list[Concept] | None = None
    ontology_terms: list[Concept] | None = None
    target_groups: list[Concept] | None = None
    life_events: list[Concept] | None = None
    industrial_classes: list[Concept] | None = None
    legislation: list[Legislation] | None = None
    keywords: list[Text] | None = None
    requirements: list[Text] | None = None
    service_channels: list[Connection] | None = None
    organizations: list[Offer] | None = None


class Channel(Catalogued, kw_only=True):
    """A channel of any of the five types: each fills its own part."""

    service_channel_type: ChannelType
    organization_id: str | None = None
    service_channel_names: list[Text] | None = None
    service_channel_descriptions: list[Text] | None = None
    area_type: str | None = None
    areas: list[Area] | None = None
    languages: list[str] | None = None
    web_pages: list[Page] | None = None
    service_hours: list[ServiceHour] | None = None
    services: list[Connection] | None = None
    ontology_terms: list[Concept] | None = None
    phone_numbers: list[Phone] | None = None
    support_phones: list[Phone] | None = None
    emails: list[Text] | None = None
    support_emails: list[Text] | None = None
    addresses: list[Address] | None = None
    delivery_addresses: list[Address] | None = None
    channel_urls: list[Text] | None = None
    form_identifier: list[Text] | None = None
    attachments: list[Attachment] | None = None
    requires_authentication: bool | None = None
    requires_signature: bool | None = None
    accessibility_classification: list[WebAccessibility] | None = None


class Organization(Catalogued, kw_only=True):
    """An organization (still the version 10 model)."""

    organization_names: list[Text] | None
    organization_type: str | None = None
    business_code: str | None = None
    municipality: Municipality | None = None
    organization_descriptions: list[Text] | None = None
    emails: list[Text] | None = None
    phone_numbers: list[Phone] | None = None
    web_pages: list[Page] | None = None
    addresses: list[Address] | None = None
    parent_organization_id: str | None = None


class GeneralDescription(Catalogued, kw_only=True):
    """A general description (still the version 10 model)."""

    names: list[Text] | None
    descriptions: list[Text] | None = None
    type: str | None = None
    service_charge_type: ChargeType | None = None
    service_classes: list[Concept] | None = None
    ontology_terms: list[Concept] | None = None
    target_groups: list[Concept] | None = None
    life_events: list[Concept] | None = None
    industrial_classes: list[Concept] | None = None
    requirements: list[Text] | None = None
    keywords: list[Text] | None = None
    legislation: list[Legislation] | None = None
    service_channels: list[Connection] | None = None


class NamedItem(Wire):
    """A service or channel inside a collection."""

    id: str


class ServiceCollection(Catalogued, kw_only=True):
    """Services and channels shown together."""

    service_collection_names: list[Text] | None
    organization_id: str | None = None
    service_collection_descriptions: list[Text] | None = None
    services: list[NamedItem] | None = None
    service_channels: list[NamedItem] | None = None


class Keys(Wire):
    """Just enough of an unknown object to tell what it is by the keys that it has."""

    id: Raw = ABSENT
    service_names: Raw = ABSENT
    service_channel_type: Raw = ABSENT
    service_channel_names: Raw = ABSENT
    organization_names: Raw = ABSENT
    names: Raw = ABSENT
    service_collection_names: Raw = ABSENT
    item_list: Raw = ABSENT
    page_number: Raw = ABSENT
    name: Raw = ABSENT
