"""Marks: what results are narrowed by, as words of the search that nobody can type.

The number of a facet's value becomes two characters of a script that the desk is not written in. So one question to
the index holds the words and the narrowing, and two characters put only one entry into its list of beginnings.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from desk.model.local_text import LocalText
from desk.model.search import Facet, FacetKind
from offline_cache.connection import StoreConnection

FIRST = 0x4E00
PLANE = 20_000
EVERYWHERE = Facet(FacetKind.AREA, "*")
"""It is given in the whole country, or does not say where."""
INSERT = "INSERT INTO facet (id, kind, value, names) VALUES (?, ?, ?, ?)"
RENAME = "UPDATE facet SET names = ? WHERE id = ?"


def mark_of(number: int) -> str:
    """The word that a facet's value has in the index."""
    return chr(FIRST + number // PLANE) + chr(FIRST + number % PLANE)


class MarkBook:
    """The marks that there are. A writer adds to them inside its transaction."""

    def __init__(self, connection: StoreConnection) -> None:
        self._connection = connection
        rows = connection.execute("SELECT id, kind, value, names FROM facet").fetchall()
        self._numbers = {Facet(FacetKind(kind), value): number for number, kind, value, _ in rows}
        self._names = {number: LocalText(msgspec.json.decode(names)) for number, _, _, names in rows}

    def mark(self, facet: Facet) -> str | None:
        """The mark of a value, or nothing when no object has it."""
        number = self._numbers.get(facet)
        return None if number is None else mark_of(number)

    def facet_names(self) -> dict[str, tuple[Facet, LocalText]]:
        """By mark: the value and what it is called."""
        return {mark_of(number): (facet, self._names[number]) for facet, number in self._numbers.items()}

    def learn(self, facets: Mapping[Facet, LocalText]) -> str:
        """The marks of a document in one string, new ones made and new names kept."""
        return " ".join(mark_of(self._learnt(facet, names)) for facet, names in facets.items())

    def _learnt(self, facet: Facet, names: LocalText) -> int:
        number = self._numbers.get(facet)
        if number is None:
            number = self._numbers[facet] = max(self._names, default=0) + 1
            self._names[number] = names
            self._connection.execute(INSERT, (number, facet.kind.value, facet.value, msgspec.json.encode(names.texts)))
        elif names and _are_better(names, self._names[number]):
            self._names[number] = names
            self._connection.execute(RENAME, (msgspec.json.encode(names.texts), number))
        return number


def _are_better(names: LocalText, known: LocalText) -> bool:
    """Other names replace those that are known, but not by fewer languages."""
    return names != known and len(names.texts) >= len(known.texts)


def all_marks(book: MarkBook, facets: Iterable[Facet]) -> list[str]:
    """The marks of those values that any object has."""
    return [mark for facet in facets if (mark := book.mark(facet))]
