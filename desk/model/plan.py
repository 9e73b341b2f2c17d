"""The plan as it is agreed and put on paper: every text, phone and address copied, in the citizen's language.

It stands by itself: a later catalogue or errand version never changes what was agreed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum

from desk.model.agreement import HelpHere
from desk.model.follow_up import Blocker, Progress, Result, StepOwner
from desk.model.ids import ErrandId, HandingId, HintId, StepId
from desk.model.path import Begins, ChannelKind, HintKind, Mode, Nature
from desk.model.person import ContactKind
from desk.model.visit_channel import VisitChannel
from desk.model.ways import Barrier, Suits
from i18n.language import Language


class Group(StrEnum):
    """The parts of a path and of a plan, in their order."""

    HERE = "here"
    YOU = "you"
    ITSELF = "itself"
    MAYBE = "maybe"


class HintChoice(StrEnum):
    """What the clerk and the citizen made of a hint. Without one it is open."""

    TAKEN = "taken"
    LEFT = "left"


class Decision(StrEnum):
    """What was agreed of a step. Without one it is open."""

    HANDLED = "handled"
    AGREED = "agreed"
    DECLINED = "declined"
    POSTPONED = "postponed"


@dataclass(frozen=True, slots=True)
class Words:
    """A text as shown, and the language it really is in when that is not the one asked for."""

    text: str
    fallback: Language | None = None


@dataclass(frozen=True, slots=True)
class PlanDeadline:
    """By when: the day to print large, the last lawful day, and the rule in words."""

    day: date | None
    last_lawful_day: date | None
    nature: Nature | None
    passed: bool
    text: Words | None
    late: Words | None


@dataclass(frozen=True, slots=True)
class Contact:
    """A phone, address, web address or form code, with whether it may be called verified."""

    text: str
    verified: bool
    hours: str | None = None


@dataclass(frozen=True, slots=True)
class PlanChannel:
    """One way to do a step, with its contact details copied."""

    kind: ChannelKind
    text: Words | None
    recommended: bool
    usable: bool
    phone: Contact | None = None
    url: Contact | None = None
    address: Contact | None = None
    form: Contact | None = None
    id: str = ""
    suits: tuple[Suits, ...] = ()
    """Why it is recommended."""
    barriers: tuple[Barrier, ...] = ()
    """What stands against it."""
    chosen: bool = False
    """The clerk and the citizen chose it themselves."""
    fee: PlanFee | None = None
    minutes: PlanFigure | None = None
    wait: PlanFigure | None = None

    @property
    def is_offered(self) -> bool:
        """True for what the citizen can use, or chose all the same."""
        return self.usable or self.chosen


def best_of(channels: Sequence[PlanChannel]) -> PlanChannel | None:
    """Return the way that was chosen, else the recommended one, else the first that the citizen can use."""
    offered = [channel for channel in channels if channel.is_offered]
    chosen = next((channel for channel in offered if channel.chosen), None)
    recommended = next((channel for channel in offered if channel.recommended), None)
    return chosen or recommended or (offered[0] if offered else None)


@dataclass(frozen=True, slots=True)
class PlanFee:
    """What it costs, already written out in the language of the plan."""

    text: str
    verified: bool
    free: bool = False
    amount: Decimal | None = None
    source: str = ""
    checked: date | None = None


@dataclass(frozen=True, slots=True)
class PlanFigure:
    """Minutes or days, already written out in the language of the plan."""

    text: str
    verified: bool
    number: int
    source: str = ""
    checked: date | None = None


@dataclass(frozen=True, slots=True)
class PlanStand:
    """How a step stands when its plan is looked at again. It is worked out then, and never stored with the plan."""

    owner: StepOwner
    progress: Progress
    reference: str = ""
    sent_on: date | None = None
    expected_on: date | None = None
    blocked: Blocker | None = None
    result: Result | None = None
    decided_on: date | None = None
    act_by: date | None = None
    """Of a refusal: the last day to ask for a change."""
    act_done: bool = False
    lead_days: int | None = None
    """How long the agency took."""
    phone: Contact | None = None
    """Whom to call when nothing is heard, or about a refusal."""
    url: Contact | None = None
    late: Words | None = None
    """What the errands say of the step when its day has passed."""
    change: Words | None = None
    """What the errands say of asking for a change; nothing where they say nothing of it."""


@dataclass(frozen=True, slots=True)
class PlanExpert:
    """Whom the citizen meets, when and where; a discreet plan names neither authority nor room."""

    id: HandingId
    at: time
    agency: str = ""
    room: str = ""
    moved_from: datetime | None = None
    """When it was to be before."""
    revision: int = 0
    """A calendar puts a later one in the place of an earlier one."""
    called_off: bool = False


@dataclass(frozen=True, slots=True)
class PlanMeeting:
    """A day on which the desk and the citizen find one another again."""

    day: date
    calls: bool
    """The desk is in touch; else the citizen comes."""
    expert: PlanExpert | None = None
    """The citizen comes to meet an authority's expert by remote service."""


