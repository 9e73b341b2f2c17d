"""Who works at this desk, in which roles: a list, a form for a colleague, and one's own PIN."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from desk.model.ids import MemberId
from desk.model.staff import Member
from desk.usecases.idle_time import MINUTES
from i18n.language import Language
from i18n.role_words import role_name
from i18n.translator import Translator
from ui.messages import words_of
from ui.screens.catalogue.lines_card import CardLine, LinesCard, Way
from ui.screens.point.staff_form import StaffForm
from ui.screens.point.staff_state import StaffState
from ui.speaking import Speaking
from ui.theme.roles import Role
from ui.theme.tokens import Space
from ui.widgets.buttons import LinkButton
from ui.widgets.choice_field import ChoiceField
from ui.widgets.form_row import FormRow
from ui.widgets.layouts import column
from ui.widgets.text import Text

_CHANGE, _PIN, _RETIRE = "change", "pin", "retire"


class StaffPart(Speaking, QWidget):
    """Renders a ``StaffState``; what is typed stays until it is written down."""

    retired = Signal(str)
    """A colleague does not work here any longer (their id)."""
    minutes_picked = Signal(int)
    """Lock an empty desk after so many minutes."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._state = StaffState()
        self._title, self._told, self._wrong = Text(Role.HEADING), Text(Role.MUTED), Text(Role.ERROR)
        self.list = LinesCard()
        self.more = LinkButton()
        self.more.setCheckable(True)
        self.form = StaffForm(translator)
        self.minutes = ChoiceField()
        self._minutes_row = FormRow(self.minutes)
        layout = column(self, gap=Space.M)
        for part in (self._title, self._told, self.list, self._wrong, self.more, self.form, self._minutes_row):
            layout.addWidget(part)
        self.form.hide()
        self.more.toggled.connect(self._toggled)
        self.list.pressed.connect(self._pressed)
        self.minutes.activated.connect(self._minutes_picked)
        self.retranslate()

    def render_state(self, state: StaffState) -> None:
        """Show a state; when something was written down, the form is done with."""
        if state.kept != self._state.kept:
            self._close_form()
        self._state = state
        self.retranslate()

    def retranslate(self) -> None:
        words, state = self.words, self._state
        self._title.setText(words.text("Who works here"))
        self._told.setText(self._what_it_means())
        lines = [self._line(each) for each in state.members if not each.retired]
        self.list.show_lines(lines, words.text("Nobody is written down."))
        self.more.setText(words.text("Write down a colleague"))
        self.more.setVisible(state.keeps_staff)
        told = words_of(self._translator, state.error) if state.error is not None else None
        error = " ".join(part for part in (told.what, told.what_to_do) if part) if told is not None else ""
        self.form.set_error(error if self.form.isVisible() else "")
        self._wrong.say("" if self.form.isVisible() else error)
        self._minutes_row.set_words(
            words.text("Lock the desk when nobody is there"),
            words.text("A minute before it says so. A key, the mouse or a touch keeps it open."),
        )
        self.minutes.clear()
        for minutes in MINUTES:
            self.minutes.addItem(words.ntext("after {n} minute", "after {n} minutes", minutes), minutes)
        self.minutes.setCurrentIndex(max(0, self.minutes.findData(state.minutes)))
        self.minutes.setEnabled(state.sets_up)

    def _what_it_means(self) -> str:
        words, state = self.words, self._state
        if not state.members:
            return words.text(
                "Nobody signs in: whoever opens this desk may do everything at it. Once somebody is written down, "
                "everybody signs in with a PIN. Begin with a supervisor."
            )
        if not state.keeps_staff:
            return words.text("A supervisor keeps this list. Your own PIN you can change yourself.")
        return words.text("Everybody signs in with a PIN of their own. What a role does not cover is not done in it.")

    def _line(self, member: Member) -> CardLine:
        words, state = self.words, self._state
        small = [", ".join(Language(each).endonym for each in member.languages)] if member.languages else []
        small += [words.text("signed in")] if member.id == state.me else []
        small += [words.text("has no PIN yet")] if not member.pin else []
        ways = []
        if state.keeps_staff:
            ways.append(Way(f"{_CHANGE} {member.id}", words.text("Change")))
        if state.keeps_staff or member.id == state.me:
            ways.append(Way(f"{_PIN} {member.id}", words.text("Another PIN")))
        if state.keeps_staff:
            ways.append(Way(f"{_RETIRE} {member.id}", words.text("Does not work here any longer")))
        roles = ", ".join(role_name(words, role) for role in member.roles)
        return CardLine(member.name, roles, " · ".join(small), tuple(ways))

    @Slot(bool)
    def _toggled(self, opened: bool) -> None:
        self.form.setVisible(opened)
        if opened:
            self.form.begin(None, first=not self._state.members)

    @Slot(str)
    def _pressed(self, key: str) -> None:
        way, _, identity = key.partition(" ")
        member = next((each for each in self._state.members if each.id == MemberId(identity)), None)
        if member is None:
            return
        if way == _RETIRE:
            self.retired.emit(identity)
            return
        self.form.show()
        self.form.begin(member, pin_alone=way == _PIN)

    def _close_form(self) -> None:
        had_focus = QApplication.focusWidget() in self.form.findChildren(QWidget)
        self.form.empty()
        self.form.hide()
        self.more.setChecked(False)
        if had_focus:
            (self.more if self.more.isVisible() else self.minutes).setFocus()

    @Slot(int)
    def _minutes_picked(self, _place: int) -> None:
        self.minutes_picked.emit(int(self.minutes.currentData()))
