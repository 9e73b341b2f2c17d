"""How old the catalogue's objects are and what hangs together, without reading whole objects."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from desk.model.freshness import ObjectAge, Surroundings
    from desk.model.refresh import CatalogueChange, RefreshMemory


class CatalogueTies(Protocol):
    """Answers for many objects at once: it is asked for a whole path."""

    def ages(self, ids: Iterable[str]) -> Mapping[str, ObjectAge]:
        """Return the age of each object that is in the catalogue."""
        ...

    def around(self, ids: Iterable[str]) -> Mapping[str, Surroundings]:
        """Return what belongs to each service or general description; also to one that is gone, as far as is known."""
        ...


class CatalogueNews(Protocol):
    """What refreshes left behind: the part of ``RefreshedCatalogue`` that whoever shows the catalogue needs."""

    def memory(self) -> RefreshMemory:
        """Return what earlier runs left: when, of what, and what could not be read."""
        ...

    def changes(self, since: datetime, ids: Sequence[str] | None = None) -> tuple[CatalogueChange, ...]:
        """Return what runs changed since then, newest first; of these objects only, when they are named."""
        ...
