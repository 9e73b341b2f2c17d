"""How the steps of a kept plan stand: what is with whom, what was decided, and what to do when nothing is heard."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from desk.model.follow_up import NEGATIVE, Progress, Result
from desk.model.person import ContactKind
from desk.model.plan import Plan, PlanStand, PlanStep
from i18n.translator import N_
from printing.document import (
    Block,
    Fact,
    Facts,
    Heading,
    Inline,
    Note,
    NoteKind,
    Paragraph,
    Span,
    Step as PaperStep,
    Steps,
    Together,
    inline,
)
from printing.papers.plan_overview import titled
from printing.papers.wording import Wording

_RESULTS = {
    Result.GRANTED: N_("You got what you asked for"),
    Result.REFUSED: N_("The agency refused"),
    Result.PARTLY: N_("You got a part of what you asked for"),
    Result.UNKNOWN: N_("It was decided. Read the decision."),
}
_WAYS = {
    ContactKind.PHONE: N_("by telephone"),
    ContactKind.TEXT_MESSAGE: N_("by text message"),
    ContactKind.EMAIL: N_("by e-mail"),
    ContactKind.LETTER: N_("by letter"),
    ContactKind.THROUGH_SOMEBODY: N_("in the way that we agreed"),
    ContactKind.COMES_BACK: N_("when you come to the service point"),
}


@dataclass(frozen=True, slots=True)
class StandingWriter:
    """Writes the part of a plan that a later paper begins with."""

    plan: Plan
    say: Wording

    def blocks(self) -> Iterator[Block]:
        """The steps that are with an agency, decided or too late, then when the desk and the citizen meet."""
        told = [step for step in self.plan.steps if step.stand is not None and self._is_worth_telling(step.stand)]
        told.sort(
            key=lambda step: step.stand is None or not self._can_be_changed(step.stand)
        )  # what has a last day first
        meetings = tuple(self._meetings())
        if not told and not meetings:
            return
        if self.plan.stands_on is not None:
            day = self.say.on_day(self.plan.stands_on)
            yield Heading(inline(self.say.text("How your matters stand on {day}", day=day)))
        if told:
            yield Steps(tuple(self._step(step) for step in told))
        if meetings:
            yield Together((Facts(meetings),))

    @staticmethod
    def _can_be_changed(stand: PlanStand) -> bool:
        return stand.result in NEGATIVE and not stand.act_done

    @staticmethod
    def _is_worth_telling(stand: PlanStand) -> bool:
        return stand.progress in (Progress.WAITING, Progress.EXPIRED) or stand.result is not None

    def _step(self, step: PlanStep) -> PaperStep:
        stand = step.stand
        blocks = tuple(self._of(step, stand)) if stand is not None else ()
        return PaperStep(titled(step, self.say), blocks, tick=False)

    def _of(self, step: PlanStep, stand: PlanStand) -> Iterator[Block]:
        if step.agency:
            yield Paragraph(inline(step.agency), minor=True)
        rows = tuple(self._rows(stand))
        if rows:
            yield Facts(rows)
        if self._can_be_changed(stand):
            yield self._change(stand)
        elif stand.progress is Progress.WAITING:
            yield self._silence(step, stand)
        elif stand.progress is Progress.EXPIRED:
            words = self.say.text("The time for this is over.")
            ask = self.say.content(stand.late) if stand.late is not None else inline(self._ask_what_can_be_done())
            yield Paragraph((*inline(f"{words} "), *ask))

    def _ask_what_can_be_done(self) -> str:
        return self.say.text("Contact the agency without delay and ask what can still be done.")

    def _rows(self, stand: PlanStand) -> Iterator[Fact]:
        say = self.say
        if stand.result is not None:
            yield Fact(say.text("Decision"), inline(Span(say.text(_RESULTS[stand.result]), strong=True)))
            if stand.decided_on is not None:
                yield Fact(say.text("Day of the decision"), inline(say.long_day(stand.decided_on)))
        elif stand.progress is Progress.WAITING:
            yield Fact(say.text("How it stands"), inline(say.text("The agency has it. You wait for an answer.")))
            if stand.sent_on is not None:
                yield Fact(say.text("Day of sending"), inline(say.long_day(stand.sent_on)))
            if stand.expected_on is not None:
                day = Span(say.long_day(stand.expected_on), strong=True)
                yield Fact(say.text("An answer is expected at the latest on"), inline(day))
        if stand.reference:
            yield Fact(say.text("Your reference number"), inline(Span(stand.reference, unbroken=True)))

    def _silence(self, step: PlanStep, stand: PlanStand) -> Block:
        say = self.say
        who = step.agency or say.text("the agency")
        first = say.text("Contact {agency} and ask how it stands.", agency=who)
        if stand.reference:
            first = say.text("Contact {agency}, ask how it stands and say your reference number.", agency=who)
        lines: list[Inline] = [inline(first)]
        if stand.phone is not None:
            lines.append(say.phone(stand.phone))
        elif stand.url is not None:
            lines.append(inline(stand.url.text))
        if stand.late is not None:
            lines.append(say.content(stand.late))
        return Note(
            NoteKind.ADVICE, say.text("If you have heard nothing by then"), tuple(Paragraph(line) for line in lines)
        )

    def _change(self, stand: PlanStand) -> Block:
        say = self.say
        lines: list[Inline] = [say.content(stand.change)] if stand.change is not None else []
        if stand.act_by is not None:
            day = say.on_day(stand.act_by)
            lines.append(inline(say.text("The last day to ask for a change is {day}.", day=day)))
        lines.append(
            inline(say.text("The decision says how to ask for a change and by when. Check it with the agency."))
        )
        if stand.phone is not None:
            lines.append(say.phone(stand.phone))
        label = say.text("If you do not agree with the decision")
        return Note(NoteKind.ATTENTION, label, tuple(Paragraph(line) for line in lines))

    def _meetings(self) -> Iterator[Fact]:
        say, ways = self.say, self.plan.reached_by
        how = f", {say.text(_WAYS[ways[0]])}" if ways and ways[0] is not ContactKind.COMES_BACK else ""
        for meeting in self.plan.meetings:
            day, expert = say.on_day(meeting.day), meeting.expert
            if expert is not None:
                where = [part for part in (day, say.formats.time_of_day(expert.at), expert.room) if part]
                if expert.called_off:
                    where.insert(0, say.text("called off"))
                elif expert.moved_from is not None:
                    was = expert.moved_from
                    where.append(
                        say.text(
                            "moved from {day}, {time}",
                            day=say.on_day(was.date()),
                            time=say.formats.time_of_day(was.time()),
                        )
                    )
                label = say.text("Remote service: {agency}", agency=expert.agency)
                own = label if expert.agency else say.text("Your appointment")
                yield Fact(own, inline(Span(", ".join(where), strong=True)))
                continue
            if meeting.calls:
                yield Fact(say.text("We are in touch with you"), inline(f"{day}{how}"))
            else:
                yield Fact(say.text("Come to the service point again"), inline(Span(day, strong=True)))
