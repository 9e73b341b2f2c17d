"""The correction: we told you something wrong, we are sorry, and this is right. Each step with what to do about it."""

from __future__ import annotations

from collections.abc import Iterator

from desk.model.correction import Corrected, Correction
from desk.model.plan import Group, PlanStep
from desk.ports import PaperOptions
from printing.document import (
    Block,
    Bullets,
    Document,
    Fact,
    Facts,
    Heading,
    Inline,
    Note,
    NoteKind,
    Paragraph,
    Steps,
    Together,
    inline,
)
from printing.papers.asking import ask_in_a_line
from printing.papers.furniture import visit_furniture
from printing.papers.plan_help import HelpWords
from printing.papers.plan_step import StepWriter
from printing.papers.wording import Wording, run_in


def correction_paper(correction: Correction, say: Wording, options: PaperOptions) -> Document:
    """The correction as a document, in the language of ``say``."""
    return Document(
        title=say.text("A correction to what we told you"),
        language=say.language,
        furniture=visit_furniture(correction, say.text("Correction"), say),
        lead=inline(
            say.text(
                "On {day} we gave you advice that was wrong in part. We are sorry. Here is what is right.",
                day=say.on_day(correction.told_on),
            )
        ),
        blocks=tuple(_blocks(correction, say)),
        large=options.large,
        easy=options.easy,
    )


def _blocks(correction: Correction, say: Wording) -> Iterator[Block]:
    if not correction.items:  # on a discreet paper, where nothing may be named
        yield Paragraph(inline(say.text("Please ask us before you do anything that the paper says.")))
    writer = StepWriter(
        say,
        numbers={},
        said_once=frozenset(),
        discreet=correction.discreet,
        ask_first=frozenset(),
        some_cost=True,
        help=HelpWords.of((), say),
    )
    for item in correction.items:
        yield Together(tuple(_in_short(item, say)))
        yield from _right(item, writer, say)
    yield Heading(inline(say.text("Keep this paper with your plan")))
    yield Paragraph(inline(say.text("All else in your plan is as it was.")))
    asked = [ask_in_a_line(correction.ask, say, correction.discreet)]
    if correction.plan_code:
        asked.append(Fact(say.text("Code of your plan"), inline(correction.plan_code)))
    yield Together((Facts(tuple(asked)),))
    yield from _sources(correction, say)
    yield from say.apology()


def _in_short(item: Corrected, say: Wording) -> Iterator[Block]:
    """What was wrong and what to do: what has to be read before everything else."""
    yield Heading(say.content(item.title))
    if item.reason.text:
        yield Paragraph(say.content(item.reason))
    rows = [Fact(say.text("We told you"), _told(item, say))]
    if item.right is None:
        words = say.text("This does not concern you. You need not do it.")
        rows.append(Fact(say.text("This is right"), inline(words)))
    yield Facts(tuple(rows))
    if item.instead.text:
        yield Note(NoteKind.ADVICE, say.text("Do this now"), (Paragraph(say.content(item.instead)),))


def _told(item: Corrected, say: Wording) -> Inline:
    """What of the old advice was otherwise; all of it in short, when nothing stands out."""
    told, right = item.told, item.right
    if told is None:
        return inline(say.text("This was missing from your plan."))
    if right is None:
        return say.content(told.what)
    parts = [
        part for part, other in zip(_telling(told, say), _telling(right, say), strict=True) if part and part != other
    ]
    if not parts:
        return say.content(told.what)
    return run_in(parts)


def _telling(step: PlanStep, say: Wording) -> tuple[Inline, ...]:
    """The things of a step that may have been wrong, each so that it can be held beside what is right."""
    best = step.best_way
    day = step.deadline.day if step.deadline is not None else None
    by_rule = step.deadline.text if step.deadline is not None and day is None else None
    bring = ", ".join(each.text for each in step.bring)
    return (
        say.content(step.what),
        inline(say.text("at the latest on {day}", day=say.on_day(day))) if day is not None else (),
        say.content(by_rule) if by_rule is not None else (),
        inline(say.text("price {price}", price=step.fee.text)) if step.fee is not None and not step.fee.free else (),
        inline(say.text("bring: {things}", things=bring)) if bring else (),
        say.phone(best.phone) if best is not None and best.phone is not None else (),
        inline(best.address.text) if best is not None and best.address is not None else (),
        inline(best.url.text) if best is not None and best.url is not None else (),
    )


def _right(item: Corrected, writer: StepWriter, say: Wording) -> Iterator[Block]:
    if item.right is None:
        return
    yield Heading(inline(say.text("This is right")), level=3)
    if item.right.group is Group.ITSELF:
        yield Bullets((writer.in_a_line(item.right),))
    elif item.right.group is Group.MAYBE:
        yield Steps((writer.in_brief(item.right),))
    else:
        yield Steps((writer.step(item.right),))


def _sources(correction: Correction, say: Wording) -> Iterator[Block]:
    """Where the right advice stands, and since when we know."""
    found = dict.fromkeys((item.source, item.day) for item in correction.items if item.source)
    if found:
        told = "; ".join(
            say.text("{source}, put right on {day}", source=source, day=say.day(day)) for source, day in found
        )
        yield Facts((Fact(say.text("Sources"), inline(told)),), minor=True)
