"""The data folder's door: made at first start, opened by a passphrase, locked while the clerk is away."""

from __future__ import annotations

from enum import Enum, auto
from typing import NamedTuple

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desk.errors import DeskError, KeyringGone, WrongKey
from i18n.translator import Translator
from ui.messages import words_of
from ui.speaking import Speaking
from ui.theme.roles import Role
from ui.theme.tokens import Space
from ui.widgets.buttons import BusyButton, button
from ui.widgets.form_row import FormRow
from ui.widgets.layouts import column
from ui.widgets.line_field import LineField
from ui.widgets.scroll import ScrollColumn
from ui.widgets.text import Text
from ui.widgets.wrap_row import WrapRow

_KEY_IN_CHARACTERS = 78


class DoorKind(Enum):
    """Why the door is shut."""

    CREATE = auto()
    """First start: the passphrase is typed twice."""
    PASSPHRASE = auto()
    """The folder is opened by a passphrase."""
    LOCKED = auto()
    """The clerk went away; a key that is in the keyring opens it again."""
    LOCKED_PASSPHRASE = auto()
    """The clerk went away; the passphrase opens it again."""
    TROUBLE = auto()
    """The folder cannot be opened; the error says what to do."""
    RECOVER = auto()
    """The passphrase is lost: the recovery sheet opens, and a new passphrase is typed twice."""
    RECOVER_KEYRING = auto()
    """The keyring has lost the key: the recovery sheet gives it back."""


NEW_PASSPHRASE = (DoorKind.CREATE, DoorKind.RECOVER)
"""Where a passphrase is chosen, and typed twice."""
RECOVERING = (DoorKind.RECOVER, DoorKind.RECOVER_KEYRING)
"""Where the recovery key is typed."""


class DoorState(NamedTuple):
    """What stands at the door."""

    kind: DoorKind
    folder: str = ""
    error: DeskError | None = None
    busy: bool = False

    @property
    def sheet_helps(self) -> bool:
        """Whether the key may be lost, so that the recovery sheet is offered."""
        lost = isinstance(self.error, KeyringGone | WrongKey)
        return self.kind is DoorKind.PASSPHRASE or (self.kind is DoorKind.TROUBLE and lost)


