"""Said words looked up: from what a person says to the words of today, in any inflection and before the last letter.

The words come from the content (``synonyms.yaml``) and from the organizations, whose other names and abbreviations
mean their names.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

import msgspec

from desk.model.search import HitField
from desk.model.vernacular import SaidWords, Vernacular
from offline_cache.catalogue.words import ANALYSED, Forms, QueryWord, fold, query_word, words_of

SAID_PHRASES = "said_phrases.bin"
SPOKEN_POSSESSIVES = ("s", "n", "ni", "si", "nsa", "nsä")
"""Mutsis, mutsin, mutsini: what no dictionary of the written language cuts off."""
LEAST_BEGINNING = 4
MOST_BEGUN = 3
LEAST_WITHOUT_ENDING = 4
LEAST_OF_A_PHRASE = 2
FARTHEST_APART = 3
LEAST_OTHERWISE = 4
HEAD = 2


@dataclass(frozen=True, slots=True)
class Meaning:
    """Words that together mean what was said, and why they were looked for."""

    words: tuple[QueryWord, ...]
    field: HitField


Said = tuple[tuple[str, ...], str, int]
"""The words of a phrase, their language, and its row."""


@dataclass(slots=True)
class Learnt:
    """What was worked out of rows of said words."""

    rows: tuple[SaidWords, ...] = ()
    by_first: dict[str, list[Said]] = field(default_factory=dict)
    by_word: dict[tuple[str, str], frozenset[str]] = field(default_factory=dict)
    meanings: dict[int, tuple[Meaning, ...]] = field(default_factory=dict)

    def again(self) -> Learnt:
        """A copy to which more can be added."""
        by_first = {first: [*known] for first, known in self.by_first.items()}
        return Learnt(self.rows, by_first, dict(self.by_word), dict(self.meanings))


class KnownPhrases(msgspec.Struct):
    """What was learnt of a vernacular at set-up, so that a start need not learn it anew."""

    vernacular: bytes
    """Its fingerprint: of any other one nothing is known."""
    phrases: list[Said]
    by_first: dict[str, list[int]]
    """Of each first word's forms, which phrases begin so."""


