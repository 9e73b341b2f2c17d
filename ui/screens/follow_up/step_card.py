"""One step of a kept plan: closed it says how it stands; it opens in place, and is followed there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QWidget

from desk.errors import DeskError
from desk.model.follow_up import NEGATIVE, Progress
from desk.model.plan import PlanStand, PlanStep
from desk.usecases.standing_plan import progress_of
from i18n.error_text import error_text
from i18n.translator import Translator
from ui.follow_up_words import BLOCKERS, OWNERS, PROGRESS, RESULTS, TONES
from ui.screens.follow_up.progress_form import ProgressForm
from ui.screens.follow_up.result_form import ResultForm
from ui.speaking import Speaking
from ui.theme.roles import Role, set_role
from ui.theme.tokens import Space
from ui.widgets.card_button import CardButton
from ui.widgets.layouts import column, divider
from ui.widgets.text import Mark, Text


class FollowedCard(Speaking, QFrame):
    """Renders a step with how it stands; its forms are made when it is first opened."""

    progress_wished = Signal(object)
    """It stands otherwise (``ProgressWish``)."""
    result_wished = Signal(object)
    """Something was decided (``ResultWish``)."""
    opened = Signal()
    """It was opened or shut: there are other fields in it."""

    def __init__(self, translator: Translator, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator, self._today = translator, today
        self._step: PlanStep | None = None
        self._proposed: date | None = None
        self.progress: ProgressForm | None = None
        self.result: ResultForm | None = None
        set_role(self, Role.CARD)
        self.head = CardButton(Role.HEAD)
        self.head.setCheckable(True)
        self.head.toggled.connect(self._toggled)
        self._mark = Mark()
        self.head.marks.addWidget(self._mark)
        layout = column(self, gap=Space.XS, edge=1)
        layout.addWidget(self.head)
        self._body = QWidget()
        self._inside = column(self._body, gap=Space.M, edge=Space.M)
        self._what, self._change, self._silence = Text(), Text(), Text()
        self._error, self._stored = Text(Role.ERROR), Text(Role.DONE)
        for part in (self._what, self._change, self._silence, self._error, self._stored):
            self._inside.addWidget(part)
        layout.addWidget(self._body)
        self._body.hide()

    def show_step(self, step: PlanStep, proposed: date | None) -> None:
        """Show a step as it stands."""
        self._step, self._proposed = step, proposed
        if self.progress is not None and self.result is not None:
            self.progress.show_step(step, proposed)
            self.result.show_step(step)
        self.retranslate()

    def say(self, error: DeskError | None, *, stored: bool) -> None:
        """Say why something was not stored, or that it was."""
        told = error_text(self.words, error.id, error.details) if error is not None else None
        self._error.say(f"{told.what} {told.what_to_do}" if told is not None else "")
        self._stored.say(self.words.text("Kept.") if stored else "")

    def open(self) -> None:
        """Open in place."""
        self.head.setChecked(True)

    def retranslate(self) -> None:
        step = self._step
        if step is None:
            return
        words, progress = self.words, progress_of(step)
        title = f"{step.whose.text}: {step.title.text}" if step.whose is not None else step.title.text
        self._mark.setText(words.ptext(*PROGRESS[progress]))
        self._mark.set_tone(TONES[progress])
        line = self._in_a_line(step, progress)
        self.head.set_words(title, line, self._day(step, progress), spoken=f"{title}. {self._mark.text()}")
        self._what.say(step.what.text)
        change = step.stand.change if step.stand is not None else None
        self._change.say(change.text if change is not None else "")
        self._silence.say(self._when_silent(step, progress))

    def _in_a_line(self, step: PlanStep, progress: Progress) -> str:
        words, stand = self.words, step.stand
        parts = [step.agency]
        if stand is not None:
            if stand.result is not None:
                parts.append(self._decided(stand))
            elif progress is Progress.TO_DO:
                parts.append(words.text("turn: {owner}", owner=words.ptext(*OWNERS[stand.owner])))
            if stand.reference:
                parts.append(words.text("reference {number}", number=stand.reference))
            if stand.blocked is not None:
                parts.append(words.text("blocked: {what}", what=words.ptext(*BLOCKERS[stand.blocked])))
        return " · ".join(part for part in parts if part)

    def _decided(self, stand: PlanStand) -> str:
        words = self.words
        if stand.result is None or stand.decided_on is None:
            return ""
        result = words.ptext(*RESULTS[stand.result])
        day = self._translator.formats.short_date(stand.decided_on)
        if stand.lead_days is None:
            return words.text("{result} on {day}", result=result, day=day)
        return words.ntext(
            "{result} on {day}, {n} day after it was sent",
            "{result} on {day}, {n} days after it was sent",
            stand.lead_days,
            result=result,
            day=day,
        )

    def _day(self, step: PlanStep, progress: Progress) -> str:
        words, formats, stand = self.words, self._translator.formats, step.stand
        if stand is not None and stand.result in NEGATIVE and not stand.act_done:
            if stand.act_by is None:
                return words.text("The last day to ask for a change stands in the decision.")
            return words.text("A change can be asked for until {day}", day=formats.long_date(stand.act_by))
        if progress is Progress.WAITING and stand is not None and stand.expected_on is not None:
            return words.text("An answer is expected by {day}", day=formats.long_date(stand.expected_on))
        if progress is Progress.TO_DO and step.deadline is not None and step.deadline.day is not None:
            return words.text("By {day}", day=formats.long_date(step.deadline.day))
        return ""

    def _when_silent(self, step: PlanStep, progress: Progress) -> str:
        """What to do when nothing is heard: from the step's own texts and contacts, and nothing else."""
        stand, words = step.stand, self.words
        if progress is not Progress.WAITING or stand is None:
            return ""
        parts = [words.text("If nothing is heard: ask {agency}.", agency=step.agency)]
        if stand.phone is not None:
            hours = f" ({stand.phone.hours})" if stand.phone.hours else ""
            parts.append(words.text("Telephone {number}{hours}.", number=stand.phone.text, hours=hours))
        elif stand.url is not None:
            parts.append(stand.url.text)
        if stand.late is not None:
            parts.append(stand.late.text)
        return " ".join(parts)

    @Slot(bool)
    def _toggled(self, shown: bool) -> None:
        if shown and self.progress is None:
            self._make_forms()
        self._body.setVisible(shown)

        self.opened.emit()

    def _make_forms(self) -> None:
        self.progress = ProgressForm(self._translator, self._today)
        self.result = ResultForm(self._translator, self._today)
        self.progress.wished.connect(self.progress_wished)
        self.result.wished.connect(self.result_wished)
        for part in (self.progress, divider(), self.result):
            self._inside.addWidget(part)
        self._inside.addWidget(self._error)  # under what it is about
        self._inside.addWidget(self._stored)
        if self._step is not None:
            self.progress.show_step(self._step, self._proposed)
            self.result.show_step(self._step)
