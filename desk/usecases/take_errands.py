"""A newer version of the errands: what it changes for one visit, taking it, or staying with what there is for now."""

from __future__ import annotations

from dataclasses import dataclass

from desk.errands.versions import answers_moved, step_changes
from desk.events import ErrandsDiffered, ErrandsStayed, ErrandsTaken
from desk.model.correction import WrongAdvice
from desk.model.ids import VisitId
from desk.model.versions import ErrandsDifference, PastStep
from desk.model.visit import Visit
from desk.usecases.keeping_discreet import kept_when
from desk.usecases.visit_errands import VisitErrands
from desk.usecases.visit_journal import VisitJournal
from desk.usecases.withdrawn_advice import WithdrawnAdvice
from desk.usecases.worded_path import WordedPath, worded_path
from i18n.language import Language


@dataclass(frozen=True, slots=True)
class Compared:
    """A visit under the version that it follows and under the newest one."""

    before: WordedPath
    after: WordedPath
    difference: ErrandsDifference
    lost: bool
    """What it followed cannot be read: there is nothing to compare with."""


class TakeErrands:
    """What was done or decided is never undone: of a step that the newer version has no longer, the words are kept."""

    def __init__(self, journal: VisitJournal, errands: VisitErrands, advice: WithdrawnAdvice) -> None:
        self._journal = journal
        self._errands = errands
        self._advice = advice

    def is_behind(self, visit: Visit) -> bool:
        """Whether a visit follows another version than the program's own."""
        return visit.is_open and visit.content != self._errands.newest.content_hash

    def compare(self, visit: Visit, language: Language) -> Compared:
        """Return what the newest version would change, with the steps in a language. Nothing is stored."""
        rules, newest = self._errands.of(visit), self._errands.under_newest(visit)
        before, after = worded_path(rules, language), worded_path(newest, language)
        moved = answers_moved(visit, newest.bundle.definitions)
        asked_before = {question.fact for question in before.path.questions}
        difference = ErrandsDifference(
            new=tuple(step for step in after.steps if step not in before.path.ids),
            gone=tuple(step for step in before.steps if step not in after.path.ids),
            changed=step_changes(before.steps.values(), after.steps.values()),
            asked=tuple(each.fact for each in after.path.questions if each.fact not in asked_before),
            moved=moved,
        )
        return Compared(before, after, difference, rules.lost)

    def at_opening(self, visit: VisitId) -> Visit:
        """Bring a visit that is opened again up to date where that changes nothing for its citizen, or must be.

        That is taken and stands in the journal; any other change is the clerk's and the citizen's to look at.
        """
        state = self._journal.load(visit)
        if not self.is_behind(state):
            return state
        compared = self.compare(state, state.profile.citizen_language)
        quiet = compared.difference.is_empty and not self._past(state, compared) and not self._advice.of(state)
        return self._take(state, compared) if compared.lost or quiet else state

    def take(self, visit: VisitId) -> Visit:
        """Go on under the newest version; raises ``VisitEnded``."""
        state = self._journal.load_open(visit)
        if not self.is_behind(state):
            return state
        return self._take(state, self.compare(state, state.profile.citizen_language))

    def stay(self, visit: VisitId) -> Visit:
        """Go on as before for now: it is asked again when the visit is next opened.

        Raises ``VisitEnded``, and ``RulesWithdrawn`` when what there is was wrong.
        """
        state = self._journal.load_open(visit)
        self._advice.refuse_to_stay(state)
        if not self.is_behind(state) or state.stays_despite == self._errands.newest.content_hash:
            return state
        return self._journal.record(visit, ErrandsStayed(self._errands.newest.content_hash))

    def _take(self, visit: Visit, compared: Compared) -> Visit:
        self._errands.keep_newest()
        paths = (compared.before.path, compared.after.path)
        return self._journal.record(
            visit.id,
            ErrandsTaken(visit.content, self._errands.newest.content_hash, compared.lost),
            ErrandsDiffered(compared.difference, self._past(visit, compared), self._owed(visit)),
            *kept_when(visit.profile, discreet=any(path.discreet for path in paths)),
        )

    def _owed(self, visit: Visit) -> tuple[WrongAdvice, ...]:
        """What has to be put right with a citizen who has a paper of it."""
        known = set(visit.wrong_advice)
        return tuple(each for each in self._advice.of(visit) if each not in known) if visit.has_paper else ()

    def _past(self, visit: Visit, compared: Compared) -> tuple[PastStep, ...]:
        """The decided steps that the newest version does not bring, as they stood."""
        agreed = {step.id: step for step in visit.plan.steps} if visit.plan is not None else {}
        told_in = visit.plan.language if visit.plan is not None else visit.profile.citizen_language
        found = []
        for step, state in visit.steps.items():
            if state.decision is None or step in compared.after.path.ids or step in visit.past_steps:
                continue
            if not compared.lost and step in compared.before.steps:
                found.append(PastStep(compared.before.steps[step], visit.profile.citizen_language))
            elif step in agreed:
                found.append(PastStep(agreed[step], told_in))
        return tuple(found)
