"""Finds a table in the YAML that an author wrote, and changes its rows there. Nothing else moves, comments neither."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from desk.errands.diagnostics import Diagnostic, Place, did_you_mean
from desk.errands.table_cells import cell_of
from desk.errands.yaml_text import YamlFault, YList, YMap, YNode, YText, read_yaml

Cells = tuple[str, ...]

_FACTS = re.compile(r"(?:drafts/)?facts/[^/]+\.yaml")
_PLAIN = re.compile(r"-|-?[A-Za-z0-9_][A-Za-z0-9_.+-]*(?: [A-Za-z0-9_.+-]+)*\Z")
_LIST_OF_WORDS = re.compile(r"\[[A-Za-z0-9_.+-]+(?:, [A-Za-z0-9_.+-]+)*\]\Z")
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class WrittenTable:
    """A table where it stands: its fact, its columns, its rows, and the nodes of these rows."""

    file: str
    fact: str
    place: Place
    columns: Cells
    rows: tuple[Cells, ...]
    nodes: tuple[YList, ...]

    def sheet(self) -> tuple[Cells, ...]:
        """The rows under a heading: the columns, and last the fact itself."""
        return ((*self.columns, self.fact), *self.rows)


class RowsNotWritten(Exception):
    """The rows are written in a way in which they cannot be changed one by one."""


def tables_in(files: Mapping[str, bytes]) -> dict[str, WrittenTable]:
    """The tables of the content by the names of their facts; files and tables that cannot be read are left out."""
    found = {}
    for path in sorted(files):
        if _FACTS.fullmatch(path):
            found.update({table.fact: table for table in _of_file(path, files[path])})
    return found


def without_table(fact: str, tables: Iterable[str]) -> Diagnostic:
    """What to say of a fact that has no table, when these have one."""
    return Diagnostic(Place(fact), "E354", f"no fact {fact} has a table", did_you_mean(fact, tables))


def _of_file(path: str, content: bytes) -> Iterator[WrittenTable]:
    try:
        tree = read_yaml(path, content)
    except YamlFault:
        return
    for whole in (tree, *_maps(tree, "groups")):
        for node in _maps(whole, "facts"):
            if (table := _table(path, node)) is not None:
                yield table


def _maps(node: YNode, key: str) -> list[YMap]:
    """The mappings that are listed under a key."""
    listed = node.entries.get(key) if isinstance(node, YMap) else None
    return [item for item in listed.items if isinstance(item, YMap)] if isinstance(listed, YList) else []


def _table(path: str, node: YMap) -> WrittenTable | None:
    name, table = node.entries.get("fact"), node.entries.get("table")
    if not isinstance(name, YText) or not isinstance(table, YMap):
        return None
    columns, rows = table.entries.get("columns"), table.entries.get("rows")
    if not isinstance(columns, YList) or not isinstance(rows, YList):
        return None
    nodes = tuple(row for row in rows.items if isinstance(row, YList))
    told = tuple(cells for row in nodes if (cells := cells_of(row)) is not None)
    if len(told) != len(rows.items):
        return None
    return WrittenTable(path, name.text, table.place, tuple(_texts(columns)), told, nodes)


def _texts(node: YList) -> Iterator[str]:
    yield from (item.text for item in node.items if isinstance(item, YText))


def cells_of(row: YList) -> Cells | None:
    """The texts of a row's cells, a list as ``[a, b]``; ``None`` when one is neither."""
    cells = [cell_of(item) for item in row.items]
    texts = tuple(one_way(cell.text) for cell in cells if cell is not None)
    return texts if len(texts) == len(cells) else None


def one_way(text: str) -> str:
    """A cell's text with its spaces as we write them."""
    text = _SPACES.sub(" ", text.strip())
    if text.startswith("[") and text.endswith("]"):
        return f"[{', '.join(part.strip() for part in text[1:-1].split(','))}]"
    return text


# ── changing rows ────────────────────────────────────────────────────────────────────────────────


