"""Joins a service with its general description, channels and organizations into one sheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

import msgspec

from desk.errors import ServiceUnknown, ServiceWithdrawn
from desk.model.catalogue import (
    Channel,
    ChannelId,
    ChannelKind,
    Connection,
    Contacts,
    GeneralDescription,
    Offer,
    Role,
    Service,
)
from desk.model.freshness import STALE_DAYS, ObjectAge, is_stale
from desk.model.hours import effective_hours
from desk.model.libraries import HoursSource, StoredLibrary, dated_hours
from desk.model.local_text import NO_TEXT, LocalText
from desk.model.service_sheet import ServiceSheet, SheetChannel, SheetKind, SheetText, TextOrigin
from offline_cache.catalogue import rows
from offline_cache.catalogue.libraries import SqlLibraries
from offline_cache.catalogue.run_memory import Coverage, read_coverage
from offline_cache.catalogue.tombstones import tombstone_of
from offline_cache.connection import StoreConnection

STALE_AFTER = timedelta(days=STALE_DAYS)
"""What a sheet is judged by until the desk's own settings and the last refresh are looked at."""

READ_ENTRY = "SELECT kind, fetched, body FROM entry WHERE id = ?"
OTHER_SIDES = "SELECT channel FROM link WHERE service = ? AND owner <> service"
STAND_INS = """
    SELECT owner FROM replacement JOIN entry ON entry.id = owner
    WHERE replaced IN (?, ?) AND entry.kind = 'service' ORDER BY owner
"""
REAL_ONE = """
    SELECT replaced FROM replacement JOIN entry AS real ON real.id = replaced
    WHERE owner = ? AND real.kind = 'channel' LIMIT 1
"""


@dataclass(frozen=True, slots=True)
class _Stored:
    item: Any
    fetched: datetime


