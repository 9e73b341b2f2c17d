"""Opening hours of the coming week in as few lines as possible: Monday to Friday in one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time, timedelta
from itertools import groupby

from desk.model.hours import DayHours, Interval, week_hours
from desk.model.local_text import LocalText
from desk.model.service_hours import ServiceHours
from printing.papers.wording import Wording

_WHOLE_DAY = timedelta(days=1)
_WEEKS_AHEAD = 4
"""A paper goes home: what is said on it should hold for the weeks in which it is used."""


def opening_lines(rules: Sequence[ServiceHours], today: date, say: Wording) -> list[str]:
    """One line for days on end with the same hours, from this week's Monday; a day that is another names its date."""
    monday = today - timedelta(days=today.weekday())
    lines = []
    for (hours, by_date), group in groupby(week_hours(rules, monday), key=lambda day: _hours(day, say)):
        days = [each.day for each in group]
        span = (say.formats.date_span if by_date else say.formats.weekday_span)(days[0], days[-1])
        lines.append(f"{span} {hours}")
    return lines


def holidays_ahead(rules: Sequence[ServiceHours], today: date) -> list[tuple[date, LocalText]]:
    """The public holidays of the next weeks on which the weekly hours are not to be relied on."""
    days = week_hours(rules, today, _WEEKS_AHEAD * 7)
    return [(each.day, each.holiday) for each in days if each.holiday]


def _hours(day: DayHours, say: Wording) -> tuple[str, bool]:
    """The hours in words, and whether they are this date's alone."""
    if not day.known:
        return say.text("hours not known"), False
    words = ", ".join(_interval(each, say) for each in day.intervals) or say.text("closed")
    if day.holiday:
        holiday = day.holiday.pick(say.language.value).text
        return say.text("{hours} (public holiday, {holiday}: check)", hours=words, holiday=holiday), True
    return words, day.exceptional


def _interval(interval: Interval, say: Wording) -> str:
    if interval.ends - interval.starts >= _WHOLE_DAY and interval.starts.time() == time(0):
        return say.text("round the clock")
    hours = say.formats.time_span(interval.starts.time(), interval.ends.time())
    if interval.self_service:
        return say.text("{hours} (self-service, no staff)", hours=hours)
    return say.text("{hours} (by appointment)", hours=hours) if interval.by_appointment else hours
