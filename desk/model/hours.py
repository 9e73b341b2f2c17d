"""What opening hours mean at a moment: open now, until when, else when next.

Pure functions; the moment is an argument, and days and hours are Finland's whatever the machine's zone is.
Which rule counts on a day: the hours of that very date from a directory that gives each date, else an exception
for that day, else the rules of a season that holds it, else the rules until further notice. Hours of a service at a
place win over the place's own, but a closed house is closed.

What weekly rules say of a public holiday is not to be relied on: most offices are closed then, and most do not say
so. Such hours carry the holiday's name, and nothing that rests on them is called open. Day and night is day and night.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from itertools import groupby
from zoneinfo import ZoneInfo

from desk.model.local_text import NO_TEXT, LocalText
from desk.model.public_holidays import holiday_on
from desk.model.service_hours import HoursKind, Opening, ServiceHours

HELSINKI = ZoneInfo("Europe/Helsinki")
LOOK_AHEAD_DAYS = 370
OPEN_FOR_GOOD = timedelta(days=8)
ONE_DAY = timedelta(days=1)
SPEAKS_OF_DAYS = timedelta(days=7)
"""A season as short as this was written with its very days in mind, holidays and all."""


class OpenState(StrEnum):
    """How it stands at a moment."""

    OPEN = "open"
    ALWAYS = "always"
    SELF_SERVICE = "self_service"
    """It is open, and nobody serves."""
    HOLIDAY = "holiday"
    """It would be open by its weekly hours, but it is a public holiday that nothing was said of."""
    BY_APPOINTMENT = "by_appointment"
    """Somebody serves, now or at hours to be agreed, only those who have booked."""
    CLOSED = "closed"
    UNKNOWN = "unknown"
    """No hours were given."""


@dataclass(frozen=True, slots=True)
class OpenStatus:
    """How it stands, until when, or when it opens next; times are Finland's.

    ``opens_at`` of a self-service is when somebody serves again. ``holiday`` is named where the hours told of rest on
    a weekly rule and that day is a public holiday: today, or the day of ``opens_at``.
    """

    state: OpenState
    until: datetime | None = None
    opens_at: datetime | None = None
    exceptional: bool = False
    """Today is not as usual."""
    note: LocalText = NO_TEXT
    holiday: LocalText = NO_TEXT
    opens_unstaffed: bool = False
    """What opens next is a self-service."""


@dataclass(frozen=True, slots=True)
class Interval:
    """A stretch of time in which it is open. ``holiday``: by a weekly rule, on this public holiday: not for sure."""

    starts: datetime
    ends: datetime
    by_appointment: bool = False
    self_service: bool = False
    holiday: LocalText = NO_TEXT


@dataclass(frozen=True, slots=True)
class DayHours:
    """One day as it is shown in a table of hours."""

    day: date
    intervals: tuple[Interval, ...]
    exceptional: bool = False
    note: LocalText = NO_TEXT
    holiday: LocalText = NO_TEXT
    """The public holiday that makes these hours uncertain."""
    known: bool = True
    """No rule speaks of the day where a directory's days have come to their end."""


OF_A_DATE = (HoursKind.EXCEPTIONAL, HoursKind.DATED)


def effective_hours(own: Sequence[ServiceHours], general: Sequence[ServiceHours]) -> tuple[ServiceHours, ...]:
    """The rules that count where a connection has its own: those, and the days on which the house is closed."""
    if not own:
        return tuple(general)
    spoken_for = [rule for rule in own if rule.kind is HoursKind.EXCEPTIONAL]
    closures = (rule for rule in general if rule.kind in OF_A_DATE and rule.is_closed)
    return (*own, *(rule for rule in closures if not any(_overlap(rule, other) for other in spoken_for)))


def _overlap(one: ServiceHours, other: ServiceHours) -> bool:
    return _first(one) <= _last(other) and _first(other) <= _last(one)


def _first(rule: ServiceHours) -> date:
    return rule.valid_from or rule.valid_to or date.min


def _last(rule: ServiceHours) -> date:
    if rule.kind in OF_A_DATE:
        return rule.valid_to or rule.valid_from or date.max
    return rule.valid_to or date.max


