"""An errand as a graph, for those who write and check it: its steps, when each applies in words, and what comes first.

``mermaid`` writes it as text; ``desk.errands.graph_picture`` draws it. With the path of an example, each step also says
what becomes of it there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from desk.errands.definition import DeadlineRule, Definitions, Errand, Step
from desk.errands.rule_words import Group, RuleWords
from desk.errands.wording import Wording
from desk.errors import ErrandUnknown
from desk.model.ids import AgencyId, ErrandId, StepId
from desk.model.path import Path
from i18n.formats import Formats


class Fate(StrEnum):
    """What becomes of a step in an example."""

    APPLIES = "applies"
    MAYBE = "maybe"
    RULED_OUT = "ruled_out"


@dataclass(frozen=True, slots=True)
class GraphStep:
    """A step in words. ``condition`` has a line for each condition that must hold, joined by ``AND`` or ``OR``."""

    id: str
    title: str
    condition: tuple[str, ...]
    deadline: str
    fate: Fate | None = None
    number: int | None = None
    """Where it stands in the path of the example."""
    day: str = ""
    """When it is due there."""


@dataclass(frozen=True, slots=True)
class Lane:
    """The steps of one agency."""

    id: str
    name: str
    steps: tuple[GraphStep, ...]


@dataclass(frozen=True, slots=True)
class Arrow:
    """``first`` comes before ``then``; ``counts`` when the deadline of the second counts from the first."""

    first: str
    then: str
    counts: bool = False


@dataclass(frozen=True, slots=True)
class ErrandGraph:
    """One errand in one language."""

    id: str
    title: str
    lanes: tuple[Lane, ...]
    arrows: tuple[Arrow, ...]
    example: str = ""

    @property
    def steps(self) -> tuple[GraphStep, ...]:
        """All steps, by agency."""
        return tuple(step for lane in self.lanes for step in lane.steps)


class Grapher:
    """Makes the graphs of some definitions in one language."""

    def __init__(self, definitions: Definitions, wording: Wording, rules: RuleWords) -> None:
        self._definitions = definitions
        self._wording = wording
        self._rules = rules
        self._formats = Formats(wording.language)

    def graph(self, errand: str, path: Path | None = None, example: str = "") -> ErrandGraph:
        """The graph of an errand; with the ``path`` of an example, what becomes of each step."""
        defined = self._definitions.errands.get(errand)
        if defined is None:
            raise ErrandUnknown(errand=errand)
        fates = dict(self._fates(path)) if path else {}
        lanes: dict[str, list[GraphStep]] = {}
        for step in _once(defined):
            lanes.setdefault(step.agency, []).append(self._step(step, fates))
        return ErrandGraph(
            id=errand,
            title=self._wording.errand_title(ErrandId(errand)).text,
            lanes=tuple(
                Lane(agency, self._wording.agency(AgencyId(agency)), tuple(steps)) for agency, steps in lanes.items()
            ),
            arrows=tuple(_arrows(defined)),
            example=example,
        )

    def _step(self, step: Step, fates: dict[str, tuple[Fate, int | None, str]]) -> GraphStep:
        title, deadline = (
            self._wording.step_title(StepId(step.id)).text,
            self._wording.step_text(StepId(step.id), "deadline"),
        )
        fate, number, day = fates.get(step.id, (None, None, ""))
        return GraphStep(
            step.id, title, tuple(self._condition(step)), deadline.text if deadline else "", fate, number, day
        )

    def _condition(self, step: Step) -> Iterator[str]:
        said = self._rules.of(step.applies.rule)
        if not isinstance(said, Group):
            yield self._rules.in_line(said)
            return
        first, *rest = (self._rules.in_line(part, inside=True) for part in said.parts)
        yield first
        yield from (f"{self._rules.between(said)} {line}" for line in rest)

    def _fates(self, path: Path) -> Iterator[tuple[str, tuple[Fate, int | None, str]]]:
        for number, step in enumerate(path.steps, start=1):
            day = step.deadline.day if step.deadline else None
            yield step.id, (Fate.APPLIES, number, self._formats.short_date(day) if day else "")
            yield from ((same.id, (Fate.APPLIES, number, "")) for same in step.merged)
        for maybe in path.maybe:
            yield maybe.step.id, (Fate.MAYBE, None, "")
        for out in path.ruled_out:
            yield out.id, (Fate.RULED_OUT, None, "")


def _once(errand: Errand) -> list[Step]:
    """The steps, those of a repeated group once, for its first member."""
    return [step for step in errand.steps if step.number < 2]


def _arrows(errand: Errand) -> Iterator[Arrow]:
    here = {step.id for step in _once(errand)}
    for step in _once(errand):
        counted = {rule.base for rule in _relative(step)} & here
        for first in dict.fromkeys([*(name for name in step.after if name in here), *sorted(counted)]):
            yield Arrow(first, step.id, first in counted)


def _relative(step: Step) -> Iterator[DeadlineRule]:
    return (rule for rule in step.deadlines if rule.base_is == "step")


# ── Mermaid ──────────────────────────────────────────────────────────────────────────────────────

_START = "start"
_CLASSES = {
    Fate.APPLIES: "fill:#d7efdd,stroke:#14532d,stroke-width:3px,color:#0b2e18",
    Fate.MAYBE: "fill:#fff3cd,stroke:#7a5b00,stroke-dasharray:5 4,color:#4a3700",
    Fate.RULED_OUT: "fill:#f2f2f2,stroke:#9a9a9a,color:#6b6b6b",
}


def mermaid(graph: ErrandGraph) -> str:
    """The graph as a Mermaid flowchart: agencies as boxes, conditions on the arrows that lead to a step."""
    lines = ["flowchart LR", f'  {_START}(["{_quoted(graph.title)}"])']
    for lane in graph.lanes:
        lines.append(f'  subgraph agency_{lane.id}["{_quoted(lane.name)}"]')
        lines += [f'    {step.id}["{_label(step)}"]' for step in lane.steps]
        lines.append("  end")
    for step in graph.steps:
        lines += _leading_to(graph, step)
    for fate, style in _CLASSES.items():
        if names := [step.id for step in graph.steps if step.fate is fate]:
            lines += [f"  classDef {fate} {style}", f"  class {','.join(names)} {fate}"]
    return "\n".join(lines) + "\n"


def _leading_to(graph: ErrandGraph, step: GraphStep) -> Iterator[str]:
    """The arrows to a step; the first one says when it applies."""
    arrows = [arrow for arrow in graph.arrows if arrow.then == step.id] or [Arrow(_START, step.id)]
    condition = f'|"{_quoted("<br/>".join(step.condition))}"|'.replace("#lt;br/#gt;", "<br/>")
    for index, arrow in enumerate(arrows):
        yield f"  {arrow.first} {'-.->' if arrow.counts else '-->'}{condition if index == 0 else ''} {step.id}"


def _label(step: GraphStep) -> str:
    number = f"{step.number}. " if step.number else "? " if step.fate is Fate.MAYBE else ""
    lines = [f"{number}{step.title}", step.deadline, step.day]
    return "<br/>".join(_quoted(line) for line in lines if line)


def _quoted(text: str) -> str:
    """Text that cannot end the label it stands in."""
    return text.replace('"', "#quot;").replace("<", "#lt;").replace(">", "#gt;")
