"""Reads a mistyped word as one that the catalogue has: a few letters changed, left out, doubled or swapped.

Heavy to import, so it comes with the first mistyped word.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from rapidfuzz import process
from rapidfuzz.distance import OSA

from offline_cache.catalogue.words import fold

SHORTEST = 4
LONG = 8
VERY_LONG = 14
MOST_LOOKED_AT = 12
MOST_REMEMBERED = 1_000
DOTS = 0.3
"""What a wrong dot costs against a wrong letter."""
OTHER_BEGINNING = 0.5
"""The first letter is rarely the wrong one, and in a short word never: *eilen* is no mistyped *bilen*."""


class Speller:
    """The words that there are, by their length and without their dots."""

    def __init__(self, words: Iterable[str]) -> None:
        self._stands: dict[str, list[str]] = {}
        for word in words:
            self._stands.setdefault(fold(word), []).append(word)
        self._by_length: dict[int, list[str]] = {}
        for bare in self._stands:
            self._by_length.setdefault(len(bare), []).append(bare)
        self._beginnings: dict[int, list[str]] = {}
        self._remembered: dict[tuple[str, bool], tuple[str, ...]] = {}

    def nearest(self, word: str, *, unfinished: bool) -> tuple[str, ...]:
        """The words that this one may be, nearest first; an unfinished one may be a beginning of them."""
        if len(word) < SHORTEST or not word.isalpha():
            return ()
        known = self._remembered.get((word, unfinished))
        if known is None:
            known = self._whole(word) or (self._begun(word) if unfinished else ())
            if len(self._remembered) < MOST_REMEMBERED:
                self._remembered[word, unfinished] = known
        return known

    def _whole(self, word: str) -> tuple[str, ...]:
        bare = fold(word)
        allowed = _allowed(bare)
        near = chain.from_iterable(
            self._by_length.get(length, ()) for length in range(len(bare) - allowed, len(bare) + allowed + 1)
        )
        found = process.extract(bare, list(near), scorer=OSA.distance, score_cutoff=allowed, limit=MOST_LOOKED_AT)
        return _best(
            [
                (_cost(word, stands, distance), stands)
                for each, distance, _ in found
                if len(bare) >= LONG or each[0] == bare[0]
                for stands in self._stands[each]
            ]
        )

    def _begun(self, word: str) -> tuple[str, ...]:
        """The beginnings that it may be, each as a word that begins so."""
        bare = fold(word)
        length = len(bare)
        if length not in self._beginnings:
            self._beginnings[length] = sorted({each[:length] for each in self._stands if len(each) > length})
        found = process.extract(
            bare, self._beginnings[length], scorer=OSA.distance, score_cutoff=1, limit=MOST_LOOKED_AT
        )
        return _best([(_cost(word, each, distance), each) for each, distance, _ in found if each[0] == bare[0]])


def _allowed(word: str) -> int:
    return 1 if len(word) < LONG else 2 if len(word) < VERY_LONG else 3


def _cost(typed: str, stands: str, distance: float) -> float:
    dots = max(0, OSA.distance(typed, stands) - distance) * DOTS
    return distance + dots + (0.0 if fold(typed[0]) == fold(stands[0]) else OTHER_BEGINNING)


def _best(spelled: list[tuple[float, str]]) -> tuple[str, ...]:
    """All that are equally near: which of them is meant, the rest of the query says."""
    if not spelled:
        return ()
    least = min(cost for cost, _ in spelled)
    return tuple(dict.fromkeys(word for cost, word in sorted(spelled) if cost <= least + DOTS))[:3]