def status_at(rules: Sequence[ServiceHours], at: datetime) -> OpenStatus:
    """How it stands at the moment ``at``, which must know its time zone."""
    now = at.astimezone(HELSINKI)
    today = day_hours(rules, now.date())
    if not today.known:
        return OpenStatus(OpenState.UNKNOWN)
    if current := _interval_at(rules, now):
        return _open(rules, current, now, today)
    if _only_by_appointment(rules, now.date()):
        return OpenStatus(OpenState.BY_APPOINTMENT, exceptional=today.exceptional, note=today.note)
    upcoming = _next_interval(rules, now)
    return OpenStatus(
        OpenState.CLOSED,
        opens_at=upcoming.starts if upcoming else None,
        exceptional=today.exceptional,
        note=today.note,
        holiday=upcoming.holiday if upcoming else NO_TEXT,
        opens_unstaffed=upcoming is not None and upcoming.self_service,
    )


def _open(rules: Sequence[ServiceHours], current: Interval, now: datetime, today: DayHours) -> OpenStatus:
    usual = OpenStatus(OpenState.OPEN, current.ends, exceptional=today.exceptional, note=today.note)
    if current.holiday:
        return replace(usual, state=OpenState.HOLIDAY, holiday=current.holiday)
    if current.self_service:
        staffed = _next_interval(rules, now, staffed=True)
        return replace(usual, state=OpenState.SELF_SERVICE, opens_at=staffed.starts if staffed else None)
    if current.by_appointment:
        return replace(usual, state=OpenState.BY_APPOINTMENT)
    if current.ends - now >= OPEN_FOR_GOOD:
        return OpenStatus(OpenState.ALWAYS, note=today.note)
    return usual


def day_hours(rules: Sequence[ServiceHours], day: date) -> DayHours:
    """The hours that begin on one day, exceptions heeded."""
    counting = _counting(rules, day)
    intervals = sorted(_intervals(counting, day), key=lambda each: (_instant(each.starts), _instant(each.ends)))
    note = next((rule.note for rule in counting if rule.note), NO_TEXT)
    exceptional = any(rule.kind is HoursKind.EXCEPTIONAL for rule in counting)
    holiday = next((each.holiday for each in intervals if each.holiday), NO_TEXT)
    known = bool(counting) or any(rule.kind is not HoursKind.DATED for rule in rules)
    return DayHours(day, tuple(intervals), exceptional, note, holiday, known)


def _counting(rules: Sequence[ServiceHours], day: date) -> list[ServiceHours]:
    """The rules that count on a day, and no others."""
    return _dated(rules, day) or _exceptions(rules, day) or _regular(rules, day)


def week_hours(rules: Sequence[ServiceHours], first: date, count: int = 7) -> tuple[DayHours, ...]:
    """The hours of some days on end, for a table."""
    return tuple(day_hours(rules, first + timedelta(days=offset)) for offset in range(count))


def _dated(rules: Iterable[ServiceHours], day: date) -> list[ServiceHours]:
    """The hours of the very date."""
    found = [rule for rule in rules if rule.kind is HoursKind.DATED and _first(rule) <= day <= _last(rule)]
    return [rule for rule in found if rule.is_closed] or found


def _exceptions(rules: Iterable[ServiceHours], day: date) -> list[ServiceHours]:
    """The exceptions for a day: those that speak of the fewest days, and a closed day before hours.

    One that is neither closed nor names hours is only a note, and changes nothing.
    """
    found = [
        rule
        for rule in rules
        if rule.kind is HoursKind.EXCEPTIONAL
        and _first(rule) <= day <= _last(rule)
        and (rule.is_closed or rule.openings or rule.is_always_open)
    ]
    shortest = min((_last(rule) - _first(rule) for rule in found), default=None)
    nearest = [rule for rule in found if _last(rule) - _first(rule) == shortest]
    return [rule for rule in nearest if rule.is_closed] or nearest


def _regular(rules: Iterable[ServiceHours], day: date) -> list[ServiceHours]:
    """The rules of a season if one holds the day, else those until further notice."""
    valid = [
        rule
        for rule in rules
        if rule.kind not in OF_A_DATE and (rule.valid_from or date.min) <= day <= (rule.valid_to or date.max)
    ]
    seasonal = [rule for rule in valid if rule.valid_from or rule.valid_to]
    return seasonal or valid


def _intervals(rules: Iterable[ServiceHours], day: date) -> Iterator[Interval]:
    for rule in rules:
        if rule.is_closed:
            continue
        if rule.is_always_open:
            yield _between(day, time(0), day + ONE_DAY, time(0), rule)
            continue
        for opening in rule.openings:
            if found := _opening_on(rule, opening, day):
                yield _doubted(found, rule, day)


