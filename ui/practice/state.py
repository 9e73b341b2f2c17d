"""What the strip of the practice says."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple


class PracticeState(NamedTuple):
    """Whose errands are used, since when, and what stands in the way of newer ones."""

    folder: str = ""
    """The folder that is watched; empty when none is."""
    version: str = ""
    """Of the folder's errands with the program's own; empty until they were read once."""
    read_at: datetime | None = None
    busy: bool = False
    faults: tuple[str, ...] = ()
    """What has to be mended, a line each; the last good version is used meanwhile."""
