"""What the library directory Kirkanta v4 sends, and what becomes of it.

Its own documentation names the envelope, ``closed``, ``times`` and ``status``; the other names were seen in answers
that others keep as test data. So each library is read by itself: a field that is missing or of another type costs that
library alone, and is told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, time

import msgspec
from msgspec import Raw, Struct, field

from desk.model.intake import IntakeProblem, ProblemKind
from desk.model.libraries import Library, LibraryDay, LibraryId, LibraryTime, Town
from desk.model.local_text import NO_TEXT, LocalText
from desk.model.places import Spot, spot_at
from services.wire.unreadable import UNREADABLE, broken

CLOSED_FOR_A_WHILE, STAFFED, SELF_SERVICE = 0, 1, 2
MOBILE = "mobile"
ANSWERED_IN = "fi"
"""The language that a text without one is in: the one that was asked for."""

_CLOCK = re.compile(r"(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?::\d{2})?")

Words = str | dict[str, str | None] | None


class TimeOfDay(Struct):
    """One stretch of opening hours."""

    opens: str = field(name="from")
    closes: str = field(name="to")
    status: int


class Day(Struct):
    """The hours of one date."""

    date: date
    closed: bool | None = None
    times: list[TimeOfDay] | None = None
    info: Words = None


class Address(Struct):
    """Where it is; ``street`` with its number."""

    street: Words = None
    zipcode: str | None = None


class Coordinates(Struct):
    """Degrees."""

    lat: float | str | None = None
    lon: float | str | None = None


class Item(Struct):
    """A library."""

    id: int | str
    name: Words
    type: str | None = None
    address: Address | None = None
    coordinates: Coordinates | None = None
    schedules: list[Day] | None = None


class Named(Struct):
    """As much of a library as a complaint about it needs."""

    id: int | str | None = None
    schedules: Raw = Raw()


class Envelope(Struct):
    """One page. Its list is called ``items``, in old answers ``result``."""

    total: int | None = None
    items: list[Raw] | None = None
    result: list[Raw] | None = None


class HoursUnreadable(ValueError):
    """A time or status that means nothing."""


@dataclass(frozen=True, slots=True)
class LibraryPage:
    """One page of libraries: how many items it had, how many rows of hours, how many libraries there are in all."""

    libraries: tuple[Library, ...]
    problems: tuple[IntakeProblem, ...]
    items: int
    rows: int
    total: int | None


_envelope = msgspec.json.Decoder(Envelope)
_item = msgspec.json.Decoder(Item)
_named = msgspec.json.Decoder(Named)
_list = msgspec.json.Decoder(list[Raw])


def read_page(content: bytes, town: Town, source: str) -> LibraryPage:
    """Read one page; raises ``msgspec.DecodeError`` or its kin when it is no page at all."""
    page = _envelope.decode(content)
    raws = page.items if page.items is not None else page.result
    if raws is None:
        raise msgspec.ValidationError("Object missing required field `items`")
    read = [_read(raw, town, source) for raw in raws]
    return LibraryPage(
        libraries=tuple(each for each in read if isinstance(each, Library)),
        problems=tuple(each for each in read if isinstance(each, IntakeProblem)),
        items=len(raws),
        rows=sum(map(_rows, raws)),
        total=page.total,
    )


def _rows(raw: Raw) -> int:
    """How many days the library came with, readable or not."""
    try:
        return len(_list.decode(_named.decode(raw).schedules))
    except UNREADABLE:
        return 0


def _read(raw: Raw, town: Town, source: str) -> Library | IntakeProblem:
    try:
        return _library(_item.decode(raw), town)
    except UNREADABLE as error:
        return broken(source, _identity(raw), error)
    except HoursUnreadable as error:
        return IntakeProblem(ProblemKind.BROKEN, source, _identity(raw), "schedules", str(error))


def _identity(raw: Raw) -> str | None:
    try:
        named = _named.decode(raw)
    except UNREADABLE:
        return None
    return None if named.id is None else str(named.id)


def _library(item: Item, town: Town) -> Library:
    names = _words(item.name)
    if not names:
        raise msgspec.ValidationError("no name in any language - at `$.name`")
    spot = _spot(item.coordinates)
    address = item.address or Address()
    return Library(
        id=LibraryId(str(item.id)),
        names=names,
        town=town,
        street=_words(address.street).pick(ANSWERED_IN).text,
        postal_code=address.zipcode or "",
        northing=spot.northing if spot else None,
        easting=spot.easting if spot else None,
        mobile=(item.type or "").casefold().startswith(MOBILE),
        days=_days(item.schedules or ()),
    )


def _spot(coordinates: Coordinates | None) -> Spot | None:
    """Coordinates that are none cost the distance, not the library: it is found by its name as well."""
    if coordinates is None or coordinates.lat is None or coordinates.lon is None:
        return None
    try:
        return spot_at(float(coordinates.lat), float(coordinates.lon))
    except ValueError:
        return None


def _days(rows: Sequence[Day]) -> tuple[LibraryDay, ...]:
    """One day a date. A date that is told twice has the hours of both."""
    found: dict[date, LibraryDay] = {}
    for row in rows:
        day = _day(row)
        if day is None:
            continue
        before = found.get(day.day)
        found[day.day] = day if before is None else replace(before, times=(*before.times, *day.times))
    return tuple(found[each] for each in sorted(found))


def _day(row: Day) -> LibraryDay | None:
    """The day; nothing when it says neither that it is closed nor when it is open."""
    times = tuple(_time(each) for each in row.times or () if each.status != CLOSED_FOR_A_WHILE)
    if row.closed:
        times = ()
    elif not times and not row.times:
        return None
    return LibraryDay(row.date, times, _words(row.info))


def _time(row: TimeOfDay) -> LibraryTime:
    if row.status not in (STAFFED, SELF_SERVICE):
        raise HoursUnreadable(f"status {row.status}")
    return LibraryTime(_clock(row.opens), _clock(row.closes), row.status == SELF_SERVICE)


def _clock(text: str) -> time:
    found = _CLOCK.fullmatch(text.strip())
    hour, minute = (int(found["hour"]), int(found["minute"])) if found else (99, 0)
    if minute > 59 or hour > 24 or (hour == 24 and minute):
        raise HoursUnreadable(repr(text))
    return time(hour % 24, minute)


def _words(text: Words) -> LocalText:
    if isinstance(text, str):
        return LocalText({ANSWERED_IN: text.strip()}) if text.strip() else NO_TEXT
    return LocalText({code: said.strip() for code, said in (text or {}).items() if said and said.strip()})
