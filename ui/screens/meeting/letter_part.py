"""Papers by post: the address is typed for one letter, goes on the paper, and is kept nowhere."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desk.errors import AddressMissing, DeskError
from desk.model.free_text import secret_in
from i18n.translator import Translator
from ui.messages import words_of
from ui.screens.meeting.state import TypedLetter, between_commas
from ui.speaking import Speaking
from ui.theme.roles import Role
from ui.theme.tokens import Space
from ui.widgets.buttons import button
from ui.widgets.form_row import FormRow
from ui.widgets.layouts import column
from ui.widgets.line_field import LineField
from ui.widgets.text import Text
from ui.widgets.wrap_row import WrapRow


class LetterPart(Speaking, QWidget):
    """Five lines and a button; what is in them goes with the page."""

    letter_wanted = Signal(object)
    """Show the letter (``TypedLetter``)."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._refused: DeskError | None = None
        self._title, self._hint = Text(Role.HEADING), Text(Role.MUTED)
        self.name, self.street, self.town = LineField(50), LineField(50), LineField(40)
        self.enclosed, self.message = LineField(60), LineField(70)
        self._fields = (self.name, self.street, self.town, self.enclosed, self.message)
        self._rows = tuple(FormRow(field) for field in self._fields)
        for field in self._fields:
            field.setMaxLength(300)
            field.textEdited.connect(self._edited)
        self.make = button(Role.PRIMARY)
        self.make.clicked.connect(self._make)
        ways = WrapRow()
        ways.add(self.make)
        layout = column(self, gap=Space.M)
        for part in (self._title, self._hint, *self._rows, ways):
            layout.addWidget(part)
        self.retranslate()

    def forget(self) -> None:
        """Nothing that was typed stays."""
        self._refused = None
        for field in self._fields:
            field.clear()
        self.retranslate()

    def refuse(self, error: DeskError) -> None:
        """Say at the fields why no letter came of them."""
        self._refused = error
        self.retranslate()

    def retranslate(self) -> None:
        words = self.words
        self._title.setText(words.text("Papers by post"))
        self._hint.setText(words.text("The address stands on the letter alone, and is stored nowhere."))
        names = (
            words.text("Name on the envelope"),
            words.text("Street, or post office box"),
            words.text("Postal code and town"),
            words.text("What else is in the envelope, with commas between"),
            words.text("Your own words to the citizen"),
        )
        for form_row, name in zip(self._rows, names, strict=True):
            form_row.set_words(name)
        self.make.setText(words.text("Show the letter"))
        told = words_of(self._translator, self._refused) if self._refused is not None else None
        said = f"{told.what} {told.what_to_do}" if told is not None else ""
        about_address = isinstance(self._refused, AddressMissing)
        for form_row, field in zip(self._rows, self._fields, strict=True):
            wrong = (about_address and field is self.name) or secret_in(field.text()) is not None
            form_row.set_error(said if wrong else "")

    @Slot()
    def _edited(self) -> None:
        if self._refused is not None:
            self._refused = None
            self.retranslate()

    @Slot()
    def _make(self) -> None:
        address = "\n".join(field.text() for field in (self.name, self.street, self.town))
        self.letter_wanted.emit(TypedLetter(address, between_commas(self.enclosed.text()), self.message.text()))
