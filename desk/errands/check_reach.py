"""Looks for a citizen to whom each step applies, whom each question is asked, and to whom nothing applies.

A search over possible answers that asks only what a rule still needs, and turns back as soon as the rule
is settled. It finds examples; that none was found over the answers tried is said as just that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from desk.errands.compiled import CompiledRule
from desk.errands.definition import Step
from desk.errands.domains import domains_of
from desk.errands.engine import CompiledStep, Engine
from desk.errands.fields import Report
from desk.errands.loader import place_of
from desk.errands.narrowing import ErrandEngines
from desk.errands.possible import TRUE
from desk.errands.questions import hanging_on
from desk.errands.situation import Situation
from desk.model.facts import Said
from desk.model.ids import FactName

MOST_NODES = 20_000
"""Situations that one search may look at."""

Judgement = Callable[[Situation], tuple[bool | None, int]]
"""Whether a situation is what is looked for (``None``: not settled), and the facts that would settle it."""


@dataclass(frozen=True, slots=True)
class Found:
    """The end of a search: an example, or none; ``proven`` when all answers of the search were tried."""

    example: dict[FactName, Said] | None
    proven: bool
    nodes: int

    @property
    def is_clear(self) -> bool:
        """True when there surely is no such citizen."""
        return self.example is None and self.proven

    def __str__(self) -> str:
        if self.example is None:
            return "no example found" if self.proven else f"not proven: {self.nodes} situations looked at"
        return ", ".join(f"{name}: {_shown(said)}" for name, said in self.example.items()) or "nobody in particular"


def _shown(said: Said) -> str:
    return said if isinstance(said, str) else f"[{', '.join(said)}]"


class Search:
    """Looks for examples over one engine."""

    def __init__(self, engine: Engine, as_of: date, budget: int = MOST_NODES) -> None:
        self._engine = engine
        self._as_of = as_of
        self._budget = budget
        self._domains = domains_of(engine, as_of)
        self._shared = hanging_on(engine.definitions.steps().values(), engine.definitions.facts)
        self._nodes = 0

    def domain(self, name: FactName) -> tuple[Said, ...]:
        """The answers that are tried for a fact; none for a calculation."""
        return self._domains.get(name, ())

    def also_try(self, name: FactName, said: Iterable[Said]) -> None:
        """Try more answers for a fact, after those that are tried anyway."""
        self._domains[name] = tuple(dict.fromkeys((*self.domain(name), *said)))

    def look(self, judge: Judgement) -> Found:
        """Find answers with which ``judge`` says yes."""
        self._nodes = 0
        example = self._deeper({}, judge)
        return Found(example, self._nodes < self._budget, self._nodes)

    def look_among(self, known: Mapping[FactName, Said], judge: Judgement) -> Found:
        """Find such answers of citizens who have answered this already."""
        self._nodes = 0
        example = self._deeper({name: said for name, said in known.items() if self.domain(name)}, judge)
        return Found(example, self._nodes < self._budget, self._nodes)

    def _deeper(self, answers: dict[FactName, Said], judge: Judgement) -> dict[FactName, Said] | None:
        self._nodes += 1
        if self._nodes >= self._budget:
            return None
        verdict, needs = judge(self._engine.situation(answers, self._as_of))
        if verdict is not None:
            return answers if verdict else None
        names = self._engine.names_of(self._engine.unasked(needs))
        if not names:
            return None
        name = max(names, key=lambda fact: self._shared.get(fact, 0))
        for said in self._domains[name]:
            found = self._deeper({**answers, name: said}, judge)
            if found is not None:
                return found
        return None


class ReachCheck:
    """Reports steps, conditions and questions that nobody reaches, and citizens who get no step at all."""

    def __init__(self, engines: ErrandEngines, report: Report) -> None:
        self._engines = engines
        self._definitions = engines.definitions
        self._report = report
        self._asked: set[str] = set()

    def run(self, as_of: date) -> None:
        """Look at every errand on one day; its situations hold no facts of other errands."""
        for errand in self._definitions.errands:
            engine = self._engines.of(errand)
            search, steps = Search(engine, as_of), engine.steps[errand]
            for compiled in steps:
                self._check_step(search, compiled)
            self._check_dead_end(search, errand, steps)
            self._check_questions(search, engine)

    def _check_questions(self, search: Search, engine: Engine) -> None:
        """Look at the questions that no errand before had."""
        for compiled in engine.facts:
            if compiled.ask_when is not None and compiled.name not in self._asked:
                self._asked.add(compiled.name)
                found = search.look(being_true((compiled.ask_when,)))
                self._tell(found, compiled.fact.at, f"{compiled.name} is never asked")

    def _check_step(self, search: Search, compiled: CompiledStep) -> None:
        step = compiled.step
        found = search.look(being_true((compiled.applies,)))
        self._tell(found, step.at, f"the step {step.id} never applies")
        if found.example is None:
            return
        for what, at, condition in _conditions(step, compiled):
            if condition is not None:
                self._tell(
                    search.look(being_true((compiled.applies, condition))), at, f"{what} of {step.id} never counts"
                )

    def _tell(self, found: Found, at: str, message: str) -> None:
        tell_unreached(found, at, message, self._report)

    def _check_dead_end(self, search: Search, errand: str, steps: Sequence[CompiledStep]) -> None:
        found = search.look(none_true([compiled.applies for compiled in steps]))
        at = place_of(self._definitions.errands[errand].at)
        if found.example is not None:
            self._report.warn(
                at, "W622", f"no step of {errand} applies to: {found}", "add a step that tells what to do"
            )
        elif not found.proven:
            self._report.note(at, "N623", f"whether {errand} has a dead end is {found}", "")


def tell_unreached(found: Found, at: str, message: str, report: Report) -> None:
    """Report what a search found nobody for."""
    if found.example is None and found.proven:
        report.error(place_of(at), "E620", f"{message}: no example found", "the rule contradicts itself, or another")
    elif found.example is None:
        report.note(place_of(at), "N621", f"whether {message} is {found}", "make the rule simpler")


def _conditions(step: Step, compiled: CompiledStep) -> list[tuple[str, str, CompiledRule | None]]:
    found = [
        (f"the channel {part.id}", part.at, rule) for part, rule in zip(step.channels, compiled.channels, strict=True)
    ]
    found += [
        (f"the document {part.id}", part.at, rule)
        for part, rule in zip(step.documents, compiled.documents, strict=True)
    ]
    return found + [("a deadline", part.at, rule) for part, rule in compiled.deadlines]


def being_true(rules: Sequence[CompiledRule]) -> Judgement:
    """Looks for all of these rules being surely true."""

    def judge(s: Situation) -> tuple[bool | None, int]:
        needs, settled = 0, True
        for rule in rules:
            mask = rule.mask(s)
            if not mask & TRUE:
                return False, 0
            if mask != TRUE:
                settled = False
                needs |= rule.needs(s, TRUE)
        return (True, 0) if settled else (None, needs)

    return judge


def both(one: Judgement, other: Judgement) -> Judgement:
    """Looks for what both look for."""

    def judge(s: Situation) -> tuple[bool | None, int]:
        needs, settled = 0, True
        for each in (one, other):
            found, more = each(s)
            if found is False:
                return False, 0
            settled = settled and found is True
            needs |= more
        return (True, 0) if settled else (None, needs)

    return judge


def none_true(rules: Sequence[CompiledRule]) -> Judgement:
    """Looks for all of these rules being surely not true."""

    def judge(s: Situation) -> tuple[bool | None, int]:
        needs, settled = 0, True
        for rule in rules:
            mask = rule.mask(s)
            if mask == TRUE:
                return False, 0
            if mask & TRUE:
                settled = False
                needs |= rule.needs(s, TRUE)
        return (True, 0) if settled else (None, needs)

    return judge
