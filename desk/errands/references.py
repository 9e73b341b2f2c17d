"""Checks that every name in the definitions means something, and that nothing goes round in a circle.

These are the errors that would make a path impossible to compute; a bundle is not made with one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from graphlib import CycleError, TopologicalSorter

from desk.errands.definition import DeadlineRule, Definitions, Errand, Fact, Hint, Step
from desk.errands.dependencies import deadline_rules, facts_behind, facts_of
from desk.errands.diagnostics import did_you_mean
from desk.errands.fields import Report
from desk.errands.loader import place_of
from desk.errands.members import Group
from desk.model.facts import FactType
from desk.model.path import Mode

_CONTACTS = ("phone", "url", "address", "form")
_KINDS_OF_FIGURE = {"fee": ("fee", "amount"), "minutes": ("duration", "number"), "wait": ("duration", "number")}
LONGEST_CHAIN = 50
"""Facts that may rest on one another."""


def check_references(definitions: Definitions, report: Report) -> None:
    """Report every name that leads nowhere."""
    _check_steps_once(definitions, report)
    _check_renamed(definitions.facts, report)
    _check_fact_cycles(definitions.facts, report)
    _check_step_cycles(definitions, report)
    _check_merged_alike(definitions, report)
    for group in definitions.groups.values():
        _check_counted(group, definitions, report)
    for agency in definitions.agencies.values():
        _check_contacts(agency, definitions, report)
    for errand in definitions.errands.values():
        _Names(definitions, errand, report).check()
    for hint in definitions.hints.values():
        _check_hint(hint, definitions, report)


def _check_steps_once(definitions: Definitions, report: Report) -> None:
    seen: dict[str, Step] = {}
    for errand in definitions.errands.values():
        for step in errand.steps:
            if step.id in seen:
                report.error(
                    place_of(step.at), "E307", f"the step {step.id} is defined twice", f"see {seen[step.id].at}"
                )
            seen[step.id] = step


def _check_renamed(facts: Mapping[str, Fact], report: Report) -> None:
    """An answer under an old name goes to one fact, which has that name no longer."""
    heirs: dict[str, Fact] = {}
    for fact in facts.values():
        for old in fact.renamed_from:
            if old in facts:
                wrong = f"{fact.name} cannot be renamed from {old}, which is a fact still"
                report.error(place_of(fact.at), "E360", wrong, "remove one of them")
            elif old in heirs:
                wrong = f"{fact.name} and {heirs[old].name} are both renamed from {old}"
                report.error(place_of(fact.at), "E360", wrong, "an answer goes to one of them")
            heirs[old] = fact


def _check_counted(group: Group, definitions: Definitions, report: Report) -> None:
    """Nobody can have more children than there are questions for: the fact that counts them ends there."""
    fact = definitions.facts.get(group.counted_by)
    if fact is None:
        wrong = f"there is no fact {group.counted_by}, which counts the group {group.role}"
        report.error(place_of(group.at), "E327", wrong, did_you_mean(group.counted_by, definitions.facts))
    elif fact.type is not FactType.WHOLE_NUMBER or fact.greatest is None or fact.greatest.number != group.most:
        wrong = f"{fact.name} counts the group {group.role}, of which there may be {group.most}"
        report.error(place_of(fact.at), "E327", wrong, f"type: whole_number, max: {group.most}")


def _check_fact_cycles(facts: Mapping[str, Fact], report: Report) -> None:
    graph = {name: facts_behind(fact) & facts.keys() for name, fact in facts.items()}
    if cycle := cycle_in(graph):
        report.error(
            place_of(facts[cycle[0]].at), "E401", f"facts wait for one another: {' → '.join(cycle)}", "break the circle"
        )
    else:
        _check_chains(facts, report)


def _check_chains(facts: Mapping[str, Fact], report: Report) -> None:
    """Facts that rest on one another rest on few in the end: who reads a rule must be able to follow it."""
    graph = {name: sorted(facts_behind(fact) & facts.keys()) for name, fact in facts.items()}
    length: dict[str, int] = {}
    for name in TopologicalSorter(graph).static_order():
        length[name] = 1 + max((length[other] for other in graph[name]), default=0)
        if length[name] == LONGEST_CHAIN + 1:
            wrong = f"more than {LONGEST_CHAIN} facts rest on one another, the last is {name}"
            report.error(place_of(facts[name].at), "E411", wrong, "make the chain shorter")


def _check_step_cycles(definitions: Definitions, report: Report) -> None:
    steps = definitions.steps()
    waits = {
        step.id: {*step.after, *(rule.base for rule in deadline_rules(step) if rule.base_is == "step")} & steps.keys()
        for step in steps.values()
    }
    if cycle := cycle_in(waits):
        report.error(
            place_of(steps[cycle[0]].at), "E402", f"steps wait for one another: {' → '.join(cycle)}", "break the circle"
        )
    else:
        _check_merged_cycles(steps, waits, report)


def _check_merged_cycles(steps: Mapping[str, Step], waits: Mapping[str, Iterable[str]], report: Report) -> None:
    """In a visit with both errands, two steps of one matter are one: it must not wait for itself."""
    one = {step.id: f"merge: {step.merge}" if step.merge else step.id for step in steps.values()}
    graph: dict[str, set[str]] = {}
    for step, others in waits.items():
        graph.setdefault(one[step], set()).update(one[other] for other in others)
    if cycle := cycle_in(graph):
        first = next(step for step in steps.values() if one[step.id] in cycle and step.merge)
        report.error(
            place_of(first.at),
            "E402",
            f"steps that become one wait for one another: {' → '.join(cycle)}",
            "break the circle, or give one of them another merge key",
        )


def _check_merged_alike(definitions: Definitions, report: Report) -> None:
    """Steps of one matter are of one agency, and all or none are done by the agency itself."""
    seen: dict[str, Step] = {}
    for step in definitions.steps().values():
        if step.merge is None:
            continue
        first = seen.setdefault(step.merge, step)
        if step.agency != first.agency:
            wrong = f"{step.id} is of {step.agency}, and {first.id}, which it is merged with, of {first.agency}"
            report.error(place_of(step.at), "E410", wrong, "merge only steps of one agency")
        elif (step.mode is Mode.AUTOMATIC) != (first.mode is Mode.AUTOMATIC):
            wrong = f"of {step.id} and {first.id}, which are merged, only one goes by itself"
            report.error(
                place_of(step.at), "E410", wrong, "merge steps that go by themselves, or steps that somebody does"
            )


def cycle_in(graph: Mapping[str, Iterable[str]]) -> list[str]:
    """One circle of a graph, its first name repeated at the end; empty when there is none."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as found:
        return list(reversed(found.args[1]))
    return []


