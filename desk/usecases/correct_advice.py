"""The correction that a citizen gets who was told something wrong: made, and noted when it was given."""

from __future__ import annotations

from collections.abc import Callable

from desk.errands.telling_words import tells
from desk.errors import NothingToCorrect
from desk.events import CorrectionGiven, PaperMade
from desk.model.correction import Corrected, Correction, WrongAdvice
from desk.model.ids import StepId, VisitId
from desk.model.plan import PlanStep, WhoToAsk, Words
from desk.model.plan_code import written
from desk.model.versions import PastStep
from desk.model.visit import Visit
from desk.usecases.discretion import Discretion, telling_steps
from desk.usecases.visit_errands import VisitErrands, VisitRules
from desk.usecases.visit_journal import VisitJournal
from desk.usecases.visit_path import path_of_visit
from desk.usecases.withdrawn_advice import WithdrawnAdvice
from desk.usecases.worded_path import worded_path
from i18n.language import Language

PAPER = "correction"


class CorrectAdvice:
    """Speaks of what the citizen was told in the words of the plan, and of what is right in the newest."""

    def __init__(
        self,
        journal: VisitJournal,
        errands: VisitErrands,
        advice: WithdrawnAdvice,
        ask: Callable[[Language], WhoToAsk],
    ) -> None:
        self._journal = journal
        self._errands = errands
        self._advice = advice
        self._who_to_ask = ask

    def paper(self, visit: VisitId, language: Language | None = None) -> Correction:
        """Return the correction as it would be given now, in the plan's language when none is asked for.

        Raises ``NothingToCorrect``.
        """
        state = self._journal.load(visit)
        wrong = self._advice.of(state)
        if not wrong:
            raise NothingToCorrect(number=state.number)
        language = language or wrong[0].language
        newest = self._errands.under_newest(state)
        made = _Making(newest, self._telling(state, newest), language, self._advice)
        return Correction(
            language=language,
            made_on=newest.shelf.clock.today(),
            told_on=state.plan.made_on if state.plan is not None else state.opened_at.date(),
            content_version=newest.bundle.version,
            items=tuple(item for each in wrong if (item := made.item(each)) is not None),
            ask=self._who_to_ask(language),
            discreet=made.discreet,
            plan_code=written(state.plan_code) if state.plan_code and state.kept and not made.discreet else None,
        )

    def given(self, visit: VisitId, language: Language) -> Visit:
        """Note that the citizen has the correction: the visit is marked no longer."""
        state = self._journal.load(visit)
        wrong = tuple(dict.fromkeys(each.withdrawal for each in self._advice.of(state)))
        if not wrong:  # a second copy
            return state
        return self._journal.record(visit, CorrectionGiven(wrong), PaperMade(PAPER, language))

    def _telling(self, visit: Visit, newest: VisitRules) -> frozenset[StepId]:
        """The steps that would tell of danger, under the rules that the visit has and under the newest."""
        return frozenset().union(
            *(
                telling_steps(rules.bundle, path_of_visit(rules.bundle, rules.visit, rules.shelf.clock.today()))
                for rules in (self._errands.of(visit), newest)
            )
        )


class _Making:
    """The steps of one correction."""

    def __init__(
        self, newest: VisitRules, telling: frozenset[StepId], language: Language, advice: WithdrawnAdvice
    ) -> None:
        self._wording = newest.shelf.wording(language)
        self._after = worded_path(newest, language)
        self._language = language
        self._withdrawals = advice.withdrawals
        self._telling = telling
        self._quiet = Discretion(telling, language)
        self.discreet = self._after.path.discreet

    def item(self, wrong: WrongAdvice) -> Corrected | None:
        """One step put right; nothing when a discreet paper cannot name it."""
        withdrawal = self._withdrawals.get(wrong.withdrawal)
        right = self._after.steps.get(wrong.step)
        told = PastStep(wrong.told, wrong.language).shown_in(self._language) if wrong.told is not None else None
        if withdrawal is None or (self.discreet and (right is None or wrong.step in self._telling)):
            return None
        shown = right or told
        return Corrected(
            title=shown.title if shown is not None else self._wording.step_title(wrong.step),
            told=self._shown(told),
            right=self._shown(right),
            reason=self._text(withdrawal.id, "reason"),
            instead=self._text(withdrawal.id, "instead"),
            day=withdrawal.day,
            source="" if self.discreet else withdrawal.source,
        )

    def _shown(self, step: PlanStep | None) -> PlanStep | None:
        if step is None or not self.discreet:
            return step
        return next(iter(self._quiet.steps([step])), None)

    def _text(self, withdrawal: str, part: str) -> Words:
        words = self._wording.withdrawal_text(withdrawal, part)
        return Words("") if self.discreet and tells(words.text, self._language) else words
