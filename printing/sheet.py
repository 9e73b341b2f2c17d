"""The numbers of a page: sizes, leading, margins and gaps, for normal and for large print.

They come from the layout guide: body 14 pt (large print 18), nothing below 12 (16), leading about
1.4, lines of some 60 characters, left 20 mm, the other margins 13 to 15 mm. All lengths are points.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from printing.document import Document

MM = 72 / 25.4
_LETTER_WIDTH = 0.49
"""Mean width of a letter of Noto Sans in Finnish service texts, in parts of the type size."""
_LETTERS_A_LINE = 63
_EASY_LEADING = 1.12


@dataclass(frozen=True, slots=True)
class TextStyle:
    """One size of type with its distance between lines."""

    size: float
    leading: float
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page format with every measure that layout needs."""

    body: TextStyle
    minor: TextStyle
    dense: TextStyle
    title: TextStyle
    heading: TextStyle
    subheading: TextStyle
    day: TextStyle
    tick: float
    write_in: float
    gap: float
    width: float = 210 * MM
    height: float = 297 * MM
    margin_start: float = 20 * MM
    margin_end: float = 15 * MM
    margin_top: float = 13 * MM
    margin_bottom: float = 13 * MM
    qr_side: float = 30 * MM
    qr_module_floor: float = 0.8 * MM

    @property
    def column(self) -> float:
        """The width between the margins."""
        return self.width - self.margin_start - self.margin_end

    @property
    def longest_line(self) -> float:
        """The width of a line that is still easy to read back from."""
        return _LETTERS_A_LINE * _LETTER_WIDTH * self.body.size

    @property
    def step_indent(self) -> float:
        """Room for the tick box and the number before a step."""
        return self.tick + self.body.size * 2.3


NORMAL = Sheet(
    body=TextStyle(14, 19),
    minor=TextStyle(12, 17),
    dense=TextStyle(12, 16),
    title=TextStyle(20, 27, strong=True),
    heading=TextStyle(16, 22, strong=True),
    subheading=TextStyle(14, 20, strong=True),
    day=TextStyle(18, 24, strong=True),
    tick=6 * MM,
    write_in=11 * MM,
    gap=10,
)

LARGE = Sheet(
    body=TextStyle(18, 26),
    minor=TextStyle(16, 23),
    dense=TextStyle(16, 21),
    title=TextStyle(26, 35, strong=True),
    heading=TextStyle(22, 31, strong=True),
    subheading=TextStyle(18, 26, strong=True),
    day=TextStyle(24, 33, strong=True),
    tick=8 * MM,
    write_in=13 * MM,
    gap=13,
)


def sheet_for(document: Document) -> Sheet:
    """The format that a document asks for."""
    sheet = LARGE if document.large else NORMAL
    if not document.easy:
        return sheet
    body = replace(sheet.body, leading=sheet.body.leading * _EASY_LEADING)
    return replace(sheet, body=body, gap=sheet.gap * 1.4)
