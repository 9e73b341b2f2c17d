"""What opening hours mean at a moment: open now, until when, else when next.

Pure functions; the moment is an argument, and days and hours are Finland's whatever the machine's zone is.
Which rule counts on a day: an exception for that day, else the rules of a season that holds it, else the
rules until further notice. Hours of a service at a place win over the place's own, but a closed house is closed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from desk.model.local_text import NO_TEXT, LocalText
from desk.model.service_hours import HoursKind, Opening, ServiceHours

HELSINKI = ZoneInfo("Europe/Helsinki")
LOOK_AHEAD_DAYS = 370
OPEN_FOR_GOOD = timedelta(days=8)
ONE_DAY = timedelta(days=1)


class OpenState(StrEnum):
    """How it stands at a moment."""

    OPEN = "open"
    ALWAYS = "always"
    BY_APPOINTMENT = "by_appointment"
    """Somebody serves, now or at hours to be agreed, only those who have booked."""
    CLOSED = "closed"
    UNKNOWN = "unknown"
    """No hours were given."""


@dataclass(frozen=True, slots=True)
class OpenStatus:
    """How it stands, until when, or when it opens next; times are Finland's."""

    state: OpenState
    until: datetime | None = None
    opens_at: datetime | None = None
    exceptional: bool = False
    """Today is not as usual."""
    note: LocalText = NO_TEXT


@dataclass(frozen=True, slots=True)
class Interval:
    """A stretch of time in which it is open."""

    starts: datetime
    ends: datetime
    by_appointment: bool = False


@dataclass(frozen=True, slots=True)
class DayHours:
    """One day as it is shown in a table of hours."""

    day: date
    intervals: tuple[Interval, ...]
    exceptional: bool = False
    note: LocalText = NO_TEXT


def effective_hours(own: Sequence[ServiceHours], general: Sequence[ServiceHours]) -> tuple[ServiceHours, ...]:
    """The rules that count where a connection has its own: those, and the days on which the house is closed."""
    if not own:
        return tuple(general)
    spoken_for = [rule for rule in own if rule.kind is HoursKind.EXCEPTIONAL]
    closures = (rule for rule in general if rule.kind is HoursKind.EXCEPTIONAL and rule.is_closed)
    return (*own, *(rule for rule in closures if not any(_overlap(rule, other) for other in spoken_for)))


def _overlap(one: ServiceHours, other: ServiceHours) -> bool:
    return _first(one) <= _last(other) and _first(other) <= _last(one)


def _first(rule: ServiceHours) -> date:
    return rule.valid_from or rule.valid_to or date.min


def _last(rule: ServiceHours) -> date:
    if rule.kind is HoursKind.EXCEPTIONAL:
        return rule.valid_to or rule.valid_from or date.max
    return rule.valid_to or date.max


def status_at(rules: Sequence[ServiceHours], at: datetime) -> OpenStatus:
    """How it stands at the moment ``at``, which must know its time zone."""
    if not rules:
        return OpenStatus(OpenState.UNKNOWN)
    now = at.astimezone(HELSINKI)
    today = day_hours(rules, now.date())
    if current := _interval_at(rules, now):
        return _open(current, now, today)
    if _only_by_appointment(rules, now.date()):
        return OpenStatus(OpenState.BY_APPOINTMENT, exceptional=today.exceptional, note=today.note)
    upcoming = _next_interval(rules, now)
    return OpenStatus(
        OpenState.CLOSED, opens_at=upcoming.starts if upcoming else None, exceptional=today.exceptional, note=today.note
    )


def _open(current: Interval, now: datetime, today: DayHours) -> OpenStatus:
    if current.by_appointment:
        return OpenStatus(OpenState.BY_APPOINTMENT, current.ends, exceptional=today.exceptional, note=today.note)
    if current.ends - now >= OPEN_FOR_GOOD:
        return OpenStatus(OpenState.ALWAYS, note=today.note)
    return OpenStatus(OpenState.OPEN, current.ends, exceptional=today.exceptional, note=today.note)


def day_hours(rules: Sequence[ServiceHours], day: date) -> DayHours:
    """The hours that begin on one day, exceptions heeded."""
    exceptions = _exceptions(rules, day)
    counting = exceptions or _regular(rules, day)
    intervals = sorted(_intervals(counting, day), key=lambda each: (_instant(each.starts), _instant(each.ends)))
    note = next((rule.note for rule in counting if rule.note), NO_TEXT)
    return DayHours(day, tuple(intervals), bool(exceptions), note)


def week_hours(rules: Sequence[ServiceHours], first: date, count: int = 7) -> tuple[DayHours, ...]:
    """The hours of some days on end, for a table."""
    return tuple(day_hours(rules, first + timedelta(days=offset)) for offset in range(count))


