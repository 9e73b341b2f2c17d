"""What a calendar says of the days of a plan: as little as can be, unless the citizen wants the names of the steps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from desk.model.hours import HELSINKI
from desk.model.ids import StepId
from desk.model.plan import Group, Plan, PlanHint, PlanMeeting, PlanStep, Words
from desk.model.plan_days import DayKind, PlanDay, days_of
from i18n.language import Language
from i18n.translator import N_
from printing.document import Inline
from printing.papers.plan_overview import numbers_of, steps_to_do, titled
from printing.papers.plan_step import BY_WHEN, is_doubtful
from printing.papers.wording import Wording

NEUTRAL = "Palvelutiski"
"""All that a discreet calendar says: a telephone shows it to whoever looks."""


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """One day as it will stand in a calendar."""

    key: str
    day: date
    summary: str
    description: str
    language: Language
    """What the summary is really in."""
    told_in: Language
    """The same of the description."""
    revision: int = 0
    """How often it was changed since it was first told of."""
    called_off: bool = False
    at: datetime | None = None
    """Somebody waits at this hour; else it is the day that counts."""


@dataclass(frozen=True, slots=True)
class CalendarWriter:
    """Words for the days of one plan, in its language."""

    plan: Plan
    say: Wording
    named: bool
    practice: bool = False

    def days(self) -> tuple[CalendarDay, ...]:
        """Return every day with its words."""
        numbers = numbers_of(steps_to_do(self.plan))
        return tuple(self._day(each, numbers) for each in days_of(self.plan))

    def _day(self, each: PlanDay, numbers: Mapping[StepId, int]) -> CalendarDay:
        language = told_in = self.say.language
        if self.plan.discreet:
            summary, description = NEUTRAL, ""
        elif self.named:
            summary, description = self._name(each), "\n".join(self._told(each))
            language = (None if isinstance(each.of, PlanMeeting) else each.of.title.fallback) or language
        else:
            summary, description = self._neutral(each, numbers), "\n".join(self._where_it_is_told(each))
            language = told_in = self.say.words.language_of(
                "Reminder: your plan"
            )  # another stands in where it is missing
        if self.practice:
            marked = self.say.text("Practice, not a real paper")
            summary = f"{marked} · {summary}"
        expert = each.of.expert if isinstance(each.of, PlanMeeting) else None
        revision, called_off = (expert.revision, expert.called_off) if expert is not None else (0, False)
        at = datetime.combine(each.day, expert.at, HELSINKI) if expert is not None and not self.plan.discreet else None
        return CalendarDay(each.key, each.day, summary, description, language, told_in, revision, called_off, at)

    def _neutral(self, each: PlanDay, numbers: Mapping[StepId, int]) -> str:
        number = numbers.get(each.of.id) if isinstance(each.of, PlanStep) else None
        if number is None:
            return self.say.text("Reminder: your plan")
        return self.say.text("Reminder: step {number} of your plan", number=number)

    def _where_it_is_told(self, each: PlanDay) -> Iterator[str]:
        yield self.say.text("The plan that you got at the service point says what to do.")
        yield from self._last_lawful(each)

    def _name(self, each: PlanDay) -> str:
        if isinstance(each.of, PlanMeeting):
            if each.of.expert is not None:
                return self.say.text("Remote service: {agency}", agency=each.of.expert.agency)
            if each.of.calls:
                return self.say.text("The service point is in touch with you")
            return self.say.text("Come to the service point again")
        title = _text(titled(each.of, self.say) if isinstance(each.of, PlanStep) else self.say.content(each.of.title))
        if each.kind is DayKind.EARLIEST:
            return self.say.text("From this day on: {step}", step=title)
        if each.kind is DayKind.SILENCE:
            return self.say.text("Ask if nothing has come: {step}", step=title)
        if each.kind is DayKind.CHECK:
            return self.say.text("Check: {step}", step=title)
        return title

    def _told(self, each: PlanDay) -> Iterator[str]:
        """What to do, by when, and whom to call."""
        if isinstance(each.of, PlanMeeting):
            expert = each.of.expert
            if expert is not None:
                yield ", ".join((self.say.formats.time_of_day(expert.at), expert.room))
            return
        if isinstance(each.of, PlanStep):
            yield from self._of_step(each, each.of)
        else:
            yield from self._of_hint(each.of)
        yield self.say.text("This is advice. The authorities decide.")

    def _of_step(self, each: PlanDay, step: PlanStep) -> Iterator[str]:
        if each.kind in (DayKind.DEADLINE, DayKind.CHECK) and step.deadline is not None:
            nature = step.deadline.nature
            label = BY_WHEN[nature] if nature is not None else N_("By when")
            yield f"{self.say.text(label)}: {self.say.long_day(each.day)}."
        yield from self._last_lawful(each)
        if step.group is Group.MAYBE:
            yield self.say.text("This may apply to you") + "."
        yield self._content(step.what)
        way = step.best_way
        yield from self._whom(step.agency, self.say.phone(way.phone) if way is not None and way.phone else ())
        if not step.verified:
            yield self.say.text("check this with them").capitalize() + "."
        elif is_doubtful(step):
            yield self.say.text("check the contact details").capitalize() + "."

    def _of_hint(self, hint: PlanHint) -> Iterator[str]:
        yield self._content(hint.what)
        yield from self._whom(hint.agency, self.say.phone(hint.phone) if hint.phone else ())
        if not hint.verified:
            yield self.say.text("check this with them").capitalize() + "."

    def _whom(self, agency: str, phone: Inline) -> Iterator[str]:
        parts = [part for part in (agency, _text(phone)) if part]
        if parts:
            yield ", ".join(parts)

    def _last_lawful(self, each: PlanDay) -> Iterator[str]:
        """Where the paper tells of it: the day to do it by comes before the last one that the law allows."""
        deadline = each.of.deadline if isinstance(each.of, PlanStep) else None
        last = deadline.last_lawful_day if deadline is not None else None
        if each.kind is DayKind.DEADLINE and last is not None and last != each.day:
            yield self.say.text("The last lawful day is {day}.", day=self.say.long_day(last))

    def _content(self, words: Words) -> str:
        return _text(self.say.content(words))


def _text(parts: Inline) -> str:
    return "".join(span.text for span in parts)
