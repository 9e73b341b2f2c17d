"""The few dozen errands, held in memory: an errand is found by any telling word of what a person says.

*My husband died yesterday* holds words that no errand has; a search for all of them would find nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from offline_cache.catalogue.words import QueryWord, fold


class ErrandTerms:
    """For each errand, all its terms in one string with a space round each."""

    def __init__(self, terms: Iterable[tuple[int, Iterable[str]]]) -> None:
        self._lines = [(number, _line(words)) for number, words in terms]

    def matching(self, words: Sequence[QueryWord]) -> dict[int, float]:
        """The part of the query's words that each errand holds; a word of fewer errands weighs more."""
        if not self._lines:
            return {}
        weights: dict[int, float] = {}
        whole = 0.0
        for word in words:
            needles = _needles(word)
            holders = [number for number, line in self._lines if any(needle in line for needle in needles)]
            weight = 1.0 / (1.0 + len(holders))
            whole += weight
            for number in holders:
                weights[number] = weights.get(number, 0.0) + weight
        return {number: weight / whole for number, weight in weights.items()}


def _line(words: Iterable[str]) -> str:
    both = {form for word in words for form in (word, fold(word))}
    return f" {' '.join(sorted(both))} "


def _needles(word: QueryWord) -> tuple[str, ...]:
    whole = {form for term in (word.typed, *word.terms) for form in (f" {term} ", f" {fold(term)} ")}
    begun = {form for term in word.begins for form in (f" {term}", f" {fold(term)}")}
    return (*whole, *begun)
