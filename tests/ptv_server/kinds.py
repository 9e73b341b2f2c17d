"""The five kinds of wire objects and the folders of the API that they lie in."""

from __future__ import annotations

from enum import StrEnum
from uuid import UUID


class Kind(StrEnum):
    """The values are the API's own path segments."""

    SERVICE = "Service"
    CHANNEL = "ServiceChannel"
    ORGANIZATION = "Organization"
    GENERAL_DESCRIPTION = "GeneralDescription"
    COLLECTION = "ServiceCollection"


NAMES = {
    Kind.SERVICE: "serviceNames",
    Kind.CHANNEL: "serviceChannelNames",
    Kind.ORGANIZATION: "organizationNames",
    Kind.GENERAL_DESCRIPTION: "names",
    Kind.COLLECTION: "serviceCollectionNames",
}
"""The key that holds an object's names: it also tells what the object is."""

ZERO_ID = str(UUID(int=0))


def kind_of(wire: dict[str, object]) -> Kind:
    """Tell what a wire object is."""
    return next(kind for kind, key in NAMES.items() if key in wire)


def id_of(number: int) -> str:
    """Return an invented id that is the same in every run."""
    return str(UUID(int=(0xA11CE << 108) | number, version=4))
