"""Which visits rest on a rule or value that was withdrawn: what they say of it, and what is right now.

A version of the errands knows the withdrawals of its day. What the newest one withdraws and the version of a visit
does not know of, was wrong in that visit, wherever the desks stand that took the news up sooner or later.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from desk.errands.definition import Withdrawal
from desk.errands.withdrawals import touched
from desk.errors import RulesWithdrawn
from desk.model.correction import WrongAdvice
from desk.model.ids import ErrandId, StepId, VisitId
from desk.model.path import Path
from desk.model.plan import PlanStep
from desk.model.role import Function
from desk.model.visit import Visit, VisitState
from desk.model.what_is_due import is_quiet
from desk.ports import Casebook
from desk.usecases.duty import Duty
from desk.usecases.visit_errands import VisitErrands, VisitRules
from desk.usecases.visit_journal import VisitJournal
from desk.usecases.worded_path import WordedPath, worded_path


@dataclass(frozen=True, slots=True)
class AffectedVisit:
    """An unfinished visit that rests on something withdrawn."""

    id: VisitId
    number: int
    state: VisitState
    errands: tuple[ErrandId, ...]
    withdrawals: tuple[str, ...]
    quiet: bool = False
    """It is discreet: what it is about is not shown."""


class WithdrawnAdvice:
    """Looks at visits as they are now; nothing is stored before a newer version is taken."""

    def __init__(self, errands: VisitErrands) -> None:
        self._errands = errands

    @property
    def withdrawals(self) -> Mapping[str, Withdrawal]:
        """Return all that the newest errands withdraw."""
        return self._errands.newest.definitions.withdrawals

    def of(self, visit: Visit) -> tuple[WrongAdvice, ...]:
        """Return what was wrong in a visit and not yet put right with the citizen."""
        if not self.withdrawals or visit.erased:
            return ()
        found = {(each.withdrawal, each.step): each for each in (*visit.wrong_advice, *self._under_its_rules(visit))}
        return tuple(each for each in found.values() if each.withdrawal not in visit.corrected)

    def refuse_to_stay(self, visit: Visit) -> None:
        """Raise ``RulesWithdrawn`` when a visit would be ended by rules that were wrong."""
        if next(iter(self._under_its_rules(visit)), None) is not None:
            raise RulesWithdrawn(number=visit.number)

    def _under_its_rules(self, visit: Visit) -> Iterable[WrongAdvice]:
        if visit.content == self._errands.newest.content_hash:
            return
        rules = self._errands.of(visit)
        unknown = [each for each in self.withdrawals.values() if not _knows(rules, each)]
        if not unknown:
            return
        looked = _Looked(rules, self._errands.under_newest(visit))
        for withdrawal in unknown:
            yield from looked.wrong(withdrawal)


class AffectedVisits:
    """Every draft and every kept plan that rests on something withdrawn."""

    def __init__(self, casebook: Casebook, journal: VisitJournal, advice: WithdrawnAdvice, duty: Duty) -> None:
        self._casebook = casebook
        self._duty = duty
        self._journal = journal
        self._advice = advice

    def __call__(self) -> tuple[AffectedVisit, ...]:
        """Return them, the newest first. Free where nothing was withdrawn, as on most days. Raises ``NotYourRole``."""
        self._duty.require(Function.FOLLOW_UP)
        if not self._advice.withdrawals:
            return ()
        visits = [self._journal.load(visit) for visit in self._casebook.following()]
        found = ((visit, tuple(dict.fromkeys(each.withdrawal for each in self._advice.of(visit)))) for visit in visits)
        affected = [
            AffectedVisit(visit.id, visit.number, visit.state, visit.errands, wrong, is_quiet(visit))
            for visit, wrong in found
            if wrong
        ]
        return tuple(sorted(affected, key=lambda each: each.number, reverse=True))


class _Looked:
    """A visit under the version that was wrong, and under the one that is right."""

    def __init__(self, rules: VisitRules, newest: VisitRules) -> None:
        self._visit = rules.visit
        self._plan = rules.visit.plan
        self._language = self._plan.language if self._plan else self._visit.profile.citizen_language
        self._rules, self._newest = rules, newest
        self._before = None if rules.lost else worded_path(rules, self._language)
        self._after = worded_path(newest, self._language)

    def wrong(self, withdrawal: Withdrawal) -> Iterable[WrongAdvice]:
        steps = touched(self._newest.bundle, withdrawal)
        if self._before is not None:
            steps |= touched(self._rules.bundle, withdrawal)
        elif withdrawal.step is not None:
            steps |= {StepId(withdrawal.step)}
        for step in sorted(steps):
            told = self._told(step)
            missing = withdrawal.step is not None and told is None and _shown(self._after, step) is not None
            if told is not None or missing:
                yield WrongAdvice(withdrawal.id, step, told, self._language)

    def _told(self, step: StepId) -> PlanStep | None:
        """As the plan has it, which the citizen has at home; else as it was said."""
        if self._plan is not None:
            agreed = {each.id: each for each in self._plan.steps}
            shown = _standing_for(self._before.path, step) if self._before is not None else step
            if step in agreed or shown in agreed:
                return agreed.get(step) or agreed[shown]
        return _shown(self._before, step) if self._before is not None else None


def _knows(rules: VisitRules, withdrawal: Withdrawal) -> bool:
    if rules.lost:
        return rules.visit.opened_at.date() > withdrawal.day
    return withdrawal.id in rules.bundle.definitions.withdrawals


def _shown(worded: WordedPath, step: StepId) -> PlanStep | None:
    return worded.steps.get(_standing_for(worded.path, step))


def _standing_for(path: Path, step: StepId) -> StepId:
    """The step that a merged one became part of, or itself."""
    return next((each.id for each in path.shown for part in (*each.merged, *each.covers) if part.id == step), step)
