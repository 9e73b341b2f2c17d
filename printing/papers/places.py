"""A place on paper: its address with the municipality, how far it is, when it is open, and how one gets in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from desk.model.catalogue import Address, Entrance
from desk.model.hours import OpenState, OpenStatus
from desk.model.local_text import LocalText
from desk.model.places import AT_THE_DOOR
from desk.model.service_sheet import SheetChannel
from i18n.language import Language
from printing.document import Fact, Span, inline
from printing.papers.opening_hours import holidays_ahead, opening_lines
from printing.papers.wording import Wording


def address_rows(channel: SheetChannel, say: Wording) -> Iterator[Fact]:
    """The addresses, a line each."""
    for address in channel.contacts.addresses:
        words = _address(address, say.language)
        if words:
            label = say.text("Postal address") if address.is_postal else say.text("Address")
            yield Fact(label, inline(words))


def distance_row(metres: float | None, say: Wording) -> Iterator[Fact]:
    """How far the place is from where the paper was made, in a straight line."""
    if metres is None or metres < AT_THE_DOOR:
        return
    distance = say.formats.distance(metres)
    yield Fact(say.text("Distance"), inline(say.text("{distance} from the service point", distance=distance)))


def hours_rows(channel: SheetChannel, status: OpenStatus | None, today: date, say: Wording) -> Iterator[Fact]:
    """The week, public holidays of the next weeks of which nothing is said, and whose hours these are."""
    if not channel.hours:
        return
    if status is not None and status.state is OpenState.BY_APPOINTMENT and status.until is None:
        yield Fact(say.text("Open"), inline(say.text("Only by appointment. Book a time first.")))
    else:
        lines = opening_lines(channel.hours, today, say)
        yield Fact(say.text("Open"), inline("\n" + "\n".join(lines) if len(lines) > 1 else "".join(lines)))
    yield from _holidays_row(channel, today, say)
    source = channel.hours_source
    if source is not None and source.until >= today:
        told = say.text("{source}, as it was on {day}", source=source.name, day=say.day(source.fetched.date()))
        yield Fact(say.text("Hours from"), inline(told))


def _holidays_row(channel: SheetChannel, today: date, say: Wording) -> Iterator[Fact]:
    """Public holidays after this week; the week itself names its own."""
    next_monday = today + timedelta(days=7 - today.weekday())
    days = [
        f"{say.day(day)} ({holiday.pick(say.language.value).text})"
        for day, holiday in holidays_ahead(channel.hours, today)
        if day >= next_monday
    ]
    if days:
        told = say.text("{days}: check whether it is open.", days=", ".join(days))
        yield Fact(say.text("Public holidays"), inline(told))


def accessibility_rows(channel: SheetChannel, say: Wording) -> Iterator[Fact]:
    """What is said of each way in, group by group; the door is named where there are several."""
    doors = [door for address in channel.contacts.addresses for door in address.entrances if door.accessibility]
    for door in doors:
        name = _said(door.name, say.language) or _which(door, say)
        for group in door.accessibility:
            sentences = [say.local(each) for each in group.sentences if each]
            heading = _said(group.heading, say.language)
            where = " · ".join(each for each in (name if len(doors) > 1 else "", heading) if each)
            if sentences:
                told = [span for sentence in sentences for span in (Span("\n"), *sentence)]
                yield Fact(say.text("Getting in"), (Span(where), *told) if where else tuple(told[1:]))


def _which(door: Entrance, say: Wording) -> str:
    return say.text("Main entrance") if door.is_main else say.text("Another entrance")


def _address(address: Address, language: Language) -> str:
    """The address, and how one gets in: *round the corner, second floor*."""
    return ", ".join(part for part in (_where(address, language), _said(address.note, language)) if part)


def _where(address: Address, language: Language) -> str:
    whole = _said(address.as_text, language)
    if whole:
        return whole
    street = " ".join(part for part in (_said(address.street, language), address.street_number or "") if part)
    post = " ".join(part for part in (address.postal_code or "", _said(address.post_office, language)) if part)
    box = _said(address.post_box, language)
    town = _said(address.municipality, language)
    named = town if town.casefold() not in post.casefold() else ""
    return ", ".join(part for part in (_said(address.receiver, language), street or box, post, named) if part)


def _said(text: LocalText, language: Language) -> str:
    return text.pick(language.value).text
