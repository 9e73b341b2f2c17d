"""The first page of a plan: what has passed, and everything that is to be done, at a glance."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from desk.model.ids import StepId
from desk.model.path import Nature
from desk.model.plan import Group, PlanStep
from printing.document import (
    Block,
    Bullets,
    Heading,
    Inline,
    Note,
    NoteKind,
    Paragraph,
    Span,
    Table,
    inline,
)
from printing.papers.wording import Wording

_ENOUGH_FOR_A_LIST = 5
_BINDING = (Nature.LAW, Nature.MONEY)


def passed_deadlines(steps: Sequence[PlanStep], say: Wording) -> Iterator[Block]:
    """Deadlines that bind and have passed: what can still be done, and what follows. Advice does not alarm."""
    for step in steps:
        deadline = step.deadline
        if deadline is None or not deadline.passed or deadline.nature not in _BINDING:
            continue
        if step.group not in (Group.HERE, Group.YOU):
            continue
        lines = [Paragraph(tuple(_strong(span) for span in say.content(step.title)))]
        if deadline.day is not None:
            day = say.on_day(deadline.last_lawful_day or deadline.day)
            lines.append(Paragraph(inline(say.text("The last day was {day}.", day=day))))
        ask = inline(say.text("Contact the agency without delay and ask what can still be done."))
        lines.append(Paragraph(say.content(deadline.late) if deadline.late is not None else ask))
        yield Note(NoteKind.ATTENTION, say.text("A deadline has passed"), tuple(lines))


def at_a_glance(steps: Sequence[PlanStep], numbers: Mapping[StepId, int], say: Wording) -> Iterator[Block]:
    """A table of all that is to be done, if there is so much that it would be lost in the pages."""
    if len(numbers) < _ENOUGH_FOR_A_LIST:
        return
    yield Heading(inline(say.text("All steps at a glance")))
    rows = tuple(
        (inline(str(numbers[step.id])), say.content(step.title), _by_when(step, numbers, say))
        for step in steps
        if step.id in numbers
    )
    header = (say.text("Step"), say.text("What to do"), say.text("By when"))
    yield Table(tuple(inline(words) for words in header), rows)


def _by_when(step: PlanStep, numbers: Mapping[StepId, int], say: Wording) -> Inline:
    if step.deadline is not None and step.deadline.day is not None:
        return inline(say.long_day(step.deadline.day))
    before = sorted(numbers[other] for other in step.after if other in numbers)
    if before:
        return inline(say.text("after step {number}", number=before[-1]))
    return inline(say.text("no set day"))


def shared_warnings(steps: Sequence[PlanStep]) -> tuple[str, ...]:
    """The warnings that more than one step has: they are said once."""
    texts = [warning.text for step in steps for warning in dict.fromkeys(step.warnings)]
    return tuple(text for text in dict.fromkeys(texts) if texts.count(text) > 1)


def always_remember(steps: Sequence[PlanStep], say: Wording) -> Iterator[Block]:
    """The warnings that more than one step has, in one list."""
    shared = shared_warnings(steps)
    words = {warning.text: warning for step in steps for warning in step.warnings}
    if shared:
        yield Heading(inline(say.text("Remember in all of this")))
        yield Bullets(tuple(say.content(words[text]) for text in shared))


def _strong(span: Span) -> Span:
    return Span(span.text, strong=True, language=span.language)