class SheetReader:
    """Reads sheets; raises ``ServiceUnknown`` for what is not in the catalogue."""

    def __init__(self, connection: StoreConnection) -> None:
        self._connection = connection
        self._libraries = SqlLibraries(connection)
        self._coverage = Coverage()

    def sheet(self, identity: str, now: datetime) -> ServiceSheet:
        """The sheet of a service, general description or channel."""
        self._coverage = read_coverage(self._connection)
        stored = self._stored(identity)
        if stored is None or not isinstance(stored.item, Service | GeneralDescription | Channel):
            raise self._missing(identity)
        stale = is_stale(ObjectAge(stored.fetched, stored.item.source), now, STALE_AFTER)
        if isinstance(stored.item, Service):
            return self._service(stored.item, stored.fetched, stale=stale)
        if isinstance(stored.item, GeneralDescription):
            return self._general_description(stored.item, stored.fetched, stale=stale)
        return self._channel(stored.item, stored.fetched, stale=stale)

    def _missing(self, identity: str) -> ServiceUnknown:
        buried = tombstone_of(self._connection, identity)
        if buried is None:
            return ServiceUnknown(service=identity)
        names, day = buried
        return ServiceWithdrawn(service=identity, name=names.pick("fi").text, day=day)

    def _stored(self, identity: str) -> _Stored | None:
        row = self._connection.execute(READ_ENTRY, (identity,)).fetchone()
        if row is None:
            return None
        item, fetched = rows.object_of(row[0], row[2]), datetime.fromisoformat(row[1])
        return _Stored(item, fetched if item.source.starter else self._coverage.fresh_as_of(fetched))

    def _service(self, item: Service, fetched: datetime, *, stale: bool) -> ServiceSheet:
        linked = self._stored(item.general_description) if item.general_description else None
        shared = linked.item if linked and isinstance(linked.item, GeneralDescription) else None
        channels, missing = self._channels(item.id, item.connections, shared)
        sheet = ServiceSheet(
            kind=SheetKind.SERVICE,
            id=item.id,
            names=item.names,
            alternative_names=item.alternative_names,
            summary=item.texts.summary or (shared.texts.summary if shared else NO_TEXT),
            channels=channels,
            missing_channels=missing,
            organizations=self._organizations(item.offers, (Role.RESPONSIBLE, Role.ALSO_RESPONSIBLE)),
            producers=self._organizations(item.offers, (Role.PRODUCER,)),
            general_description=item.general_description,
            general_description_missing=item.general_description is not None and shared is None,
            classes=item.classes,
            nationwide=item.nationwide,
            areas=item.areas,
            languages=item.languages,
            laws=(*item.laws, *(law for law in (shared.laws if shared else ()) if law not in item.laws)),
            charge=item.charge or (shared.charge if shared else None),
            source=item.source,
            fetched=fetched,
            stale=stale,
        )
        return _with_texts(sheet, item, shared)

    def _general_description(self, item: GeneralDescription, fetched: datetime, *, stale: bool) -> ServiceSheet:
        channels, missing = self._channels(item.id, item.connections, None)
        sheet = ServiceSheet(
            kind=SheetKind.GENERAL_DESCRIPTION,
            id=item.id,
            names=item.names,
            alternative_names=item.alternative_names,
            summary=item.texts.summary,
            channels=channels,
            missing_channels=missing,
            general_description=item.id,
            classes=item.classes,
            laws=item.laws,
            charge=item.charge,
            source=item.source,
            fetched=fetched,
            stale=stale,
        )
        return _with_texts(sheet, item, None)

    def _channel(self, item: Channel, fetched: datetime, *, stale: bool) -> ServiceSheet:
        return ServiceSheet(
            kind=SheetKind.CHANNEL,
            id=item.id,
            names=item.names,
            alternative_names=item.alternative_names,
            summary=item.texts.summary,
            about=_told((item.texts.description, TextOrigin.OWN)),
            channels=(self._merged(_Stored(item, fetched), None),),
            organizations=self._names([item.organization] if item.organization else []),
            nationwide=item.nationwide,
            areas=item.areas,
            languages=item.languages,
            source=item.source,
            fetched=fetched,
            stale=stale,
        )

    def _channels(
        self, owner: str, own: Iterable[Connection], shared: GeneralDescription | None
    ) -> tuple[tuple[SheetChannel, ...], tuple[ChannelId, ...]]:
        """Channels that either side names; with none at all, those of the starter service that was replaced."""
        told = {connection.channel: connection for connection in (*(shared.connections if shared else ()), *own)}
        ordered = dict.fromkeys((*(connection.channel for connection in own), *told))
        ordered.update(dict.fromkeys(row[0] for row in self._connection.execute(OTHER_SIDES, (owner,)).fetchall()))
        found: list[SheetChannel] = []
        missing: list[ChannelId] = []
        for identity in ordered:
            channel = self._channel_object(identity)
            if channel is None:
                missing.append(ChannelId(identity))
            else:
                found.append(self._merged(channel, told.get(identity) or _from_its_side(channel.item, owner)))
        if not found:
            found = list(self._stand_ins(owner, shared))
        return tuple(found), tuple(missing)

    def _stand_ins(self, owner: str, shared: GeneralDescription | None) -> Iterator[SheetChannel]:
        replaced = (owner, shared.id if shared else owner)
        for (identity,) in self._connection.execute(STAND_INS, replaced).fetchall():
            starter = self._stored(identity)
            for connection in starter.item.connections if starter else ():
                if channel := self._channel_object(connection.channel):
                    yield self._merged(channel, connection)

    def _channel_object(self, identity: str) -> _Stored | None:
        """The channel, or the real one that a starter channel stands in for, once it is here."""
        real = self._connection.execute(REAL_ONE, (identity,)).fetchone()
        stored = self._stored(real[0] if real else identity)
        return stored if stored and isinstance(stored.item, Channel) else None

    def _merged(self, stored: _Stored, connection: Connection | None) -> SheetChannel:
        channel: Channel = stored.item
        contacts = _contacts(connection.contacts, channel.contacts) if connection else channel.contacts
        own = connection.hours if connection else ()
        library = self._libraries.of_channel(channel.id) if channel.kind is ChannelKind.PLACE else None
        dated = dated_hours(library.library.days) if library else ()
        return SheetChannel(
            id=channel.id,
            kind=channel.kind,
            names=channel.names,
            summary=channel.texts.summary,
            description=channel.texts.description,
            connection_description=connection.description if connection else NO_TEXT,
            organization=next(iter(self._names([channel.organization] if channel.organization else [])), NO_TEXT),
            contacts=contacts,
            hours=effective_hours(own, (*channel.hours, *dated)),
            hours_are_own=bool(own),
            hours_source=_hours_source(library) if library and not own else None,
            languages=channel.languages,
            forms=channel.forms,
            form_identifier=channel.form_identifier,
            attachments=channel.attachments,
            charge=connection.charge if connection else None,
            charge_note=connection.charge_note if connection else NO_TEXT,
            extra_types=connection.extra_types if connection else (),
            authorizations=connection.authorizations if connection else (),
            requires_authentication=channel.requires_authentication,
            requires_signature=channel.requires_signature,
            web_accessibility=channel.web_accessibility,
            nationwide=channel.nationwide,
            areas=channel.areas,
            source=channel.source,
            fetched=stored.fetched,
        )

    def _organizations(self, offers: Iterable[Offer], roles: tuple[Role, ...]) -> tuple[LocalText, ...]:
        """The names of those who have one of the roles, in the order of the roles."""
        listed = list(offers)
        return self._names(offer.organization for role in roles for offer in listed if offer.role is role)

    def _names(self, identities: Iterable[str]) -> tuple[LocalText, ...]:
        found: list[LocalText] = []
        for identity in dict.fromkeys(identities):
            row = self._connection.execute("SELECT names FROM organization_name WHERE id = ?", (identity,)).fetchone()
            if row:
                found.append(LocalText(msgspec.json.decode(row[0])))
        return tuple(found)


