"""Sets running text: one text, one style, one place on the page, into strips of one line each."""

from __future__ import annotations

from dataclasses import dataclass, replace

from i18n.language import Direction, Language
from printing.bidi import has_right_to_left
from printing.clean_text import clean
from printing.document import Inline, Span
from printing.line_breaking import Breaker
from printing.lines import Line
from printing.sheet import Sheet, TextStyle
from printing.strips import Keep, LineMark, Strip
from printing.tagging import Element
from printing.typefaces import TypeCase

PICTURE_GAP = 4.0
_CAPITAL_HEIGHT = 0.714
"""Of the type size, in Noto Sans: a line's capitals stand in the middle of its leading."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Where text may stand: ``x`` from the start edge of the text area. ``tight`` in table cells.

    ``picture`` is the side of a square that stands at the top of the end side, with text beside it.
    """

    x: float
    width: float
    tight: bool = False
    picture: float = 0.0

    def at(self, depth: float) -> Frame:
        """The frame at some depth: narrow beside the picture, whole below it."""
        taken = self.picture + PICTURE_GAP if depth < self.picture else 0.0
        return replace(self, width=self.width - taken, picture=0.0)

    def inset(self, start: float, end: float = 0.0) -> Frame:
        """The frame with less room at its sides."""
        return replace(self, x=self.x + start, width=self.width - start - end)


@dataclass(frozen=True, slots=True)
class Setter:
    """Sets text for one document."""

    sheet: Sheet
    case: TypeCase
    language: Language

    def lines(self, text: Inline, style: TextStyle, frame: Frame, owner: Element) -> list[Line]:
        """The lines of a text as content of ``owner``, which takes the text's language if it differs."""
        languages = {span.language or self.language for span in text if span.text.strip()}
        whole = languages.pop() if len(languages) == 1 else None
        if whole is not None and whole is not self.language:
            owner.language = whole
        first = next((span.language for span in text if span.language is not None), None)
        base = whole or (self.language if self.language.direction is Direction.RIGHT_TO_LEFT else first)
        mixed = any(has_right_to_left(span.text) for span in text)
        to_left = mixed and (base or self.language).direction is Direction.RIGHT_TO_LEFT
        owners = [self._run(_as_read(span) if mixed else span, owner) for span in text]
        breaker = Breaker(self.case, style, frame.width, right_to_left=to_left, tight=frame.tight)
        return breaker.lines(text, owners)

    def _run(self, span: Span, owner: Element) -> Element:
        around = owner.language or self.language
        own = span.language if span.language is not None and span.language is not around else None
        if span.link is not None:
            return owner.child("Link", link=span.link, language=own, spoken=span.spoken)
        if own is not None or span.spoken is not None:
            return owner.child("Span", language=own, spoken=span.spoken)
        return owner.child(None)

    def strips(self, text: Inline, style: TextStyle, frame: Frame, owner: Element) -> list[Strip]:
        """The text as strips; no page begins or ends with a single line of it."""
        strips = [self.strip(line, style, frame.x) for line in self.lines(text, style, frame, owner)]
        for index in (0, len(strips) - 2):
            if 0 <= index < len(strips) - 1:
                strips[index].keep = Keep.ALWAYS
        return strips

    def strip(self, line: Line, style: TextStyle, x: float) -> Strip:
        """One line as a strip."""
        return Strip(style.leading, [LineMark(x, baseline(style), line)])


def _as_read(span: Span) -> Span:
    """The span with its letters in reading order, as they no longer are where they are drawn."""
    return replace(span, spoken=span.spoken if span.spoken is not None else clean(span.text))


def baseline(style: TextStyle) -> float:
    """The distance of the letters' feet from the top of their strip."""
    return (style.leading + _CAPITAL_HEIGHT * style.size) / 2
