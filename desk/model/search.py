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


@dataclass(frozen=True, slots=True)
class SearchResult:
    """The hits, best first. ``plain`` says that inflection was searched without dictionaries."""

    query: str
    language: str
    hits: tuple[SearchHit, ...]
    took_ms: float
    plain: bool = False


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
    search_is_plain: bool = False
    """The index was made without dictionaries: inflected words may be missed."""
