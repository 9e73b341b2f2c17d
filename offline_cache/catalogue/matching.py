"""From the slots of a query to expressions for the search index, weakest last.

Every term is quoted and holds letters and digits only, so no query can be anything but words to SQLite.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from offline_cache.catalogue.understanding import Slot
from offline_cache.catalogue.words import QueryWord, fold


class Tier(IntEnum):
    """How well a document matches; the value is what that is worth."""

    IDENTITY = 300
    NAME = 100
    MEANT_IN_NAME = 86
    WORDS = 72
    MEANT = 62
    FOLDED = 55
    HALVES = 48
    PARTS = 40
    SOME = 30
    TEXT = 20
    BEGINNING = 10


@dataclass(frozen=True, slots=True)
class Attempt:
    """One question to the index of names and words."""

    tier: Tier
    match: str


STRONG = "{name words organization}"
LEAST_TO_BEGIN_A_TEXT_WORD = 6
"""The long texts have no index of beginnings: each costs all the words that begin so."""


def attempts(slots: Sequence[Slot]) -> tuple[Attempt, ...]:
    """All slots in the name; in names and keywords; without their dots; by parts. As said, then as meant."""
    has_meanings = any(slot.meanings for slot in slots)
    said, meant = _all(map(_direct, slots)), [_meant(slot) for slot in slots]
    found = [Attempt(Tier.NAME, f"name : {said}")]
    if has_meanings:
        found.append(Attempt(Tier.MEANT_IN_NAME, f"name : {_all(meant)}"))
    found.append(Attempt(Tier.WORDS, f"{STRONG} : {said}"))
    if has_meanings:
        found.append(Attempt(Tier.MEANT, f"{STRONG} : {_all(meant)}"))
    found.append(Attempt(Tier.FOLDED, _all(map(_bare_too, slots, meant))))
    words = [word for slot in slots for word in slot.said]
    if any(word.halves for word in words):
        found.append(Attempt(Tier.HALVES, f"{STRONG} : {_all(map(_by_halves, slots, meant))}"))
    if any(word.parts for word in words):
        found.append(Attempt(Tier.PARTS, f"{STRONG} : {_all(map(_by_parts, slots, meant))}"))
    return tuple(found)


def anywhere(slots: Sequence[Slot]) -> str:
    """All slots anywhere, long texts included; a beginning only where it is long enough to say something."""
    return _all(_in_text(slot) for slot in slots)


def together(slots: Sequence[Slot]) -> str:
    """All slots anywhere, each as a whole word: beginnings would be looked up in all the long texts."""
    return _all(_in_text(slot, whole=True) for slot in slots)


def all_of(slots: Sequence[Slot]) -> str:
    """All slots, each with its dots or without."""
    return _all(single(slot) for slot in slots)


def single(slot: Slot) -> str:
    """One slot by itself, with its dots or without."""
    return _bare_too(slot, _meant(slot))


def _bare_too(slot: Slot, meant: str) -> str:
    return f"({STRONG} : {meant} OR folded : {_all(map(_folded, slot.said))})"


def in_name(slot: Slot) -> str:
    """One slot by itself, as said or as meant, in a name."""
    return f"name : {_meant(slot)}"


def word_alone(word: QueryWord) -> str:
    """One word in names and keywords, with its dots or without."""
    return f"({STRONG} : {either(word)} OR folded : {_folded(word)})"


def whole_word(word: QueryWord) -> str:
    """One word as it is or as it inflects, no beginning of another."""
    return f"{STRONG} : {either(word, begins=False)}"


def either(word: QueryWord, *, begins: bool = True) -> str:
    """Anything that finds the word."""
    return _any_of((word.typed, *word.terms), word.begins if begins else ())


def _direct(slot: Slot) -> str:
    return _all(either(word) for word in slot.said)


def _meant(slot: Slot) -> str:
    """What was said or any of its meanings; what holds all words of another meaning is found by that one."""
    ways = [slot.said, *(meaning.words for meaning in slot.meanings)]
    alone = _any_word([way[0] for way in ways if len(way) == 1])
    phrases = [frozenset(map(either, way)) for way in ways if len(way) > 1]
    single_words = {either(way[0]) for way in ways if len(way) == 1}
    fewest = [
        way
        for way in dict.fromkeys(phrases)
        if way.isdisjoint(single_words) and not any(other < way for other in phrases)
    ]
    return f"({' OR '.join((*alone, *(_all(sorted(way)) for way in fewest)))})"


def _any_word(words: Sequence[QueryWord]) -> tuple[str, ...]:
    """Any of the words; a term that several of them have is looked up once."""
    if not words:
        return ()
    terms = (term for word in words for term in (word.typed, *word.terms))
    return (_any_of(terms, (begins for word in words for begins in word.begins)),)


def _in_text(slot: Slot, *, whole: bool = False) -> str:
    """What is meant by several words would be found in any text that is long enough."""
    said = _all(_word_in_text(word, whole) for word in slot.said)
    meant = (either(each.words[0], begins=False) for each in slot.meanings if len(each.words) == 1)
    return f"({' OR '.join((said, *meant))})"


def _word_in_text(word: QueryWord, whole: bool) -> str:
    """The word in any of its forms; of beginnings only its own, for that of a stem is many words' beginning."""
    begins = word.unfinished and not whole and len(word.typed) >= LEAST_TO_BEGIN_A_TEXT_WORD
    return _any_of((word.typed, *word.terms), (word.typed,) if begins else ())


def _folded(word: QueryWord) -> str:
    """The word in the column of words without dots and rings; an inflected one by its stem."""
    return _any_of(map(fold, (word.typed, *word.terms)), map(fold, word.begins))


def _any_of(terms: Iterable[str], begins: Iterable[str]) -> str:
    """One of the terms or a longer word that begins so; what a shorter beginning finds anyhow is not asked for too."""
    beginnings: list[str] = []
    for term in sorted(set(begins)):
        if not (beginnings and term.startswith(beginnings[-1])):
            beginnings.append(term)
    shortest = tuple(beginnings)
    exact = [_quoted(term) for term in dict.fromkeys(terms) if not term.startswith(shortest)]
    return f"({' OR '.join((*exact, *(f'{_quoted(term)} *' for term in beginnings)))})"


def _by_halves(slot: Slot, meant: str) -> str:
    """A compound where the text has its parts as words of their own."""
    halved = (
        _all(f"({' OR '.join(map(_quoted, half))})" for half in word.halves) if word.halves else either(word)
        for word in slot.said
    )
    return f"({meant} OR {_all(halved)})"


def _by_parts(slot: Slot, meant: str) -> str:
    parted = (f"({' OR '.join((either(word), *map(_quoted, word.parts)))})" for word in slot.said)
    return f"({meant} OR {_all(parted)})"


def _all(parts: Iterable[str]) -> str:
    return f"({' AND '.join(parts)})"


def _quoted(term: str) -> str:
    return f'"{term}"'
