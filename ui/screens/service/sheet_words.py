"""Puts a service sheet into the clerk's words, and says where a text is in another language."""

from __future__ import annotations

from collections.abc import Sequence, Set
from datetime import date

from desk.model.catalogue import Address, ChannelKind, Charge, Entrance, FormFile
from desk.model.link_check import LinkCheck
from desk.model.local_text import LocalText, for_language
from desk.model.places import AT_THE_DOOR, spot_at
from desk.model.point_note import Subject, SubjectKind
from desk.model.service_sheet import ServiceSheet, SheetChannel, SheetKind, SheetText
from desk.usecases.show_service import ShownService
from i18n.language import Language
from i18n.translator import NP_, Translator, Words
from ui.opening import TONES, opening_note, opening_words, week_words
from ui.screens.service.state import ChannelCard, FormHere, SheetPart, SheetState
from ui.widgets.notes_box import NotesState

KINDS = {
    ChannelKind.ONLINE_SERVICE: NP_("kind of channel", "E-service"),
    ChannelKind.WEB_PAGE: NP_("kind of channel", "Web page"),
    ChannelKind.FORM: NP_("kind of channel", "Form"),
    ChannelKind.PHONE: NP_("kind of channel", "Phone"),
    ChannelKind.PLACE: NP_("kind of channel", "Office"),
}
CHARGES = {
    Charge.CHARGEABLE: NP_("what a service costs", "There is a fee."),
    Charge.FREE: NP_("what a service costs", "Free of charge."),
    Charge.OTHER: NP_("what a service costs", "The price varies."),
}


