"""Keeping the catalogue fresh: what is asked of a source, what comes back, and what a run says of itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desk.errors import BadArea
from desk.model.catalogue import (
    CatalogueObject,
    Channel,
    GeneralDescription,
    Organization,
    Service,
    ServiceCollection,
)
from desk.model.intake import IntakeProblem
from desk.model.local_text import NO_TEXT, LocalText


class ObjectKind(StrEnum):
    """The kinds of catalogue objects, in the order in which a run takes them in: names first, then what uses them."""

    ORGANIZATION = "organization"
    GENERAL_DESCRIPTION = "general_description"
    SERVICE = "service"
    CHANNEL = "channel"
    COLLECTION = "collection"


KIND_OF: dict[type[CatalogueObject], ObjectKind] = {
    Organization: ObjectKind.ORGANIZATION,
    GeneralDescription: ObjectKind.GENERAL_DESCRIPTION,
    Service: ObjectKind.SERVICE,
    Channel: ObjectKind.CHANNEL,
    ServiceCollection: ObjectKind.COLLECTION,
}


class ObjectState(StrEnum):
    """How an object stands at the source; the values are the catalogue's own."""

    PUBLISHED = "Published"
    ARCHIVED = "Archived"
    WITHDRAWN = "Withdrawn"


class AreaKind(StrEnum):
    """The divisions that a catalogue can be asked by; the values are the catalogue's own."""

    MUNICIPALITY = "Municipality"
    REGION = "Region"
    WELLBEING_COUNTY = "WellbeingServiceCounties"
    BUSINESS_REGION = "BusinessSubRegion"
    HOSPITAL_DISTRICT = "HospitalDistrict"


@dataclass(frozen=True, slots=True, order=True)
class SyncArea:
    """One area that the desk keeps the services of, besides those for the whole country."""

    kind: AreaKind
    code: str

    def __str__(self) -> str:
        return f"{self.kind}/{self.code}"


def read_area(text: str) -> SyncArea:
    """Read ``Municipality/297``; raises ``BadArea``. The code is kept as it stands, with its zeros."""
    kind, _, code = text.strip().partition("/")
    known = {each.casefold(): each for each in AreaKind}
    if kind.casefold() not in known or not (code.isalnum() and code.isascii() and len(code) <= 10):
        raise BadArea(area=text, kinds=", ".join(AreaKind))
    return SyncArea(known[kind.casefold()], code)


@dataclass(frozen=True, slots=True)
class IdPage:
    """One page of ids, in the source's order, and how many pages there were when it was read."""

    ids: tuple[str, ...]
    pages: int


@dataclass(frozen=True, slots=True)
class Fetched:
    """Whole objects; what was asked for and not given; and what could not be read (it is tried again next time)."""

    objects: tuple[CatalogueObject, ...] = ()
    missing: tuple[str, ...] = ()
    problems: tuple[IntakeProblem, ...] = ()


@dataclass(frozen=True, slots=True)
class ObjectPage:
    """One page of whole objects, and how many pages there were when it was read."""

    objects: tuple[CatalogueObject, ...]
    problems: tuple[IntakeProblem, ...]
    pages: int


class CodeListKind(StrEnum):
    """Lists that other objects name by code."""

    MUNICIPALITY = "municipality"
    REGION = "region"
    WELLBEING_COUNTY = "wellbeing_county"
    LANGUAGE = "language"
    SERVICE_CLASS = "service_class"
    LIFE_EVENT = "life_event"
    TARGET_GROUP = "target_group"


@dataclass(frozen=True, slots=True)
class Code:
    """One entry of a code list."""

    code: str
    names: LocalText = NO_TEXT
    parent: str | None = None


class RefreshPhase(StrEnum):
    """What a run is doing."""

    ASKING = "asking"
    """Finding out what there is, or what changed."""
    FETCHING = "fetching"
    TAKING_IN = "taking_in"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class RefreshProgress:
    """How far a run is. ``whole`` is 0 while nobody knows; ``done`` and ``whole`` count objects of all kinds."""

    phase: RefreshPhase
    done: int = 0
    whole: int = 0
    received: int = 0
    """Bytes so far."""
    kind: ObjectKind | None = None


class RefreshKind(StrEnum):
    """How much a run asks for."""

    FIRST = "first"
    CHANGES = "changes"
    SWEEP = "sweep"
    """Every id is compared: finds what vanished without a word. Once a week, and on request."""


@dataclass(frozen=True, slots=True)
class RefreshReport:
    """What one run did. ``unchanged`` came again word for word; ``gone`` is no longer in the national catalogue."""

    kind: RefreshKind
    source: str
    started: datetime
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    gone: int = 0
    received: int = 0
    seconds: float = 0.0
    resumed: bool = False
    problems: tuple[IntakeProblem, ...] = ()


class ChangeKind(StrEnum):
    """What happened to an object."""

    NEW = "new"
    CHANGED = "changed"
    GONE = "gone"


class ChangedField(StrEnum):
    """What of an object is another than before, as a clerk would say it."""

    NAME = "name"
    PHONE = "phone"
    ADDRESS = "address"
    HOURS = "hours"
    LINK = "link"
    COST = "cost"
    CHANNELS = "channels"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class CatalogueChange:
    """One change that a run brought, kept for some weeks."""

    at: datetime
    change: ChangeKind
    kind: ObjectKind
    id: str
    names: LocalText
    fields: tuple[ChangedField, ...] = ()


@dataclass(frozen=True, slots=True)
class RefreshRun:
    """One run, from its first question to the last object taken in, however often it was cut off between.

    ``watermark`` is the moment before the first question, by the source's clock if it tells, else by ours: the next
    run asks from a while before it.
    """

    id: str
    kind: RefreshKind
    source: str
    areas: tuple[SyncArea, ...]
    started: datetime
    watermark: datetime


@dataclass(frozen=True, slots=True)
class RefreshMemory:
    """What earlier runs left in the catalogue. Empty ``areas`` with a watermark: the whole country."""

    last_run: str | None = None
    source: str | None = None
    areas: tuple[SyncArea, ...] = ()
    watermark: datetime | None = None
    swept: datetime | None = None
    unread: tuple[tuple[ObjectKind, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ShelfCount:
    """How a kind stands on the shelf."""

    wanted: int = 0
    here: int = 0
    gone: int = 0
    unread: int = 0


@dataclass(frozen=True, slots=True)
class TakenInRun:
    """What the catalogue did with a shelf."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    gone: int = 0
