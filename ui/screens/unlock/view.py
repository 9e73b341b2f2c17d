"""The data folder's door: made at first start, opened by a passphrase, locked while the clerk is away."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from desk.errors import DeskError
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


@dataclass(frozen=True, slots=True)
class DoorState:
    """What stands at the door."""

    kind: DoorKind
    folder: str = ""
    error: DeskError | None = None
    busy: bool = False


class DoorScreen(Speaking, QWidget):
    """Renders a ``DoorState``. What is typed is never kept: the fields are emptied when it is handed over."""

    opened = Signal(str, str)
    """The passphrase, and its second typing (empty when it is asked once)."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._state = DoorState(DoorKind.PASSPHRASE)
        self._title, self._told, self._folder = Text(Role.TITLE), Text(), Text(Role.SMALL)
        self.first, self.second = FormRow(_secret()), FormRow(_secret())
        self._what, self._remedy = Text(Role.ERROR), Text()
        self.open = BusyButton(Role.PRIMARY)
        self.show_typed = button(Role.QUIET)
        self.show_typed.setCheckable(True)
        scroll = ScrollColumn(gap=Space.M, edge=Space.XXL)
        column(self).addWidget(scroll)
        for part in (self._title, self._told, self.first, self.second, self._what, self._remedy):
            scroll.column.addWidget(part)
        ways = WrapRow()
        ways.add(self.open)
        ways.add(self.show_typed)
        scroll.column.addWidget(ways)
        scroll.column.addWidget(self._folder)
        scroll.column.addStretch(1)
        for field in (_line(self.first), _line(self.second)):
            field.returnPressed.connect(self._open)
        self.open.clicked.connect(self._open)
        self.show_typed.toggled.connect(self._show_typed)
        self.retranslate()

    def render_state(self, state: DoorState) -> None:
        """Show a state."""
        self._state = state
        self.open.set_busy(state.busy)
        self.retranslate()

    def take_focus(self) -> None:
        """Put the focus on what is to be done."""
        (_line(self.first) if self._asks else self.open).setFocus()

    @property
    def _asks(self) -> bool:
        return self._state.kind in (DoorKind.CREATE, DoorKind.PASSPHRASE, DoorKind.LOCKED_PASSPHRASE)

    def retranslate(self) -> None:
        words, state = self.words, self._state
        creating = state.kind is DoorKind.CREATE
        title, told = self._greeting()
        self._title.setText(title)
        self._told.say(told)
        self.first.set_words(
            words.text("Passphrase"),
            words.text("Four or five words are good. It cannot be read from anywhere if it is forgotten.")
            if creating
            else "",
        )
        self.second.set_words(words.text("The same passphrase again"))
        self.first.setVisible(self._asks)
        self.second.setVisible(creating)
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
                    "A recovery sheet is made next: print it and keep it in a safe."
                )
            case DoorKind.PASSPHRASE:
                return words.text("Open the desk"), words.text("Write the passphrase of this desk.")
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
        typed, again = first.text(), second.text()
        if self._state.kind is DoorKind.CREATE and typed and not again and first.hasFocus():
            second.setFocus()
            return
        first.clear()
        second.clear()
        self.show_typed.setChecked(False)
        self.opened.emit(typed, again)


def _secret() -> LineField:
    field = LineField(40)
    field.setEchoMode(QLineEdit.EchoMode.Password)
    return field


def _line(row_of_form: FormRow) -> LineField:
    if not isinstance(row_of_form.field, LineField):
        raise TypeError(f"not a field: {row_of_form.field}")
    return row_of_form.field
