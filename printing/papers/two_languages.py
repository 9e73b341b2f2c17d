"""A paper in the citizen's language with that of the service point beside it, so that an authority can read it too."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from desk.model.handing_papers import Edges, Twice
from desk.model.hours import HELSINKI
from i18n.language import Language
from printing.document import Block, Fact, Facts, Furniture, Inline, Paragraph, Span, Table, inline
from printing.papers.wording import SERVICE_POINT, Wording

_ACT = re.compile(r"(\d+/\d{4})")
_SECONDS = len(":00")

Row = tuple[Callable[[Wording], str], Callable[[Wording], Inline]]
"""A label and what stands behind it, each said in one language."""


def said(text: Twice) -> Callable[[Wording], Inline]:
    """A text that is pinned in both languages: each side says its own."""
    return lambda say: say.content(text.ours if say.is_beside else text.theirs)


def lawful(text: str) -> Inline:
    """A sentence in which the number of an act never breaks."""
    parts = _ACT.split(text)
    return tuple(Span(part, unbroken=bool(at % 2)) for at, part in enumerate(parts) if part)


def minute(say: Wording, at: datetime) -> str:
    """A moment as receipts have it: the day, and the time to the minute."""
    local = at.astimezone(HELSINKI)
    time = say.formats.clock(local.time())[:-_SECONDS]
    return say.text("{day} at {time}", day=say.long_day(local.date()), time=time)


@dataclass(frozen=True, slots=True)
class TwoLanguages:
    """The citizen's words, and the service point's when they are others."""

    theirs: Wording
    ours: Wording | None

    @classmethod
    def of(cls, edges: Edges, wording: Callable[[Language], Wording]) -> TwoLanguages:
        """The words of a paper. A language that has none of its own stands alone, with its apology at the end."""
        theirs = wording(edges.theirs)
        speaks = theirs.words.language_of(SERVICE_POINT) is edges.theirs
        ours = wording(edges.ours).beside() if edges.is_bilingual and speaks else None
        return cls(theirs, ours)

    def rows(self, rows: Sequence[Row]) -> Block:
        """Facts: one under another, or each beside its other language."""
        if self.ours is None:
            return Facts(tuple(Fact(label(self.theirs), value(self.theirs)) for label, value in rows))
        cells = tuple((_cell(row, self.theirs), _cell(row, self.ours)) for row in rows)
        return Table(self._header(self.ours), cells)

    def paragraphs(self, texts: Sequence[Callable[[Wording], str]]) -> tuple[Block, ...]:
        """Whole sentences: one after another, or each beside its other language."""
        if self.ours is None:
            return tuple(Paragraph(lawful(text(self.theirs))) for text in texts)
        ours = self.ours
        cells = tuple((lawful(text(self.theirs)), _as(ours, lawful(text(ours)))) for text in texts)
        return (Table(self._header(ours), cells),)

    def one_after_another(self, texts: Sequence[Callable[[Wording], str]]) -> tuple[Block, ...]:
        """Whole sentences in the one language and then in the other, where two columns do not fit."""
        found = [Paragraph(lawful(text(self.theirs))) for text in texts]
        if self.ours is not None:
            found += [Paragraph(_as(self.ours, lawful(text(self.ours)))) for text in texts]
        return tuple(found)

    def _header(self, ours: Wording) -> tuple[Inline, Inline]:
        return inline(self.theirs.language.endonym), _as(ours, inline(ours.language.endonym))


def edges_of(edges: Edges, kind: str, day: str, say: Wording) -> Furniture:
    """What stands at the edge of each page; a discreet paper does not name the point, and no kind of paper."""
    sender = edges.ask.name if edges.ask.is_maker and not edges.discreet else ""
    return Furniture(
        sender=sender or say.text(SERVICE_POINT),
        kind="" if edges.discreet else kind,
        date=day,
        foot=say.text("Made at a service point on {day}. Form {form}.", day=day, form=edges.template),
        page_of=say.text("{page} ({pages})", page="{page}", pages="{pages}"),
    )


def _cell(row: Row, say: Wording) -> Inline:
    label, value = row
    both = (Span(f"{label(say)}: ", strong=True), *value(say))
    return _as(say, both) if say.is_beside else both


def _as(say: Wording, text: Inline) -> Inline:
    return tuple(
        span
        if span.language is not None
        else Span(span.text, span.strong, say.language, span.spoken, span.unbroken, span.link)
        for span in text
    )
