"""The meeting itself: how it is helped, what was answered, decided and agreed, and how it ends."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from desk.events.moment import Moment
from desk.model.changed_visit import answered, redone, step_state, undone, with_errands_differing, with_step
from desk.model.correction import WrongAdvice
from desk.model.facts import Said
from desk.model.ids import ErrandId, FactName, HintId, PlanCode, StepId
from desk.model.mandate_state import mandates_after_end
from desk.model.plan import Decision, HintChoice, Plan
from desk.model.role import Role
from desk.model.told import Told, ToldBy
from desk.model.versions import ErrandsDifference, PastStep
from desk.model.visit import Change, Outcome, Profile, Visit, VisitChannel, VisitState
from desk.model.ways import ChosenWay


@dataclass(frozen=True, slots=True)
class VisitOpened:
    """A visit began. Its number, channel and content version stay when all else is erased."""

    personal: ClassVar[bool] = False
    number: int
    channel: VisitChannel
    content: str
    unkept: bool = False
    """Nothing that is said in it is ever written down: the role of the one who opened it stores nothing."""


@dataclass(frozen=True, slots=True)
class ChannelChanged:
    """The citizen and the clerk went on in another channel."""

    personal: ClassVar[bool] = False
    channel: VisitChannel


@dataclass(frozen=True, slots=True)
class ErrandsTaken:
    """The visit goes on under another version of the errands; ``lost``: those it had could be read no longer."""

    personal: ClassVar[bool] = False
    before: str
    content: str
    lost: bool = False


@dataclass(frozen=True, slots=True)
class ErrandsDiffered:
    """What taking them meant for this citizen, and how decided steps stood that the new version has no longer."""

    personal: ClassVar[bool] = True
    difference: ErrandsDifference
    past: tuple[PastStep, ...] = ()
    wrong: tuple[WrongAdvice, ...] = ()
    """What the citizen had been told and was withdrawn: still to be put right."""


@dataclass(frozen=True, slots=True)
class CorrectionGiven:
    """The citizen has on paper what was wrong, and what is right."""

    personal: ClassVar[bool] = True
    withdrawals: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ErrandsStayed:
    """A newer version was offered, and for now the visit stays with the one it has."""

    personal: ClassVar[bool] = False
    offered: str


@dataclass(frozen=True, slots=True)
class ProfileSet:
    """Mode of help, the citizen's language and accommodations were set."""

    personal: ClassVar[bool] = True
    profile: Profile


@dataclass(frozen=True, slots=True)
class ErrandAdded:
    """An errand became part of the visit."""

    personal: ClassVar[bool] = False
    errand: ErrandId


@dataclass(frozen=True, slots=True)
class ErrandRemoved:
    """An errand was wrong, and left the visit. Its answers stay for the other errands."""

    personal: ClassVar[bool] = False
    errand: ErrandId


@dataclass(frozen=True, slots=True)
class AnswerGiven:
    """A question was answered, or answered anew."""

    personal: ClassVar[bool] = True
    fact: FactName
    said: Said
    told_by: ToldBy = ToldBy.CITIZEN


@dataclass(frozen=True, slots=True)
class AnswerWithdrawn:
    """An answer was taken away: the question is open again."""

    personal: ClassVar[bool] = True
    fact: FactName


@dataclass(frozen=True, slots=True)
class AnswerUndone:
    """The last change of an answer was undone."""

    personal: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class AnswerRedone:
    """The last undone change was made again."""

    personal: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class StepDecided:
    """The citizen and the clerk agreed what becomes of a step; ``None`` opens it again."""

    personal: ClassVar[bool] = True
    step: StepId
    decision: Decision | None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class HintDecided:
    """A hint was taken into the plan, or left; ``None`` opens it again."""

    personal: ClassVar[bool] = True
    hint: HintId
    choice: HintChoice | None


@dataclass(frozen=True, slots=True)
class WayChosen:
    """The clerk and the citizen chose how a step is done, and why not as recommended; ``None``: as recommended."""

    personal: ClassVar[bool] = True
    step: StepId
    way: ChosenWay | None


@dataclass(frozen=True, slots=True)
class StepNoted:
    """The clerk wrote the one note of a step."""

    personal: ClassVar[bool] = True
    step: StepId
    note: str


@dataclass(frozen=True, slots=True)
class StepKeptOff:
    """The clerk left a step off the papers, or put it on again; in the visit it stays."""

    personal: ClassVar[bool] = True
    step: StepId
    off_paper: bool


@dataclass(frozen=True, slots=True)
class PlanAgreed:
    """The plan was agreed as it then stood, with every text it shows."""

    personal: ClassVar[bool] = True
    plan: Plan


@dataclass(frozen=True, slots=True)
class PlanCodeGiven:
    """A code was drawn for the paper, so that the plan can be opened again."""

    personal: ClassVar[bool] = True
    code: PlanCode


@dataclass(frozen=True, slots=True)
class PaperMade:
    """A paper was saved or printed."""

    personal: ClassVar[bool] = False
    paper: str
    language: str