class SheetWords:
    """One sheet, one language; ``forms`` are addresses of official forms that are on this desk."""

    def __init__(self, translator: Translator, shown: ShownService, forms: Set[str] = frozenset()) -> None:
        self._translator = translator
        self._words: Words = translator.words
        self._language = translator.language.value
        self._shown = shown
        self._forms_here = forms

    def state(self) -> SheetState:
        """The whole sheet in words."""
        sheet, words = self._shown.sheet, self._words
        name = sheet.names.pick(self._language)
        return SheetState(
            id=sheet.id,
            name=name.text,
            name_language=self._stand_in(name.language, is_fallback=name.is_fallback),
            summary=sheet.summary.pick(self._language).text,
            organizations=", ".join(each.pick(self._language).text for each in sheet.organizations),
            first=self._first(sheet),
            channels=tuple(self._channel(channel, place) for place, channel in enumerate(sheet.channels)),
            long=self._parts(((words.text("More about the service"), sheet.about),)),
            foot=self._foot(sheet),
            stale=self._stale(sheet) if sheet.stale else "",
            notes=NotesState(
                Subject(SubjectKind(sheet.kind.value), sheet.id), self._shown.notes, self._shown.note_kinds
            ),
            place=self._place(sheet),
            broken_links=tuple(self._broken(check) for check in self._shown.broken_links),
        )

    @staticmethod
    def _place(sheet: ServiceSheet) -> str:
        """A sheet of one place whose coordinates are known is where a desk may be."""
        channels = sheet.channels if sheet.kind is SheetKind.CHANNEL else ()
        places = [each for each in channels if each.kind is ChannelKind.PLACE]
        addresses = [each for place in places for each in place.contacts.addresses if not each.is_postal]
        return sheet.id if any(spot_at(each.northing, each.easting) is not None for each in addresses) else ""

    def _broken(self, check: LinkCheck) -> str:
        """A link that failed, with the day since when it has."""
        since = check.failed_since or check.checked.date()
        day = self._translator.formats.short_date(since)
        return self._words.text("This link has not worked since {day}: {address}", day=day, address=check.url)

    def _stale(self, sheet: ServiceSheet) -> str:
        """What was fetched is old; of our own words the day is named on which they were checked."""
        words, checked = self._words, sheet.source.checked
        if not sheet.starter or checked is None:
            return words.text("This information is old: check before you rely on it.")
        day = self._translator.formats.short_date(checked)
        return words.text("Last checked {day}. Check with the agency before you rely on it.", day=day)

    def _first(self, sheet: ServiceSheet) -> tuple[SheetPart, ...]:
        words = self._words
        charge = words.ptext(*CHARGES[sheet.charge]) if sheet.charge is not None else ""
        cost = self._part(words.text("Price"), sheet.cost, before=charge)
        others = self._parts(
            (
                (words.text("For whom"), sheet.for_whom),
                (words.text("How to use it, and what to bring"), sheet.instruction),
                (words.text("By when"), sheet.deadlines),
                (words.text("How long it takes"), sheet.processing_time),
                (words.text("How long it is valid"), sheet.validity),
            )
        )
        return (*others[:2], *([cost] if cost is not None else []), *others[2:])

    def _parts(self, named: Sequence[tuple[str, Sequence[SheetText]]]) -> tuple[SheetPart, ...]:
        made = [self._part(heading, texts) for heading, texts in named]
        return tuple(part for part in made if part is not None)

    def _part(self, heading: str, texts: Sequence[SheetText], before: str = "") -> SheetPart | None:
        picked = [each.text.pick(self._language) for each in texts]
        shown = [before, *(each.text for each in picked)]
        text = "\n".join(each for each in shown if each)
        other = next((each.language for each in picked if each.is_fallback), "")
        return SheetPart(heading, text, self._stand_in(other, is_fallback=bool(other))) if text else None

    def _channel(self, channel: SheetChannel, place: int) -> ChannelCard:
        words, formats = self._words, self._translator.formats
        status, at = self._shown.opening[place], self._shown.at
        says_hours = channel.kind in (ChannelKind.PHONE, ChannelKind.PLACE) or bool(channel.hours)
        own = SheetText(channel.connection_description), SheetText(channel.summary), SheetText(channel.description)
        return ChannelCard(
            name=channel.names.pick(self._language).text,
            kind=words.ptext(*KINDS[channel.kind]),
            opening=opening_words(words, formats, status, at) if says_hours else "",
            tone=TONES[status.state],
            opening_note=opening_note(words, formats, status, at) if says_hours else "",
            distance=self._distance(place),
            forms=tuple(self._form(each, channel) for each in self._files_here(channel)),
            lines=tuple(line for line in self._lines(channel) if line),
            more=(
                *self._hours(channel, at.date()),
                *self._parts(((words.text("About this way"), own),)),
                *self._accessibility(channel),
            ),
        )

    def _files_here(self, channel: SheetChannel) -> list[FormFile]:
        return [each for each in for_language(channel.forms, self._language) if each.url in self._forms_here]

    def _form(self, file: FormFile, channel: SheetChannel) -> FormHere:
        return FormHere(file.url, file.title or channel.names.pick(self._language).text)

    def _distance(self, place: int) -> str:
        """How far it is, the straight way; a place as near as its own door is this one."""
        metres = self._shown.distances[place] if self._shown.distances else None
        if metres is None:
            return ""
        if metres < AT_THE_DOOR:
            return self._words.text("here")
        return self._words.text("{distance} from here", distance=self._translator.formats.distance(metres))

    def _hours(self, channel: SheetChannel, today: date) -> list[SheetPart]:
        words, formats, source = self._words, self._translator.formats, channel.hours_source
        lines = list(week_words(words, formats, channel.hours, today))
        if lines and source is not None and source.until >= today:
            day, until = formats.short_date(source.fetched.date()), formats.short_date(source.until)
            lines.append(
                words.text(
                    "Hours from {source}, fetched {day}, up to {until}.", source=source.name, day=day, until=until
                )
            )
        return [SheetPart(words.text("Opening hours"), "\n".join(lines))] if lines else []

    def _lines(self, channel: SheetChannel) -> list[str]:
        words, contacts = self._words, channel.contacts
        lines = [_joined(each.number, each.charge_note) for each in for_language(contacts.phones, self._language)]
        lines += [self._address(each) for each in contacts.addresses]
        lines += [each.address for each in for_language(contacts.emails, self._language)]
        lines += [each.url for each in for_language(contacts.links, self._language)]
        if form := channel.form_identifier.pick(self._language).text:
            lines.append(words.text("Form {code}", code=form))
        lines += [_joined(each.title or "", each.url) for each in for_language(channel.forms, self._language)]
        if channel.requires_authentication:
            lines.append(words.text("Needs an e-ID."))
        if channel.languages:
            lines.append(words.text("Languages: {languages}", languages=", ".join(map(endonym, channel.languages))))
        return lines

    def _address(self, address: Address) -> str:
        def pick(text: LocalText) -> str:
            return text.pick(self._language).text

        street = " ".join(part for part in (pick(address.street), address.street_number or "") if part)
        post = " ".join(part for part in (address.postal_code or "", pick(address.post_office)) if part)
        named = pick(address.municipality)
        town = named if named.casefold() not in post.casefold() else ""
        parts = (pick(address.as_text), street, pick(address.post_box), post, town, pick(address.note))
        return ", ".join(part for part in parts if part)

    def _accessibility(self, channel: SheetChannel) -> list[SheetPart]:
        """What is said of each way in, group by group; the door is named where there are several."""
        doors = [door for address in channel.contacts.addresses for door in address.entrances if door.accessibility]
        return [part for door in doors for part in self._door(door, named=len(doors) > 1)]

    def _door(self, door: Entrance, *, named: bool) -> list[SheetPart]:
        words = self._words
        entrance = door.name.pick(self._language).text
        if not entrance:
            entrance = words.text("Main entrance") if door.is_main else words.text("Entrance")
        parts = []
        for group in door.accessibility:
            heading = group.heading.pick(self._language).text
            said = "\n".join(text for each in group.sentences if (text := each.pick(self._language).text))
            where = " · ".join(each for each in (entrance if named else "", heading) if each)
            title = words.text("Accessibility: {part}", part=where) if where else words.text("Accessibility")
            if said:
                parts.append(SheetPart(title, said))
        return parts

    def _foot(self, sheet: ServiceSheet) -> str:
        words, formats, source = self._words, self._translator.formats, sheet.source
        own = words.text("In our own words, until the national service catalogue has the service")
        parts = [own if source.starter else words.text("National service catalogue")]
        if source.address:
            parts.append(words.text("source {address}", address=source.address))
        if source.checked is not None:
            parts.append(words.text("checked {day}", day=formats.short_date(source.checked)))
        elif source.modified is not None:
            parts.append(words.text("changed {day}", day=formats.short_date(source.modified.date())))
        if sheet.fetched is not None and not source.starter:
            parts.append(words.text("fetched {day}", day=formats.short_date(sheet.fetched.date())))
        return " · ".join(parts)

    def _stand_in(self, language: str, *, is_fallback: bool) -> str:
        return self._words.text("in {language}", language=endonym(language)) if is_fallback else ""


def endonym(code: str) -> str:
    """A language's own name for itself, else its code."""
    return Language(code).endonym if code in tuple(Language) else code


def _joined(first: str, second: str | None) -> str:
    return ", ".join(part for part in (first, second) if part)
