"""The letter that goes with the papers of a visit, by post or as a message: what goes with it, whom to ask."""

from __future__ import annotations

from collections.abc import Iterator

from desk.model.channel_papers import CoverLetter
from desk.ports import PaperOptions
from printing.document import Block, Bullets, Document, Fact, Facts, Heading, Paragraph, Span, inline
from printing.papers.asking import ask_in_a_line
from printing.papers.channel_furniture import channel_furniture
from printing.papers.wording import Wording


def cover_letter_paper(letter: CoverLetter, say: Wording, options: PaperOptions) -> Document:
    """The letter as a document. Its title tells nothing: somebody else may open the envelope."""
    return Document(
        title=say.text("Papers for you"),
        language=say.language,
        furniture=channel_furniture(letter, say.text("Letter") if letter.address else say.text("Message"), say),
        blocks=tuple(_blocks(letter, say)),
        large=options.large,
        easy=options.easy,
    )


def _blocks(letter: CoverLetter, say: Wording) -> Iterator[Block]:
    if letter.address:
        yield Paragraph(inline(Span("\n".join(letter.address))))
    yield Paragraph(
        inline(say.text("You wrote to us.") if letter.answers_a_letter else say.text("We talked on the phone."))
    )
    yield from (Paragraph(inline(line)) for line in letter.words.split("\n") if line.strip())
    yield Heading(inline(say.text("In this envelope") if letter.address else say.text("With this message")))
    yield Bullets(tuple(inline(each) for each in (say.text("Plan"), *letter.enclosed)))
    yield Heading(inline(say.text("What you do now")))
    yield Bullets(
        (
            inline(say.text("Read the plan. The first step is what you do next.")),
            inline(say.text("Check that what it says of you is right. Tell us if something is wrong.")),
            inline(say.text("Do not send us identity codes, bank codes or passwords.")),
        )
    )
    asked = [ask_in_a_line(letter.ask, say, letter.discreet)]
    if letter.plan_code:
        asked.append(Fact(say.text("Code of your plan"), inline(letter.plan_code)))
    yield Facts(tuple(asked))
    if letter.address:
        yield Paragraph(inline(say.text("We wrote your address on this letter alone. We did not keep it.")), minor=True)
    yield from say.apology()
