"""Objects of the catalogue as they lie in ``entry``, and the keys that other tables find them by."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from desk.model.catalogue import (
    CatalogueObject,
    Channel,
    GeneralDescription,
    Organization,
    Service,
    ServiceCollection,
)
from desk.model.search import Counts
from offline_cache.packing import packed, unpacked

SERVICE = "service"
CHANNEL = "channel"
ORGANIZATION = "organization"
GENERAL_DESCRIPTION = "general_description"
COLLECTION = "collection"

KINDS: dict[type[CatalogueObject], str] = {
    Service: SERVICE,
    Channel: CHANNEL,
    Organization: ORGANIZATION,
    GeneralDescription: GENERAL_DESCRIPTION,
    ServiceCollection: COLLECTION,
}
DIGEST_BYTES = 12

_encoder = msgspec.json.Encoder()
_decoders: dict[str, msgspec.json.Decoder[Any]] = {
    kind: msgspec.json.Decoder(made_of) for made_of, kind in KINDS.items()
}


@dataclass(frozen=True, slots=True)
class Entry:
    """An object with the bytes that it is stored as."""

    item: CatalogueObject
    kind: str
    body: bytes
    digest: bytes


def entry_of(item: CatalogueObject) -> Entry:
    """The object, ready to be stored; equal objects have equal digests."""
    told = _encoder.encode(item)
    return Entry(item, KINDS[type(item)], packed(told), hashlib.blake2b(told, digest_size=DIGEST_BYTES).digest())


def object_of(kind: str, body: bytes) -> Any:
    """The object that was stored."""
    return _decoders[kind].decode(unpacked(body))


def listed(keys: Iterable[str]) -> str:
    """Keys as one parameter of a question, which takes them apart with ``json_each``."""
    return _encoder.encode(list(keys)).decode()


def counts_of(by_kind: Mapping[str, int]) -> Counts:
    """How many objects there are of each kind."""
    return Counts(
        services=by_kind.get(SERVICE, 0),
        channels=by_kind.get(CHANNEL, 0),
        organizations=by_kind.get(ORGANIZATION, 0),
        general_descriptions=by_kind.get(GENERAL_DESCRIPTION, 0),
        collections=by_kind.get(COLLECTION, 0),
    )


def links_of(item: CatalogueObject) -> Iterator[tuple[str, str]]:
    """Service (or general description) and channel, for each connection that the object tells of."""
    if isinstance(item, Service | Channel | GeneralDescription):
        for connection in item.connections:
            yield connection.service, connection.channel


def classes_of(item: CatalogueObject) -> set[str]:
    """Codes and addresses of service classes: old data has only the one, new data only the other."""
    if not isinstance(item, Service):
        return set()
    return {key for each in item.classes.service_classes for key in (each.code, each.uri) if key}


def places_of(item: CatalogueObject) -> set[str]:
    """Codes of the municipalities that a service is limited to."""
    if not isinstance(item, Service) or item.nationwide:
        return set()
    return {code for area in item.areas for code in area.municipalities}


def organizations_of(item: CatalogueObject) -> set[str]:
    """Ids of the organizations whose names stand with the object."""
    if isinstance(item, Service):
        return {offer.organization for offer in item.offers}
    return {item.organization} if isinstance(item, Channel) and item.organization else set()
