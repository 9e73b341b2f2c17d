"""Wiio's index of a Finnish text: how many of its words have four syllables or more before they are inflected.

Finnish inflects, so the form on the page says nothing: *tuissaammekin* is no harder to know than *tuki*. Limits made
for Swedish (LIX) do not fit. An index proves nothing clear; it sorts the worst first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

FEWEST_WORDS = 30
"""A shorter text has no index."""

_LONG = 4
_SHORTEST_PART = 4
_VOWELS = "aeiouyäöåáéü"
_TOGETHER = frozenset(
    [vowel * 2 for vowel in "aeiouyäö"]
    + ["ai", "ei", "oi", "ui", "yi", "äi", "öi", "au", "eu", "iu", "ou", "ey", "iy", "äy", "öy"]
)
_TOGETHER_AT_FIRST = frozenset(["ie", "uo", "yö"])
_LETTERS = re.compile(r"[^\W\d_]+")

BaseForm = Callable[[str], str | None]
"""The base form of a Finnish word, where the dictionary has it."""


def syllables(word: str) -> int:
    """How many syllables a Finnish word has."""
    return sum(_syllables_of_part(part) for part in _LETTERS.findall(word.casefold()))


def _syllables_of_part(word: str) -> int:
    count = at = 0
    while at < len(word):
        pair = word[at : at + 2]
        if word[at] in _VOWELS:
            at += pair in _TOGETHER or (count == 0 and pair in _TOGETHER_AT_FIRST)
            count += 1
        at += 1
    return count


class Wiio:
    """Counts with a dictionary; a compound that it lacks ends like one that it has."""

    def __init__(self, base_form: BaseForm) -> None:
        self._base_form = base_form
        self._known: dict[str, bool] = {}

    def is_long(self, word: str) -> bool:
        """True when the base form has four syllables or more."""
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = syllables(self._based(word.casefold())) >= _LONG
        return known

    def index(self, words: Sequence[str]) -> float:
        """The index of these words: about the school year whose reader follows."""
        return 2.7 + 0.3 * (100 * sum(self.is_long(word) for word in words) / len(words))

    def longest(self, words: Iterable[str], most: int) -> list[str]:
        """The words that weigh, the longest first."""
        return sorted({word.casefold() for word in words if self.is_long(word)}, key=lambda word: (-len(word), word))[
            :most
        ]

    def _based(self, word: str) -> str:
        """The word without its inflection; of a compound that is not known, its last part that is."""
        for begins in (0, *range(2, len(word) - _SHORTEST_PART + 1)):
            if base := self._base_form(word[begins:]):
                return word[:begins] + base
        return word
