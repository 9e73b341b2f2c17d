"""The rule catalogue on paper, for experts who check rules with a pen."""

from __future__ import annotations

from collections.abc import Iterator

from desk.errands.rule_catalogue import Entry, ErrandRules, Row, RuleCatalogue
from printing.document import (
    Block,
    Document,
    Fact,
    Facts,
    Furniture,
    Heading,
    PageBreak,
    Paragraph,
    Span,
    Together,
    inline,
)


def rules_paper(catalogue: RuleCatalogue) -> Document:
    """The catalogue as a document. All of its words are in it already."""
    return Document(
        title=catalogue.title,
        language=catalogue.language,
        furniture=Furniture(
            sender="Palvelutiski",
            kind=catalogue.title,
            date=catalogue.made,
            foot=f"Palvelutiski {catalogue.version}",
        ),
        lead=inline(catalogue.lead),
        blocks=tuple(block for number, errand in enumerate(catalogue.errands) for block in _errand(errand, number)),
    )


def _errand(errand: ErrandRules, number: int) -> Iterator[Block]:
    if number:
        yield PageBreak()
    yield Heading(inline(errand.title))
    yield Paragraph(inline(errand.lead))
    for part in errand.parts:
        for index, entry in enumerate(part.entries):
            heading = (Heading(inline(part.title), level=3),) if index == 0 else ()
            yield Together((*heading, *_entry(entry)))


def _entry(entry: Entry) -> Iterator[Block]:
    yield Paragraph((Span(entry.title, strong=True), Span(f"  ({entry.id})")))
    yield Facts(tuple(_fact(row) for row in entry.rows))


def _fact(row: Row) -> Fact:
    return Fact(row.label, inline("\n".join(line.replace("    ", "– ") for line in row.lines)))
