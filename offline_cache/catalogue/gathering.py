"""Gathers the documents that may be meant: the strictest question first, weaker ones only while there are too few.

No question reads more than the first few hundred rows, however common the word. With an area, what is given there is
asked for first. When results are narrowed, the questions are those that were needed without narrowing: a choice
takes hits away and never brings weaker ones in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import nlargest
from itertools import combinations
from math import log
from typing import Any

from offline_cache.catalogue.candidates import CandidateShelf
from offline_cache.catalogue.errand_terms import ErrandTerms
from offline_cache.catalogue.indexing import ERRANDS_END, RANK_BITS
from offline_cache.catalogue.matching import Attempt, Tier, all_of, anywhere, attempts, in_name, single, together
from offline_cache.catalogue.scope import Scope, in_strong, in_text
from offline_cache.catalogue.understanding import Slot
from offline_cache.connection import StoreConnection

CHANNELS_BEGIN = 3 << RANK_BITS
CANDIDATES = 200
WHEN_NARROWED = 1_000
ENOUGH = 40
"""Candidates that suffice, so that weaker questions need not be asked."""
FEW = 8
"""With fewer than this, documents that hold only some of the words are looked at too."""
SOME_NEED = 0.3
"""The part of the query's weight that must be found in such a document."""
MOST_HOLDERS = 400
MOST_IN_PAIRS = 4
MOST_OF_A_PAIR = 60
IN_A_TEXT = 0.7
"""What a word in the long texts weighs against one in a name or keyword."""
UNHEARD = 0.4
"""What a word weighs that nothing has."""
SENTENCE = 4
"""So many things said are a sentence: chance words are among them, and hardly a document has all."""
HALF_A_SENTENCE = 3
"""So few are read as a sentence only when hardly a document has most of them."""
UNHEARD_IN_A_SENTENCE = 0.1
SENTENCE_NEEDS = 0.12
KNOWN_TO_BE_SAID = 2.5
PHRASE = 4.0
"""What weighs more in a sentence than a word that is rare by chance."""
NOT_IN_A_NAME = 0.7
MOST_OF_A_SENTENCE = 300
LEAST_FOR_TEXT = 3
LEAST_FOR_ERRANDS = 4
"""So long a word finds errands even where services enough have it in their names, and keywords are not asked."""
MOST_RELEVANT = 12.0

STRONG = "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid LIMIT ?"
LATER = "SELECT rowid FROM search WHERE search MATCH ? AND rowid >= ? ORDER BY rowid LIMIT ?"
"""So that hundreds of services of one name do not hide the general description and the channels of that name."""
TEXT = "SELECT rowid, 0.0 FROM search_text WHERE search_text MATCH ? ORDER BY rowid LIMIT ?"
TEXT_BY_RELEVANCE = "SELECT rowid, bm25(search_text) FROM search_text WHERE search_text MATCH ? ORDER BY rowid LIMIT ?"

Worth = tuple[float, Tier]
Groups = tuple[tuple[str, ...], ...]
Answer = tuple[Any, ...]
Question = tuple[str, Callable[[str, Groups], str]]
"""What is looked for, and how it is narrowed."""
Held = dict[int, dict[int, float]]
"""Of documents, the places of the query that they hold, with their weights."""


@dataclass(slots=True)
class Gathered:
    """Numbers of documents, worth the strictest question that they answer; and which questions were asked."""

    found: dict[int, Worth] = field(default_factory=dict)
    asked: set[tuple[str, Tier]] = field(default_factory=set)

    covers_all: bool = False
    """There are documents that hold all of the query, whatever it is narrowed to."""

    def in_names_or_words(self) -> int:
        """How many were found without looking into the long texts."""
        return sum(tier is not Tier.TEXT for _, tier in self.found.values())

    def find(self, numbers: Iterable[int], tier: Tier) -> None:
        """Add what a question found, unless a stricter one did."""
        for number in numbers:
            self.found.setdefault(number, (float(tier), tier))

    def offer(self, parts: Mapping[int, float], need: float = SOME_NEED) -> None:
        """Add what holds enough of the query, unless it is in already for a better reason."""
        for number, part in parts.items():
            worth = Tier.SOME + (Tier.WORDS - Tier.SOME) * part
            if part >= need and (number not in self.found or self.found[number][0] < worth):
                self.found[number] = (worth, Tier.SOME)


@dataclass(frozen=True, slots=True)
class _Turn:
    """The questions are asked for the area first, and then without it."""

    place: str
    groups: Groups
    allowed: set[tuple[str, Tier]] | None


