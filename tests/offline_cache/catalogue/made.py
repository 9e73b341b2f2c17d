"""Small catalogues for tests, in the form they come in, and an empty encrypted file to put them into."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from desk.model.catalogue import CatalogueObject
from desk.model.intake import Intake
from offline_cache.catalogue.schema import FTS_DDL, metadata
from offline_cache.connection import StoreConnection, StoreKind, connect, create_file
from services.wire.ptv_v11_reading import read_document

ROOT = Path(__file__).parents[3]
DICTIONARIES = ROOT / "build" / "dictionaries"
REAL = ROOT.parent / "shared" / "ptv" / "real"
NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
KEY = bytes(range(32))


def empty_catalogue(path: Path) -> StoreConnection:
    """An encrypted file with the catalogue's tables."""
    create_file(path)
    connection = connect(path, KEY, kind=StoreKind.CATALOGUE)
    for table in metadata.sorted_tables:
        connection.execute(str(CreateTable(table).compile(dialect=sqlite.dialect())))
        for index in sorted(table.indexes, key=lambda each: str(each.name)):
            connection.execute(str(CreateIndex(index).compile(dialect=sqlite.dialect())))
    for statement in FTS_DDL:
        connection.execute(statement)
    return connection


def intake(at: datetime = NOW, *, starter: bool = False) -> Intake:
    """A run."""
    return Intake("trial", at, starter)


def read(*objects: dict[str, Any]) -> tuple[CatalogueObject, ...]:
    """Objects as an import would read them; a trial that is broken itself fails."""
    documents = list(read_document("trial", json.dumps(objects).encode()))
    assert not [problem for document in documents for problem in document.problems]
    return tuple(item for document in documents for item in document.objects)


def texts(kind: str | None = "Name", **by_language: str) -> list[dict[str, str | None]]:
    """A list of texts as the wire has it."""
    return [{"language": language, "value": value, "type": kind} for language, value in by_language.items()]


def service(identity: str, names: dict[str, str], **more: Any) -> dict[str, Any]:
    """A service on the wire."""
    return {"id": identity, "serviceNames": texts(**names), **more}


def channel(identity: str, kind: str, names: dict[str, str], **more: Any) -> dict[str, Any]:
    """A channel on the wire."""
    return {"id": identity, "serviceChannelType": kind, "serviceChannelNames": texts(**names), **more}


def general_description(identity: str, names: dict[str, str], **more: Any) -> dict[str, Any]:
    """A general description on the wire."""
    return {"id": identity, "names": texts(**names), **more}


def connected(channels: Iterable[str], **more: Any) -> list[dict[str, Any]]:
    """Connections of a service on the wire."""
    return [{"serviceChannel": {"id": each, "name": None}, **more} for each in channels]
