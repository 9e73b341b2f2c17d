"""The search as you type: candidates from the index in the order of their static rank, best first in Python.

Each keystroke asks the index a few questions, the strictest first, and stops as soon as there is enough.
No question reads more than the first few hundred rows, however common the word.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from math import log
from operator import itemgetter

import msgspec

from desk.model.search import HitKind, SearchResult
from offline_cache.catalogue.errand_terms import ErrandTerms
from offline_cache.catalogue.explaining import Explainer
from offline_cache.catalogue.found import Found
from offline_cache.catalogue.indexing import ERRANDS_END, RowMaker
from offline_cache.catalogue.matching import Attempt, Tier, all_of, anywhere, attempts, single
from offline_cache.catalogue.words import Forms, QueryWord, query_words, shortened
from offline_cache.connection import StoreConnection

CANDIDATES = 200
ENOUGH = 40
"""Candidates that suffice, so that weaker questions need not be asked."""
FEW = 8
"""With fewer than this, documents that hold only some of the words are looked at too."""
SOME_NEED = 0.3
"""The part of the query's weight that must be found in such a document."""
LEAST_FOR_TEXT = 3
MOST_RELEVANT = 12.0

STRONG = "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid LIMIT ?"
TEXT = "SELECT rowid, 0.0 FROM search_text WHERE search_text MATCH ? ORDER BY rowid LIMIT ?"
TEXT_BY_RELEVANCE = "SELECT rowid, bm25(search_text) FROM search_text WHERE search_text MATCH ? ORDER BY rowid LIMIT ?"
READ_DOCUMENTS = """
    SELECT document.number, document.kind, document.id, document.starter, document.names
    FROM json_each(?) AS asked JOIN document ON document.number = asked.value WHERE document.hidden = 0
"""
READ_ERRANDS = """
    SELECT number, names, words FROM document JOIN document_detail USING (number) WHERE number < ?
"""
KIND_WORTH: dict[str, float] = {
    HitKind.ERRAND: 60.0,
    HitKind.SERVICE: 6.0,
    HitKind.GENERAL_DESCRIPTION: 3.0,
    HitKind.CHANNEL: 0.0,
}

Candidates = dict[int, tuple[float, Tier]]


class Searcher:
    """Answers queries on a connection of its own thread."""

    def __init__(self, connection: StoreConnection, forms: Forms) -> None:
        self._connection = connection
        self._forms = forms
        self._explainer = Explainer(connection, forms)
        self._errands = self._read_errands()

    def search(self, query: str, language: str, limit: int) -> SearchResult:
        """The best hits for whatever was typed."""
        started = time.perf_counter()
        words = query_words(query, self._forms)
        candidates = self._candidates(words) if words else {}
        if not candidates and (shorter := shortened(words)):
            words = shorter
            self._ask(Attempt(Tier.BEGINNING, all_of(words)), candidates)
        ranked = self._ranked(candidates, query, language, limit)
        hits = self._explainer.hits(ranked, words, language)
        took = (time.perf_counter() - started) * 1000
        return SearchResult(query, language, hits, took, self._forms.is_plain)

    def _read_errands(self) -> ErrandTerms:
        rows = self._connection.execute(READ_ERRANDS, (ERRANDS_END,)).fetchall()
        maker = RowMaker(self._forms)
        return ErrandTerms(
            (
                number,
                maker.terms_of_names(msgspec.json.decode(names)) | maker.terms_of_words(msgspec.json.decode(words)),
            )
            for number, names, words in rows
        )

    def _candidates(self, words: Sequence[QueryWord]) -> Candidates:
        """Numbers of documents with the worth of the strictest question that they answer."""
        candidates: Candidates = {}
        if len(words) == 1 and len(words[0].typed) == 1:
            return dict.fromkeys(self._errands.matching(words), (float(Tier.WORDS), Tier.WORDS))
        for attempt in attempts(words):
            self._ask(attempt, candidates)
            if len(candidates) >= ENOUGH:
                break
        if len(candidates) < ENOUGH and all(len(word.typed) >= LEAST_FOR_TEXT for word in words):
            self._ask_texts(words, candidates)
        if len(words) > 1:
            if len(candidates) < FEW:
                self._ask_for_some(words, candidates)
            _offer(candidates, self._errands.matching(words))
        return candidates

    def _ask(self, attempt: Attempt, candidates: Candidates) -> None:
        for (number,) in self._connection.execute(STRONG, (attempt.match, CANDIDATES)).fetchall():
            candidates.setdefault(number, (float(attempt.tier), attempt.tier))

    def _ask_texts(self, words: Sequence[QueryWord], candidates: Candidates) -> None:
        """All words anywhere; by relevance only when the last word is finished, for that costs."""
        statement = TEXT if words[-1].unfinished else TEXT_BY_RELEVANCE
        for number, relevance in self._connection.execute(statement, (anywhere(words), CANDIDATES)).fetchall():
            candidates.setdefault(number, (Tier.TEXT + min(-relevance, MOST_RELEVANT), Tier.TEXT))

    def _ask_for_some(self, words: Sequence[QueryWord], candidates: Candidates) -> None:
        """Documents that hold some of the words; a rare word weighs more than one that stands everywhere."""
        weights: dict[int, float] = {}
        whole = 0.0
        for word in words:
            rows = self._connection.execute(STRONG, (single(word), CANDIDATES)).fetchall()
            weight = 1.0 / (1.0 + log(1 + len(rows)))
            whole += weight
            for (number,) in rows:
                weights[number] = weights.get(number, 0.0) + weight
        _offer(candidates, {number: weight / whole for number, weight in weights.items()})

    def _ranked(self, candidates: Candidates, query: str, language: str, limit: int) -> list[Found]:
        typed = " ".join(query.casefold().split())
        numbers = msgspec.json.encode(sorted(candidates)).decode()
        judged = []
        for number, kind, identity, starter, names in self._connection.execute(READ_DOCUMENTS, (numbers,)).fetchall():
            called: dict[str, str] = msgspec.json.decode(names)
            worth = candidates[number][0] + KIND_WORTH[kind] + _bonus(called, typed, language)
            judged.append((-worth, number, kind, identity, starter, called))
        judged.sort(key=itemgetter(0, 1))
        return [
            Found(number, HitKind(kind), identity, bool(starter), called, -worth, candidates[number][1])
            for worth, number, kind, identity, starter, called in judged[:limit]
        ]


def _offer(candidates: Candidates, parts: Mapping[int, float]) -> None:
    """Add what holds enough of the query, unless it is in already for a better reason."""
    for number, part in parts.items():
        worth = Tier.SOME + (Tier.WORDS - Tier.SOME) * part
        if part >= SOME_NEED and (number not in candidates or candidates[number][0] < worth):
            candidates[number] = (worth, Tier.SOME)


def _bonus(names: Mapping[str, str], typed: str, language: str) -> float:
    """What the index does not know: the very name, its beginning, its length, and the language asked for."""
    bonus = 2.0 if language in names else 0.0
    shortest = 0
    nearness = 0.0
    for text in names.values():
        name = text.casefold()
        length = name.count(" ") + 1
        shortest = min(shortest, length) or length
        if name.startswith(typed):
            nearness = max(nearness, 30.0 if name == typed else 12.0)
    return bonus + nearness + 10.0 * min(1.0, (typed.count(" ") + 1) / (shortest or 1))
