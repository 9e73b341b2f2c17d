"""Show a visit as it stands: its questions, its path and what was decided, in the clerk's words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from desk.errands.answers import bound_on
from desk.errands.definition import Bound, Fact
from desk.errands.step_names import names_of_steps, why_asked
from desk.errands.wording import Wording
from desk.model.e_service_cards import CARD_FACTS
from desk.model.facts import Answers, FactType, Sensitivity
from desk.model.ids import ErrandId, FactName, SectionId, VisitId
from desk.model.path import Path, PathStep, Question, Reason
from desk.model.plan import Group, PlanStep
from desk.model.visit import Visit
from desk.usecases.modes import what_may
from desk.usecases.ruled_out import RuledOutWords
from desk.usecases.say_cards import CardShown, cards_left, cards_of
from desk.usecases.shelf import Shelf
from desk.usecases.visit_errands import VisitErrands, VisitRules
from desk.usecases.visit_journal import VisitJournal
from desk.usecases.visit_path import answers_of, path_of_visit
from desk.usecases.visit_view import (
    HintView,
    OptionView,
    QuestionState,
    QuestionView,
    ReasonView,
    SectionView,
    StepView,
    VisitView,
)
from desk.usecases.word_errands import errand_views
from desk.usecases.word_hints import hint_in_words
from desk.usecases.word_path import PathWords, state_of
from i18n.formats import Formats
from i18n.language import Language


class ShowVisit:
    """Compute the path anew and put the whole visit into words. Nothing is stored."""

    def __init__(
        self, journal: VisitJournal, errands: VisitErrands, remarked: Callable[[VisitView], VisitView]
    ) -> None:
        """``remarked`` adds to the steps what is no part of the path: notes, old information, broken links."""
        self._journal = journal
        self._errands = errands
        self._remarked = remarked

    def __call__(self, visit: VisitId, language: Language) -> VisitView:
        """Return what the visit screen shows; raises ``VisitUnknown``."""
        return self.of(self._journal.load(visit), language)

    def of(self, visit: Visit, language: Language) -> VisitView:
        """Return what the screen shows of a visit that is at hand."""
        rules = self._errands.of(visit)
        return self._view(rules, rules.shelf.wording(language))

    def to_citizen(self, visit: Visit) -> VisitView:
        """Return the same in the citizen's words: in easy ones, when the citizen is to have them."""
        profile, rules = visit.profile, self._errands.of(visit)
        return self._view(rules, rules.shelf.wording(profile.citizen_language, easy=profile.wants_easy_words))

    def _view(self, rules: VisitRules, wording: Wording) -> VisitView:
        shelf, visit = rules.shelf, rules.visit
        path = path_of_visit(shelf.bundle, visit, shelf.clock.today())
        return self._remarked(_Showing(shelf, visit, path, wording).view())


