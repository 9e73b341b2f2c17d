"""Which row of a table decided, for those who ask why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from desk.errands import nodes
from desk.errands.definition import Fact
from desk.errands.dependencies import with_facts_behind
from desk.errands.engine import Engine
from desk.errands.possible import TRUE
from desk.errands.situation import Situation
from desk.model.ids import FactName


@dataclass(frozen=True, slots=True)
class DecidingRow:
    """The row of a table that decided, counted from one; 0 when no row holds and what is otherwise so counts.

    It gives a rule, a value, or options.
    """

    fact: FactName
    number: int
    when: nodes.Rule
    rule: nodes.Rule | None = None
    worth: nodes.Worth | None = None
    options: tuple[str, ...] = ()


def deciding_rows(engine: Engine, names: Iterable[str], s: Situation) -> tuple[DecidingRow, ...]:
    """The rows that decided in the tables among these facts, and in those behind them."""
    facts = engine.definitions.facts
    wanted = with_facts_behind(names, facts)
    return tuple(row for name in engine.names if name in wanted for row in _rows(engine, facts[name], s))


def _rows(engine: Engine, fact: Fact, s: Situation) -> Iterator[DecidingRow]:
    applies = fact.ask_when is None or engine.compile(fact.ask_when.rule).mask(s) == TRUE
    if fact.value is None or fact.value.table is None or not applies:
        return
    name, made = FactName(fact.name), fact.value.rule or fact.value.worth
    if isinstance(made, nodes.Collected):
        for number, (when, given) in enumerate(zip(made.whens, made.options, strict=True), 1):
            if engine.compile(when).mask(s) == TRUE:
                yield DecidingRow(name, number, when, options=given)
    elif isinstance(made, nodes.Decided | nodes.Picked):
        for number, when in _first(engine, made.whens, s, made.otherwise is not None):
            yield _giving(DecidingRow(name, number, when), made)


def _giving(row: DecidingRow, made: nodes.Decided | nodes.Picked) -> DecidingRow:
    if isinstance(made, nodes.Decided):
        return replace(row, rule=made.thens[row.number - 1] if row.number else made.otherwise)
    return replace(row, worth=made.thens[row.number - 1] if row.number else made.otherwise)


def _first(
    engine: Engine, whens: Sequence[nodes.Rule], s: Situation, has_otherwise: bool
) -> Iterator[tuple[int, nodes.Rule]]:
    """The row that surely decides; none while an earlier one still may."""
    for number, when in enumerate(whens, 1):
        mask = engine.compile(when).mask(s)
        if mask & TRUE:
            if mask == TRUE:
                yield number, when
            return
    if has_otherwise:
        yield 0, nodes.Truth(True)
