"""What happens in a visit: answers, changes seen before they are made, undo, decisions about steps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from desk.errors import DeskError, MandateDoesNotAllow, ReasonMissing, SecretInText
from desk.model.changed_visit import with_answer
from desk.model.facts import Said
from desk.model.ids import ErrandId, FactName, HintId, StepId, VisitId
from desk.model.mandate import DataKind
from desk.model.plan import HintChoice
from desk.model.search import ServicePointer
from desk.model.told import ToldBy
from desk.model.visit import HelpMode, Profile, Visit, VisitChannel
from desk.model.ways import ChosenWay
from desk.usecases.show_service import shown
from desk.usecases.visit_view import QuestionState, QuestionView, VisitView
from ui.desk_access import DeskAccess
from ui.screens.visit.effect import effect_of, fresh_steps
from ui.screens.visit.open_lines import OpenLines, open_lines
from ui.screens.visit.state import Decided, VisitScreenState


@dataclass(frozen=True, slots=True)
class _Pending:
    """A changed answer whose effect the clerk is looking at."""

    fact: FactName
    said: Said


class VisitPresenter(QObject):
    """Holds which visit is at hand; everything it knows of it comes from the use cases."""

    state_changed = Signal(object)
    """Another ``VisitScreenState``."""
    effect_found = Signal(str, object)
    """What changing the answer of a fact would do (``Effect``)."""
    effect_ended = Signal(str)
    """The earlier answer of a fact stands."""
    text_refused = Signal(str, object)
    """What was written at a step was refused (``DeskError``)."""
    why_found = Signal(str, object)
    """Why a step is here or is not, and what would change it (``StepWhy``)."""
    answers_found = Signal(str, object)
    """What each answer to a question would do (``QuestionWhy``)."""
    lines_found = Signal(str, object)
    """Which phone lines of a step are open now (``OpenLines``)."""
    left = Signal()
    """The visit was parked or thrown away."""

    def __init__(self, access: DeskAccess, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._access = access
        self._at_hand: VisitId | None = None
        self._view: VisitView | None = None
        self._pending: _Pending | None = None
        self._fresh: frozenset[StepId] = frozenset()

    @property
    def visit(self) -> Visit | None:
        """The visit at hand."""
        return self._view.visit if self._view is not None else None

    @property
    def view(self) -> VisitView | None:
        """The visit at hand in the clerk's words."""
        return self._view

    def show(self, visit: Visit) -> None:
        """Take a visit up."""
        self._at_hand = visit.id
        self._pending = None
        self._show(visit.id, keep_fresh=False)

    @Slot()
    def reword(self) -> None:
        """Say the same in another language."""
        if self._view is not None:
            self._show(self._view.visit.id, keep_fresh=True)

    @Slot()
    def forget(self) -> None:
        """Nothing of the visit stays here or on the screen."""
        self._at_hand = self._view = self._pending = None
        self._fresh = frozenset()
        self.state_changed.emit(VisitScreenState())

    def answer(self, fact: str, said: Said) -> None:
        """An answer was picked: a new one is stored at once, a changed one is first looked at."""
        question = self._question(fact)
        if question is None or self._view is None:
            return
        if question.state is QuestionState.ASKED or question.said is None:
            self._give(FactName(fact), said)
        elif question.said == said:
            self.effect_ended.emit(fact)
        else:
            self._pending = _Pending(FactName(fact), said)
            work = partial(self._would_be, self._view.visit, FactName(fact), said)
            self._access.ask(self, work, self._preview_ready)

    @Slot(str, object)
    def tell_source(self, fact: str, by: ToldBy) -> None:
        """Somebody or something else said what stands."""
        question = self._question(fact)
        if question is not None and question.said is not None:
            give, said = self._access.desk.answer_question.give, question.said
            self._change(lambda v: give(v, FactName(fact), said, by))

    def confirm(self, fact: str) -> None:
        """The changed answer shall stand."""
        pending, self._pending = self._pending, None
        if pending is not None and pending.fact == fact:
            self._give(pending.fact, pending.said)

    def refuse(self, fact: str) -> None:
        """The earlier answer shall stand."""
        self._pending = None
        self.effect_ended.emit(fact)

    @Slot()
    def undo(self) -> None:
        """Undo the last answer."""
        self._change(self._access.desk.answer_question.undo)

    @Slot()
    def redo(self) -> None:
        """Make the last undone answer again."""
        self._change(self._access.desk.answer_question.redo)

    @Slot(object)
    def decide(self, decided: Decided) -> None:
        """Something was agreed of a step."""
        take, step = self._access.desk.take_step, StepId(decided.step)
        self._write(step, lambda v: take.decide(v, step, decided.decision, decided.reason))

    @Slot(str, object)
    def choose_hint(self, hint: str, choice: HintChoice | None) -> None:
        """A proposal was taken along or left."""
        choose = self._access.desk.take_step.choose_hint
        self._change(lambda v: choose(v, HintId(hint), choice))

    @Slot(str, object)
    def choose_way(self, step: str, way: ChosenWay | None) -> None:
        """A step is done in another way than is recommended, or as recommended again."""
        take = self._access.desk.take_step
        self._write(StepId(step), lambda v: take.choose_way(v, StepId(step), way))

    @Slot(str, bool)
    def keep_off(self, step: str, off_paper: bool) -> None:
        """A step shall not stand on the papers, or shall again."""
        self._change(lambda v: self._access.desk.take_step.keep_off(v, StepId(step), off_paper))

    @Slot(str, str)
    def note(self, step: str, note: str) -> None:
        """The clerk wrote a note."""
        self._write(StepId(step), lambda v: self._access.desk.take_step.note(v, StepId(step), note))

    @Slot(str, object, str)
    def act(self, step: str, kinds: frozenset[DataKind], reference: str) -> None:
        """Something was done in the citizen's name."""
        do = self._access.desk.mandates.act.do
        self._write(StepId(step), lambda v: do(v, StepId(step), kinds, reference))

    @Slot(str)
    def look_up_lines(self, step: str) -> None:
        """The clerk looks at a step: are the lines of its service open?"""
        steps = self._view.steps if self._view is not None else ()
        service = next((each.service for each in steps if each.step.id == step), None)
        if service is not None:
            self._access.ask(self, partial(self._lines_of, service), partial(self.lines_found.emit, step))

    @Slot(str)
    def explain_step(self, step: str) -> None:
        """The clerk wonders why a step is here, or why it is not."""
        visit = self.visit
        if visit is not None:
            explain, language = self._access.desk.explain_visit.step, self._access.translator.language
            work = partial(explain, visit.id, StepId(step), language)
            self._access.ask(self, work, partial(self.why_found.emit, step))

    @Slot(str)
    def explain_question(self, fact: str) -> None:
        """The clerk wonders what each answer would do."""
        visit = self.visit
        if visit is not None:
            explain, language = self._access.desk.explain_visit.question, self._access.translator.language
            work = partial(explain, visit.id, FactName(fact), language)
            self._access.ask(self, work, partial(self.answers_found.emit, fact))

    def set_profile(self, profile: Profile, channel: VisitChannel) -> None:
        """Help in another way, in other words, or through another channel."""
        self._change(lambda v: self._access.desk.set_profile(v, profile, channel))

    @Slot(object)
    def choose_mode(self, mode: HelpMode) -> None:
        """The clerk said at the beginning how the citizen is helped."""
        visit = self.visit
        if visit is not None:
            self._change(partial(self._begun_in, mode, replace(visit.profile, mode=mode)))

    def _begun_in(self, mode: HelpMode, profile: Profile, visit: VisitId) -> Visit:
        """On the store lane."""
        self._access.desk.help_defaults.remember(mode)
        return self._access.desk.set_profile(visit, profile)

    def change(self, change: Callable[[VisitId], Visit]) -> None:
        """Something that a page of the visit does to it."""
        self._change(change)

    def add_errand(self, errand: ErrandId) -> None:
        """The visit is about this too."""
        self._change(lambda v: self._access.desk.choose_errand.add(v, errand))

    def remove_errand(self, errand: ErrandId) -> None:
        """The visit is not about this."""
        self._change(lambda v: self._access.desk.choose_errand.remove(v, errand))

    def switch_errand(self, wrong: ErrandId, right: ErrandId) -> None:
        """It was the wrong errand; shared answers stay."""
        self._change(lambda v: self._access.desk.choose_errand.switch(v, wrong, right))

    @Slot()
    def leave(self) -> None:
        """Set the visit aside; one without result is thrown away, and nothing of it stays."""
        visit = self.visit
        self.forget()
        if visit is not None and visit.is_open:
            self._access.ask(self, partial(self._access.desk.close_visit.leave, visit.id), self._left)

    def _left(self, _visit: Visit) -> None:
        """It may be the next one's turn already: nothing but the news is given."""
        self.left.emit()

    def _question(self, fact: str) -> QuestionView | None:
        sections = self._view.sections if self._view is not None else ()
        return next((each for section in sections for each in section.questions if each.fact == fact), None)

    def _give(self, fact: FactName, said: Said) -> None:
        visit = self.visit
        if visit is None:
            return

        def refused(error: DeskError) -> None:
            self._access.messages.tell_error(error)
            self.effect_ended.emit(fact)

        give = self._access.desk.answer_question.give
        self._access.ask_or(self, partial(self._worded, partial(give, visit.id, fact, said)), self._changed, refused)

    def _change(self, change: Callable[[VisitId], Visit]) -> None:
        visit = self.visit
        if visit is not None:
            self._access.ask(self, partial(self._worded, partial(change, visit.id)), self._changed)

    def _write(self, step: StepId, change: Callable[[VisitId], Visit]) -> None:
        """The same for what may hold written words: a refusal stands where they were written."""
        visit = self.visit
        if visit is None:
            return

        def refused(error: DeskError) -> None:
            if isinstance(error, SecretInText | ReasonMissing | MandateDoesNotAllow):
                self.text_refused.emit(step, error)
            else:
                self._access.messages.tell_error(error)

        self._access.ask_or(self, partial(self._worded, partial(change, visit.id)), self._changed, refused)

    def _show(self, visit: VisitId, *, keep_fresh: bool) -> None:
        show, language = self._access.desk.show_visit, self._access.translator.language
        done = self._reworded if keep_fresh else self._changed
        self._access.ask(self, partial(show, visit, language), done)

    def _worded(self, change: Callable[[], Visit]) -> VisitView:
        """On the store lane: change, then put it all into words."""
        return self._access.desk.show_visit.of(change(), self._access.translator.language)

    def _would_be(self, visit: Visit, fact: FactName, said: Said) -> VisitView:
        return self._access.desk.show_visit.of(with_answer(visit, fact, said), self._access.translator.language)

    def _lines_of(self, service: str) -> OpenLines:
        """On the store lane."""
        desk = self._access.desk
        sheet, now = desk.sheet_of_pointer(ServicePointer(service=service)), desk.world.clock.now()
        return open_lines(shown(sheet, now)) if sheet is not None else OpenLines(now)

    def _preview_ready(self, after: VisitView) -> None:
        if self._view is not None and self._pending is not None:
            self.effect_found.emit(self._pending.fact, effect_of(self._view, after))

    def _changed(self, view: VisitView) -> None:
        is_answered = self._view is None or view.visit.answers != self._view.visit.answers
        self._say(view, fresh_steps(self._view, view) if is_answered else self._fresh)

    def _reworded(self, view: VisitView) -> None:
        self._say(view, self._fresh)

    def _say(self, view: VisitView, fresh: frozenset[StepId]) -> None:
        if view.visit.id != self._at_hand:
            return  # it was on its way when the visit was left: the next person sees nothing of it
        self._access.messages.clear()
        self._view, self._fresh = view, fresh
        self.state_changed.emit(VisitScreenState(view, fresh))
