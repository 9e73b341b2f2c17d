"""Who works here signs in with a PIN, or comes back to a desk that they locked. What is typed is never kept."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desk.model.ids import MemberId
from desk.model.role import Role as DeskRole
from desk.model.staff import MOST_DIGITS, Member
from i18n.role_words import role_name, role_told
from i18n.translator import Translator
from ui.messages import words_of
from ui.screens.sign_in.state import SigningIn, SignInState
from ui.speaking import Speaking
from ui.theme.roles import Role
from ui.theme.tokens import Space
from ui.widgets.buttons import BusyButton
from ui.widgets.choice_field import ChoiceField
from ui.widgets.form_row import FormRow
from ui.widgets.layouts import column
from ui.widgets.line_field import LineField
from ui.widgets.scroll import ScrollColumn
from ui.widgets.text import Text
from ui.widgets.wrap_row import WrapRow


class SignInScreen(Speaking, QWidget):
    """Renders a ``SignInState``."""

    signed_in = Signal(object)
    """Somebody chose who they are and typed a PIN (``SigningIn``)."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._state = SignInState()
        self._title, self._told, self._other = Text(Role.TITLE), Text(), Text(Role.ATTENTION)
        self.member, self.role, self.pin = ChoiceField(), ChoiceField(), LineField(MOST_DIGITS + 4)
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self.pin.setMaxLength(MOST_DIGITS)
        self._member_row, self._role_row, self._pin_row = (
            FormRow(self.member),
            FormRow(self.role),
            FormRow(self.pin),
        )
        self.open = BusyButton(Role.PRIMARY)
        scroll = ScrollColumn(gap=Space.M, edge=Space.XXL)
        column(self).addWidget(scroll)
        ways = WrapRow()
        ways.add(self.open)
        for part in (self._title, self._told, self._member_row, self._role_row, self._pin_row, self._other, ways):
            scroll.column.addWidget(part)
        scroll.column.addStretch(1)
        self.member.activated.connect(self._member_picked)
        self.role.activated.connect(self._role_picked)
        self.pin.returnPressed.connect(self._open)
        self.open.clicked.connect(self._open)
        self.retranslate()

    def render_state(self, state: SignInState) -> None:
        """Show a state; who was chosen stays chosen while only the error is another."""
        anew = (state.members, state.expected, state.left) != (
            self._state.members,
            self._state.expected,
            self._state.left,
        )
        self._state = state
        self.open.set_busy(state.busy)
        if anew:
            self._fill_members(state.expected)
        self.retranslate()

    def take_focus(self) -> None:
        """Put the focus on the PIN: who works here is mostly who did last."""
        (self.pin if self._chosen is not None else self.member).setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.pin.clear()

    def retranslate(self) -> None:
        words, state = self.words, self._state
        locked = state.left is not None
        self._title.setText(words.text("The desk is locked") if locked else words.text("Sign in"))
        self._told.say(
            words.text("The visit is as you left it. Nothing is lost.")
            if locked
            else words.text("Each of you works in your own name: what is done here is told in the journal.")
        )
        self._member_row.set_words(words.text("Who works here"))
        self._fill_roles()
        role = self.role.currentData()
        self._role_row.set_words(words.text("In which role"), role_told(words, role) if role is not None else "")
        self._role_row.setVisible(self.role.count() > 1)
        self._pin_row.set_words(words.text("PIN"))
        error = words_of(self._translator, state.error) if state.error is not None else None
        self._pin_row.set_error(" ".join(part for part in (error.what, error.what_to_do) if part) if error else "")
        self._other.say(self._of_another())
        self.open.set_words(words.text("Open") if locked else words.text("Sign in"), words.text("One moment …"))

    @property
    def _chosen(self) -> Member | None:
        identity = self.member.currentData()
        return next((each for each in self._state.members if each.id == identity), None)

    def _of_another(self) -> str:
        """What becomes of the visit at hand when it is somebody else, or another role."""
        words, left, chosen = self.words, self._state.left, self._chosen
        if left is None or left.visit is None or chosen is None:
            return ""
        if (chosen.id, self.role.currentData()) == (left.member, left.role.value):
            return ""
        if left.unkept:
            return words.text("Visit {n} is stored nowhere: it ends when you sign in.", n=left.visit)
        return words.text(
            "Visit {n} of {name} is put away first. It is found at the counter.", n=left.visit, name=left.name
        )

    def _fill_members(self, expected: MemberId | None) -> None:
        self.member.clear()
        for each in self._state.members:
            self.member.addItem(each.name, each.id)
        self.member.setCurrentIndex(max(0, self.member.findData(expected)))
        self.role.clear()

    def _fill_roles(self) -> None:
        """The roles of who is chosen; the one they had, when they come back."""
        words, chosen, left = self.words, self._chosen, self._state.left
        before = self.role.currentData()
        if before is None and left is not None and chosen is not None and chosen.id == left.member:
            before = left.role.value
        self.role.clear()
        for role in chosen.roles if chosen is not None else ():
            self.role.addItem(role_name(words, role), role.value)
        self.role.setCurrentIndex(max(0, self.role.findData(before)))

    @Slot(int)
    def _member_picked(self, _place: int) -> None:
        self.role.clear()
        self.pin.clear()
        self.retranslate()

    @Slot(int)
    def _role_picked(self, _place: int) -> None:
        self.retranslate()

    @Slot()
    def _open(self) -> None:
        chosen = self._chosen
        if self._state.busy or chosen is None:
            return
        if not self.pin.text():
            self.pin.setFocus()
            return
        typed = self.pin.text()
        self.pin.clear()
        self.signed_in.emit(SigningIn(chosen.id, DeskRole(self.role.currentData()), typed))
