"""The certificate that a mandate, or lines of it, were withdrawn: from when, what is left, and what the desk keeps."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from desk.model.hours import HELSINKI
from desk.model.mandate_papers import MandateText, WithdrawalPaper
from desk.ports import PaperOptions
from printing.document import Block, Document, Fact, Facts, Furniture, Heading, Inline, Span, Together, inline
from printing.papers.asking import ask_in_a_line
from printing.papers.side_by_side import Said, SideBySide, WordingOf, said_instead
from printing.papers.wording import Wording


def withdrawal_paper(paper: WithdrawalPaper, wording: WordingOf, options: PaperOptions) -> Document:
    """The certificate as a document."""
    both = SideBySide.of([text.language for text in paper.texts], wording)
    say = both.own
    return Document(
        title=_title(paper, say),
        language=say.language,
        furniture=_furniture(paper, say),
        blocks=(*_blocks(paper, both), *said_instead(paper.given.mandate.languages[0], say.language, wording)),
        large=options.large,
        easy=options.easy,
    )


def _blocks(paper: WithdrawalPaper, both: SideBySide) -> Iterator[Block]:
    say = both.own
    yield from both.sentences(*_head(paper))
    yield Heading(inline(say.text("Withdrawn")))
    yield from both.sentences(*(_line(paper, number, at) for number, at in sorted(paper.given.withdrawn.items())))
    left = [number for number in range(len(paper.given.mandate.lines)) if number not in paper.given.withdrawn]
    if left and paper.in_force:
        yield Heading(inline(say.text("Still in force")))
        yield from both.sentences(*(_line(paper, number, None) for number in left))
    yield Heading(inline(say.text("What this means")))
    yield from both.sentences(*_meaning(paper))
    rows = [Fact(both.both(lambda each: each.text("Code of the mandate")), inline(Span(paper.code, unbroken=True)))]
    yield Together((Facts((*rows, ask_in_a_line(paper.ask, say))),))


def _head(paper: WithdrawalPaper) -> Iterator[Said]:
    mandate = paper.given.mandate
    yield lambda say: inline(
        say.text(
            "{giver} gave a mandate to {holder} on {day}.",
            giver=mandate.giver,
            holder=mandate.holder.get(say.language) or next(iter(mandate.holder.values()), ""),
            day=say.day(mandate.drawn_on),
        )
    )


def _line(paper: WithdrawalPaper, number: int, at: datetime | None) -> Said:
    def said(say: Wording) -> Inline:
        text = next(each for each in paper.texts if each.language is say.language)
        words = _words(text, number)
        if at is None:
            return words
        return (*words, Span(" "), Span(say.text("Withdrawn on {moment}.", moment=_minute(say, at)), strong=True))

    return said


def _words(text: MandateText, number: int) -> Inline:
    return inline(Span(f"{number + 1}. ", strong=True), text.line(number + 1))


def _meaning(paper: WithdrawalPaper) -> Iterator[Said]:
    yield lambda say: inline(
        say.text("From that moment on the service point does nothing in your name in what you withdrew.")
    )
    if paper.acts:
        yield lambda say: inline(
            say.ntext(
                "What had been done before stays done: {n} act. You can have it on paper.",
                "What had been done before stays done: {n} acts. You can have them on paper.",
                paper.acts,
            )
        )
        yield lambda say: inline(
            say.ntext(
                "The service point keeps the mandate and the list of these acts for {n} day after the end of the "
                "mandate, so that both of you can prove it. Then they are erased.",
                "The service point keeps the mandate and the list of these acts for {n} days after the end of the "
                "mandate, so that both of you can prove it. Then they are erased.",
                paper.kept_days,
            )
        )
    else:
        yield lambda say: inline(
            say.text(
                "Nothing had been done under it. The mandate is erased with the visit. A plan that you asked us to "
                "keep is kept until you say otherwise, or its time is over."
            )
        )


def _minute(say: Wording, at: datetime) -> str:
    local = at.astimezone(HELSINKI)
    return say.text("{day}, {time}", day=say.day(local.date()), time=say.formats.time_of_day(local.time()))


def _title(paper: WithdrawalPaper, say: Wording) -> str:
    whole = _is_whole(paper)
    return say.text("You have withdrawn a mandate") if whole else say.text("You have withdrawn part of a mandate")


def _is_whole(paper: WithdrawalPaper) -> bool:
    return len(paper.given.withdrawn) == len(paper.given.mandate.lines)


def _furniture(paper: WithdrawalPaper, say: Wording) -> Furniture:
    day, holder = say.day(paper.made_on), paper.given.mandate.holder
    return Furniture(
        sender=holder.get(say.language) or next(iter(holder.values()), "") or say.text("Service point"),
        kind=say.text("Withdrawal of a mandate"),
        date=day,
        foot=say.text("Made at a service point on {day}. Form {form}.", day=day, form="withdrawal 2026-11"),
        page_of=say.text("{page} ({pages})", page="{page}", pages="{pages}"),
    )
