"""One step of a plan as it stands on paper: by when, what, how, where, what to bring, what it costs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from desk.model.ids import StepId
from desk.model.path import ChannelKind, Mode, Nature
from desk.model.plan import Contact, Group, PlanChannel, PlanDeadline, PlanFee, PlanFigure, PlanStep
from desk.model.visit_channel import VisitChannel
from i18n.translator import N_
from printing.document import (
    Block,
    Bullets,
    ByWhen,
    Checklist,
    Fact,
    Facts,
    Field,
    Fields,
    Inline,
    Paragraph,
    QrCode,
    Span,
    Step,
    inline,
)
from printing.papers.plan_help import HelpWords
from printing.papers.plan_overview import BINDING
from printing.papers.plan_ways import WAYS, figures, less_elsewhere
from printing.papers.remarks import broken_links, point_notes, stale_words
from printing.papers.wording import Wording, run_in

BY_WHEN = {
    Nature.LAW: N_("By law, at the latest"),
    Nature.MONEY: N_("At the latest, so that you lose no money"),
    Nature.ADVICE: N_("It is best to do this by"),
    Nature.CHECK: N_("Check this on"),
}
AGREED_IN = {
    VisitChannel.PHONE: N_("by phone"),
    VisitChannel.REMOTE: N_("by remote service"),
    VisitChannel.LETTER: N_("by letter"),
    VisitChannel.MESSAGE: N_("by secure message"),
}
"""How a step was agreed when the two did not sit together."""
_OTHER_WAYS = {
    ChannelKind.E_SERVICE: N_("Or web"),
    ChannelKind.PHONE: N_("Or phone"),
    ChannelKind.VISIT: N_("Or visit"),
    ChannelKind.REMOTE: N_("Or remote service"),
    ChannelKind.PAPER: N_("Or paper"),
    ChannelKind.MAIL: N_("Or letter"),
    ChannelKind.SECURE_MESSAGE: N_("Or secure message"),
}


@dataclass(frozen=True, slots=True)
class StepWriter:
    """Writes the steps of one plan. ``numbers`` are those of the steps that are still to be done."""

    say: Wording
    numbers: Mapping[StepId, int]
    said_once: frozenset[str]
    """Warnings that the plan says once for all steps."""
    discreet: bool
    ask_first: frozenset[StepId]
    """Steps that come after one that this paper does not name."""
    some_cost: bool
    """Whether anything in the plan costs money: then it is said of the other things that they do not."""
    help: HelpWords
    today: date | None = None
    """The day of the plan: what is best done on it is said in the words of its rule, and no day is named."""

    def step(self, step: PlanStep) -> Step:
        """The whole step."""
        tick = step.group in (Group.HERE, Group.YOU)
        return Step(self.say.content(step.title), tuple(self._blocks(step)), self.numbers.get(step.id), tick)

    def postponed(self, step: PlanStep) -> Step:
        """A step that waits: why, by when and whom to ask."""
        parts = [*self._whom(step)]
        if step.deadline is not None and step.deadline.day is not None:
            parts.append(inline(Span(self.say.long_day(step.deadline.day), strong=step.deadline.nature in BINDING)))
        parts += self._age(step)
        if step.reason and not self.discreet:
            parts.append(inline(step.reason))
        blocks = (Paragraph(run_in(parts)),) if parts else ()
        number = self.numbers.get(step.id)
        return Step(self.say.content(step.title), blocks, number, tick=number is not None)

    def in_brief(self, step: PlanStep) -> Step:
        """A step that may apply: what it is, whom to ask, and what it depends on."""
        parts = [*self._whom(step)]
        if step.undecided:
            words = self.say.text("It depends on this: {facts}", facts=", ".join(step.undecided))
            parts.append(inline(words))
        parts += self._age(step)
        blocks: list[Block] = [Paragraph(run_in(parts), minor=True)] if parts else []
        return Step(self.say.content(step.title), (*blocks, Paragraph(self.say.content(step.what))), tick=False)

    def in_a_line(self, step: PlanStep) -> Inline:
        """A step that nobody has to do: its title, what happens, and when to see that it did."""
        title = tuple(Span(span.text, strong=True, language=span.language) for span in self.say.content(step.title))
        day = step.deadline.day if step.deadline is not None else None
        check = " " + self.say.text("Check it on {day}.", day=self.say.on_day(day)) if day is not None else ""
        return (*title, *inline(". "), *self.say.content(step.what), *inline(check))

    def _blocks(self, step: PlanStep) -> Iterator[Block]:
        under_title = run_in([*self._under_title(step)])
        if under_title:
            yield Paragraph(under_title, minor=True)
        if step.deadline is not None and step.deadline.day is not None:
            yield self._by_when(step.deadline, step.deadline.day)
        what = self.say.content(step.what)
        if len(step.how) == 1:
            what = (*what, *inline(" "), *self.say.content(step.how[0]))
        yield Paragraph(what)
        if len(step.how) > 1:
            yield Bullets(tuple(self.say.content(line) for line in step.how))
        yield from self._ways(step)

    def _under_title(self, step: PlanStep) -> Iterator[Inline]:
        """In one small line: who, what it costs, what comes before, and the rule of the deadline in words."""
        if step.whose is not None:
            yield self.say.content(step.whose)
        if step.agency:
            yield inline(step.agency)
        yield from map(inline, self.help.at_step(step))
        yield from self._age(step)
        yield from map(inline, self._conditions(step))
        if step.deadline is not None and step.deadline.text is not None and not self._is_for_today(step.deadline):
            yield self.say.content(step.deadline.text)

    def _is_for_today(self, deadline: PlanDeadline) -> bool:
        return deadline.nature is Nature.ADVICE and deadline.text is not None and deadline.day == self.today

    def _conditions(self, step: PlanStep) -> Iterator[str]:
        if step.fee is not None and not step.fee.free:
            yield self.say.text("price {price}", price=step.fee.text)
        elif step.fee is not None and self.some_cost:
            yield self.say.text("free of charge")
        before = sorted(self.numbers[other] for other in step.after if other in self.numbers)
        if before:
            numbers = ", ".join(map(str, before))
            yield self.say.ntext("after step {steps}", "after steps {steps}", len(before), steps=numbers)
        if step.id in self.ask_first:
            yield self.say.text("ask us before you do this")
        if step.earliest is not None:
            yield self.say.text("not before {day}", day=self.say.on_day(step.earliest))
        if step.stale_since is None:  # else it is said that it is old, and to be checked
            yield from self._doubt(step)

    def _doubt(self, step: PlanStep) -> Iterator[str]:
        if not step.verified:
            yield self.say.text("check this with them")
        elif is_doubtful(step):
            yield self.say.text("check the contact details")

    def _age(self, step: PlanStep) -> Iterator[Inline]:
        if step.stale_since is not None:
            yield stale_words(step.stale_since, self.say)

    def _by_when(self, deadline: PlanDeadline, day: date) -> ByWhen:
        if deadline.passed and deadline.nature not in BINDING:
            return ByWhen("", self.say.text("As soon as you can"))
        if self._is_for_today(deadline) and deadline.text is not None:
            return ByWhen("", deadline.text.text.removesuffix("."))
        label = BY_WHEN[deadline.nature] if deadline.nature is not None else N_("By when")
        if deadline.nature is Nature.MONEY and deadline.text is not None:
            label = N_("At the latest")  # the text says what is lost
        remark: Inline = ()
        if deadline.last_lawful_day is not None and deadline.last_lawful_day != day:
            last = self.say.long_day(deadline.last_lawful_day)
            remark = inline(self.say.text("The last lawful day is {day}.", day=last))
        if deadline.passed:
            return ByWhen(self.say.text("The last day was"), self.say.long_day(day), remark)
        return ByWhen(self.say.text(label), self.say.on_day(day), remark)

    def _ways(self, step: PlanStep) -> Iterator[Block]:
        """The best way, what to bring, then the other ways and what to remember, small."""
        best, page = step.best_way, self._page(step)
        if best is not None and (way := self._way(best, page)):
            yield Facts((Fact(self.say.text(WAYS[best.kind]), way),))
        if step.bring:
            items = tuple(self.say.content(document) for document in step.bring)
            yield Checklist(items, self.say.text("Have these with you"))
        yield from self._to_agree(step, best)
        rows = []
        for channel in step.channels:
            if channel.is_offered and channel is not best and (way := self._way(channel, page, best)):
                rows.append(Fact(self.say.text(_OTHER_WAYS[channel.kind]), way))
        rows += [Fact(self.say.text("Compare"), inline(line)) for line in less_elsewhere(step, self.say)]
        rows += [Fact(self.say.text("This settles too"), self.say.content(title)) for title in step.also]
        rows += [
            Fact(self.say.text("Remember"), self.say.content(warning))
            for warning in step.warnings
            if warning.text not in self.said_once
        ]
        rows += [*point_notes(step.point_notes, self.say), *broken_links(step.broken_links, self.say)]
        if step.decided_in in AGREED_IN and not self.discreet:
            rows.append(Fact(self.say.text("Agreed"), inline(self.say.text(AGREED_IN[step.decided_in]))))
        if rows:
            yield Facts(tuple(rows), minor=True)
        if page is not None:
            yield page

    def _to_agree(self, step: PlanStep, best: PlanChannel | None) -> Iterator[Block]:
        """What is agreed for a talk from afar: written in by hand when it is."""
        talks = best is not None and best.kind is ChannelKind.REMOTE
        if talks or (step.mode is Mode.REMOTE and step.bring):
            yield Fields((Field(self.say.text("Agreed time, and place, link or number")),))

    def _way(self, channel: PlanChannel, shown: QrCode | None, best: PlanChannel | None = None) -> Inline:
        parts: list[Inline] = []
        if channel.text is not None:
            parts.append(self.say.content(channel.text))
        if channel.phone is not None:
            parts.append(self.say.phone(channel.phone))
        if channel.address is not None and not self.discreet:
            parts.append(inline(channel.address.text))
        if channel.form is not None:
            parts.append(inline(_going_on(parts, self.say.text("form {form}", form=channel.form.text))))
        for words in figures(channel, self.say, best):
            parts.append(inline(_going_on(parts, words)))
        page = self.say.web_page(channel.url.text) if channel.url is not None else None
        if page is not None and page != shown:
            parts.append(inline(Span(page.shown, link=page.address)))
        return _sentence(parts)

    def _whom(self, step: PlanStep) -> Iterator[Inline]:
        if step.agency:
            yield inline(step.agency)
        channel = step.best_way
        if channel is not None and channel.phone is not None:
            yield self.say.phone(channel.phone)

    def _page(self, step: PlanStep) -> QrCode | None:
        """A public page that is worth a camera: no place to log in, and no front page, which is typed as fast."""
        usable = [each for each in step.channels if each.is_offered and each.kind is not ChannelKind.E_SERVICE]
        usable.sort(key=lambda channel: channel is not step.best_way)
        urls = (channel.url.text for channel in usable if channel.url is not None)
        pages = (self.say.web_page(url) for url in urls if url not in step.broken_links)
        return next((page for page in pages if page is not None and self.say.is_worth_a_code(page)), None)


def is_doubtful(step: PlanStep) -> bool:
    """Whether the step, or anything in it that the paper shows, could not be checked."""
    details = [step.fee, *(part for way in step.channels if way.is_offered for part in _details(way))]
    return not step.verified or any(detail is not None and not detail.verified for detail in details)


def _details(channel: PlanChannel) -> tuple[Contact | PlanFee | PlanFigure | None, ...]:
    figures_of = (channel.fee, channel.minutes, channel.wait)
    return channel.phone, channel.address, channel.form, channel.url, *figures_of


def _going_on(parts: list[Inline], words: str) -> str:
    """Words that follow the parts: with a capital where those end a sentence."""
    return words[:1].upper() + words[1:] if parts and parts[-1][-1].text.endswith(".") else words


def _sentence(parts: list[Inline]) -> Inline:
    """What there is to know of a way: a part that ends a sentence is followed by no comma."""
    spans: list[Span] = []
    for at, part in enumerate(parts):
        if at:
            spans.append(Span(" " if spans[-1].text.endswith(".") else ", "))
        spans += part
    return tuple(spans)
