"""Every condition of the content, and whether it was seen true and seen false: in examples, and in made-up citizens.

A rule is seen with all of its parts, for a part that is never false could as well be left out. What was never seen is
said with an answer that would show it, or that none was found.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from desk.errands.check_reach import Judgement, Search
from desk.errands.compiled import CompiledRule
from desk.errands.definition import Definitions, Errand, Expression, Fact, Step
from desk.errands.diagnostics import Diagnostic, Severity
from desk.errands.engine import Engine
from desk.errands.loader import place_of
from desk.errands.nodes import Among, Asked, Chosen, Collected, Compare, Decided, Holds, Picked, Rule, facts_in, walk
from desk.errands.possible import FALSE, TRUE
from desk.errands.rule_text import text_of
from desk.errands.situation import Situation

_PARTS = (Holds, Compare, Among, Chosen, Asked)
"""Rules that have no rules as parts."""

APPLIES = "applies"
"""Of the rules of a step, the one that says whether it applies."""


@dataclass(frozen=True, slots=True)
class Condition:
    """A rule, or a part of one that has no parts itself; ``of`` says whose rule it is."""

    at: str
    of: str
    rule: Rule
    is_whole: bool

    @property
    def text(self) -> str:
        """The condition as it is written."""
        return text_of(self.rule)


@dataclass(frozen=True, slots=True)
class Seen:
    """A condition and how it was seen."""

    condition: Condition
    by_examples: int
    """The truth values, as bits, that it had in some example."""
    by_anyone: int
    """The same with the made-up citizens."""

    def beside(self, other: Seen) -> Seen:
        """The same condition as it was seen in several errands."""
        return Seen(self.condition, self.by_examples | other.by_examples, self.by_anyone | other.by_anyone)

    @property
    def is_seen(self) -> bool:
        """True when somebody saw it true, and somebody not true."""
        return self.by_anyone == TRUE | FALSE

    @property
    def is_shown(self) -> bool:
        """The same by the examples alone."""
        return self.by_examples == TRUE | FALSE


def conditions_of(definitions: Definitions) -> tuple[Condition, ...]:
    """Every condition that depends on an answer, once for a rule; of a repeated group, those of its first member."""
    others = {fact.name for fact in definitions.facts.values() if fact.number > 1}
    return tuple(
        condition
        for at, of, rule in _rules(definitions)
        for condition in _split(at, of, rule)
        if (named := facts_in(condition.rule)) and (condition.is_whole or named.isdisjoint(others))
    )


def _rules(definitions: Definitions) -> Iterator[tuple[str, str, Rule]]:
    for fact in definitions.facts.values():
        if fact.number < 2:
            yield from _rules_of_fact(fact)
    for errand in definitions.errands.values():
        yield from _rules_of_errand(errand)
    yield from ((hint.when.at, f"when of {hint.id}", hint.when.rule) for hint in definitions.hints.values())


def _rules_of_fact(fact: Fact) -> Iterator[tuple[str, str, Rule]]:
    if fact.ask_when:
        yield fact.ask_when.at, f"ask_when of {fact.name}", fact.ask_when.rule
    if fact.value is None:
        return
    tree = fact.value.rule if fact.value.rule is not None else fact.value.worth
    if isinstance(tree, Decided | Picked | Collected) and fact.value.table is not None:
        for number, (row, when) in enumerate(zip(fact.value.table.rows, tree.whens, strict=False), start=1):
            yield row.at, f"row {number} of {fact.name}", when
    elif fact.value.rule is not None:
        yield fact.value.at, f"value of {fact.name}", fact.value.rule


def _rules_of_errand(errand: Errand) -> Iterator[tuple[str, str, Rule]]:
    if errand.discreet_when:
        yield errand.discreet_when.at, f"discreet_when of {errand.id}", errand.discreet_when.rule
    for step in (step for step in errand.steps if step.number < 2):
        for what, expression in conditional_parts(step):
            yield (
                expression.at,
                f"{what} of {step.id}" if what != APPLIES else f"{APPLIES} of {step.id}",
                expression.rule,
            )


APPLIES = "applies"


def conditional_parts(step: Step) -> tuple[tuple[str, Expression], ...]:
    """The rule of a step, and those of its channels, documents and deadlines, each with what it is the rule of."""
    parts: list[tuple[str, Expression | None]] = [(APPLIES, step.applies)]
    parts += [(f"the channel {part.id}", part.when) for part in step.channels]
    parts += [(f"the document {part.id}", part.when) for part in step.documents]
    parts += [(f"deadline {number}", part.when) for number, part in enumerate(step.deadlines, start=1)]
    return tuple((what, expression) for what, expression in parts if expression is not None)


def _split(at: str, of: str, rule: Rule) -> Iterator[Condition]:
    yield Condition(at, of, rule, is_whole=True)
    parts = dict.fromkeys(node for node in walk(rule) if isinstance(node, _PARTS) and facts_in(node))
    yield from (Condition(at, of, part, is_whole=False) for part in parts if part != rule)


# ── seeing ───────────────────────────────────────────────────────────────────────────────────────


class Coverage:
    """Watches the conditions of one engine while people pass by."""

    def __init__(self, engine: Engine) -> None:
        self.conditions = conditions_of(engine.definitions)
        self._rules = [engine.compile(condition.rule) for condition in self.conditions]
        self._by_examples = [0] * len(self._rules)
        self._by_others = [0] * len(self._rules)

    def example(self, situation: Situation) -> None:
        """Look at somebody from an example."""
        _look(self._rules, self.conditions, situation, self._by_examples)

    def made_up(self, situation: Situation) -> None:
        """Look at somebody whom a search made up."""
        _look(self._rules, self.conditions, situation, self._by_others)

    def seen(self) -> tuple[Seen, ...]:
        """How each condition was seen."""
        both = zip(self.conditions, self._by_examples, self._by_others, strict=True)
        return tuple(Seen(condition, examples, examples | others) for condition, examples, others in both)


def _look(rules: Sequence[CompiledRule], conditions: Sequence[Condition], s: Situation, into: list[int]) -> None:
    for index, rule in enumerate(rules):
        into[index] |= _outcome(rule.mask(s), conditions[index].is_whole)


def _outcome(mask: int, is_whole: bool) -> int:
    """Definitely true or false, else nothing. A whole rule that is not applicable rules out as a false one does."""
    if mask == TRUE:
        return TRUE
    if mask == FALSE or (is_whole and not mask & TRUE):
        return FALSE
    return 0


# ── what was never seen ──────────────────────────────────────────────────────────────────────────


def never_seen(seen: Iterable[Seen], engine: Engine, search: Search) -> Iterator[Diagnostic]:
    """What no example and no made-up citizen showed, with answers that would."""
    for each in seen:
        for wanted, word in ((TRUE, "true"), (FALSE, "false")):
            if not each.by_anyone & wanted:
                yield _finding(each.condition, word, search, _being(engine.compile(each.condition.rule), wanted, each))


def _finding(condition: Condition, word: str, search: Search, judge: Judgement) -> Diagnostic:
    found = search.look(judge)
    message = f"never seen {word}: {condition.text} ({condition.of})"
    if found.example is None and found.proven:
        return Diagnostic(place_of(condition.at), "W641", message, "no example found: leave it out", Severity.WARNING)
    remedy = f"write an example with {found}" if found.example is not None else f"write an example; {found}"
    return Diagnostic(place_of(condition.at), "W640", message, remedy, Severity.WARNING)


def _being(rule: CompiledRule, wanted: int, seen: Seen) -> Judgement:
    def judge(s: Situation) -> tuple[bool | None, int]:
        mask = rule.mask(s)
        if _outcome(mask, seen.condition.is_whole) == wanted:
            return True, 0
        possible = mask & ~TRUE if wanted == FALSE and seen.condition.is_whole else mask & wanted
        if not possible or mask in (TRUE, FALSE):
            return False, 0
        return None, rule.needs(s, wanted)

    return judge
