"""The visit: what is being asked, and beside it what it leads to; one at a time where there is little room."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from desk.model.visit import HelpMode
from desk.usecases.show_phrases import PhraseCards
from i18n.translator import Translator
from ui.screens.visit.errands_band import ErrandsBand
from ui.screens.visit.mode_choice import ModeChoice
from ui.screens.visit.path_panel import PathPanel
from ui.screens.visit.phrases_panel import PhrasesPanel
from ui.screens.visit.question_panel import QuestionPanel
from ui.screens.visit.state import VisitScreenState
from ui.shortcuts import Shortcut
from ui.speaking import Speaking
from ui.theme.roles import Role
from ui.theme.tokens import Space
from ui.widgets.buttons import LinkButton, button
from ui.widgets.empty_state import EmptyState
from ui.widgets.focus import focus_is_inside
from ui.widgets.layouts import column, divider, row

_SIDE_IN_CHARACTERS = 44


class VisitScreen(Speaking, QWidget):
    """Renders a ``VisitScreenState``."""

    errand_requested = Signal()
    """Choose what the visit is about."""
    phrases_wanted = Signal()
    """Show what may be said in a hard talk."""
    phrases_left = Signal()
    """The clerk has seen enough of it."""

    def __init__(self, translator: Translator, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._state = VisitScreenState()
        self._both = True
        self.errands = ErrandsBand(translator)
        self.mode = ModeChoice(translator)
        self.questions = QuestionPanel(translator, today)
        self.mode.picked.connect(self.show_questions)
        self.path = PathPanel(translator, today)
        self.questions.path_requested.connect(self.show_path)
        self.phrases = PhrasesPanel(translator)
        self.phrases.left.connect(self.toggle_phrases)
        self.phrases_link = LinkButton()
        self.phrases_link.clicked.connect(self.toggle_phrases)
        self._talking = self._to_the_words = False
        self._empty = EmptyState()
        self._empty.action_requested.connect(self.errand_requested)
        self._to_questions, self._to_path = button(Role.CHOICE), button(Role.CHOICE)
        self._tabs = QWidget()
        self._line = divider(upright=True)
        self._side = QButtonGroup(self)
        self._build()
        self.retranslate()

    def render_state(self, state: VisitScreenState) -> None:
        """Show a state."""
        self._state = state
        view = state.view
        if view is None or view.visit.has_result:
            self.mode.hide()
        self._empty.setVisible(view is None or not view.errands)
        self.questions.show_view(view)
        self.path.show_view(view, state.fresh)
        self.retranslate()
        self._lay_out()

    def begin(self, offered: Sequence[HelpMode]) -> None:
        """A visit is taken up: a new one asks first how the citizen is helped."""
        view = self._state.view
        if view is None or view.visit.has_result or not view.errands:
            self.questions.focus_next()
            return
        self._to_questions.setChecked(True)
        self._lay_out()
        self.mode.ask(view.visit.profile.mode, offered)
        self._lay_out()
        self.mode.rows.take_focus()

    @Slot()
    def show_path(self) -> None:
        """Go to the steps, from the words for a hard talk too."""
        self._to_path.setChecked(True)
        if self._talking:
            self._talking = self._to_the_words = False
            self.phrases_left.emit()
        self._lay_out()
        self.path.take_focus()

    @Slot()
    def show_questions(self) -> None:
        """Go to the questions."""
        self._to_questions.setChecked(True)
        self._lay_out()
        self.questions.focus_next()

    @Slot()
    def switch_side(self) -> None:
        """From the questions to the steps, or to the words that are in their place, and back."""
        if focus_is_inside(self.path) or focus_is_inside(self.phrases):
            self.show_questions()
        elif self._talking:
            self._to_path.setChecked(True)
            self._lay_out()
            self.phrases.take_focus()
        else:
            self.show_path()

    @Slot()
    def toggle_phrases(self) -> None:
        """The words for a hard talk come in the place of the steps, or go again."""
        if self._state.view is None or not self._state.view.errands or not self.isVisible():
            return
        if self._talking:
            self.show_path()
            return
        self._talking = self._to_the_words = True
        self._to_path.setChecked(True)
        self._lay_out()
        self.phrases_wanted.emit()

    @Slot(object)
    def show_phrases(self, cards: PhraseCards | None) -> None:
        """Show the words; ``None``: there is another visit, or none."""
        if cards is None:
            self._talking = self._to_the_words = False
            self.phrases.forget()
            self._lay_out()
            return
        self.phrases.show_cards(cards)
        if self._to_the_words:  # they come anew with each answer, and that is given beside them
            self._to_the_words = False
            self.phrases.take_focus()

    def retranslate(self) -> None:
        words, view = self.words, self._state.view
        asked = view.open_questions if view is not None else 0
        steps = len(view.steps) if view is not None else 0
        self._to_questions.setText(words.text("Questions · {count}", count=asked))
        self._to_path.setText(words.text("Steps · {count}", count=steps))
        self.phrases_link.setText(words.text("Words for a hard talk {keys}", keys=Shortcut.PHRASES.shown))
        self._empty.set_words(
            words.text("What is the visit about?"),
            words.text("Search with {keys}, or choose a life event at the counter.", keys="Ctrl+K"),
            words.text("Choose at the counter"),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _build(self) -> None:
        outer = self._outer = column(self)
        tabs: QHBoxLayout = row(self._tabs, gap=Space.S)
        tabs.setContentsMargins(Space.L, Space.S, Space.L, 0)
        for tab in (self._to_questions, self._to_path):
            tab.setCheckable(True)
            tab.clicked.connect(self._lay_out)
            self._side.addButton(tab)
            tabs.addWidget(tab)
        tabs.addStretch(1)
        self._to_questions.setChecked(True)
        outer.addWidget(self.errands)
        outer.addWidget(self.mode)
        outer.addWidget(self._tabs)
        outer.addWidget(self._empty)
        beside = row()
        beside.setSpacing(0)
        beside.addWidget(self.questions, 5)
        beside.addWidget(self._line)
        beside.addWidget(self._beside_the_questions(), 4)
        outer.addLayout(beside, 1)

    def _beside_the_questions(self) -> QWidget:
        """The steps, or the words for a hard talk, and the way from one to the other."""
        self._beside = QWidget()
        layout = column(self._beside, gap=Space.S)
        layout.addWidget(self.path, 1)
        layout.addWidget(self.phrases, 1)
        foot = row()
        foot.setContentsMargins(Space.L, 0, Space.L, Space.S)
        foot.addWidget(self.phrases_link)
        foot.addStretch(1)
        layout.addLayout(foot)
        return self._beside

    @Slot()
    def _lay_out(self) -> None:
        view = self._state.view
        about = bool(view.errands) if view is not None else False
        needed = 2 * _SIDE_IN_CHARACTERS * self.fontMetrics().averageCharWidth()
        both = self.width() >= needed
        self._tabs.setVisible(about and not both and self.mode.isHidden())
        self._line.setVisible(about and both)
        self._outer.setStretchFactor(self.mode, 0 if both else 100)
        room = both or self.mode.isHidden()  # where there is little room, the choice has all of it
        self.questions.setVisible(about and room and (both or self._to_questions.isChecked()))
        beside = about and room and (both or self._to_path.isChecked())
        self._beside.setVisible(beside)
        self.path.setVisible(beside and not self._talking)
        self.phrases.setVisible(beside and self._talking)
        self.phrases_link.setVisible(beside and not self._talking)
