"""How long a mandate lasts and how it is given, and the button that draws it up."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desk.model.mandate import Lasting, MandateForm
from i18n.translator import NP_, Translator
from ui.mandate_words import FORMS, LASTING
from ui.screens.mandate.errors import error_words
from ui.screens.mandate.state import MandatePage
from ui.speaking import Speaking
from ui.theme.roles import Role
from ui.theme.tokens import Space
from ui.widgets.buttons import LinkButton, button
from ui.widgets.form_row import FormRow
from ui.widgets.layouts import column
from ui.widgets.line_field import LineField
from ui.widgets.radio_rows import Option, RadioRows
from ui.widgets.text import Text
from ui.widgets.typed_dates import DateBounds, read_date
from ui.widgets.wrap_row import WrapRow

SAID_OF_FORM = {
    MandateForm.PAPER: NP_(
        "said of a form of mandate", "Two copies are printed: one for the citizen, one for the desk. Both are signed."
    ),
    MandateForm.SCREEN: NP_(
        "said of a form of mandate",
        "The citizen signs with a finger, a pen or a mouse and gets a copy on paper. Without them, take paper.",
    ),
    MandateForm.SPOKEN: NP_(
        "said of a form of mandate",
        "Weak, and ends soon: read the lines aloud, let the citizen repeat them, and have it signed at the next visit.",
    ),
    MandateForm.REGISTER: NP_(
        "said of a form of mandate",
        "The citizen gives it in Suomi.fi themselves. Not every authority takes it in every channel: look at the step.",
    ),
}


_FORMS = (MandateForm.PAPER, MandateForm.SCREEN, MandateForm.REGISTER, MandateForm.SPOKEN)
"""The usual one first, and last the one that is there on the telephone alone."""


class TermsPart(Speaking, QWidget):
    """What is picked stays until it is drawn up."""

    drawn = Signal()
    """Draw it up with what is ticked."""
    person_requested = Signal()
    """Write down who the citizen is."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._state = MandatePage()
        self._day_wrong = False
        self._lasting_title, self._form_title = Text(Role.HEADING), Text(Role.HEADING)
        self.lasting = RadioRows(translator, [Option(each.value, "") for each in Lasting], may_be_unsaid=False)
        self.form = RadioRows(translator, [Option(each.value, "") for each in _FORMS], may_be_unsaid=False)
        self.day = LineField(14)
        self._day_row = FormRow(self.day)
        self._cap, self._form_said = Text(Role.MUTED), Text(Role.MUTED)
        self._giver, self._no_giver, self._error = Text(), Text(Role.ATTENTION), Text(Role.ERROR)
        self.person = LinkButton()
        self.draw = button(Role.PRIMARY)
        self._build()
        self.forget()
        self.retranslate()

    def render_state(self, state: MandatePage) -> None:
        """Show a state; what is picked stays."""
        self._state = state
        if not state.by_phone and self.form.chosen == MandateForm.SPOKEN:
            self.form.show_said(MandateForm.PAPER.value)
        self.retranslate()

    def forget(self) -> None:
        """Nothing is picked but what is usual."""
        self.lasting.show_said(Lasting.THIS_VISIT.value)
        self.form.show_said(MandateForm.PAPER.value)
        self.day.setText("")
        self._day_wrong = False
        self._fold()

    def take_focus(self) -> None:
        """Put the focus on how long it lasts."""
        self.lasting.take_focus()

    @property
    def lasts(self) -> Lasting:
        """How long it shall last."""
        return Lasting(self.lasting.chosen or Lasting.THIS_VISIT.value)

    @property
    def given_as(self) -> MandateForm:
        """How it is given."""
        return MandateForm(self.form.chosen or MandateForm.PAPER.value)

    def last_day(self) -> date | None:
        """The day that was typed; ``None`` when it is no day, or none is asked for."""
        if self.lasts is not Lasting.UNTIL_DAY:
            return None
        found = read_date(self.day.text().strip(), self._state.today, DateBounds(), {})
        return found if isinstance(found, date) else None

    def check(self) -> bool:
        """Tell whether it can be drawn up; what is wrong is said where it is, and has the focus."""
        self._day_wrong = self.lasts is Lasting.UNTIL_DAY and self.last_day() is None
        self.retranslate()
        if self._day_wrong:
            self.day.setFocus()
        return not self._day_wrong

    def retranslate(self) -> None:
        words, formats, state = self.words, self._translator.formats, self._state
        self._lasting_title.setText(words.text("How long"))
        self.lasting.set_labels([Option(each.value, words.ptext(*LASTING[each])) for each in Lasting])
        self.lasting.set_question(self._lasting_title.text(), "")
        latest = state.policy.latest(self.given_as, state.today) if state.visit is not None else state.today
        cap = words.text(
            "At most until {day}, this service point's own rule. Every line ends at once when it is withdrawn.",
            day=formats.short_date(latest),
        )
        self._cap.setText(words.text("It ends today.") if self.lasts is Lasting.THIS_VISIT else cap)
        example = formats.short_date(latest)
        self._day_row.set_words(words.text("Last day"), words.text("For example {date}.", date=example))
        no_day = words.text("Write the date as day.month.year, for example {date}.", date="31.12.2026")
        at_day = error_words(self._translator, state, "last_day")
        self._day_row.set_error(no_day if self._day_wrong else at_day)
        self._form_title.setText(words.text("How it is given"))
        self.form.set_labels([Option(each.value, words.ptext(*FORMS[each])) for each in _FORMS])
        self.form.set_question(self._form_title.text(), "")
        spoken = self.form.row(MandateForm.SPOKEN.value)
        spoken.setVisible(state.by_phone)
        spoken.setEnabled(state.by_phone)
        self._form_said.setText(words.ptext(*SAID_OF_FORM[self.given_as]))
        self._giver.say(words.text("The mandate is given by {name}.", name=state.giver) if state.giver else "")
        self._no_giver.say(
            "" if state.giver else words.text("A mandate needs the citizen's name, which is not known yet.")
        )
        self.person.setText(words.text("Write down who the citizen is"))
        self.person.setVisible(not state.giver)
        self._error.say(error_words(self._translator, state, "drawing"))
        self.draw.setText(words.text("Draw up the mandate"))
        self.draw.setEnabled(bool(state.giver and state.proposed))

    def _build(self) -> None:
        layout = column(self, gap=Space.S)
        buttons = WrapRow()
        buttons.add(self.draw)
        for part in (self._lasting_title, self.lasting, self._day_row, self._cap):
            layout.addWidget(part)
        layout.addSpacing(Space.M)
        for part in (self._form_title, self.form, self._form_said):
            layout.addWidget(part)
        layout.addSpacing(Space.M)
        for last in (self._giver, self._no_giver, self.person, self._error, buttons):
            layout.addWidget(last)
        self.lasting.said.connect(self._lasting_said)
        self.form.said.connect(self.retranslate)
        self.day.returnPressed.connect(self.drawn)
        self.draw.clicked.connect(self.drawn)
        self.person.clicked.connect(self.person_requested)

    @Slot()
    def _lasting_said(self) -> None:
        self._fold()
        self.retranslate()
        if self.lasts is Lasting.UNTIL_DAY:
            self.day.setFocus()

    def _fold(self) -> None:
        self._day_row.setVisible(self.lasts is Lasting.UNTIL_DAY)
