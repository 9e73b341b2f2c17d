"""The follow-up page of one kept plan, found by its code or from the day list. Nobody's name is needed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desk.model.ids import StepId
from desk.usecases.show_follow_up import FollowUpView
from desk.usecases.standing_plan import progress_of
from i18n.translator import Translator
from ui.follow_up_words import PROGRESS
from ui.screens.follow_up.contact_part import ContactPart
from ui.screens.follow_up.state import CALL_BACK, CONTACT, FollowUpState
from ui.screens.follow_up.step_card import FollowedCard
from ui.shortcuts import Shortcut
from ui.speaking import Speaking
from ui.theme.roles import Role
from ui.theme.tokens import Space
from ui.widgets.buttons import button
from ui.widgets.focus import put_in_reading_order
from ui.widgets.layouts import column
from ui.widgets.scroll import ScrollColumn
from ui.widgets.text import Text
from ui.widgets.wrap_row import WrapRow


class FollowUpScreen(Speaking, QWidget):
    """Renders a ``FollowUpState``."""

    progress_wished = Signal(object)
    """A step stands otherwise (``ProgressWish``)."""
    result_wished = Signal(object)
    """Something was decided (``ResultWish``)."""
    paper_requested = Signal()
    """Print the plan with how it stands."""
    correction_requested = Signal()
    """Print the correction that is owed."""
    go_on_requested = Signal()
    """Take the visit up again."""
    kept_data_requested = Signal()
    """What is kept of the person, to give out or to erase."""
    back_requested = Signal()
    """Leave it."""

    def __init__(self, translator: Translator, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator, self._today = translator, today
        self._state = FollowUpState()
        self._cards: dict[StepId, FollowedCard] = {}
        self._title, self._about, self._counted = Text(Role.TITLE), Text(), Text(Role.MUTED)
        self._owed = Text(Role.ATTENTION)
        self.paper, self.go_on, self.back = button(Role.PRIMARY), button(), button()
        self.kept_data = button()
        self.correction = button()
        self.contact = ContactPart(translator, today)
        self._scroll = ScrollColumn(gap=Space.S, edge=Space.XL)
        self._steps = QWidget()
        self._steps_column = column(self._steps, gap=Space.S)
        self._build()
        self.retranslate()

    def render_state(self, state: FollowUpState) -> None:
        """Show a state; another plan begins with every step shut, and none is left behind."""
        before, self._state = self._state.view, state
        view = state.view
        if view is None or before is None or view.visit.id != before.visit.id:
            self._take_away_cards()
        if view is not None:
            self._fill(view)
        self._say(state)
        self.retranslate()
        self._order()

    @Slot()
    def _order(self) -> None:
        put_in_reading_order(self)

    def take_focus(self, at: str = "") -> None:
        """Put the focus on what somebody came for; else on the first step that is not over, else on the paper."""
        if at in self._cards:
            self._cards[StepId(at)].open()
            self._cards[StepId(at)].head.setFocus()
            return
        if at:
            self.contact.take_focus()
            return
        first = next((card for card in self._cards.values()), None)
        view = self._state.view
        for step in view.steps if view is not None else ():
            if progress_of(step).value in ("to_do", "waiting"):
                first = self._cards[step.id]
                break
        (first.head if first is not None else self.paper).setFocus()

    def retranslate(self) -> None:
        words, view = self.words, self._state.view
        self.paper.setText(words.text("New paper {keys}", keys=Shortcut.PRINT.shown))
        self.go_on.setText(words.text("Go on with the visit"))
        self.kept_data.setText(words.text("What is kept of this person"))
        self.back.setText(words.text("Leave the plan"))
        self.correction.setText(words.text("To the correction"))
        owed = words.text("A rule that this plan rests on was wrong and has been withdrawn. A correction is owed.")
        self._owed.say(owed if view is not None and view.owed else "")
        self.correction.setVisible(view is not None and view.owed)
        if view is None:
            for text in (self._title, self._about, self._counted):
                text.setText("")
            return
        self._title.setText(words.text("Follow-up of visit {number}", number=view.visit.number))
        self._about.say(view.title)
        self._counted.say(self._count(view))

    def _count(self, view: FollowUpView) -> str:
        """How many steps are how far, in a line; and when the plan was made."""
        words, stands = self.words, [progress_of(step) for step in view.steps]
        parts = [
            words.text("{count} {state}", count=stands.count(each), state=words.ptext(*PROGRESS[each]))
            for each in PROGRESS
            if each in stands
        ]
        plan = view.visit.plan
        if plan is not None:
            parts.insert(0, words.text("Plan of {day}", day=self._translator.formats.short_date(plan.made_on)))
        return " · ".join(parts)

    def _fill(self, view: FollowUpView) -> None:
        self.contact.show_visit(view.visit)
        for step in view.steps:
            if step.id not in self._cards:
                card = self._cards[step.id] = FollowedCard(self._translator, self._today)
                card.progress_wished.connect(self.progress_wished)
                card.result_wished.connect(self.result_wished)
                card.opened.connect(self._order)
                self._steps_column.addWidget(card)
            self._cards[step.id].show_step(step, view.proposed.get(step.id))

    def _say(self, state: FollowUpState) -> None:
        refused = state.refused
        for step, card in self._cards.items():
            error = refused.error if refused is not None and refused.at == step else None
            card.say(error, stored=state.stored_at == step)
        at_contact = refused is not None and refused.at in (CONTACT, CALL_BACK)
        self.contact.say(refused.error if refused is not None and at_contact else None)
        if state.stored_at == CALL_BACK:
            self.contact.stored()

    def _take_away_cards(self) -> None:
        for card in self._cards.values():
            self._steps_column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards.clear()
        self.contact.forget()

    def _build(self) -> None:
        column(self).addWidget(self._scroll)
        inside = self._scroll.column
        ways = WrapRow()
        for way in (self.paper, self.go_on, self.kept_data, self.back):
            ways.add(way)
        owed = WrapRow()
        owed.add(self.correction)
        for part in (self._title, self._about, self._counted, self._owed, owed, ways, self.contact, self._steps):
            inside.addWidget(part)
        inside.addStretch(1)
        self.paper.clicked.connect(self.paper_requested)
        self.go_on.clicked.connect(self.go_on_requested)
        self.kept_data.clicked.connect(self.kept_data_requested)
        self.back.clicked.connect(self.back_requested)
        self.correction.clicked.connect(self.correction_requested)
