"""What came of a step, as a form: granted, refused, partly; and up to when a change can be asked for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desk.model.follow_up import NEGATIVE, Result, StepResult
from desk.model.ids import StepId
from desk.model.plan import PlanStep
from i18n.translator import Translator
from ui.follow_up_words import RESULTS
from ui.screens.follow_up.state import ResultWish
from ui.speaking import Speaking
from ui.theme.roles import Role
from ui.theme.tokens import Space
from ui.widgets.buttons import button
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.day_field import DayField
from ui.widgets.layouts import column
from ui.widgets.text import Text
from ui.widgets.typed_dates import DateBounds
from ui.widgets.wrap_row import WrapRow


class ResultForm(Speaking, QWidget):
    """Shows what was told; what is chosen leaves with the button."""

    wished = Signal(object)
    """Store it (``ResultWish``)."""

    def __init__(self, translator: Translator, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator, self._today = translator, today
        self._step: StepId | None = None
        self._shown: StepResult | None = None
        self.title = Text(Role.STRONG)
        self.result = ChoiceRow(Result)
        self.on, self.act_by = DayField(translator, today), DayField(translator, today)
        self._change = Text(Role.ATTENTION)
        self.tell, self.mistake, self.act_done = button(), button(Role.QUIET), button()
        self._build()
        self.retranslate()

    def show_step(self, step: PlanStep) -> None:
        """Show what was decided of a step."""
        stand = step.stand
        told = None
        if stand is not None and stand.result is not None and stand.decided_on is not None:
            told = StepResult(stand.result, stand.decided_on, stand.act_by, stand.act_done)
        if step.id != self._step or told != self._shown:
            self._step, self._shown = step.id, told
            self.result.choose(told.result if told is not None else Result.GRANTED)
            self.on.show_day(told.on if told is not None else None)
            self.act_by.show_day(told.act_by if told is not None else None)
        self._fit()

    def retranslate(self) -> None:
        words = self.words
        self.title.setText(words.text("What came of it"))
        self.result.set_words(words.text("The agency's decision"))
        self.result.set_choices({each: words.ptext(*name) for each, name in RESULTS.items()})
        self.on.set_words(words.text("Day of the decision"))
        self.act_by.set_words(
            words.text("Last day to ask for a change"),
            words.text("Read it in the decision; empty when it is not known"),
        )
        self._change.setText(
            words.text("The decision says how to ask for a change and by when. Check it with the agency.")
        )
        self.tell.setText(words.text("Keep the decision"))
        self.mistake.setText(words.text("Told by mistake: take it away"))
        self.act_done.setText(words.text("A change was asked for, or the citizen lets it be"))

    def _build(self) -> None:
        layout = column(self, gap=Space.S)
        layout.addWidget(self.title)
        for group in (
            (self.result, self.on),
            (self.act_by,),
            (self.tell, self.act_done, self.mistake),
        ):
            line = WrapRow()
            for part in group:
                line.add(part)
            layout.addWidget(line)
        layout.insertWidget(2, self._change)  # of its own width: it wraps
        self.result.list.activated.connect(self._fit)
        self.tell.clicked.connect(self._tell)
        self.mistake.clicked.connect(self._take_away)
        self.act_done.clicked.connect(self._settle)

    @Slot()
    def _fit(self) -> None:
        negative = self.result.chosen in NEGATIVE
        self._change.setVisible(negative)
        self.act_by.setVisible(negative)
        told = self._shown
        self.mistake.setVisible(told is not None)
        self.act_done.setVisible(told is not None and told.result in NEGATIVE and not told.act_done)

    @Slot()
    def _tell(self) -> None:
        result = self.result.chosen or Result.UNKNOWN
        on, act_by = self.on.read(DateBounds(latest=self._today())), self.act_by.read()
        if self._step is None or not on.ok or not act_by.ok:
            return
        by = act_by.day if result in NEGATIVE else None
        told = StepResult(result, on.day or self._today(), by)
        self.wished.emit(ResultWish(self._step, told))

    @Slot()
    def _take_away(self) -> None:
        if self._step is not None:
            self.wished.emit(ResultWish(self._step, None))

    @Slot()
    def _settle(self) -> None:
        told = self._shown
        if self._step is not None and told is not None:
            self.wished.emit(ResultWish(self._step, StepResult(told.result, told.on, told.act_by, act_done=True)))
