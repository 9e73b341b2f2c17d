"""How like one another two words of names are. Heavy to import, so it comes with the first person who is looked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from desk.model.name_keys import sound

BEGUN = 0.1
"""What a word costs that is only begun: *virt*."""
GUESSED = 0.5
"""From here on something was guessed."""
_SOUNDS_ALIKE = 0.5
"""A wrong letter that is not heard costs half."""


def judged(word: str, known: Mapping[str, str], most: int) -> dict[str, float]:
    """Return those of the known words, each with its sound, that a typed one may be, with what each costs."""
    heard, allowed = sound(word), _allowed(word)
    alike = [each for each, sounds in known.items() if sounds == heard]
    costs = {each: distance * _SOUNDS_ALIKE for each, distance in _near(word, alike, allowed + 1)}
    costs |= {each: float(distance) for each, distance in _near(word, known, allowed) if each not in costs}
    costs |= {each: BEGUN for each in known if each.startswith(word) and each != word}
    return dict(sorted(costs.items(), key=lambda cost: (cost[1], cost[0]))[:most])


def _near(word: str, known: Iterable[str], allowed: int) -> Iterable[tuple[str, int]]:
    found = extract(word, list(known), scorer=OSA.distance, score_cutoff=allowed, limit=None)
    return ((each, distance) for each, distance, _ in found)


def _allowed(word: str) -> int:
    """How many letters may be wrong: none in *Aki*, one in *Laine*, two in *Hämäläinen*."""
    return 0 if len(word) < 4 else 1 if len(word) < 8 else 2
