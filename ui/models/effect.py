"""What an answer would change, in words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Effect:
    """What an answer would change, in titles of steps and questions."""

    comes: tuple[str, ...] = ()
    goes: tuple[str, ...] = ()
    other: tuple[str, ...] = ()
