"""Opening hours of the coming week in as few lines as possible: Monday to Friday in one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time, timedelta
from itertools import groupby

from desk.model.hours import DayHours, Interval, week_hours
from desk.model.service_hours import ServiceHours
from printing.papers.wording import Wording

_WHOLE_DAY = timedelta(days=1)


def opening_lines(rules: Sequence[ServiceHours], today: date, say: Wording) -> list[str]:
    """One line for days on end with the same hours, from this week's Monday; an exception names its date."""
    monday = today - timedelta(days=today.weekday())
    lines = []
    for (hours, exceptional), group in groupby(week_hours(rules, monday), key=lambda day: _hours(day, say)):
        days = [each.day for each in group]
        span = (say.formats.date_span if exceptional else say.formats.weekday_span)(days[0], days[-1])
        lines.append(f"{span} {hours}")
    return lines


def _hours(day: DayHours, say: Wording) -> tuple[str, bool]:
    words = ", ".join(_interval(each, say) for each in day.intervals)
    return words or say.text("closed"), day.exceptional


def _interval(interval: Interval, say: Wording) -> str:
    if interval.ends - interval.starts >= _WHOLE_DAY and interval.starts.time() == time(0):
        return say.text("round the clock")
    hours = say.formats.time_span(interval.starts.time(), interval.ends.time())
    return say.text("{hours} (by appointment)", hours=hours) if interval.by_appointment else hours
