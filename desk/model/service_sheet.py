"""Everything about one service that a screen or a paper shows, joined and ready to be read out.

All texts keep every language they exist in: the clerk's screen and the citizen's paper pick from the
same sheet. Texts that come from the general description say so.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desk.model.catalogue import (
    NO_CLASSES,
    NO_CONTACTS,
    NO_SOURCE,
    Area,
    ChannelId,
    ChannelKind,
    Charge,
    Classifications,
    Contacts,
    ExtraType,
    FormFile,
    GeneralDescriptionId,
    Law,
    Source,
)
from desk.model.libraries import HoursSource
from desk.model.local_text import NO_TEXT, LocalText
from desk.model.service_hours import ServiceHours


class SheetKind(StrEnum):
    """What the sheet is about."""

    SERVICE = "service"
    GENERAL_DESCRIPTION = "general_description"
    CHANNEL = "channel"


class TextOrigin(StrEnum):
    """Whose words a text is."""

    OWN = "own"
    GENERAL_DESCRIPTION = "general_description"


@dataclass(frozen=True, slots=True)
class SheetText:
    """A text and whose words it is."""

    text: LocalText
    origin: TextOrigin = TextOrigin.OWN


@dataclass(frozen=True, slots=True)
class SheetChannel:
    """A channel as it serves this service: the connection's own hours and contacts come first."""

    id: ChannelId
    kind: ChannelKind
    names: LocalText
    summary: LocalText = NO_TEXT
    description: LocalText = NO_TEXT
    connection_description: LocalText = NO_TEXT
    organization: LocalText = NO_TEXT
    contacts: Contacts = NO_CONTACTS
    hours: tuple[ServiceHours, ...] = ()
    hours_are_own: bool = False
    """The hours are those of this service at that channel, not the channel's general hours."""
    hours_source: HoursSource | None = None
    """Another directory gives the hours of some weeks, in place of the catalogue's own."""
    languages: tuple[str, ...] = ()
    forms: tuple[FormFile, ...] = ()
    form_identifier: LocalText = NO_TEXT
    attachments: tuple[FormFile, ...] = ()
    charge: Charge | None = None
    charge_note: LocalText = NO_TEXT
    extra_types: tuple[ExtraType, ...] = ()
    authorizations: tuple[LocalText, ...] = ()
    requires_authentication: bool = False
    requires_signature: bool = False
    web_accessibility: tuple[str, ...] = ()
    nationwide: bool = False
    areas: tuple[Area, ...] = ()
    source: Source = NO_SOURCE
    fetched: datetime | None = None
    stale: bool = False


@dataclass(frozen=True, slots=True)
class ServiceSheet:
    """One service, or a general description no service of ours uses, or a channel by itself."""

    kind: SheetKind
    id: str
    names: LocalText
    alternative_names: LocalText = NO_TEXT
    summary: LocalText = NO_TEXT
    about: tuple[SheetText, ...] = ()
    for_whom: tuple[SheetText, ...] = ()
    instruction: tuple[SheetText, ...] = ()
    """How to use the service and what to bring."""
    charge: Charge | None = None
    cost: tuple[SheetText, ...] = ()
    deadlines: tuple[SheetText, ...] = ()
    processing_time: tuple[SheetText, ...] = ()
    validity: tuple[SheetText, ...] = ()
    channels: tuple[SheetChannel, ...] = ()
    missing_channels: tuple[ChannelId, ...] = ()
    """Named by the service, but not in this catalogue."""
    organizations: tuple[LocalText, ...] = ()
    """Responsible organizations, the main one first."""
    producers: tuple[LocalText, ...] = ()
    general_description: GeneralDescriptionId | None = None
    general_description_missing: bool = False
    classes: Classifications = NO_CLASSES
    nationwide: bool = False
    areas: tuple[Area, ...] = ()
    languages: tuple[str, ...] = ()
    laws: tuple[Law, ...] = ()
    source: Source = NO_SOURCE
    fetched: datetime | None = None
    """When its words came here, or when a refresh last found them still to be so."""
    stale: bool = False
    """Known of so long ago that it should be checked before it is relied on."""

    @property
    def starter(self) -> bool:
        """Our own words, shown until the real catalogue has this service."""
        return self.source.starter
