"""Pages of strips onto a canvas, each mark tied to the element it is content of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import singledispatchmethod

from reportlab.pdfgen.canvas import Canvas

from i18n.language import Direction
from printing.document import Document, Furniture, inline
from printing.lines import Line, Stretch
from printing.paging import PageOfStrips
from printing.setter import Frame, Setter, baseline
from printing.sheet import Sheet
from printing.strips import BoxMark, LineMark, QrMark, RuleMark, StrokesMark
from printing.tagging import Element, Marker

_PLACE_SHARE = 0.64
_FURNITURE_GAP = 10.0
_BETWEEN = "\u00a0\u00a0\u00a0 "


@dataclass(frozen=True, slots=True)
class PageFurniture:
    """What stands at the head and the foot of every page, set once for all of them.

    The first head and the last foot are content that is read aloud; the others are repetitions.
    """

    setter: Setter
    furniture: Furniture
    pages: int

    @classmethod
    def of(cls, document: Document, setter: Setter, pages: int) -> PageFurniture:
        """The furniture of one document."""
        return cls(setter, document.furniture, pages)

    def head(self, page: int, owner: Element) -> tuple[list[Line], list[Line]]:
        """Sender at the start side; kind, date and page at the end side."""
        furniture, sheet = self.furniture, self.setter.sheet
        sender, place = owner.child("P"), owner.child("P")
        number = furniture.page_words(page, self.pages)
        parts = [part for part in (furniture.kind, furniture.date, number) if part]
        end = self.setter.lines(
            inline(_BETWEEN.join(part.replace(" ", "\u00a0") for part in parts)),
            sheet.minor,
            Frame(0.0, sheet.column * _PLACE_SHARE),
            place,
        )
        room = sheet.column - max((line.width for line in end), default=0.0) - _FURNITURE_GAP
        start = self.setter.lines(inline(furniture.sender), sheet.minor, Frame(0.0, room), sender)
        return start, end

    def foot(self, owner: Element) -> list[Line]:
        """Who made the paper from what and when."""
        return self.setter.lines(
            inline(self.furniture.foot), self.setter.sheet.minor, Frame(0.0, self.setter.sheet.column), owner.child("P")
        )

    def height_of_head(self) -> float:
        """Room that the head takes from every page."""
        rows = max(map(len, self.head(self.pages, Element("Artifact"))))
        return rows * self.setter.sheet.minor.leading + _FURNITURE_GAP

    def height_of_foot(self) -> float:
        """Room that the foot takes from every page."""
        rows = len(self.foot(Element("Artifact")))
        return rows * self.setter.sheet.minor.leading + _FURNITURE_GAP


@dataclass(slots=True)
class Painter:
    """Draws pages in one direction of reading."""

    canvas: Canvas
    marker: Marker
    sheet: Sheet
    direction: Direction

    def page(self, page: PageOfStrips, top: float) -> None:
        """The strips of one page under the head; ``top`` is the height of the head."""
        start = self.sheet.height - self.sheet.margin_top - top
        for offset, strip in page.placed:
            for mark in strip.marks:
                self.mark(mark, start - offset)

    def furniture(self, set_furniture: PageFurniture, page: int, owners: tuple[Element, Element]) -> None:
        """Head and foot of one page; each owner is a part of the document or an artifact."""
        style = self.sheet.minor
        top = self.sheet.height - self.sheet.margin_top
        sender, place = set_furniture.head(page, owners[0])
        self._column(sender, 0.0, top)
        for index, line in enumerate(place):
            x = self.sheet.column - line.width
            self.mark(LineMark(x, baseline(style), line), top - index * style.leading)
        foot = set_furniture.foot(owners[1])
        floor = self.sheet.margin_bottom + len(foot) * style.leading
        self.mark(RuleMark(0.0, 0.0, self.sheet.column, 0.0, 0.5), floor + 3.0)
        self._column(foot, 0.0, floor)

    def _column(self, lines: Sequence[Line], x: float, top: float) -> None:
        for index, line in enumerate(lines):
            self.mark(LineMark(x, baseline(self.sheet.minor), line), top - index * self.sheet.minor.leading)

    def _x(self, x: float, width: float = 0.0) -> float:
        if self.direction is Direction.RIGHT_TO_LEFT:
            return self.sheet.width - self.sheet.margin_start - x - width
        return self.sheet.margin_start + x

    @singledispatchmethod
    def mark(self, mark: object, top: float) -> None:
        """One mark of a strip whose top is at ``top`` on the page."""
        raise TypeError(f"cannot draw {type(mark).__name__}")

    @mark.register
    def _line(self, mark: LineMark, top: float) -> None:
        left, y = self._x(mark.x, mark.line.width), top - mark.baseline
        for stretch in mark.line.stretches:
            self._stretch(stretch, mark.line.size, left, y)

    def _stretch(self, stretch: Stretch, size: float, left: float, y: float) -> None:
        if stretch.element.is_artifact:
            with self.marker.artifact("Pagination"):
                self._runs(stretch, size, left, y)
            return
        with self.marker.content(stretch.element):
            self._runs(stretch, size, left, y)
        if stretch.element.link is not None:
            x = left + stretch.x
            rectangle = (x, y - size * 0.25, x + stretch.width, y + size * 0.9)
            stretch.element.rectangles.append((self.marker.page, rectangle))

    def _runs(self, stretch: Stretch, size: float, left: float, y: float) -> None:
        for run in stretch.runs:
            text = self.canvas.beginText(left + run.x, y)
            text.setFont(run.face.name, size * run.face.scale)
            text.textOut(run.text)
            self.canvas.drawText(text)

    @mark.register
    def _rule(self, mark: RuleMark, top: float) -> None:
        with self.marker.artifact():
            self.canvas.saveState()
            self.canvas.setLineWidth(mark.thickness)
            if mark.dashed:
                self.canvas.setDash(5, 4)
            self.canvas.line(self._x(mark.x), top - mark.y, self._x(mark.to_x), top - mark.to_y)
            self.canvas.restoreState()

    @mark.register
    def _box(self, mark: BoxMark, top: float) -> None:
        with self.marker.artifact():
            self.canvas.setLineWidth(1.2)
            inset = 0.6
            side = mark.side - 2 * inset
            self.canvas.rect(self._x(mark.x, mark.side) + inset, top - mark.y - mark.side + inset, side, side)

    @mark.register
    def _qr(self, mark: QrMark, top: float) -> None:
        module = mark.side / mark.picture.whole
        left, upper = self._x(mark.x, mark.side), top - mark.y
        mark.element.rectangles.append((self.marker.page, (left, upper - mark.side, left + mark.side, upper)))
        with self.marker.content(mark.element):
            bars = " ".join(f"{column} {row} {length} 1 re" for column, row, length in mark.picture.bars)
            self.canvas.saveState()
            self.canvas.transform(module, 0, 0, -module, left, upper)
            self.canvas.addLiteral(f"{bars} f")
            self.canvas.restoreState()

    @mark.register
    def _strokes(self, mark: StrokesMark, top: float) -> None:
        drawn, unit = mark.drawn, mark.width / mark.drawn.width
        left, upper, height = self._x(mark.x, mark.width), top - mark.y, unit * drawn.height
        mark.element.rectangles.append((self.marker.page, (left, upper - height, left + mark.width, upper)))
        with self.marker.content(mark.element):
            self.canvas.saveState()
            self.canvas.setLineCap(1)
            self.canvas.setLineJoin(1)
            self.canvas.setLineWidth(1.0)
            for stroke in drawn.strokes:
                path = self.canvas.beginPath()
                for number, (x, y) in enumerate(stroke):
                    place = (left + unit * x, upper - unit * y)
                    path.moveTo(*place) if number == 0 else path.lineTo(*place)
                if len(stroke) == 1:  # a dot
                    path.lineTo(left + unit * stroke[0][0] + 0.1, upper - unit * stroke[0][1])
                self.canvas.drawPath(path)
            self.canvas.restoreState()
