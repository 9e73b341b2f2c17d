"""The day list of the whole service point: what is overdue, due today and this week, the worst harm first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from desk.model.due import Due, DueKind, Harm
from desk.model.ids import ErrandId, StepId
from desk.model.role import Function
from desk.ports import Casebook, Clock
from desk.usecases.duty import Duty
from desk.usecases.visit_errands import VisitErrands
from desk.usecases.visit_journal import VisitJournal
from desk.usecases.withdrawn_advice import AffectedVisit, AffectedVisits
from i18n.language import Language

WEEK = 7
_OF_A_STEP = frozenset({DueKind.DEADLINE, DueKind.CHECK, DueKind.SILENCE, DueKind.APPEAL})
_WORST_FIRST = {harm: place for place, harm in enumerate(Harm)}


class When(StrEnum):
    """The parts of the day list, in their order."""

    OVERDUE = "overdue"
    TODAY = "today"
    SOON = "soon"


_PARTS = {when: place for place, when in enumerate(When)}


@dataclass(frozen=True, slots=True)
class DayLine:
    """One thing to look at. ``title`` names the step or errand in the clerk's language; of a discreet visit nothing."""

    due: Due
    when: When
    title: str


class DayList:
    """Reads the rows that the casebook keeps of every unfinished visit; a visit itself is opened by nobody here."""

    def __init__(self, casebook: Casebook, clock: Clock, errands: VisitErrands, duty: Duty) -> None:
        self._casebook = casebook
        self._journal = VisitJournal(casebook, clock)
        self._clock = clock
        self._errands = errands
        self._duty = duty

    def __call__(self, language: Language, until: date | None = None) -> tuple[DayLine, ...]:
        """Return the lines up to and with a day, a week ahead when none is named. Raises ``NotYourRole``."""
        self._duty.require(Function.FOLLOW_UP)
        today = self._clock.today()
        last = until or today + timedelta(days=WEEK - 1)
        due = self._casebook.due(last)
        return self.worded((each for each in due if each.is_shown(today, last)), language)

    def count(self) -> int:
        """Return how many things are overdue or due today; nothing where the role does not follow up."""
        if not self._duty.may(Function.FOLLOW_UP):
            return 0
        today = self._clock.today()
        return sum(each.is_shown(today, today) and each.day <= today for each in self._casebook.due(today))

    def worded(self, due: Iterable[Due], language: Language) -> tuple[DayLine, ...]:
        """Return these in the clerk's words and in their order."""
        today, titles = self._clock.today(), _StepTitles(self._errands, self._journal, language)
        lines = (DayLine(each, _when(each.day, today), titles.of(each)) for each in due)
        return in_order(lines)


class OwedCorrections:
    """The corrections that are owed, as lines of the same list: what was withdrawn is looked for in every plan."""

    def __init__(self, affected: AffectedVisits, errands: VisitErrands, clock: Clock, duty: Duty) -> None:
        self._affected = affected
        self._errands = errands
        self._clock = clock
        self._duty = duty

    def __call__(self, language: Language) -> tuple[DayLine, ...]:
        """Return a line for each visit whose citizen was told something that is withdrawn since."""
        if not self._duty.may(Function.FOLLOW_UP):
            return ()
        return in_order(self._line(each, language) for each in self._affected())

    def _line(self, visit: AffectedVisit, language: Language) -> DayLine:
        known = self._errands.newest.definitions.withdrawals
        day = min(known[each].day for each in visit.withdrawals if each in known)
        due = Due(visit.id, visit.number, DueKind.CORRECTION, day, Harm.LAW, visit.withdrawals[0], quiet=visit.quiet)
        title = "" if visit.quiet else self._about(visit.errands, language)
        return DayLine(due, _when(day, self._clock.today()), title)

    def _about(self, errands: tuple[ErrandId, ...], language: Language) -> str:
        wording = self._errands.shelf.wording(language)
        return " · ".join(wording.errand_title(each).text for each in errands)


def in_order(lines: Iterable[DayLine]) -> tuple[DayLine, ...]:
    """Return lines as they are looked at: overdue, today, soon; the worst harm first, then the earliest day."""
    return tuple(sorted(lines, key=_order))


def _when(day: date, today: date) -> When:
    if day < today:
        return When.OVERDUE
    return When.TODAY if day == today else When.SOON


def _order(line: DayLine) -> tuple[int, int, date, int, str, str]:
    due = line.due
    return _PARTS[line.when], _WORST_FIRST[due.harm], due.day, due.number, due.kind.value, due.of


class _StepTitles:
    """The titles of steps, each looked up once. A step that the errands have no longer is named as its plan has it."""

    def __init__(self, errands: VisitErrands, journal: VisitJournal, language: Language) -> None:
        self._wording = errands.shelf.wording(language)
        self._known = errands.newest.definitions.steps()
        self._journal = journal
        self._titles: dict[str, str] = {}

    def of(self, due: Due) -> str:
        if due.quiet or due.kind not in _OF_A_STEP:
            return ""
        if due.of not in self._known:
            return self._as_agreed(due)
        if due.of not in self._titles:
            step = StepId(due.of)
            whose, title = self._wording.whose(step), self._wording.step_title(step).text
            self._titles[due.of] = f"{whose.text}: {title}" if whose is not None else title
        return self._titles[due.of]

    def _as_agreed(self, due: Due) -> str:
        plan = self._journal.load(due.visit).plan
        return next((step.title.text for step in plan.steps if step.id == due.of), "") if plan is not None else ""
