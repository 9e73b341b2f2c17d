"""What a search in the catalogue takes and gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from desk.model.local_text import NO_TEXT, LocalText


class HitKind(StrEnum):
    """What was found."""

    ERRAND = "errand"
    SERVICE = "service"
    CHANNEL = "channel"
    GENERAL_DESCRIPTION = "general_description"


class HitField(StrEnum):
    """Where the searched word stands."""

    NAME = "name"
    WORDS = "words"
    """Other names, keywords, subject words and an errand's trigger words."""
    ORGANIZATION = "organization"
    TEXT = "text"
    SYNONYM = "synonym"
    """Another word for the same thing: the word that was found, for the one that was said."""
    SPELLING = "spelling"
    """The word was mistyped: the word that was found."""
    CODE = "code"
    """A form's code, or an id."""


class FacetKind(StrEnum):
    """What results can be narrowed by."""

    AGENCY = "agency"
    LIFE_EVENT = "life_event"
    SERVICE_CLASS = "service_class"
    TARGET_GROUP = "target_group"
    CHANNEL_KIND = "channel_kind"
    AREA = "area"
    LANGUAGE = "language"


@dataclass(frozen=True, slots=True, order=True)
class Facet:
    """One value to narrow by: an organization's id, a class's code, a kind of channel, a municipality's code …"""

    kind: FacetKind
    value: str


@dataclass(frozen=True, slots=True)
class FacetCount:
    """How many of the results have this value; ``names`` is what it is called."""

    facet: Facet
    names: LocalText
    count: int


@dataclass(frozen=True, slots=True)
class Within:
    """Where and for whom is searched. ``area``: a municipality's code, its services first.

    ``citizen_language``: what is served in it comes before what is not. ``chosen`` narrows: values of one kind are
    alternatives, kinds are all required. ``counted``: the facets of what is found are counted too, which costs more
    than a keystroke may.
    """

    area: str | None = None
    citizen_language: str | None = None
    chosen: frozenset[Facet] = frozenset()
    counted: bool = False


ANYWHERE = Within()


@dataclass(frozen=True, slots=True)
class Why:
    """The word as it stands in the found text, and where it stands."""

    word: str
    field: HitField


@dataclass(frozen=True, slots=True)
class SearchHit:
    """One line of results. ``names`` keeps all languages; ``name`` is in the asked one or a stand-in."""

    kind: HitKind
    id: str
    name: str
    organization: str
    snippet: str
    why: tuple[Why, ...] = ()
    names: LocalText = NO_TEXT
    starter: bool = False
    services: int = 0
    """Of a channel: how many services are reached through it. It is shown once, not once for each."""
    in_area: bool = False
    """It is given in the area that was searched."""


@dataclass(frozen=True, slots=True)
class SearchResult:
    """The hits, best first. ``plain`` says that inflection was searched without dictionaries.

    ``corrected`` is the query as it was understood, where a mistyped word was read as another.
    """

    query: str
    language: str
    hits: tuple[SearchHit, ...]
    took_ms: float
    plain: bool = False
    corrected: str | None = None
    facets: tuple[FacetCount, ...] = ()


@dataclass(frozen=True, slots=True)
class ErrandEntry:
    """An errand as the search sees it: titles, one line about it, and what citizens say instead."""

    id: str
    titles: LocalText
    summary: LocalText = NO_TEXT
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Trigger words and phrases by language."""


@dataclass(frozen=True, slots=True)
class ServicePointer:
    """What a step points at: a service, else a general description, else a service class, and where."""

    service: str | None = None
    general_description: str | None = None
    service_class: str | None = None
    municipality: str | None = None
    """A municipality's code: only services for all of Finland or for there."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many objects of each kind."""

    services: int = 0
    channels: int = 0
    organizations: int = 0
    general_descriptions: int = 0
    collections: int = 0

    @property
    def total(self) -> int:
        """All kinds together."""
        return self.services + self.channels + self.organizations + self.general_descriptions + self.collections


@dataclass(frozen=True, slots=True)
class CatalogueStatus:
    """What is in the catalogue and how old it is. The starter catalogue is counted apart."""

    counts: Counts = Counts()
    starter: Counts = Counts()
    starter_hidden: int = 0
    as_of: datetime | None = None
    """When the last import or sync of real data ended."""
    source: str | None = None
    age_days: int | None = None
    stale: bool = False
    """Older than the desk's policy allows, as a whole."""
    search_is_plain: bool = False
    """The index was made without dictionaries: inflected words may be missed."""
