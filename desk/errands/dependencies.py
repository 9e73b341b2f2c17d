"""What hangs on what: the facts behind a rule, a step, an errand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from desk.errands.definition import DeadlineRule, Definitions, Errand, Expression, Fact, Hint, Step
from desk.errands.nodes import facts_in, parameters_in
from desk.model.path import Need

PROFILE = {need: f"citizen.{need}" for need in Need}
"""The facts that tell what a citizen has: ``citizen.e_id``, ``citizen.device``, ``citizen.phone``."""


def expressions_of(step: Step) -> tuple[Expression, ...]:
    """Every rule of a step."""
    conditions = [part.when for part in step.channels]
    conditions += [part.when for part in step.documents]
    conditions += [part.when for part in step.deadlines]
    return (step.applies, *(when for when in conditions if when is not None))


def facts_behind(fact: Fact) -> frozenset[str]:
    """The facts that a fact's own rules look at."""
    found: frozenset[str] = facts_in(fact.ask_when.rule) if fact.ask_when else frozenset()
    if fact.value is None:
        return found
    inner = fact.value.rule if fact.value.rule is not None else fact.value.worth
    return found | facts_in(inner) if inner is not None else found


def parameters_behind(fact: Fact) -> frozenset[str]:
    """The names of the values that a fact's own rules reckon with."""
    found: frozenset[str] = parameters_in(fact.ask_when.rule) if fact.ask_when else frozenset()
    inner = fact.value and (fact.value.rule or fact.value.worth)
    return found | parameters_in(inner) if inner else found


def deadline_rules(step: Step) -> tuple[DeadlineRule, ...]:
    """Every rule by which a day of the step is counted."""
    return (*step.deadlines, step.earliest) if step.earliest else step.deadlines


def base_facts(step: Step) -> frozenset[str]:
    """The facts that a step's deadlines count from."""
    return frozenset(rule.base for rule in deadline_rules(step) if rule.base_is == "fact")


def facts_of(errand: Errand, facts: Mapping[str, Fact]) -> frozenset[str]:
    """Every fact that an errand hangs on, also those behind other facts."""
    named = frozenset[str]().union(*(_named_by(step) for step in errand.steps))
    return with_facts_behind(
        named | (facts_in(errand.discreet_when.rule) if errand.discreet_when else frozenset()), facts
    )


def asked_facts_of(step: Step, facts: Mapping[str, Fact]) -> frozenset[str]:
    """The facts whose answers can change anything about a step, those about the citizen's means included."""
    found = with_facts_behind(_named_by(step).union(PROFILE.values()), facts)
    return frozenset(name for name in found if facts[name].is_asked)


def facts_of_step(step: Step, facts: Mapping[str, Fact]) -> frozenset[str]:
    """Every fact that a step hangs on, also those behind other facts."""
    return with_facts_behind(_named_by(step), facts)


def facts_of_hint(hint: Hint, facts: Mapping[str, Fact]) -> frozenset[str]:
    """Every fact that a hint hangs on, also those behind other facts."""
    worth = hint.on.worth if hint.on is not None else None
    day = facts_in(worth) if worth is not None else frozenset[str]()
    return with_facts_behind(facts_in(hint.when.rule) | day, facts)


def parameters_in_rules(errand: Errand, facts: Mapping[str, Fact]) -> set[str]:
    """The names of the values that an errand's rules, and those of its facts, reckon with."""
    named: set[str] = set()
    for step in errand.steps:
        named = named.union(*(parameters_in(expression.rule) for expression in expressions_of(step)))
    return named.union(*(parameters_behind(facts[name]) for name in facts_of(errand, facts)))


def steps_resting_on_safety(definitions: Definitions) -> frozenset[str]:
    """The steps whose rule looks at what makes papers discreet: their titles alone would tell it."""
    rules = [errand.discreet_when.rule for errand in definitions.errands.values() if errand.discreet_when]
    facts = definitions.facts
    telling = with_facts_behind((name for rule in rules for name in facts_in(rule)), facts)
    return frozenset(
        step.id
        for step in definitions.steps().values()
        if not telling.isdisjoint(with_facts_behind(facts_in(step.applies.rule), facts))
    )


def _named_by(step: Step) -> frozenset[str]:
    return base_facts(step).union(*(facts_in(rule.rule) for rule in expressions_of(step)))


def with_facts_behind(names: Iterable[str], facts: Mapping[str, Fact]) -> frozenset[str]:
    """These facts and all that their own rules look at; names that are no fact are left out."""
    wanted = list(names)
    found: set[str] = set()
    while wanted:
        name = wanted.pop()
        if name not in found and name in facts:
            found.add(name)
            wanted += facts_behind(facts[name])
    return frozenset(found)
