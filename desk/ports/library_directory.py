"""Where the hours of libraries come from, and where the desk keeps them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from desk.model.libraries import FetchedLibraries, StoredLibrary, Town


class LibraryDirectory(Protocol):
    """A directory of libraries that gives their hours date by date for the next weeks.

    Raises a ``NetworkError`` when it cannot be asked. One broken library never raises: it is among the problems.
    """

    @property
    def name(self) -> str:
        """Return what the directory is called on sheets and papers."""
        ...

    def libraries(self, town: Town) -> FetchedLibraries:
        """Return the libraries of one municipality, mobile ones too."""
        ...

    def close(self) -> None:
        """Close all connections."""
        ...


class LibraryShelf(Protocol):
    """The libraries that the desk holds: only what can be fetched again."""

    def keep(self, towns: Sequence[Town], fetched: FetchedLibraries, at: datetime, source: str) -> int:
        """Keep these as all the libraries of these municipalities, and pair what is also in the catalogue.

        One transaction; what could not be read stays as it was. Returns how many of all that are held have their pair.
        """
        ...

    def libraries(self) -> tuple[StoredLibrary, ...]:
        """Return all of them, by municipality and name."""
        ...
