"""Compiles a table once: its rows serve its value and every rule about it. What compiles a part is handed in."""

from __future__ import annotations

from collections.abc import Callable

from desk.errands import nodes
from desk.errands.compiled import CompiledRule, CompiledTable, CompiledWorth, FactNumbers
from desk.errands.table_evaluation import (
    MOST_ROWS,
    NEVER_APPLIES,
    collected,
    decided,
    picked,
    row_once,
    where_it_applies,
)

RuleOf = Callable[[nodes.Rule], CompiledRule]
WorthOf = Callable[[nodes.Worth], CompiledWorth]


def compile_table(
    number: int, ask_when: CompiledRule | None, worth: nodes.Picked | nodes.Collected, rule_of: RuleOf
) -> CompiledTable:
    """The rows of the table that is the fact with this number."""
    first = number * (MOST_ROWS + 1)
    rows = {when: row_once(-first - index, rule_of(when)) for index, when in enumerate(worth.whens, 1)}
    return CompiledTable(number, ask_when, worth, rows, {})


def worth_of_table(table: CompiledTable, worth_of: WorthOf, facts: FactNumbers) -> CompiledWorth:
    """What a table gives."""
    worth = table.worth
    whens = [table.rows[when] for when in worth.whens]
    if isinstance(worth, nodes.Collected):
        return collected(list(zip(whens, worth.options, strict=True)))
    thens = [worth_of(then) for then in worth.thens]
    otherwise = worth_of(worth.otherwise) if worth.otherwise is not None else None
    return picked(list(zip(whens, thens, strict=True)), otherwise, facts)


def said_of_table(said: nodes.Decided, table: CompiledTable, rule_of: RuleOf) -> CompiledRule:
    """A rule about what the rows of the table give."""
    last = rule_of(said.otherwise) if said.otherwise is not None else NEVER_APPLIES
    rows = [(table.rows[when], rule_of(then)) for when, then in zip(said.whens, said.thens, strict=True)]
    return where_it_applies(table, decided(rows, last, alone=said.alone))
