"""The search as you type: what a query may mean is gathered from the index, put in order, and explained.

What is kept in memory of the catalogue is read again when another process has written to it.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import msgspec

from desk.model.search import ANYWHERE, Facet, FacetKind, HitField, SearchResult, Within
from desk.model.vernacular import NO_VERNACULAR, Vernacular
from offline_cache.catalogue import rows
from offline_cache.catalogue.candidates import CandidateShelf
from offline_cache.catalogue.counting import FacetCounter
from offline_cache.catalogue.errand_terms import ErrandTerms
from offline_cache.catalogue.explaining import Explainer
from offline_cache.catalogue.form_codes import identity_in
from offline_cache.catalogue.found import Found
from offline_cache.catalogue.gathering import Gathered, Gatherer
from offline_cache.catalogue.indexing import ERRANDS_END, RowMaker
from offline_cache.catalogue.marks import MarkBook, all_marks
from offline_cache.catalogue.matching import Tier, either, whole_word, word_alone
from offline_cache.catalogue.organization_words import organization_words
from offline_cache.catalogue.ranking import MEANT_WITHIN, Asked, Ranking
from offline_cache.catalogue.said_words import Meaning, SaidWordsIndex
from offline_cache.catalogue.scope import Scope, scope_of
from offline_cache.catalogue.understanding import Reader, Slot
from offline_cache.catalogue.words import SHORTEST_BEGINNING, Forms, QueryWord, shortened
from offline_cache.connection import StoreConnection

READ_ERRANDS = """
    SELECT number, names, words FROM document JOIN document_detail USING (number) WHERE number < ?
