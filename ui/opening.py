"""Opening hours in words: open now, or when it opens; and the week ahead."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from desk.model.hours import DayHours, OpenState, OpenStatus, week_hours
from desk.model.service_hours import ServiceHours
from i18n.formats import Formats
from i18n.translator import Words

TONES = {
    OpenState.OPEN: "done",
    OpenState.ALWAYS: "done",
    OpenState.BY_APPOINTMENT: "attention",
    OpenState.CLOSED: "quiet",
    OpenState.UNKNOWN: "quiet",
}


def opening_words(words: Words, formats: Formats, status: OpenStatus, now: datetime) -> str:
    """How it stands now, in a few words."""
    if status.state is OpenState.ALWAYS:
        return words.text("open day and night")
    if status.state is OpenState.OPEN and status.until is not None:
        return words.text("open now, until {time}", time=_moment(words, formats, status.until, now))
    if status.state is OpenState.OPEN:
        return words.text("open now")
    if status.state is OpenState.BY_APPOINTMENT:
        return words.text("by appointment")
    if status.state is OpenState.CLOSED and status.opens_at is not None:
        return words.text("closed, opens {time}", time=_moment(words, formats, status.opens_at, now))
    return words.text("closed") if status.state is OpenState.CLOSED else words.text("hours not known")


def week_words(words: Words, formats: Formats, rules: Sequence[ServiceHours], today: date) -> tuple[str, ...]:
    """The seven days from today, a line each; nothing where no hours are known."""
    if not rules:
        return ()
    return tuple(_day_words(words, formats, day) for day in week_hours(rules, today))


def _day_words(words: Words, formats: Formats, day: DayHours) -> str:
    spans = ", ".join(formats.time_span(each.starts.time(), each.ends.time()) for each in day.intervals)
    hours = spans or words.text("closed")
    if day.exceptional:
        return words.text("{day}: {hours} (exceptional)", day=formats.long_date(day.day), hours=hours)
    return words.text("{day}: {hours}", day=formats.weekday(day.day), hours=hours)


def _moment(words: Words, formats: Formats, moment: datetime, now: datetime) -> str:
    """The time alone today; the weekday with it on another day."""
    time = formats.time_of_day(moment.time())
    if moment.date() == now.date():
        return time
    if (moment.date() - now.date()).days == 1:
        return words.text("tomorrow {time}", time=time)
    if (moment.date() - now.date()).days < 7:
        return words.text("{weekday} {time}", weekday=formats.weekday(moment.date()), time=time)
    return words.text("{day} {time}", day=formats.on_date(moment.date()), time=time)
