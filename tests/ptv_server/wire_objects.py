"""Builders of wire objects as the API sends them: short to write in a test, whole on the wire."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

Wire: TypeAlias = dict[str, Any]
Words: TypeAlias = Mapping[str, str] | str
"""Texts by language; a bare text is Finnish."""


def texts(words: Words, kind: str = "Name") -> list[Wire]:
    """One row a language, with a type."""
    by_language = {"fi": words} if isinstance(words, str) else words
    return [{"language": language, "value": value, "type": kind} for language, value in by_language.items()]


def plain_texts(words: Words) -> list[Wire]:
    """One row a language, without a type."""
    return [{"language": row["language"], "value": row["value"]} for row in texts(words)]


def area(*municipalities: str) -> Wire:
    """Where an object is offered: the codes of municipalities; none means the whole country."""
    if not municipalities:
        return {"areaType": "Nationwide", "areas": []}
    places = [{"code": code, "name": [{"value": f"Kunta {code}", "language": "fi"}]} for code in municipalities]
    limited = {"type": "Municipality", "code": None, "name": None, "municipalities": places}
    return {"areaType": "LimitedType", "areas": [limited]}


def service(
    identity: str,
    names: Words,
    *,
    organization: str | None = None,
    channels: Iterable[Wire] = (),
    general: str | None = None,
    municipalities: Iterable[str] = (),
    **more: Any,
) -> Wire:
    """A service. ``channels`` are rows of ``connection``."""
    offers = [{"organization": {"id": organization, "name": None}, "roleType": "Responsible"}] if organization else None
    made = {
        "id": identity,
        "sourceId": None,
        "generalDescriptionId": general,
        "subType": None,
        "type": "Service",
        "fundingType": "PubliclyFunded",
        "serviceNames": texts(names),
        "serviceChargeType": None,
        **area(*municipalities),
        "serviceDescriptions": texts("Lyhyesti.", "Summary") + texts("Kuvaus.", "Description"),
        "languages": ["fi"],
        "serviceClasses": [],
        "ontologyTerms": [],
        "targetGroups": [],
        "lifeEvents": None,
        "industrialClasses": None,
        "legislation": [],
        "keywords": [],
        "requirements": [{"language": "fi", "value": ""}],
        "serviceChannels": list(channels) or None,
        "organizations": offers,
        "serviceVouchersInUse": False,
        "serviceVouchers": [],
        "publishingStatus": "Published",
        "modified": None,
    }
    return made | more


def connection(channel: str, **more: Any) -> Wire:
    """A service at a channel, as the service tells it."""
    return {
        "serviceChannel": {"id": channel, "name": None},
        "serviceChargeType": None,
        "description": None,
        "extraTypes": [],
        "serviceHours": None,
        "contactDetails": None,
        "digitalAuthorizations": [],
    } | more


def channel(
    identity: str,
    names: Words,
    *,
    kind: str = "ServiceLocation",
    organization: str | None = None,
    services: Iterable[str] = (),
    municipalities: Iterable[str] = (),
    **more: Any,
) -> Wire:
    """A channel of one of the five types."""
    made = {
        "id": identity,
        "sourceId": None,
        "serviceChannelType": kind,
        "organizationId": organization,
        "serviceChannelNames": texts(names),
        "serviceChannelDescriptions": texts("Lyhyesti.", "Summary"),
        **area(*municipalities),
        "languages": ["fi"],
        "webPages": None,
        "serviceHours": [],
        "services": [{"service": {"id": each, "name": None}, "description": []} for each in services] or None,
        "serviceCollections": None,
        "ontologyTerms": [],
        "publishingStatus": "Published",
        "modified": None,
    }
    return made | _OWN_PARTS[kind] | more


_OWN_PARTS: dict[str, Wire] = {
    "ServiceLocation": {"oid": None, "displayNameType": [], "phoneNumbers": None, "emails": [], "addresses": []},
    "EChannel": {"requiresAuthentication": False, "requiresSignature": False, "attachments": None, "supportPhones": []},
    "WebPage": {"supportPhones": [], "supportEmails": None},
    "PrintableForm": {"formIdentifier": None, "deliveryAddresses": [], "channelUrls": [], "attachments": None},
    "Phone": {"phoneNumbers": [], "supportEmails": None},
}


def organization(identity: str, names: Words, *, municipalities: Iterable[str] = (), **more: Any) -> Wire:
    """An organization, still in the form of version 10."""
    made = {
        "id": identity,
        "sourceId": None,
        "oid": None,
        "parentOrganizationId": None,
        "organizationRootId": None,
        "municipality": None,
        "organizationType": "Municipality",
        "businessCode": None,
        "organizationNames": texts(names),
        "displayNameType": [],
        **area(*municipalities),
        "organizationDescriptions": [],
        "emails": None,
        "phoneNumbers": [],
        "webPages": None,
        "addresses": [],
        "publishingStatus": "Published",
        "modified": None,
    }
    return made | more


def general_description(identity: str, names: Words, **more: Any) -> Wire:
    """A general description, still in the form of version 10."""
    made = {
        "id": identity,
        "names": texts(names),
        "descriptions": texts("Yhteinen kuvaus.", "Description") + texts("Tausta.", "BackgroundDescription"),
        "languages": ["fi"],
        "serviceClasses": [],
        "ontologyTerms": [],
        "targetGroups": [],
        "lifeEvents": [],
        "industrialClasses": [],
        "requirements": [],
        "type": "Service",
        "serviceChargeType": None,
        "legislation": None,
        "generalDescriptionType": "Municipality",
        "publishingStatus": "Published",
        "modified": None,
        "serviceChannels": [],
    }
    return made | more


def collection(
    identity: str, names: Words, *, organization: str | None = None, services: Iterable[str] = (), **more: Any
) -> Wire:
    """A service collection."""
    made = {
        "id": identity,
        "sourceId": None,
        "organizationId": organization,
        "serviceCollectionNames": plain_texts(names),
        "serviceCollectionDescriptions": plain_texts("Kokoelma."),
        "services": [{"id": each, "name": None, "description": None} for each in services],
        "serviceChannels": None,
        "publishingStatus": "Published",
        "modified": None,
    }
    return made | more