@dataclass(frozen=True, slots=True)
class VisitParked:
    """The visit was set aside."""

    personal: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class VisitResumed:
    """A parked visit, or a kept plan, was taken up again."""

    personal: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class VisitEnded:
    """The visit ended in one of the two ways, and the one question was answered: is the plan kept for follow-up."""

    personal: ClassVar[bool] = False
    outcome: Outcome
    kept: bool
    role: Role | None = None
    """In which role it was kept: how long it stays hangs on it."""


@dataclass(frozen=True, slots=True)
class VisitDiscarded:
    """Nothing came of the visit; ``lapsed`` when a draft was erased by time."""

    personal: ClassVar[bool] = False
    lapsed: bool = False
    left_out: bool = False
    """It was a draft when a backup was made, and what was said in it is not in the backup."""


MeetingEvent = (
    VisitOpened
    | ChannelChanged
    | ErrandsTaken
    | ErrandsDiffered
    | CorrectionGiven
    | ErrandsStayed
    | ProfileSet
    | ErrandAdded
    | ErrandRemoved
    | AnswerGiven
    | AnswerWithdrawn
    | AnswerUndone
    | AnswerRedone
    | StepDecided
    | HintDecided
    | WayChosen
    | StepNoted
    | StepKeptOff
    | PlanAgreed
    | PlanCodeGiven
    | PaperMade
    | VisitParked
    | VisitResumed
    | VisitEnded
    | VisitDiscarded
)


def after_meeting(visit: Visit, at: Moment, event: MeetingEvent) -> Visit:  # noqa: C901 - one case an event
    """Return the visit after an event of this family."""
    match event:
        case AnswerGiven(fact, said, told_by):
            told = Told(told_by, at.at.date())
            return answered(visit, Change(at.id, fact, visit.answers.get(fact), said, told_after=told))
        case AnswerWithdrawn(fact):
            return answered(visit, Change(at.id, fact, visit.answers.get(fact), None))
        case AnswerUndone() if visit.undo:
            return undone(visit)
        case AnswerRedone() if visit.redo:
            return redone(visit)
        case StepDecided(step, decision, reason):
            decided = replace(
                step_state(visit, step), decision=decision, reason=reason, channel=visit.channel if decision else None
            )
            return with_step(visit, step, decided)
        case WayChosen(step, way):
            return with_step(visit, step, replace(step_state(visit, step), way=way))
        case StepNoted(step, note):
            return with_step(visit, step, replace(step_state(visit, step), note=note))
        case StepKeptOff(step, off_paper):
            return with_step(visit, step, replace(step_state(visit, step), off_paper=off_paper))
        case _:
            return _after_frame(visit, at, event)


def _after_frame(visit: Visit, at: Moment, event: MeetingEvent) -> Visit:  # noqa: C901 - one case an event
    match event:
        case ChannelChanged(channel):
            return replace(visit, channel=channel)
        case ErrandsTaken(_, content, lost):
            return replace(visit, content=content, lost_errands=lost, stays_despite="")
        case ErrandsDiffered(difference, past, wrong):
            return with_errands_differing(visit, difference.moved, past, wrong)
        case ErrandsStayed(offered):
            return replace(visit, stays_despite=offered)
        case CorrectionGiven(withdrawals):
            return replace(visit, corrected=visit.corrected.union(withdrawals))
        case ProfileSet(profile):
            return replace(visit, profile=profile)
        case ErrandAdded(errand) if errand not in visit.errands:
            return replace(visit, errands=(*visit.errands, errand))
        case ErrandRemoved(errand):
            return replace(visit, errands=tuple(e for e in visit.errands if e != errand))
        case HintDecided(hint, choice):
            others = {known: chosen for known, chosen in visit.hints.items() if known != hint}
            return replace(visit, hints={**others, hint: choice} if choice is not None else others)
        case PlanAgreed(plan):
            return replace(visit, plan=plan)
        case PlanCodeGiven(code):
            return replace(visit, plan_code=code)
        case PaperMade():
            return replace(visit, paper_made=True)
        case VisitParked():
            return replace(visit, state=VisitState.PARKED)
        case VisitResumed():
            return replace(
                visit, state=VisitState.DRAFT, ended_at=None, outcome=None, stays_despite="", lost_errands=False
            )
        case VisitEnded() | VisitDiscarded():
            return _ended(visit, at, event)
        case _:
            return visit


def _ended(visit: Visit, at: Moment, event: VisitEnded | VisitDiscarded) -> Visit:
    """What becomes of a visit and of its mandates when it is over."""
    if isinstance(event, VisitDiscarded):
        mandates = mandates_after_end(visit.mandates, at.at, all_of_them=True)
        return replace(visit, state=VisitState.DISCARDED, ended_at=at.at, mandates=mandates)
    whole = not event.kept or event.outcome is Outcome.HANDLED
    return replace(
        visit,
        state=VisitState.ENDED,
        outcome=event.outcome,
        kept=event.kept,
        kept_as=event.role,
        ended_at=at.at,
        mandates=mandates_after_end(visit.mandates, at.at, all_of_them=whole),
    )
