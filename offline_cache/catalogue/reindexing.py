"""Makes the search anew from the stored objects, when the program that opens the desk searches in another way.

An update of the program must not cost a laptop without a network its catalogue: the objects stay, and what they are
found by is worked out again, in one transaction.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from offline_cache.catalogue import rows
from offline_cache.catalogue.documents import DocumentWriter
from offline_cache.catalogue.entries import HIDE_DOCUMENTS
from offline_cache.catalogue.indexing import document_of
from offline_cache.catalogue.organization_names import OrganizationNames
from offline_cache.catalogue.run_memory import REMEMBER
from offline_cache.catalogue.taking_in import told_of
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
        names = OrganizationNames(connection)
        for batch in _batches(connection):
            known = names.of(batch)
            writer.put(document_of(item, known) for item in batch)
        connection.execute(HIDE_DOCUMENTS)
        told_of(connection, forms, source=None, as_of=None)
        connection.execute(REMEMBER, (MADE_BY, index_version(dictionaries)))


def _batches(connection: StoreConnection) -> Iterator[list[Any]]:
    last = 0
    while batch := connection.execute(READ, (last, AT_A_TIME)).fetchall():
        last = batch[-1][0]
        yield [rows.object_of(kind, body) for _, kind, body in batch]
