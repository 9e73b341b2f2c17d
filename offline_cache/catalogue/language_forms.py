"""From a word as it stands to the terms it is found by: base forms, stems and parts of compounds.

Finnish and Swedish inflect and compound: *asumistukea* must find *asumistuki*, and *tuki* too. simplemma gives
the base form, Snowball cuts what simplemma does not know, and a compound is cut where both sides are known words.
Without dictionaries only Snowball is left: fewer inflected words are found, and ``is_plain`` says so.

Heavy to import and to load; so nothing but the composition root imports this, and late.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Protocol

import marisa_trie
import snowballstemmer
from simplemma.strategies import DefaultStrategy
from simplemma.strategies.dictionaries import DictionaryFactory
from simplemma.strategies.dictionaries.trie_dictionary_factory import TrieWrapDict

DICTIONARY = "{language}.dic"
LANGUAGES = ("fi", "sv", "en")
ALGORITHMS = {"fi": "finnish", "sv": "swedish", "en": "english"}
COMPOUNDING = ("fi", "sv")
SHORTEST_COMPOUND = 7
SHORTEST_LEFT = 3
SHORTEST_RIGHT = 4
MOST_REMEMBERED = 400_000


WorkOut = Callable[[str, str], tuple[str, ...]]


class Stemmer(Protocol):
    """What a Snowball stemmer does."""

    def stemWord(self, word: str) -> str:
        """Cut a word's ending off."""
        ...


class ShippedDictionaries(DictionaryFactory):
    """The tries built at set-up. Never builds one: that takes seconds and most of a gigabyte."""

    __slots__ = ("_tries",)

    def __init__(self, folder: Path) -> None:
        self._tries = {
            language: marisa_trie.BytesTrie().load(str(folder / DICTIONARY.format(language=language)))
            for language in LANGUAGES
        }

    def get_dictionary(self, lang: str) -> Mapping[str, str]:
        """The words of a language with their base forms."""
        return TrieWrapDict(self._tries[lang])

    def knows(self, word: str, language: str) -> bool:
        """The word stands in the dictionary, in this form."""
        return word in self._tries[language]


