"""Guidance on one service: what it is, for whom, what to bring, what it costs, and every way to reach it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from desk.model.catalogue import ChannelKind, Charge, Phone
from desk.model.freshness import ObjectAge, known_on
from desk.model.guidance import Guidance
from desk.model.local_text import for_language
from desk.model.service_sheet import ServiceSheet, SheetChannel, SheetText
from desk.ports import PaperOptions
from i18n.translator import N_
from printing.document import (
    Block,
    Document,
    Fact,
    Facts,
    Furniture,
    Heading,
    Inline,
    Paragraph,
    Span,
    Together,
    inline,
    plain,
)
from printing.papers.asking import ask_in_a_line
from printing.papers.places import accessibility_rows, address_rows, distance_row, hours_rows
from printing.papers.remarks import broken_links, for_citizens, point_notes, stale_warning
from printing.papers.wording import Wording

_KINDS = {
    ChannelKind.ONLINE_SERVICE: N_("Online service"),
    ChannelKind.WEB_PAGE: N_("Web page"),
    ChannelKind.FORM: N_("Form"),
    ChannelKind.PHONE: N_("By phone"),
    ChannelKind.PLACE: N_("In person"),
}
_CHARGES = {
    Charge.FREE: N_("This is free of charge."),
    Charge.CHARGEABLE: N_("This costs something."),
}


@dataclass(frozen=True, slots=True)
class _Part:
    heading: str
    texts: tuple[SheetText, ...]
    charge: Charge | None = None


def guidance_paper(service: Guidance, say: Wording, options: PaperOptions) -> Document:
    """The guidance as a document, in the language of ``say``."""
    sheet, ask = service.sheet, service.ask
    day = say.day(service.at.date())
    name = say.local(sheet.names)
    blocks = (
        *_old(service, say),
        *_from_the_point(service, say),
        *_short_parts(service, say),
        *_channels(service, say),
        *_about(service, say),
        Facts((ask_in_a_line(ask, say),)),
    )
    return Document(
        title=plain(name),
        language=say.language,
        furniture=Furniture(
            sender=ask.name if ask.name and ask.is_maker else say.text("Service point"),
            kind=say.text("Guide"),
            date=day,
            foot=_foot(service, say),
            page_of=say.text("{page} ({pages})", page="{page}", pages="{pages}"),
        ),
        lead=say.local(sheet.summary),
        blocks=(*blocks, *say.apology()),
        large=options.large,
        easy=options.easy,
    )


def _old(service: Guidance, say: Wording) -> Iterator[Block]:
    """Of a sheet that is old as a whole it is said once, at the top."""
    if service.sheet.stale and (day := _known_on(service.sheet)) is not None:
        yield stale_warning(day, say)


def _known_on(shown: ServiceSheet | SheetChannel) -> date | None:
    if shown.fetched is None:
        return None
    return known_on(ObjectAge(shown.fetched, shown.source))


def _from_the_point(service: Guidance, say: Wording) -> Iterator[Block]:
    channels = {channel.id for channel in service.sheet.channels}
    own = for_citizens((note for note in service.notes if note.about.id not in channels), say.language)
    if rows := tuple(point_notes(own, say)):
        yield Facts(rows)


def _short_parts(service: Guidance, say: Wording) -> Iterator[Block]:
    sheet = service.sheet
    parts = (
        _Part(N_("For whom"), sheet.for_whom),
        _Part(N_("How to do it and what to bring"), sheet.instruction),
        _Part(N_("By when"), sheet.deadlines),
        _Part(N_("What it costs"), sheet.cost, sheet.charge),
        _Part(N_("How long it takes"), sheet.processing_time),
    )
    for part in parts:
        blocks = [block for each in part.texts for block in say.long_text(each.text)]
        if part.charge in _CHARGES:
            blocks.insert(0, Paragraph(inline(say.text(_CHARGES[part.charge]))))
        if blocks:
            yield Heading(inline(say.text(part.heading)))
            yield from blocks


def _channels(service: Guidance, say: Wording) -> Iterator[Block]:
    channels = service.sheet.channels
    if channels:
        yield Heading(inline(say.text("Where and how")))
    for place, channel in enumerate(channels):
        kind = say.text(_KINDS[channel.kind])
        heading = Heading((Span(f"{kind}: "), *say.local(channel.names)), level=3)
        yield Together((heading, *_channel(place, service, say)))


def _place(place: int, service: Guidance, say: Wording) -> Iterator[Fact]:
    channel = service.sheet.channels[place]
    yield from address_rows(channel, say)
    yield from distance_row(service.distances[place] if service.distances else None, say)
    yield from hours_rows(channel, service.opening[place] if service.opening else None, service.at.date(), say)
    yield from accessibility_rows(channel, say)


def _channel(place: int, service: Guidance, say: Wording) -> Iterator[Block]:
    channel = service.sheet.channels[place]
    summary = channel.connection_description or channel.summary
    if channel.stale and not service.sheet.stale and (day := _known_on(channel)) is not None:
        yield stale_warning(day, say)
    yield from say.long_text(summary)
    rows = [*_phones(channel, say), *_place(place, service, say)]
    if plain(say.local(channel.form_identifier)):
        rows.append(Fact(say.text("Form"), say.local(channel.form_identifier)))
    rows += [
        Fact(say.text("E-mail"), inline(mail.address))
        for mail in for_language(channel.contacts.emails, say.language.value)
    ]
    own = (note for note in service.notes if note.about.id == channel.id)
    rows += point_notes(for_citizens(own, say.language), say)
    addresses = tuple(dict.fromkeys(_pages(channel, say)))  # a form is often linked to as well
    rows += broken_links((address for address in addresses if address in service.broken_links), say)
    working = (address for address in addresses if address not in service.broken_links)
    page = next((page for address in working if (page := say.web_page(address))), None)
    has_code = page is not None and say.is_worth_a_code(page) and not channel.requires_authentication
    if page is not None and not has_code:
        rows.append(Fact(page.caption, inline(Span(page.shown, link=page.address))))
    if rows:
        yield Facts(tuple(rows))
    if channel.requires_authentication:
        yield Paragraph(inline(say.text("You identify yourself in this service. Always do it yourself.")))
    if page is not None and has_code:
        yield page


def _pages(channel: SheetChannel, say: Wording) -> Iterator[str]:
    language = say.language.value
    for form in for_language(channel.forms, language):
        yield form.url
    for link in for_language(channel.contacts.links, language):
        yield link.url


def _phones(channel: SheetChannel, say: Wording) -> Iterator[Fact]:
    for phone in for_language(channel.contacts.phones, say.language.value):
        yield Fact(say.text("Phone"), _phone(phone))


def _phone(phone: Phone) -> Inline:
    notes = [note for note in (phone.note, phone.charge_note) if note]
    return (Span(phone.number, unbroken=True), *(inline(f" ({', '.join(notes)})") if notes else ()))


def _about(service: Guidance, say: Wording) -> Iterator[Block]:
    blocks = [block for each in service.sheet.about for block in say.long_text(each.text)]
    if blocks:
        yield Heading(inline(say.text("More about this")))
        yield from blocks


def _foot(service: Guidance, say: Wording) -> str:
    sheet = service.sheet
    made = say.text("Made at a service point on {day}.", day=say.day(service.at.date()))
    source = sheet.source
    if source.starter and source.checked is not None:
        return f"{made} " + say.text("Facts checked on {day}.", day=say.day(source.checked))
    if sheet.fetched is not None:
        fetched = say.day(sheet.fetched.date())
        return f"{made} " + say.text("From the national service catalogue as it was on {day}.", day=fetched)
    return made
