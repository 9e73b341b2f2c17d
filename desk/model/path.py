"""The path: every step that follows from the facts, free of any language.

It is computed by ``desk.errands`` and never stored: ``path = f(facts, definitions, as-of date)``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from desk.model.agreement import Task
from desk.model.facts import Said
from desk.model.ids import AgencyId, DocumentId, ErrandId, FactName, HintId, ParameterName, SectionId, StepId


class Mode(StrEnum):
    """How a step gets done."""

    AUTOMATIC = "automatic"
    SELF_SERVICE = "self_service"
    ASSISTED = "assisted"
    VISIT = "visit"
    REMOTE = "remote"
    PAPER = "paper"


class ChannelKind(StrEnum):
    """The kinds of way to do a step."""

    E_SERVICE = "e_service"
    PHONE = "phone"
    VISIT = "visit"
    REMOTE = "remote"
    PAPER = "paper"
    MAIL = "mail"
    SECURE_MESSAGE = "secure_message"


class Need(StrEnum):
    """What the citizen must have for a channel."""

    E_ID = "e_id"
    DEVICE = "device"
    PHONE = "phone"


class When(StrEnum):
    """The part of the plan a step without a date belongs to."""

    NOW = "now"
    SOON = "soon"
    LATER = "later"


class Nature(StrEnum):
    """What a deadline is. Only *law* has a last lawful day."""

    LAW = "law"
    MONEY = "money"
    ADVICE = "advice"
    CHECK = "check"


class HintKind(StrEnum):
    """What a hint proposes to look at: a benefit, help in good time, or what comes within two years."""

    BENEFIT = "benefit"
    SERVICE = "service"
    COMING = "coming"


class Begins(StrEnum):
    """Who makes the first move."""

    CITIZEN = "citizen"
    AGENCY = "agency"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a rule or a value was seen, when, and whether it may be called verified."""

    where: str
    checked: date | None
    verified: bool


@dataclass(frozen=True, slots=True)
class Deadline:
    """The day a step is due.

    ``day`` is the day by the rule's own count, the earlier one, which is printed large; ``last_lawful_day`` stands only
    for deadlines of law and may be later (act 150/1930 section 5). Both are ``None`` while the base is not known.
    """

    day: date | None
    last_lawful_day: date | None
    nature: Nature
    passed: bool
    after_step: StepId | None = None
    waits_for: FactName | None = None


@dataclass(frozen=True, slots=True)
class Fee:
    """What a step costs. An amount of zero is free; ``None`` is a fee whose amount is not known."""

    amount: Decimal | None
    currency: str
    parameter: ParameterName | None
    source: Source


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that was seen somewhere: minutes, days."""

    number: int
    source: Source


@dataclass(frozen=True, slots=True)
class StepChannel:
    """One way to do a step. Contact details are names of parameters, resolved when shown."""

    id: str
    kind: ChannelKind
    needs: tuple[Need, ...] = ()
    phone: ParameterName | None = None
    url: ParameterName | None = None
    address: ParameterName | None = None
    form: ParameterName | None = None
    usable: bool = True
    """False when the citizen is known to lack what it needs (no e-ID, no device)."""
    fee: Fee | None = None
    """What it costs this way, where that differs from way to way."""
    minutes: Figure | None = None
    """How long doing it takes."""
    wait: Figure | None = None
    """Days until it is dealt with."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One answer that made a rule true or false. ``said`` is ``None`` for a calculated fact."""

    fact: FactName
    said: Said | None


