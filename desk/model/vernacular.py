"""How people call things: spoken, old and foreign words with the words of today, as data of the content."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class SaidWords:
    """What is said, and what is meant by it: words and phrases by language. Every *means* is another way to find it."""

    said: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    means: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Vernacular:
    """All said words, and the words that say nothing of the matter: *how do I get*."""

    rows: tuple[SaidWords, ...] = ()
    fillers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


NO_VERNACULAR = Vernacular()
