"""The same words asked of a bare FTS5 table and of Tantivy, over the same objects: what ranking by the book costs.

Neither knows inflection, reasons, areas or languages; both answer with the twenty best by relevance.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path

import tantivy

from desk.model.catalogue import Channel, GeneralDescription, Service
from offline_cache.catalogue.words import words_of
from services.catalogue_files import CatalogueFiles

LIMIT = 20
MAKE = "CREATE VIRTUAL TABLE bare USING fts5(name, text, content = '', prefix = '2 3 4')"
PUT = "INSERT INTO bare (rowid, name, text) VALUES (?, ?, ?)"
ASK = "SELECT rowid FROM bare WHERE bare MATCH ? ORDER BY rank LIMIT ?"
ASK_IN_ORDER = "SELECT rowid FROM bare WHERE bare MATCH ? ORDER BY rowid LIMIT ?"
MEMORY_OF_TANTIVY = 64_000_000
FIELDS = ("name", "text")


def texts_of(catalogue: Path) -> Iterator[tuple[str, str]]:
    """Name and all other text of everything that the search finds."""
    for document in CatalogueFiles((catalogue,)).documents():
        for item in document.objects:
            if isinstance(item, Service | Channel | GeneralDescription):
                told = (item.texts.summary, item.texts.description, item.texts.background, item.texts.instruction)
                words = [word for _, word in getattr(item, "keywords", ())]
                yield (
                    " ".join(item.names.texts.values()),
                    " ".join([*words, *(t for each in told for t in each.texts.values())]),
                )


class BareTable:
    """A table of FTS5 with nothing around it, unencrypted."""

    def __init__(self, path: Path, texts: Iterable[tuple[str, str]]) -> None:
        path.unlink(missing_ok=True)
        self._connection = sqlite3.connect(path)
        self._connection.execute(MAKE)
        rows = ((number, *pair) for number, pair in enumerate(texts))
        with self._connection:
            self._connection.executemany(PUT, rows)

    def best(self, typed: str, *, unfinished: bool) -> int:
        """Ask for the best by bm25; returns how many there are."""
        return self._ask(ASK, typed, unfinished)

    def first(self, typed: str, *, unfinished: bool) -> int:
        """Ask for the first in the order of the table."""
        return self._ask(ASK_IN_ORDER, typed, unfinished)

    def _ask(self, statement: str, typed: str, unfinished: bool) -> int:
        return len(self._connection.execute(statement, (expression(typed, unfinished=unfinished), LIMIT)).fetchall())

    def close(self) -> None:
        """Close the file."""
        self._connection.close()


class Tantivy:
    """An index of Tantivy in a folder."""

    def __init__(self, folder: Path, texts: Iterable[tuple[str, str]]) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        builder = tantivy.SchemaBuilder()
        for field in FIELDS:
            builder.add_text_field(field, index_option="freq")
        builder.add_unsigned_field("number", stored=True)
        self._schema = builder.build()
        self._index = tantivy.Index(self._schema, path=str(folder))
        writer = self._index.writer(MEMORY_OF_TANTIVY)
        for number, (name, text) in enumerate(texts):
            writer.add_document(tantivy.Document(name=name, text=text, number=number))
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()
        self._searcher = self._index.searcher()

    def best(self, typed: str, *, unfinished: bool) -> int:
        """Ask for the best; returns how many there are."""
        *whole, last = words_of(typed)
        asked = [self._word(word) for word in whole]
        asked.append(self._beginning(last) if unfinished else self._word(last))
        query = tantivy.Query.boolean_query([(tantivy.Occur.Must, each) for each in asked])
        return len(self._searcher.search(query, LIMIT).hits)

    def _word(self, word: str) -> tantivy.Query:
        return self._either([tantivy.Query.term_query(self._schema, field, word) for field in FIELDS])

    def _beginning(self, word: str) -> tantivy.Query:
        return self._either([tantivy.Query.regex_query(self._schema, field, f"{word}.*") for field in FIELDS])

    def _either(self, queries: list[tantivy.Query]) -> tantivy.Query:
        return tantivy.Query.boolean_query([(tantivy.Occur.Should, each) for each in queries])


def expression(typed: str, *, unfinished: bool) -> str:
    """All the words, for FTS5; the last may be a beginning."""
    *whole, last = words_of(typed)
    return " AND ".join([*(f'"{word}"' for word in whole), f'"{last}"*' if unfinished else f'"{last}"'])
