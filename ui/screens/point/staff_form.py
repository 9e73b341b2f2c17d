"""A colleague as they are written down: name, roles, languages, PIN. Or another PIN alone."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desk.model.ids import MemberId
from desk.model.role import Role as DeskRole
from desk.model.staff import LEAST_DIGITS, LONGEST_NAME, MOST_DIGITS, Member
from desk.usecases.staff import MemberDraft
from i18n.language import CLERK_LANGUAGES
from i18n.role_words import role_name, role_told
from i18n.translator import Translator
from ui.screens.point.staff_state import MemberWritten
from ui.speaking import Speaking
from ui.theme.roles import Role
from ui.theme.tokens import Space
from ui.widgets.answer_row import CheckRow
from ui.widgets.buttons import button
from ui.widgets.form_row import FormRow
from ui.widgets.layouts import column
from ui.widgets.line_field import LineField
from ui.widgets.text import Text, plain_tip
from ui.widgets.tile_grid import TileGrid
from ui.widgets.wrap_row import WrapRow


class StaffForm(Speaking, QWidget):
    """One colleague at a time; what is typed as a PIN is never kept here."""

    written = Signal(object)
    """Write this one down (``MemberWritten``)."""
    pin_written = Signal(str, str)
    """Give this one (id) another PIN."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._member: Member | None = None
        self._pin_alone = False
        self._whose = Text(Role.STRONG)
        self.name, self.pin = LineField(40), LineField(MOST_DIGITS + 4)
        self.name.setMaxLength(LONGEST_NAME)
        self.pin.setMaxLength(MOST_DIGITS)
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self._name_row, self._pin_row = FormRow(self.name), FormRow(self.pin)
        self._roles_title, self._languages_title, self._error = Text(Role.STRONG), Text(Role.STRONG), Text(Role.ERROR)
        self.roles = {role: CheckRow() for role in DeskRole}
        self.languages = {language: CheckRow() for language in CLERK_LANGUAGES}
        self._role_grid, self._language_grid = TileGrid(), TileGrid()
        self._role_grid.set_tiles(tuple(self.roles.values()))
        self._language_grid.set_tiles(tuple(self.languages.values()))
        self.write = button(Role.PRIMARY)
        ways = WrapRow()
        ways.add(self.write)
        layout = column(self, gap=Space.M)
        parts: tuple[QWidget, ...] = (self._whose, self._name_row, self._roles_title, self._role_grid)
        parts += (self._languages_title, self._language_grid, self._pin_row, self._error, ways)
        for part in parts:
            layout.addWidget(part)
        self.write.clicked.connect(self._write)
        self.pin.returnPressed.connect(self._write)
        self.retranslate()

    def begin(self, member: Member | None, *, pin_alone: bool = False, first: bool = False) -> None:
        """Begin with a colleague, or with a new one; the first of all is a supervisor."""
        self._member, self._pin_alone = member, pin_alone
        self.pin.clear()
        self.name.setText(member.name if member is not None else "")
        roles = member.roles if member is not None else (DeskRole.SUPERVISOR,) if first else ()
        for role, tick in self.roles.items():
            tick.setChecked(role in roles)
        for language, tick in self.languages.items():
            tick.setChecked(member is not None and language in member.languages)
        self.set_error("")
        self.retranslate()
        (self.pin if pin_alone else self.name).setFocus()

    def empty(self) -> None:
        """Nothing stays in it."""
        self._member, self._pin_alone = None, False
        self.name.clear()
        self.pin.clear()
        self.set_error("")

    def set_error(self, error: str) -> None:
        """Say why it could not be written down."""
        self._error.say(error)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self.pin.clear()

    def retranslate(self) -> None:
        words, member = self.words, self._member
        self._whose.say(words.text("Another PIN for {name}", name=member.name) if self._pin_alone and member else "")
        self._name_row.set_words(words.text("Name of the colleague"))
        self._roles_title.setText(words.text("What they do here"))
        for role, tick in self.roles.items():
            tick.setText(role_name(words, role))
            tick.setAccessibleDescription(role_told(words, role))
            tick.setToolTip(plain_tip(role_told(words, role)))
        self._languages_title.setText(words.text("Languages they speak"))
        for language, tick in self.languages.items():
            tick.setText(language.endonym)
        told = words.text(
            "{least} to {most} digits, known to nobody else. It cannot be read from anywhere.",
            least=LEAST_DIGITS,
            most=MOST_DIGITS,
        )
        stays = words.text("Left empty, the PIN stays as it is.") if member is not None and not self._pin_alone else ""
        self._pin_row.set_words(words.text("PIN"), " ".join(part for part in (told, stays) if part))
        for shown in (self._name_row, self._roles_title, self._role_grid, self._languages_title, self._language_grid):
            shown.setVisible(not self._pin_alone)
        self.write.setText(words.text("Save") if member is not None else words.text("Write it down"))

    @Slot()
    def _write(self) -> None:
        pin, member = self.pin.text(), self._member
        if self._pin_alone and member is not None:
            self.pin_written.emit(member.id, pin)
            return
        roles = tuple(role for role, tick in self.roles.items() if tick.isChecked())
        languages = tuple(language for language, tick in self.languages.items() if tick.isChecked())
        identity = MemberId(member.id) if member is not None else None
        self.written.emit(MemberWritten(MemberDraft(self.name.text(), roles, languages), pin, identity))