def _exceptions(rules: Iterable[ServiceHours], day: date) -> list[ServiceHours]:
    """The exceptions for a day. One that is neither closed nor names hours is only a note, and changes nothing."""
    found = [rule for rule in rules if rule.kind is HoursKind.EXCEPTIONAL and _first(rule) <= day <= _last(rule)]
    closed = [rule for rule in found if rule.is_closed]
    return closed or [rule for rule in found if rule.openings or rule.is_always_open]


def _regular(rules: Iterable[ServiceHours], day: date) -> list[ServiceHours]:
    """The rules of a season if one holds the day, else those until further notice."""
    valid = [
        rule
        for rule in rules
        if rule.kind is not HoursKind.EXCEPTIONAL
        and (rule.valid_from or date.min) <= day <= (rule.valid_to or date.max)
    ]
    seasonal = [rule for rule in valid if rule.valid_from or rule.valid_to]
    return seasonal or valid


def _intervals(rules: Iterable[ServiceHours], day: date) -> Iterator[Interval]:
    for rule in rules:
        if rule.is_closed:
            continue
        if rule.is_always_open:
            yield _between(day, time(0), day + ONE_DAY, time(0), rule.by_reservation)
            continue
        for opening in rule.openings:
            if found := _opening_on(rule, opening, day):
                yield found


def _opening_on(rule: ServiceHours, opening: Opening, day: date) -> Interval | None:
    """The part of an opening that begins on the day, or that fills it when the opening goes on for days."""
    crosses = rule.kind is HoursKind.OVER_MIDNIGHT
    if opening.day_from is None:
        last = day if opening.closes > opening.opens and not crosses else day + ONE_DAY
        return _between(day, opening.opens, last, opening.closes, rule.by_reservation)
    day_to = opening.day_from if opening.day_to is None else opening.day_to
    offset = (day.weekday() - opening.day_from) % 7
    span = (day_to - opening.day_from) % 7
    if offset > span:
        return None
    if not crosses or span <= 1:
        return _night_or_day(rule, opening, day, offset=offset)
    starts = opening.opens if offset == 0 else time(0)
    if offset == span:
        return _between(day, starts, day, opening.closes, rule.by_reservation) if opening.closes > time(0) else None
    return _between(day, starts, day + ONE_DAY, time(0), rule.by_reservation)


def _night_or_day(rule: ServiceHours, opening: Opening, day: date, *, offset: int) -> Interval | None:
    """An ordinary opening of one day, or one night that belongs to the day on which it begins."""
    if rule.kind is HoursKind.OVER_MIDNIGHT and offset > 0:
        return None
    crosses = opening.closes <= opening.opens or (
        rule.kind is HoursKind.OVER_MIDNIGHT and opening.day_to not in (None, opening.day_from)
    )
    last = day + ONE_DAY if crosses else day
    return _between(day, opening.opens, last, opening.closes, rule.by_reservation)


def _between(first: date, opens: time, last: date, closes: time, by_appointment: bool) -> Interval:
    return Interval(datetime.combine(first, opens, HELSINKI), datetime.combine(last, closes, HELSINKI), by_appointment)


def _instant(moment: datetime) -> datetime:
    """Moments in one zone compare by the clock on the wall, which goes back once a year; in UTC they do not."""
    return moment.astimezone(UTC)


def _interval_at(rules: Sequence[ServiceHours], now: datetime) -> Interval | None:
    """The interval that holds the moment, joined with those that follow it without a gap."""
    found: Interval | None = None
    day = now.date() - ONE_DAY
    for interval in _from(rules, day, day + OPEN_FOR_GOOD + 2 * ONE_DAY):
        if found is None:
            if _instant(interval.starts) <= _instant(now) < _instant(interval.ends):
                found = interval
        elif interval.by_appointment == found.by_appointment and _instant(interval.starts) <= _instant(found.ends):
            found = Interval(found.starts, max(found.ends, interval.ends, key=_instant), found.by_appointment)
    return found


def _next_interval(rules: Sequence[ServiceHours], now: datetime) -> Interval | None:
    following = _from(rules, now.date(), now.date() + timedelta(days=LOOK_AHEAD_DAYS))
    return next((each for each in following if _instant(each.starts) > _instant(now)), None)


def _from(rules: Sequence[ServiceHours], first: date, last: date) -> Iterator[Interval]:
    day = first
    while day <= last:
        yield from day_hours(rules, day).intervals
        day += ONE_DAY


def _only_by_appointment(rules: Sequence[ServiceHours], day: date) -> bool:
    """Today's rules say "by appointment" and name no hours."""
    counting = _exceptions(rules, day) or _regular(rules, day)
    return any(rule.by_reservation and not rule.openings and not rule.is_closed for rule in counting)
