"""How old the catalogue's objects are and what hangs together, without reading whole objects."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from desk.model.freshness import ObjectAge, Surroundings


class CatalogueTies(Protocol):
    """Answers for many objects at once: it is asked for a whole path."""

    def ages(self, ids: Iterable[str]) -> Mapping[str, ObjectAge]:
        """Return the age of each object that is in the catalogue."""
        ...

    def around(self, ids: Iterable[str]) -> Mapping[str, Surroundings]:
        """Return what belongs to each service or general description; also to one that is gone, as far as is known."""
        ...
