"""From a word as it stands to the terms it is found by: base forms, stems and parts of compounds.

Finnish and Swedish inflect and compound: *asumistukea* must find *asumistuki*, and *tuki* too. simplemma's
dictionaries give the base form, Snowball cuts what they do not know, and a compound is cut where both sides are
known words.
Without dictionaries only Snowball is left: fewer inflected words are found, and ``is_plain`` says so.

Heavy to import and to load; so nothing but the composition root imports this, and late.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Protocol

import marisa_trie
import msgspec
import Stemmer as Snowball

from offline_cache.catalogue.words import ANALYSED

DICTIONARY = "{language}.dic"
SAID_FORMS = "said_forms.bin"
"""What the words that people say are found by, worked out at set-up."""
ALGORITHMS = {"fi": "finnish", "sv": "swedish", "en": "english"}
"""Northern Sámi has a small dictionary, and no stemmer: only what stands in it is inflected."""
COMPOUNDING = ("fi", "sv")
FINNISH_ENDINGS = (
    *(("nsa", "n"), ("nsä", "n"), ("nsa", ""), ("nsä", ""), ("mme", "n"), ("mme", ""), ("nne", "n"), ("nne", "")),
    *(("ni", "n"), ("ni", ""), ("si", "n"), ("si", ""), ("kseen", "ksi"), ("aan", "a"), ("ään", "ä"), ("een", "e")),
    *(("kin", ""), ("kaan", ""), ("kään", ""), ("han", ""), ("hän", ""), ("ko", ""), ("kö", "")),
)
"""What may follow a form that the dictionary holds, and what stands in its place there."""
FINNISH_DERIVED = (
    (re.compile(r"mis(?:en|t[aä]|e\w+|i\w+)$"), "minen"),
    (re.compile(r"(?:uu(?:den|tta|teen|de\w+|ksi\w*))$"), "uus"),
    (re.compile(r"(?:yy(?:den|ttä|teen|de\w+|ksi\w*))$"), "yys"),
)
"""Nouns made from any verb or adjective, which no dictionary holds all of."""
SHORTEST_COMPOUND = 7
DEEPEST_COMPOUND = 3
SHORTEST_LEFT = 3
SHORTEST_RIGHT = 4
MOST_REMEMBERED = 150_000
"""Of each kind and language: some 25 megabytes. The words that come later are rare, and are worked out each time."""


Terms = dict[str, dict[str, tuple[str, ...]]]
"""By language and word."""
WorkOut = Callable[[str, str], tuple[str, ...]]


class Stemmer(Protocol):
    """What a Snowball stemmer does."""

    def stemWord(self, word: str) -> str:
        """Cut a word's ending off."""
        ...


class ShippedDictionaries:
    """The tries built at set-up, from word form to base form.

    Read directly: importing simplemma itself costs more than everything else that the first search waits for, and
    what its rules add to its dictionaries, cutting compounds and endings of our own and Snowball add as well.
    """

    def __init__(self, folder: Path) -> None:
        self._tries = {
            language: marisa_trie.BytesTrie().load(str(folder / DICTIONARY.format(language=language)))
            for language in ANALYSED
        }

    def knows(self, word: str, language: str) -> bool:
        """The word stands in the dictionary, in this form."""
        return word in self._tries[language]

    def base_form(self, word: str, language: str) -> str | None:
        """The base form, if it is one word; names stand in the dictionary with a capital."""
        trie = self._tries[language]
        found = trie.get(word) or trie.get(word.capitalize())
        base = found[0].decode().casefold() if found else ""
        return base if base.isalnum() else None


