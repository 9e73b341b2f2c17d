"""A document that was found, before it is a line on the screen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desk.model.search import HitKind
from offline_cache.catalogue.matching import Tier


@dataclass(frozen=True, slots=True)
class Found:
    """A candidate with what it is worth."""

    number: int
    kind: HitKind
    id: str
    starter: bool
    names: Mapping[str, str]
    worth: float
    tier: Tier
    marks: str = ""
    in_area: bool = False
