"""Fakes of the two ports of libraries: a directory that is what a test says, and a shelf in memory."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from desk.errors import DeskError
from desk.model.libraries import FetchedLibraries, Library, LibraryId, StoredLibrary, Town


class FakeLibraryDirectory:
    """Gives what it was given; a ``DeskError`` in place of libraries is raised."""

    name = "Kirjastot.fi"

    def __init__(self, answers: Mapping[str, FetchedLibraries | DeskError]) -> None:
        """Answers by the municipality's code."""
        self._answers = answers
        self.asked: list[str] = []
        self.closed = False

    def libraries(self, town: Town) -> FetchedLibraries:
        """The answer for a municipality."""
        self.asked.append(town.code)
        answer = self._answers.get(town.code, FetchedLibraries())
        if isinstance(answer, DeskError):
            raise answer
        return answer

    def close(self) -> None:
        """Note that it was closed."""
        self.closed = True


class FakeLibraryShelf:
    """Libraries in memory, none of them paired."""

    def __init__(self) -> None:
        """An empty shelf."""
        self._held: dict[LibraryId, StoredLibrary] = {}

    def keep(self, towns: Sequence[Town], fetched: FetchedLibraries, at: datetime, source: str) -> int:
        """Keep these as the libraries of the municipalities."""
        unread = {problem.id for problem in fetched.problems}
        gone = {each.library.id for each in self._of(towns)} - unread
        kept = {key: each for key, each in self._held.items() if key not in gone}
        self._held = kept | {each.id: StoredLibrary(each, at, source) for each in fetched.libraries}
        return 0

    def libraries(self) -> tuple[StoredLibrary, ...]:
        """All of them."""
        return tuple(sorted(self._held.values(), key=lambda each: (each.library.town.code, _name(each.library))))

    def _of(self, towns: Sequence[Town]) -> Iterable[StoredLibrary]:
        codes = {town.code for town in towns}
        return [each for each in self._held.values() if each.library.town.code in codes]


def _name(library: Library) -> str:
    return library.names.pick("fi").text.casefold()
