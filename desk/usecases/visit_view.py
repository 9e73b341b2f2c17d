"""What the visit screen shows, in the clerk's words: frozen values, ready to draw."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desk.model.facts import FactType, Said
from desk.model.ids import ErrandId, FactName, SectionId, StepId
from desk.model.link_check import LinkCheck
from desk.model.path import Path
from desk.model.plan import Group, PlanHint, PlanStep, Words
from desk.model.point_note import ALL_KINDS, NoteKind, PointNote
from desk.model.told import CarriedFact, Told
from desk.model.visit import StepState, Visit
from desk.usecases.modes import ANYTHING, May
from desk.usecases.say_cards import CardShown


class QuestionState(StrEnum):
    """Where a question stands."""

    ASKED = "asked"
    ANSWERED = "answered"
    KEPT_NOT_USED = "kept_not_used"
    """Answered, but its question does not apply now: the answer is kept and does not count."""


@dataclass(frozen=True, slots=True)
class OptionView:
    """One option of a question, as stored and in words."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class QuestionView:
    """One question, with what is needed to ask it well."""

    fact: FactName
    type: FactType
    state: QuestionState
    question: Words
    hint: Words | None
    why: tuple[str, ...]
    """Why it is asked, a whole sentence each; nothing when it is not asked now."""
    for_steps: tuple[str, ...]
    """Names of the open steps that need the answer."""
    options: tuple[OptionView, ...] = ()
    said: Said | None = None
    said_in_words: str = ""
    minimum: str | None = None
    maximum: str | None = None
    sensitive: bool = False
    told: Told | None = None
    """Where the answer comes from."""
    earlier: CarriedFact | None = None
    """What was said in an earlier visit, too long ago to count."""
    earlier_in_words: str = ""


@dataclass(frozen=True, slots=True)
class SectionView:
    """A section of one errand with its questions, asked and answered, in a fixed order."""

    id: SectionId
    errand: ErrandId
    title: str
    questions: tuple[QuestionView, ...]

    @property
    def open_count(self) -> int:
        """How many questions are still open."""
        return sum(1 for question in self.questions if question.state is QuestionState.ASKED)


@dataclass(frozen=True, slots=True)
class ReasonView:
    """One of the citizen's own answers that made a step apply."""

    fact: FactName
    short: str
    answer: str


@dataclass(frozen=True, slots=True)
class StepView:
    """One step in words, with why, and with what was decided of it."""

    step: PlanStep
    reasons: tuple[ReasonView, ...]
    state: StepState
    service: str | None
    """Id of the service it points at, for its sheet."""
    open_questions: int
    """For *may apply*: how many answers are still missing."""
    notes: tuple[PointNote, ...] = ()
    """The point's own, and what was wrong: of the step, its service and that service's channels."""
    note_kinds: frozenset[NoteKind] = ALL_KINDS
    """What the one at the desk may write about it."""
    stale_since: date | None = None
    """What is known of its service is old: of this day."""
    broken_links: tuple[LinkCheck, ...] = ()
    cards: tuple[CardShown, ...] = ()
    """What is to be said before the citizen logs in for it."""
    may: May = ANYTHING
    """What may be done about it, as the citizen is helped."""


@dataclass(frozen=True, slots=True)
class ErrandView:
    """An errand by name."""

    id: ErrandId
    number: str
    title: str
    summary: str
    group: str


@dataclass(frozen=True, slots=True)
class HintView:
    """A proposal in words, and the answers that it rests on."""

    hint: PlanHint
    reasons: tuple[ReasonView, ...]
    service: str | None


@dataclass(frozen=True, slots=True)
class RuledOutView:
    """A step that does not apply, and why."""

    id: StepId
    title: str
    because: str
    reasons: tuple[ReasonView, ...]
    steps: tuple[StepId, ...]
    """All steps that it stands for: those of several persons are told together."""


@dataclass(frozen=True, slots=True)
class VisitView:
    """The whole visit screen."""

    visit: Visit
    path: Path
    errands: tuple[ErrandView, ...]
    sections: tuple[SectionView, ...]
    steps: tuple[StepView, ...]
    ruled_out: tuple[RuledOutView, ...]
    saved_at: str
    hints: tuple[HintView, ...] = ()

    def in_group(self, group: Group) -> tuple[StepView, ...]:
        """Return the steps of one part of the path, in order."""
        return tuple(view for view in self.steps if view.step.group is group)

    @property
    def open_questions(self) -> int:
        """How many questions are still open in the whole visit."""
        return sum(section.open_count for section in self.sections)