@dataclass(frozen=True, slots=True)
class PathStep:
    """A step that surely applies."""

    id: StepId
    errand: ErrandId
    agency: AgencyId
    mode: Mode
    at_desk: bool
    when: When
    deadline: Deadline | None
    earliest: date | None
    fee: Fee | None
    documents: tuple[DocumentId, ...]
    channels: tuple[StepChannel, ...]
    after: tuple[StepId, ...]
    because: tuple[Reason, ...]
    source: Source
    warnings: tuple[str, ...] = ()
    service: str | None = None
    general_description: str | None = None
    merged: tuple[PathStep, ...] = ()
    """The same matter as other errands of the visit bring it: done with this step."""
    covers: tuple[PathStep, ...] = ()
    """The same matter as others may bring it, which is not decided yet."""
    documents_by: tuple[tuple[DocumentId, tuple[str, ...]], ...] = ()
    """Documents that only some ways need, with the ids of these ways."""
    task: Task = Task.E_SERVICES
    """What an agreement must give this desk, to handle it."""
    deadline_of: StepId | None = None
    """Of merged steps, the one whose deadline this is; else its own."""


@dataclass(frozen=True, slots=True)
class MaybeStep:
    """A step that is still undecided: by facts not asked yet (``open``), or by answers not given (``declined``)."""

    step: PathStep
    open: tuple[FactName, ...]
    declined: tuple[FactName, ...]


@dataclass(frozen=True, slots=True)
class RuledOut:
    """A step that cannot apply, with the answers that say so."""

    id: StepId
    errand: ErrandId
    agency: AgencyId
    because: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class PathHint:
    """Something that may be worth a look, as the answers stand. It proposes, and decides nothing."""

    id: HintId
    kind: HintKind
    agency: AgencyId
    day: date | None
    """The day that comes, where there is one."""
    because: tuple[Reason, ...]
    source: Source
    begins: Begins | None = None
    service: str | None = None
    phone: ParameterName | None = None
    url: ParameterName | None = None
    when_discreet: bool = False
    """True for what harms nobody on a discreet paper."""


@dataclass(frozen=True, slots=True)
class Question:
    """One fact to ask, where it belongs, and the open steps that need it."""

    fact: FactName
    errand: ErrandId
    section: SectionId
    for_steps: tuple[StepId, ...]


@dataclass(frozen=True, slots=True)
class Path:
    """The path of one visit, over one or more errands, at one version and as-of date."""

    errands: tuple[ErrandId, ...]
    version: str
    as_of: date
    steps: tuple[PathStep, ...] = ()
    maybe: tuple[MaybeStep, ...] = ()
    ruled_out: tuple[RuledOut, ...] = ()
    questions: tuple[Question, ...] = ()
    discreet: bool = False
    """True when an errand's safety rule holds: papers name no matter, address or municipality."""
    hints: tuple[PathHint, ...] = ()

    def made_discreet(self) -> Path:
        """Return the same path for papers that must tell nothing, with the hints that harm nobody."""
        return replace(self, discreet=True, hints=tuple(hint for hint in self.hints if hint.when_discreet))

    @property
    def shown(self) -> tuple[PathStep, ...]:
        """The steps that apply, and those that may."""
        return (*self.steps, *(each.step for each in self.maybe))

    @property
    def ids(self) -> frozenset[StepId]:
        """All steps that apply or may apply, those that became part of another among them."""
        return frozenset(each.id for step in self.shown for each in (step, *step.merged, *step.covers))

    @property
    def automatic(self) -> tuple[StepId, ...]:
        """The ids of the steps that an authority does by itself."""
        return tuple(step.id for step in self.steps if step.mode is Mode.AUTOMATIC)


@dataclass(frozen=True, slots=True)
class PathDifference:
    """What changes when an answer changes, shown before it is committed."""

    appear: tuple[StepId, ...]
    go: tuple[StepId, ...]
    become_open: tuple[StepId, ...]
    dates_change: tuple[StepId, ...]
    questions_appear: tuple[FactName, ...]
    questions_go: tuple[FactName, ...]

    @property
    def is_empty(self) -> bool:
        """True when nothing that the citizen sees changes."""
        steps = self.appear + self.go + self.become_open + self.dates_change
        return not (steps or self.questions_appear or self.questions_go)
