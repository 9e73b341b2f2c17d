"""Finds the word of a text that a word of the query means: the index's judgement, one word at a time.

A text is taken apart once. What may be meant in it is looked for in one long line of its words without case and dots,
so that only words that begin or sound alike are looked at one by one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from offline_cache.catalogue.words import WORD, Forms, QueryWord, fold, words_of

HEAD = 2
INSIDE = 4


@dataclass(frozen=True, slots=True)
class Passage:
    """Texts taken apart into their words."""

    stands: Sequence[str]
    """The words as they stand."""
    plain: Sequence[str]
    """Without case."""
    bare: Sequence[str]
    """Without dots as well."""
    line: str
    """All bare words with a space round each."""
    text_of: Sequence[int]
    """Of each word, which text it stands in."""
    languages: Sequence[str]
    """Of each text."""


def passage(texts: Iterable[tuple[str, str]]) -> Passage:
    """Take texts apart; each comes with its language."""
    stands: list[str] = []
    text_of: list[int] = []
    languages: list[str] = []
    for place, (language, text) in enumerate(texts):
        found = WORD.findall(text)
        stands += found
        text_of += [place] * len(found)
        languages.append(language)
    plain = " ".join(stands).casefold()
    bare = fold(plain)
    return Passage(stands, plain.split(" "), bare.split(" "), f" {bare} ", text_of, languages)


class WordMatch:
    """One word of a query, made ready to be looked for in many passages."""

    def __init__(self, word: QueryWord, forms: Forms) -> None:
        self._forms = forms
        self._wanted = frozenset((word.typed, *word.terms, *word.parts))
        self._bare = frozenset(fold(term) for term in (word.typed, *word.terms))
        self._beginnings = tuple(dict.fromkeys((*word.begins, *(fold(each) for each in word.begins))))
        self._needles = _needles(self._wanted)
        self._judged: dict[tuple[str, str], bool] = {}
        """The same words stand in many passages."""

    def first_in(self, passage: Passage) -> int | None:
        """The place of the first word that is meant."""
        for place in self._possible(passage.line):
            plain = passage.plain[place]
            if plain in self._wanted or (self._beginnings and plain.startswith(self._beginnings)):
                return place
            language = passage.languages[passage.text_of[place]]
            judged = self._judged.get((plain, language))
            if judged is None:
                judged = self._is_form(passage.stands[place], passage.bare[place], language)
                self._judged[plain, language] = judged
            if judged:
                return place
        return None

    def _possible(self, line: str) -> list[int]:
        """The places of the words that begin as a wanted one or hold its beginning, in order."""
        places: set[int] = set()
        for needle in self._needles:
            found = line.find(needle)
            while found >= 0:
                places.add(line.count(" ", 0, found + 1) - 1)
                found = line.find(needle, found + 1)
        return sorted(places)

    def _is_form(self, stands: str, bare: str, language: str) -> bool:
        """The word inflects, compounds or, without its dots, begins to what is wanted."""
        if bare in self._bare or (self._beginnings and bare.startswith(self._beginnings)):
            return True
        terms = {
            term
            for word in words_of(stands)
            for term in (*self._forms.terms(word, language), *self._forms.parts(word, language))
        }
        if not self._wanted.isdisjoint(terms) or not self._bare.isdisjoint(map(fold, terms)):
            return True
        return bool(self._beginnings) and any(term.startswith(self._beginnings) for term in terms)


def _needles(wanted: frozenset[str]) -> tuple[str, ...]:
    """What a word must at least begin with, or hold, to be worth a look at its forms."""
    bare = {fold(term) for term in wanted}
    heads = {f" {term[:HEAD]}" for term in bare}
    inside = {term[:INSIDE] for term in bare if len(term) >= INSIDE}
    return (*sorted(heads), *sorted(inside))
