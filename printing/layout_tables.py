"""Tables: how wide each column has to be, and its rows as strips."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from printing.document import Inline, Table, plain
from printing.lines import Line
from printing.setter import Frame, Setter, baseline
from printing.sheet import TextStyle
from printing.strips import Keep, LineMark, Mark, RuleMark, Strip, hold
from printing.tagging import Element
from printing.typefaces import typeface

_GUTTER = 12.0
_PADDING = 4.0


@dataclass(frozen=True, slots=True)
class _Cell:
    text: Inline
    style: TextStyle
    element: Element


def table_strips(setter: Setter, table: Table, owner: Element, frame: Frame) -> list[Strip]:
    """The rows of a table under a rule each; a row stays whole. The header stands above each page's first row."""
    body = setter.sheet.body
    head = TextStyle(body.size, body.leading, strong=True)
    columns = _columns(table, body, frame)
    element = owner.child("Table")
    rows = [_header_cells(table, head, element)]
    rows += [_row_cells(row, table.row_headings, (head, body), element) for row in table.rows]
    again = _header_cells(table, head, Element("Artifact"))
    strips = _row(setter, rows[0], columns, 1.4)
    strips[-1].keep = Keep.ALWAYS
    for cells in rows[1:]:
        row = _row(setter, cells, columns, 0.5)
        row[0].repeated = _row(setter, again, columns, 1.4)
        strips += row
    return strips


def _header_cells(table: Table, style: TextStyle, element: Element) -> list[_Cell]:
    row = element.child("TR")
    scope = {"O": "Table", "Scope": "Column"}
    return [_Cell(text, style, row.child("TH", attributes=scope)) for text in table.header]


def _row_cells(
    texts: tuple[Inline, ...], names_row: bool, styles: tuple[TextStyle, TextStyle], element: Element
) -> list[_Cell]:
    row = element.child("TR")
    scope = {"O": "Table", "Scope": "Row"}
    return [
        _Cell(text, styles[0], row.child("TH", attributes=scope))
        if names_row and index == 0
        else _Cell(text, styles[1], row.child("TD"))
        for index, text in enumerate(texts)
    ]


def _row(setter: Setter, cells: Sequence[_Cell], columns: Sequence[Frame], thickness: float) -> list[Strip]:
    set_cells = [
        (cell, frame, setter.lines(cell.text, cell.style, frame, cell.element))
        for cell, frame in zip(cells, columns, strict=True)
    ]
    depth = max((len(lines) for _, _, lines in set_cells), default=0)
    leading = max(cell.style.leading for cell in cells)
    strips = [Strip(_PADDING)]
    strips += [Strip(leading, list(_marks(set_cells, index))) for index in range(max(depth, 1))]
    end = columns[-1].x + columns[-1].width
    strips.append(Strip(_PADDING, [RuleMark(columns[0].x, _PADDING, end, _PADDING, thickness)]))
    return hold(strips, Keep.ALWAYS)


def _marks(set_cells: Sequence[tuple[_Cell, Frame, list[Line]]], index: int) -> list[Mark]:
    return [
        LineMark(frame.x, baseline(cell.style), lines[index]) for cell, frame, lines in set_cells if index < len(lines)
    ]


def _columns(table: Table, style: TextStyle, frame: Frame) -> list[Frame]:
    """Each column as wide as its text if all fit; else room is shared by how much text there is."""
    columns = list(zip(table.header, *table.rows, strict=True))
    natural = [max(_length(plain(text), style) for text in column) for column in columns]
    longest_word = [
        max((_length(word, style) for text in column for word in plain(text).split()), default=0.0)
        for column in columns
    ]
    room = frame.width - _GUTTER * (len(columns) - 1)
    widths = _shared(natural, longest_word, room)
    frames: list[Frame] = []
    x = frame.x
    for width in widths:
        frames.append(Frame(x, width, tight=True))
        x += width + _GUTTER
    return frames


def _shared(natural: list[float], longest_word: list[float], room: float) -> list[float]:
    if sum(natural) <= room:
        spare = (room - sum(natural)) / len(natural)
        return [width + spare for width in natural]
    floor = [min(word, room / len(natural)) for word in longest_word]
    wants = [max(width - least, 0.0) for width, least in zip(natural, floor, strict=True)]
    share = (room - sum(floor)) / (sum(wants) or 1.0)
    return [least + want * share for least, want in zip(floor, wants, strict=True)]


def _length(text: str, style: TextStyle) -> float:
    face = typeface("NotoSans", strong=True)
    return sum(face.widths.get(char, 1.0) for char in text) * style.size + 1.0
