"""How a step stands, as a form: whose turn, how far, the reference number, the days, and what blocked it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desk.model.follow_up import Blocker, Progress, StepFollowed, StepOwner
from desk.model.ids import StepId
from desk.model.plan import PlanStep
from desk.usecases.standing_plan import progress_of
from i18n.translator import Translator
from ui.follow_up_words import BLOCKERS, OWNERS, PROGRESS
from ui.screens.follow_up.state import ProgressWish
from ui.speaking import Speaking
from ui.theme.roles import Role
from ui.theme.tokens import Space
from ui.widgets.buttons import button
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.day_field import DayField
from ui.widgets.form_row import FormRow
from ui.widgets.layouts import column, row
from ui.widgets.line_field import LineField
from ui.widgets.text import Text
from ui.widgets.wrap_row import WrapRow


class ProgressForm(Speaking, QWidget):
    """Shows what is stored; what is typed leaves with the button."""

    wished = Signal(object)
    """Store it (``ProgressWish``)."""

    def __init__(self, translator: Translator, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._step: StepId | None = None
        self._shown: StepFollowed | None = None
        self._proposed: date | None = None
        self.progress, self.owner, self.blocked = ChoiceRow(Progress), ChoiceRow(StepOwner), ChoiceRow(Blocker)
        self.reference = LineField(24)
        self._reference_row = FormRow(self.reference)
        self.sent, self.expected = DayField(translator, today), DayField(translator, today)
        self._waiting = Text(Role.MUTED)
        self.save = button(Role.PRIMARY)
        self._build()
        self.progress.list.activated.connect(self._progress_chosen)
        self.save.clicked.connect(self._save)
        self._today = today
        self.retranslate()

    def show_step(self, step: PlanStep, proposed: date | None) -> None:
        """Show how a step stands; what is being typed is not taken away by what is stored elsewhere."""
        stand = step.stand
        now = StepFollowed(StepOwner.CITIZEN, progress_of(step))
        if stand is not None:
            now = StepFollowed(
                stand.owner, stand.progress, stand.reference, stand.sent_on, stand.expected_on, stand.blocked
            )
        self._proposed = proposed
        if step.id == self._step and now == self._shown:
            return
        self._step, self._shown = step.id, now
        self.progress.choose(now.progress)
        self.owner.choose(now.owner)
        self.blocked.choose(now.blocked)
        self.reference.setText(now.reference)
        self.sent.show_day(now.sent_on)
        self.expected.show_day(now.expected_on)
        self._fit()

    def focus_first(self) -> None:
        """Put the focus on the first choice."""
        self.progress.list.setFocus()

    def retranslate(self) -> None:
        words = self.words
        self.progress.set_words(words.text("How far it is"))
        self.owner.set_words(words.text("Whose turn it is"))
        self.blocked.set_words(words.text("What blocked it"))
        self._reference_row.set_words(words.text("The agency's reference number"))
        self.sent.set_words(words.text("Day of sending"))
        self.expected.set_words(words.text("An answer is expected by"))
        self.progress.set_choices({each: words.ptext(*name) for each, name in PROGRESS.items()})
        self.owner.set_choices({each: words.ptext(*name) for each, name in OWNERS.items()})
        self.blocked.set_choices(
            {each: words.ptext(*name) for each, name in BLOCKERS.items()}, none=words.text("Nothing")
        )
        self.save.setText(words.text("Keep how it stands"))
        self._fit()

    def _told_of_waiting(self) -> str:
        if self._proposed is not None:
            return self.words.text("The day of the answer is proposed from the usual waiting time.")
        return self.words.text("How long it takes is not known here: ask the agency, or look on its website.")

    def _build(self) -> None:
        layout = column(self, gap=Space.S)
        for group in ((self.progress, self.owner, self.blocked), (self._reference_row, self.sent, self.expected)):
            line = WrapRow()
            for part in group:
                line.add(part)
            layout.addWidget(line)
        layout.addWidget(self._waiting)
        ways = row()
        ways.addWidget(self.save)
        ways.addStretch(1)
        layout.addLayout(ways)

    @Slot()
    def _progress_chosen(self) -> None:
        """What is with an agency is the agency's turn, was sent today at the latest, and has its usual time."""
        if self.progress.chosen is Progress.WAITING:
            self.owner.choose(StepOwner.AGENCY)
            if not self.sent.line.text():
                self.sent.show_day(self._today())
            if not self.expected.line.text() and self._proposed is not None:
                self.expected.show_day(self._proposed)
        self._fit()

    def _fit(self) -> None:
        """Only what waits has a day on which an answer is expected."""
        self.expected.setVisible(self.progress.chosen is Progress.WAITING)
        self._waiting.say(self._told_of_waiting() if self.progress.chosen is Progress.WAITING else "")

    @Slot()
    def _save(self) -> None:
        sent, expected = self.sent.read(), self.expected.read()
        if self._step is None or not sent.ok or not expected.ok:
            return
        progress = self.progress.chosen or Progress.TO_DO
        waits = progress is Progress.WAITING
        if waits and expected.day is None:
            self.expected.set_error(self.words.text("Write the day on which you ask if nothing has come."))
            self.expected.line.setFocus()
            return
        followed = StepFollowed(
            owner=self.owner.chosen or StepOwner.CITIZEN,
            progress=progress,
            reference=self.reference.text(),
            sent_on=sent.day,
            expected_on=expected.day,
            blocked=self.blocked.chosen,
        )
        self.wished.emit(ProgressWish(self._step, followed))
