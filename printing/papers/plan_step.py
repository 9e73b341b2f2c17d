"""One step of a plan as it stands on paper: by when, what, how, where, what to bring, what it costs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from desk.model.ids import StepId
from desk.model.path import ChannelKind, Nature
from desk.model.plan import Contact, Decision, Group, PlanChannel, PlanDeadline, PlanStep
from i18n.translator import N_
from printing.document import (
    Block,
    Bullets,
    ByWhen,
    Checklist,
    Fact,
    Facts,
    Inline,
    Paragraph,
    QrCode,
    Span,
    Step,
    inline,
)
from printing.papers.wording import Wording

_BY_WHEN = {
    Nature.LAW: N_("By law, at the latest"),
    Nature.MONEY: N_("At the latest, or you may lose money"),
    Nature.ADVICE: N_("It is best to do this by"),
    Nature.CHECK: N_("Check this on"),
}
_BY_WHEN_PASSED = {
    Nature.ADVICE: N_("Do this as soon as you can. It was best to do it by"),
    Nature.CHECK: N_("Check this as soon as you can. The day was"),
}
_OTHER_WAYS = {
    ChannelKind.E_SERVICE: N_("Or on the web"),
    ChannelKind.PHONE: N_("Or by phone"),
    ChannelKind.VISIT: N_("Or in person"),
    ChannelKind.REMOTE: N_("Or by remote service"),
    ChannelKind.PAPER: N_("Or on paper"),
    ChannelKind.MAIL: N_("Or by letter"),
    ChannelKind.SECURE_MESSAGE: N_("Or by secure message"),
}
_WAYS = {
    ChannelKind.E_SERVICE: N_("On the web"),
    ChannelKind.PHONE: N_("By phone"),
    ChannelKind.VISIT: N_("In person"),
    ChannelKind.REMOTE: N_("By remote service"),
    ChannelKind.PAPER: N_("On paper"),
    ChannelKind.MAIL: N_("By letter"),
    ChannelKind.SECURE_MESSAGE: N_("By secure message"),
}


@dataclass(frozen=True, slots=True)
class StepWriter:
    """Writes the steps of one plan. ``numbers`` are those of the steps that are still to be done."""

    say: Wording
    numbers: Mapping[StepId, int]
    first_ones: frozenset[StepId]
    said_once: frozenset[str]
    """Warnings that the plan says once for all steps."""
    discreet: bool

    def step(self, step: PlanStep) -> Step:
        """The whole step."""
        return Step(
            self.say.content(step.title),
            tuple(self._blocks(step)),
            self.numbers.get(step.id),
            tick=step.group in (Group.HERE, Group.YOU),
        )

    def in_brief(self, step: PlanStep) -> Step:
        """A step that may apply: what it is, what it depends on, and whom to ask."""
        channel = _best(step)
        rows = []
        if step.undecided:
            rows.append(Fact(self.say.text("It depends on"), inline(", ".join(step.undecided))))
        if step.agency:
            rows.append(Fact(self.say.text("Ask"), inline(step.agency)))
        if channel is not None and channel.phone is not None:
            rows.append(self.say.phone(channel.phone))
        blocks: list[Block] = [Paragraph(self.say.content(step.what))]
        if rows:
            blocks.append(Facts(tuple(rows)))
        return Step(self.say.content(step.title), tuple(blocks), tick=False)

    def in_a_line(self, step: PlanStep) -> Inline:
        """A step that nobody has to do: its title and what happens."""
        title = tuple(Span(span.text, strong=True, language=span.language) for span in self.say.content(step.title))
        return (*title, *inline(". "), *self.say.content(step.what))

    def _blocks(self, step: PlanStep) -> Iterator[Block]:
        yield from self._when(step)
        yield Paragraph(self.say.content(step.what))
        yield from self._how(step)
        yield from self._facts(step)
        yield from self._bring(step)
        page = self._page(step)
        ways = tuple(self._other_ways(step, page))
        if ways:
            yield Facts(ways)
        for warning in step.warnings:
            if warning.text not in self.said_once:
                yield Facts((Fact(self.say.text("Remember"), self.say.content(warning)),))
        if page is not None:
            yield page
        yield from self._trust(step)

    def _when(self, step: PlanStep) -> Iterator[Block]:
        if step.decision is Decision.POSTPONED:
            yield Paragraph(inline(Span(self.say.text("You do this later."), strong=True)))
        if step.deadline is not None and step.deadline.day is not None:
            yield self._by_when(step.deadline)
        elif step.deadline is not None and step.deadline.text is not None:
            yield Facts((Fact(self.say.text("By when"), self.say.content(step.deadline.text)),))
        elif step.group in (Group.HERE, Group.YOU) and step.decision is not Decision.POSTPONED:
            first = step.id in self.first_ones
            words = self.say.text("Do this first.") if first else self.say.text("There is no set day for this.")
            yield Paragraph(inline(words))
        if step.earliest is not None:
            day = self.say.on_day(step.earliest)
            yield Paragraph(inline(self.say.text("Not before {day}.", day=day)))

    def _by_when(self, deadline: PlanDeadline) -> ByWhen:
        remarks: list[Inline] = []
        label = _BY_WHEN[deadline.nature] if deadline.nature is not None else N_("By when")
        if deadline.passed:
            label = _BY_WHEN_PASSED.get(deadline.nature or Nature.LAW, N_("The day has passed. It was"))
        if deadline.last_lawful_day is not None and deadline.last_lawful_day != deadline.day:
            day = self.say.on_day(deadline.last_lawful_day)
            remarks.append(inline(self.say.text("The last lawful day is {day}.", day=day)))
        if deadline.text is not None:
            remarks.append(self.say.content(deadline.text))
        day = self.say.on_day(deadline.day) if deadline.day is not None else ""
        return ByWhen(self.say.text(label), day, _one_under_another(remarks))

    def _how(self, step: PlanStep) -> Iterator[Block]:
        if len(step.how) == 1:
            yield Paragraph(self.say.content(step.how[0]))
        elif step.how:
            yield Bullets(tuple(self.say.content(line) for line in step.how))

    def _facts(self, step: PlanStep) -> Iterator[Block]:
        rows = []
        before = sorted(self.numbers[other] for other in step.after if other in self.numbers)
        if before:
            rows.append(Fact(self.say.text("First do the step"), inline(", ".join(map(str, before)))))
        if step.agency:
            rows.append(Fact(self.say.text("Authority"), inline(step.agency)))
        channel = _best(step)
        if channel is not None:
            rows += self._contacts(channel, step.verified)
        if step.fee is not None:
            fee = Contact(step.fee.text, step.fee.verified)
            rows.append(Fact(self.say.text("Price"), self.say.contact(fee, step.verified)))
        if step.undecided:
            rows.append(Fact(self.say.text("It depends on"), inline(", ".join(step.undecided))))
        if rows:
            yield Facts(tuple(rows))

    def _contacts(self, channel: PlanChannel, checked: bool) -> Iterator[Fact]:
        way = self.say.content(channel.text) if channel.text is not None else None
        if way is not None:
            yield Fact(self.say.text(_WAYS[channel.kind]), way)
        if channel.phone is not None:
            yield self.say.phone(channel.phone, checked)
        if channel.address is not None and not self.discreet:
            yield Fact(self.say.text("Address"), self.say.contact(channel.address, checked))
        if channel.form is not None:
            yield Fact(self.say.text("Form"), self.say.contact(channel.form, checked))

    def _bring(self, step: PlanStep) -> Iterator[Block]:
        if step.bring:
            yield Paragraph(inline(Span(self.say.text("Have these with you"), strong=True)))
            yield Checklist(tuple(self.say.content(document) for document in step.bring))

    def _other_ways(self, step: PlanStep, page: QrCode | None) -> Iterator[Fact]:
        best = _best(step)
        for channel in step.channels:
            if channel.usable and channel is not best:
                way = self._way(channel, page)
                if way:
                    yield Fact(self.say.text(_OTHER_WAYS[channel.kind]), way)

    def _way(self, channel: PlanChannel, shown: QrCode | None) -> Inline:
        parts: list[Inline] = []
        if channel.text is not None:
            parts.append(self.say.content(channel.text))
        if channel.phone is not None:
            parts.append(self.say.phone(channel.phone).value)
        if channel.address is not None and not self.discreet:
            parts.append(self.say.contact(channel.address))
        if channel.form is not None:
            parts.append(self.say.contact(channel.form))
        page = self.say.web_page(channel.url.text) if channel.url is not None else None
        if page is not None and page != shown:
            parts.append(inline(Span(page.shown, link=page.address)))
        return _sentence(parts)

    def _page(self, step: PlanStep) -> QrCode | None:
        """The page of the best way that has one."""
        usable = [channel for channel in step.channels if channel.usable and channel.url is not None]
        usable.sort(key=lambda channel: not channel.recommended)
        pages = (self.say.web_page(channel.url.text) for channel in usable if channel.url is not None)
        return next((page for page in pages if page is not None), None)

    def _trust(self, step: PlanStep) -> Iterator[Block]:
        if not step.verified:
            words = self.say.text("Check this with the agency. We have not been able to check it.")
            yield Paragraph(inline(words), minor=True)


def _best(step: PlanStep) -> PlanChannel | None:
    usable = [channel for channel in step.channels if channel.usable]
    return next((channel for channel in usable if channel.recommended), usable[0] if usable else None)


def _sentence(parts: list[Inline]) -> Inline:
    """What there is to know of a way: a part that ends a sentence is followed by no comma."""
    spans: list[Span] = []
    for at, part in enumerate(parts):
        if at:
            spans.append(Span(" " if spans[-1].text.endswith(".") else ", "))
        spans += part
    return tuple(spans)


def _one_under_another(texts: list[Inline]) -> Inline:
    return tuple(span for at, text in enumerate(texts) for span in (*(inline("\n") if at else ()), *text))
