"""The desk's own list of documents: what lies here and by when it goes on, and what went on. No names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desk.model.handing_papers import DocumentList, ListedDocument
from i18n.handing_words import SENDING, named
from printing.document import Block, Document, Furniture, Heading, Inline, Paragraph, Span, Table, inline
from printing.papers.wording import Wording


def document_list_paper(documents: DocumentList, say: Wording) -> Document:
    """The list as a document."""
    day = say.day(documents.day)
    return Document(
        title=say.text("Documents at the service point"),
        language=say.language,
        furniture=Furniture(
            sender=documents.sender or say.text("Service point"),
            kind=say.text("List of documents"),
            date=day,
            foot=say.text("For the service point's own use. Made on {day}.", day=day),
            page_of=say.text("{page} ({pages})", page="{page}", pages="{pages}"),
        ),
        lead=inline(say.long_day(documents.day)),
        blocks=(*_held(documents, say), *_gone(documents.gone, say), *say.apology()),
    )


def _held(documents: DocumentList, say: Wording) -> Iterator[Block]:
    yield Heading(inline(say.text("Lie here")))
    if not documents.held:
        yield Paragraph(inline(say.text("Nothing lies here.")))
        return
    header = (say.text("Number"), say.text("For"), say.text("Document"), say.text("Pages"), say.text("Goes on by"))
    rows = tuple(
        (
            inline(Span(line.number, unbroken=True)),
            inline(line.agency),
            inline(_what(line, say)),
            inline(say.formats.number(line.pages)),
            _by(line, documents, say),
        )
        for line in documents.held
    )
    yield Table(tuple(inline(each) for each in header), rows, row_headings=True)


def _gone(lines: Sequence[ListedDocument], say: Wording) -> Iterator[Block]:
    if not lines:
        return
    yield Heading(inline(say.text("Went on")))
    header = (say.text("Number"), say.text("Document"), say.text("Sent to"), say.text("How"))
    rows = tuple(
        (
            inline(Span(line.number, unbroken=True)),
            inline(_what(line, say)),
            inline(say.text("{agency}, transferred", agency=line.sent_to) if line.transferred else line.sent_to),
            inline(named(say.words, SENDING, line.sent_how) if line.sent_how is not None else ""),
        )
        for line in lines
    )
    yield Table(tuple(inline(each) for each in header), rows, row_headings=True)


def _what(line: ListedDocument, say: Wording) -> str:
    kind = say.text("original") if line.original else say.text("copy")
    return f"{line.what}, {kind}" if line.what else kind


def _by(line: ListedDocument, documents: DocumentList, say: Wording) -> Inline:
    day = say.table_day(line.send_by)
    if line.is_late(documents.day):
        return inline(Span(say.text("{day}, late", day=day), strong=True))
    return inline(day)
