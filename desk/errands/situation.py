"""What is known at one moment, in lists that compiled rules index into.

A path is computed anew at every answer, over hundreds of rules; so facts have numbers here, and a set
of facts is one whole number with a bit for each.
"""

from __future__ import annotations

from datetime import date
from typing import Any


class Situation:
    """The answers of one moment as the rules see them. Made by ``Engine.situation``; then only read."""

    __slots__ = (
        "can",
        "kept_grounds",
        "kept_needs",
        "kept_rows",
        "masks",
        "needs",
        "parameters",
        "said",
        "today",
        "values",
    )

    def __init__(self, size: int, today: date, parameters: dict[str, Any]) -> None:
        self.today = today
        self.parameters = parameters
        self.values: list[Any] = [None] * size
        """The known value of each fact."""
        self.can: list[int] = [0] * size
        """ABSENT, KNOWN and UNKNOWN bits of each fact."""
        self.masks: list[int] = [0] * size
        """Of yes_no facts: the truth values still possible."""
        self.needs: list[int] = [0] * size
        """What would settle each fact: bits of facts to ask, and shifted by ``size`` of those asked in vain."""
        self.said: list[int] = [0] * size
        """0 nothing was said, 1 a value, 2 *unknown* or *declined*."""
        self.kept_needs: dict[tuple[int, int], int] = {}
        self.kept_grounds: dict[tuple[int, int, bool], int] = {}
        """What calculations need and rest on, each worked out once: those that many others look at would cost
        twice as much with every step on the way."""
        self.kept_rows: dict[int, int] = {}
        """Of the rows of tables: the truth values still possible."""

    def copy(self) -> Situation:
        """The same facts, to be changed; what was worked out on the side is worked out anew."""
        other = Situation(0, self.today, self.parameters)
        other.values, other.can, other.masks = self.values.copy(), self.can.copy(), self.masks.copy()
        other.needs, other.said = self.needs.copy(), self.said.copy()
        return other

    def clear(self, number: int) -> None:
        """Forget a fact."""
        self.values[number] = None
        self.can[number] = self.masks[number] = self.needs[number] = self.said[number] = 0
