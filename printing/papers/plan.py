"""The plan that a citizen takes home: what has passed, what to do now, what comes by itself, whom to ask."""

from __future__ import annotations

from collections.abc import Iterator

from desk.model.plan import Decision, Group, Plan, PlanStep
from desk.ports import PaperOptions
from i18n.translator import N_
from printing.document import (
    Block,
    Bullets,
    Document,
    Fact,
    Facts,
    Furniture,
    Heading,
    Note,
    NoteKind,
    Paragraph,
    Span,
    Steps,
    Together,
    inline,
)
from printing.papers.asking import whom_to_ask
from printing.papers.plan_step import StepWriter
from printing.papers.wording import Wording

_HEADINGS = {
    Group.HERE: N_("Now at this desk"),
    Group.YOU: N_("You do this"),
    Group.ITSELF: N_("This comes by itself"),
    Group.MAYBE: N_("This may apply to you"),
}
_VERSION_LETTERS = 12


def plan_paper(plan: Plan, say: Wording, options: PaperOptions) -> Document:
    """The plan as a document, in the language of ``say``."""
    blocks = (
        *_passed(plan, say),
        *_groups(plan, say),
        *_settled(plan, say),
        *whom_to_ask(plan.ask, say, plan.discreet),
        *_code(plan, say),
        Paragraph(inline(say.text("This plan is advice. The authority decides each matter."))),
    )
    day = say.day(plan.made_on)
    return Document(
        title=say.text("Your plan") if plan.discreet else plan.title.text,
        language=say.language,
        furniture=_furniture(plan, say, day),
        lead=inline(say.text("We went through this plan together on {day}.", day=day)),
        blocks=(*blocks, *say.apology()),
        large=options.large,
        easy=options.easy,
    )


def _furniture(plan: Plan, say: Wording, day: str) -> Furniture:
    sender = "" if plan.discreet else plan.ask.name
    return Furniture(
        sender=sender or say.text("Service point"),
        kind=say.text("Plan"),
        date=day,
        foot=say.text(
            "Made at a service point on {day}. Content version {version}.",
            day=day,
            version=plan.content_version[:_VERSION_LETTERS],
        ),
        page_of=say.text("{page} ({pages})", page="{page}", pages="{pages}"),
    )


def _is_open(step: PlanStep) -> bool:
    return step.decision not in (Decision.HANDLED, Decision.DECLINED)


def _passed(plan: Plan, say: Wording) -> Iterator[Block]:
    """Deadlines that have passed come first: what can still be done, and what follows."""
    for step in plan.steps:
        deadline = step.deadline
        if deadline is None or not deadline.passed or not _is_open(step) or step.group is Group.ITSELF:
            continue
        lines = [Paragraph(tuple(_strong(span) for span in say.content(step.title)))]
        if deadline.day is not None:
            day = say.on_day(deadline.last_lawful_day or deadline.day)
            lines.append(Paragraph(inline(say.text("The last day was {day}.", day=day))))
        if deadline.late is not None:
            lines.append(Paragraph(say.content(deadline.late)))
        else:
            lines.append(
                Paragraph(inline(say.text("Contact the agency without delay and ask what can still be done.")))
            )
        yield Note(NoteKind.ATTENTION, say.text("A deadline has passed"), tuple(lines))


def _strong(span: Span) -> Span:
    return Span(span.text, strong=True, language=span.language)


def _groups(plan: Plan, say: Wording) -> Iterator[Block]:
    to_do = [step for group in (Group.HERE, Group.YOU) for step in plan.in_group(group) if _is_open(step)]
    numbers = {step.id: number for number, step in enumerate(to_do, start=1)}
    first_ones = frozenset(other for step in to_do for other in step.after)
    writer = StepWriter(say, numbers, first_ones, plan.discreet)
    for group, heading in _HEADINGS.items():
        steps = [step for step in plan.in_group(group) if _is_open(step)]
        if steps:
            yield Heading(inline(say.text(heading)))
            yield Steps(tuple(writer.step(step) for step in steps))


def _settled(plan: Plan, say: Wording) -> Iterator[Block]:
    for decision, heading in (
        (Decision.HANDLED, N_("This is done")),
        (Decision.DECLINED, N_("You decided not to do this")),
    ):
        steps = [step for step in plan.steps if step.decision is decision]
        if steps:
            yield Heading(inline(say.text(heading)))
            yield Bullets(tuple(say.content(step.title) for step in steps))


def _code(plan: Plan, say: Wording) -> Iterator[Block]:
    if plan.plan_code is None:
        return
    code = Facts((Fact(say.text("Code of your plan"), inline(Span(plan.plan_code, strong=True, unbroken=True))),))
    use = Paragraph(inline(say.text("Say this code at the service point, and we can open your plan again.")))
    yield Together((code, use))
