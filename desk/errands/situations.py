"""Makes the situation of a moment: which facts count, which are known, and what would settle the rest.

The rules about applicability live here: a fact whose ``ask_when`` is surely not true is absent and its answer, though
kept, does not count; while that is undecided both stay possible.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from msgspec import Struct

from desk.errands.answers import value_of
from desk.errands.compiled import CompiledRule, CompiledWorth
from desk.errands.definition import Fact
from desk.errands.dependencies import facts_behind
from desk.errands.evaluation import SAID_NOTHING_OF_USE, SAID_VALUE
from desk.errands.possible import ABSENT, FALSE, KNOWN, NOT_APPLICABLE, OPEN, TRUE, UNKNOWN
from desk.errands.situation import Situation
from desk.model.facts import Answers, is_unsaid
from desk.model.ids import FactName

_VALUE_OF_MASK = {TRUE: True, FALSE: False}


class CompiledFact(Struct, frozen=True):
    """A fact ready to be worked out."""

    number: int
    fact: Fact
    name: FactName
    ask_when: CompiledRule | None
    rule: CompiledRule | None
    worth: CompiledWorth | None


class Situations:
    """Makes situations over some facts, each listed after those that its own rules look at.

    An answer more changes little: only the facts that look at what was answered are worked out anew, from the last
    situation that was asked for. Only that one is kept, and ``forget`` lets go of it.
    """

    def __init__(self, facts: Sequence[CompiledFact]) -> None:
        self._facts = facts
        self._numbers = {compiled.name: compiled.number for compiled in facts}
        self._touched_by = _touched_by(facts, self._numbers)
        self._last: tuple[Answers, Situation] | None = None

    def at(self, answers: Answers, as_of: date, parameters: dict[str, Any]) -> Situation:
        """What is known and possible with these answers on this day."""
        last = self._last
        if last is None or last[1].today != as_of:
            s = Situation(len(self._facts), as_of, parameters)
            self._work_out(self._facts, s, answers)
        else:
            changed = self._changed(last[0], answers)
            if not changed:
                return last[1]
            s = last[1].copy()
            self._work_out([self._facts[number] for number in self._looking_at(changed)], s, answers)
        self._last = dict(answers), s
        return s

    def forget(self) -> None:
        """Let go of the last situation and the answers that it was made of."""
        self._last = None

    def _changed(self, before: Answers, after: Answers) -> list[int]:
        """The numbers of the facts that were answered otherwise, however alike Python finds the two values."""
        return [
            number
            for name in before.keys() | after.keys()
            if (number := self._numbers.get(name)) is not None and not _is_same(before.get(name), after.get(name))
        ]

    def _looking_at(self, changed: Sequence[int]) -> Sequence[int]:
        if len(changed) == 1:
            return self._touched_by[changed[0]]
        return sorted({number for each in changed for number in self._touched_by[each]})

    def _work_out(self, facts: Sequence[CompiledFact], s: Situation, answers: Answers) -> None:
        for compiled in facts:
            number, ask_when = compiled.number, compiled.ask_when
            s.clear(number)
            applicable = ask_when.mask(s) if ask_when is not None else TRUE
            if not applicable & TRUE:
                s.can[number] = ABSENT
                s.masks[number] = NOT_APPLICABLE
                continue
            self._settle(compiled, s, answers)
            if applicable != TRUE and ask_when is not None:
                s.can[number] |= ABSENT
                s.masks[number] |= NOT_APPLICABLE
                s.needs[number] = ask_when.needs(s, TRUE)

    def _settle(self, compiled: CompiledFact, s: Situation, answers: Answers) -> None:
        if compiled.rule is not None:
            _settle_truth(compiled.number, compiled.rule, s)
        elif compiled.worth is not None:
            _settle_worth(compiled.number, compiled.worth, s)
        else:
            self._settle_answer(compiled, s, answers)

    def _settle_answer(self, compiled: CompiledFact, s: Situation, answers: Answers) -> None:
        number = compiled.number
        said = answers.get(compiled.name)
        if said is not None and not is_unsaid(said):
            try:
                value = value_of(compiled.fact, said)
            except ValueError:  # said by an older version of the question: it is asked again
                said = None
            else:
                s.said[number] = SAID_VALUE
                s.can[number] = KNOWN
                s.values[number] = value
                s.masks[number] = TRUE if value is True else FALSE
                return
        s.can[number] = UNKNOWN
        s.masks[number] = OPEN
        if said is None:
            s.needs[number] = 1 << number
        else:
            s.said[number] = SAID_NOTHING_OF_USE
            s.needs[number] = 1 << number + len(self._facts)


def _touched_by(facts: Sequence[CompiledFact], numbers: dict[FactName, int]) -> list[tuple[int, ...]]:
    """Of each fact: itself and every fact that looks at it, through whatever others, in the order of the facts."""
    behind: list[set[int]] = []
    found: list[list[int]] = [[] for _ in facts]
    for number, compiled in enumerate(facts):
        looked_at = {numbers[FactName(name)] for name in facts_behind(compiled.fact)}
        behind.append({number}.union(*(behind[each] for each in looked_at)))
        for each in behind[number]:
            found[each].append(number)
    return [tuple(each) for each in found]


def _is_same(one: object, other: object) -> bool:
    return one is other or (one == other and type(one) is type(other))


def _settle_truth(number: int, rule: CompiledRule, s: Situation) -> None:
    mask = rule.mask(s)
    s.masks[number] = mask
    s.can[number] = (ABSENT if mask & NOT_APPLICABLE else 0) | (
        UNKNOWN if mask & OPEN == OPEN else KNOWN if mask & OPEN else 0
    )
    s.values[number] = _VALUE_OF_MASK.get(mask & OPEN)
    s.needs[number] = rule.needs(s, TRUE) | rule.needs(s, FALSE) if mask not in (TRUE, FALSE, NOT_APPLICABLE) else 0


def _settle_worth(number: int, worth: CompiledWorth, s: Situation) -> None:
    s.can[number], s.values[number] = worth.get(s)
    if worth.needs is not None:
        s.needs[number] |= worth.needs(s)
        return
    for part in worth.facts:
        s.needs[number] |= s.needs[part]
