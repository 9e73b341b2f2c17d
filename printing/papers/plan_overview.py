"""The first page of a plan, which also stands alone: what has passed, all steps at a glance, whom to ask."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from desk.model.ids import StepId
from desk.model.path import Nature
from desk.model.plan import Decision, Group, Plan, PlanStep
from i18n.translator import N_
from printing.document import (
    Block,
    Fact,
    Facts,
    Inline,
    Note,
    NoteKind,
    Overview,
    OverviewRow,
    Paragraph,
    Span,
    Together,
    inline,
)
from printing.papers.asking import ask_in_a_line
from printing.papers.plan_hints import taken_hints
from printing.papers.wording import Wording, run_in

TO_DO = {
    Group.HERE: N_("Now at this desk"),
    Group.YOU: N_("You do this"),
}
"""The parts of a plan that somebody has to do something for, in their order."""
BINDING = (Nature.LAW, Nature.MONEY)
"""Where a day that passes does harm."""
_OTHERS = {
    Group.ITSELF: N_("Comes by itself"),
    Group.MAYBE: N_("May apply to you"),
}
_ENOUGH_FOR_A_LIST = 5
_TOO_MANY_FOR_LARGE_ROWS = 14


@dataclass(frozen=True, slots=True)
class FirstPage:
    """Writes the first page. ``numbers`` are those of the steps that are still to be done."""

    plan: Plan
    numbers: Mapping[StepId, int]
    say: Wording
    ask_first: frozenset[StepId] = frozenset()
    """Of a discreet paper, the steps that wait for one that it leaves out."""

    @property
    def is_worth_it(self) -> bool:
        """Whether there is so much to do that it would be lost in the pages."""
        return len(self.numbers) >= _ENOUGH_FOR_A_LIST

    @property
    def is_full(self) -> bool:
        """Whether it takes a page, so that what follows begins on the next."""
        return len(self.numbers) > _TOO_MANY_FOR_LARGE_ROWS

    def blocks(self) -> Iterator[Block]:
        """The page, without what has passed."""
        yield from self._overview()
        yield Facts((*self._others(), *self._ask()), minor=self.is_full)
        words = self.say.text("This is advice. The authorities decide.")
        if any(self._binds(step) for step in self.plan.steps):
            words += " " + self.say.text("Days in bold matter by law or for your money.")
        yield Paragraph(inline(words), minor=True)

    def foot(self) -> Iterator[Block]:
        """Whom to ask, at the end of a plan that needs no such page."""
        words = self.say.text("This is advice. The authorities decide.")
        yield Together((Facts(tuple(self._ask())), Paragraph(inline(words), minor=True)))

    def _overview(self) -> Iterator[Block]:
        for group, heading in TO_DO.items():
            rows = tuple(self._row(step) for step in self.plan.in_group(group) if step.id in self.numbers)
            if rows:
                yield Overview(inline(self.say.text(heading)), rows, dense=self.is_full)

    def _row(self, step: PlanStep) -> OverviewRow:
        return OverviewRow(self.numbers[step.id], titled(step, self.say), self._by_when(step))

    def _by_when(self, step: PlanStep) -> Inline:
        if step.id in self.ask_first:
            return inline(self.say.text("ask us first"))
        if step.deadline is not None and step.deadline.day is not None:
            if step.deadline.passed:
                return inline(Span(self.say.text("as soon as you can"), strong=self._binds(step)))
            return inline(Span(self.say.table_day(step.deadline.day), strong=self._binds(step)))
        if step.decision is Decision.POSTPONED:
            return inline(self.say.text("later"))
        before = sorted(self.numbers[other] for other in step.after if other in self.numbers)
        return inline(self.say.text("after step {number}", number=before[-1])) if before else ()

    def _binds(self, step: PlanStep) -> bool:
        deadline = step.deadline
        dated = deadline is not None and deadline.day is not None and deadline.nature in BINDING
        return dated and step.id in self.numbers

    def _others(self) -> Iterator[Fact]:
        for group, label in _OTHERS.items():
            open_steps = [step for step in self.plan.in_group(group) if is_open(step)]
            titles = [titled(step, self.say) for step in one_for_all(open_steps)]
            if titles:
                yield Fact(self.say.text(label), run_in(titles))
        taken = [self.say.content(hint.title) for hint in taken_hints(self.plan)]
        if taken:
            yield Fact(self.say.text("You look into these"), run_in(taken))

    def _ask(self) -> Iterator[Fact]:
        yield ask_in_a_line(self.plan.ask, self.say, self.plan.discreet)
        if self.plan.plan_code is not None:
            code = Span(self.plan.plan_code, unbroken=True)
            use = self.say.text("Say it at the service point to open this plan again.")
            yield Fact(self.say.text("Code of your plan"), inline(code, f". {use}"))


def steps_to_do(plan: Plan) -> list[PlanStep]:
    """The steps that have a number on the paper, in its order."""
    return [step for group in TO_DO for step in plan.in_group(group) if is_open(step)]


def numbers_of(steps: Sequence[PlanStep]) -> dict[StepId, int]:
    """The numbers of these steps: the same on the paper and in a calendar."""
    return {step.id: number for number, step in enumerate(steps, start=1)}


def one_for_all(steps: Sequence[PlanStep]) -> tuple[PlanStep, ...]:
    """Of steps that may be for any of several persons one stands for all of them."""
    told: dict[str, PlanStep] = {}
    for at, step in enumerate(steps):
        if step.group is not Group.MAYBE or step.whose is None:
            told[str(at)] = step
        else:
            alike = f"{step.errand} {step.title.text}"
            told[alike] = replace(told[alike], whose=None) if alike in told else step
    return tuple(told.values())


def titled(step: PlanStep, say: Wording) -> Inline:
    """What is to be done, and for whom: in a list the steps of three children would else read alike."""
    if step.whose is None:
        return say.content(step.title)
    return (*say.content(step.title), *inline(" ("), *say.content(step.whose), *inline(")"))


def is_open(step: PlanStep) -> bool:
    """Whether the step is still to be done, or may be."""
    return step.is_open


def passed_deadlines(steps: Sequence[PlanStep], say: Wording, dense: bool = False) -> Iterator[Block]:
    """Deadlines that bind and have passed, in one box: what can still be done. Advice does not alarm."""
    rows = tuple(Paragraph(_passed(step, say), minor=dense) for step in steps if _has_passed(step))
    if rows:
        label = say.ntext("A deadline has passed", "{n} deadlines have passed", len(rows))
        yield Note(NoteKind.ATTENTION, label, rows)


def _has_passed(step: PlanStep) -> bool:
    deadline = step.deadline
    if deadline is None or not deadline.passed or deadline.nature not in BINDING:
        return False
    return step.group in TO_DO and is_open(step)


def _passed(step: PlanStep, say: Wording) -> Inline:
    deadline = step.deadline
    title = tuple(Span(span.text, strong=True, language=span.language) for span in titled(step, say))
    day = late = None
    if deadline is not None:
        day, late = deadline.last_lawful_day or deadline.day, deadline.late
    last = " " + say.text("The last day was {day}.", day=say.long_day(day)) if day is not None else ""
    ask = inline(say.text("Contact the agency without delay and ask what can still be done."))
    return (*title, Span(f".{last} "), *(say.content(late) if late is not None else ask))


def shared_warnings(steps: Sequence[PlanStep]) -> tuple[str, ...]:
    """The warnings that more than one step has: they are said once."""
    texts = [warning.text for step in steps for warning in dict.fromkeys(step.warnings)]
    return tuple(text for text in dict.fromkeys(texts) if texts.count(text) > 1)
