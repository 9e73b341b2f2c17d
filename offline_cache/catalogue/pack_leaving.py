"""What leaves a desk when a pack is taken in: told by the preview, and done by the taking in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass

from desk.model.pack import PackInside
from desk.model.refresh import ObjectKind
from offline_cache.catalogue.pack_rows import TombstoneRow
from offline_cache.catalogue.store import SqlCatalogue

Seen = Mapping[ObjectKind, Set[str]]
"""The ids of a pack's objects."""


@dataclass(frozen=True, slots=True)
class Leaving:
    """Asked when all objects of the pack were seen. ``is_older``: the pack, than the desk."""

    catalogue: SqlCatalogue
    inside: PackInside
    is_older: bool

    def gone(self, tombstones: Iterable[TombstoneRow], seen: Seen) -> Iterator[tuple[ObjectKind, str]]:
        """What the publisher says is gone; and what is not in a pack of all that this desk holds."""
        yield from ((row.kind, row.id) for row in buried(tombstones, seen))
        if self._is_all_of_the_desk():
            for kind in ObjectKind:
                yield from ((kind, key) for key in sorted(self.catalogue.ids(kind) - seen[kind]))

    def count(self, tombstones: Iterable[TombstoneRow], seen: Seen) -> int:
        """How many of them are on the desk."""
        here = {kind: self.catalogue.ids(kind) for kind in ObjectKind}
        return len({key for kind, key in self.gone(tombstones, seen) if key in here[kind]})

    def _is_all_of_the_desk(self) -> bool:
        """Whether everything of the desk came from earlier loads of areas that the pack has too."""
        if self.is_older:
            return False
        memory, areas = self.catalogue.memory(), self.inside.areas
        return memory.watermark is not None and (not areas or (bool(memory.areas) and set(memory.areas) <= set(areas)))


def buried(tombstones: Iterable[TombstoneRow], seen: Seen) -> list[TombstoneRow]:
    """Return the tombstones of what the pack does not have again."""
    return [row for row in tombstones if row.id not in seen[row.kind]]
