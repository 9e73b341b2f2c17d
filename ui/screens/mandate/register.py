"""What the national register of mandates says: looked up, or to be looked up by a day."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desk.model.mandate import RegisterResult
from desk.usecases.show_mandates import ShownMandate
from i18n.translator import NP_, Translator
from ui.mandate_words import REGISTER
from ui.screens.mandate.errors import error_words
from ui.screens.mandate.state import MandatePage
from ui.speaking import Speaking
from ui.theme.roles import Role
from ui.theme.tokens import Space
from ui.widgets.buttons import button
from ui.widgets.layouts import column
from ui.widgets.text import Mark, Text
from ui.widgets.wrap_row import WrapRow

CHOICES = {
    RegisterResult.VALID: NP_("register of mandates", "It is there and valid"),
    RegisterResult.NOT_FOUND: NP_("register of mandates", "It is not there"),
    RegisterResult.NOT_CHECKED: NP_("register of mandates", "It cannot be looked up now"),
}
_TONES = {RegisterResult.VALID: "done", RegisterResult.NOT_FOUND: "danger", RegisterResult.NOT_CHECKED: "attention"}


class RegisterPart(Speaking, QWidget):
    """The result that stands, and three buttons."""

    looked_up = Signal(object)
    """What the register says (``RegisterResult``)."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._mandate: ShownMandate | None = None
        self._page = MandatePage()
        self._title, self._result, self._by = Text(Role.STRONG), Mark(), Text(Role.ATTENTION)
        self._error = Text(Role.ERROR)
        self.choices = {result: button(Role.CHOICE) for result in CHOICES}
        marks, buttons = WrapRow(), WrapRow()
        marks.add(self._result)
        for result, choice in self.choices.items():
            choice.clicked.connect(partial(self.looked_up.emit, result))
            buttons.add(choice)
        layout = column(self, gap=Space.S)
        for part in (self._title, marks, self._by, buttons, self._error):
            layout.addWidget(part)
        self.retranslate()

    def show_result(self, mandate: ShownMandate, page: MandatePage) -> None:
        """Show what is known."""
        self._mandate, self._page = mandate, page
        self.retranslate()

    def take_focus(self) -> None:
        """Put the focus on the first button."""
        next(iter(self.choices.values())).setFocus()

    def retranslate(self) -> None:
        words, formats, mandate = self.words, self._translator.formats, self._mandate
        if mandate is None:
            return
        given = mandate.given
        self._title.setText(words.text("Look the mandate up in the national register (Suomi.fi)"))
        self._result.setText(words.ptext(*REGISTER[given.register]))
        self._result.set_tone(_TONES[given.register])
        by = formats.on_date(given.check_by) if given.check_by is not None else ""
        waits = given.register is RegisterResult.NOT_CHECKED and given.check_by is not None
        self._by.say(
            words.text("To be looked up by {day}. After that nothing may be done under it.", day=by) if waits else ""
        )
        for result, choice in self.choices.items():
            choice.setText(words.ptext(*CHOICES[result]))
            choice.setAccessibleDescription(self._title.text())
        self._error.say(error_words(self._translator, self._page, "register"))