def with_rows(content: bytes, table: WrittenTable, rows: Sequence[Cells]) -> bytes:
    """The file with other rows in the table; raises ``RowsNotWritten`` where that cannot be done safely."""
    text = content.decode()
    lines = text.splitlines(keepends=True)
    if "".join(lines) != text or any(sign in text for sign in "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"):
        raise RowsNotWritten
    made = "".join(_Rewriting(lines, table).lines(rows)).encode()
    again = tables_in({table.file: made}).get(table.fact)
    if again is None or again.rows != tuple(rows):
        raise RowsNotWritten
    return made


@dataclass(frozen=True, slots=True)
class _Span:
    """The lines of one row: its first, and the one behind its last."""

    start: int
    end: int


class _Rewriting:
    """One change of one table. Rows that stay keep their lines, a changed one its comment."""

    def __init__(self, lines: Sequence[str], table: WrittenTable) -> None:
        self._lines = lines
        self._table = table
        self._spans = [self._span(index) for index in range(len(table.nodes))]
        first = lines[self._spans[0].start]
        self._indent = first[: first.index("-")]
        self._end = "\r\n" if first.endswith("\r\n") else "\n"

    def _span(self, index: int) -> _Span:
        nodes, lines = self._table.nodes, self._lines
        start = nodes[index].place.line - 1
        before = lines[start][: nodes[index].place.column - 1].lstrip("\ufeff")
        if before.strip() != "-":
            raise RowsNotWritten
        dash = len(before) - len(before.lstrip())
        last = nodes[index + 1].place.line - 1 if index + 1 < len(nodes) else len(lines)
        end = start + 1
        for number in range(start + 1, last):
            told = lines[number].strip()
            if told and not told.startswith("#"):
                if len(lines[number]) - len(lines[number].lstrip()) <= dash:
                    break
                end = number + 1
        return _Span(start, end)

    def lines(self, rows: Sequence[Cells]) -> list[str]:
        """All lines of the file with these rows."""
        made = list(self._lines)
        matcher = SequenceMatcher(a=self._table.rows, b=list(rows), autojunk=False)
        for kind, start, end, new_start, new_end in reversed(matcher.get_opcodes()):
            if kind != "equal":
                self._change(made, range(start, end), rows[new_start:new_end])
        return made

    def _change(self, made: list[str], old: range, new: Sequence[Cells]) -> None:
        pairs = min(len(old), len(new))
        for index in reversed(old[pairs:]):
            del made[self._spans[index].start : self._spans[index].end]
        extra = [f"{self._indent}- {flow(row)}{self._end}" for row in new[pairs:]]
        if extra:
            at = self._behind(old.start + pairs)
            if at and not made[at - 1].endswith("\n"):
                made[at - 1] += self._end
            made[at:at] = extra
        for index, row in reversed(list(zip(old, new, strict=False))):
            span = self._spans[index]
            made[span.start : span.end] = [f"{self._indent}- {flow(row)}{self._comment(span)}{self._end}"]

    def _behind(self, index: int) -> int:
        """The line behind the row before ``index``, or that of the first row."""
        return self._spans[index - 1].end if index else self._spans[0].start

    def _comment(self, span: _Span) -> str:
        """The comment behind a row that stands on one line."""
        if span.end - span.start > 1:
            return ""
        line = self._lines[span.start].rstrip("\r\n")
        return line[_end_of_flow(line) :]


def _end_of_flow(line: str) -> int:
    """Behind the bracket that closes the list which begins on the line."""
    depth, quote, at = 0, "", line.find("[")
    while 0 <= at < len(line):
        sign = line[at]
        if quote:
            if sign == "\\" and quote == '"':
                at += 1
            elif sign == quote:
                quote = ""
        elif sign in "\"'" and line[at - 1] in "[, ":
            quote = sign
        elif sign in "[]":
            depth += 1 if sign == "[" else -1
            if not depth:
                return at + 1
        at += 1
    return len(line)


def flow(row: Cells) -> str:
    """A row as it is written in YAML."""
    return f"[{', '.join(_scalar(cell) for cell in row)}]"


def _scalar(cell: str) -> str:
    if _PLAIN.fullmatch(cell) or _LIST_OF_WORDS.fullmatch(cell):
        return cell
    return json.dumps(cell, ensure_ascii=False)
