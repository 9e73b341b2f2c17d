"""A document as plain text: for the terminal, for copying by hand from a large view, and for tests.

It says everything that the paper says, in the same order. What the paper shows by place or size is
shown here by indentation and empty lines.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from functools import singledispatch

from printing.document import (
    Block,
    Bullets,
    ByWhen,
    Checklist,
    Document,
    Drawn,
    Facts,
    Fields,
    Heading,
    Inline,
    Note,
    Overview,
    PageBreak,
    Paragraph,
    QrCode,
    Slip,
    Steps,
    Table,
    Together,
    plain,
)

_BOX = "[ ] "
_CUT = "- " * 20


def as_text(document: Document, width: int | None = None) -> str:
    """The whole paper as text, wrapped at ``width`` characters if one is given."""
    furniture = document.furniture
    head = " · ".join(part for part in (furniture.sender, furniture.kind, furniture.date) if part)
    lines = [head, "", document.title, "=" * len(document.title)]
    if document.lead:
        lines += ["", *_lines(document.lead)]
    lines += _blocks(document.blocks)
    lines += ["", furniture.foot]
    return "\n".join(_wrapped(lines, width)) + "\n"


def _wrapped(lines: Iterable[str], width: int | None) -> Iterator[str]:
    for line in lines:
        if width is None or len(line) <= width:
            yield line.rstrip()
            continue
        margin = line[: len(line) - len(line.lstrip())]
        hanging = margin + "    " if line.lstrip().startswith(_BOX.strip()) else margin
        yield from textwrap.wrap(line, width, subsequent_indent=hanging, break_long_words=False, break_on_hyphens=False)


def _lines(text: Inline) -> list[str]:
    return plain(text).split("\n")


def _blocks(blocks: Iterable[Block]) -> list[str]:
    return [line for block in blocks for line in _block(block)]


def _indented(lines: Iterable[str], margin: str = "    ") -> list[str]:
    return [margin + line if line else line for line in lines]


@singledispatch
def _block(block: object) -> list[str]:
    raise TypeError(f"no plain text for {type(block).__name__}")


@_block.register
def _heading(block: Heading) -> list[str]:
    words = plain(block.text)
    return ["", words, ("-" if block.level == 2 else ".") * len(words)]


@_block.register
def _paragraph(block: Paragraph) -> list[str]:
    return ["", *_lines(block.text)]


@_block.register
def _note(block: Note) -> list[str]:
    return ["", f"! {block.label}", *_indented(_without_gap(_blocks(block.blocks)), "  ")]


@_block.register
def _by_when(block: ByWhen) -> list[str]:
    remark = _lines(block.remark) if block.remark else []
    return [f"{block.label}: {block.day}" if block.label else block.day, *remark]


@_block.register
def _facts(block: Facts) -> list[str]:
    return [f"{row.label}: {plain(row.value)}" for row in block.rows]


@_block.register
def _steps(block: Steps) -> list[str]:
    lines: list[str] = []
    for step in block.steps:
        number = f"{step.number}. " if step.number is not None else ""
        lines += ["", (_BOX if step.tick else "") + number + plain(step.title)]
        lines += _indented(_without_gap(_blocks(step.blocks)))
    return lines


@_block.register
def _overview(block: Overview) -> list[str]:
    rows = (
        f"{_BOX}{row.number}. {plain(row.title)}" + (f" ({plain(row.when)})" if row.when else "") for row in block.rows
    )
    return [*_heading(Heading(block.heading)), *rows]


@_block.register
def _checklist(block: Checklist) -> list[str]:
    return [*([f"{block.label}:"] if block.label else []), *(_BOX + plain(item) for item in block.items)]


@_block.register
def _bullets(block: Bullets) -> list[str]:
    return ["- " + plain(item) for item in block.items]


@_block.register
def _table(block: Table) -> list[str]:
    header = [plain(cell) for cell in block.header]
    lines = [""]
    for row in block.rows:
        lines.append("; ".join(f"{name}: {plain(cell)}" for name, cell in zip(header, row, strict=True)))
    return lines


@_block.register
def _fields(block: Fields) -> list[str]:
    return [f"{field.label}: ____________________" for field in block.fields]


@_block.register
def _drawn(block: Drawn) -> list[str]:
    return [f"{block.label}: {block.alt}"]


@_block.register
def _qr(block: QrCode) -> list[str]:
    return [f"{block.caption}: {block.shown}"]


@_block.register
def _together(block: Together) -> list[str]:
    return _blocks(block.blocks)


@_block.register
def _slip(block: Slip) -> list[str]:
    return ["", _CUT + block.cut_here, *_without_gap(_blocks(block.blocks))]


@_block.register
def _page_break(block: PageBreak) -> list[str]:
    return [""]


def _without_gap(lines: list[str]) -> list[str]:
    return lines[1:] if lines and not lines[0] else lines
