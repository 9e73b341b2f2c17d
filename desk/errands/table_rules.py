"""Rules about what a table gives, written as rules about its rows: for evaluation, and for those who read them."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from typing import Any

from desk.errands import nodes

Table = nodes.Picked | nodes.Collected
AboutTable = nodes.Compare | nodes.Among | nodes.Chosen
LITERALS = (nodes.Whole, nodes.Euros, nodes.Day, nodes.Option)
"""Nodes that are a value as written."""

COMPARE: dict[str, Callable[[Any, Any], bool]] = {
    "=": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def table_named_in(rule: nodes.Rule, tables: Mapping[str, Any]) -> str | None:
    """The table whose value a rule looks at."""
    match rule:
        case nodes.Compare(_, nodes.FactValue(fact), _) | nodes.Among(nodes.FactValue(fact), _) | nodes.Chosen(fact):
            if fact in tables:
                return fact
    match rule:
        case nodes.Compare(_, _, nodes.FactValue(fact)) if fact in tables:
            return fact
    return None


def said_of_rows(
    rule: AboutTable | nodes.Asked, fact: str, table: Table, tables: Mapping[str, Any]
) -> nodes.And | nodes.Decided | None:
    """The same rule said of what each row gives, so that nothing is lost of what rows rule out.

    ``None`` where that says nothing, or leads on into another table: rows of rows of rows would have no end.
    """
    said = _said_of_rows(rule, fact, table)
    if isinstance(said, nodes.Decided) and any(table_named_in(then, tables) is not None for then in said.thens):
        return None
    return said


def _said_of_rows(rule: AboutTable | nodes.Asked, fact: str, table: Table) -> nodes.And | nodes.Decided | None:
    match rule:
        case nodes.Chosen(_, options, every) if isinstance(table, nodes.Collected):
            return _chosen(fact, options, every, table)
        case nodes.Compare(sign, nodes.FactValue(name), right) if name == fact and isinstance(table, nodes.Picked):
            return _of_each(table, lambda then: _compared(sign, then, right))
        case nodes.Compare(sign, left, _) if isinstance(table, nodes.Picked):
            return _of_each(table, lambda then: _compared(sign, left, then))
        case nodes.Among(_, items) if isinstance(table, nodes.Picked):
            return _of_each(table, lambda then: _among(then, items))
    return None


def _of_each(table: nodes.Picked, of: Callable[[nodes.Worth], nodes.Rule]) -> nodes.Decided:
    otherwise = of(table.otherwise) if table.otherwise is not None else None
    return nodes.Decided(table.whens, tuple(of(then) for then in table.thens), otherwise, table.alone)


def _chosen(fact: str, options: tuple[str, ...], every: bool, table: nodes.Collected) -> nodes.And | nodes.Decided:
    if every and len(options) > 1:
        return nodes.And(tuple(nodes.Chosen(fact, (option,), every) for option in options))
    rows = zip(table.whens, table.options, strict=True)
    whens = tuple(when for when, given in rows if not set(given).isdisjoint(options))
    return nodes.Decided(whens, (nodes.Truth(True),) * len(whens), nodes.Truth(False))


def _compared(sign: str, left: nodes.Worth, right: nodes.Worth) -> nodes.Rule:
    if isinstance(left, LITERALS) and isinstance(right, LITERALS):
        return nodes.Truth(COMPARE[sign](left.value, right.value))
    return nodes.Compare(sign, left, right)


def _among(value: nodes.Worth, items: tuple[nodes.Worth, ...]) -> nodes.Rule:
    if isinstance(value, LITERALS) and all(isinstance(item, LITERALS) for item in items):
        return nodes.Truth(any(value.value == item.value for item in items if isinstance(item, LITERALS)))
    return nodes.Among(value, items)


def in_plain_rules(table: nodes.Decided) -> nodes.Rule:
    """Rows as *and*, *or* and *not*, for people to read: when it is true."""
    ways = [_way(table, index) for index, then in enumerate(table.thens) if then != nodes.Truth(False)]
    if table.otherwise is not None and table.otherwise != nodes.Truth(False):
        ways.append(_way(table, len(table.thens)))
    if not ways:
        return nodes.Truth(False)
    return ways[0] if len(ways) == 1 else nodes.Or(tuple(ways))


def _way(table: nodes.Decided, index: int) -> nodes.Rule:
    """One row: its conditions, none of the rows before it that give something else, and what it gives."""
    is_last = index == len(table.thens)
    then = table.otherwise if is_last else table.thens[index]
    parts: list[nodes.Rule] = [] if is_last else [table.whens[index]]
    if is_last or not table.alone:
        before = zip(table.whens[:index], table.thens[:index], strict=True)
        parts += [nodes.Not(when) for when, given in before if given != then]
    if then is not None and then != nodes.Truth(True):
        parts.append(then)
    told = tuple(part for part in _flat(parts) if part != nodes.Truth(True))
    return nodes.And(told) if len(told) > 1 else told[0] if told else nodes.Truth(True)


def _flat(parts: list[nodes.Rule]) -> list[nodes.Rule]:
    return [inner for part in parts for inner in (part.parts if isinstance(part, nodes.And) else (part,))]
