"""What a paper remarks on its information: that it is old, that a web address did not work, what the point adds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from desk.model.plan import Words
from desk.model.point_note import PointNote
from i18n.language import Language
from printing.document import Fact, Inline, Paragraph, Span, inline
from printing.papers.wording import Wording


def stale_words(day: date, say: Wording) -> Inline:
    """One sentence to stand among others, of a step: how old is what the catalogue says of its service."""
    words = say.text("The details of this service are from {day}: check them before you rely on them", day=say.day(day))
    return inline(Span(words, strong=True))


def stale_warning(day: date, say: Wording) -> Paragraph:
    """Of a service by itself: how old it is, and what to do."""
    words = say.text("This information is from {day}. Check it before you rely on it.", day=say.day(day))
    return Paragraph(inline(Span(words, strong=True)))


def broken_links(addresses: Iterable[str], say: Wording) -> Iterator[Fact]:
    """Web addresses that did not work twice in a row: a citizen at home should not think it is their fault."""
    for address in addresses:
        page = say.web_page(address)
        shown = page.shown if page is not None else address
        words = say.text("The page {address} did not open when we last tried it.", address=shown)
        yield Fact(say.text("Remember"), inline(words))


def point_notes(notes: Iterable[Words], say: Wording) -> Iterator[Fact]:
    """The service point's own notes, in the language they were written in."""
    for note in notes:
        yield Fact(say.text("From the service point"), say.content(note))


def for_citizens(notes: Iterable[PointNote], language: Language) -> Iterator[Words]:
    """Those notes that are for citizens too, marked when they are in another language."""
    for note in notes:
        if note.on_paper:
            yield Words(note.text, None if note.language is language else note.language)
