"""How a visit ends: handled, or plan given; and the one question: is the plan kept for follow-up? Default no."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desk.model.visit import Outcome
from i18n.error_text import error_text
from i18n.translator import Translator
from ui.screens.ending.state import Ending, EndingState
from ui.speaking import Speaking
from ui.theme.roles import Role
from ui.theme.tokens import Space
from ui.widgets.buttons import button
from ui.widgets.contact_form import ContactForm
from ui.widgets.layouts import column
from ui.widgets.radio_rows import Option, RadioRows
from ui.widgets.scroll import ScrollColumn
from ui.widgets.text import Text
from ui.widgets.wrap_row import WrapRow

NO, YES = "no", "yes"


class EndingScreen(Speaking, QWidget):
    """Renders an ``EndingState``."""

    end_requested = Signal(object)
    """End the visit in this way (``Ending``)."""
    code_requested = Signal()
    """The plan shall be kept: draw its code, so that it can be printed or written down."""
    paper_requested = Signal()
    """Print the plan first."""
    discard_requested = Signal()
    """Nothing came of the visit: throw it away."""
    back_requested = Signal()
    """Back to the visit."""

    def __init__(self, translator: Translator, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._state = EndingState()
        self._title, self._keep_title = Text(Role.TITLE), Text(Role.HEADING)
        self.outcome = RadioRows(translator, [Option(each, "") for each in Outcome], may_be_unsaid=False)
        self._open_steps, self._no_paper, self._erased = Text(Role.ATTENTION), Text(Role.ATTENTION), Text(Role.MUTED)
        self.keep = RadioRows(translator, [Option(each, "") for each in (NO, YES)], may_be_unsaid=False)
        self._not_kept = Text()
        self._code_title, self._code = Text(Role.STRONG), Text(Role.CODE)
        self._contact_title, self._refused = Text(Role.STRONG), Text(Role.ERROR)
        self.contact = ContactForm(translator, today)
        self.end, self.back = button(Role.PRIMARY), button()
        self.paper, self.discard = button(), button(Role.QUIET)
        self._build()
        self.retranslate()

    def render_state(self, state: EndingState) -> None:
        """Show a state; another visit begins with nothing kept."""
        if state.number != self._state.number:
            self.keep.show_said(NO)
            self.outcome.show_said(Outcome.PLAN_GIVEN if state.open_steps else Outcome.HANDLED)
            self.contact.show_contact(state.contact)
        self._state = state
        self.outcome.row(Outcome.HANDLED).setEnabled(not state.open_steps)
        self.retranslate()

    def take_focus(self) -> None:
        """Put the focus on the chosen outcome."""
        self.outcome.take_focus()

    def retranslate(self) -> None:
        words, state = self.words, self._state
        self._title.setText(words.text("End visit {number}", number=state.number))
        handled = Option(Outcome.HANDLED, words.text("Handled: everything was done here"))
        given = Option(Outcome.PLAN_GIVEN, words.text("Plan given: the citizen goes on at home with the paper"))
        self.outcome.set_labels((handled, given))
        self.outcome.set_question(self._title.text(), "")
        self._open_steps.say(self._still_open())
        self._no_paper.say(
            "" if state.paper_made else words.text("The plan has not been printed or saved in this visit.")
        )
        self._keep_title.setText(words.text("Keep the plan for follow-up?"))
        kept = words.text("Yes, the citizen wants to come back to it with the plan code.")
        self.keep.set_labels(
            (Option(NO, words.text("No. All answers, notes and the plan are erased now.")), Option(YES, kept))
        )
        self.keep.set_question(self._keep_title.text(), "")
        self.keep.setVisible(state.may_keep)
        self._not_kept.say(
            ""
            if state.may_keep
            else words.text("In your role nothing is kept after the visit: the citizen takes the paper along.")
        )
        self._erased.setText(words.text("The number, the times, the errand and the outcome stay for statistics."))
        self._code_title.say(self._said_of_code())
        self._code.say(state.plan_code if self._keeps else "")
        self._code_title.setVisible(bool(state.plan_code) and self._keeps)
        self._contact_title.say(words.text("How do we find one another again?") if self._keeps else "")
        self.contact.setVisible(self._keeps)
        told = error_text(words, state.refused.id, state.refused.details) if state.refused is not None else None
        self._refused.say(f"{told.what} {told.what_to_do}" if told is not None else "")
        self.end.setText(words.text("End the visit"))
        self.back.setText(words.text("Back to the visit"))
        self.paper.setText(words.text("To the paper"))
        self.discard.setText(words.text("Throw the visit away"))
        self.discard.setVisible(state.can_discard)

    def _said_of_code(self) -> str:
        words, state = self.words, self._state
        if not state.plan_code:
            return ""
        if state.discreet:
            return words.text("Plan code: it is not on the paper. Say it to the citizen alone.")
        return words.text("Plan code: give it to the citizen")

    def _still_open(self) -> str:
        words, count, steps = self.words, len(self._state.open_steps), _first(self._state)
        if not count:
            return ""
        if self._state.discreet:  # who came along may look on
            return words.ntext("{n} step is still open.", "{n} steps are still open.", count)
        return words.ntext("{n} step is still open: {steps}", "{n} steps are still open: {steps}", count, steps=steps)

    def _build(self) -> None:
        scroll = ScrollColumn(gap=Space.S, edge=Space.XL)
        column(self).addWidget(scroll)
        inside = scroll.column
        for part in (self._title, self.outcome, self._open_steps, self._no_paper):
            inside.addWidget(part)
        inside.addSpacing(Space.M)
        for part in (self._keep_title, self.keep, self._not_kept, self._code_title, self._code, self._erased):
            inside.addWidget(part)
        for of_contact in (self._contact_title, self.contact, self._refused):
            inside.addWidget(of_contact)
        inside.addSpacing(Space.M)
        ways = WrapRow()
        for way in (self.end, self.paper, self.back, self.discard):
            ways.add(way)
        inside.addWidget(ways)
        inside.addStretch(1)
        self.outcome.said.connect(self._outcome_said)
        self.keep.said.connect(self._keep_said)
        self.end.clicked.connect(self._end)
        self.back.clicked.connect(self.back_requested)
        self.paper.clicked.connect(self.paper_requested)
        self.discard.clicked.connect(self.discard_requested)

    @property
    def _keeps(self) -> bool:
        return self.keep.chosen == YES

    @Slot()
    def _outcome_said(self) -> None:
        if self._state.may_keep:
            self.keep.take_focus()
        else:
            self.end.setFocus()

    @Slot()
    def _keep_said(self) -> None:
        if self._keeps and not self._state.plan_code:
            self.code_requested.emit()
        self.retranslate()
        self.end.setFocus()

    @Slot()
    def _end(self) -> None:
        outcome = Outcome(self.outcome.chosen or Outcome.PLAN_GIVEN)
        ok, contact = self.contact.read() if self._keeps else (True, None)
        if ok:
            self.end_requested.emit(Ending(outcome, self._keeps, contact))


def _first(state: EndingState) -> str:
    """A few of the open steps; the path shows them all."""
    shown = "; ".join(state.open_steps[:3])
    return f"{shown} …" if len(state.open_steps) > 3 else shown
