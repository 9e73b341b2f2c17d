"""The small language of a table's cells: what a condition may be, and what a row may give.

A cell becomes the same tree as the expression that it stands for, so that types, options and names are checked in
one place. In the column of ``home.costs`` the cell ``>= 500`` means ``home.costs >= 500``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from desk.errands import nodes, syntax
from desk.errands.diagnostics import ExpressionFault, Place, did_you_mean
from desk.errands.parser import parse
from desk.errands.types import rule_of_tree, worth_of_tree
from desk.errands.vocabulary import FactShape, Vocabulary
from desk.errands.yaml_text import YList, YNode, YText
from desk.model.facts import FactType

ANY = "-"
NOT_APPLICABLE = "not applicable"

_SIGN = re.compile(r"\s*(<=|>=|!=|<|>)")
_NOT = re.compile(r"\s*not\s+(?!in\b)")
_ALL_OF = re.compile(r"\s*all_of\s*(?=\[)")
_SPAN = re.compile(r"\s*today([+-])(\d{1,4})([dwmy])\s*\Z")
_SPANS = {"d": "add_days", "w": "add_weeks", "m": "add_months", "y": "add_years"}
_RANGE = ".."


@dataclass(frozen=True, slots=True)
class Cell:
    """The text of a cell, and where each part of it stands."""

    text: str
    parts: tuple[tuple[int, YText], ...]
    place: Place

    def place_at(self, offset: int) -> Place:
        """Where the character at ``offset`` stands."""
        for start, part in reversed(self.parts):
            if offset >= start:
                return part.place_at(min(offset - start, len(part.text)))
        return self.place


def cell_of(node: YNode) -> Cell | None:
    """The cell that a node is: a text, or a list of texts."""
    if isinstance(node, YText):
        return Cell(node.text, ((0, node),), node.place)
    if not isinstance(node, YList):
        return None
    parts: list[tuple[int, YText]] = []
    at = 1
    for item in node.items:
        if not isinstance(item, YText):
            return None
        parts.append((at, item))
        at += len(item.text) + 2
    return Cell(f"[{', '.join(item.text for _, item in parts)}]", tuple(parts), node.place)


# ── conditions ───────────────────────────────────────────────────────────────────────────────────


def condition(text: str, column: str, vocabulary: Vocabulary) -> nodes.Rule | None:
    """The rule that a cell stands for in a column; ``None`` for any value. Raises ``ExpressionFault``."""
    told = text.strip()
    if told == ANY:
        return None
    if not told:
        raise ExpressionFault("E342", 0, "the cell is empty", f"write {ANY} for any value")
    if told == NOT_APPLICABLE:
        return nodes.Not(nodes.Asked("applicable", column))
    written = _Reading(column, vocabulary.facts[column]).tree(text, 0)
    vocabulary.budget.take(syntax.size_of(written))
    return rule_of_tree(written, vocabulary)


class _Reading:
    """Reads the cells of one column."""

    def __init__(self, column: str, shape: FactShape) -> None:
        self._column = column
        self._shape = shape

    def tree(self, text: str, start: int) -> syntax.Written:
        """The tree of the text from ``start`` on; offsets are those of the whole text."""
        fact = syntax.Word(self._column, start)
        if (match := _NOT.match(text, start)) is not None:
            return syntax.Negation("not", self.tree(text, match.end()), start)
        if (match := _SIGN.match(text, start)) is not None:
            return syntax.Pair(match[1], fact, _operand(text, match.end(), len(text)), start)
        if text[start:].lstrip().startswith("="):
            raise ExpressionFault("E342", start, "the sign = is not written in a cell", "write the value alone")
        if _RANGE in text[start:]:
            return self._range(text, start, fact)
        if self._shape.type is FactType.CHOICES:
            return self._chosen(text, start)
        return self._value(text, start, fact)

    def _range(self, text: str, start: int, fact: syntax.Word) -> syntax.Written:
        middle = text.index(_RANGE, start)
        if not text[start:middle].strip() or not text[middle + len(_RANGE) :].strip():
            raise ExpressionFault("E342", middle, "a range has two ends", "write 1..5, or <= 5 for one end")
        least = syntax.Pair(">=", fact, _operand(text, start, middle), start)
        most = syntax.Pair("<=", fact, _operand(text, middle + len(_RANGE), len(text)), start)
        return syntax.Pair("and", least, most, start)

    def _chosen(self, text: str, start: int) -> syntax.Written:
        every = _ALL_OF.match(text, start)
        written = _parsed(text, every.end() if every else start, len(text))
        fact = syntax.Word(self._column, start)
        if isinstance(written, syntax.ListOf):
            return syntax.CallOf("all_of" if every else "any_of", (fact, written), start)
        return syntax.Pair("in", written, fact, start)

    def _value(self, text: str, start: int, fact: syntax.Word) -> syntax.Written:
        written = _operand(text, start, len(text))
        if self._shape.type is FactType.YES_NO and not _is_word(written, "yes", "no"):
            raise ExpressionFault("E342", start, f"{self._column} is yes or no", f"write yes, no or {ANY}")
        if isinstance(written, syntax.ListOf):
            return syntax.Pair(
                "in", fact, syntax.ListOf(tuple(_as_day(item) for item in written.items), written.at), start
            )
        return syntax.Pair("=", fact, written, start)


def _parsed(text: str, start: int, end: int) -> syntax.Written:
    return parse(" " * start + text[start:end])


def _operand(text: str, start: int, end: int) -> syntax.Written:
    """A value in a cell; a day may be written bare, as 2026-05-01, today or today-3y."""
    if (match := _SPAN.match(text[:end], start)) is not None:
        number = syntax.Number(match[2], start)
        count = syntax.Negation("-", number, start) if match[1] == "-" else number
        return syntax.CallOf(_SPANS[match[3]], (syntax.CallOf("today", (), start), count), start)
    return _as_day(_parsed(text, start, end))


def _as_day(written: syntax.Written) -> syntax.Written:
    if isinstance(written, syntax.DateText):
        return syntax.CallOf("date", (written,), written.at)
    if _is_word(written, "today"):
        return syntax.CallOf("today", (), syntax.start_of(written))
    return written


def _is_word(written: syntax.Written, *words: str) -> bool:
    return isinstance(written, syntax.Word) and written.text in words


# ── what a row gives ─────────────────────────────────────────────────────────────────────────────


def truth_given(text: str) -> nodes.Rule:
    """What a row of a yes_no table gives."""
    if text.strip() not in ("yes", "no"):
        raise ExpressionFault(
            "E342", 0, f"the table gives yes or no, not {text.strip() or 'nothing'}", "write yes or no"
        )
    return nodes.Truth(text.strip() == "yes")


def worth_given(text: str, shape: FactShape, vocabulary: Vocabulary) -> nodes.Worth:
    """What a row of a table gives that has a value: an option, a day, a number, or an expression that gives one."""
    if shape.type is FactType.CHOICE:
        return nodes.Option(_option(text.strip(), text.find(text.strip()), shape))
    if not text.strip():
        raise ExpressionFault("E342", 0, "the row gives nothing", f"write a value, or {NOT_APPLICABLE}")
    written = _operand(text, 0, len(text))
    vocabulary.budget.take(syntax.size_of(written))
    return worth_of_tree(written, vocabulary, shape.type)


def options_given(text: str, shape: FactShape) -> tuple[str, ...]:
    """What a row of a table gives that collects options: one, or a list."""
    written = _parsed(text, 0, len(text))
    items = written.items if isinstance(written, syntax.ListOf) else (written,)
    found = []
    for item in items:
        if not isinstance(item, syntax.Word):
            raise ExpressionFault("E342", syntax.start_of(item), "a row gives options", "write an option, or [a, b]")
        found.append(_option(item.text, item.at, shape))
    return tuple(dict.fromkeys(found))


def _option(text: str, at: int, shape: FactShape) -> str:
    if text not in shape.options:
        wrong = f"{text} is not an option of the table" if text else "the row gives nothing"
        raise ExpressionFault("E204", at, wrong, did_you_mean(text, shape.options))
    return text
