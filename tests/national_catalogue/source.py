"""Documents in memory as a source to import from: the generated catalogue, or another made for a trial."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from desk.model.intake import SourceDocument
from services.wire.ptv_v11_reading import read_document


@dataclass(frozen=True, slots=True)
class Documents:
    """The port ``CatalogueSource`` over (name, JSON) pairs, which are asked for one after another."""

    name: str
    contents: Iterable[tuple[str, bytes]]

    def documents(self) -> Iterator[SourceDocument]:
        """Each as it is read."""
        for name, content in self.contents:
            yield from read_document(name, content)
