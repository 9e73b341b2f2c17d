"""Turns the tree of a rule into closures: one gives the truth values still possible, one what would settle it.

*Needs* follow the question that is asked: of ``a and b`` wanted true, only parts that are not surely true
matter; of the same wanted false, only those that can still be false. So nothing is asked in vain.
"""

from __future__ import annotations

import operator
from collections.abc import Callable
from typing import Any

from desk.errands import nodes
from desk.errands.compiled import CompiledRule, CompiledWorth, FactNumbers, Grounds, Mask, no_grounds, no_needs
from desk.errands.functions import SIGNATURES
from desk.errands.possible import ABSENT, AND, FALSE, KNOWN, NOT, NOT_APPLICABLE, OPEN, OR, TRUE, UNKNOWN
from desk.errands.situation import Situation

LITERALS = (nodes.Whole, nodes.Euros, nodes.Day, nodes.Option)
"""Nodes that are a value as written."""

SAID_VALUE = 1
SAID_NOTHING_OF_USE = 2

_COMPARE: dict[str, Callable[[Any, Any], bool]] = {
    "=": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def compile_rule(rule: nodes.Rule, facts: FactNumbers) -> CompiledRule:
    """Compile a rule once; the closures are then cheap to run."""
    match rule:
        case nodes.Truth(value):
            fixed = TRUE if value else FALSE
            return CompiledRule(lambda _: fixed, no_needs, no_grounds)
        case nodes.Holds(fact):
            return facts.calculated.get(fact) or _of_fact(facts.of[fact], facts)
        case nodes.Not(part):
            return _negated(compile_rule(part, facts))
        case nodes.And(parts):
            return _joined([compile_rule(part, facts) for part in parts], AND, TRUE)
        case nodes.Or(parts):
            return _joined([compile_rule(part, facts) for part in parts], OR, FALSE)
    return _compile_leaf(rule, facts)


def _compile_leaf(rule: nodes.Compare | nodes.Among | nodes.Chosen | nodes.Asked, facts: FactNumbers) -> CompiledRule:
    match rule:
        case nodes.Compare(sign, nodes.FactValue(fact), right) if isinstance(right, LITERALS):
            return _against_literal(_COMPARE[sign], facts.of[fact], right.value, facts)
        case nodes.Among(nodes.FactValue(fact), items) if all(isinstance(item, LITERALS) for item in items):
            values = frozenset(item.value for item in items if isinstance(item, LITERALS))
            return _against_literal(_is_in, facts.of[fact], values, facts)
        case nodes.Compare(sign, left, right):
            return _leaf(*_compared(_COMPARE[sign], compile_worth(left, facts), compile_worth(right, facts)), facts)
        case nodes.Among(value, items):
            return _leaf(*_among(compile_worth(value, facts), [compile_worth(item, facts) for item in items]), facts)
        case nodes.Chosen(fact, options, every):
            return _leaf(_chosen(facts.of[fact], frozenset(options), every), (facts.of[fact],), facts)
        case nodes.Asked(what, fact):
            return _leaf(_asked(what, facts.of[fact]), (facts.of[fact],), facts)


def _of_fact(number: int, facts: FactNumbers) -> CompiledRule:
    return _leaf(lambda s: s.masks[number], (number,), facts)


def _negated(part: CompiledRule) -> CompiledRule:
    inner, needs, grounds = part.mask, part.needs, part.grounds
    return CompiledRule(
        lambda s: NOT[inner(s)],
        lambda s, wanted: needs(s, NOT[wanted]),
        lambda s, wanted, holds: grounds(s, NOT[wanted], holds),
    )


def _joined(parts: list[CompiledRule], table: tuple[int, ...], neutral: int) -> CompiledRule:
    """``and`` (neutral true) or ``or`` (neutral false); the other end of the chain settles it alone."""
    masks = [part.mask for part in parts]
    settling = NOT[neutral]

    def mask(s: Situation) -> int:
        result = neutral
        for part in masks:
            result = table[result * 8 + part(s)]
            if result == settling:
                return result
        return result

    def needs(s: Situation, wanted: int) -> int:
        found = 0
        for part in parts:
            possible = part.mask(s)
            if possible & wanted and possible != wanted:
                found |= part.needs(s, wanted)
        return found

    return CompiledRule(mask, needs, _joined_grounds(parts, neutral))


def _joined_grounds(parts: list[CompiledRule], neutral: int) -> Grounds:
    """One part alone can settle ``and`` as false and ``or`` as true; else all parts together are the grounds."""

    def grounds(s: Situation, wanted: int, holds: bool) -> int:
        if (wanted == neutral) != holds:
            for part in parts:
                possible = part.mask(s)
                if possible == wanted if holds else not possible & wanted:
                    return part.grounds(s, wanted, holds)
        found = 0
        for part in parts:
            found |= part.grounds(s, wanted, holds)
        return found

    return grounds


def _leaf(mask: Mask, numbers: tuple[int, ...], facts: FactNumbers) -> CompiledRule:
    """A rule that needs, and rests on, all of its facts."""
    behind = [facts.grounds[number] for number in numbers]
    if len(numbers) == 1:
        only, grounds_of = numbers[0], behind[0]
        return CompiledRule(mask, lambda s, _: s.needs[only], lambda s, _, holds: grounds_of(s, holds))

    def needs(s: Situation, _: int) -> int:
        found = 0
        for number in numbers:
            found |= s.needs[number]
        return found

    def grounds(s: Situation, _: int, holds: bool) -> int:
        found = 0
        for each in behind:
            found |= each(s, holds)
        return found

    return CompiledRule(mask, needs, grounds)


def _is_in(value: Any, values: frozenset[Any]) -> bool:
    return value in values


def _against_literal(holds: Callable[[Any, Any], bool], number: int, literal: Any, facts: FactNumbers) -> CompiledRule:
    """The commonest rule by far, made without the general way's detours: one fact beside something written."""

    def mask(s: Situation) -> int:
        can = s.can[number]
        if can == KNOWN:
            return TRUE if holds(s.values[number], literal) else FALSE
        if can == UNKNOWN:
            return OPEN
        result = NOT_APPLICABLE
        if can & KNOWN:
            result |= TRUE if holds(s.values[number], literal) else FALSE
        return result | OPEN if can & UNKNOWN else result

    return _leaf(mask, (number,), facts)


def _compared(
    holds: Callable[[Any, Any], bool], left: CompiledWorth, right: CompiledWorth
) -> tuple[Mask, tuple[int, ...]]:
    get_left, get_right = left.get, right.get

    def mask(s: Situation) -> int:
        can_left, one = get_left(s)
        can_right, other = get_right(s)
        return _outcome(
            can_left, can_right, (TRUE if holds(one, other) else FALSE) if can_left & can_right & KNOWN else 0
        )

    return mask, left.facts + right.facts


def _outcome(can_left: int, can_right: int, when_known: int) -> int:
    """The possible outcomes of a comparison from what its two sides can be."""
    both = can_left | can_right
    if both == KNOWN:
        return when_known
    result = when_known
    if both & ABSENT:
        result |= NOT_APPLICABLE
    if both & UNKNOWN and can_left & (KNOWN | UNKNOWN) and can_right & (KNOWN | UNKNOWN):
        result |= OPEN
    return result


def _among(value: CompiledWorth, items: list[CompiledWorth]) -> tuple[Mask, tuple[int, ...]]:
    masks = [_compared(operator.eq, value, item)[0] for item in items]
    facts = value.facts + tuple(number for item in items for number in item.facts)

    def mask(s: Situation) -> int:
        result = FALSE
        for part in masks:
            result = OR[result * 8 + part(s)]
            if result == TRUE:
                return result
        return result

    return mask, facts


def _chosen(number: int, wanted: frozenset[str], every: bool) -> Mask:
    def mask(s: Situation) -> int:
        can = s.can[number]
        result = 0
        if can & KNOWN:
            chosen = s.values[number]
            result = TRUE if (wanted <= chosen if every else wanted & chosen) else FALSE
        if can & ABSENT:
            result |= NOT_APPLICABLE
        if can & UNKNOWN:
            result |= OPEN
        return result

    return mask


def _asked(what: str, number: int) -> Mask:
    """``known``, ``answered`` and ``applicable`` are never themselves not applicable."""

    def applicable(s: Situation) -> int:
        can = s.can[number]
        return (FALSE if can & ABSENT else 0) | (TRUE if can & ~ABSENT else 0)

    def known(s: Situation) -> int:
        can = s.can[number]
        result = FALSE if can & ABSENT else 0
        if can & KNOWN:
            return result | TRUE
        if can & UNKNOWN:
            result |= FALSE if s.said[number] == SAID_NOTHING_OF_USE else OPEN
        return result

    def answered(s: Situation) -> int:
        can = s.can[number]
        result = FALSE if can & ABSENT else 0
        if can & ~ABSENT:
            result |= TRUE if s.said[number] or can & KNOWN else OPEN
        return result

    return {"applicable": applicable, "known": known, "answered": answered}[what]


def compile_worth(worth: nodes.Worth, facts: FactNumbers) -> CompiledWorth:
    """Compile an expression that gives a value."""
    match worth:
        case nodes.Whole(value) | nodes.Euros(value) | nodes.Day(value) | nodes.Option(value):
            literal = (KNOWN, value)
            return CompiledWorth(lambda _: literal, ())
        case nodes.FactValue(fact):
            number = facts.of[fact]
            return CompiledWorth(lambda s: (s.can[number], s.values[number]), (number,))
        case nodes.Today():
            return CompiledWorth(lambda s: (KNOWN, s.today), ())
        case nodes.ParameterValue(name):
            return CompiledWorth(lambda s: (KNOWN, s.parameters[name]) if name in s.parameters else (UNKNOWN, None), ())
        case nodes.Sum(left, right, minus):
            run = operator.sub if minus else operator.add
            return _worked_out(run, [compile_worth(left, facts), compile_worth(right, facts)])
        case nodes.Call(function, arguments):
            return _worked_out(SIGNATURES[function].run, [compile_worth(part, facts) for part in arguments])


def _worked_out(run: Callable[..., Any], parts: list[CompiledWorth]) -> CompiledWorth:
    gets = [part.get for part in parts]

    def get(s: Situation) -> tuple[int, Any]:
        got = [part(s) for part in gets]
        every = [can for can, _ in got]
        absent = ABSENT if any(can & ABSENT for can in every) else 0
        if all(can & KNOWN for can in every):
            try:
                return absent | KNOWN, run(*(value for _, value in got))
            except OverflowError:  # a day beyond the calendar decides nothing
                return absent | UNKNOWN, None
        return (absent | UNKNOWN if all(can & (KNOWN | UNKNOWN) for can in every) else absent), None

    return CompiledWorth(get, tuple(number for part in parts for number in part.facts))
