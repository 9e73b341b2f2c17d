"""The few dozen errands, held in memory: an errand is found by any telling word of what a person says.

*My husband died yesterday* holds words that no errand has; a search for all of them would find nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from offline_cache.catalogue.understanding import Slot
from offline_cache.catalogue.words import QueryWord, fold

UNHEARD = 0.5
"""What a word weighs that no errand has: it may be about something else, or just be said."""
SENTENCE = 4
"""So many things said are a sentence, with chance words in it."""
UNHEARD_IN_A_SENTENCE = 0.3


Phrase = tuple[Iterable[str], int]
"""The terms of a title or of what people say, and how many words it has."""


class ErrandTerms:
    """For each errand, all its terms in one string with a space round each, and so each of its phrases."""

    def __init__(self, phrases: Iterable[tuple[int, Iterable[Phrase]]]) -> None:
        self._phrases = {
            number: tuple((_line(words), max(1, length)) for words, length in each) for number, each in phrases
        }
        self._lines = [(number, "".join(line for line, _ in each)) for number, each in self._phrases.items()]

    def matching(self, slots: Sequence[Slot]) -> dict[int, float]:
        """The part of the query that each errand holds; what fewer errands hold weighs more."""
        if not self._lines:
            return {}
        unheard = UNHEARD_IN_A_SENTENCE if len(slots) >= SENTENCE else UNHEARD
        weights: dict[int, float] = {}
        whole = 0.0
        for slot in slots:
            ways = _ways(slot)
            holders = [number for number, line in self._lines if any(_holds(line, way) for way in ways)]
            weight = 1.0 / (1.0 + len(holders)) if holders else unheard
            whole += weight
            for number in holders:
                weights[number] = weights.get(number, 0.0) + weight
        return {number: weight / whole for number, weight in weights.items()}

    def told(self, slots: Sequence[Slot], numbers: Iterable[int]) -> dict[int, float]:
        """Of errands, how much of one of their phrases was said: *lost* is a third of *lost my job*."""
        needed = [_ways(slot) for slot in slots]
        return {number: self._most_told(self._phrases.get(number, ()), needed) for number in numbers}

    @staticmethod
    def _most_told(phrases: Iterable[tuple[str, int]], needed: Sequence[list[Way]]) -> float:
        most = 0.0
        for line, length in phrases:
            said = sum(max((len(way) for way in ways if _holds(line, way)), default=0) for ways in needed)
            most = max(most, min(1.0, said / length))
        return most


Way = tuple[tuple[str, ...], ...]
"""Words that must all be there, each in any of its forms."""


def _line(words: Iterable[str]) -> str:
    both = {form for word in words for form in (word, fold(word))}
    return f" {' '.join(sorted(both))} "


def _ways(slot: Slot) -> list[Way]:
    ways = [slot.said, *(meaning.words for meaning in slot.meanings)]
    return [tuple(_needles(word) for word in way) for way in ways]


def _holds(line: str, way: Way) -> bool:
    return all(any(needle in line for needle in needles) for needles in way)


def _needles(word: QueryWord) -> tuple[str, ...]:
    whole = {form for term in (word.typed, *word.terms) for form in (f" {term} ", f" {fold(term)} ")}
    begun = {form for term in word.begins for form in (f" {term}", f" {fold(term)}")}
    return (*whole, *begun)
