"""Writes documents and their rows of the search index, each under a number that is its static rank."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from offline_cache.catalogue.indexing import RANK_BITS, Document, RowMaker, SearchRow
from offline_cache.catalogue.marks import MarkBook
from offline_cache.catalogue.words import Forms
from offline_cache.connection import StoreConnection

HIGHEST_RANK = 5
SHORTEST_MISTYPED = 4
NUMBERS = """
    SELECT number FROM json_each(?) AS asked
    JOIN document ON document.kind = asked.value ->> 0 AND document.id = asked.value ->> 1
"""
HIGHEST = "SELECT max(number) FROM document WHERE number >= ? AND number < ?"
INSERT_DOCUMENT = "INSERT INTO document (number, kind, id, starter, hidden, names, marks) VALUES (?, ?, ?, ?, 0, ?, ?)"
INSERT_DETAIL = "INSERT INTO document_detail (number, organization, words, summary) VALUES (?, ?, ?, ?)"
INSERT_SEARCH = "INSERT INTO search (rowid, name, words, organization, folded, marks) VALUES (?, ?, ?, ?, ?, ?)"
INSERT_WORD = "INSERT OR IGNORE INTO word (word) VALUES (?)"
INSERT_TEXT = "INSERT INTO search_text (rowid, anything) VALUES (?, ?)"


class DocumentWriter:
    """Puts documents under new numbers, and takes the old ones of the same things away.

    Made inside the transaction that it writes in: which numbers are free is looked up at once.
    """

    def __init__(self, connection: StoreConnection, forms: Forms) -> None:
        self._connection = connection
        self._rows = RowMaker(forms)
        self._next = {rank: self._first_free(rank) for rank in range(HIGHEST_RANK + 1)}
        self._marks = MarkBook(connection)
        self._spoken: set[str] = set()

    def put(self, documents: Iterable[Document]) -> None:
        """Write documents, in place of those of the same kind and id."""
        new = [(self._number(document.rank), document) for document in documents]
        self.remove((document.kind.value, document.id) for _, document in new)
        marked = [(number, document, self._marks.learn(document.facets)) for number, document in new]
        self._connection.executemany(INSERT_DOCUMENT, [_row(number, each, marks) for number, each, marks in marked])
        self._connection.executemany(INSERT_DETAIL, [_detail(number, document) for number, document in new])
        indexed = [(number, self._rows.row(document), marks) for number, document, marks in marked]
        self._connection.executemany(
            INSERT_SEARCH,
            [(number, row.name, row.words, row.organization, row.folded, marks) for number, row, marks in indexed],
        )
        texts = [(number, f"{row.anything} {marks}") for number, row, marks in indexed]
        self._connection.executemany(INSERT_TEXT, texts)
        self._learn_words(row for _, row, _ in indexed)

    def _learn_words(self, rows: Iterable[SearchRow]) -> None:
        """Words that nothing has any more stay: whoever reads a mistyped word asks the index too."""
        new = {word for row in rows for word in row.spoken.difference(self._spoken) if _may_be_mistyped(word)}
        self._spoken |= new
        self._connection.executemany(INSERT_WORD, [(word,) for word in sorted(new)])

    def remove(self, things: Iterable[tuple[str, str]]) -> None:
        """Take documents away by kind and id."""
        asked = msgspec.json.encode(list(things)).decode()
        old = self._connection.execute(NUMBERS, (asked,)).fetchall()
        self._connection.executemany("DELETE FROM search WHERE rowid = ?", old)
        self._connection.executemany("DELETE FROM search_text WHERE rowid = ?", old)
        self._connection.executemany("DELETE FROM document WHERE number = ?", old)
        self._connection.executemany("DELETE FROM document_detail WHERE number = ?", old)

    def _first_free(self, rank: int) -> int:
        first = rank << RANK_BITS
        (highest,) = self._connection.execute(HIGHEST, (first, first + (1 << RANK_BITS))).fetchone()
        return first + 1 if highest is None else int(highest) + 1

    def _number(self, rank: int) -> int:
        number = self._next[rank]
        self._next[rank] = number + 1
        return number


def _row(number: int, document: Document, marks: str) -> tuple[object, ...]:
    names = msgspec.json.encode(document.names.texts)
    return (number, document.kind.value, document.id, document.starter, names, marks)


def _may_be_mistyped(word: str) -> bool:
    return len(word) >= SHORTEST_MISTYPED and word.isalpha()


def _detail(number: int, document: Document) -> tuple[object, ...]:
    words = msgspec.json.encode(document.words)
    return (number, document.organization, words, msgspec.json.encode(document.summary.texts))
