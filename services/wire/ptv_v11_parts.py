"""From the parts that PTV objects share (texts, hours, addresses, connections) to the desk's own model."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from desk.model import catalogue as desk
from desk.model.local_text import NO_TEXT, LocalText
from desk.model.service_hours import HoursKind, Opening, ServiceHours
from services.wire import ptv_v11 as wire

HELSINKI = ZoneInfo("Europe/Helsinki")
WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
DAYS = {name: number for number, name in enumerate(WEEK)}
HOURS_KINDS = {
    "Standard": HoursKind.WEEKLY,
    "Exception": HoursKind.EXCEPTIONAL,
    "Special": HoursKind.OVER_MIDNIGHT,
} | {kind.value: kind for kind in HoursKind}
CHARGES = {"Charged": desk.Charge.CHARGEABLE, "Free": desk.Charge.FREE} | {kind.value: kind for kind in desk.Charge}
FINLAND = "+358"


class FieldUnreadable(ValueError):
    """A field has the right type and still cannot be read: a date that is none, an hour past 24."""

    def __init__(self, field: str, value: str) -> None:
        super().__init__(f"{field}: {value!r}")
        self.field = field
        self.value = value


def local(items: Iterable[wire.Text] | None, kind: str | None = None) -> LocalText:
    """The texts of one type, one a language; several of one language are put one under the other."""
    if not items:
        return NO_TEXT
    found: dict[str, str] = {}
    for item in items:
        if item.value and item.language and (kind is None or item.type == kind):
            value = item.value.strip()
            if value:
                found[item.language] = f"{found[item.language]}\n{value}" if item.language in found else value
    return LocalText(found) if found else NO_TEXT


def names(items: Iterable[wire.Text] | None) -> LocalText:
    """The main names; an object that has only alternative ones is known by those."""
    return local(items, "Name") or local(items)


def texts(items: list[wire.Text] | None) -> desk.Texts:
    """The describing texts by type. Those that the API merges in from a general description are left out."""
    by_type: dict[str | None, list[wire.Text]] = {}
    for item in items or ():
        if item.value:
            by_type.setdefault(item.type, []).append(item)
    if not by_type:
        return desk.NO_TEXTS
    found = {kind: local(some) for kind, some in by_type.items()}
    return desk.Texts(
        summary=found.get("Summary") or found.get("ShortDescription", NO_TEXT),
        description=found.get("Description", NO_TEXT),
        background=found.get("BackgroundDescription", NO_TEXT),
        instruction=found.get("UserInstruction") or found.get("ServiceUserInstruction", NO_TEXT),
        charge_note=found.get("ChargeTypeAdditionalInfo", NO_TEXT),
        deadline=found.get("DeadLine", NO_TEXT),
        processing_time=found.get("ProcessingTime", NO_TEXT),
        validity=found.get("ValidityTime", NO_TEXT),
    )


def charge(value: str | None) -> desk.Charge | None:
    """Chargeable, free, other or not said."""
    return CHARGES[value] if value else None


def moment(value: str | None, field: str) -> datetime | None:
    """A moment as the API writes it: without a zone it is UTC, and it may have seven decimals."""
    if not value:
        return None
    try:
        read = datetime.fromisoformat(value)
    except ValueError:
        raise FieldUnreadable(field, value) from None
    return read if read.tzinfo else read.replace(tzinfo=UTC)


def day(value: str | None, field: str) -> date | None:
    """A Finnish calendar day. One written in UTC is the day that it is in Finland then."""
    if not value:
        return None
    try:
        read = datetime.fromisoformat(value)
    except ValueError:
        raise FieldUnreadable(field, value) from None
    return read.astimezone(HELSINKI).date() if read.tzinfo else read.date()


def clock(value: str | None, field: str) -> time:
    """A time of day; 24:00 is the midnight that ends the day."""
    if not value or value.startswith("24:00"):
        return time(0)
    try:
        return time.fromisoformat(value)
    except ValueError:
        raise FieldUnreadable(field, value) from None


def hours(rules: list[wire.ServiceHour] | None) -> tuple[ServiceHours, ...]:
    """Rules of opening hours."""
    return tuple(_rule(rule) for rule in rules or ())


def _rule(rule: wire.ServiceHour) -> ServiceHours:
    kind = HOURS_KINDS[rule.service_hour_type or "DaysOfTheWeek"]
    rows = rule.opening_hour or ()
    always = bool(rule.is_always_open)
    if rule.is_always_open is None and rule.is_reservation is None:
        # Before version 11 a weekly rule that is not closed and names no hours meant "always open".
        always = kind is HoursKind.WEEKLY and not rows and not rule.is_closed
    return ServiceHours(
        kind=kind,
        openings=tuple(_opening(row) for row in rows),
        valid_from=day(rule.valid_from, "serviceHours.validFrom"),
        valid_to=day(rule.valid_to, "serviceHours.validTo"),
        is_closed=bool(rule.is_closed),
        is_always_open=always,
        by_reservation=bool(rule.is_reservation),
        note=local(rule.additional_information),
    )


def _opening(row: wire.OpeningHour) -> Opening:
    return Opening(
        opens=clock(row.opens, "serviceHours.openingHour.from"),
        closes=clock(row.closes, "serviceHours.openingHour.to"),
        day_from=DAYS[row.day_from] if row.day_from else None,
        day_to=DAYS[row.day_to] if row.day_to else None,
    )


def phones(items: Iterable[wire.Phone] | None) -> tuple[desk.Phone, ...]:
    """Phone numbers as dialled; those without a number are left out."""
    return tuple(
        desk.Phone(
            number=_dialled(item),
            language=item.language,
            note=item.additional_information or None,
            charge=charge(item.service_charge_type),
            charge_note=item.charge_description or None,
            kind=item.type or "Phone",
        )
        for item in items or ()
        if item.number
    )


def _dialled(item: wire.Phone) -> str:
    number = (item.number or "").strip()
    prefix = (item.prefix_number or "").strip()
    if not prefix or item.is_finnish_service_number or number.startswith(("+", "0")):
        return number
    return f"0{number}" if prefix == FINLAND else f"{prefix} {number}"


def emails(items: Iterable[wire.Text] | None) -> tuple[desk.Email, ...]:
    """E-mail addresses."""
    return tuple(desk.Email(item.value, item.language) for item in items or () if item.value)


def links(items: Iterable[wire.Page] | None) -> tuple[desk.WebLink, ...]:
    """Web addresses; those without one are left out."""
    return tuple(desk.WebLink(item.url, item.value or None, item.language) for item in items or () if item.url)


def concepts(items: Iterable[wire.Concept] | None) -> tuple[desk.Classification, ...]:
    """Classes and terms. A code is stable while the address of the same class has changed twice."""
    return tuple(
        desk.Classification(local(item.name), item.code or None, item.new_uri or item.uri) for item in items or ()
    )


def areas(items: Iterable[wire.Area] | None) -> tuple[desk.Area, ...]:
    """Areas with the codes of their municipalities."""
    return tuple(
        desk.Area(
            kind=item.type or "Municipality",
            code=item.code,
            name=local(item.name),
            municipalities=tuple(place.code for place in item.municipalities or () if place.code),
        )
        for item in items or ()
    )


def laws(items: Iterable[wire.Legislation] | None) -> tuple[desk.Law, ...]:
    """Acts with links."""
    return tuple(desk.Law(local(item.names), links(item.web_pages)) for item in items or () if item.names)