class _Showing:
    """One visit being put into words."""

    def __init__(self, shelf: Shelf, visit: Visit, path: Path, wording: Wording) -> None:
        self._bundle = shelf.bundle
        self._today = shelf.clock.today()
        self._wording = wording
        self._visit = visit
        self._path = path
        self._answers: Answers = answers_of(visit)
        self._words = shelf.lexicon.words(wording.language)
        self._ruled_out = RuledOutWords(shelf.bundle, wording, self._words)
        self._asked: Mapping[FactName, Question] = {question.fact: question for question in path.questions}
        self._formats = Formats(wording.language)
        self._cards = cards_left(shelf, visit)

    def view(self) -> VisitView:
        saved = self._visit.last_saved
        return VisitView(
            visit=self._visit,
            path=self._path,
            errands=errand_views(self._bundle, self._wording, self._path.errands),
            sections=tuple(self._sections()),
            steps=tuple(self._steps()),
            ruled_out=self._ruled_out.of(self._path, self._answers, self._reasons),
            saved_at=self._formats.clock(saved.time()) if saved else "",
            hints=tuple(
                HintView(hint_in_words(hint, self._wording, self._visit), self._reasons(hint.because), hint.service)
                for hint in self._path.hints
            ),
        )

    def _steps(self) -> Iterable[StepView]:
        words = PathWords(self._wording, self._visit, self._path)
        for step in self._path.steps:
            yield self._step(step, words.step(step), 0)
        for maybe in self._path.maybe:
            yield self._step(maybe.step, words.maybe(maybe), len(maybe.open))
        for past in words.past(self._path):
            yield StepView(past, (), self._visit.steps[past.id], None, 0, may=what_may(self._visit, past.id))

    def _step(self, step: PathStep, worded: PlanStep, open_questions: int) -> StepView:
        cards = cards_of(step, worded.best_way, self._cards) if worded.group is Group.HERE else ()
        return StepView(
            self._without(worded, cards),
            self._reasons(step.because),
            state_of(self._visit.steps, step),
            step.service,
            open_questions,
            cards=cards,
            may=what_may(self._visit, step.id),
        )

    def _without(self, worded: PlanStep, cards: Sequence[CardShown]) -> PlanStep:
        """What is still to be said on a card is not said in the step's own warnings too."""
        said = {self._wording.warning(worded.errand, CARD_FACTS[each.card].warning).text for each in cards}
        return replace(worded, warnings=tuple(each for each in worded.warnings if each.text not in said))

    def _reasons(self, reasons: Iterable[Reason]) -> tuple[ReasonView, ...]:
        return tuple(
            ReasonView(reason.fact, self._wording.fact_label(reason.fact), self._wording.said(reason.fact, reason.said))
            for reason in reasons
            if reason.said is not None
        )

    def _sections(self) -> Iterable[SectionView]:
        seen: set[FactName] = set()
        for errand, section, facts in self._places():
            fresh = [fact for fact in facts if fact not in seen]
            seen.update(fresh)
            questions = tuple(view for fact in fresh if (view := self._question(fact)) is not None)
            if questions:
                title = self._wording.section_title(errand, section).text
                yield SectionView(section, errand, title, questions)

    def _places(self) -> Iterable[tuple[ErrandId, SectionId, list[FactName]]]:
        """Every section with the facts it may ask, in the fixed asking order."""
        found: dict[tuple[ErrandId, SectionId], list[FactName]] = {}
        for place in self._bundle.finder.question_places(self._path.errands):
            found.setdefault((place.errand, place.section), []).append(place.fact)
        for (errand, section), facts in found.items():
            yield errand, section, facts

    def _question(self, fact: FactName) -> QuestionView | None:
        said = self._answers.get(fact)
        asked = self._asked.get(fact)
        if said is None and asked is None:
            return None
        defined = self._bundle.definitions.facts[fact]
        hint = self._wording.fact_text(fact, "hint")
        earlier = self._visit.earlier.get(fact) if said is None else None
        for_steps = names_of_steps(asked.for_steps if asked else (), self._wording, self._words)
        return QuestionView(
            fact=fact,
            type=defined.type,
            state=self._state_of(fact, asked),
            question=self._wording.question(fact),
            hint=hint,
            why=why_asked(fact, for_steps, self._wording, self._words) if asked else (),
            for_steps=for_steps,
            options=self._options(defined),
            said=said,
            said_in_words=self._wording.said(fact, said) if said is not None else "",
            minimum=_bound(defined.least, self._today),
            maximum=_bound(defined.greatest, self._today),
            sensitive=defined.sensitivity is Sensitivity.SENSITIVE,
            told=self._visit.told.get(fact) if said is not None else None,
            earlier=earlier,
            earlier_in_words=self._wording.said(fact, earlier.said) if earlier is not None else "",
        )

    def _state_of(self, fact: FactName, asked: Question | None) -> QuestionState:
        if asked is not None:
            return QuestionState.ASKED
        counts = self._bundle.finder.counts(fact, self._answers, self._today)
        return QuestionState.ANSWERED if counts else QuestionState.KEPT_NOT_USED

    def _options(self, fact: Fact) -> tuple[OptionView, ...]:
        if fact.type is FactType.MUNICIPALITY:
            return tuple(OptionView(code, name) for code, name in self._wording.municipalities())
        return tuple(OptionView(option, self._wording.option(FactName(fact.name), option)) for option in fact.options)


def _bound(bound: Bound | None, as_of: date) -> str | None:
    return str(bound_on(bound, as_of)) if bound is not None else None
