"""The calendar file of a plan: an event for each day, a reminder before it, no name unless one was asked for.

Only where somebody waits at an hour does it stand at that hour; all else is of the whole day.

Its library is slow to load, so this module is imported when the first calendar file is made.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from icalendar import Alarm, Calendar, Event

from desk.model.plan import Plan
from desk.ports.calendars import CalendarOptions
from i18n.translator import Lexicon
from printing.calendar_words import CalendarDay, CalendarWriter
from printing.papers.wording import Wording

REMIND_DAYS_BEFORE = 2
REMIND_AT = timedelta(hours=9)
"""In the morning: a reminder counted from the midnight of its day would ring at night."""
_FIRST_SEQUENCE = datetime(2026, 1, 1, tzinfo=UTC)
_LETTERS_OF_UID = 32


@dataclass(frozen=True, slots=True)
class Calendars:
    """Writes calendar files, in the language of the plan."""

    lexicon: Lexicon
    practice: bool = False
    """Each day says that it was made for practice."""

    def calendar(self, plan: Plan, options: CalendarOptions) -> bytes:
        """The days of the plan as iCalendar; a discreet plan's have neither names nor reminders."""
        say = Wording.of(self.lexicon, plan.language)
        writer = CalendarWriter(plan, say, options.named, self.practice)
        calendar = Calendar()
        calendar.add("version", "2.0")
        calendar.add("prodid", "-//Palvelutiski//Palvelutiski//FI")
        calendar.add("method", "PUBLISH")
        for day in writer.days():
            calendar.add_component(_event(day, plan, options))
        return bytes(calendar.to_ical())


def _event(day: CalendarDay, plan: Plan, options: CalendarOptions) -> Event:
    made_at = options.made_at.astimezone(UTC).replace(microsecond=0)
    event = Event()
    event.add("uid", _uid(options.identity, day.key))
    event.add("dtstamp", made_at)
    since = (made_at - _FIRST_SEQUENCE).total_seconds()
    event.add("sequence", max(0, int(since)) + day.revision)  # a later file takes an earlier one's place
    if day.called_off:
        event.add("status", "CANCELLED")
    if day.at is not None:
        event.add("dtstart", day.at.astimezone(UTC))  # and no end: how long it takes nobody knows
    else:
        event.add("dtstart", day.day)
        event.add("dtend", day.day + timedelta(days=1))
    event.add("summary", day.summary, parameters={"LANGUAGE": day.language.value})
    if day.description:
        event.add("description", day.description, parameters={"LANGUAGE": day.told_in.value})
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT" if day.at is None else "OPAQUE")
    before = _days_before(day.day, plan.made_on)
    if (
        before is not None and not plan.discreet and not day.called_off
    ):  # what rings unasked can be seen by whoever is near
        event.add_component(_alarm(day, before))
    return event


def _alarm(day: CalendarDay, before: int) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", day.summary, parameters={"LANGUAGE": day.language.value})
    begins = timedelta(hours=day.at.hour, minutes=day.at.minute) if day.at is not None else timedelta()
    alarm.add("trigger", REMIND_AT - timedelta(days=before) - begins)
    return alarm


def _days_before(day: date, made_on: date) -> int | None:
    """Return how long before its day it reminds: on the plan's own day it does not, the citizen has just been here."""
    before = min(REMIND_DAYS_BEFORE, (day - made_on).days - 1)
    return before if before >= 0 else None


def _uid(identity: str, key: str) -> str:
    """Return a name that is the same each time, and from which neither the visit nor the step can be read."""
    digest = hashlib.sha256(f"{identity}\n{key}".encode()).hexdigest()
    return f"{digest[:_LETTERS_OF_UID]}@palvelutiski"
