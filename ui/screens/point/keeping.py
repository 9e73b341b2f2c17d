"""How long this desk keeps what it keeps, its backups, and when the casebook was last looked at as a whole."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desk.model.hours import HELSINKI
from i18n.formats import Formats
from i18n.translator import Translator
from ui.keeping_day import KeepingState
from ui.messages import words_of
from ui.speaking import Speaking
from ui.theme.roles import Role
from ui.theme.tokens import Space
from ui.widgets.buttons import button
from ui.widgets.choice_field import ChoiceField
from ui.widgets.form_row import FormRow
from ui.widgets.layouts import column
from ui.widgets.text import Text
from ui.widgets.wrap_row import WrapRow

CHOICES = {
    "months": (0, 1, 3, 6, 12),
    "receipt_years": (1, 2, 3, 5, 10),
    "log_years": (2, 3, 4, 5),
    "copy_days": (1, 3, 7, 14, 30),
}


class KeepingPart(Speaking, QWidget):
    """Renders a ``KeepingState``; what is picked leaves at once."""

    time_picked = Signal(str, int)
    """Something is kept for another time: its name, and how many months, years or days."""
    copy_wanted = Signal()
    check_wanted = Signal()

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._state = KeepingState()
        self._title, self._told, self._not_here = Text(Role.HEADING), Text(Role.MUTED), Text(Role.ATTENTION)
        self.fields = {name: ChoiceField() for name in CHOICES}
        self._rows = {name: FormRow(field) for name, field in self.fields.items()}
        self._copies, self._checked, self._wrong = Text(), Text(), Text(Role.ATTENTION)
        self.copy, self.check = button(), button()
        layout = column(self, gap=Space.M)
        texts = (self._copies, self._checked, self._wrong)
        for part in (self._title, self._told, self._not_here, *self._rows.values(), *texts):
            layout.addWidget(part)
        buttons = WrapRow()
        for each in (self.copy, self.check):
            buttons.add(each)
        layout.addWidget(buttons)
        for name, field in self.fields.items():
            field.activated.connect(lambda _place, name=name: self._pick(name))
        self.copy.clicked.connect(self.copy_wanted)
        self.check.clicked.connect(self.check_wanted)
        self.retranslate()

    def render_state(self, state: KeepingState) -> None:
        """Show a state."""
        self._state = state
        for field in self.fields.values():
            field.setEnabled(state.may)
        self.copy.setVisible(state.may)
        self.retranslate()

    def retranslate(self) -> None:
        words, state = self.words, self._state
        self._title.setText(words.text("What is kept, and for how long"))
        self._told.setText(
            words.text("What has had its time is erased by itself. Digital support keeps nothing about anyone.")
        )
        self._not_here.say(
            "" if state.may else words.text("In your role these are not changed here: a supervisor does that.")
        )
        self._rows["months"].set_words(
            words.text("Kept plans, after their last day"), words.text("Never longer than 24 months in all.")
        )
        self._rows["receipt_years"].set_words(words.text("Receipts of documents"))
        self._rows["log_years"].set_words(
            words.text("Log of the desk"), words.text("Who read what. Nothing that a citizen said is in it.")
        )
        self._rows["copy_days"].set_words(
            words.text("Backups"), words.text("One is made each day. What drafts say is not in them.")
        )
        self._fill()
        self._copies.setText(self._words_of_copies())
        self._checked.setText(self._words_of_check())
        error = words_of(self._translator, state.error) if state.error is not None else None
        self._wrong.say(f"{error.what} {error.what_to_do}" if error is not None else "")
        self.copy.setText(words.text("Make a backup now"))
        self.check.setText(words.text("Look at everything now"))

    def _fill(self) -> None:
        words, times = self.words, self._state.times
        now = {
            "months": times.plan(None).months if not times.plans else max(time.months for time in times.plans.values()),
            "receipt_years": times.receipt_years,
            "log_years": times.log_years,
            "copy_days": times.copy_days,
        }
        for name, field in self.fields.items():
            field.clear()
            for number in sorted({*CHOICES[name], now[name]}):
                if name == "months":
                    label = words.ntext("{n} month", "{n} months", number)
                elif name == "copy_days":
                    label = words.ntext("{n} day", "{n} days", number)
                else:
                    label = words.ntext("{n} year", "{n} years", number)
                field.addItem(label, number)
            field.setCurrentIndex(field.findData(now[name]))

    def _words_of_copies(self) -> str:
        words, copies = self.words, self._state.copies
        if not copies:
            return words.text("There is no backup yet. The first one is made in a quiet moment.")
        formats, made = Formats(words.language), copies[-1].made.astimezone(HELSINKI)
        day = words.text("{day}, {time}", day=formats.short_date(made.date()), time=formats.time_of_day(made.time()))
        return words.ntext("{n} backup. Made last: {day}", "{n} backups. Made last: {day}", len(copies), day=day)

    def _words_of_check(self) -> str:
        words, past = self.words, self._state.checked
        if self._state.busy:
            return words.text("Working …")
        if past is None:
            return words.text("The casebook has not been looked at as a whole yet.")
        day = Formats(words.language).short_date(past.day)
        if past.found.is_whole:
            return words.text("Looked at as a whole on {day}: every page and every link is whole.", day=day)
        return words.text("Looked at as a whole on {day}: something is damaged.", day=day)

    @Slot(str)
    def _pick(self, name: str) -> None:
        self.time_picked.emit(name, int(self.fields[name].currentData()))
