"""The mandate: what the citizen lets the desk do, in the words of its template, to be signed in two copies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from desk.model.mandate import MandateForm, Signing
from desk.model.mandate_papers import Copy, MandatePaper, MandateText
from desk.ports import PaperOptions
from i18n.language import Language
from printing.document import (
    Block,
    Document,
    Drawn,
    Fact,
    Facts,
    Field,
    Fields,
    Furniture,
    Inline,
    Paragraph,
    Span,
    Together,
    inline,
)
from printing.papers.asking import ask_in_a_line
from printing.papers.side_by_side import Said, SideBySide, WordingOf, said_instead
from printing.papers.wording import Wording


def mandate_paper(paper: MandatePaper, wording: WordingOf, options: PaperOptions) -> Document:
    """A copy of a mandate as a document, in its own languages."""
    both = SideBySide.of([text.language for text in paper.texts], wording)
    say = both.own
    return Document(
        title=paper.texts[0].title,
        language=say.language,
        furniture=_furniture(paper, both),
        blocks=tuple(_blocks(paper, both, wording)),
        large=options.large,
        easy=options.easy,
    )


def _blocks(paper: MandatePaper, both: SideBySide, wording: WordingOf) -> Iterator[Block]:
    copy = Span(both.both(lambda say: _whose(paper.copy, say)), strong=True)
    code = both.both(lambda say: say.text("Code of this mandate"))
    between = Span(" · " if both.is_alone else "\n")
    yield Paragraph(inline(copy, between, f"{code}: ", Span(paper.code, strong=True, unbroken=True)))
    headed = both.headed([text.title for text in paper.texts])
    yield from headed.sentences(*_clauses(paper.texts, both))
    yield Together(tuple(_signature(paper, both)))
    if paper.copy is Copy.CITIZEN:
        yield Facts((ask_in_a_line(replace(paper.ask, address=""), both.own),))
    yield from said_instead(paper.given.mandate.languages[0], both.own.language, wording)


def _clauses(texts: tuple[MandateText, ...], both: SideBySide) -> Iterator[Said]:
    """The sentences in their order; in the second column each stands beside what it says in the first."""
    for row in zip(*(tuple(_parts(text)) for text in texts), strict=True):
        yield _said({say.language: cell for say, cell in zip(both.says, row, strict=True)})


def _said(spoken: dict[Language, Inline]) -> Said:
    return lambda say: spoken[say.language]


def _parts(text: MandateText) -> Iterator[Inline]:
    """The clauses, those that run on in one part with what they run on from."""
    part: Inline = ()
    for clause in text.clauses:
        if part and not clause.runs_on:
            yield part
            part = ()
        mark = (Span(f"{clause.line}. ", strong=True),) if clause.line else ()
        part = (*part, *inline(" ")[: len(part)], *mark, Span(clause.text))
    yield part


def _whose(copy: Copy, say: Wording) -> str:
    return say.text("The citizen's copy") if copy is Copy.CITIZEN else say.text("The desk's copy")


def _signature(paper: MandatePaper, both: SideBySide) -> Iterator[Block]:
    mandate, signing = paper.given.mandate, paper.given.signing
    if signing is not None:
        yield Facts(tuple(_signed(paper, signing, both)))
        if signing.strokes:
            label = both.both(lambda say: say.text("Signature"))
            yield Drawn(label, signing.strokes, both.own.text("Signed by hand on the screen"))
        return
    if mandate.form in (MandateForm.REGISTER, MandateForm.SPOKEN):
        return
    yield Fields(
        (
            Field(both.both(lambda say: say.text("Place and day"))),
            Field(both.both(lambda say: say.text("Signature"))),
            Field(both.both(lambda say: say.text("Witness, if needed"))),
        )
    )


def _signed(paper: MandatePaper, signing: Signing, both: SideBySide) -> Iterator[Fact]:
    day = both.both(lambda say: say.day(signing.on))
    if signing.read_back:
        yield Fact(both.both(lambda say: say.text("Read aloud and read back on")), inline(day))
        return
    yield Fact(both.both(lambda say: say.text("Signed on")), inline(day))
    if signing.witness:
        yield Fact(both.both(lambda say: say.text("Witness")), inline(signing.witness))
    if signing.kept_where and paper.copy is Copy.DESK:
        yield Fact(both.both(lambda say: say.text("Kept at")), inline(signing.kept_where))


def _furniture(paper: MandatePaper, both: SideBySide) -> Furniture:
    say, mandate = both.own, paper.given.mandate
    sender = next((mandate.holder[each.language] for each in both.says if each.language in mandate.holder), "")
    day = say.day(mandate.drawn_on)
    return Furniture(
        sender=sender or say.text("Service point"),
        kind=_whose(paper.copy, say),
        date=day,
        foot=say.text("Made at a service point on {day}. Form {form}.", day=day, form=mandate.template),
        page_of=say.text("{page} ({pages})", page="{page}", pages="{pages}"),
    )
