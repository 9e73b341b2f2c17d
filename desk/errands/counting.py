"""How a step's day was counted: the rule, the day it starts from, and the days off that moved its end."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from msgspec import Struct

from desk.errands.deadlines import count_from
from desk.errands.definition import DeadlineRule
from desk.errands.engine import CompiledStep, Engine
from desk.errands.possible import KNOWN, TRUE
from desk.errands.situation import Situation
from desk.errands.workdays import is_workday
from desk.model.facts import Answers
from desk.model.ids import FactName, StepId
from desk.model.path import Deadline

_ONE_DAY = timedelta(days=1)


class End(StrEnum):
    """How the end of a count was found."""

    SAME_NUMBER = "same_number"
    """Months and years end on the day of the same number."""
    END_OF_MONTH = "end_of_month"
    """That month has no day of this number."""
    SAME_WEEKDAY = "same_weekday"
    PLAIN = "plain"


class Counting(Struct, frozen=True):
    """One count. Without a base day, what it waits for."""

    rule: DeadlineRule
    base: date | None
    day: date | None
    last_lawful_day: date | None
    end: End
    days_off: tuple[date, ...]
    """The days off that moved the end, in order."""
    base_fact: FactName | None = None
    base_step: StepId | None = None
    is_law: bool = False

    @property
    def stays_on_day_off(self) -> bool:
        """True for a count backwards that ends on a day off: what it must come before does not move either."""
        backwards = self.rule.direction == "before" and self.rule.rule == "statutory"
        return backwards and self.day is not None and not is_workday(self.day)


def counting_of(
    engine: Engine, compiled: CompiledStep, deadline: Deadline, answers: Answers, as_of: date
) -> Counting | None:
    """How a deadline of a step came about; ``None`` when no rule of the step gives it."""
    s = engine.situation(answers, as_of)
    for rule, condition in compiled.deadlines:
        if condition is not None and not condition.mask(s) & TRUE:
            continue
        found = _counted(engine, rule, s)
        if (found.day, found.last_lawful_day) == (deadline.day, deadline.last_lawful_day) and (
            found.base_step == deadline.after_step
        ):
            return found
    return None


def _counted(engine: Engine, rule: DeadlineRule, s: Situation) -> Counting:
    base = _base(engine, rule, s)
    counted = count_from(rule, base) if base is not None else None
    day, last = (counted.day, counted.last_lawful_day) if counted is not None else (None, None)
    return Counting(
        rule=rule,
        base=base,
        day=day,
        last_lawful_day=last,
        end=_end(rule, base, day) if base is not None and day is not None else End.PLAIN,
        days_off=_between(day, last) if day is not None and last is not None else (),
        base_fact=FactName(rule.base) if rule.base_is == "fact" else None,
        base_step=StepId(rule.base) if rule.base_is == "step" else None,
        is_law=rule.rule == "statutory",
    )


def _base(engine: Engine, rule: DeadlineRule, s: Situation) -> date | None:
    if rule.base_is == "today":
        return s.today
    number = engine.numbers.get(rule.base) if rule.base_is == "fact" else None
    if number is None or not s.can[number] & KNOWN:
        return None
    known: date = s.values[number]
    return known


def _end(rule: DeadlineRule, base: date, day: date) -> End:
    if rule.rule == "working_days" or rule.unit == "day":
        return End.PLAIN
    if rule.unit == "week":
        return End.SAME_WEEKDAY
    return End.SAME_NUMBER if day.day == base.day else End.END_OF_MONTH


def _between(day: date, last: date) -> tuple[date, ...]:
    return tuple(day + _ONE_DAY * passed for passed in range((last - day).days))
