"""The receipt of a document, and the notice that one was sent on to another authority.

The sentences on the law say what these provisions say, and no more: act on joint public service 223/2007, 7 §;
Administrative Procedure Act 434/2003, 17 § 2 mom. and 21 §. A wording that was given out is never changed: see
``desk.model.handing_papers``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from desk.model.handing_papers import Edges, Receipt, TransferNotice, Twice
from i18n.handing_words import SENDING, named
from i18n.language import Language
from printing.document import Block, Document, Facts, Heading, Note, NoteKind, Paragraph, inline
from printing.papers.asking import ask_in_a_line
from printing.papers.two_languages import Row, TwoLanguages, edges_of, minute, said
from printing.papers.wording import Wording

WordingOf = Callable[[Language], Wording]
Sentence = Callable[[Wording], str]


def receipt_paper(receipt: Receipt, wording: WordingOf) -> Document:
    """The receipt as a document."""
    edges = receipt.edges
    both = TwoLanguages.of(edges, wording)
    say = both.theirs
    in_time = receipt.in_time_here
    return Document(
        title=say.text("Palvelutiski") if edges.discreet else say.text("Receipt for a document"),
        language=say.language,
        furniture=edges_of(edges, say.text("Receipt"), say.day(receipt.at.date()), say),
        lead=inline(
            say.text("You left a document here. Left here in time, it is in time at the authority.")
            if in_time
            else say.text("You left a document here. That alone keeps no deadline.")
        ),
        blocks=(
            both.rows(tuple(_rows(receipt))),
            *_law(both, edges, tuple(_law_of_receipt(receipt)), in_time_here=in_time),
            *_end(edges, say),
        ),
        large=edges.large,
    )


def transfer_paper(notice: TransferNotice, wording: WordingOf) -> Document:
    """The notice as a document."""
    edges = notice.edges
    both = TwoLanguages.of(edges, wording)
    say = both.theirs
    return Document(
        title=say.text("Palvelutiski") if edges.discreet else say.text("Your document was sent to another authority"),
        language=say.language,
        furniture=edges_of(edges, say.text("Notice of transfer"), say.day(notice.sent_on), say),
        lead=inline(say.text("It did not belong where it was given for, so it went where it belongs.")),
        blocks=(
            both.rows(tuple(_rows_of_notice(notice))),
            *_law(both, edges, tuple(_law_of_notice(notice)), in_time_here=notice.in_time_here),
            *_end(edges, say),
        ),
        large=edges.large,
    )


def _rows(receipt: Receipt) -> Iterator[Row]:
    quiet, kind = receipt.edges.discreet, receipt.original
    yield lambda say: say.text("Number"), lambda say: inline(receipt.number)
    yield lambda say: say.text("Received"), lambda say: inline(minute(say, receipt.at))
    if not quiet:
        yield lambda say: say.text("Document"), said(receipt.what)
        yield lambda say: say.text("For"), said(receipt.agency)
    yield lambda say: say.text("Pages"), lambda say: inline(say.formats.number(receipt.pages))
    yield (
        lambda say: say.text("Original or copy"),
        lambda say: inline(say.text("original") if kind else say.text("copy")),
    )
    due_on = receipt.due_on
    if due_on is not None:
        yield lambda say: say.text("Its last day, as you told us"), lambda say: inline(say.long_day(due_on))
    if receipt.giver and not quiet:
        yield lambda say: say.text("Left by"), lambda say: inline(receipt.giver)
    if receipt.by and not quiet:
        yield lambda say: say.text("Received by"), lambda say: inline(receipt.by)


def _rows_of_notice(notice: TransferNotice) -> Iterator[Row]:
    quiet = notice.edges.discreet
    yield lambda say: say.text("Number of the receipt"), lambda say: inline(notice.number)
    yield lambda say: say.text("Received"), lambda say: inline(minute(say, notice.received))
    if not quiet:
        yield lambda say: say.text("Document"), said(notice.what)
        yield lambda say: say.text("Given for"), said(notice.wrong)
        yield lambda say: say.text("Sent to"), said(notice.right)
    yield lambda say: say.text("Sent on"), lambda say: inline(say.long_day(notice.sent_on))
    yield lambda say: say.text("How"), lambda say: inline(named(say.words, SENDING, notice.how))


def _law_of_receipt(receipt: Receipt) -> Iterator[Sentence]:
    if receipt.in_time_here:
        yield _under_agreement(receipt.edges, receipt.agency)
        yield lambda say: say.text(
            "You can ask the authority for a certificate that your document has been registered. "
            "(Administrative Procedure Act 434/2003, section 17)"
        )
        return
    name = _named(receipt.agency)
    if receipt.edges.discreet:
        yield lambda say: say.text(
            "This service point has no agreement with the authority on taking in documents. A deadline is kept only "
            "if the document reaches the authority in time. (Administrative Procedure Act 434/2003, section 21)"
        )
    else:
        yield lambda say: say.text(
            "This service point has no agreement with {agency} on taking in documents. A deadline is kept only "
            "if the document reaches the authority in time. (Administrative Procedure Act 434/2003, section 21)",
            agency=name(say),
        )
    yield lambda say: say.text("We told you this before we took the document.")


def _law_of_notice(notice: TransferNotice) -> Iterator[Sentence]:
    name = _named(notice.right)
    if notice.in_time_here:
        yield _under_agreement(notice.edges, notice.right)
    elif notice.edges.discreet:
        yield lambda say: say.text(
            "A deadline is kept only if the document reaches the right authority in time: the day it comes there "
            "counts. (Administrative Procedure Act 434/2003, section 21)"
        )
    else:
        yield lambda say: say.text(
            "A deadline is kept only if the document reaches {agency} in time: the day it comes there counts. "
            "(Administrative Procedure Act 434/2003, section 21)",
            agency=name(say),
        )
    yield lambda say: say.text(
        "A document that was given to the wrong authority by mistake is sent on without delay to the right one, "
        "and you are told. No decision is made of it. (Administrative Procedure Act 434/2003, section 21)"
    )


def _under_agreement(edges: Edges, agency: Twice) -> Sentence:
    if edges.discreet:
        return lambda say: say.text(
            "This service point has an agreement with the authority. A document that is left here in time has come "
            "in time to the authority. (Act on joint public service 223/2007, section 7)"
        )
    name = _named(agency)
    return lambda say: say.text(
        "This service point has an agreement with {agency}. A document that is left here in time has come in time "
        "to the authority. (Act on joint public service 223/2007, section 7)",
        agency=name(say),
    )


def _named(agency: Twice) -> Sentence:
    return lambda say: (agency.ours if say.is_beside else agency.theirs).text


def _law(both: TwoLanguages, edges: Edges, texts: tuple[Sentence, ...], *, in_time_here: bool) -> Iterator[Block]:
    say = both.theirs
    yield Heading(inline(say.text("What the law says")))
    if in_time_here:
        yield from both.paragraphs(texts)
    else:
        yield Note(NoteKind.ATTENTION, say.text("This does not keep a deadline"), both.one_after_another(texts))
    if not edges.discreet:
        yield Paragraph(inline(say.text("Keep this paper. It is your proof of what you left here and when.")))


def _end(edges: Edges, say: Wording) -> Iterator[Block]:
    yield Facts((ask_in_a_line(edges.ask, say, edges.discreet),))
    yield from say.apology()