@dataclass(frozen=True, slots=True)
class PlanStep:
    """One step as agreed."""

    id: StepId
    errand: ErrandId
    group: Group
    mode: Mode
    title: Words
    agency: str
    what: Words
    how: tuple[Words, ...]
    because: Words | None
    deadline: PlanDeadline | None
    earliest: date | None
    bring: tuple[Words, ...]
    channels: tuple[PlanChannel, ...]
    fee: PlanFee | None
    warnings: tuple[Words, ...]
    after: tuple[StepId, ...]
    verified: bool
    source: str
    checked: date | None
    decision: Decision | None = None
    reason: str | None = None
    undecided: tuple[str, ...] = ()
    """For *may apply*: what would decide it, in words."""
    stale_since: date | None = None
    """What the catalogue knows of its service was last confirmed so long ago that it should be checked first."""
    point_notes: tuple[Words, ...] = ()
    """The service point's own notes that are for citizens too."""
    whose: Words | None = None
    """The person of the household that it is about."""
    also: tuple[Words, ...] = ()
    """Titles of the steps of other errands that are done with this one."""
    broken_links: tuple[str, ...] = ()
    """Web addresses of it that did not work when the desk last tried."""
    past: bool = False
    """The errands have it no longer; it was decided before, and stands as it was."""
    decided_in: VisitChannel | None = None
    """In which channel it was decided."""
    help: HelpHere | None = None
    """Of a step for now and here: whether this desk handles it, or advises."""
    stand: PlanStand | None = None
    """How it stands now, when somebody said."""

    @property
    def best_way(self) -> PlanChannel | None:
        """The way that was chosen, else the recommended one."""
        return best_of(self.channels)

    @property
    def is_open(self) -> bool:
        """Tell whether it is still to be done, or may be: neither settled, nor with an agency, nor too late."""
        moved_on = self.stand is not None and self.stand.progress is not Progress.TO_DO
        return self.decision not in (Decision.HANDLED, Decision.DECLINED) and not moved_on


@dataclass(frozen=True, slots=True)
class PlanHint:
    """A proposal: what may be worth a look besides the steps, and what to do about it."""

    id: HintId
    kind: HintKind
    title: Words
    what: Words
    because: Words
    agency: str
    day: date | None
    begins: Begins | None
    phone: Contact | None
    url: Contact | None
    verified: bool
    source: str
    checked: date | None
    choice: HintChoice | None = None


@dataclass(frozen=True, slots=True)
class WhoToAsk:
    """Whom to ask about a paper; empty fields are not printed."""

    name: str
    phone: str = ""
    hours: str = ""
    address: str = ""
    is_maker: bool = True
    """False while the desk has not said who it is: then somebody else is asked, who did not make the paper."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A whole plan."""

    title: Words
    language: Language
    made_on: date
    content_version: str
    steps: tuple[PlanStep, ...]
    ask: WhoToAsk
    discreet: bool = False
    plan_code: str | None = None
    hints: tuple[PlanHint, ...] = ()
    """Without those that were left."""
    left_out: tuple[str, ...] = ()
    """Titles of the steps that the plan does not hold, as they would tell of danger: for the screen."""
    kept_off: tuple[str, ...] = ()
    """Titles of the steps that the clerk left off the papers: for the screen."""
    easy: bool = False
    """It holds easy words, which nobody has reviewed: the paper says so."""
    stands_on: date | None = None
    """The day on which it says how its steps stand; nothing on a plan as it was agreed."""
    meetings: tuple[PlanMeeting, ...] = ()
    reached_by: tuple[ContactKind, ...] = ()
    """The ways that are safe, in their order; where they lead is never printed."""

    def in_group(self, group: Group) -> tuple[PlanStep, ...]:
        """Return the steps of one part, in order."""
        return tuple(step for step in self.steps if step.group is group)
