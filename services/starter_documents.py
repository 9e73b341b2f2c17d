"""The starter catalogue as a source: documents that are already in memory."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desk.model.intake import SourceDocument
from services.wire.ptv_v11_reading import read_document


@dataclass(frozen=True, slots=True)
class StarterDocuments:
    """PTV v11 JSON whose places have been filled in. Implements ``desk.ports.CatalogueSource``."""

    contents: Sequence[bytes]

    @property
    def name(self) -> str:
        """What the source is called in the catalogue's status."""
        return "starter"

    def documents(self) -> Iterator[SourceDocument]:
        """One document a file."""
        for number, content in enumerate(self.contents, start=1):
            yield from read_document(f"starter {number}", content)
