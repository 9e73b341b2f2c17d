"""One proposal besides the steps. Closed it says what and who; open it says why, and is taken along or left."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from desk.model.path import Begins
from desk.model.plan import HintChoice, PlanHint
from desk.usecases.visit_view import HintView
from i18n.days import days_left
from i18n.translator import NP_, Translator, Words
from ui.screens.visit.part import Part
from ui.screens.visit.source_words import source_words
from ui.speaking import Speaking
from ui.theme.roles import Role, set_role
from ui.theme.tokens import Space
from ui.widgets.buttons import LinkButton, button
from ui.widgets.card_button import CardButton
from ui.widgets.layouts import column
from ui.widgets.text import Mark, Text
from ui.widgets.wrap_row import WrapRow

CHOICES = {
    HintChoice.TAKEN: NP_("button", "Take into the plan"),
    HintChoice.LEFT: NP_("button", "Leave out"),
}
_CHOSEN = {
    HintChoice.TAKEN: NP_("what was made of a proposal", "in the plan"),
    HintChoice.LEFT: NP_("what was made of a proposal", "left out"),
}
_TONES = {HintChoice.TAKEN: "accent", HintChoice.LEFT: "quiet"}


class HintCard(Speaking, QFrame):
    """Renders a ``HintView``."""

    chosen = Signal(str, object)
    """What was made of it: hint, ``HintChoice`` or ``None``."""
    service_requested = Signal(str)
    """Show the sheet of its service."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._view: HintView | None = None
        self._today = date.min
        set_role(self, Role.CARD)
        self.head = CardButton(Role.HEAD)
        self.head.setCheckable(True)
        self._choice = Mark()
        self.head.marks.addWidget(self._choice)
        self._inside = QWidget()
        self._what, self._source = Text(), Text(Role.SMALL)
        self._begins, self._why = Part(), Part()
        self._sheet = LinkButton()
        self._sheet.clicked.connect(self._ask_sheet)
        self.choices: dict[HintChoice, QPushButton] = {}
        buttons = WrapRow()
        for choice in CHOICES:
            made = self.choices[choice] = button(Role.CHOICE)
            made.setCheckable(True)
            made.clicked.connect(self._pressed)
            buttons.add(made)
        inside = column(self._inside, gap=Space.M)
        inside.setContentsMargins(Space.M, Space.S, Space.M, Space.M)
        for part in (self._what, self._begins, self._why, self._source, self._sheet, buttons):
            inside.addWidget(part)
        layout = column(self, gap=Space.XS, edge=1)
        layout.addWidget(self.head)
        layout.addWidget(self._inside)
        self._inside.hide()
        self.head.toggled.connect(self._inside.setVisible)

    def show_hint(self, view: HintView, today: date) -> None:
        """Show a proposal as it stands."""
        self._view, self._today = view, today
        self.retranslate()

    def retranslate(self) -> None:
        view, words = self._view, self.words
        if view is None:
            return
        hint, chosen = view.hint, view.hint.choice
        self._choice.say(words.ptext(*_CHOSEN[chosen]) if chosen is not None else "")
        self._choice.set_tone(_TONES[chosen] if chosen is not None else "quiet")
        below = " · ".join(part for part in (self._when(words, hint), hint.agency) if part)
        spoken = ", ".join(part for part in (hint.title.text, self._choice.text()) if part)
        self.head.set_words(hint.title.text, quiet_line=below, spoken=spoken)
        self._what.say(hint.what.text)
        contacts = [contact.text for contact in (hint.phone, hint.url) if contact is not None]
        self._begins.say(self._first_move(words, hint), contacts or [hint.agency])
        reasons = [words.text("{fact}: {answer}", fact=each.short, answer=each.answer) for each in view.reasons]
        self._why.say(words.text("Why this is here"), [hint.because.text, *reasons])
        self._source.say(source_words(self._translator, hint.source, hint.checked, verified=hint.verified))
        self._sheet.setText(words.text("Show the service"))
        self._sheet.setVisible(view.service is not None)
        for choice, made in self.choices.items():
            made.setText(words.ptext(*CHOICES[choice]))
            made.setChecked(chosen is choice)
            made.setAccessibleDescription(hint.title.text)

    def _when(self, words: Words, hint: PlanHint) -> str:
        if hint.day is None:
            return ""
        left = days_left(words, self._today, hint.day)
        return words.text("{day} ({left})", day=self._translator.formats.long_date(hint.day), left=left)

    def _first_move(self, words: Words, hint: PlanHint) -> str:
        if hint.begins is Begins.AGENCY:
            return words.text("{agency} gets in touch by itself", agency=hint.agency)
        if hint.begins is Begins.CITIZEN:
            return words.text("The citizen asks or applies: {agency}", agency=hint.agency)
        return hint.agency

    @Slot()
    def _pressed(self) -> None:
        sender, view = self.sender(), self._view
        for choice, made in self.choices.items():
            if made is sender and view is not None:
                self.chosen.emit(view.hint.id, None if view.hint.choice is choice else choice)

    @Slot()
    def _ask_sheet(self) -> None:
        if self._view is not None and self._view.service is not None:
            self.service_requested.emit(self._view.service)
