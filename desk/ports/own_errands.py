"""Where a desk keeps a region's own errands."""

from __future__ import annotations

from typing import Protocol


class OwnErrandsShelf(Protocol):
    """One file beside the stores. It holds rules, and nothing of any citizen."""

    def read(self) -> bytes | None:
        """Return what is kept; nothing when nothing is."""
        ...

    def write(self, content: bytes) -> None:
        """Keep this in the place of what was kept; raises ``FolderMissing`` where there is no desk."""
        ...

    def remove(self) -> bool:
        """Keep nothing any more; false when nothing was kept."""
        ...