class SaidWordsIndex:
    """All said words of the content, and with ``beside`` those of the catalogue too."""

    def __init__(self, vernacular: Vernacular, forms: Forms, learnt: Learnt | None = None) -> None:
        self._vernacular = vernacular
        self._forms = forms
        self._learnt = Learnt() if learnt is None else learnt
        self._fillers = frozenset(fold(each) for many in vernacular.fillers.values() for each in many)
        if learnt is None:
            self.learn(vernacular.rows)
        self._firsts = sorted(self._learnt.by_first)

    @classmethod
    def knowing(cls, vernacular: Vernacular, forms: Forms, known: bytes) -> SaidWordsIndex:
        """The index as it was written at set-up; learnt anew where that is missing, broken or of other words."""
        try:
            written = msgspec.msgpack.decode(known, type=KnownPhrases)
            if written.vernacular != _fingerprint(vernacular):
                return cls(vernacular, forms)
            phrases = written.phrases
            by_first = {first: [phrases[place] for place in places] for first, places in written.by_first.items()}
        except (msgspec.MsgspecError, IndexError):
            return cls(vernacular, forms)
        return cls(vernacular, forms, Learnt(tuple(vernacular.rows), by_first))

    def written(self) -> bytes:
        """What ``knowing`` reads."""
        places: dict[Said, int] = {}
        by_first = {
            first: [places.setdefault(said, len(places)) for said in many]
            for first, many in self._learnt.by_first.items()
        }
        return msgspec.msgpack.encode(KnownPhrases(_fingerprint(self._vernacular), list(places), by_first))

    def beside(self, organizations: Iterable[SaidWords]) -> SaidWordsIndex:
        """The same with the words that the catalogue's organizations are known by.

        These change with each refresh, and the content never does: its thousands of words are worked out once.
        """
        both = SaidWordsIndex(self._vernacular, self._forms, self._learnt.again())
        both.learn(organizations)
        return both

    def learn(self, rows: Iterable[SaidWords]) -> None:
        """Know more rows."""
        known = len(self._learnt.rows)
        self._learnt.rows = (*self._learnt.rows, *rows)
        for number, row in enumerate(self._learnt.rows[known:], start=known):
            for language, phrases in row.said.items():
                for phrase in phrases:
                    self._learn(phrase, language, number)
        self._firsts = sorted(self._learnt.by_first)

    def said(self) -> frozenset[str]:
        """Every said word as it stands."""
        return frozenset(
            word
            for row in self._learnt.rows
            for many in row.said.values()
            for phrase in many
            for word in words_of(phrase)
        )

    def is_filler(self, word: QueryWord) -> bool:
        """The word says nothing of what is looked for."""
        return fold(word.typed) in self._fillers

    def longest(self, words: Sequence[QueryWord], place: int) -> tuple[int, tuple[Meaning, ...]]:
        """How many words from this place are a said phrase, the longest there is, and what it means."""
        forms = [_forms_of(word) for word in words[place:]]
        best = 0
        rows: dict[int, None] = {}
        for first in forms[0]:
            for said in self._learnt.by_first.get(first, ()):
                length = len(said[0])
                if length < best or (length > 1 and not self._begins(said, forms)):
                    continue
                if length > best:
                    best, rows = length, {}
                rows[said[2]] = None
        if not rows and words[place].unfinished:
            rows = self._begun(words[place])
            best = 1 if rows else 0
        return best, self._all_meanings(rows)

    def spread(self, words: Sequence[QueryWord]) -> list[tuple[tuple[int, ...], tuple[Meaning, ...]]]:
        """Said phrases whose words stand apart or in another order: where they stand, and what they mean.

        *Hoidan vanhaa äitiäni* says what *hoidan äitiä* says, and *varastettiin pyörä* what *pyörä varastettiin*.
        """
        forms = [_forms_of(word) for word in words]
        rows: dict[tuple[int, ...], dict[int, None]] = {}
        for place, of_word in enumerate(forms):
            for said in (each for first in of_word for each in self._learnt.by_first.get(first, ())):
                if 1 < len(said[0]) <= len(words) and (places := self._places(said, forms, place)):
                    rows.setdefault(places, {})[said[2]] = None
        found: list[tuple[tuple[int, ...], tuple[Meaning, ...]]] = []
        taken: set[int] = set()
        for places in sorted(rows, key=_longest_nearest):
            if taken.isdisjoint(places):
                taken.update(places)
                found.append((places, self._all_meanings(rows[places])))
        return found

    def meanings_of(self, word: QueryWord) -> tuple[Meaning, ...]:
        """What one word means besides itself."""
        return self.longest((word,), 0)[1]

    def word(self, text: str, *, unfinished: bool = False) -> QueryWord:
        """A word, ready to be looked for."""
        return query_word(text, self._forms, unfinished=unfinished)

    def _begun(self, word: QueryWord) -> dict[int, None]:
        """Rows of single said words that begin so, when they are few."""
        typed = fold(word.typed)
        if len(typed) < LEAST_BEGINNING:
            return {}
        rows: dict[int, None] = {}
        for first in self._firsts[bisect_left(self._firsts, typed) :]:
            if not first.startswith(typed):
                break
            rows.update(dict.fromkeys(row for words, _, row in self._learnt.by_first[first] if len(words) == 1))
            if len(rows) > MOST_BEGUN:
                return {}
        return rows

    def _learn(self, phrase: str, language: str, row: int) -> None:
        """A phrase, and what is left of it in a sentence: *rahat ei riitä* is said with *enää* in its midst.

        Only the forms of first words are worked out now; of the many thousand phrases few are ever asked about.
        """
        words = words_of(phrase)
        telling = [word for word in words if fold(word) not in self._fillers]
        for ways in (words, telling) if LEAST_OF_A_PHRASE <= len(telling) < len(words) else (words,):
            if not ways:
                continue
            firsts = self._forms_in(ways[0], language)
            said = (tuple(ways), language, row)
            for first in _near(ways[0], firsts) if len(ways) == 1 else firsts:
                self._learnt.by_first.setdefault(first, []).append(said)

    def _forms_in(self, word: str, language: str) -> frozenset[str]:
        """Phrases share their words: each is worked out once."""
        known = self._learnt.by_word.get((word, language))
        if known is None:
            known = frozenset(map(fold, (word, *self._forms.terms(word, language))))
            self._learnt.by_word[word, language] = known
        return known

    def _begins(self, said: Said, forms: Sequence[frozenset[str]]) -> bool:
        """The first word is known to; the others follow one by one."""
        words, language, _ = said
        return len(words) <= len(forms) and not any(
            self._forms_in(word, language).isdisjoint(typed) for word, typed in zip(words[1:], forms[1:], strict=False)
        )

    def _places(self, said: Said, forms: Sequence[frozenset[str]], first: int) -> tuple[int, ...] | None:
        """Where the words of a phrase stand near one another, its first word at this place."""
        words, language, _ = said
        places = [first]
        for word in words[1:]:
            known = self._forms_in(word, language)
            near = sorted(
                (abs(place - places[-1]), place)
                for place, typed in enumerate(forms)
                if place not in places and abs(place - places[-1]) <= FARTHEST_APART and not known.isdisjoint(typed)
            )
            if not near:
                return None
            places.append(near[0][1])
        return tuple(sorted(places))

    def _all_meanings(self, rows: Iterable[int]) -> tuple[Meaning, ...]:
        return tuple(dict.fromkeys(meaning for row in rows for meaning in self._meanings_of(row)))

    def _meanings_of(self, row: int) -> tuple[Meaning, ...]:
        """Worked out when first wanted: most rows are never asked for."""
        known = self._learnt.meanings.get(row)
        if known is None:
            means = self._learnt.rows[row].means
            known = tuple(
                Meaning(tuple(self._meant(word, language) for word in words_of(phrase)), HitField.SYNONYM)
                for language in (*ANALYSED, *(code for code in means if code not in ANALYSED))
                for phrase in means.get(language, ())
            )
            self._learnt.meanings[row] = known
        return known

    def _meant(self, word: str, language: str) -> QueryWord:
        terms = (*self._forms.terms(word, language), *self._forms.parts(word, language)[:1])
        return QueryWord(word, tuple(dict.fromkeys(term for term in terms if term != word)), (), unfinished=False)


def _fingerprint(vernacular: Vernacular) -> bytes:
    return sha256(msgspec.msgpack.encode(vernacular)).digest()


def _forms_of(word: QueryWord) -> frozenset[str]:
    bare = [
        word.typed.removesuffix(ending)
        for ending in SPOKEN_POSSESSIVES
        if word.typed.endswith(ending) and len(word.typed) - len(ending) >= LEAST_WITHOUT_ENDING
    ]
    return frozenset(fold(each) for each in (word.typed, *word.terms, *bare))


def _near(word: str, terms: Iterable[str]) -> Iterator[str]:
    """Without stems of two letters, and short terms that look otherwise: *konsa* is an old *kun*, a stem of *kunta*."""
    head = fold(word)[:HEAD]
    return (
        term
        for term in terms
        if len(term) >= LEAST_OTHERWISE or term == fold(word) or (len(term) > HEAD and term[:HEAD] == head)
    )


def _longest_nearest(places: tuple[int, ...]) -> tuple[int, int, int]:
    return -len(places), places[-1] - places[0], places[0]
