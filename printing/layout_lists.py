"""Lists to tick off: all steps at a glance, one a line, and things to bring, side by side where they fit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from printing.document import Checklist, Overview, Span, inline, plain
from printing.lines import Line
from printing.setter import Frame, Setter, baseline
from printing.sheet import TextStyle
from printing.strips import BoxMark, Keep, LineMark, RuleMark, Strip, gap, hold
from printing.tagging import Element

_BOX_IN_LINE = 0.72
"""The side of a box in parts of the leading of its line, so that boxes under one another stand apart."""
_AFTER_BOX = 6.0
_BETWEEN_ITEMS = 18.0
_GUTTER = 14.0
_AFTER_HEADING = 2.0
_WHEN_SHARE = 0.4
_ROW_AIR = 4.0
_LIST = {"O": "List", "ListNumbering": "None"}
_NUMBERED = {"O": "List", "ListNumbering": "Decimal"}


def overview_strips(setter: Setter, block: Overview, owner: Element, frame: Frame) -> list[Strip]:
    """Each row with its box, number and title at the start side, and by when flush with the end side."""
    sheet = setter.sheet
    style = sheet.dense if block.dense else sheet.body
    strips = _heading(setter, block, owner, frame)
    listed = owner.child("L", attributes=_NUMBERED)
    items = [listed.child("LI") for _ in block.rows]
    labels, bodies = [item.child("Lbl") for item in items], [item.child("LBody") for item in items]
    titles = [body.child("P") for body in bodies]
    whens = [
        setter.lines(row.when, style, Frame(0.0, frame.width * _WHEN_SHARE, tight=True), body.child("P"))
        for row, body in zip(block.rows, bodies, strict=True)
    ]
    widest = max((line.width for lines in whens for line in lines), default=0.0)
    side = style.leading * _BOX_IN_LINE
    number_at = frame.x + side + _AFTER_BOX
    title = Frame(number_at + style.size * 1.9, 0.0)
    title = Frame(title.x, frame.x + frame.width - title.x - (widest + _GUTTER if widest else 0.0))
    for row, label, element, when in zip(block.rows, labels, titles, whens, strict=True):
        number = setter.lines(inline(str(row.number)), style, Frame(0.0, title.x), label)
        lines = setter.lines(row.title, style, title, element)
        rows = [Strip(style.leading) for _ in range(max(len(lines), len(when), 1))]
        rows[0].marks += [BoxMark(frame.x, (style.leading - side) / 2, side), *_column(number, number_at, style)]
        for strip, line in zip(rows, lines, strict=False):
            strip.marks += _column([line], title.x, style)
        for strip, line in zip(rows, when, strict=False):
            strip.marks += _column([line], frame.x + frame.width - line.width, style)
        strips += hold(rows, Keep.ALWAYS)
        strips.append(_rule(frame, 1.0 if block.dense else _ROW_AIR))
    return strips[:-1]


def _heading(setter: Setter, block: Overview, owner: Element, frame: Frame) -> list[Strip]:
    sheet = setter.sheet
    style = replace(sheet.dense, strong=True) if block.dense else sheet.heading
    strips = setter.strips(block.heading, style, frame, owner.child("H2", title=plain(block.heading)))
    strips.append(gap(_AFTER_HEADING))
    for strip in strips:
        strip.keep = Keep.ALWAYS
    return strips


def _column(lines: Sequence[Line], x: float, style: TextStyle) -> list[LineMark]:
    return [LineMark(x, baseline(style), line) for line in lines]


def _rule(frame: Frame, height: float) -> Strip:
    return Strip(height, [RuleMark(frame.x, height / 2, frame.x + frame.width, height / 2, 0.3)], is_gap=True)


def checklist_strips(setter: Setter, block: Checklist, owner: Element, frame: Frame) -> list[Strip]:
    """The label and the boxes, one after another in a line as long as they fit."""
    style = setter.sheet.body
    side = style.leading * _BOX_IN_LINE
    text_at = side + _AFTER_BOX
    strips: list[Strip] = []
    x = frame.x
    if block.label:
        label = inline(Span(f"{block.label}:", strong=True))
        strips = setter.strips(label, style, frame, owner.child("P"))
        x = frame.x + _end(strips[-1]) + _AFTER_BOX * 2
    listed = owner.child("L", attributes=_LIST)
    for item in block.items:
        element = listed.child("LI").child("LBody").child("P")
        end = frame.x + frame.width
        lines = setter.lines(item, style, Frame(0.0, end - frame.x - text_at), element)
        if not lines:
            continue
        if not strips or len(lines) > 1 or x + text_at + lines[0].width > end:
            x = frame.x
            strips += [*([gap(2.0)] if strips else []), Strip(style.leading)]
        box = BoxMark(x, (style.leading - side) / 2, side)
        strips[-1].marks += [box, *_column(lines[:1], x + text_at, style)]
        x = end if len(lines) > 1 else x + text_at + lines[0].width + _BETWEEN_ITEMS
        strips += [Strip(style.leading, list(_column([line], frame.x + text_at, style))) for line in lines[1:]]
    return hold(strips, Keep.TOGETHER)


def _end(strip: Strip) -> float:
    return max((mark.line.width for mark in strip.marks if isinstance(mark, LineMark)), default=0.0)
