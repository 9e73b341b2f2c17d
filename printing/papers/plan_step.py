"""One step of a plan as it stands on paper: by when, what, how, where, what to bring, what it costs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from desk.model.ids import StepId
from desk.model.path import ChannelKind, Nature
from desk.model.plan import Decision, Group, PlanChannel, PlanDeadline, PlanStep
from i18n.translator import N_
from printing.document import (
    Block,
    Bullets,
    ByWhen,
    Checklist,
    Fact,
    Facts,
    Inline,
    Note,
    NoteKind,
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
    discreet: bool

    def step(self, step: PlanStep) -> Step:
        """The whole step."""
        return Step(
            self.say.content(step.title),
            tuple(self._blocks(step)),
            self.numbers.get(step.id),
            tick=step.group in (Group.HERE, Group.YOU),
        )

    def _blocks(self, step: PlanStep) -> Iterator[Block]:
        yield from self._when(step)
        yield Paragraph(self.say.content(step.what))
        yield from self._how(step)
        yield from self._facts(step)
        yield from self._bring(step)
        page = self._page(step)
        yield from self._other_ways(step, page)
        for warning in step.warnings:
            yield Note(NoteKind.ADVICE, self.say.text("Remember"), (Paragraph(self.say.content(warning)),))
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
            label = N_("The day has passed. It was")
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
            rows += self._contacts(channel)
        if step.fee is not None:
            mark = "" if step.fee.verified else f" ({self.say.text('check with the agency')})"
            rows.append(Fact(self.say.text("Price"), inline(step.fee.text + mark)))
        if step.undecided:
            rows.append(Fact(self.say.text("It depends on"), inline(", ".join(step.undecided))))
        if step.because is not None:
            rows.append(Fact(self.say.text("Why"), self.say.content(step.because)))
        if rows:
            yield Facts(tuple(rows))

    def _contacts(self, channel: PlanChannel) -> Iterator[Fact]:
        way = self.say.content(channel.text) if channel.text is not None else None
        if way is not None:
            yield Fact(self.say.text(_WAYS[channel.kind]), way)
        if channel.phone is not None:
            yield self.say.phone(channel.phone)
        if channel.address is not None and not self.discreet:
            yield Fact(self.say.text("Address"), self.say.contact(channel.address))
        if channel.form is not None:
            yield Fact(self.say.text("Form"), self.say.contact(channel.form))

    def _bring(self, step: PlanStep) -> Iterator[Block]:
        if step.bring:
            yield Paragraph(inline(Span(self.say.text("Have these with you"), strong=True)))
            yield Checklist(tuple(self.say.content(document) for document in step.bring))

    def _other_ways(self, step: PlanStep, page: QrCode | None) -> Iterator[Block]:
        best = _best(step)
        ways = [self._way(channel, page) for channel in step.channels if channel.usable and channel is not best]
        if ways:
            yield Paragraph(inline(Span(self.say.text("You can also do this in another way"), strong=True)))
            yield Bullets(tuple(ways))

    def _way(self, channel: PlanChannel, shown: QrCode | None) -> Inline:
        parts: list[Inline] = [inline(self.say.text(_WAYS[channel.kind]))]
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
        return tuple(span for at, part in enumerate(parts) for span in (*_comma(at), *part))

    def _page(self, step: PlanStep) -> QrCode | None:
        """The page of the best way that has one."""
        usable = [channel for channel in step.channels if channel.usable and channel.url is not None]
        usable.sort(key=lambda channel: not channel.recommended)
        pages = (self.say.web_page(channel.url.text) for channel in usable if channel.url is not None)
        return next((page for page in pages if page is not None), None)

    def _trust(self, step: PlanStep) -> Iterator[Block]:
        if not step.verified:
            yield Paragraph(inline(self.say.text("Check this with the agency. We have not been able to check it.")))
        if step.source and step.checked is not None:
            day = self.say.day(step.checked)
            source = self.say.text("Source: {source}, checked {day}.", source=step.source, day=day)
            yield Paragraph(inline(source), minor=True)


def _best(step: PlanStep) -> PlanChannel | None:
    usable = [channel for channel in step.channels if channel.usable]
    return next((channel for channel in usable if channel.recommended), usable[0] if usable else None)


def _comma(at: int) -> Inline:
    if at == 0:
        return ()
    return inline(": " if at == 1 else ", ")


def _one_under_another(texts: list[Inline]) -> Inline:
    return tuple(span for at, text in enumerate(texts) for span in (*(inline("\n") if at else ()), *text))
