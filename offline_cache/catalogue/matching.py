"""From the words of a query to expressions for the search index, weakest last.

Every term is quoted and holds letters and digits only, so no query can be anything but words to SQLite.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from offline_cache.catalogue.words import QueryWord, fold


class Tier(IntEnum):
    """How well a document matches; the value is what that is worth."""

    NAME = 100
    WORDS = 72
    FOLDED = 55
    PARTS = 40
    SOME = 30
    TEXT = 20
    BEGINNING = 10


@dataclass(frozen=True, slots=True)
class Attempt:
    """One question to one of the two indexes."""

    tier: Tier
    match: str


STRONG = "{name words organization}"
LEAST_TO_BEGIN_A_TEXT_WORD = 5


def attempts(words: Sequence[QueryWord]) -> tuple[Attempt, ...]:
    """All words in the name; in names and keywords; without their dots; by parts."""
    found = [
        Attempt(Tier.NAME, _all(f"name : {either(word)}" for word in words)),
        Attempt(Tier.WORDS, _all(f"{STRONG} : {either(word)}" for word in words)),
        Attempt(Tier.FOLDED, all_of(words)),
    ]
    if any(word.parts for word in words):
        found.append(Attempt(Tier.PARTS, _all(f"{STRONG} : {_by_parts(word)}" for word in words)))
    return tuple(found)


def anywhere(words: Sequence[QueryWord]) -> str:
    """All words anywhere, long texts included; a beginning only where it is long enough to say something."""
    return _all(either(word, begins=len(word.typed) >= LEAST_TO_BEGIN_A_TEXT_WORD) for word in words)


def all_of(words: Sequence[QueryWord]) -> str:
    """All words, each with its dots or without."""
    return _all(single(word) for word in words)


def single(word: QueryWord) -> str:
    """One word by itself, with its dots or without."""
    return f"({STRONG} : {either(word)} OR {_folded(word)})"


def either(word: QueryWord, *, begins: bool = True) -> str:
    """Anything that finds the word."""
    exact = [_quoted(term) for term in (word.typed, *word.terms)]
    beginnings = [f"{_quoted(term)} *" for term in word.begins] if begins else []
    return f"({' OR '.join((*exact, *beginnings))})"


def _folded(word: QueryWord) -> str:
    """The word in the column of words without dots and rings; an inflected one by its stem."""
    terms = dict.fromkeys(fold(term) for term in (word.typed, *word.terms))
    beginnings = dict.fromkeys(fold(term) for term in word.begins)
    either_of = [*(_quoted(term) for term in terms), *(f"{_quoted(term)} *" for term in beginnings)]
    return f"folded : ({' OR '.join(either_of)})"


def _by_parts(word: QueryWord) -> str:
    return f"({' OR '.join((either(word), *(_quoted(part) for part in word.parts)))})"


def _all(parts: Iterable[str]) -> str:
    return " AND ".join(f"({part})" for part in parts)


def _quoted(term: str) -> str:
    return f'"{term}"'