def _check_hint(hint: Hint, definitions: Definitions, report: Report) -> None:
    place = place_of(hint.at)
    if hint.agency not in definitions.agencies:
        known = did_you_mean(hint.agency, definitions.agencies)
        report.error(place, "E407", f"there is no agency {hint.agency}", known)
    _check_contacts(hint, definitions, report)
    steps = definitions.steps().values()
    names = {step.words_id for step in steps} | {step.merge for step in steps if step.merge}
    for name in hint.covered_by:
        if name not in names:
            wrong = f"covered_by names neither a step nor a merge key: {name}"
            report.error(place, "E408", wrong, did_you_mean(name, names))


def _check_contacts(thing: object, definitions: Definitions, report: Report) -> None:
    """Contact details of an agency or a channel must be parameters of the right kind."""
    place = place_of(str(getattr(thing, "at", "")))
    for key in _CONTACTS:
        name = getattr(thing, key, None)
        if name is None:
            continue
        if name not in definitions.parameters:
            report.error(place, "E404", f"there is no parameter {name}", did_you_mean(name, definitions.parameters))
        elif name.partition(".")[0] != key:
            report.error(place, "E404", f"{key} cannot be {name}", f"a parameter whose name begins with {key}.")


class _Names:
    """The names that one errand uses."""

    def __init__(self, definitions: Definitions, errand: Errand, report: Report) -> None:
        self._definitions = definitions
        self._errand = errand
        self._report = report
        self._steps = definitions.steps()
        self._sets = {fact.fact_set for fact in definitions.facts.values()}

    def check(self) -> None:
        self._check_sets()
        self._check_sections()
        for step in self._errand.steps:
            self._check_step(step)

    def _error(self, at: str, code: str, message: str, remedy: str) -> None:
        self._report.error(place_of(at), code, message, remedy)

    def _check_sets(self) -> None:
        for name in self._errand.fact_sets:
            if name not in self._sets:
                self._error(self._errand.at, "E405", f"there is no fact set {name}", did_you_mean(name, self._sets))
        for name in sorted(facts_of(self._errand, self._definitions.facts)):
            fact_set = self._definitions.facts[name].fact_set
            if fact_set not in self._errand.fact_sets:
                self._error(
                    self._errand.at,
                    "E405",
                    f"{name} is of the set {fact_set}, which the errand does not use",
                    f"facts: [… {fact_set}]",
                )

    def _check_sections(self) -> None:
        facts = self._definitions.facts
        for section in self._errand.sections:
            for name in section.facts:
                if name not in facts:
                    self._error(
                        section.at, "E406", f"the section {section.id} names no fact {name}", did_you_mean(name, facts)
                    )

    def _check_step(self, step: Step) -> None:
        agencies = self._definitions.agencies
        if step.agency not in agencies:
            self._error(step.at, "E407", f"there is no agency {step.agency}", did_you_mean(step.agency, agencies))
        for name in step.after:
            if name not in self._steps:
                self._error(step.at, "E408", f"after names no step {name}", did_you_mean(name, self._steps))
        if step.if_refused is not None and step.if_refused not in self._steps:
            wrong = f"if_refused names no step {step.if_refused}"
            self._error(step.at, "E408", wrong, did_you_mean(step.if_refused, self._steps))
        self._check_figure(step.at, "fee", step.fee)
        for channel in step.channels:
            _check_contacts(channel, self._definitions, self._report)
            for key, figure in (("fee", channel.fee), ("minutes", channel.minutes), ("wait", channel.wait)):
                self._check_figure(channel.at, key, figure)
        self._check_ways(step)
        for rule in deadline_rules(step):
            self._check_base(rule)

    def _check_figure(self, at: str, key: str, name: str | None) -> None:
        """What something costs or takes is a parameter of the right kind."""
        parameters, free = self._definitions.parameters, ["free"] if key == "fee" else []
        if name is None or name in free:
            return
        if name not in parameters:
            self._error(at, "E404", f"there is no parameter {name}", did_you_mean(name, [*parameters, *free]))
        elif parameters[name].kind not in _KINDS_OF_FIGURE[key]:
            kinds = "fee., or free" if free else "duration."
            self._error(at, "E404", f"{key} cannot be {name}", f"a parameter whose name begins with {kinds}")

    def _check_ways(self, step: Step) -> None:
        """A document that only some ways need names ways of its step."""
        ways = [channel.id for channel in step.channels]
        for document in step.documents:
            for way in document.ways:
                if way not in ways:
                    wrong = f"the document {document.id} names no channel {way} of {step.id}"
                    self._error(document.at, "E412", wrong, did_you_mean(way, ways))

    def _check_base(self, rule: DeadlineRule) -> None:
        facts = self._definitions.facts
        if rule.base_is == "step" and rule.base not in self._steps:
            self._error(
                rule.at, "E409", f"the deadline counts from no step {rule.base}", did_you_mean(rule.base, self._steps)
            )
        if rule.base_is == "fact" and rule.base not in facts:
            self._error(
                rule.at, "E409", f"the deadline counts from no fact {rule.base}", did_you_mean(rule.base, facts)
            )
        elif rule.base_is == "fact" and facts[rule.base].type is not FactType.DATE:
            self._error(rule.at, "E409", f"the deadline counts from {rule.base}, which is no date", "name a date fact")
