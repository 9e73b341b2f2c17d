"""What is looked at before a mandate: four questions. A *no* leads to *stop and call*, and the reason is kept."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desk.model.mandate import CapacityAnswer
from i18n.translator import NP_, Translator
from ui.screens.mandate.errors import error_words
from ui.screens.mandate.state import MandatePage
from ui.screens.mandate.stop_words import QUIET, STOPS, stop_lines
from ui.speaking import Speaking
from ui.theme.roles import Role
from ui.theme.tokens import Space
from ui.widgets.buttons import LinkButton, button
from ui.widgets.form_row import FormRow
from ui.widgets.group_card import GroupCard
from ui.widgets.layouts import column
from ui.widgets.line_field import LineField
from ui.widgets.radio_rows import Option, RadioRows
from ui.widgets.text import Mark, Text
from ui.widgets.wrap_row import WrapRow

QUESTIONS = {
    CapacityAnswer.MINOR: (
        NP_("before a mandate", "Is the citizen 18 or older?"),
        NP_("before a mandate", "Somebody younger cannot give a mandate."),
    ),
    CapacityAnswer.HAS_GUARDIAN: (
        NP_("before a mandate", "Does the citizen decide on these matters without a guardian?"),
        NP_("before a mandate", "A guardian decides in the matters that the decision on guardianship names."),
    ),
    CapacityAnswer.IN_DOUBT: (
        NP_("before a mandate", "Does the citizen understand what they let the desk do?"),
        NP_("before a mandate", "Ask the citizen to say in their own words what the desk will do, and until when."),
    ),
    CapacityAnswer.UNDER_PRESSURE: (
        NP_("before a mandate", "Does the citizen decide freely?"),
        NP_("before a mandate", "Nobody else answers for them, presses or frightens them."),
    ),
}
YES, NO = "yes", "no"
_LONGEST = 200


class Question(Speaking, GroupCard):
    """One of them. Answered with yes, it is one quiet line."""

    answered = Signal(str)
    """``yes`` or ``no``."""

    def __init__(self, translator: Translator, about: CapacityAnswer) -> None:
        super().__init__()
        self._translator, self.about = translator, about
        self._question, self._hint, self._yes = Text(Role.STRONG), Text(Role.MUTED), Mark("done")
        self.rows = RadioRows(translator, (Option(YES, ""), Option(NO, "")), may_be_unsaid=False)
        self.again = LinkButton()
        done = WrapRow()
        done.add(self._yes)
        done.add(self.again)
        self._done = done
        for part in (self._question, self._hint, self.rows, done):
            self.column.addWidget(part)
        self.rows.said.connect(self._said)
        self.again.clicked.connect(self.ask_again)
        self._fold()
        self.retranslate()

    @property
    def said(self) -> str | None:
        """The answer that stands."""
        return self.rows.chosen

    @Slot()
    def ask_again(self) -> None:
        """There is no answer any more."""
        self.rows.show_said(None)
        self._fold()
        if self.isVisible():
            self.rows.take_focus()

    def forget(self) -> None:
        """There is no answer any more, and nobody is asked."""
        self.rows.show_said(None)
        self._fold()

    def retranslate(self) -> None:
        words = self.words
        question, hint = (words.ptext(*each) for each in QUESTIONS[self.about])
        self.setAccessibleName(question)
        self._question.setText(question)
        self._hint.setText(hint)
        options = (Option(YES, words.ptext("answer", "Yes")), Option(NO, words.ptext("answer", "No")))
        self.rows.set_labels(options)
        self.rows.set_question(question, hint)
        self._yes.setText(words.ptext("answer", "Yes"))
        self.again.setText(words.ptext("answer", "Change"))
        self.again.setAccessibleDescription(question)

    def _fold(self) -> None:
        is_yes = self.said == YES
        for part in (self._hint, self.rows):
            part.setVisible(not is_yes)
        self._done.setVisible(is_yes)

    @Slot(object)
    def _said(self, said: object) -> None:
        self._fold()
        self.answered.emit(str(said))


class StopCard(Speaking, GroupCard):
    """What stands against a mandate, what to do, whom to call, and the reason in a few words."""

    stopped = Signal(object, str)
    """No mandate now: why (``CapacityAnswer``), and the reason in words."""

    def __init__(self, translator: Translator) -> None:
        super().__init__(gap=Space.M)
        self._translator = translator
        self._about: CapacityAnswer | None = None
        self._state = MandatePage()
        self._mark, self._title = Mark("attention"), Text(Role.LEAD)
        self._what, self._call_title, self._call = Text(), Text(Role.STRONG), Text()
        self.whom = LinkButton()
        self.whom.setCheckable(True)
        self.whom.toggled.connect(self.retranslate)
        self.reason = LineField(60)
        self.reason.setMaxLength(_LONGEST)
        self._reason_row = FormRow(self.reason)
        self.stop = button(Role.PRIMARY)
        self._kept = Text(Role.DONE)
        marks, buttons = WrapRow(), WrapRow()
        marks.add(self._mark)
        buttons.add(self.stop)
        parts = (
            marks,
            self._title,
            self._what,
            self._call_title,
            self.whom,
            self._call,
            self._reason_row,
            self._kept,
            buttons,
        )
        for part in parts:
            self.column.addWidget(part)
        self.stop.clicked.connect(self._stop)
        self.reason.returnPressed.connect(self._stop)
        self.retranslate()

    def forget(self) -> None:
        """Nothing that was written stays."""
        self.reason.setText("")  # and nothing of it comes back by undoing
        self.whom.setChecked(False)

    def show_stop(self, about: CapacityAnswer | None, state: MandatePage) -> None:
        """Show what stands against it."""
        if about is not self._about:
            self.forget()
        self._about, self._state = about, state
        self.retranslate()

    def retranslate(self) -> None:
        words, about, state = self.words, self._about, self._state
        if about is None:
            return
        is_kept = state.capacity is about
        self._mark.setText(words.text("Stop and call"))
        title, what = (words.ptext(*each) for each in STOPS[about])
        self.setAccessibleName(title)
        self._title.setText(title)
        self._what.setText(what)
        quiet = about in QUIET
        self._call_title.say("" if quiet else words.text("Whom to call"))
        self.whom.setText(words.text("Whom to call"))
        self.whom.setVisible(quiet)
        lines = [f"• {line}" for line in stop_lines(words, about, state.phones)]
        self._call.say("\n".join(lines) if self.whom.isChecked() or not quiet else "")
        self._reason_row.set_words(
            words.text("What you saw, in a few words"),
            words.text("Is kept with the visit and never printed. No names or codes."),
        )
        self._reason_row.set_error(error_words(self._translator, state, "reason"))
        self._reason_row.setVisible(not is_kept)
        self.stop.setText(words.text("Stop: no mandate now"))
        self.stop.setVisible(not is_kept)
        self._kept.say(words.text("Stopped. The reason is kept with the visit.") if is_kept else "")

    @Slot()
    def _stop(self) -> None:
        if self._about is not None:
            self.stopped.emit(self._about, self.reason.text().strip())


class BeforePart(Speaking, QWidget):
    """The questions one after another, or what came of them."""

    cleared = Signal()
    """Nothing stands against a mandate."""
    stopped = Signal(object, str)
    """No mandate now: why (``CapacityAnswer``), and the reason in words."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._state = MandatePage()
        self._asking = False
        self._title, self._lead, self._clear = Text(Role.HEADING), Text(Role.MUTED), Mark("done")
        self.questions = {about: Question(translator, about) for about in QUESTIONS}
        self.stop = StopCard(translator)
        self.again = LinkButton()
        self._row = WrapRow()
        self._row.add(self._clear)
        self._row.add(self.again)
        layout = column(self, gap=Space.S)
        for part in (self._title, self._lead, *self.questions.values(), self.stop, self._row):
            layout.addWidget(part)
        for about, question in self.questions.items():
            question.answered.connect(partial(self._answered, about))
            question.again.clicked.connect(self._lay_out)
        self.stop.stopped.connect(self.stopped)
        self.again.clicked.connect(self._ask_again)
        self._lay_out()
        self.retranslate()

    def render_state(self, state: MandatePage) -> None:
        """Show a state; another visit is asked anew."""
        if state.visit != self._state.visit or state.capacity != self._state.capacity:
            self._asking = False
            for question in self.questions.values():
                question.forget()
        if state.visit != self._state.visit:
            self.stop.forget()
        was_stopped = self.stop.isVisible() and self._state.capacity is None
        self._state = state
        self._lay_out()
        self.retranslate()
        if was_stopped and state.capacity not in (None, CapacityAnswer.CLEAR):
            self.again.setFocus()

    @property
    def is_clear(self) -> bool:
        """Whether a mandate may be drawn up."""
        return self._state.capacity is CapacityAnswer.CLEAR and not self._asking

    def take_focus(self) -> None:
        """Put the focus on the first question that is open."""
        for question in self.questions.values():
            if question.isVisibleTo(self) and question.said is None:
                question.rows.take_focus()
                return
        if not self.stop.reason.isHidden() and self.stop.isVisibleTo(self) and self.stop.stop.isVisibleTo(self):
            self.stop.reason.setFocus()
        else:
            self.again.setFocus()

    def retranslate(self) -> None:
        words = self.words
        self._title.setText(words.text("Before a mandate"))
        self._lead.setText(words.text("Look at the citizen, not only at the papers. Any “no” stops here."))
        self._clear.setText(words.text("Nothing stands against a mandate"))
        self.again.setText(words.text("Ask again"))
        self.again.setAccessibleDescription(words.text("Before a mandate"))

    @property
    def _against(self) -> CapacityAnswer | None:
        """What was answered with no now, or was kept."""
        kept = self._state.capacity
        if not self._asking and kept is not None and kept is not CapacityAnswer.CLEAR:
            return kept
        return next((about for about, each in self.questions.items() if each.said == NO), None)

    @Slot()
    def _lay_out(self) -> None:
        """The answered ones, then the first open one."""
        done = self._state.capacity is not None and not self._asking
        shown = not done
        for question in self.questions.values():
            question.setVisible(shown)
            shown = shown and question.said == YES
        against = self._against
        self.stop.show_stop(against, self._state)
        self.stop.setVisible(against is not None)
        self._lead.setVisible(not done)
        self._row.setVisible(done)
        self._clear.setVisible(self.is_clear)

    @Slot()
    def _ask_again(self) -> None:
        self._asking = True
        for question in self.questions.values():
            question.forget()
        self._lay_out()
        self.take_focus()

    def _answered(self, _about: CapacityAnswer, said: str) -> None:
        self._lay_out()
        if said == NO:
            self.stop.reason.setFocus()
        elif all(question.said == YES for question in self.questions.values()):
            self._asking = False
            self.cleared.emit()
        else:
            self.take_focus()