"""
ONE = "SELECT 1 FROM search WHERE search MATCH ? LIMIT 1"
ONE_IN_TEXT = "SELECT 1 FROM search_text WHERE search_text MATCH ? LIMIT 1"
BY_IDENTITY = "SELECT number FROM document WHERE kind = ? AND id >= ? AND id < ? LIMIT ?"
KINDS_WITH_IDS = ("errand", rows.SERVICE, rows.CHANNEL, rows.GENERAL_DESCRIPTION)
AFTER_ANY_ID = "\uffff"
MOST_BY_IDENTITY = 50
A_WORD_OF_A_SENTENCE = 0.6
LEAST_WITHIN = 0.4
NEXT_MEANING = 0.85
"""What each further meaning of a word weighs against the one before."""


class Speller(Protocol):
    """What reads mistyped words."""

    def nearest(self, word: str, *, unfinished: bool) -> tuple[str, ...]:
        """Return the words that this one may be, nearest first."""
        ...


def _no_vernacular() -> Vernacular:
    return NO_VERNACULAR


@dataclass(frozen=True, slots=True)
class WordAids:
    """What helps to understand people, each asked for when it is first needed."""

    vernacular: Callable[[], Vernacular] = _no_vernacular
    speller: Callable[[Iterable[str]], Speller] | None = None
    known_phrases: Callable[[], bytes] = bytes
    """What was learnt of the vernacular at set-up."""
    dictionaries: str = ""
    """Which dictionaries the index is made with."""


NO_AIDS = WordAids()


class Searcher:
    """Answers queries on a connection of its own thread."""

    def __init__(self, connection: StoreConnection, forms: Forms, aids: WordAids = NO_AIDS) -> None:
        self._connection = connection
        self._forms = forms
        self._aids = aids
        self._said_in_content = SaidWordsIndex.knowing(aids.vernacular(), forms, aids.known_phrases())
        self._read()

    def search(self, query: str, language: str, limit: int, within: Within = ANYWHERE) -> SearchResult:
        """The best hits for whatever was typed."""
        started = time.perf_counter()
        if self._data_version() != self._version:
            self._read()
        scope = scope_of(within, self._marks)
        slots = self._reader.slots(query)
        slots, gathered, corrected = self._gathered(slots, scope)
        gathered.found.update(dict.fromkeys(self._by_identity(query), (float(Tier.IDENTITY), Tier.IDENTITY)))
        most = None if _counted(within) or scope.channel_kinds else limit
        told = self._errands.told(slots, [number for number in gathered.found if number < ERRANDS_END])
        found = self._in_order(gathered, _asked(query, language, slots, told), scope, most)
        hits = self._explainer.hits(found[:limit], slots, language)
        facets = FacetCounter(self._connection, self._marks).counted(found) if _counted(within) else ()
        took = (time.perf_counter() - started) * 1000
        return SearchResult(query, language, hits, took, self._forms.is_plain, corrected, facets)

    # ── what is kept in memory ───────────────────────────────────────────────────────────────────

    def _read(self) -> None:
        """Read what is kept in memory."""
        self._version = self._data_version()
        shelf = CandidateShelf(self._connection)
        self._ranking = Ranking(self._connection, shelf)
        self._explainer = Explainer(self._connection, self._forms)
        self._marks = MarkBook(self._connection)
        self._said = self._said_in_content.beside(organization_words(self._connection))
        self._reader = Reader(self._forms, self._said, self._stands)
        self._errands = self._read_errands()
        self._gatherer = Gatherer(self._connection, self._errands, shelf)
        self._speller: Speller | None = None

    def _data_version(self) -> int:
        (version,) = self._connection.execute("PRAGMA data_version").fetchone()
        return int(version)

    def _read_errands(self) -> ErrandTerms:
        read = self._connection.execute(READ_ERRANDS, (ERRANDS_END,)).fetchall()
        maker = RowMaker(self._forms)
        return ErrandTerms(
            (number, maker.phrases(msgspec.json.decode(names), msgspec.json.decode(words)))
            for number, names, words in read
        )

    # ── from words to candidates ─────────────────────────────────────────────────────────────────

    def _gathered(self, slots: tuple[Slot, ...], scope: Scope) -> tuple[tuple[Slot, ...], Gathered, str | None]:
        """The candidates; of mistyped words, those of the words that are meant."""
        if not slots:
            return slots, Gathered(), None
        gathered = self._gatherer.gather(slots, scope)
        if not gathered.covers_all and (spelled := self._spelled(slots)) is not None:
            other = self._gatherer.gather(spelled, scope)
            if other.found:
                return spelled, other, _as_understood(spelled)
        if not gathered.found and (shorter := shortened([word for slot in slots for word in slot.said])):
            slots = tuple(Slot((word,)) for word in shorter)
            gathered = self._gatherer.beginnings(slots, scope)
        return slots, gathered, None

    def _spelled(self, slots: Sequence[Slot]) -> tuple[Slot, ...] | None:
        """The slots with what mistyped words may be; nothing when all words are right."""
        found = tuple(self._spelled_slot(slot) for slot in slots)
        return found if any(new is not old for new, old in zip(found, slots, strict=True)) else None

    def _spelled_slot(self, slot: Slot) -> Slot:
        if slot.meanings or len(slot.said) > 1 or self._is_right(slot.last):
            return slot
        word = slot.last
        if not word.unfinished and len(word.typed) >= SHORTEST_BEGINNING:
            begun = replace(word, unfinished=True)  # a clerk shortens without a full stop: *varhaiskasv maksu*
            if self._finds(ONE, word_alone(begun)):
                return Slot((begun,))
        meanings: list[Meaning] = []
        for near in self._known_speller(word):
            read = self._said.word(near, unfinished=word.unfinished)
            meanings += [Meaning((read,), HitField.SPELLING), *self._said.meanings_of(read)]
        return slot.means(meanings) if meanings else slot

    def _is_right(self, word: QueryWord) -> bool:
        """A word that the index has, or begins one of its words, or that a dictionary has, is never corrected."""
        if any(letter.isdigit() for letter in word.typed) or self._finds(ONE, word_alone(word)):
            return True
        return self._finds(ONE_IN_TEXT, either(word)) or self._forms.is_known(word.typed)

    def _known_speller(self, word: QueryWord) -> tuple[str, ...]:
        if self._aids.speller is None:
            return ()
        if self._speller is None:
            words = {stands for (stands,) in self._connection.execute("SELECT word FROM word").fetchall()}
            self._speller = self._aids.speller(words | self._said.said())
        return self._speller.nearest(word.typed, unfinished=word.unfinished)

    def _stands(self, word: QueryWord) -> bool:
        return self._finds(ONE, whole_word(word))

    def _finds(self, statement: str, match: str) -> bool:
        return self._connection.execute(statement, (match,)).fetchone() is not None

    def _by_identity(self, query: str) -> list[int]:
        identity = identity_in(query)
        if identity is None:
            return []
        return [
            number
            for kind in KINDS_WITH_IDS
            for (number,) in self._connection.execute(
                BY_IDENTITY, (kind, identity, identity + AFTER_ANY_ID, MOST_BY_IDENTITY)
            ).fetchall()
        ]

    # ── from candidates to what is shown ─────────────────────────────────────────────────────────

    def _in_order(self, gathered: Gathered, asked: Asked, scope: Scope, most: int | None) -> list[Found]:
        found = self._ranking.ranked(gathered.found, asked, scope, most)
        if not scope.channel_kinds:
            return found
        kinds = [Facet(FacetKind.CHANNEL_KIND, kind) for kind in sorted(scope.channel_kinds)]
        return self._ranking.reached_through(found, all_marks(self._marks, kinds))


def _asked(query: str, language: str, slots: Sequence[Slot], told: Mapping[int, float]) -> Asked:
    meant = _meant_names(slots)
    within = sorted(
        ((name, MEANT_WITHIN * weight) for name, weight in meant.items() if weight >= LEAST_WITHIN), key=_worth
    )
    return Asked(" ".join(query.casefold().split()), language, meant, tuple(within), told)


def _worth(within: tuple[str, float]) -> float:
    return -within[1]


def _meant_names(slots: Sequence[Slot]) -> dict[str, float]:
    """What may be meant as names, the first meaning of a slot before its others, a phrase before a word."""
    meant: dict[str, float] = {}
    for slot in slots:
        weight = 1.0 if len(slots) == 1 or len(slot.said) > 1 else A_WORD_OF_A_SENTENCE
        for meaning in slot.meanings:
            name = " ".join(word.typed for word in meaning.words)
            meant[name] = max(weight, meant.get(name, 0.0))
            weight *= NEXT_MEANING
    return meant


def _counted(within: Within) -> bool:
    return within.counted or bool(within.chosen)


def _as_understood(slots: Sequence[Slot]) -> str:
    """The query with the words that it was read as."""
    spelled = (next((each for each in slot.meanings if each.field is HitField.SPELLING), None) for slot in slots)
    words = zip(slots, spelled, strict=True)
    return " ".join(word.typed for slot, other in words for word in (other.words if other else slot.said))
