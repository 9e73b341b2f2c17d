"""Explain a step or a question of a visit: why, why not, and what would change it. Nothing is stored.

Asked for when somebody wonders, as answers are tried for it.
"""

from __future__ import annotations

from datetime import date

from desk.errands.bundle import Bundle
from desk.errands.what_if import WhatIf
from desk.errands.why_view import QuestionWhy, StepWhy
from desk.errands.why_words import Known, WhyWords
from desk.errors import StepUnknown
from desk.model.facts import Answers
from desk.model.ids import ErrandId, FactName, StepId, VisitId
from desk.model.path import Deadline, Path
from desk.model.visit import Visit
from desk.usecases.shelf import Shelf
from desk.usecases.visit_errands import VisitErrands
from desk.usecases.visit_journal import VisitJournal
from desk.usecases.visit_path import answers_of, path_of_visit
from i18n.language import Language


class Explaining:
    """Explains paths over one bundle; what it prepares for trying answers is kept."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self._what_if = WhatIf(shelf.bundle)

    def step(self, path: Path, step: StepId, answers: Answers, language: Language) -> StepWhy:
        """Explain a step of a path; raises ``StepUnknown``."""
        errand = errand_of(self.shelf.bundle, step)
        turns = self._what_if.turns(errand, step, answers, path.as_of)
        return self._words(answers, path.as_of, language).step(step, _deadline_of(path, step), turns)

    def question(self, path: Path, fact: FactName, answers: Answers, language: Language) -> QuestionWhy:
        """Explain a question, asked or answered."""
        asked = next((question.for_steps for question in path.questions if question.fact == fact), ())
        effects = self._what_if.effects(path.errands, fact, answers, path.as_of)
        return self._words(answers, path.as_of, language).question(fact, asked, effects)

    def _words(self, answers: Answers, as_of: date, language: Language) -> WhyWords:
        shelf = self.shelf
        wording = shelf.wording(language)
        return WhyWords(Known(shelf.bundle, answers, as_of), wording, shelf.lexicon.words(language))


class ExplainVisit:
    """The same for a visit as it stands, under the errands that it follows."""

    def __init__(self, journal: VisitJournal, errands: VisitErrands) -> None:
        self._journal = journal
        self._errands = errands
        self._explaining = Explaining(errands.shelf)

    def step(self, visit: VisitId, step: StepId, language: Language) -> StepWhy:
        """Explain a step, also one that is ruled out; raises ``VisitUnknown``, ``StepUnknown``."""
        explaining, state, path = self._of(visit)
        return explaining.step(path, step, answers_of(state), language)

    def question(self, visit: VisitId, fact: FactName, language: Language) -> QuestionWhy:
        """Explain a question; raises ``VisitUnknown``."""
        explaining, state, path = self._of(visit)
        return explaining.question(path, fact, answers_of(state), language)

    def _of(self, visit: VisitId) -> tuple[Explaining, Visit, Path]:
        rules = self._errands.of(self._journal.load(visit))
        if self._explaining.shelf.bundle is not rules.bundle:
            self._explaining = Explaining(rules.shelf)
        return self._explaining, rules.visit, path_of_visit(rules.bundle, rules.visit, rules.shelf.clock.today())


def errand_of(bundle: Bundle, step: StepId) -> ErrandId:
    """Return the errand that a step belongs to; raises ``StepUnknown``."""
    found = bundle.definitions.steps().get(step)
    if found is None:
        raise StepUnknown(step=step)
    return ErrandId(found.errand)


def _deadline_of(path: Path, step: StepId) -> Deadline | None:
    return next((each.deadline for each in path.shown if (each.deadline_of or each.id) == step), None)
