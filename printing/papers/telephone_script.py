"""A call on paper: what is read aloud, in the citizen's language, with room for the answers."""

from __future__ import annotations

from collections.abc import Iterator

from desk.model.channel_papers import ScriptPaper, ScriptPart
from desk.ports import PaperOptions
from i18n import telephone_words as spoken
from printing.document import (
    Block,
    Bullets,
    Document,
    Field,
    Fields,
    Heading,
    Paragraph,
    Step,
    Steps,
    Together,
    inline,
)
from printing.papers.channel_furniture import channel_furniture
from printing.papers.wording import Wording


def telephone_script_paper(script: ScriptPaper, say: Wording, options: PaperOptions) -> Document:
    """The script as a document."""
    return Document(
        title=say.text("For the phone call"),
        language=say.language,
        furniture=channel_furniture(script, say.text("Phone call"), say),
        lead=inline(say.text("Read this aloud. Say one thing at a time and wait for the answer.")),
        blocks=tuple(_blocks(script, say)),
        large=options.large,
        easy=options.easy,
    )


def _blocks(script: ScriptPaper, say: Wording) -> Iterator[Block]:
    yield Heading(inline(say.text("The call begins")))
    yield Bullets((inline(_greeting(script, say)), *(inline(say.text(line)) for line in spoken.OPENING)))
    if script.to_ask:
        yield Heading(inline(say.text("Questions")))
        yield Steps(tuple(_question(part, number, say) for number, part in enumerate(script.to_ask, 1)))
    yield Heading(inline(say.text("Read back")))
    yield Paragraph(inline(say.text(spoken.READ_BACK if script.said else spoken.NOTHING_SAID)))
    if script.said:
        yield Steps(tuple(_answer(part, say) for part in script.said))
    yield Heading(inline(say.text("The call ends")))
    yield Bullets(tuple(inline(line) for line in _closing(script, say)))
    yield from say.apology()


def _greeting(script: ScriptPaper, say: Wording) -> str:
    if script.discreet:
        return say.text(spoken.GREETING_DISCREETLY)
    if script.ask.is_maker and script.ask.name:
        return say.text(spoken.GREETING, point=script.ask.name)
    return say.text(spoken.GREETING_OF_NOBODY)


def _question(part: ScriptPart, number: int, say: Wording) -> Step:
    blocks: list[Block] = []
    if part.options:
        blocks.append(Paragraph(inline(say.text(spoken.CHOICES, options=", ".join(part.options)))))
    blocks.append(Fields((Field(say.text("Answer")),)))
    return Step(say.content(part.question), (Together(tuple(blocks)),), number=number, tick=False)


def _answer(part: ScriptPart, say: Wording) -> Step:
    said = Paragraph(inline(say.text(spoken.YOU_SAID, answer=part.said)))
    return Step(say.content(part.question), (said,))


def _closing(script: ScriptPaper, say: Wording) -> Iterator[str]:
    for line in spoken.CLOSING:
        yield say.text(line)
    if script.ask.phone:
        yield say.text(spoken.CALL_US, phone=script.ask.phone)
    yield say.text(spoken.GOODBYE)
