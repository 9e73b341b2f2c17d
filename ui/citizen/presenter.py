"""Says on the citizen's own card what the clerk is asking or showing now, in the citizen's language.

Nothing sensitive stands on it: others may see the screen. Notes and reasons are nowhere near it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication, QWidget

from desk.model.facts import FactType
from desk.model.visit import Visit
from desk.usecases.discretion import telling_steps
from desk.usecases.visit_view import QuestionState, QuestionView, StepView, VisitView
from i18n.formats import Formats
from i18n.language import Language
from i18n.translator import Domain, Words
from ui.citizen.window import CitizenCard, CitizenWindow
from ui.desk_access import DeskAccess
from ui.late import Late
from ui.screens.visit.state import VisitScreenState
from ui.theme.style import Theme

if TYPE_CHECKING:
    from ui.screens.visit.view import VisitScreen


@dataclass(frozen=True, slots=True)
class CitizenParts:
    """What the view stands beside."""

    app: QApplication
    clerks: QWidget
    visit: Late[VisitScreen]
    theme: Theme


class CitizenView(QObject):
    """Open or not; it closes with the visit."""

    def __init__(self, access: DeskAccess, parts: CitizenParts, parent: QObject) -> None:
        super().__init__(parent)
        self._access, self._parts = access, parts
        self._visit: Visit | None = None
        self._view: VisitView | None = None
        self._hidden: frozenset[str] = frozenset()
        self._at: str | None = None
        """The step or the fact that was looked at last: it stays while the focus is elsewhere."""
        self.window: CitizenWindow | None = None
        parts.app.focusChanged.connect(self._focus_changed)

    @Slot()
    def toggle(self) -> None:
        """Open it for the visit at hand, or close it."""
        if self.window is not None:
            self.close()
        elif self._visit is not None:
            self.window = CitizenWindow(self._parts.app)
            self.window.set_scale(self._parts.theme.scale)
            self._read()

    @Slot()
    def close(self) -> None:
        """Nothing of the visit stays on the citizen's screen."""
        self._view = self._at = None
        if self.window is not None:
            self.window.close()
            self.window.deleteLater()
            self.window = None

    @Slot(object)
    def visit_changed(self, state: VisitScreenState) -> None:
        """Another answer, another language, another visit or none."""
        before, self._visit = self._visit, state.view.visit if state.view is not None else None
        if before is not None and (self._visit is None or self._visit.id != before.id):
            self.close()
        elif self.window is not None:
            self._read()

    def _read(self) -> None:
        if self._visit is not None:
            self._access.ask_newest(self, "citizen", partial(self._worded, self._visit), self._found)

    def _worded(self, visit: Visit) -> tuple[VisitView, frozenset[str]]:
        """On the store lane: the visit in the citizen's words, and the steps that would tell of danger."""
        desk = self._access.desk
        view = desk.show_visit.to_citizen(visit)
        return view, telling_steps(desk.visit_errands.of(view.visit).bundle, view.path)

    def _found(self, found: tuple[VisitView, frozenset[str]]) -> None:
        if self.window is None or self._visit is None or found[0].visit.id != self._visit.id:
            return
        self._view, self._hidden = found
        self._say(self.window, found[0])
        if not self.window.isVisible():
            self.window.open_beside(self._parts.clerks)

    @Slot(QWidget, QWidget)
    def _focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        if self.window is not None and self._view is not None and now is not None:
            self._say(self.window, self._view)

    def _say(self, window: CitizenWindow, view: VisitView) -> None:
        words = self._access.translator.words_in(view.visit.profile.citizen_language, Domain.CITIZEN).spoken()
        window.set_name(words.text("Service point"))
        window.show_card(self._card(view, words, words.language))

    def _card(self, view: VisitView, words: Words, language: Language) -> CitizenCard:
        screen = self._parts.visit()
        self._at = screen.path.current() or screen.questions.current() or self._at
        step = next((each for each in view.steps if each.step.id == self._at), None)
        if step is not None and step.step.id not in self._hidden:
            return step_card(step, words, language)
        questions = [each for section in view.sections for each in section.questions]
        still_asked = [each for each in questions if each.state is QuestionState.ASKED]
        at = next((each for each in questions if each.fact == screen.questions.current()), None)
        at = at or next((each for each in still_asked if each.fact == self._at), None)
        asked = at or next(iter(still_asked), None)
        if step is not None or (asked is not None and asked.sensitive):
            return CitizenCard(words.text("We talk about this together."), language)
        if asked is None:
            return CitizenCard(words.text("Next we go through what there is to do."), language)
        return question_card(asked, words, language)


def question_card(question: QuestionView, words: Words, language: Language) -> CitizenCard:
    """The question, its hint, and the answers when they are few."""
    choices = tuple(option.label for option in question.options)
    if question.type is FactType.YES_NO and not choices:
        choices = (words.ptext("answer", "Yes"), words.ptext("answer", "No"))
    hint = (question.hint.text,) if question.hint is not None else ()
    few = question.type is not FactType.MUNICIPALITY
    return CitizenCard(question.question.text, language, hint, choices if few else ())


def step_card(view: StepView, words: Words, language: Language) -> CitizenCard:
    """What is to be done, and by when."""
    step = view.step
    lines = [step.what.text]
    if step.deadline is not None and step.deadline.day is not None:
        lines.append(words.text("At the latest on {day}.", day=Formats(language).on_date(step.deadline.day)))
    return CitizenCard(step.title.text, language, tuple(line for line in lines if line))
