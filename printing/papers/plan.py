"""The plan that a citizen takes home: first all of it at a glance, then each step, then what is settled."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from desk.model.follow_up import Progress
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
    Heading,
    Inline,
    PageBreak,
    Paragraph,
    Steps,
    inline,
)
from printing.papers.furniture import visit_furniture
from printing.papers.plan_help import HelpWords
from printing.papers.plan_hints import hint_blocks, hint_sources
from printing.papers.plan_overview import (
    TO_DO,
    FirstPage,
    is_open,
    numbers_of,
    one_for_all,
    passed_deadlines,
    shared_warnings,
    steps_to_do,
)
from printing.papers.plan_standing import StandingWriter
from printing.papers.plan_step import StepWriter, is_doubtful
from printing.papers.wording import Wording

_SETTLED = {
    Decision.HANDLED: N_("This is done"),
    Decision.DECLINED: N_("You decided not to do this"),
}


def plan_paper(plan: Plan, say: Wording, options: PaperOptions) -> Document:
    """The plan as a document, in the language of ``say``."""
    return Document(
        title=say.text("Your plan") if plan.discreet else plan.title.text,
        language=say.language,
        furniture=visit_furniture(plan, say.text("Plan"), say),
        lead=inline(say.text("We went through this together on {day}.", day=say.on_day(plan.made_on))),
        blocks=tuple(_blocks(plan, say, options.short)),
        large=options.large,
        easy=options.easy,
    )


def _blocks(plan: Plan, say: Wording, short: bool) -> Iterator[Block]:
    if plan.easy:
        words = say.text("This paper is written in simple words. Nobody has reviewed it as easy language.")
        yield Paragraph(inline(words))
    steps = steps_to_do(plan)
    numbers = numbers_of(steps)
    ask_first = _after_the_unnamed(plan)
    first = FirstPage(plan, numbers, say, ask_first)
    yield from passed_deadlines(plan.steps, say, dense=first.is_full)
    yield from StandingWriter(plan, say).blocks()
    if short or first.is_worth_it:
        yield from first.blocks()
    if not short:
        if first.is_full:
            yield PageBreak()
        writer = StepWriter(
            say,
            numbers,
            said_once=frozenset(shared_warnings(steps)),
            discreet=plan.discreet,
            ask_first=ask_first,
            some_cost=any(step.fee is not None and not step.fee.free for step in steps),
            help=HelpWords.of(steps, say),
            today=plan.made_on,
        )
        yield from _details(plan, writer, say)
        yield from _always_remember(steps, say)
        yield from _settled(plan, say)
        yield from hint_blocks(plan, say)
        if not first.is_worth_it:
            yield from first.foot()
        yield from _sources(plan, numbers, say)
    yield from say.apology()


def _after_the_unnamed(plan: Plan) -> frozenset[StepId]:
    named = {step.id for step in plan.steps}
    return frozenset(step.id for step in plan.steps if plan.discreet and not named.issuperset(step.after))


def _details(plan: Plan, writer: StepWriter, say: Wording) -> Iterator[Block]:
    for group, heading in TO_DO.items():
        steps = [step for step in plan.in_group(group) if is_open(step) and step.decision is not Decision.POSTPONED]
        if steps:
            yield Heading(inline(say.text(heading)))
            yield from writer.help.for_all(steps)
            yield Steps(tuple(writer.step(step) for step in steps))
    later = [step for step in plan.steps if step.decision is Decision.POSTPONED and is_open(step)]
    if later:
        yield Heading(inline(say.text("You do this later")))
        yield Steps(tuple(writer.postponed(step) for step in later))
    itself = [step for step in plan.in_group(Group.ITSELF) if is_open(step)]
    if itself:
        yield Heading(inline(say.text("This comes by itself")))
        yield Bullets(tuple(writer.in_a_line(step) for step in itself))
    maybe = [step for step in plan.in_group(Group.MAYBE) if is_open(step) and step.decision is not Decision.POSTPONED]
    if maybe:
        yield Heading(inline(say.text("This may apply to you")))
        yield Steps(tuple(writer.in_brief(step) for step in one_for_all(maybe)))


def _always_remember(steps: Sequence[PlanStep], say: Wording) -> Iterator[Block]:
    """The warnings that more than one step has, in one list."""
    words = {warning.text: warning for step in steps for warning in step.warnings}
    shared = shared_warnings(steps)
    if shared:
        yield Heading(inline(say.text("Remember in all of this")))
        yield Bullets(tuple(say.content(words[text]) for text in shared))


def _settled(plan: Plan, say: Wording) -> Iterator[Block]:
    for decision, heading in _SETTLED.items():
        steps = [step for step in plan.steps if step.decision is decision and not _is_told_above(step)]
        if steps:
            yield Heading(inline(say.text(heading)))
            yield Bullets(tuple(_with_reason(step, plan, say) for step in steps))


def _is_told_above(step: PlanStep) -> bool:
    return step.stand is not None and (step.stand.result is not None or step.stand.progress is Progress.WAITING)


def _with_reason(step: PlanStep, plan: Plan, say: Wording) -> Inline:
    """The title, and the citizen's own reason; a discreet paper tells no reasons."""
    reason = f" ({step.reason})" if step.reason and not plan.discreet else ""
    return (*say.content(step.title), *inline(reason))


def _sources(plan: Plan, numbers: Mapping[StepId, int], say: Wording) -> Iterator[Block]:
    """Where the checked steps were found, and when somebody looked: for those who want to check."""
    doubtful = any(is_doubtful(step) for step in plan.steps if step.id in numbers)
    if doubtful or not all(hint.verified for hint in plan.hints):
        words = say.text("“Check this with them” means that we have not been able to check it ourselves.")
        yield Paragraph(inline(words), minor=True)
    if plan.discreet:
        return  # a source can tell of what the titles do not
    found: dict[date, dict[str, list[int]]] = {}
    for step in plan.steps:
        if step.id in numbers and step.verified and step.source and step.checked is not None:
            found.setdefault(step.checked, {}).setdefault(step.source, []).append(numbers[step.id])
    days = [
        say.text("checked {day}: {sources}", day=say.day(day), sources="; ".join(map(_source, sources.items())))
        for day, sources in sorted(found.items(), reverse=True)
    ]
    if days:
        yield Facts((Fact(say.text("Sources of the steps"), inline(". ".join(days) + ".")),), minor=True)
    yield from hint_sources(plan.hints, say)


def _source(source: tuple[str, Sequence[int]]) -> str:
    return f"{', '.join(map(str, sorted(source[1])))} {source[0]}"