class DoorScreen(Speaking, QWidget):
    """Renders a ``DoorState``. What is typed is never kept: the fields are emptied when it is handed over."""

    opened = Signal(str, str)
    """The passphrase, and its second typing (empty when it is asked once)."""
    recovered = Signal(str, str, str)
    """The recovery key, and the new passphrase twice (empty when none is asked for)."""
    sheet_wanted = Signal(bool)
    """Use the recovery sheet; false: leave it again."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._state = DoorState(DoorKind.PASSPHRASE)
        self._title, self._told, self._folder = Text(Role.TITLE), Text(), Text(Role.SMALL)
        self.key = FormRow(LineField(_KEY_IN_CHARACTERS))
        self.first, self.second = FormRow(_secret()), FormRow(_secret())
        self._what, self._remedy = Text(Role.ERROR), Text()
        self.open = BusyButton(Role.PRIMARY)
        self.show_typed = button(Role.QUIET)
        self.show_typed.setCheckable(True)
        self.use_sheet = button(Role.QUIET)
        scroll = ScrollColumn(gap=Space.M, edge=Space.XXL)
        column(self).addWidget(scroll)
        for part in (self._title, self._told, self.key, self.first, self.second, self._what, self._remedy):
            scroll.column.addWidget(part)
        ways = WrapRow()
        ways.add(self.open)
        ways.add(self.show_typed)
        ways.add(self.use_sheet)
        scroll.column.addWidget(ways)
        scroll.column.addWidget(self._folder)
        scroll.column.addStretch(1)
        for field in (_line(self.key), _line(self.first), _line(self.second)):
            field.returnPressed.connect(self._open)
        self.open.clicked.connect(self._open)
        self.show_typed.toggled.connect(self._show_typed)
        self.use_sheet.clicked.connect(self._sheet_wanted)
        self.retranslate()

    def render_state(self, state: DoorState) -> None:
        """Show a state."""
        self._state = state
        self.open.set_busy(state.busy)
        self.retranslate()

    def take_focus(self) -> None:
        """Put the focus on what is to be done."""
        asked = next((row for row in (self.key, self.first) if not row.isHidden()), None)
        (_line(asked) if asked is not None else self.open).setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        for part in (self.key, self.first, self.second):
            _line(part).clear()

    @property
    def _asks(self) -> bool:
        return self._state.kind in (*NEW_PASSPHRASE, DoorKind.PASSPHRASE, DoorKind.LOCKED_PASSPHRASE)

    def retranslate(self) -> None:
        words, state = self.words, self._state
        choosing, recovering = state.kind in NEW_PASSPHRASE, state.kind in RECOVERING
        title, told = self._greeting()
        self._title.setText(title)
        self._told.say(told)
        self.first.set_words(
            words.text("New passphrase") if state.kind is DoorKind.RECOVER else words.text("Passphrase"),
            words.text("Four or five words are good. It cannot be read from anywhere if it is forgotten.")
            if choosing
            else "",
        )
        self.second.set_words(words.text("The same passphrase again"))
        self.first.setVisible(self._asks)
        self.second.setVisible(choosing)
        self.key.set_words(words.text("Recovery key"), words.text("As it stands on the sheet. Spaces do not matter."))
        self.key.setVisible(recovering)
        self.use_sheet.setText(words.text("Back") if recovering else words.text("Open with the recovery key"))
        self.use_sheet.setVisible(recovering or state.sheet_helps)
        self.show_typed.setText(words.text("Show what I write"))
        self.show_typed.setVisible(self._asks)
        error = words_of(self._translator, state.error) if state.error is not None else None
        self._what.say(error.what if error is not None else "")
        self._remedy.say(" ".join(part for part in (error.where, error.what_to_do) if part) if error else "")
        self._folder.say(words.text("Data folder: {path}.", path=state.folder) if state.folder else "")
        self.open.set_words(self._action(), words.text("One moment …"))

    def _greeting(self) -> tuple[str, str]:
        words = self.words
        match self._state.kind:
            case DoorKind.CREATE:
                return words.text("Welcome to Palvelutiski"), words.text(
                    "Everything that is written at this desk is kept encrypted. Choose the passphrase that opens it. "
                    "A recovery sheet is made next: keep it in a safe."
                )
            case DoorKind.PASSPHRASE:
                return words.text("Open the desk"), words.text("Write the passphrase of this desk.")
            case DoorKind.RECOVER:
                return words.text("Open the desk by its recovery sheet"), words.text(
                    "Write the key from the sheet, and choose a new passphrase. Everything in the desk stays as it was."
                )
            case DoorKind.RECOVER_KEYRING:
                return words.text("Open the desk by its recovery sheet"), words.text(
                    "Write the key from the sheet: this computer's keyring gets it back. "
                    "Everything in the desk stays as it was."
                )
            case DoorKind.TROUBLE:
                return words.text("The desk cannot be opened now"), ""
            case _:
                return words.text("The desk is locked"), words.text("The visit is as you left it. Nothing is lost.")

    def _action(self) -> str:
        words = self.words
        if self._state.kind is DoorKind.CREATE:
            return words.text("Create the data folder")
        if self._state.kind is DoorKind.TROUBLE:
            return words.text("Try again")
        return words.text("Open")

    @Slot(bool)
    def _show_typed(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        for field in (_line(self.first), _line(self.second)):
            field.setEchoMode(mode)

    @Slot()
    def _open(self) -> None:
        if self._state.busy:
            return
        first, second = _line(self.first), _line(self.second)
        key, typed, again = _line(self.key), first.text(), second.text()
        if self._state.kind in NEW_PASSPHRASE:
            empty = next((field for field in (key, first, second) if field.isVisible() and not field.text()), None)
            if empty is not None and not self.open.hasFocus():
                empty.setFocus()
                return
        first.clear()
        second.clear()
        self.show_typed.setChecked(False)
        if self._state.kind in RECOVERING:
            self.recovered.emit(key.text(), typed, again)
        else:
            self.opened.emit(typed, again)

    @Slot()
    def _sheet_wanted(self) -> None:
        _line(self.key).clear()
        self.sheet_wanted.emit(self._state.kind not in RECOVERING)


def _secret() -> LineField:
    field = LineField(40)
    field.setEchoMode(QLineEdit.EchoMode.Password)
    return field


def _line(row_of_form: FormRow) -> LineField:
    if not isinstance(row_of_form.field, LineField):
        raise TypeError(f"not a field: {row_of_form.field}")
    return row_of_form.field
