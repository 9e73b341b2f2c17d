"""A server with a small catalogue on many pages, and a reader that never really waits."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from desk.ports.catalogue_feeds import CatalogueReader
from services.catalogue_readers import reader_for
from tests.ptv_server.sample import sample_catalogue
from tests.ptv_server.server import PtvServer
from tests.services.at_the_server import SMALL


@pytest.fixture
def server() -> Iterator[PtvServer]:
    with PtvServer(sample_catalogue(services=40), id_page_size=15, object_page_size=7) as server:
        yield server


@pytest.fixture
def waits() -> list[float]:
    return []


@pytest.fixture
def reader(server, waits) -> Iterator[CatalogueReader]:
    reader = reader_for(server.url, wait=lambda seconds, _stopped: waits.append(seconds), manners=SMALL)
    yield reader
    reader.close()
