"""The answer to a secure message: its text is copied from here, and the papers are attached as files."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desk.errors import DeskError
from desk.model.free_text import secret_in
from i18n.translator import Translator
from ui.messages import words_of
from ui.screens.meeting.state import TypedLetter, between_commas
from ui.speaking import Speaking
from ui.theme.roles import Role
from ui.theme.tokens import Space
from ui.widgets.buttons import button
from ui.widgets.form_row import FormRow
from ui.widgets.group_card import GroupCard
from ui.widgets.layouts import column
from ui.widgets.line_field import LineField
from ui.widgets.text import Text
from ui.widgets.wrap_row import WrapRow


class MessagePart(Speaking, QWidget):
    """Two lines and a button; what was copied is seen below it, and goes with the page."""

    copy_wanted = Signal(object)
    """Put the answer on the clipboard (``TypedLetter`` without an address)."""
    papers_requested = Signal()
    """To the papers, which are saved as files there."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._refused: DeskError | None = None
        self._title, self._hint = Text(Role.HEADING), Text(Role.MUTED)
        self.attached, self.own = LineField(60), LineField(70)
        self._rows = tuple(FormRow(field) for field in (self.attached, self.own))
        for field in (self.attached, self.own):
            field.setMaxLength(300)
            field.textEdited.connect(self._edited)
        self.copy, self.papers = button(Role.PRIMARY), button()
        self.copy.clicked.connect(self._copy)
        self.papers.clicked.connect(self.papers_requested)
        self.card = GroupCard(gap=Space.M)
        self._copied, self.answer = Text(Role.STRONG), Text()
        for told in (self._copied, self.answer):
            self.card.column.addWidget(told)
        ways = WrapRow()
        for way in (self.copy, self.papers):
            ways.add(way)
        layout = column(self, gap=Space.M)
        for part in (self._title, self._hint, *self._rows, ways, self.card):
            layout.addWidget(part)
        self.show_answer("")

    def forget(self) -> None:
        """Nothing that was typed or copied stays."""
        self._refused = None
        for field in (self.attached, self.own):
            field.clear()
        self.show_answer("")

    def show_answer(self, answer: str) -> None:
        """Show what is on the clipboard now; nothing was copied: show nothing."""
        self.answer.setText(answer)
        self.card.setVisible(bool(answer))
        self.retranslate()

    def refuse(self, error: DeskError) -> None:
        """Say at the fields why nothing was copied."""
        self._refused = error
        self.show_answer("")

    def retranslate(self) -> None:
        words = self.words
        self._title.setText(words.text("Answer to the message"))
        self._hint.setText(
            words.text(
                "Send it in the secure service that the message came from, never by e-mail. Save the papers as files "
                "and attach them."
            )
        )
        names = (
            words.text("What else is attached, with commas between"),
            words.text("Your own words to the citizen"),
        )
        for form_row, name in zip(self._rows, names, strict=True):
            form_row.set_words(name)
        self.copy.setText(words.text("Copy the answer"))
        self.papers.setText(words.text("To the papers"))
        self._copied.setText(words.text("It is copied. Paste it into the answer. When the visit ends, it is gone."))
        self.card.setAccessibleName(words.text("Answer to the message"))
        told = words_of(self._translator, self._refused) if self._refused is not None else None
        said = f"{told.what} {told.what_to_do}" if told is not None else ""
        for form_row, field in zip(self._rows, (self.attached, self.own), strict=True):
            form_row.set_error(said if secret_in(field.text()) is not None else "")

    @Slot()
    def _edited(self) -> None:
        self._refused = None
        self.show_answer("")

    @Slot()
    def _copy(self) -> None:
        self.copy_wanted.emit(TypedLetter("", between_commas(self.attached.text()), self.own.text()))
