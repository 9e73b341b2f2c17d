"""How like one another two names are. Heavy to import, so it comes with the first person who is looked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from desk.model.name_keys import sound

_BEGUN = 0.1
"""What a word costs that is only begun: *virt*."""
_LETTER = 1.0
_SOUNDS_ALIKE = 0.5
"""A wrong letter that is not heard costs less."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """What the typed words cost, all together; nothing when each is there letter by letter."""

    cost: float

    @property
    def is_sure(self) -> bool:
        """Tell whether nothing was guessed."""
        return self.cost < _LETTER * _SOUNDS_ALIKE

    @classmethod
    def of(cls, typed: Sequence[str], name: Sequence[str]) -> Likeness | None:
        """Compare typed words with a name; ``None`` when one of them is not like any word of it."""
        cost = 0.0
        for word in typed:
            costs = [paid for known in name if (paid := _cost(word, known)) is not None]
            if not costs:
                return None
            cost += min(costs)
        return cls(cost)


def judged(word: str, known: Iterable[str]) -> list[str]:
    """Return those of the known words that the typed one may be, the likeliest first."""
    paid = ((cost, each) for each in known if (cost := _cost(word, each)) is not None)
    return [each for _, each in sorted(paid)]


def _cost(word: str, known: str) -> float | None:
    if word == known:
        return 0.0
    if known.startswith(word):
        return _BEGUN
    alike = sound(word) == sound(known)
    allowed = _allowed(word) + (1 if alike else 0)
    distance = OSA.distance(word, known, score_cutoff=allowed)
    return distance * (_SOUNDS_ALIKE if alike else _LETTER) if distance <= allowed else None


def _allowed(word: str) -> int:
    """How many letters may be wrong: none in *Aki*, one in *Laine*, two in *Hämäläinen*."""
    return 0 if len(word) < 4 else 1 if len(word) < 8 else 2
