"""Makes the search anew from the stored objects, when the program that opens the desk searches in another way.

An update of the program must not cost a laptop without a network its catalogue: the objects stay, and what they are
found by is worked out again, in one transaction.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

import msgspec

from offline_cache.catalogue import rows
from offline_cache.catalogue.documents import DocumentWriter
from offline_cache.catalogue.entries import HIDE_DOCUMENTS
from offline_cache.catalogue.indexing import document_of
from offline_cache.catalogue.run_memory import REMEMBER
from offline_cache.catalogue.words import Forms
from offline_cache.connection import StoreConnection, transaction

INDEX_VERSION: Final = 2
"""Goes up whenever documents, marks or terms are made in another way."""
MADE_BY = "index_made_by"
AT_A_TIME = 500
EMPTY = (
    "INSERT INTO search (search) VALUES ('delete-all')",
    "INSERT INTO search_text (search_text) VALUES ('delete-all')",
    "DELETE FROM document",
    "DELETE FROM document_detail",
    "DELETE FROM facet",
    "DELETE FROM word",
    "DELETE FROM known WHERE name = 'errands'",
)
READ = """
    SELECT rowid, kind, body FROM entry
    WHERE rowid > ? AND kind IN ('service', 'channel', 'general_description') ORDER BY rowid LIMIT ?
"""


def index_version(dictionaries: str) -> str:
    """What the index is made by: this program and these dictionaries."""
    return f"{INDEX_VERSION}:{dictionaries}"


def is_current(connection: StoreConnection, dictionaries: str) -> bool:
    """Whether the index was made as this program makes it."""
    row = connection.execute("SELECT value FROM known WHERE name = ?", (MADE_BY,)).fetchone()
    return row is not None and row[0] == index_version(dictionaries)


def reindex(connection: StoreConnection, forms: Forms, dictionaries: str) -> None:
    """Make both indexes anew; errands are forgotten, for whoever opens the desk tells them again."""
    with transaction(connection):
        for statement in EMPTY:
            connection.execute(statement)
        writer = DocumentWriter(connection, forms)
        writer.begin()
        names = _organization_names(connection)
        for batch in _batches(connection):
            writer.put(document_of(item, names) for item in batch)
        connection.execute(HIDE_DOCUMENTS)
        connection.execute(REMEMBER, (MADE_BY, index_version(dictionaries)))


def _organization_names(connection: StoreConnection) -> Mapping[str, Mapping[str, str]]:
    read = connection.execute("SELECT id, names FROM organization_name").fetchall()
    return {identity: msgspec.json.decode(names) for identity, names in read}


def _batches(connection: StoreConnection) -> Iterator[list[Any]]:
    last = 0
    while batch := connection.execute(READ, (last, AT_A_TIME)).fetchall():
        last = batch[-1][0]
        yield [rows.object_of(kind, body) for _, kind, body in batch]
