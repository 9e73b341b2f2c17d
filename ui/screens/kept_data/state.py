"""What the page of what is kept of a person shows."""

from __future__ import annotations

from dataclasses import dataclass

from desk.errors import DeskError
from desk.model.keeping_receipt import ErasureReceipt
from desk.model.kept_data import ErasureAhead, KeptData
from desk.model.visit import Visit


@dataclass(frozen=True, slots=True)
class Found:
    """A visit with what is kept of it, and what an erasure would leave."""

    visit: Visit
    data: KeptData
    ahead: ErasureAhead


@dataclass(frozen=True, slots=True)
class KeptDataState:
    """One visit; after its erasure only the receipt, in which nobody is."""

    found: Found | None = None
    unstored: int = 0
    """Number of a visit of which nothing is stored, in a role that stores nothing."""
    refused: DeskError | None = None
    """Why it may not be looked at."""
    saved_to: str = ""
    receipt: ErasureReceipt | None = None
    erased: Visit | None = None
    """Its number, and the language in which the receipt is printed; no mandate that stays is in it."""
    left: KeptData | None = None
    """What stays after the erasure: kinds and days, nothing of anybody."""
