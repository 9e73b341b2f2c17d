"""What was erased at a person's wish, what stays and until when: for the person, with nothing of them on it."""

from __future__ import annotations

from collections.abc import Iterator

from desk.model.hours import HELSINKI
from desk.model.keeping_receipt import ErasureReceipt
from desk.ports import PaperOptions
from i18n.keeping_words import CATEGORY_WORDS
from printing.document import Block, Document, Fact, Facts, Furniture, Heading, Paragraph, Span, inline
from printing.papers.wording import Wording


def erasure_receipt_paper(receipt: ErasureReceipt, say: Wording, options: PaperOptions) -> Document:
    """The receipt as a document."""
    day = say.day(receipt.at.astimezone(HELSINKI).date())
    title = say.text("Receipt of erasure")
    return Document(
        title=title,
        language=say.language,
        furniture=Furniture(
            sender=receipt.point or say.text("Service point"),
            kind=title,
            date=day,
            foot=say.text("Made at a service point on {day}.", day=day),
            page_of=say.text("{page} ({pages})", page="{page}", pages="{pages}"),
        ),
        lead=inline(
            say.text("We have erased what we kept of visit {number}. Nobody can bring it back.", number=receipt.number)
        ),
        blocks=tuple(_blocks(receipt, say)),
        large=options.large,
        easy=options.easy,
    )


def _blocks(receipt: ErasureReceipt, say: Wording) -> Iterator[Block]:
    yield Heading(inline(say.text("What stays")))
    if receipt.stays:
        yield Facts(
            tuple(
                Fact(say.words.ptext(*CATEGORY_WORDS[category]), inline(say.text("until {day}", day=say.day(day))))
                for category, day in receipt.stays.items()
            )
        )
    if receipt.lies_here:
        here = say.words.ntext(
            "{n} document that you left is still with us. Its receipt stays; no name is on it.",
            "{n} documents that you left are still with us. Their receipts stay; no name is on them.",
            receipt.lies_here,
        )
        yield Paragraph(inline(here))
    yield Paragraph(
        inline(
            say.text(
                "The number of the visit, its times and what kinds of things were done stay in the log. "
                "They tell nothing of you."
            )
        )
    )
    if receipt.last_copy_gone is not None:
        day = say.on_day(receipt.last_copy_gone)
        yield Paragraph(inline(say.text("The last backup that may hold some of it is gone on {day}.", day=day)))
    else:
        yield Paragraph(inline(say.text("No backup holds it.")))
    rows = [Fact(say.text("The end of the journal"), inline(Span(code, unbroken=True))) for code in receipt.head_after]
    if rows:
        yield Facts(tuple(rows))
    yield from say.apology()
