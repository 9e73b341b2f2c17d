"""A plan that is kept, as the follow-up page shows it: each step in the clerk's words, with how it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from desk.model.ids import StepId, VisitId
from desk.model.plan import PlanStep
from desk.model.visit import Visit
from desk.model.what_is_due import is_quiet
from desk.usecases.standing_plan import Stands, proposed_day
from desk.usecases.visit_errands import VisitErrands, VisitRules
from desk.usecases.visit_journal import VisitJournal
from desk.usecases.withdrawn_advice import WithdrawnAdvice
from desk.usecases.worded_path import worded_path
from i18n.language import Language


@dataclass(frozen=True, slots=True)
class FollowUpView:
    """The whole page."""

    visit: Visit
    title: str
    """What it is about, in the clerk's language."""
    quiet: bool
    steps: tuple[PlanStep, ...]
    today: date
    proposed: Mapping[StepId, date]
    """When an answer is to be expected if a step is sent today, where the errands or the catalogue know it."""
    owed: bool
    """A rule that it rests on was withdrawn, and the citizen has not been told."""


class ShowFollowUp:
    """Puts a kept plan into the clerk's words; nothing is stored."""

    def __init__(self, journal: VisitJournal, errands: VisitErrands, advice: WithdrawnAdvice) -> None:
        self._journal = journal
        self._errands = errands
        self._advice = advice

    def __call__(self, visit: VisitId, language: Language) -> FollowUpView:
        """Return the page of a visit; raises ``VisitUnknown``."""
        return self.of(self._journal.load(visit), language)

    def of(self, visit: Visit, language: Language) -> FollowUpView:
        """Return the page of a visit that is at hand."""
        rules = self._errands.of(visit)
        wording, today = rules.shelf.wording(language), rules.shelf.clock.today()
        stands = Stands(visit, rules, wording)
        steps = tuple(stands.on(step) for step in _in_words(visit, rules, language))
        proposed = {step.id: day for step in steps if (day := proposed_day(step, today)) is not None}
        return FollowUpView(
            visit=visit,
            title=" · ".join(wording.errand_title(errand).text for errand in visit.errands),
            quiet=is_quiet(visit),
            steps=steps,
            today=today,
            proposed=proposed,
            owed=bool(self._advice.of(visit)),
        )


def _in_words(visit: Visit, rules: VisitRules, language: Language) -> tuple[PlanStep, ...]:
    """The steps as agreed, said in the clerk's language where the errands still have them."""
    plan = visit.plan
    if plan is not None and plan.language is language:
        return plan.steps
    worded = worded_path(rules, language).steps
    if plan is None:
        return tuple(worded.values())
    return tuple(_said_as(step, worded[step.id]) if step.id in worded else step for step in plan.steps)


def _said_as(agreed: PlanStep, worded: PlanStep) -> PlanStep:
    """What was agreed stays: the day, the way and the decision. Only the words are others."""
    deadline, other = agreed.deadline, worded.deadline
    if deadline is not None:
        late = other.late if other is not None else None
        deadline = replace(deadline, text=other.text if other is not None else None, late=late)
    return replace(
        agreed,
        title=worded.title,
        agency=worded.agency,
        what=worded.what,
        whose=worded.whose,
        deadline=deadline,
    )
