"""Everything compiled: made once for a bundle, then asked at every answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from graphlib import TopologicalSorter
from typing import Any

from msgspec import Struct

from desk.errands import nodes
from desk.errands.compiled import CompiledRule, CompiledWorth, FactNumbers, GroundsOfFact
from desk.errands.definition import DeadlineRule, Definitions, Expression, Fact, Step
from desk.errands.dependencies import asked_facts_of, deadline_rules, facts_behind, steps_resting_on_safety
from desk.errands.evaluation import compile_rule, compile_worth
from desk.errands.possible import ABSENT, TRUE
from desk.errands.situation import Situation
from desk.errands.situations import CompiledFact, Situations
from desk.errands.table_compiling import compile_table, worth_of_table
from desk.model.facts import Answers
from desk.model.ids import FactName, StepId

_MOST_KEPT = 5000
"""Sets of facts whose names are kept at hand."""
NOTHING_WANTED = 0


class CompiledStep(Struct, frozen=True):
    """A step with its rules compiled. Conditions stand beside the definition's lists, ``None`` for always."""

    step: Step
    applies: CompiledRule
    facts: tuple[FactName, ...]
    """The asked facts that anything about the step can depend on."""
    base_steps: tuple[str, ...]
    """The steps that its deadlines count from."""
    channels: tuple[CompiledRule | None, ...]
    documents: tuple[CompiledRule | None, ...]
    deadlines: tuple[tuple[DeadlineRule, CompiledRule | None], ...]


class Engine:
    """The compiled rules of all definitions."""

    def __init__(self, definitions: Definitions) -> None:
        self.definitions = definitions
        order = self._in_order(definitions.facts)
        self.numbers = {name: number for number, name in enumerate(order)}
        self.names = tuple(FactName(name) for name in order)
        self.numbered = FactNumbers(self.numbers, {}, {}, {})
        self.facts = tuple(self._compiled_fact(definitions.facts[name]) for name in order)
        self._situations = Situations(self.facts)
        self.steps = {
            errand.id: tuple(self._compiled_step(step) for step in errand.steps)
            for errand in definitions.errands.values()
        }
        self.discreet = {
            errand.id: compile_rule(errand.discreet_when.rule, self.numbered)
            for errand in definitions.errands.values()
            if errand.discreet_when
        }
        self.merge_keys = dict(self._merge_keys())
        self._numbers: dict[date, dict[str, Any]] = {}
        self._names_of: dict[int, tuple[FactName, ...]] = {}
        self.asked_mask = (1 << len(order)) - 1

    def _merge_keys(self) -> Iterator[tuple[StepId, str]]:
        """The keys by step. What rests on the citizen's safety stays apart: a discreet paper leaves it out."""
        telling = steps_resting_on_safety(self.definitions)
        for step in self.definitions.steps().values():
            if step.merge:
                yield StepId(step.id), f"{step.merge} in safety" if step.id in telling else step.merge

    @staticmethod
    def _in_order(facts: Mapping[str, Fact]) -> list[str]:
        """Every fact after those that its own rules look at."""
        return list(
            TopologicalSorter({name: sorted(facts_behind(facts[name])) for name in sorted(facts)}).static_order()
        )

    def _compiled(self, expression: Expression | None) -> CompiledRule | None:
        return compile_rule(expression.rule, self.numbered) if expression else None

    def _compiled_fact(self, fact: Fact) -> CompiledFact:
        """Compile a fact; its own rules look only at facts that were compiled before."""
        number, calculation = self.numbers[fact.name], fact.value
        ask_when = self._compiled(fact.ask_when)
        rule = compile_rule(calculation.rule, self.numbered) if calculation and calculation.rule is not None else None
        worth = self._compiled_worth(fact, ask_when) if calculation and calculation.worth else None
        self.numbered.grounds[number] = self._grounds(number, ask_when, worth)
        if rule is not None:
            self.numbered.calculated[fact.name] = _calculated(number, ask_when, rule)
        return CompiledFact(number, fact, FactName(fact.name), ask_when, rule, worth)

    def _compiled_worth(self, fact: Fact, ask_when: CompiledRule | None) -> CompiledWorth | None:
        worth = fact.value.worth if fact.value else None
        if not isinstance(worth, nodes.Picked | nodes.Collected):
            return compile_worth(worth, self.numbered) if worth else None
        table = compile_table(self.numbers[fact.name], ask_when, worth, self.compile)
        self.numbered.tables[fact.name] = table
        return worth_of_table(table, lambda then: compile_worth(then, self.numbered), self.numbered)

    def _grounds(self, number: int, ask_when: CompiledRule | None, worth: CompiledWorth | None) -> GroundsOfFact:
        """What a fact rests on: its answer or those it is worked out from, and those that make it applicable."""
        own = 1 << number
        behind = grounds_behind(worth, self.numbered) if worth else []

        def worked_out(s: Situation, holds: bool) -> int:
            if ask_when is not None and not ask_when.mask(s) & TRUE:
                return ask_when.grounds(s, TRUE, False)
            found = own if s.said[number] else 0
            for part in behind:
                found |= part(s, holds)
            if holds and ask_when is not None and not s.can[number] & ABSENT:
                found |= ask_when.grounds(s, TRUE, True)
            return found

        return worked_out if ask_when is None and not behind else _worked_out_once(number, worked_out)

    def _compiled_step(self, step: Step) -> CompiledStep:
        return CompiledStep(
            step=step,
            applies=compile_rule(step.applies.rule, self.numbered),
            facts=tuple(FactName(name) for name in sorted(asked_facts_of(step, self.definitions.facts))),
            base_steps=tuple(rule.base for rule in deadline_rules(step) if rule.base_is == "step"),
            channels=tuple(self._compiled(channel.when) for channel in step.channels),
            documents=tuple(self._compiled(document.when) for document in step.documents),
            deadlines=tuple((rule, self._compiled(rule.when)) for rule in step.deadlines),
        )

    def compile(self, rule: nodes.Rule) -> CompiledRule:
        """Compile a part of a rule, for explanations."""
        return compile_rule(rule, self.numbered)

    # ── one moment ───────────────────────────────────────────────────────────────────────────────

    def situation(self, answers: Answers, as_of: date) -> Situation:
        """What is known and possible with these answers on this day."""
        return self._situations.at(answers, as_of, self.parameters_on(as_of))

    def forget(self) -> None:
        """Let go of what was kept of the last answers: they end with their visit."""
        self._situations.forget()

    def parameters_on(self, day: date) -> dict[str, Any]:
        """The numbers among the parameters, as they stand on a day."""
        if day not in self._numbers:
            self._numbers = {day: dict(self._numbers_on(day))}
        return self._numbers[day]

    def _numbers_on(self, day: date) -> Iterator[tuple[str, Any]]:
        for name, parameter in self.definitions.parameters.items():
            dated = parameter.on(day)
            if dated is None or "" not in dated.value:
                continue
            if parameter.kind in ("fee", "amount"):
                yield name, Decimal(dated.value[""])
            elif parameter.kind in ("number", "duration"):
                yield name, int(dated.value[""])

    def names_of(self, bits: int) -> tuple[FactName, ...]:
        """The names of a set of facts."""
        known = self._names_of.get(bits)
        if known is None:
            if len(self._names_of) > _MOST_KEPT:
                self._names_of.clear()
            known = self._names_of[bits] = tuple(name for number, name in enumerate(self.names) if bits >> number & 1)
        return known

    def unasked(self, needs: int) -> int:
        """Of needs: the facts that were not asked yet."""
        return needs & self.asked_mask

    def in_vain(self, needs: int) -> int:
        """Of needs: the facts that were asked and not told."""
        return needs >> len(self.facts)


