"""Opening hours in words: open now, or when it opens; and the week ahead."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time

from desk.model.hours import DayHours, Interval, OpenState, OpenStatus, week_hours
from desk.model.local_text import LocalText
from desk.model.service_hours import ServiceHours
from i18n.formats import Formats
from i18n.translator import Words

TONES = {
    OpenState.OPEN: "done",
    OpenState.ALWAYS: "done",
    OpenState.SELF_SERVICE: "done",
    OpenState.HOLIDAY: "attention",
    OpenState.BY_APPOINTMENT: "attention",
    OpenState.CLOSED: "quiet",
    OpenState.UNKNOWN: "quiet",
}


def opening_words(words: Words, formats: Formats, status: OpenStatus, now: datetime) -> str:
    """How it stands now, in a few words that fit on a mark."""
    if status.state is OpenState.ALWAYS:
        return words.text("open day and night")
    if status.state is OpenState.HOLIDAY:
        return words.text("public holiday: check")
    if status.state is OpenState.BY_APPOINTMENT:
        return words.text("by appointment")
    if status.state is OpenState.CLOSED:
        return _closed(words, formats, status, now)
    if status.until is None:
        return words.text("open now") if status.state is OpenState.OPEN else words.text("hours not known")
    until = _moment(words, formats, status.until, now)
    if status.state is OpenState.SELF_SERVICE:
        return words.text("self-service until {time}", time=until)
    return words.text("open now, until {time}", time=until)


def _closed(words: Words, formats: Formats, status: OpenStatus, now: datetime) -> str:
    if status.opens_at is None:
        return words.text("closed")
    if status.holiday:
        return words.text("closed; check when it opens")
    return words.text("closed, opens {time}", time=_moment(words, formats, status.opens_at, now))


def opening_note(words: Words, formats: Formats, status: OpenStatus, now: datetime) -> str:
    """What there is to know beside it: a public holiday, when somebody serves, why today is another; often nothing."""
    opens = _moment(words, formats, status.opens_at, now) if status.opens_at is not None else ""
    if status.holiday:
        holiday = _name(words, status.holiday)
        if status.state is OpenState.HOLIDAY:
            return words.text(
                "{holiday} is a public holiday, and nothing is said of that day. Check before you send anyone there.",
                holiday=holiday,
            )
        return words.text(
            "By its usual hours it would open {time}, but that day is a public holiday ({holiday}). Check.",
            time=opens,
            holiday=holiday,
        )
    if status.state is OpenState.SELF_SERVICE:
        return words.text("Staff is there from {time}.", time=opens) if opens else words.text("Nobody serves there.")
    if status.opens_unstaffed:
        return words.text("It opens as self-service, without staff.")
    if status.exceptional:
        why = status.note.pick(words.language.value).text
        return words.text("Today is not as usual: {why}", why=why) if why else words.text("Today is not as usual.")
    return ""


def _name(words: Words, holiday: LocalText) -> str:
    return holiday.pick(words.language.value).text


def week_words(words: Words, formats: Formats, rules: Sequence[ServiceHours], today: date) -> tuple[str, ...]:
    """The seven days from today, a line each; nothing where no hours are known."""
    if not rules:
        return ()
    return tuple(_day_words(words, formats, day) for day in week_hours(rules, today))


def _day_words(words: Words, formats: Formats, day: DayHours) -> str:
    if not day.known:
        return words.text("{day}: {hours}", day=formats.weekday(day.day), hours=words.text("hours not known"))
    spans = ", ".join(_span(words, formats, each) for each in day.intervals)
    hours = spans or words.text("closed")
    if day.exceptional:
        return words.text("{day}: {hours} (exceptional)", day=formats.long_date(day.day), hours=hours)
    if day.holiday:
        return words.text(
            "{day}: {hours} (public holiday, {holiday}: check)",
            day=formats.long_date(day.day),
            hours=hours,
            holiday=_name(words, day.holiday),
        )
    return words.text("{day}: {hours}", day=formats.weekday(day.day), hours=hours)


def _span(words: Words, formats: Formats, interval: Interval) -> str:
    if interval.starts.time() == interval.ends.time() == time(0):
        return words.text("day and night")
    hours = formats.time_span(interval.starts.time(), interval.ends.time())
    if interval.self_service:
        return words.text("{hours} (self-service)", hours=hours)
    return words.text("{hours} (by appointment)", hours=hours) if interval.by_appointment else hours


def _moment(words: Words, formats: Formats, moment: datetime, now: datetime) -> str:
    """The time alone today; the weekday with it on another day."""
    clock = formats.time_of_day(moment.time())
    if moment.date() == now.date():
        return clock
    if (moment.date() - now.date()).days == 1:
        return words.text("tomorrow {time}", time=clock)
    if (moment.date() - now.date()).days < 7:
        return words.text("{weekday} {time}", weekday=formats.weekday(moment.date()), time=clock)
    return words.text("{day} {time}", day=formats.on_date(moment.date()), time=clock)
