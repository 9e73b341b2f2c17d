"""Everything that is kept of one visit, put so that the person whom it is about can read it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from desk.model.keeping import Category
from desk.model.plan import WhoToAsk
from desk.model.visit import VisitChannel
from i18n.language import Language


@dataclass(frozen=True, slots=True)
class Told:
    """One thing in words: what it is, and what is kept of it."""

    what: str
    said: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Shared:
    """Something that went to somebody else."""

    to: str
    on: date
    kinds: tuple[str, ...] = ()
    """Kinds of data, by their ids."""
    sentences: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Written:
    """Something else that is written down: of which kind, with ids and words of which the paper makes a line."""

    kind: str
    ids: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Happened:
    """One line of the journal: what was done, when and by whom."""

    at: datetime
    kind: str
    """The kind of event; the paper says it in words."""
    detail: str = ""
    by: str = ""
    gone: bool = False
    """What was written down then is erased."""


@dataclass(frozen=True, slots=True)
class PersonCopy:
    """The whole copy, in one language. Lists are empty where nothing of the kind is kept."""

    number: int
    language: Language
    made_at: datetime
    ask: WhoToAsk
    opened_at: datetime
    ended_at: datetime | None
    channel: VisitChannel
    errands: tuple[str, ...]
    erased: bool
    name: str = ""
    birth_date: date | None = None
    contact: tuple[tuple[str, str], ...] = ()
    """Way (its id) and where."""
    has_identity_code: bool = False
    """It is kept; it is not printed."""
    answers: tuple[Told, ...] = ()
    steps: tuple[Told, ...] = ()
    """``said`` is what was decided (its id) or nothing."""
    plan: tuple[str, ...] = ()
    """The titles of the steps of the kept plan."""
    plan_code: str = ""
    mandates: tuple[Told, ...] = ()
    acts: tuple[Told, ...] = ()
    shared: tuple[Shared, ...] = ()
    documents: tuple[Told, ...] = ()
    """Number of the receipt, agency; notes: when it came and went on."""
    written: tuple[Written, ...] = ()
    """What is none of these."""
    happened: tuple[Happened, ...] = ()
    kept_until: Mapping[Category, date] = field(default_factory=dict)