def grounds_behind(worth: CompiledWorth, facts: FactNumbers) -> list[GroundsOfFact]:
    """What gives the answers that a value rests on."""
    return [worth.grounds] if worth.grounds is not None else [facts.grounds[part] for part in worth.facts]


def _worked_out_once(number: int, worked_out: GroundsOfFact) -> GroundsOfFact:
    """The grounds of a fact that looks at others: a chain that branches would double them at every link."""

    def grounds(s: Situation, holds: bool) -> int:
        key = (number, NOTHING_WANTED, holds)
        found = s.kept_grounds.get(key)
        if found is None:
            found = s.kept_grounds[key] = worked_out(s, holds)
        return found

    return grounds


def _rule_once(number: int, rule: CompiledRule) -> CompiledRule:
    """The rule of a fact that others look at: what it needs and rests on is worked out once in a situation."""
    inner_needs, inner_grounds = rule.needs, rule.grounds

    def needs(s: Situation, wanted: int) -> int:
        found = s.kept_needs.get((number, wanted))
        if found is None:
            found = s.kept_needs[number, wanted] = inner_needs(s, wanted)
        return found

    def grounds(s: Situation, wanted: int, holds: bool) -> int:
        key = (number, wanted, holds)
        found = s.kept_grounds.get(key)
        if found is None:
            found = s.kept_grounds[key] = inner_grounds(s, wanted, holds)
        return found

    return CompiledRule(rule.mask, needs, grounds)


def _calculated(number: int, ask_when: CompiledRule | None, inner: CompiledRule) -> CompiledRule:
    """A calculated yes_no fact: what it needs follows what is wanted of it, through its own rule."""

    def needs(s: Situation, wanted: int) -> int:
        if ask_when is not None and s.can[number] & ABSENT and (deciders := ask_when.needs(s, TRUE)):
            return deciders
        return inner.needs(s, wanted)

    def grounds(s: Situation, wanted: int, holds: bool) -> int:
        if ask_when is None:
            return inner.grounds(s, wanted, holds)
        if not ask_when.mask(s) & TRUE:
            return ask_when.grounds(s, TRUE, False)
        return inner.grounds(s, wanted, holds) | (ask_when.grounds(s, TRUE, True) if holds else 0)

    return _rule_once(number, CompiledRule(lambda s: s.masks[number], needs, grounds))


def facts_named(engine: Engine, names: Iterable[str]) -> int:
    """The set of facts with these names."""
    bits = 0
    for name in names:
        bits |= 1 << engine.numbers[name]
    return bits