def _doubted(interval: Interval, rule: ServiceHours, day: date) -> Interval:
    """The interval with the name of the public holiday that makes it uncertain, if any does."""
    whole_day = interval.starts.time() == interval.ends.time() == time(0)
    season = rule.valid_from is not None and rule.valid_to is not None and rule.valid_to - rule.valid_from
    if rule.kind in OF_A_DATE or whole_day or (season is not False and season < SPEAKS_OF_DAYS):
        return interval
    return replace(interval, holiday=holiday_on(day))


def _opening_on(rule: ServiceHours, opening: Opening, day: date) -> Interval | None:
    """The part of an opening that begins on the day, or that fills it when the opening goes on for days."""
    crosses = rule.kind is HoursKind.OVER_MIDNIGHT
    if opening.day_from is None:
        last = day if opening.closes > opening.opens and not crosses else day + ONE_DAY
        return _between(day, opening.opens, last, opening.closes, rule)
    day_to = opening.day_from if opening.day_to is None else opening.day_to
    offset = (day.weekday() - opening.day_from) % 7
    span = (day_to - opening.day_from) % 7
    if offset > span:
        return None
    if not crosses or span <= 1:
        return _night_or_day(rule, opening, day, offset=offset)
    starts = opening.opens if offset == 0 else time(0)
    if offset == span:
        return _between(day, starts, day, opening.closes, rule) if opening.closes > time(0) else None
    return _between(day, starts, day + ONE_DAY, time(0), rule)


def _night_or_day(rule: ServiceHours, opening: Opening, day: date, *, offset: int) -> Interval | None:
    """An ordinary opening of one day, or one night that belongs to the day on which it begins."""
    if rule.kind is HoursKind.OVER_MIDNIGHT and offset > 0:
        return None
    crosses = opening.closes <= opening.opens or (
        rule.kind is HoursKind.OVER_MIDNIGHT and opening.day_to not in (None, opening.day_from)
    )
    last = day + ONE_DAY if crosses else day
    return _between(day, opening.opens, last, opening.closes, rule)


def _between(first: date, opens: time, last: date, closes: time, rule: ServiceHours) -> Interval:
    starts, ends = datetime.combine(first, opens, HELSINKI), datetime.combine(last, closes, HELSINKI)
    return Interval(starts, ends, rule.by_reservation, rule.self_service)


def _instant(moment: datetime) -> datetime:
    """Moments in one zone compare by the clock on the wall, which goes back once a year; in UTC they do not."""
    return moment.astimezone(UTC)


def _interval_at(rules: Sequence[ServiceHours], now: datetime) -> Interval | None:
    """The interval that holds the moment, the best of them, joined with those that go on alike without a gap."""
    first = now.date() - ONE_DAY
    around = list(_from(rules, first, first + OPEN_FOR_GOOD + 2 * ONE_DAY))
    holding = [each for each in around if _instant(each.starts) <= _instant(now) < _instant(each.ends)]
    if not holding:
        return None
    found = min(holding, key=_hindrances)
    for later in around:
        if _hindrances(later) == _hindrances(found) and _instant(later.starts) <= _instant(found.ends):
            found = replace(found, ends=max(found.ends, later.ends, key=_instant))
    better = [each.starts for each in around if _hindrances(each) < _hindrances(found)]
    ends = [starts for starts in better if _instant(now) < _instant(starts) < _instant(found.ends)]
    return replace(found, ends=min(ends, key=_instant)) if ends else found


def _hindrances(interval: Interval) -> tuple[bool, bool, bool]:
    """Where two tell of one moment, who comes without an appointment wants to know of the one that serves."""
    return bool(interval.holiday), interval.by_appointment, interval.self_service


def _next_interval(rules: Sequence[ServiceHours], now: datetime, *, staffed: bool = False) -> Interval | None:
    following = _from(rules, now.date(), now.date() + timedelta(days=LOOK_AHEAD_DAYS))
    asked = (each for each in following if not (staffed and each.self_service))
    later = (each for each in asked if _instant(each.starts) > _instant(now))
    _, together = next(groupby(later, key=lambda each: _instant(each.starts)), (None, ()))
    return min(together, key=_hindrances, default=None)


def _from(rules: Sequence[ServiceHours], first: date, last: date) -> Iterator[Interval]:
    day = first
    while day <= last:
        yield from day_hours(rules, day).intervals
        day += ONE_DAY


def _only_by_appointment(rules: Sequence[ServiceHours], day: date) -> bool:
    """Today's rules say "by appointment" and name no hours."""
    return any(rule.by_reservation and not rule.openings and not rule.is_closed for rule in _counting(rules, day))
