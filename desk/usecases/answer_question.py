"""Answer a question, see first what would change, and undo."""

from __future__ import annotations

from desk.errands.answers import check_answer
from desk.errands.explanation import difference
from desk.errors import FactUnknown, NothingToUndo
from desk.events import AnswerGiven, AnswerRedone, AnswerUndone, AnswerWithdrawn
from desk.model.changed_visit import redone, undone, with_answer
from desk.model.facts import Said
from desk.model.ids import FactName, VisitId
from desk.model.path import PathDifference
from desk.model.told import ToldBy
from desk.model.visit import Visit
from desk.usecases.keeping_discreet import kept_discreet
from desk.usecases.visit_errands import VisitErrands
from desk.usecases.visit_journal import VisitJournal


class AnswerQuestion:
    """Every answer is in the journal the moment it is given."""

    def __init__(self, journal: VisitJournal, errands: VisitErrands) -> None:
        self._journal = journal
        self._errands = errands

    def preview(self, visit: VisitId, fact: FactName, said: Said | None) -> PathDifference:
        """Tell what an answer would change; ``None`` is taking the answer away. Nothing is stored.

        Raises what ``give`` would raise.
        """
        state = self._journal.load(visit)
        if said is not None:
            self._check(state, fact, said)
        return self._difference(state, with_answer(state, fact, said))

    def preview_undo(self, visit: VisitId) -> PathDifference:
        """Tell what undoing the last answer would change."""
        state = self._journal.load(visit)
        if not state.undo:
            raise NothingToUndo(number=state.number)
        last = state.undo[-1]
        return self._difference(state, with_answer(state, last.fact, last.before))

    def give(self, visit: VisitId, fact: FactName, said: Said, told_by: ToldBy = ToldBy.CITIZEN) -> Visit:
        """Store an answer, and who or what said it.

        Raises ``AnswerRefused`` for a value that the fact does not allow, and ``FactUnknown``.
        """
        state = self._journal.load_open(visit)
        self._check(state, fact, said)
        told = state.told.get(fact)
        if state.answers.get(fact) == said and told is not None and told.visit is None and told.by is told_by:
            return state
        kept = kept_discreet(self._errands, state, with_answer(state, fact, said))
        return self._journal.record(visit, AnswerGiven(fact, said, told_by), *kept)

    def withdraw(self, visit: VisitId, fact: FactName) -> Visit:
        """Take an answer away: its question is open again."""
        state = self._journal.load_open(visit)
        if fact not in state.answers:
            return state
        kept = kept_discreet(self._errands, state, with_answer(state, fact, None))
        return self._journal.record(visit, AnswerWithdrawn(fact), *kept)

    def undo(self, visit: VisitId) -> Visit:
        """Undo the last change of an answer; raises ``NothingToUndo``."""
        state = self._journal.load_open(visit)
        if not state.undo:
            raise NothingToUndo(number=state.number)
        return self._journal.record(visit, AnswerUndone(), *kept_discreet(self._errands, state, undone(state)))

    def redo(self, visit: VisitId) -> Visit:
        """Make the last undone change again; raises ``NothingToUndo``."""
        state = self._journal.load_open(visit)
        if not state.redo:
            raise NothingToUndo(number=state.number)
        return self._journal.record(visit, AnswerRedone(), *kept_discreet(self._errands, state, redone(state)))

    def _check(self, visit: Visit, fact: FactName, said: Said) -> None:
        defined = self._errands.of(visit).bundle.definitions.facts.get(fact)
        if defined is None:
            raise FactUnknown(fact=fact)
        check_answer(defined, said, self._errands.shelf.clock.today())

    def _difference(self, before: Visit, after: Visit) -> PathDifference:
        return difference(self._errands.path(before), self._errands.path(after))
