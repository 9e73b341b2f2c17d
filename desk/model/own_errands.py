"""How it stands with a region's own errands on a desk."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OwnErrandsState:
    """What an open desk knows of them. ``fits`` false: they lie there, and the shipped ones are used."""

    folder: str
    errands: tuple[str, ...]
    fits: bool
    first_fault: str = ""
