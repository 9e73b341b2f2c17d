"""The left side of the visit: the questions of one section, one below another, and the other sections in a line each.

Cards are kept as long as their question is: what the clerk is looking at is never rebuilt under their hands.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desk.errands.why_view import QuestionWhy
from desk.model.facts import Said
from desk.model.ids import FactName
from desk.usecases.visit_view import QuestionState, QuestionView, SectionView, VisitView
from i18n.translator import Translator
from ui.models.effect import Effect
from ui.screens.visit.answered_row import AnsweredRow
from ui.screens.visit.editors import editor_for, relabel
from ui.screens.visit.section_head import SectionHead
from ui.screens.visit.told_words import told_in_words
from ui.speaking import Speaking
from ui.theme.tokens import Space
from ui.widgets.empty_state import EmptyState
from ui.widgets.focus import focus_is_inside
from ui.widgets.layouts import column
from ui.widgets.live_column import arrange, keep_only
from ui.widgets.question_card import Asked, QuestionCard
from ui.widgets.scroll import ScrollColumn

SectionKey = tuple[str, str]


class QuestionPanel(Speaking, QWidget):
    """Renders the sections of a ``VisitView``."""

    answered = Signal(str, object)
    """Fact and answer (``Said``)."""
    change_confirmed = Signal(str)
    """The changed answer of this fact shall stand."""
    change_refused = Signal(str)
    """The earlier answer of this fact shall stand."""
    source_picked = Signal(str, object)
    """Fact, and who or what said its answer (``ToldBy``)."""
    effects_asked = Signal(str)
    """What would each answer to this question do? (``FactName``)"""
    path_requested = Signal()
    """All is asked: go on to the steps."""

    def __init__(self, translator: Translator, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._today = today
        self._view: VisitView | None = None
        self._cards: dict[str, QuestionCard] = {}
        self._rows: dict[str, AnsweredRow] = {}
        self._heads: dict[SectionKey, SectionHead] = {}
        self._current: SectionKey | None = None
        self._editing: set[str] = set()
        self._in_hand: str | None = None
        self._scroll = ScrollColumn(gap=Space.S, edge=Space.L)
        self._all_asked = EmptyState()
        self._all_asked.action_requested.connect(self.path_requested)
        column(self, edge=0).addWidget(self._scroll)
        self._scroll.hold(self._all_asked)
        self.retranslate()

    def show_view(self, view: VisitView | None) -> None:
        """Show the questions of a visit; ``None`` leaves nothing of the last one."""
        had_focus = self._focused_fact()
        if view is None or (self._view is not None and view.visit.id != self._view.visit.id):
            self._forget()
        self._view = view
        if view is None:
            return
        self._current = self._section_to_show(view)
        self._sync(view)
        self._move_focus(view, had_focus)

    def show_effect(self, fact: str, effect: Effect) -> None:
        """Ask at the question whether a changed answer shall stand."""
        if fact in self._cards:
            self._cards[fact].show_effect(effect)

    def show_answers(self, fact: str, why: QuestionWhy) -> None:
        """Say at the question what each answer would do."""
        if fact in self._cards:
            answers = [(each.condition, "\n".join(each.effects)) for each in why.answers]
            self._cards[fact].answers.show_answers(answers or [(why.untried, "")])

    def end_effect(self, fact: str) -> None:
        """A change was refused, or could not be made: the earlier answer is shown."""
        self._editing.discard(fact)
        if fact in self._cards:
            self._cards[fact].end_effect()
        if self._view is not None:
            self._sync(self._view)
            self.focus_next()

    def focus_next(self) -> None:
        """Put the focus on the first open question of the section, else on the way to the path."""
        section = self._section()
        for question in section.questions if section is not None else ():
            if question.state is QuestionState.ASKED and question.fact in self._cards:
                self._cards[question.fact].take_focus()
                return
        self._all_asked.take_focus()

    def confirm_earlier(self) -> None:
        """The answer of an earlier visit to the question at hand is still true."""
        fact = self._focused_fact()
        if fact is not None:
            self._cards[fact].confirm_earlier()

    def correct(self, fact: str) -> None:
        """Open an answered question, wherever it stands, to be answered anew."""
        view = self._view
        section = next((s for s in view.sections if any(q.fact == fact for q in s.questions)), None) if view else None
        if view is None or section is None:
            return
        self._current = _key(section)
        self._editing.add(fact)
        self._sync(view)
        self._cards[fact].take_focus()

    def current(self) -> str | None:
        """The fact whose question has the focus."""
        return self._focused_fact()

    def focus_beside(self, step: int) -> None:
        """Put the focus on the question after (1) or before (-1) the one that has it."""
        section = self._section()
        facts = [each.fact for each in section.questions if each.fact in self._cards] if section is not None else []
        here = self._focused_fact()
        at = facts.index(FactName(here)) + step if here in facts else 0
        if facts:
            self._cards[facts[min(max(at, 0), len(facts) - 1)]].take_focus()

    def retranslate(self) -> None:
        words = self.words
        self._all_asked.set_words(
            words.text("Everything is asked."),
            words.text("Go through the steps with the citizen: what is done now, and what is left for home."),
            words.text("To the steps"),
        )

    def _forget(self) -> None:
        self._keep(())
        self._editing.clear()
        self._current = self._in_hand = None

    def _keep(self, parts: Sequence[QWidget]) -> None:
        keep_only(self._cards, parts)
        keep_only(self._rows, parts)
        keep_only(self._heads, parts)

    def _section_to_show(self, view: VisitView) -> SectionKey | None:
        """The section at hand while it has open questions, else the next one that has."""
        keys = {_key(section): section for section in view.sections}
        if self._current in keys and (keys[self._current].open_count or self._editing):
            return self._current
        return next((key for key, section in keys.items() if section.open_count), None)

    def _section(self) -> SectionView | None:
        sections = self._view.sections if self._view is not None else ()
        return next((section for section in sections if _key(section) == self._current), None)

    def _sync(self, view: VisitView) -> None:
        wanted: list[QWidget] = []
        for section in view.sections:
            wanted.append(self._head(section))
            if _key(section) == self._current:
                wanted += [self._part(question) for question in section.questions]
        if view.open_questions == 0 and self._current is None:
            wanted.append(self._all_asked)
        arrange(self._scroll.column, wanted)
        self._keep(wanted)

    def _head(self, section: SectionView) -> SectionHead:
        key = _key(section)
        if key not in self._heads:
            self._heads[key] = SectionHead(self._translator)
            self._heads[key].opened.connect(self._open_section)
        self._heads[key].show_section(section, current=key == self._current)
        return self._heads[key]

    def _part(self, question: QuestionView) -> QWidget:
        if question.state is QuestionState.ASKED or question.fact in self._editing:
            return self._card(question)
        if question.fact not in self._rows:
            row = AnsweredRow(self._translator)
            row.change_requested.connect(self._change_requested)
            row.source_picked.connect(partial(self.source_picked.emit, question.fact))
            self._rows[question.fact] = row
        self._rows[question.fact].show_question(question)
        return self._rows[question.fact]

    def _card(self, question: QuestionView) -> QuestionCard:
        if question.fact not in self._cards:
            card = QuestionCard(self._translator, editor_for(self._translator, question, self._today))
            card.said.connect(self._said)
            card.answers.asked.connect(self._effects_asked)
            card.change_confirmed.connect(self._confirmed)
            card.change_refused.connect(self._refused)
            self._cards[question.fact] = card
        card = self._cards[question.fact]
        relabel(self.words, card.editor, question)
        card.show_asked(self._asked(question))
        return card

    def _asked(self, question: QuestionView) -> Asked:
        words = self.words
        fallback = question.question.fallback
        return Asked(
            question=question.question.text,
            hint=question.hint.text if question.hint is not None else "",
            why="\n".join(question.why),
            said=question.said,
            earlier=question.earlier.said if question.earlier is not None else None,
            earlier_in_words=self._earlier_in_words(question),
            in_other_language=words.text("in {language}", language=fallback.endonym) if fallback is not None else "",
        )

    def _earlier_in_words(self, question: QuestionView) -> str:
        if question.earlier is None:
            return ""
        source = told_in_words(question.earlier.told, self.words, self._translator.formats)
        return self.words.text("Earlier answer: {answer} ({source})", answer=question.earlier_in_words, source=source)

    def _move_focus(self, view: VisitView, had_focus: str | None) -> None:
        """After an answer, the next open question has the focus; a card that still stands keeps it."""
        if self._in_hand is None and had_focus is None:
            return
        at_hand, self._in_hand = self._in_hand, None
        at_hand = had_focus if at_hand is None else at_hand
        section = self._section()
        facts = [question.fact for question in section.questions] if section is not None else []
        if at_hand in self._cards and at_hand not in self._editing and had_focus is not None:
            return
        after = facts[facts.index(FactName(at_hand)) :] if at_hand in facts else facts
        for fact in [*after, *facts]:
            card = self._cards.get(fact)
            if card is not None and fact not in self._editing:
                card.take_focus()
                return
        if view.open_questions == 0:
            self._all_asked.take_focus()

    def _focused_fact(self) -> str | None:
        return next((fact for fact, card in self._cards.items() if focus_is_inside(card)), None)

    def _fact_of_sender(self) -> str:
        sender = self.sender()
        parts: dict[str, QWidget] = {**self._rows, **self._cards}
        return next(fact for fact, part in parts.items() if part is sender)

    @Slot(object)
    def _said(self, said: Said) -> None:
        fact = self._fact_of_sender()
        self._in_hand = fact
        self.answered.emit(fact, said)

    @Slot()
    def _confirmed(self) -> None:
        fact = self._fact_of_sender()
        self._editing.discard(fact)
        self._in_hand = fact
        self._cards[fact].end_effect()
        self.change_confirmed.emit(fact)

    @Slot()
    def _refused(self) -> None:
        self.change_refused.emit(self._fact_of_sender())

    @Slot()
    def _effects_asked(self) -> None:
        sender = self.sender()
        fact = next((fact for fact, card in self._cards.items() if card.answers is sender), None)
        if fact is not None:
            self.effects_asked.emit(fact)

    @Slot()
    def _change_requested(self) -> None:
        fact = self._fact_of_sender()
        self._editing.add(fact)
        if self._view is not None:
            self._sync(self._view)
            self._cards[fact].take_focus()

    @Slot()
    def _open_section(self) -> None:
        sender = self.sender()
        self._current = next(key for key, head in self._heads.items() if head is sender)
        self._editing.clear()
        if self._view is not None:
            self._sync(self._view)
            self.focus_next()


def _key(section: SectionView) -> SectionKey:
    return (section.errand, section.id)
