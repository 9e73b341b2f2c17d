"""What a query says: its words in slots, each with whatever else may be meant by it.

A slot holds one word, or several that belong together: a spoken phrase, a form's code, a compound typed apart. All
slots of a query are looked for; of a slot, what was said or any of its meanings.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from desk.model.search import HitField
from offline_cache.catalogue.form_codes import code_of
from offline_cache.catalogue.said_words import Meaning, SaidWordsIndex
from offline_cache.catalogue.words import Forms, QueryWord, query_words

LEAST_TOGETHER = 6
MOST_PAIRS = 5
MOST_MEANINGS = 14
MOST_TELLING = 12


@dataclass(frozen=True, slots=True)
class Slot:
    """One thing that a query names: as it was said, and what else finds it."""

    said: tuple[QueryWord, ...]
    meanings: tuple[Meaning, ...] = ()

    @property
    def last(self) -> QueryWord:
        """The word that may be unfinished."""
        return self.said[-1]

    @property
    def is_known_to_be_said(self) -> bool:
        """The list of what people say has it: no chance word of a sentence."""
        return any(each.field is HitField.SYNONYM for each in self.meanings)

    def means(self, more: Sequence[Meaning]) -> Slot:
        """The slot with more meanings."""
        known = dict.fromkeys((*self.meanings, *more))
        return replace(self, meanings=tuple(known)[:MOST_MEANINGS])


Stands = Callable[[QueryWord], bool]
"""Whether a name or keyword holds the word."""


class Reader:
    """Reads queries."""

    def __init__(self, forms: Forms, said: SaidWordsIndex, stands: Stands) -> None:
        self._forms = forms
        self._said = said
        self._stands = stands

    def slots(self, query: str) -> tuple[Slot, ...]:
        """The slots of a query, without words that say nothing of the matter while there are others."""
        words = query_words(query, self._forms)
        grouped = self._grouped(self._telling(words)[:MOST_TELLING])
        return tuple(self._paired(self._brought_together(grouped)))

    def _telling(self, words: Sequence[QueryWord]) -> Sequence[QueryWord]:
        """The words that tell something; of a phrase that people are known to say, all: *what now* may be one."""
        telling: list[QueryWord] = []
        place = 0
        while place < len(words):
            length = max(1, self._said.longest(words, place)[0])
            if length > 1 or self._tells(words, place):
                telling += words[place : place + length]
            place += length
        return telling or words[-2:]

    def _tells(self, words: Sequence[QueryWord], place: int) -> bool:
        """*to* tells nothing, but *TO 1* is a form."""
        return not self._said.is_filler(words[place]) or code_of(words[place : place + 2]) is not None

    def _grouped(self, words: Sequence[QueryWord]) -> list[Slot]:
        """Codes and said phrases, the longest first."""
        slots: list[Slot] = []
        place = 0
        while place < len(words):
            length, meanings = self._said.longest(words, place)
            if code := self._code_at(words, place):
                said = meanings if length >= code[0] else ()
                length, meanings = code[0], (*said, code[1])
            length = max(1, length)
            slots.append(Slot(tuple(words[place : place + length]), meanings[:MOST_MEANINGS]))
            place += length
        return slots

    def _brought_together(self, slots: list[Slot]) -> list[Slot]:
        """Said phrases with other words between theirs, or in another order."""
        alone = [place for place, slot in enumerate(slots) if len(slot.said) == 1]
        found = list(slots)
        gone: set[int] = set()
        for nth, meanings in self._said.spread([slots[place].last for place in alone]):
            first, *others = (alone[each] for each in nth)
            said = tuple(slots[place].last for place in (first, *others))
            found[first] = Slot(said, meanings[:MOST_MEANINGS])
            gone.update(others)
        return [slot for place, slot in enumerate(found) if place not in gone]

    def _code_at(self, words: Sequence[QueryWord], place: int) -> tuple[int, Meaning] | None:
        for length in (2, 1):
            part = words[place : place + length]
            if len(part) == length and (code := code_of(part)):
                return length, Meaning((QueryWord(code, (), (), part[-1].unfinished),), HitField.CODE)
        return None

    def _paired(self, slots: Sequence[Slot]) -> list[Slot]:
        """Words typed apart that stand together: *toimeen tulotuki*."""
        found: list[Slot] = []
        pairs = 0
        for slot in slots:
            before = found[-1] if found else None
            if before is not None and pairs < MOST_PAIRS and _may_be_one(before, slot):
                pairs += 1
                joined = f"{before.said[0].typed}{slot.said[0].typed}"
                word = self._said.word(joined, unfinished=slot.last.unfinished)
                if self._stands(word):
                    meanings = (Meaning((word,), HitField.SPELLING), *self._said.meanings_of(word))
                    found[-1] = Slot((*before.said, *slot.said), meanings)
                    continue
            found.append(slot)
        return found


def _may_be_one(left: Slot, right: Slot) -> bool:
    if len(left.said) != 1 or len(right.said) != 1:
        return False
    first, second = left.said[0].typed, right.said[0].typed
    return len(first) + len(second) >= LEAST_TOGETHER and first.isalpha() and second.isalpha()
