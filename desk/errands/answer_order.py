"""How answers that have an order follow one another: a step turns somewhere between two of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise

from desk.model.facts import FactType, Said


@dataclass(frozen=True, slots=True)
class Order:
    """How answers of one type follow one another: each has a whole number."""

    number: Callable[[str], int]
    said: Callable[[int], str]

    def edges(self, tried: Iterable[Said], holds: Callable[[Said], object]) -> Iterator[tuple[Said, Said]]:
        """The pairs of neighbours between which it turns, as far as the tried answers lead there."""
        numbers = sorted(self.number(str(said)) for said in tried)
        for low, high in pairwise(numbers):
            if holds(self.said(low)) != holds(self.said(high)):
                yield self._edge(low, high, holds)

    def _edge(self, low: int, high: int, holds: Callable[[Said], object]) -> tuple[Said, Said]:
        at_low = holds(self.said(low))
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if holds(self.said(middle)) == at_low else (low, middle)
        return self.said(low), self.said(high)


def _euros(cents: int) -> str:
    whole, rest = divmod(cents, 100)
    return f"{whole}.{rest:02}" if rest else str(whole)


ORDERS = {
    FactType.DATE: Order(lambda said: date.fromisoformat(said).toordinal(), lambda n: date.fromordinal(n).isoformat()),
    FactType.WHOLE_NUMBER: Order(int, str),
    FactType.MONEY: Order(lambda said: int(Decimal(said) * 100), _euros),
}
