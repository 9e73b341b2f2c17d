"""Blocks of a document into strips: what is large, what is indented, what stays with what."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import singledispatchmethod

from printing.document import (
    Block,
    Bullets,
    ByWhen,
    Checklist,
    Document,
    Drawn,
    Fact,
    Facts,
    Fields,
    Heading,
    Inline,
    Note,
    NoteKind,
    Overview,
    PageBreak,
    Paragraph,
    QrCode,
    Slip,
    Span,
    Step,
    Steps,
    Table,
    Together,
    inline,
    plain,
)
from printing.layout_lists import checklist_strips, overview_strips
from printing.layout_tables import table_strips
from printing.qr_drawing import picture_of
from printing.setter import Frame, Setter, baseline
from printing.sheet import MM, TextStyle
from printing.strips import BoxMark, Keep, LineMark, QrMark, RuleMark, Strip, StrokesMark, gap, hold, total_height
from printing.tagging import Element

_SMALL_GAP = 4.0
_STEP_GAP = 2.0
_LINES_UNDER_TITLE = 4
_WORD_SPACE = 0.35
_FRAME_INSET = 12.0
_DRAWN_WIDTH = 70 * MM
_HOLDERS_OF_CODES = ("LBody", "Sect")
"""A step and a group draw the code beside their text; elsewhere it stands by itself."""
_HEADING_TAGS = {2: "H2", 3: "H3"}


@dataclass(frozen=True, slots=True)
class Layout:
    """Lays out one document."""

    setter: Setter

    def document(self, document: Document, root: Element) -> list[Strip]:
        """The whole paper, title first."""
        sheet = self.setter.sheet
        frame = Frame(0.0, sheet.column)
        title = root.child("H1", title=document.title)
        strips = self.setter.strips(inline(document.title), sheet.title, frame, title)
        if document.lead:
            lead = self.setter.strips(document.lead, sheet.body, self._readable(frame), root.child("P"))
            strips += [gap(_SMALL_GAP), *lead]
        return [*hold(strips, Keep.ALWAYS), gap(sheet.gap), *self.blocks(document.blocks, root, frame, sheet.gap)]

    def blocks(self, blocks: Iterable[Block], owner: Element, frame: Frame, space: float) -> list[Strip]:
        """Blocks under one another with white space between them."""
        strips: list[Strip] = []
        before: Block | None = None
        for block in blocks:
            laid = self.block(block, owner, frame.at(total_height(strips)))
            if strips and laid:
                strips.append(self._between(before, block, space))
            strips += laid
            before = block if laid else before
        return strips

    def _between(self, before: Block | None, block: Block, space: float) -> Strip:
        """White space: more before a new part, less after its heading, which holds on to what follows."""
        if isinstance(before, Heading):
            return gap(min(space, _SMALL_GAP * 1.5), Keep.ALWAYS)
        return gap(space + (self.setter.sheet.gap * 0.6 if _begins_part(block) else 0.0))

    @singledispatchmethod
    def block(self, block: object, owner: Element, frame: Frame) -> list[Strip]:
        """The strips of one block as content of ``owner``."""
        raise TypeError(f"no layout for {type(block).__name__}")

    @block.register
    def _heading(self, block: Heading, owner: Element, frame: Frame) -> list[Strip]:
        sheet = self.setter.sheet
        style = sheet.heading if block.level == 2 else sheet.subheading
        element = owner.child(_HEADING_TAGS[block.level], title=plain(block.text))
        strips = self.setter.strips(block.text, style, self._readable(frame), element)
        for strip in strips:
            strip.keep = Keep.ALWAYS
        return strips

    @block.register
    def _paragraph(self, block: Paragraph, owner: Element, frame: Frame) -> list[Strip]:
        style = self.setter.sheet.minor if block.minor else self.setter.sheet.body
        return self.setter.strips(block.text, style, self._readable(frame, block.minor), owner.child("P"))

    @block.register
    def _note(self, block: Note, owner: Element, frame: Frame) -> list[Strip]:
        sheet = self.setter.sheet
        part = owner.child("Div")
        inner = self._readable(frame).inset(_FRAME_INSET, _FRAME_INSET)
        label = self.setter.strips(inline(Span(block.label, strong=True)), sheet.body, inner, part.child("P"))
        body = self.blocks(block.blocks, part, inner, _SMALL_GAP)
        strips = hold([Strip(8.0), *hold([*label, *body[:1]], Keep.ALWAYS), *body[1:], Strip(8.0)], Keep.TOGETHER)
        strips[0].keep = strips[-2].keep = Keep.ALWAYS
        start, end = inner.x - _FRAME_INSET, inner.x + inner.width + _FRAME_INSET
        framed = block.kind is NoteKind.ATTENTION
        for strip in strips:
            strip.is_gap = False
            strip.marks.append(RuleMark(start, 0, start, strip.height, 3.0))
            if framed:
                strip.marks.append(RuleMark(end, 0, end, strip.height, 1.0))
        if framed:
            strips[0].marks.append(RuleMark(start, 0, end, 0, 1.0))
            strips[-1].marks.append(RuleMark(start, strips[-1].height, end, strips[-1].height, 1.0))
        return strips

    @block.register
    def _by_when(self, block: ByWhen, owner: Element, frame: Frame) -> list[Strip]:
        strips = self._day(block, frame, owner.child("P"))
        remark = self.setter.strips(block.remark, self.setter.sheet.body, frame, owner.child("P"))
        return [*hold([*strips, *remark[:1]], Keep.ALWAYS), *remark[1:]]

    def _day(self, block: ByWhen, frame: Frame, element: Element) -> list[Strip]:
        """The label and the day after it, on one line if both fit."""
        sheet = self.setter.sheet
        if not block.label:
            return self.setter.strips(inline(block.day), sheet.day, frame, element)
        label = self.setter.strips(inline(block.label + " "), sheet.body, frame, element)
        day = self.setter.lines(inline(block.day), sheet.day, frame, element)
        at = max((mark.line.width for strip in label for mark in strip.marks if isinstance(mark, LineMark)), default=0)
        at += sheet.body.size * _WORD_SPACE
        if len(label) == len(day) == 1 and at + day[0].width <= frame.width:
            foot = baseline(sheet.day)
            words = [replace(mark, baseline=foot) for mark in label[0].marks if isinstance(mark, LineMark)]
            return [Strip(sheet.day.leading, [*words, LineMark(frame.x + at, foot, day[0])])]
        return [*label, *(self.setter.strip(line, sheet.day, frame.x) for line in day)]

    @block.register
    def _facts(self, block: Facts, owner: Element, frame: Frame) -> list[Strip]:
        style = self.setter.sheet.minor if block.minor else self.setter.sheet.body
        room = self._readable(frame, block.minor)
        strips: list[Strip] = []
        for row in block.rows:
            if strips:
                strips.append(gap(_SMALL_GAP / 2))
            strips += self.setter.strips(_labelled(row), style, room, owner.child("P"))
        return strips

    @block.register
    def _steps(self, block: Steps, owner: Element, frame: Frame) -> list[Strip]:
        numbered = any(step.number is not None for step in block.steps)
        indent = self.setter.sheet.step_indent if numbered or any(step.tick for step in block.steps) else 0.0
        steps = owner.child("L", attributes={"O": "List", "ListNumbering": "Decimal" if numbered else "None"})
        strips: list[Strip] = []
        for step in block.steps:
            if strips:
                strips.append(gap(self.setter.sheet.gap))
            strips += self._step(step, steps.child("LI"), frame, indent)
        return strips

    def _step(self, step: Step, item: Element, frame: Frame, indent: float) -> list[Strip]:
        sheet = self.setter.sheet
        inner = frame.inset(indent)
        label = item.child("Lbl")
        body = item.child("LBody")
        title = self.setter.strips(step.title, sheet.heading, self._readable(inner), body.child("P"))
        if not title:
            return []
        self._before_step(step, title[0], label, frame)
        rest = self._beside_code(step.blocks, body, inner, _STEP_GAP)
        if rest:
            title[-1].keep = Keep.ALWAYS
            _hold_ends(rest)
        return hold([*hold(title, Keep.ALWAYS), *rest], Keep.TOGETHER)

    def _before_step(self, step: Step, strip: Strip, label: Element, frame: Frame) -> None:
        sheet = self.setter.sheet
        if step.tick:
            strip.marks.append(BoxMark(frame.x, (strip.height - sheet.tick) / 2, sheet.tick))
        if step.number is not None:
            start = frame.x + (sheet.tick + sheet.body.size * 0.5 if step.tick else 0.0)
            number = self.setter.lines(inline(str(step.number)), sheet.heading, Frame(0, sheet.step_indent), label)
            strip.marks[:0] = [LineMark(start, baseline(sheet.heading), line) for line in number]

    def _beside_code(self, blocks: Sequence[Block], owner: Element, frame: Frame, space: float) -> list[Strip]:
        """Blocks with the first QR code among them at the far side, and the text beside it."""
        code = next((block for block in blocks if isinstance(block, QrCode)), None)
        if code is None:
            return self.blocks(blocks, owner, frame, space)
        picture = picture_of(code.address)
        side = picture.side(self.setter.sheet)
        strips = self.blocks(blocks, owner, replace(frame, picture=side), space)
        strips.append(Strip(max(side - total_height(strips), 0.0)))
        beside, covered = 0, 0.0
        while covered < side:
            covered += strips[beside].height
            beside += 1
        for strip in strips[:beside]:
            strip.is_gap = False
        hold(strips[:beside], Keep.ALWAYS)
        figure = owner.child("Figure", alt=code.alt)
        strips[0].marks.append(QrMark(frame.x + frame.width - side, 0.0, side, picture, figure))
        return strips

    @block.register
    def _qr(self, block: QrCode, owner: Element, frame: Frame) -> list[Strip]:
        if owner.tag not in _HOLDERS_OF_CODES:
            return self._code_alone(block, owner.child("Div"), frame)
        return self._address(block, self.setter.sheet.body, owner, frame)

    def _code_alone(self, block: QrCode, owner: Element, frame: Frame) -> list[Strip]:
        picture = picture_of(block.address)
        side = picture.side(self.setter.sheet)
        readable = self._readable(frame)
        text = self._address(block, self.setter.sheet.body, owner, readable.inset(0, side + _SMALL_GAP))
        strips = [*text, Strip(max(side - total_height(text), 0.0))]
        figure = owner.child("Figure", alt=block.alt)
        strips[0].marks.append(QrMark(readable.x + readable.width - side, 0.0, side, picture, figure))
        return hold(strips, Keep.ALWAYS)

    def _address(self, block: QrCode, style: TextStyle, owner: Element, frame: Frame) -> list[Strip]:
        address = Fact(block.caption, inline(Span(block.shown, link=block.address)))
        return hold(self.setter.strips(_labelled(address), style, frame, owner.child("P")), Keep.ALWAYS)

    @block.register
    def _checklist(self, block: Checklist, owner: Element, frame: Frame) -> list[Strip]:
        return checklist_strips(self.setter, block, owner, self._readable(frame))

    @block.register
    def _overview(self, block: Overview, owner: Element, frame: Frame) -> list[Strip]:
        return overview_strips(self.setter, block, owner, frame)

    @block.register
    def _bullets(self, block: Bullets, owner: Element, frame: Frame) -> list[Strip]:
        body = self.setter.sheet.body
        strips: list[Strip] = []
        for item, first in self._items(block.items, owner, frame.inset(body.size)):
            if strips:
                strips.append(gap(_SMALL_GAP / 4))
            dot = self.setter.lines(inline("•"), body, frame, Element("Artifact"))
            first.marks += [LineMark(frame.x, baseline(body), line) for line in dot]
            strips += item
        return strips

    def _items(self, items: Iterable[Inline], owner: Element, frame: Frame) -> list[tuple[list[Strip], Strip]]:
        listed = owner.child("L", attributes={"O": "List", "ListNumbering": "None"})
        laid = [
            self.setter.strips(
                item, self.setter.sheet.body, self._readable(frame), listed.child("LI").child("LBody").child("P")
            )
            for item in items
        ]
        return [(strips, strips[0]) for strips in laid if strips]

    @block.register
    def _table(self, block: Table, owner: Element, frame: Frame) -> list[Strip]:
        return hold(table_strips(self.setter, block, owner, frame), Keep.TOGETHER)

    @block.register
    def _fields(self, block: Fields, owner: Element, frame: Frame) -> list[Strip]:
        sheet = self.setter.sheet
        strips: list[Strip] = []
        for field in block.fields:
            lines = self.setter.lines(inline(field.label), sheet.body, frame, owner.child("P"))
            rows = [self.setter.strip(line, sheet.body, frame.x) for line in lines]
            room = sheet.write_in - sheet.body.leading
            start = frame.x + (lines[-1].width + 6.0 if lines else 0.0)
            foot = baseline(sheet.body) + 3.0
            if rows:
                rows[-1].marks.append(RuleMark(start, foot, frame.x + self._readable(frame).width, foot))
            strips += hold([Strip(room), *rows], Keep.ALWAYS)
        return strips

    @block.register
    def _drawn(self, block: Drawn, owner: Element, frame: Frame) -> list[Strip]:
        sheet = self.setter.sheet
        width = min(frame.width, _DRAWN_WIDTH)
        height = width * block.height / block.width
        label = self.setter.strips(inline(block.label), sheet.body, frame, owner.child("P"))
        figure = owner.child("Figure", alt=block.alt)
        box = Strip(height, [StrokesMark(frame.x, 0.0, width, block, figure)])
        box.marks.append(RuleMark(frame.x, height, frame.x + width, height))
        return hold([*label, box], Keep.ALWAYS)

    @block.register
    def _together(self, block: Together, owner: Element, frame: Frame) -> list[Strip]:
        strips = self._beside_code(block.blocks, owner.child("Sect"), frame, _SMALL_GAP)
        return hold(strips, Keep.TOGETHER)

    @block.register
    def _slip(self, block: Slip, owner: Element, frame: Frame) -> list[Strip]:
        sheet = self.setter.sheet
        part = owner.child("Div")
        words = self.setter.strips(inline(block.cut_here), sheet.minor, frame, part.child("P"))
        cut = Strip(8.0, [RuleMark(frame.x, 4.0, frame.x + frame.width, 4.0, dashed=True)])
        strips = [Strip(sheet.gap), *words, cut, Strip(4.0), *self.blocks(block.blocks, part, frame, _SMALL_GAP)]
        for strip in strips:
            strip.at_foot, strip.is_gap = True, False
        return strips

    @block.register
    def _page_break(self, block: PageBreak, owner: Element, frame: Frame) -> list[Strip]:
        return [Strip(0.0, breaks_page=True)]

    def _readable(self, frame: Frame, minor: bool = False) -> Frame:
        """No wider than a line can be read back from; sources and lists of names may fill the column."""
        return frame if minor else replace(frame, width=min(frame.width, self.setter.sheet.longest_line))


def _hold_ends(strips: list[Strip]) -> None:
    """The first lines stay with the heading above them, and the last line with the one before it."""
    lines = [index for index, strip in enumerate(strips) if not strip.is_gap]
    for start, end in (
        (0, lines[min(_LINES_UNDER_TITLE, len(lines)) - 1]),
        (lines[max(len(lines) - 2, 0)], len(strips) - 1),
    ):
        for strip in strips[start:end]:
            strip.keep = Keep.ALWAYS


def _begins_part(block: Block) -> bool:
    first = block.blocks[0] if isinstance(block, Together) and block.blocks else block
    return isinstance(first, Heading)


def _labelled(row: Fact) -> Inline:
    return (Span(f"{row.label}: ", strong=True), *row.value)
