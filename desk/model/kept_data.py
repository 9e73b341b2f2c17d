"""What is kept of one visit, by kinds and without a word of its content: what, by which rule, and until when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from desk.model.ids import VisitId
from desk.model.keeping import KeepingTimes, PlanTime


class Part(StrEnum):
    """A kind of thing that is written down of a person, or of their visit."""

    PERSON = "person"
    """Name, birth date, how to reach them."""
    IDENTITY_CODE = "identity_code"
    ANSWERS = "answers"
    HELP = "help"
    """Language, what is taken into account, what was heavy, what was seen before a mandate."""
    STEPS = "steps"
    """What was decided of the steps, and which way was chosen."""
    NOTES = "notes"
    """The clerk's own, and words to a colleague."""
    PLAN = "plan"
    FOLLOW_UP = "follow_up"
    """How the steps stand, what came of them, what was promised, when an expert is met."""
    REFERRALS = "referrals"
    """What was told to an agency, and papers about documents."""
    MANDATES = "mandates"
    ACTS = "acts"
    """What was done in the person's name."""
    DOCUMENTS = "documents"
    """That a document was left and where it went; nobody's name."""
    LOG = "log"
    """Number, times, channel, matters, and who looked; nothing of what was said."""


class Rule(StrEnum):
    """By what it is settled how long something stays."""

    DRAFT = "draft"
    """With the visit, which has not ended."""
    PLAN = "plan"
    MANDATE = "mandate"
    RECEIPT = "receipt"
    LOG = "log"


@dataclass(frozen=True, slots=True)
class Holding:
    """Things that stay by the same rule."""

    rule: Rule
    parts: tuple[Part, ...]
    until: date | None = None
    """The last day; ``None`` while that day is not known yet."""


@dataclass(frozen=True, slots=True)
class OtherVisit:
    """Another kept visit of the same person."""

    id: VisitId
    number: int
    opened_at: datetime


@dataclass(frozen=True, slots=True)
class KeptData:
    """All that is kept of a visit."""

    visit: VisitId
    number: int
    opened_at: datetime
    is_open: bool
    named: bool
    """It is known whose visit it is: a mandate names who gave it, whatever else is erased."""
    erased: bool
    """What was said in it is erased."""
    holdings: tuple[Holding, ...]
    counts: Mapping[Part, int] = field(default_factory=dict)
    """How many there are, where that can be said."""
    times: KeepingTimes = field(default_factory=KeepingTimes)
    plan_time: PlanTime = field(default_factory=PlanTime)
    """As long as a plan stays that was kept in the role in which this one was."""
    others: tuple[OtherVisit, ...] = ()


@dataclass(frozen=True, slots=True)
class ErasureAhead:
    """What would become of it if the person wants it erased."""

    goes: tuple[Part, ...]
    stays: tuple[Holding, ...]
    copies: int = 0
    """Backups that may hold what goes."""
    lies_here: int = 0
    """Documents that are at the desk still, and are nobody's afterwards."""
