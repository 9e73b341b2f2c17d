"""An encrypted catalogue file with its tables, and what knows languages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from offline_cache.catalogue.language_forms import LanguageForms
from offline_cache.catalogue.store import SqlCatalogue
from offline_cache.connection import StoreConnection
from tests.offline_cache.catalogue.made import DICTIONARIES, empty_catalogue


@pytest.fixture(scope="session")
def forms() -> LanguageForms:
    """Inflection with the dictionaries that set-up builds."""
    made = LanguageForms(DICTIONARIES)
    if made.is_plain:
        pytest.skip("the search dictionaries are not built: make build/dictionaries")
    return made


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[StoreConnection]:
    """An encrypted, empty catalogue."""
    opened = empty_catalogue(tmp_path / "catalogue.db")
    yield opened
    opened.close()


@pytest.fixture
def store(connection: StoreConnection, forms: LanguageForms) -> SqlCatalogue:
    """The catalogue over it."""
    return SqlCatalogue(connection, lambda: forms)
