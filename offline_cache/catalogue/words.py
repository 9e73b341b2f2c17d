"""Words of a text and of a query: how they are told apart, compared, and stripped of their dots and rings.

This module is light; what knows languages (``language_forms``) is handed in and may come later.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

WORD = re.compile(r"[^\W_]{1,64}")
"""A longer run of letters is no word that anybody would type whole: it is cut."""
FAST_WORD = re.compile(r"\w{1,64}")
CASE_AFTER_COLON = re.compile(r"(?<=\w)[:’'](?:\w{1,5})\b")
"""Kela:n, EU:sta, the agency's: what follows is an ending and no word."""
ABBREVIATED = re.compile(r"([^\W\d_]{3,64})\.")
"""*henk.apu*, *edunvalv. hakemus*: a word with a full stop is the beginning of one."""
LETTERS_WITHOUT_MARKS = {
    **{
        code: "".join(each for each in unicodedata.normalize("NFKD", chr(code)) if not unicodedata.combining(each))
        for code in range(0x00C0, 0x0250)
    },
    **str.maketrans({"đ": "d", "ŋ": "n", "ŧ": "t", "ø": "o", "æ": "ae", "ł": "l", "ß": "ss", "ı": "i"}),
}
LONGEST_WORD = 64
MOST_WORDS = 30
"""Of a whole sentence; which of them tell something, the reader of queries knows."""
SHORTEST_STEM_AS_BEGINNING = 4
SHORTEST_BEGINNING = 5
ANALYSED = ("fi", "sv", "en", "se")


class Forms(Protocol):
    """What knows languages."""

    @property
    def is_plain(self) -> bool:
        """Return whether dictionaries are missing."""
        ...

    def terms(self, word: str, language: str) -> tuple[str, ...]:
        """Return what a word is found by."""
        ...

    def parts(self, word: str, language: str) -> tuple[str, ...]:
        """Return a compound's own term, then what its parts are found by; nothing for a simple word."""
        ...

    def halves(self, word: str, language: str) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
        """Return what the two parts of a compound are found by, each; nothing for a simple word."""
        ...

    def is_known(self, word: str) -> bool:
        """Return whether a dictionary of any language holds the word: then it is not mistyped."""
        ...

    def terms_of(self, words: Iterable[str], language: str) -> set[str]:
        """Return what any of the words is found by; words of a language not analysed are their own terms."""
        ...

    def beginnings_of(self, words: Iterable[str], language: str) -> set[str]:
        """Return the words, their terms and the parts of compounds: all that somebody may begin to type."""
        ...


def words_of(text: str) -> list[str]:
    """The words of a text, folded to one case."""
    plain = text.casefold() if text.isascii() else unicodedata.normalize("NFC", text).casefold()
    if "'" in plain or ":" in plain or "’" in plain:
        plain = CASE_AFTER_COLON.sub("", plain)
    if "_" in plain:
        plain = plain.replace("_", " ")
    return FAST_WORD.findall(plain)


def fold(word: str) -> str:
    """The word as typed by somebody who has no ä, å, ö or č at hand."""
    return word if word.isascii() else word.translate(LETTERS_WITHOUT_MARKS)


@dataclass(frozen=True, slots=True)
class QueryWord:
    """One word of a query: as typed, what else finds it, and whether it may be only the beginning of one."""

    typed: str
    terms: tuple[str, ...]
    """In all languages that the desk knows: a clerk types Swedish words into a Finnish screen."""
    parts: tuple[str, ...]
    unfinished: bool
    halves: tuple[tuple[str, ...], tuple[str, ...]] | None = None
    """What the two parts of a compound are found by: *asumistuki* where the text says *asumisen tuki*."""

    @property
    def begins(self) -> tuple[str, ...]:
        """What a longer word may begin with."""
        if not self.unfinished:
            return ()
        stems = (each for each in self.terms if len(each) >= SHORTEST_STEM_AS_BEGINNING)
        return tuple(dict.fromkeys((self.typed, *stems)))


def query_words(query: str, forms: Forms) -> tuple[QueryWord, ...]:
    """The first words of whatever a person typed; the last may be unfinished."""
    cut = query[: MOST_WORDS * LONGEST_WORD]
    typed = list(dict.fromkeys(words_of(cut)))[:MOST_WORDS]
    if len(typed) > 1:
        typed = [word for word in typed if len(word) > 1 or word.isdigit()] or typed[:1]
    ended = bool(cut) and not WORD.match(cut[-1])
    short = {match.group(1) for match in ABBREVIATED.finditer(cut.casefold())}
    return tuple(
        query_word(word, forms, unfinished=word in short or (place == len(typed) - 1 and not ended))
        for place, word in enumerate(typed)
    )


def shortened(words: Sequence[QueryWord]) -> tuple[QueryWord, ...]:
    """The beginnings of the long words: for a query of which nothing was found, be it mistyped or too special."""
    return tuple(
        QueryWord(word.typed[: max(SHORTEST_BEGINNING, len(word.typed) * 3 // 5)], (), (), unfinished=True)
        for word in words
        if len(word.typed) > SHORTEST_BEGINNING
    )


def query_word(word: str, forms: Forms, *, unfinished: bool = False) -> QueryWord:
    """One word, with all that finds it in any language that the desk knows."""
    terms = dict.fromkeys(term for language in ANALYSED for term in forms.terms(word, language))
    compounds = [forms.parts(word, language) for language in ANALYSED]
    terms.update(dict.fromkeys(parts[0] for parts in compounds if parts))
    terms.pop(word, None)
    parts = dict.fromkeys(part for each in compounds for part in each[1:] if part not in terms and part != word)
    halves = next((both for language in ANALYSED if (both := forms.halves(word, language))), None)
    return QueryWord(word, tuple(terms), tuple(parts), unfinished, halves)
