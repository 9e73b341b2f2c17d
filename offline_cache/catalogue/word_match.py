"""Finds the word of a text that a word of the query means: the index's judgement, one word at a time."""

from __future__ import annotations

import re

from offline_cache.catalogue.words import WORD, Forms, QueryWord, fold, words_of

HEAD = 2
INSIDE = 4


class WordMatch:
    """One word of a query, made ready to be looked for in many short texts."""

    def __init__(self, word: QueryWord, forms: Forms) -> None:
        self._forms = forms
        self._wanted = frozenset((word.typed, *word.terms, *word.parts))
        self._bare = frozenset(fold(term) for term in (word.typed, *word.terms))
        self._beginnings = tuple(dict.fromkeys((*word.begins, *(fold(each) for each in word.begins))))
        self._possible = _possible(self._wanted)

    def may_be_in(self, bare: str) -> bool:
        """Whether a text without case and dots is worth a look at its words."""
        return self._possible.search(bare) is not None

    def first_in(self, text: str, language: str, bare: str) -> str | None:
        """The first word of the text that is meant, as it stands there; ``bare`` is what ``bare_text`` makes of it."""
        if self._possible.search(bare) is None:
            return None
        for match in WORD.finditer(text):
            stands = match.group()
            plain = stands.casefold()
            if plain in self._wanted or (self._beginnings and plain.startswith(self._beginnings)):
                return stands
            bare = fold(plain)
            if self._possible.search(bare) and self._is_form(stands, bare, language):
                return stands
        return None

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


def bare_text(text: str) -> str:
    """The text without case and dots: worked out once for all the words that are looked for in it."""
    return fold(text.casefold())


def _possible(wanted: frozenset[str]) -> re.Pattern[str]:
    """What a word must at least begin with, or hold, to be worth a look at its forms."""
    bare = {fold(term) for term in wanted}
    heads = sorted({re.escape(term[:HEAD]) for term in bare})
    inside = sorted({re.escape(term[:INSIDE]) for term in bare if len(term) >= INSIDE})
    return re.compile("|".join((rf"\b(?:{'|'.join(heads)})", *inside)))
