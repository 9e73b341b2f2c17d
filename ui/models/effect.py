"""What an answer would change, in words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Effect:
    """What an answer would change, in titles of steps and questions."""

    comes: tuple[str, ...] = ()
    goes: tuple[str, ...] = ()
    other: tuple[str, ...] = ()
    asks: int = 0
    """How many more questions are asked."""
    spares: int = 0
    """How many open questions need not be asked any more."""

    @property
    def is_empty(self) -> bool:
        """True when nothing that is seen changes."""
        return not (self.comes or self.goes or self.other or self.asks or self.spares)
