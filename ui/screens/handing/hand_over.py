"""A colleague goes on: to whom, and what they should know; or what waits for the one who is here."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desk.usecases.handing_words import LONGEST_WORDS
from i18n.translator import Translator
from ui.messages import words_of
from ui.screens.handing.state import HandingPage
from ui.speaking import Speaking
from ui.theme.roles import Role
from ui.theme.tokens import Space
from ui.widgets.buttons import button
from ui.widgets.choice_field import ChoiceField
from ui.widgets.form_row import FormRow
from ui.widgets.layouts import column
from ui.widgets.line_field import LineField
from ui.widgets.text import Text
from ui.widgets.wrap_row import WrapRow


class HandOverPart(Speaking, QWidget):
    """Renders with whom a ``HandingPage``'s visit is."""

    handed_over = Signal(str, str)
    """To whom (``MemberId``, empty for whoever is next), and what they should know."""
    taken = Signal()
    """The one who is here goes on with it."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._page = HandingPage()
        self._stands, self._said = Text(Role.ATTENTION), Text(Role.BODY)
        self.to, self.note = ChoiceField(), LineField(60)
        self._to_row, self._note_row = FormRow(self.to), FormRow(self.note)
        self.give, self.take = button(Role.PRIMARY), button(Role.PRIMARY)
        self._build()
        self.retranslate()

    def render_state(self, page: HandingPage) -> None:
        """Show a state; the words are gone when the visit is."""
        if page.visit != self._page.visit or page.handed != self._page.handed:
            self.note.clear()
        self._page = page
        self.setVisible(page.is_open and page.may_refer)
        self.retranslate()

    def take_focus(self) -> None:
        """Put the focus on what comes next."""
        (self.take if self._page.handed.waits else self.to).setFocus()

    def retranslate(self) -> None:
        words, page = self.words, self._page
        handed = page.handed
        waits = handed.waits
        self._stands.say(self._where_it_is())
        self._said.say(words.text("Word from the colleague: {words}", words=handed.words) if handed.words else "")
        for part in (self._to_row, self._note_row, self.give):
            part.setVisible(not waits)
        self.take.setVisible(waits)
        self._to_row.set_words(words.text("Who goes on"))
        chosen = self.to.currentData()
        self.to.clear()
        self.to.addItem(words.text("Whoever is next"), "")
        for id, name in page.colleagues:
            self.to.addItem(name, id)
        self.to.setCurrentIndex(max(0, self.to.findData(chosen)))
        self._note_row.set_words(
            words.text("What they should know"), words.text("Is erased with the visit. No names or codes.")
        )
        error = page.error if page.place == "hand_over" else None
        told = words_of(self._translator, error) if error is not None else None
        self._note_row.set_error(f"{told.what} {told.what_to_do}" if told is not None else "")
        self.give.setText(words.text("Hand over"))
        self.take.setText(words.text("Go on with it"))

    def _where_it_is(self) -> str:
        words, handed = self.words, self._page.handed
        if handed.waits:
            if handed.to:
                return words.text("This visit waits for {name}.", name=handed.to)
            return words.text("This visit waits for whoever is next.")
        if handed.taken_by and handed.taken_at is not None:
            time = self._translator.formats.time_of_day(handed.taken_at.time())
            return words.text("{name} took it over at {time}.", name=handed.taken_by, time=time)
        return ""

    def _build(self) -> None:
        layout = column(self, gap=Space.M)
        self.note.setMaxLength(LONGEST_WORDS)
        buttons = WrapRow()
        buttons.add(self.give)
        buttons.add(self.take)
        for part in (self._stands, self._said, self._to_row, self._note_row, buttons):
            layout.addWidget(part)
        self.give.clicked.connect(self._give)
        self.take.clicked.connect(self.taken)

    @Slot()
    def _give(self) -> None:
        self.handed_over.emit(self.to.currentData() or "", self.note.text())
