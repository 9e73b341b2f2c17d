"""A visit: one meeting with one citizen, in any channel. It is what its events say, and nothing more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from desk.model.correction import WrongAdvice
from desk.model.e_service_cards import Card
from desk.model.expert_meeting import ExpertMeeting
from desk.model.facts import Said
from desk.model.follow_up import CallBack, ContactPlan, StepFollowed, StepResult
from desk.model.handed import Held, ReferralStory
from desk.model.handing import HandOver, TakeOver
from desk.model.ids import ErrandId, EventId, FactName, HandingId, HintId, MandateId, PlanCode, StepId, VisitId
from desk.model.mandate import Act, CapacityAnswer, GivenMandate
from desk.model.person import Person
from desk.model.plan import Decision, HintChoice, Plan
from desk.model.role import Role
from desk.model.short_mapping import Need
from desk.model.told import CarriedFact, Told
from desk.model.versions import PastStep
from desk.model.visit_channel import VisitChannel as VisitChannel
from desk.model.ways import ChosenWay
from i18n.language import Language


class HelpMode(StrEnum):
    """What the clerk does. Only *act for* needs a mandate."""

    ADVISE = "advise"
    TOGETHER = "together"
    ACT_FOR = "act_for"


class Accommodation(StrEnum):
    """What the visit takes into account."""

    NO_E_ID = "no_e_id"
    NO_DEVICE = "no_device"
    LARGE_PRINT = "large_print"
    EASY_LANGUAGE = "easy_language"
    INTERPRETER = "interpreter"
    HARD_TO_COME = "hard_to_come"
    HARD_OF_HEARING = "hard_of_hearing"
    DISCREET = "discreet"


class VisitState(StrEnum):
    """A draft until it ends; *parked* is a draft set aside."""

    DRAFT = "draft"
    PARKED = "parked"
    ENDED = "ended"
    DISCARDED = "discarded"


class Outcome(StrEnum):
    """The only two ways a visit ends."""

    HANDLED = "handled"
    PLAN_GIVEN = "plan_given"


@dataclass(frozen=True, slots=True)
class Profile:
    """Who helps how, and in which words. The citizen's language is not the clerk's."""

    mode: HelpMode = HelpMode.TOGETHER
    citizen_language: Language = Language.FI
    accommodations: frozenset[Accommodation] = frozenset()

    @property
    def wants_easy_words(self) -> bool:
        """Tell whether the citizen's texts should be in easy language."""
        return Accommodation.EASY_LANGUAGE in self.accommodations

    @property
    def is_discreet(self) -> bool:
        """Tell whether nothing on the edge of a screen or on a paper may tell what the visit is about."""
        return Accommodation.DISCREET in self.accommodations

    def with_easy_words(self) -> Profile:
        """Return the same profile, with easy language asked for."""
        return replace(self, accommodations=self.accommodations | {Accommodation.EASY_LANGUAGE})


@dataclass(frozen=True, slots=True)
class StepState:
    """What was decided of a step, the citizen's reason, the clerk's one note, never printed, and a way of their own."""

    decision: Decision | None = None
    reason: str = ""
    note: str = ""
    off_paper: bool = False
    """The clerk left it off the papers; in the visit it stays."""
    way: ChosenWay | None = None
    """The way chosen instead of what is recommended."""
    channel: VisitChannel | None = None
    """In which channel it was decided."""


@dataclass(frozen=True, slots=True)
class Change:
    """An answer that can be undone or redone."""

    event: EventId
    fact: FactName
    before: Said | None
    after: Said | None
    told_before: Told | None = None
    told_after: Told | None = None


