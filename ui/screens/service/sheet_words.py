"""Puts a service sheet into the clerk's words, and says where a text is in another language."""

from __future__ import annotations

from collections.abc import Sequence

from desk.model.catalogue import Address, ChannelKind, Charge
from desk.model.link_check import LinkCheck
from desk.model.local_text import LocalText, for_language
from desk.model.point_note import Subject, SubjectKind
from desk.model.service_sheet import ServiceSheet, SheetChannel, SheetText
from desk.usecases.show_service import ShownService
from i18n.language import Language
from i18n.translator import NP_, Translator, Words
from ui.opening import TONES, opening_words, week_words
from ui.screens.service.state import ChannelCard, SheetPart, SheetState
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
    """One sheet, one language."""

    def __init__(self, translator: Translator, shown: ShownService) -> None:
        self._translator = translator
        self._words: Words = translator.words
        self._language = translator.language.value
        self._shown = shown

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
            notes=NotesState(Subject(SubjectKind(sheet.kind.value), sheet.id), self._shown.notes),
            broken_links=tuple(self._broken(check) for check in self._shown.broken_links),
        )

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
        week = week_words(words, formats, channel.hours, at.date())
        own = SheetText(channel.connection_description), SheetText(channel.summary), SheetText(channel.description)
        more = [SheetPart(words.text("Opening hours"), "\n".join(week))] if week else []
        more += self._parts(((words.text("About this way"), own),))
        more += self._accessibility(channel)
        return ChannelCard(
            name=channel.names.pick(self._language).text,
            kind=words.ptext(*KINDS[channel.kind]),
            opening=opening_words(words, formats, status, at) if says_hours else "",
            tone=TONES[status.state],
            lines=tuple(line for line in self._lines(channel) if line),
            more=tuple(more),
        )

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
        parts = (pick(address.as_text), street, pick(address.post_box), post, pick(address.note))
        return ", ".join(part for part in parts if part)

    def _accessibility(self, channel: SheetChannel) -> list[SheetPart]:
        entrances = [entrance for address in channel.contacts.addresses for entrance in address.entrances]
        sentences = [
            sentence.pick(self._language).text
            for entrance in entrances
            for group in entrance.accessibility
            for sentence in group.sentences
        ]
        return [SheetPart(self._words.text("Accessibility"), "\n".join(sentences))] if sentences else []

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
