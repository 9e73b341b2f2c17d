"""What a desk of the whole country should hold when it has read this catalogue to its end."""

from __future__ import annotations

import msgspec

from desk.model.catalogue import CatalogueObject
from offline_cache.catalogue.rows import KINDS
from services.wire.ptv_v11_reading import read_answer
from tests.ptv_server.catalogue import ServerCatalogue
from tests.ptv_server.kinds import Kind


def wanted_of(catalogue: ServerCatalogue) -> dict[tuple[str, str], CatalogueObject]:
    """Every object by kind and id, read without any network."""
    wires = [wire for kind in Kind for wire in catalogue.whole(kind).values()]
    read = read_answer("the server", msgspec.json.encode(wires))
    if read.problems:
        raise ValueError(f"what is sent cannot be read: {read.problems[0]}")
    return {(KINDS[type(item)], item.id): item for item in read.objects}
