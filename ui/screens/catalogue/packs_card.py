"""Packages for desks without a network: open one, make one, and whose packages this desk takes in."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from desk.errors import DeskError
from i18n.translator import Translator
from ui.messages import words_of
from ui.screens.catalogue.lines_card import CardLine, LinesCard
from ui.speaking import Speaking
from ui.theme.roles import Role, set_role
from ui.theme.tokens import Space
from ui.widgets.buttons import BusyButton, LinkButton, button
from ui.widgets.form_row import FormRow
from ui.widgets.layouts import column
from ui.widgets.line_field import LineField
from ui.widgets.text import Text
from ui.widgets.wrap_row import WrapRow


@dataclass(frozen=True, slots=True)
class PacksState:
    """A package that was opened to look at, what became of the last wish, and the publishers in words."""

    file_name: str = ""
    """The package that is looked at; empty when none is."""
    preview: tuple[str, ...] = ()
    can_take: bool = False
    is_older: bool = False
    busy: bool = False
    done: str = ""
    error: DeskError | None = None
    trusted: tuple[CardLine, ...] = ()
    own_key: str = ""
    key_error: DeskError | None = None


class PacksCard(Speaking, QFrame):
    """Renders a ``PacksState``."""

    open_requested = Signal()
    """Choose a package and look at it."""
    make_requested = Signal()
    """Write a package of what this desk keeps."""
    take_requested = Signal(bool)
    """Take the package in; true: although the desk's own catalogue is newer."""
    leave_requested = Signal()
    """Take it in not at all."""
    trust_requested = Signal(str, str)
    """Trust a publisher: the key as it was read out, and a name."""
    key_requested = Signal()
    """Show this desk's own key."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._state = PacksState()
        set_role(self, Role.CARD)
        self._told, self._preview = Text(Role.MUTED), Text()
        self._file, self._older = Text(Role.STRONG), Text(Role.ATTENTION)
        self._error, self._done = Text(Role.ERROR), Text(Role.DONE)
        self.open, self.make = button(), button()
        self.take = BusyButton(Role.PRIMARY)
        self.leave: QPushButton = button(Role.QUIET)
        self.trusted = LinesCard()
        self.more = LinkButton()
        self.more.setCheckable(True)
        self._publishers = QWidget()
        self.key, self.name = LineField(60), LineField(30)
        self._key_row, self._name_row = FormRow(self.key), FormRow(self.name)
        self.trust: QPushButton = button()
        self.own: QPushButton = button(Role.QUIET)
        self._own_key = Text(Role.CODE)
        self._build()
        self.retranslate()

    def render_state(self, state: PacksState) -> None:
        """Show a state; a key that was refused stays as it was typed."""
        if state.trusted != self._state.trusted and state.key_error is None:
            self.key.clear()
            self.name.clear()
        could_take = self._can_take
        self._state = state
        looks = bool(state.file_name)
        for part in (self._file, self._preview, self.take, self.leave):
            part.setVisible(looks)
        self.take.setVisible(looks and state.can_take)
        self.take.set_busy(state.busy)
        for part in (self.open, self.make, self.leave):
            part.setEnabled(not state.busy)
        self.retranslate()
        if self._can_take and not could_take:
            self.take.setFocus()

    @property
    def _can_take(self) -> bool:
        return bool(self._state.file_name) and self._state.can_take and not self._state.busy

    def retranslate(self) -> None:
        words, state = self.words, self._state
        self._told.setText(
            words.text("A package on a USB stick brings services, errands and forms to a desk that has no network.")
        )
        self.open.setText(words.text("Open a package …"))
        self.make.setText(words.text("Make a package …"))
        older = words.text("Take it in although it is older")
        self.take.set_words(older if state.is_older else words.text("Take it into use"), words.text("One moment …"))
        self.leave.setText(words.ptext("package", "Leave it"))
        self._file.setText(state.file_name)
        self._preview.setText("\n".join(state.preview))
        warned = words.text("The catalogue of this desk is newer than the package.")
        self._older.say(warned if state.is_older and state.file_name else "")
        self._error.say(self._said(state.error))
        self._done.say(state.done)
        self.more.setText(words.text("Whose packages are taken in"))
        none = words.text("Nobody's yet, besides this desk's own.")
        self.trusted.show_lines(state.trusted, none)
        self._key_row.set_words(words.text("Key of a publisher"), words.text("As it is read out over the telephone."))
        self._key_row.set_error(self._said(state.key_error))
        self._name_row.set_words(words.text("Name of the publisher"))
        self.trust.setText(words.text("Trust this publisher"))
        self.own.setText(words.text("Show this desk's own key"))
        self._own_key.say(state.own_key)

    def _said(self, error: DeskError | None) -> str:
        if error is None:
            return ""
        told = words_of(self._translator, error)
        return " ".join(part for part in (told.what, told.what_to_do) if part)

    def _build(self) -> None:
        layout = column(self, gap=Space.S, edge=Space.M)
        layout.addWidget(self._told)
        first, second, third = WrapRow(), WrapRow(), WrapRow()
        for row_of, parts in ((first, (self.open, self.make)), (second, (self.take, self.leave))):
            for part in parts:
                row_of.add(part)
        layout.addWidget(first)
        for text in (self._file, self._preview, self._older, self._error, self._done):
            layout.addWidget(text)
        layout.addWidget(second)
        layout.addWidget(self.more)
        layout.addWidget(self._publishers)
        inside = column(self._publishers, gap=Space.M)
        for widget in (self.trusted, self._key_row, self._name_row, third, self._own_key):
            inside.addWidget(widget)
        third.add(self.trust)
        third.add(self.own)
        self._publishers.hide()
        for hidden in (self._file, self._preview, self.take, self.leave):
            hidden.hide()
        self.more.toggled.connect(self._publishers.setVisible)
        self.open.clicked.connect(self.open_requested)
        self.make.clicked.connect(self.make_requested)
        self.take.clicked.connect(self._take)
        self.leave.clicked.connect(self.leave_requested)
        self.trust.clicked.connect(self._trust)
        self.own.clicked.connect(self.key_requested)

    @Slot()
    def _take(self) -> None:
        self.take_requested.emit(self._state.is_older)

    @Slot()
    def _trust(self) -> None:
        self.trust_requested.emit(self.key.text(), self.name.text())
