"""Reads a decision table: rows of conditions, each with what it gives, compiled into the rules that it stands for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from desk.errands import nodes
from desk.errands.definition import Calculation, Table, TableRow
from desk.errands.diagnostics import ExpressionFault, did_you_mean
from desk.errands.fields import Fields, Report
from desk.errands.table_cells import NOT_APPLICABLE, Cell, cell_of, condition, options_given, truth_given, worth_given
from desk.errands.table_evaluation import MOST_ROWS
from desk.errands.vocabulary import FactShape, Vocabulary
from desk.errands.yaml_text import YList, YNode
from desk.model.facts import FactType

UNIQUE, FIRST, COLLECT = POLICIES = ("unique", "first", "collect")
KEYS = ("policy", "columns", "rows", "otherwise")
MOST_COLUMNS = 12

_GIVES = (*(kind for kind in FactType if kind is not FactType.MUNICIPALITY),)
_COLLECTS = (FactType.CHOICES, FactType.YES_NO)

Given = TypeVar("Given")


@dataclass(frozen=True, slots=True)
class _Row:
    """A row that could be read."""

    when: nodes.Rule
    gives: Cell
    at: str


def read_table(node: YNode, shape: FactShape, vocabulary: Vocabulary, report: Report) -> Calculation | None:
    """Read a table that gives values of a shape; what is wrong is reported."""
    return _Reading(node, shape, vocabulary, report).table()


class _Reading:
    """One table."""

    def __init__(self, node: YNode, shape: FactShape, vocabulary: Vocabulary, report: Report) -> None:
        self._fields = Fields(node, "a table", KEYS, report)
        self._shape = shape
        self._vocabulary = vocabulary
        self._report = report

    def table(self) -> Calculation | None:
        before = len(self._report.found)
        policy = self._policy()
        columns = self._columns()
        rows = [row for node in self._row_nodes() if (row := self._row(node, columns)) is not None]
        rule, worth = self._compiled(policy, rows)
        if len(self._report.found) > before:
            return None
        told = tuple(TableRow(row.at, row.gives.text) for row in rows)
        table = Table(policy, columns, told, self._fields.at, open_end=not self._fields.has("otherwise"))
        return Calculation(f"a table of {', '.join(columns)}", self._fields.at, rule, worth, table)

    def _policy(self) -> str:
        policy, kind = self._fields.word_of("policy", POLICIES), self._shape.type
        if kind not in _GIVES:
            self._wrong("E343", f"a table cannot give a {kind}", f"one of: {', '.join(_GIVES)}")
        elif policy == COLLECT and kind not in _COLLECTS:
            self._wrong("E343", f"a {kind} cannot be collected", "make the fact a choices or yes_no, or use first")
        elif policy != COLLECT and kind is FactType.CHOICES:
            self._wrong("E343", f"a choices fact is collected, not {policy}", "policy: collect, or make it a choice")
        if policy == COLLECT and self._fields.has("otherwise"):
            self._wrong("E343", "what is collected needs no otherwise", "remove it: without a row nothing is collected")
        return policy

    def _wrong(self, code: str, message: str, remedy: str) -> None:
        self._report.error(self._fields.place, code, message, remedy)

    def _columns(self) -> tuple[str, ...]:
        facts = self._vocabulary.facts
        for written in self._fields.scalars("columns"):
            if written.text not in facts:
                remedy = did_you_mean(written.text, facts)
                self._report.error(written.place, "E212", f"there is no fact {written.text}", remedy)
        columns = self._fields.words("columns")
        if not 1 <= len(columns) <= MOST_COLUMNS:
            self._wrong("E340", f"a table has 1 to {MOST_COLUMNS} columns, not {len(columns)}", "columns: [fact, fact]")
        return columns

    def _row_nodes(self) -> Sequence[YNode]:
        found = self._fields.items("rows", required=True)
        if len(found) > MOST_ROWS:
            self._wrong("E340", f"a table has at most {MOST_ROWS} rows, not {len(found)}", "make two tables of it")
        elif not found and self._fields.has("rows"):
            self._wrong("E340", "the table has no rows", "rows: [ … ]")
        return found[:MOST_ROWS]

    # ── rows ─────────────────────────────────────────────────────────────────────────────────────

    def _row(self, node: YNode, columns: Sequence[str]) -> _Row | None:
        cells = [cell_of(part) for part in node.items] if isinstance(node, YList) else []
        whole = [cell for cell in cells if cell is not None]
        if len(whole) < len(cells) or not isinstance(node, YList):
            self._report.error(node.place, "E341", "a row is a list of words", "write [cell, cell, result]")
            return None
        if len(whole) != len(columns) + 1:
            wrong = f"the row has {len(whole)} cells, not {len(columns) + 1}"
            self._report.error(node.place, "E341", wrong, "one for each column, and last what the row gives")
            return None
        parts = [self._condition(cell, column) for cell, column in zip(whole, columns, strict=False)]
        conditions = tuple(part for part in parts if part is not None)
        when = nodes.And(conditions) if len(conditions) > 1 else conditions[0] if conditions else nodes.Truth(True)
        return _Row(when, whole[-1], str(node.place))

    def _condition(self, cell: Cell, column: str) -> nodes.Rule | None:
        if column not in self._vocabulary.facts:
            return None
        return self._read(cell, lambda text: condition(text, column, self._vocabulary))

    def _read(self, cell: Cell, read: Callable[[str], Given]) -> Given | None:
        try:
            return read(cell.text)
        except ExpressionFault as fault:
            self._report.error(cell.place_at(fault.at), fault.code, fault.message, fault.remedy)
            return None

    # ── what they become ─────────────────────────────────────────────────────────────────────────

    def _compiled(self, policy: str, rows: Sequence[_Row]) -> tuple[nodes.Rule | None, nodes.Worth | None]:
        whens = tuple(row.when for row in rows)
        if self._shape.type is FactType.CHOICES:
            given = [self._read(row.gives, lambda text: options_given(text, self._shape)) for row in rows]
            return None, nodes.Collected(whens, tuple(options or () for options in given))
        if self._shape.type is FactType.YES_NO:
            return self._truths(policy, rows), None
        thens = self._all(rows, self._worth)
        return None, nodes.Picked(whens, thens, self._otherwise(self._worth), alone=policy == UNIQUE)

    def _truths(self, policy: str, rows: Sequence[_Row]) -> nodes.Rule:
        whens = tuple(row.when for row in rows)
        if policy == COLLECT:
            thens = self._all(rows, self._truth_collected)
            return nodes.Decided(whens, thens, nodes.Truth(False))
        return nodes.Decided(whens, self._all(rows, truth_given), self._otherwise(truth_given), alone=policy == UNIQUE)

    def _all(self, rows: Sequence[_Row], read: Callable[[str], Given]) -> tuple[Given, ...]:
        found = [self._read(row.gives, read) for row in rows]
        return tuple(given for given in found if given is not None)

    def _otherwise(self, read: Callable[[str], Given]) -> Given | None:
        node = self._fields.node("otherwise")
        if node is None:
            return None
        if (cell := cell_of(node)) is None:
            self._report.error(node.place, "E313", "otherwise must be one value", "write otherwise: value")
            return None
        return self._read(cell, read) if cell.text.strip() != NOT_APPLICABLE else None

    def _worth(self, text: str) -> nodes.Worth:
        return worth_given(text, self._shape, self._vocabulary)

    @staticmethod
    def _truth_collected(text: str) -> nodes.Rule:
        if truth_given(text) != nodes.Truth(True):
            raise ExpressionFault(
                "E343", 0, "where yes is collected, a row that gives no is of no use", "remove the row"
            )
        return nodes.Truth(True)