class LanguageForms:
    """Terms of words, remembered. May be used from any thread."""

    def __init__(self, folder: Path) -> None:
        self._stemmers: dict[str, Stemmer] = {language: Snowball.Stemmer(name) for language, name in ALGORITHMS.items()}
        self._dictionaries = shipped_dictionaries(folder)
        self._terms = _known_forms(folder) if self._dictionaries is not None else _nothing_known()
        self._parts: dict[str, dict[str, tuple[str, ...]]] = {language: {} for language in COMPOUNDING}
        self._beginnings: dict[str, dict[str, tuple[str, ...]]] = {language: {} for language in ANALYSED}
        self._lock = threading.Lock()

    @property
    def is_plain(self) -> bool:
        """There are no dictionaries: only endings are cut."""
        return self._dictionaries is None

    @property
    def known_terms(self) -> Terms:
        """All terms that were worked out so far."""
        return self._terms

    def terms(self, word: str, language: str) -> tuple[str, ...]:
        """What the word is found by, besides as it stands; nothing in a language that is not analysed."""
        remembered = self._terms.get(language)
        if remembered is None:
            return ()
        return remembered.get(word) or self._learn(remembered, self._work_out, word, language)

    def parts(self, word: str, language: str) -> tuple[str, ...]:
        """A compound put together anew from its parts, then the terms of the parts; none for a simple word."""
        if not self._may_be_compound(word, language):
            return ()
        remembered = self._parts[language]
        found = remembered.get(word)
        return found if found is not None else self._learn(remembered, self._work_out_parts, word, language)

    def halves(self, word: str, language: str) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
        """The terms of the left part of a compound and of the right one."""
        if not self._may_be_compound(word, language):
            return None
        with self._lock:
            cut = self._cut(word, language)
            return cut and (self._work_out(cut[0], language), self._work_out(cut[1], language))

    def is_known(self, word: str) -> bool:
        """A dictionary holds the word, in this form."""
        return any(self._is_known(word, language) or self._lemma(word, language) != word for language in ANALYSED)

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
        terms = {self._stem(word, language): None}
        if (lemma := self._base_of(word, language)) != word:
            terms[self._stem(lemma, language)] = None
        if language == "fi" and (derived := _derived(word)):
            terms[self._stem(derived, language)] = None
        if language == "fi" and (noun := self._noun_like_a_verb(word)):
            terms[self._stem(noun, language)] = None
        return tuple(terms)

    def _noun_like_a_verb(self, word: str) -> str | None:
        """*tukea* is to support, which the dictionary knows, and some support, which is what people look for."""
        noun = f"{word[:-2]}i" if word.endswith(("ea", "eä")) else word
        return noun if noun != word and self._is_known(noun, "fi") and self._lemma(noun, "fi") == noun else None

    def _stem(self, word: str, language: str) -> str:
        stemmer = self._stemmers.get(language)
        return word if stemmer is None else stemmer.stemWord(word)

    def _work_out_beginnings(self, word: str, language: str) -> tuple[str, ...]:
        found = (word, *self._work_out(word, language), *self._parts_of(word, language))
        return tuple(dict.fromkeys(found))

    def _parts_of(self, word: str, language: str) -> tuple[str, ...]:
        return self._work_out_parts(word, language) if self._may_be_compound(word, language) else ()

    def _may_be_compound(self, word: str, language: str) -> bool:
        return language in COMPOUNDING and len(word) >= SHORTEST_COMPOUND and self._dictionaries is not None

    def _work_out_parts(self, word: str, language: str) -> tuple[str, ...]:
        """*toimeentulotuesta* → toimeentulotuki, which no dictionary may hold, and toimeentulo, tuki."""
        cut = self._cut(word, language)
        if cut is None:
            return ()
        left, right = cut
        whole = word[: len(word) - len(right)] + self._base_of(right, language)
        found = (*self._work_out(left, language), *self._work_out(right, language), *self._parts_of(right, language))
        return tuple(dict.fromkeys((self._stem(whole, language), *found)))

    def _cut(self, word: str, language: str, depth: int = 1) -> tuple[str, str] | None:
        """Two known words that it is made of, cut as near the middle as can be; else the last may be a compound."""
        cuts = range(SHORTEST_LEFT, len(word) - SHORTEST_RIGHT + 1)
        later: list[tuple[str, str]] = []
        for place in sorted(cuts, key=lambda cut: abs(2 * cut - len(word))):
            right = word[place:]
            if left := self._left_part(word[:place], language):
                if self._is_known(right, language) or self._lemma(right, language) != right:
                    return (left, right)
                later.append((left, right))
        if depth < DEEPEST_COMPOUND:
            return next((pair for pair in later if self._cut(pair[1], language, depth + 1)), None)
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
        """The base form from the dictionary, with Finnish endings for *my*, *your*, *too* and the like cut off."""
        if self._dictionaries is None:
            return word
        found = self._dictionaries.base_form(word, language)
        if found is None and language == "fi":
            bare = (word[: -len(ending)] + put for ending, put in FINNISH_ENDINGS if word.endswith(ending))
            found = next((base for each in bare if (base := self._dictionaries.base_form(each, "fi"))), None)
        return found or word

    def _base_of(self, word: str, language: str) -> str:
        """The base form, of the last part where only that has one."""
        lemma = self._lemma(word, language)
        unknown = lemma == word and not self._is_known(word, language)
        if not unknown or not self._may_be_compound(word, language):
            return lemma
        cut = self._cut(word, language)
        return word[: len(word) - len(cut[1])] + self._base_of(cut[1], language) if cut else word

    def _is_known(self, word: str, language: str) -> bool:
        return self._dictionaries is not None and self._dictionaries.knows(word, language)


def _derived(word: str) -> str | None:
    """The base form of a Finnish noun in -minen, -uus or -yys."""
    for ending, base in FINNISH_DERIVED:
        if found := ending.search(word):
            return word[: found.start()] + base
    return None


def _nothing_known() -> Terms:
    return {language: {} for language in ANALYSED}


def _known_forms(folder: Path) -> Terms:
    """What was worked out at set-up; a missing or broken file only costs time."""
    try:
        known = msgspec.msgpack.decode((folder / SAID_FORMS).read_bytes(), type=Terms)
    except (OSError, msgspec.MsgspecError):
        return _nothing_known()
    return {**_nothing_known(), **known}


def written_forms(forms: LanguageForms) -> bytes:
    """Return what a file of known forms holds: all terms that were asked for."""
    return msgspec.msgpack.encode(forms.known_terms)


def shipped_dictionaries(folder: Path) -> ShippedDictionaries | None:
    """The shipped dictionaries, or nothing when one of them is missing or broken."""
    try:
        return ShippedDictionaries(folder)
    except (OSError, RuntimeError):
        return None