@dataclass(frozen=True, slots=True)
class Visit:
    """The state of a visit after its events."""

    id: VisitId
    number: int
    channel: VisitChannel
    content: str
    """Hash of the content bundle that its path follows: the one it was opened with, or a newer one that was taken."""
    opened_at: datetime
    state: VisitState = VisitState.DRAFT
    profile: Profile = field(default_factory=Profile)
    errands: tuple[ErrandId, ...] = ()
    answers: Mapping[FactName, Said] = field(default_factory=dict)
    told: Mapping[FactName, Told] = field(default_factory=dict)
    """Where each answer comes from."""
    earlier: Mapping[FactName, CarriedFact] = field(default_factory=dict)
    """Answers of an earlier visit whose shelf life is over: shown, and counted when they are said again."""
    steps: Mapping[StepId, StepState] = field(default_factory=dict)
    hints: Mapping[HintId, HintChoice] = field(default_factory=dict)
    plan: Plan | None = None
    """The plan as it was agreed last."""
    plan_code: PlanCode | None = None
    outcome: Outcome | None = None
    kept: bool = False
    kept_as: Role | None = None
    """The role of whoever kept it."""
    ended_at: datetime | None = None
    erased: bool = False
    """True when the answers, notes and plan have been erased from the journal."""
    last_saved: datetime | None = None
    undo: tuple[Change, ...] = ()
    redo: tuple[Change, ...] = ()
    stays_despite: str = ""
    """Hash of a newer content that it does not follow for now."""
    unkept: bool = False
    """Nothing that is said in it is ever written down."""
    lost_errands: bool = False
    """The content that it had could be read no longer: it follows the newest, and the clerk is told."""
    set_aside: Mapping[FactName, Said] = field(default_factory=dict)
    """Answers to questions that are asked otherwise since: they do not count."""
    past_steps: Mapping[StepId, PastStep] = field(default_factory=dict)
    """Decided steps that the content has no longer, as they stood."""
    wrong_advice: tuple[WrongAdvice, ...] = ()
    """What the citizen was told before a newer content was taken, and that one withdraws."""
    paper_made: bool = False
    corrected: frozenset[str] = frozenset()
    """The withdrawals that the citizen has been told of on paper."""
    person: Person | None = None
    """Who the citizen is; nobody while nothing needs it."""
    capacity: CapacityAnswer | None = None
    """What was seen before a mandate."""
    capacity_reason: str = ""
    mandates: Mapping[MandateId, GivenMandate] = field(default_factory=dict)
    acts: tuple[Act, ...] = ()
    followed: Mapping[StepId, StepFollowed] = field(default_factory=dict)
    results: Mapping[StepId, StepResult] = field(default_factory=dict)
    call_backs: Mapping[HandingId, CallBack] = field(default_factory=dict)
    """Those that are still to be made."""
    contact: ContactPlan | None = None
    handed_to: HandOver | None = None
    """A colleague is to go on with it, and has not taken it yet."""
    taken_over: TakeOver | None = None
    """Who took it last from a colleague."""
    referrals: Mapping[HandingId, ReferralStory] = field(default_factory=dict)
    documents: Mapping[HandingId, Held] = field(default_factory=dict)
    """Those that were left at the desk; they outlive the visit, without a word of whose they are."""

    read_back: bool = False
    """The answers as they stand were read to the citizen, who said that they are right."""
    cards_said: frozenset[Card] = frozenset()
    experts: Mapping[HandingId, ExpertMeeting] = field(default_factory=dict)
    """Meetings with an authority's expert."""
    experts_off: Mapping[HandingId, ExpertMeeting] = field(default_factory=dict)
    """Those that were called off: the citizen may have them on paper, and in a calendar."""
    needs: tuple[Need, ...] = ()
    """What was heavy, in a first talk away from the desk."""

    @property
    def is_open(self) -> bool:
        """True while anything can still be changed."""
        return self.state in (VisitState.DRAFT, VisitState.PARKED)

    @property
    def is_unfinished(self) -> bool:
        """True while it can be gone on with: a draft, or a plan that is kept."""
        return not self.erased and (self.kept or self.ended_at is None)

    @property
    def codes(self) -> tuple[PlanCode, ...]:
        """Return what finds it again while its plan is kept: the plan's own code, and those of referrals."""
        referred = (story.referral.code for story in self.referrals.values())
        return tuple(code for code in (self.plan_code, *referred) if code is not None)

    @property
    def has_paper(self) -> bool:
        """True when the citizen may have a paper of it."""
        return self.paper_made or self.plan is not None

    @property
    def has_result(self) -> bool:
        """True when something was answered, decided or given: then it is ended, not thrown away unseen."""
        decided = any(s.decision for s in self.steps.values())
        handed = self.documents or self.referrals or self.handed_to is not None
        return bool(self.answers or decided or handed or self.mandates)


@dataclass(frozen=True, slots=True)
class VisitSummary:
    """One line of a list: what may be shown of a visit without opening it."""

    id: VisitId
    number: int
    channel: VisitChannel
    state: VisitState
    errands: tuple[ErrandId, ...]
    opened_at: datetime
    ended_at: datetime | None
    outcome: Outcome | None
    kept: bool
    erased: bool
    answers: int
    """How many answers it holds."""
    erase_on: datetime | None
    """When a draft is erased by itself."""