def _with_texts(
    sheet: ServiceSheet, own: Service | GeneralDescription, shared: GeneralDescription | None
) -> ServiceSheet:
    """The sheet with its texts: the service's own first, then those of the general description."""
    theirs = TextOrigin.GENERAL_DESCRIPTION
    sides = [(own, TextOrigin.OWN if isinstance(own, Service) else theirs), *([(shared, theirs)] if shared else [])]
    about = [(text, origin) for side, origin in sides for text in (side.texts.description, side.texts.background)]
    return replace(
        sheet,
        about=_told(*about),
        for_whom=_told(*((side.requirements, origin) for side, origin in sides)),
        instruction=_told(*((side.texts.instruction, origin) for side, origin in sides)),
        cost=_told(*((side.texts.charge_note, origin) for side, origin in sides)),
        deadlines=_told(*((side.texts.deadline, origin) for side, origin in sides)),
        processing_time=_told(*((side.texts.processing_time, origin) for side, origin in sides)),
        validity=_told(*((side.texts.validity, origin) for side, origin in sides)),
    )


def _told(*pairs: tuple[LocalText, TextOrigin]) -> tuple[SheetText, ...]:
    """Texts that are there, each once: services copy the general description's words."""
    found: dict[tuple[tuple[str, str], ...], SheetText] = {}
    for text, origin in pairs:
        if text:
            found.setdefault(tuple(sorted(text.texts.items())), SheetText(text, origin))
    return tuple(found.values())


def _from_its_side(channel: Channel, service: str) -> Connection | None:
    return next((each for each in channel.connections if each.service == service), None)


def _contacts(own: Contacts, general: Contacts) -> Contacts:
    """Kind by kind, the connection's contacts in place of the channel's."""
    return Contacts(
        phones=own.phones or general.phones,
        emails=own.emails or general.emails,
        links=own.links or general.links,
        addresses=own.addresses or general.addresses,
    )


def _hours_source(library: StoredLibrary) -> HoursSource | None:
    days = library.library.days
    return HoursSource(library.source, library.fetched, days[-1].day) if days else None