class LanguageForms:
    """Terms of words, remembered. May be used from any thread."""

    def __init__(self, folder: Path) -> None:
        self._stemmers: dict[str, Stemmer] = {
            language: snowballstemmer.stemmer(name) for language, name in ALGORITHMS.items()
        }
        self._dictionaries = _dictionaries(folder)
        self._lemmas = DefaultStrategy(dictionary_factory=self._dictionaries) if self._dictionaries else None
        self._terms: dict[str, dict[str, tuple[str, ...]]] = {language: {} for language in LANGUAGES}
        self._parts: dict[str, dict[str, tuple[str, ...]]] = {language: {} for language in COMPOUNDING}
        self._beginnings: dict[str, dict[str, tuple[str, ...]]] = {language: {} for language in LANGUAGES}
        self._lock = threading.Lock()

    @property
    def is_plain(self) -> bool:
        """There are no dictionaries: only endings are cut."""
        return self._dictionaries is None

    def terms(self, word: str, language: str) -> tuple[str, ...]:
        """What the word is found by, besides as it stands. Other languages than three have none."""
        remembered = self._terms.get(language)
        if remembered is None:
            return ()
        return remembered.get(word) or self._learn(remembered, self._work_out, word, language)

    def parts(self, word: str, language: str) -> tuple[str, ...]:
        """A compound put together anew from its parts, then the terms of the parts; none for a simple word."""
        remembered = self._parts.get(language)
        if remembered is None or len(word) < SHORTEST_COMPOUND or self._lemmas is None:
            return ()
        found = remembered.get(word)
        return found if found is not None else self._learn(remembered, self._work_out_parts, word, language)

    def terms_of(self, words: Iterable[str], language: str) -> set[str]:
        """The terms of all words of a text; in a language not analysed, the words as they stand."""
        remembered = self._terms.get(language)
        if remembered is None:
            return set(words)
        return self._all_of(set(words), remembered, self._work_out, language)

    def beginnings_of(self, words: Iterable[str], language: str) -> set[str]:
        """The words, their terms and the parts of compounds: all that somebody may begin to type."""
        remembered = self._beginnings.get(language)
        if remembered is None:
            return set(words)
        return self._all_of(set(words), remembered, self._work_out_beginnings, language)

    def _all_of(
        self, words: set[str], remembered: dict[str, tuple[str, ...]], work_out: WorkOut, language: str
    ) -> set[str]:
        """Sets do the work: an import comes here some hundred times for each object."""
        new = {word: self._learn(remembered, work_out, word, language) for word in words.difference(remembered)}
        found: set[str] = set()
        return found.union(*map(remembered.__getitem__, words.difference(new)), *new.values())

    def _learn(
        self,
        remembered: dict[str, tuple[str, ...]],
        work_out: WorkOut,
        word: str,
        language: str,
    ) -> tuple[str, ...]:
        """Stemmers keep their state between steps: one word at a time."""
        with self._lock:
            found = work_out(word, language)
            if len(remembered) < MOST_REMEMBERED:
                remembered[word] = found
        return found

    def _work_out(self, word: str, language: str) -> tuple[str, ...]:
        if word.isdigit():
            return (word,)
        stemmer = self._stemmers[language]
        terms = {stemmer.stemWord(word): None}
        if (lemma := self._lemma(word, language)) != word:
            terms[stemmer.stemWord(lemma)] = None
        return tuple(terms)

    def _work_out_beginnings(self, word: str, language: str) -> tuple[str, ...]:
        found = (word, *self._work_out(word, language), *self._parts_of(word, language))
        return tuple(dict.fromkeys(found))

    def _parts_of(self, word: str, language: str) -> tuple[str, ...]:
        compounds = language in COMPOUNDING and len(word) >= SHORTEST_COMPOUND and self._lemmas is not None
        return self._work_out_parts(word, language) if compounds else ()

    def _work_out_parts(self, word: str, language: str) -> tuple[str, ...]:
        """*toimeentulotuesta* → toimeentulotuki, which no dictionary may hold, and toimeentulo, tuki."""
        cut = self._cut(word, language)
        if cut is None:
            return ()
        left, right = cut
        whole = word[: len(word) - len(right)] + self._lemma(right, language)
        found = (*self._work_out(left, language), *self._work_out(right, language))
        return tuple(dict.fromkeys((self._stemmers[language].stemWord(whole), *found)))

    def _cut(self, word: str, language: str) -> tuple[str, str] | None:
        """The two known words that it is made of, cut as near the middle as can be."""
        cuts = range(SHORTEST_LEFT, len(word) - SHORTEST_RIGHT + 1)
        for place in sorted(cuts, key=lambda cut: abs(2 * cut - len(word))):
            right = word[place:]
            if self._is_known(right, language) and (left := self._left_part(word[:place], language)):
                return (left, right)
        return None

    def _left_part(self, left: str, language: str) -> str | None:
        """The word that a compound begins with: as it is, or *asumis-* for asuminen, *tillstånds-* for tillstånd."""
        if self._is_known(left, language):
            return left if len(left) > SHORTEST_LEFT or self._lemma(left, language) == left else None
        if not left.endswith("s"):
            return None
        candidate = f"{left[:-1]}nen" if language == "fi" else left[:-1]
        return candidate if len(candidate) > SHORTEST_LEFT and self._is_known(candidate, language) else None

    def _lemma(self, word: str, language: str) -> str:
        found = self._lemmas.get_lemma(word, language) if self._lemmas is not None else None
        return found.casefold() if found else word

    def _is_known(self, word: str, language: str) -> bool:
        return self._dictionaries is not None and self._dictionaries.knows(word, language)


def _dictionaries(folder: Path) -> ShippedDictionaries | None:
    """The shipped dictionaries, or nothing when one of them is missing or broken."""
    try:
        return ShippedDictionaries(folder)
    except (OSError, RuntimeError):
        return None
