"""The receipt of a run of retention, for the service point's own file: how many of what, and nothing of anybody."""

from __future__ import annotations

from collections.abc import Iterator

from desk.model.hours import HELSINKI
from desk.model.keeping_receipt import KeepingReceipt
from desk.ports import PaperOptions
from i18n.keeping_words import CATEGORY_WORDS
from printing.document import Block, Document, Fact, Facts, Furniture, Heading, Paragraph, Span, inline
from printing.papers.wording import Wording


def keeping_receipt_paper(receipt: KeepingReceipt, say: Wording, options: PaperOptions) -> Document:
    """The receipt as a document."""
    day = say.day(receipt.at.astimezone(HELSINKI).date())
    title = say.text("What would be erased") if receipt.dry else say.text("Receipt of erasure")
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
        lead=inline(_lead(receipt, say)),
        blocks=tuple(_blocks(receipt, say)),
        large=options.large,
    )


def _lead(receipt: KeepingReceipt, say: Wording) -> str:
    if not receipt.total:
        return say.text("Nothing has had its time.")
    if receipt.dry:
        return say.text("The time of these is over. Nothing has been erased yet.")
    return say.text("The time of these was over. They were erased for good.")


def _blocks(receipt: KeepingReceipt, say: Wording) -> Iterator[Block]:
    if receipt.counts:
        yield Facts(
            tuple(
                Fact(say.words.ptext(*CATEGORY_WORDS[category]), inline(say.formats.number(count)))
                for category, count in receipt.counts.items()
            )
        )
    if receipt.last_copy_gone is not None:
        day = say.on_day(receipt.last_copy_gone)
        yield Paragraph(inline(say.text("The last backup that may hold some of it is gone on {day}.", day=day)))
    yield Heading(inline(say.text("The end of the journal")))
    yield Paragraph(inline(say.text("Write this code down in another place. It stands for all that came before it.")))
    pairs = (
        (say.text("Before"), receipt.head_before),
        (say.text("After"), receipt.head_after),
    )
    yield Facts(tuple(Fact(label, inline(Span(code, unbroken=True))) for label, codes in pairs for code in codes))
    yield from say.apology()
