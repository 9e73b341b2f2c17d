"""The plan that a citizen takes home: what has passed, what to do now, what comes by itself, whom to ask."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from desk.model.ids import StepId
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
    Paragraph,
    Span,
    Steps,
    Together,
    inline,
)
from printing.papers.asking import whom_to_ask
from printing.papers.plan_overview import always_remember, at_a_glance, passed_deadlines, shared_warnings
from printing.papers.plan_step import StepWriter
from printing.papers.wording import Wording

_TO_DO = {
    Group.HERE: N_("Now at this desk"),
    Group.YOU: N_("You do this"),
}
_VERSION_LETTERS = 12


def plan_paper(plan: Plan, say: Wording, options: PaperOptions) -> Document:
    """The plan as a document, in the language of ``say``."""
    steps = [step for group in _TO_DO for step in plan.in_group(group) if is_open(step)]
    numbers = {step.id: number for number, step in enumerate(steps, start=1)}
    writer = StepWriter(
        say,
        numbers,
        first_ones=frozenset(other for step in steps for other in step.after),
        said_once=frozenset(shared_warnings(steps)),
        discreet=plan.discreet,
    )
    blocks = (
        *passed_deadlines(steps, say),
        *at_a_glance(steps, numbers, say),
        *_ask(plan, say),
        *_details(plan, writer, say),
        *always_remember(steps, say),
        *_settled(plan, say),
        *_sources(plan, numbers, say),
        *say.apology(),
    )
    day = say.day(plan.made_on)
    return Document(
        title=say.text("Your plan") if plan.discreet else plan.title.text,
        language=say.language,
        furniture=_furniture(plan, say, day),
        lead=inline(say.text("We went through this plan together on {day}.", day=day)),
        blocks=blocks,
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


def _details(plan: Plan, writer: StepWriter, say: Wording) -> Iterator[Block]:
    for group, heading in _TO_DO.items():
        steps = [step for step in plan.in_group(group) if is_open(step)]
        if steps:
            yield Heading(inline(say.text(heading)))
            yield Steps(tuple(writer.step(step) for step in steps))
    itself = [step for step in plan.in_group(Group.ITSELF) if is_open(step)]
    if itself:
        yield Heading(inline(say.text("This comes by itself")))
        yield Bullets(tuple(writer.in_a_line(step) for step in itself))
    maybe = [step for step in plan.in_group(Group.MAYBE) if is_open(step)]
    if maybe:
        yield Heading(inline(say.text("This may apply to you")))
        yield Steps(tuple(writer.in_brief(step) for step in maybe))


def is_open(step: PlanStep) -> bool:
    """Whether the step is still to be done, or may be."""
    return step.decision not in (Decision.HANDLED, Decision.DECLINED)


def _settled(plan: Plan, say: Wording) -> Iterator[Block]:
    for decision, heading in (
        (Decision.HANDLED, N_("This is done")),
        (Decision.DECLINED, N_("You decided not to do this")),
    ):
        steps = [step for step in plan.steps if step.decision is decision]
        if steps:
            yield Heading(inline(say.text(heading)))
            yield Bullets(tuple(say.content(step.title) for step in steps))


def _ask(plan: Plan, say: Wording) -> Iterator[Block]:
    yield from whom_to_ask(plan.ask, say, plan.discreet)
    if plan.plan_code is not None:
        code = Fact(say.text("Code of your plan"), inline(Span(plan.plan_code, strong=True, unbroken=True)))
        use = say.text("Say this code at the service point, and we can open your plan again.")
        yield Together((Facts((code,)), Paragraph(inline(use))))
    yield Paragraph(inline(say.text("This plan is advice. The authority decides each matter.")))


def _sources(plan: Plan, numbers: Mapping[StepId, int], say: Wording) -> Iterator[Block]:
    """Where the steps were found, and when somebody looked: for those who want to check."""
    lines = [
        say.text(
            "Step {number}: {source}, checked {day}.", number=numbers[step.id], source=step.source, day=say.day(day)
        )
        for step in plan.steps
        if step.id in numbers and step.source and (day := step.checked) is not None
    ]
    if lines:
        yield Heading(inline(say.text("Sources")))
        yield Paragraph(inline("\n".join(lines)), minor=True)