class Gatherer:
    """Asks the index."""

    def __init__(self, connection: StoreConnection, errands: ErrandTerms, shelf: CandidateShelf) -> None:
        self._connection = connection
        self._errands = errands
        self._shelf = shelf
        self._answers: dict[tuple[str, str, int], list[Answer]] = {}
        """Of this query: what is asked for the area first is asked for again without it."""

    def gather(self, slots: Sequence[Slot], scope: Scope) -> Gathered:
        """The candidates for a query that is understood."""
        self._answers.clear()
        whole = self._gather(slots, scope.here, (), None)
        if not (scope.chosen or scope.channel_kinds):
            return whole
        narrowed = self._gather(slots, scope.here, scope.chosen, whole.asked)
        narrowed.covers_all = whole.covers_all
        narrowed.found = {number: worth for number, worth in narrowed.found.items() if number >= ERRANDS_END}
        return narrowed

    def beginnings(self, slots: Sequence[Slot], scope: Scope) -> Gathered:
        """The candidates for words of which only the beginnings are trusted."""
        gathered = Gathered()
        turn = _Turn("", scope.chosen, None)
        gathered.find(self._ask(Attempt(Tier.BEGINNING, all_of(slots)), turn), Tier.BEGINNING)
        return gathered

    def _gather(
        self, slots: Sequence[Slot], here: tuple[str, ...], chosen: Groups, allowed: set[tuple[str, Tier]] | None
    ) -> Gathered:
        gathered = Gathered()
        if len(slots) == 1 and len(slots[0].said) == 1 and len(slots[0].last.typed) == 1:
            gathered.found = dict.fromkeys(self._errands.matching(slots), (float(Tier.WORDS), Tier.WORDS))
            gathered.covers_all = True
            return gathered
        questions = attempts(slots)
        for place, groups in _rounds(here, chosen):
            turn = _Turn(place, groups, allowed)
            self._ask_in_turn(questions, turn, gathered)
            if _is_long_enough(slots) and _is_due((place, Tier.TEXT), gathered, allowed):
                self._ask_texts(slots, turn, gathered)
        gathered.covers_all = any(tier is not Tier.PARTS for _, tier in gathered.found.values())
        if len(slots) > 1:
            self._ask_for_less(slots, chosen, gathered, allowed)
        if allowed is None:
            self._offer_errands(slots, gathered)
        return gathered

    def _ask_for_less(
        self, slots: Sequence[Slot], chosen: Groups, gathered: Gathered, allowed: set[tuple[str, Tier]] | None
    ) -> None:
        """Where few documents hold all of several words, those that hold some."""
        is_sentence = len(slots) >= SENTENCE
        few = (gathered.in_names_or_words() if is_sentence else len(gathered.found)) < FEW
        if (allowed is None and few) or (allowed is not None and ("", Tier.SOME) in allowed):
            gathered.asked.add(("", Tier.SOME))
            if is_sentence:
                self._ask_for_a_sentence(slots, chosen, gathered)
            else:
                self._ask_for_some(slots, chosen, gathered)
                if len(slots) >= HALF_A_SENTENCE and len(gathered.found) < FEW:
                    self._ask_for_a_sentence(slots, chosen, gathered)

    def _offer_errands(self, slots: Sequence[Slot], gathered: Gathered) -> None:
        """Of one word, those that no question found; of several, whatever they hold of them."""
        told = self._errands.matching(slots)
        if len(slots) == 1:
            long_enough = len(slots[0].last.typed) >= LEAST_FOR_ERRANDS
            told = {number: part for number, part in told.items() if long_enough and number not in gathered.found}
        gathered.offer(told)

    def _ask_in_turn(self, questions: Sequence[Attempt], turn: _Turn, gathered: Gathered) -> None:
        """The strictest first; where not even the widest of them finds all words, the others need not be asked."""
        most = CANDIDATES if turn.allowed is None else WHEN_NARROWED
        widest = next(each for each in questions if each.tier is Tier.FOLDED)
        ready: list[int] | None = None
        for attempt in questions:
            if ready == [] and attempt.tier >= Tier.FOLDED:
                continue
            if _is_due((turn.place, attempt.tier), gathered, turn.allowed):
                numbers = ready if attempt is widest else None
                numbers = self._ask(attempt, turn, most) if numbers is None else numbers
                gathered.find(numbers, attempt.tier)
                if attempt.tier is Tier.NAME and not numbers:
                    ready = self._ask(widest, turn, most)

    def _ask(self, attempt: Attempt, turn: _Turn, most: int = CANDIDATES) -> list[int]:
        rows = self._answer(STRONG, (attempt.match, in_strong), turn, most)
        if len(rows) == most and rows[-1][0] < CHANNELS_BEGIN and attempt.tier is Tier.NAME:
            match = in_strong(attempt.match, turn.groups)
            rows = rows + self._connection.execute(LATER, (match, CHANNELS_BEGIN, ENOUGH)).fetchall()
        return [row[0] for row in rows]

    def _ask_texts(self, slots: Sequence[Slot], turn: _Turn, gathered: Gathered) -> None:
        """All words anywhere; by relevance only when the last word is finished, for that costs."""
        statement = TEXT if slots[-1].last.unfinished else TEXT_BY_RELEVANCE
        for number, relevance in self._answer(statement, (anywhere(slots), in_text), turn, CANDIDATES):
            gathered.found.setdefault(number, (Tier.TEXT + min(-relevance, MOST_RELEVANT), Tier.TEXT))

    def _answer(self, statement: str, question: Question, turn: _Turn, most: int) -> list[Answer]:
        """For the area, what few have anywhere is asked for once, and those that are given there are picked from it."""
        match, narrowed = question
        if turn.place and turn.allowed is None:
            everywhere = self._answered(statement, match, most)
            if len(everywhere) < most:
                (here,) = turn.groups
                read = self._shelf.read(row[0] for row in everywhere)
                given = {each.number for each in read if any(mark in each.marks for mark in here)}
                return [row for row in everywhere if row[0] in given]
        return self._answered(statement, narrowed(match, turn.groups), most)

    def _answered(self, statement: str, match: str, most: int) -> list[Answer]:
        known = self._answers.get((statement, match, most))
        if known is None:
            known = self._answers[statement, match, most] = self._connection.execute(
                statement, (match, most)
            ).fetchall()
        return known

    def _ask_for_some(self, slots: Sequence[Slot], chosen: Groups, gathered: Gathered) -> None:
        """Documents that hold some of the words; a rare word weighs more than one that stands everywhere.

        Two words that stand together only in a text tell as well: such pairs are asked for one by one.
        """
        held: Held = {}
        weights: list[float] = []
        for place, slot in enumerate(slots):
            rows = self._holders(single(slot), ())
            weights.append(_rarity(rows) if rows else UNHEARD)
            for number in self._holders(single(slot), chosen) if chosen else rows:
                held.setdefault(number, {})[place] = weights[place]
        self._ask_for_pairs(slots, weights, chosen, held)
        whole = sum(weights)
        gathered.offer({number: sum(parts.values()) / whole for number, parts in held.items()})

    def _ask_for_a_sentence(self, slots: Sequence[Slot], chosen: Groups, gathered: Gathered) -> None:
        """What somebody says in a whole sentence: the few telling things of it count, the most in a name.

        What people are known to say weighs more than a word that is merely rare.
        """
        held: Held = {}
        weights: list[float] = []
        for place, slot in enumerate(slots):
            rows = self._holders(single(slot), ())
            weights.append(_rarity(rows) * _said_weight(slot) if rows else UNHEARD_IN_A_SENTENCE)
            for number in self._holders(single(slot), chosen) if chosen else rows:
                held.setdefault(number, {})[place] = weights[place] * NOT_IN_A_NAME
            for number in self._holders(in_name(slot), chosen) if rows else ():
                held.setdefault(number, {})[place] = weights[place]
        self._ask_for_pairs(slots, weights, chosen, held)
        whole = sum(sorted(weights, reverse=True)[:MOST_IN_PAIRS])
        parts = {number: min(1.0, sum(each.values()) / whole) for number, each in held.items()}
        gathered.offer(dict(nlargest(MOST_OF_A_SENTENCE, parts.items(), key=_part)), SENTENCE_NEEDS)

    def _ask_for_pairs(self, slots: Sequence[Slot], weights: Sequence[float], chosen: Groups, held: Held) -> None:
        long_enough = [place for place, slot in enumerate(slots) if _is_long_enough([slot])]
        telling = sorted(long_enough, key=lambda place: -weights[place])[:MOST_IN_PAIRS]
        for first, second in combinations(telling, 2):
            match = in_text(together((slots[first], slots[second])), chosen)
            for number, _ in self._connection.execute(TEXT, (match, MOST_OF_A_PAIR)).fetchall():
                both = held.setdefault(number, {})
                both.setdefault(first, weights[first] * IN_A_TEXT)
                both.setdefault(second, weights[second] * IN_A_TEXT)

    def _holders(self, match: str, groups: Groups) -> list[int]:
        rows = self._connection.execute(STRONG, (in_strong(match, groups), MOST_HOLDERS)).fetchall()
        return [number for (number,) in rows]


def _rarity(rows: Sequence[int]) -> float:
    return 1.0 / (1.0 + log(1 + len(rows)))


def _said_weight(slot: Slot) -> float:
    if not slot.is_known_to_be_said:
        return 1.0
    return PHRASE if len(slot.said) > 1 else KNOWN_TO_BE_SAID


def _part(of: tuple[int, float]) -> tuple[float, int]:
    return of[1], -of[0]


def _rounds(here: tuple[str, ...], chosen: Groups) -> list[tuple[str, Groups]]:
    """First what is given in the area, then wherever."""
    anywhere_round = ("", chosen)
    return [("here", (here, *chosen)), anywhere_round] if here else [anywhere_round]


def _is_due(question: tuple[str, Tier], gathered: Gathered, allowed: set[tuple[str, Tier]] | None) -> bool:
    """Whether a question is to be asked; which are is remembered."""
    due = len(gathered.found) < ENOUGH if allowed is None else question in allowed
    if due:
        gathered.asked.add(question)
    return due


def _is_long_enough(slots: Sequence[Slot]) -> bool:
    return all(len(word.typed) >= LEAST_FOR_TEXT for slot in slots for word in slot.said)
