"""Turns the tree of a rule into closures: one gives the truth values still possible, one what would settle it.

*Needs* follow the question that is asked: of ``a and b`` wanted true, only parts that are not surely true
matter; of the same wanted false, only those that can still be false. So nothing is asked in vain.
"""

from __future__ import annotations

import operator
from collections.abc import Callable
from functools import reduce
from typing import Any

from desk.errands import nodes
from desk.errands.compiled import (
    CompiledRule,
    CompiledWorth,
    FactNumbers,
    Grounds,
    GroundsOfFact,
    Mask,
    no_grounds,
    no_needs,
)
from desk.errands.functions import SIGNATURES
from desk.errands.possible import ABSENT, AND, FALSE, KNOWN, NOT, NOT_APPLICABLE, OPEN, OR, TRUE, UNKNOWN
from desk.errands.situation import Situation
from desk.errands.table_compiling import compile_table, said_of_table, worth_of_table
from desk.errands.table_evaluation import NEVER_APPLIES, decided
from desk.errands.table_rules import COMPARE, LITERALS, AboutTable, said_of_rows, table_named_in

SAID_VALUE = 1
SAID_NOTHING_OF_USE = 2


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
        case nodes.Decided():
            return _compile_decided(rule, facts)
    if (name := table_named_in(rule, facts.tables)) is not None:
        return _compile_about_table(rule, facts, name)
    return _compile_leaf(rule, facts)


def _compile_decided(rule: nodes.Decided, facts: FactNumbers) -> CompiledRule:
    last = compile_rule(rule.otherwise, facts) if rule.otherwise is not None else NEVER_APPLIES
    rows = zip(rule.whens, rule.thens, strict=True)
    compiled = [(compile_rule(when, facts), compile_rule(then, facts)) for when, then in rows]
    return decided(compiled, last, alone=rule.alone)


def _compile_about_table(rule: AboutTable | nodes.Asked, facts: FactNumbers, name: str) -> CompiledRule:
    table = facts.tables[name]
    if rule not in table.said:
        said = said_of_rows(rule, name, table.worth, facts.tables)
        if isinstance(said, nodes.Decided):
            made = said_of_table(said, table, lambda part: compile_rule(part, facts))
        else:
            made = _compile_leaf(rule, facts) if said is None else compile_rule(said, facts)
        table.said[rule] = made
    return table.said[rule]


def _compile_leaf(rule: AboutTable | nodes.Asked, facts: FactNumbers) -> CompiledRule:
    match rule:
        case nodes.Compare(sign, nodes.FactValue(fact), right) if isinstance(right, LITERALS):
            return _against_literal(COMPARE[sign], facts.of[fact], right.value, facts)
        case nodes.Among(nodes.FactValue(fact), items) if all(isinstance(item, LITERALS) for item in items):
            values = frozenset(item.value for item in items if isinstance(item, LITERALS))
            return _against_literal(_is_in, facts.of[fact], values, facts)
        case nodes.Compare(sign, nodes.HowMany(parts), right) if isinstance(right, LITERALS):
            return _counted([compile_rule(part, facts) for part in parts], COMPARE[sign], right.value)
        case nodes.Compare(sign, left, right):
            return _leaf(*_compared(COMPARE[sign], compile_worth(left, facts), compile_worth(right, facts)), facts)
        case nodes.Among(value, items):
            return _leaf(*_among(compile_worth(value, facts), [compile_worth(item, facts) for item in items]), facts)
        case nodes.Chosen(fact, options, every):
            return _leaf(_chosen(facts.of[fact], frozenset(options), every), (facts.of[fact],), facts)
        case nodes.Asked(what, fact):
            asked = _leaf(_asked(what, facts.of[fact]), (facts.of[fact],), facts)
            return _resting_on_condition(asked, facts.grounds[facts.of[fact]]) if what == "applicable" else asked


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


def _counted(parts: list[CompiledRule], holds: Callable[[Any, Any], bool], literal: Any) -> CompiledRule:
    """A number of members beside something written: two of five that surely are make *two or more* true."""

    def mask(s: Situation) -> int:
        least, most = _bounds(parts, s)
        found = 0
        for number in range(least, most + 1):
            found |= TRUE if holds(number, literal) else FALSE
        return found

    def needs(s: Situation, _: int) -> int:
        return reduce(operator.or_, (part.needs(s, TRUE) for part in parts if _is_open(part.mask(s))), 0)

    def grounds(s: Situation, _: int, __: bool) -> int:
        decided = ((part, part.mask(s)) for part in parts)
        told = (part.grounds(s, TRUE, mask == TRUE) for part, mask in decided if not _is_open(mask))
        return reduce(operator.or_, told, 0)

    return CompiledRule(mask, needs, grounds)


def _is_open(mask: int) -> bool:
    return bool(mask & TRUE) and mask != TRUE


def _bounds(parts: list[CompiledRule], s: Situation) -> tuple[int, int]:
    """Of how many parts it is sure that they hold, and of how many possible."""
    masks = [part.mask(s) for part in parts]
    return sum(mask == TRUE for mask in masks), sum(bool(mask & TRUE) for mask in masks)


def _how_many(parts: list[CompiledRule], numbers: tuple[int, ...]) -> CompiledWorth:
    def get(s: Situation) -> tuple[int, Any]:
        least, most = _bounds(parts, s)
        return (KNOWN, least) if least == most else (UNKNOWN, None)

    return CompiledWorth(get, numbers)


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


def _resting_on_condition(asked: CompiledRule, grounds_of: GroundsOfFact) -> CompiledRule:
    """Whether a question makes sense rests on what makes it so, both when it does and when it does not."""
    return CompiledRule(asked.mask, asked.needs, lambda s, _, __: grounds_of(s, True))


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
        case nodes.HowMany() | nodes.Picked() | nodes.Collected():
            return _compile_of_rules(worth, facts)
        case nodes.Call(function, arguments):
            return _worked_out(SIGNATURES[function].run, [compile_worth(part, facts) for part in arguments])


def _compile_of_rules(worth: nodes.HowMany | nodes.Picked | nodes.Collected, facts: FactNumbers) -> CompiledWorth:
    match worth:
        case nodes.HowMany(parts):
            numbers = tuple(facts.of[name] for name in sorted(nodes.facts_in(worth)))
            return _how_many([compile_rule(part, facts) for part in parts], numbers)
        case nodes.Picked() | nodes.Collected():
            table = compile_table(len(facts.of), None, worth, lambda rule: compile_rule(rule, facts))
            return worth_of_table(table, lambda then: compile_worth(then, facts), facts)


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
