"""Somebody who was here before: who it may be, and what they need not say again."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desk.model.person import FoundPerson
from i18n.translator import Translator
from ui.screens.person.state import PersonState
from ui.speaking import Speaking
from ui.theme.roles import Role, set_role
from ui.theme.tokens import Space
from ui.widgets.buttons import Button, button
from ui.widgets.layouts import clear, column
from ui.widgets.text import Text, plain_tip
from ui.widgets.wrap_row import WrapRow


class KnownPart(Speaking, QWidget):
    """Renders what a ``PersonState`` says of earlier visits."""

    looked = Signal()
    """Look for the citizen among the kept visits."""
    picked = Signal(object)
    """It is the person of this visit (``VisitId``)."""
    carried = Signal()
    """Use what they said then."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._state = PersonState()
        self._title, self._told = Text(Role.HEADING), Text(Role.MUTED)
        self.look, self.carry = button(), button(Role.PRIMARY)
        self.look.clicked.connect(self.looked)
        self.carry.clicked.connect(self.carried)
        self._offer = Text()
        self._list = QWidget()
        self._lines = column(self._list, gap=Space.S)
        layout = column(self, gap=Space.M)
        for part in (self._title, self._offer):
            layout.addWidget(part)
        ways = WrapRow()
        ways.add(self.carry)
        ways.add(self.look)
        layout.addWidget(ways)
        layout.addWidget(self._told)
        layout.addWidget(self._list)
        self.retranslate()

    def render_state(self, state: PersonState) -> None:
        """Show a state."""
        changed = state.found != self._state.found
        self._state = state
        self.setVisible(state.may_find)
        self.retranslate()
        if changed and state.found and not self._list.isHidden():
            first = self._list.findChild(Button)
            if first is not None and self.look.hasFocus():
                first.setFocus()

    def retranslate(self) -> None:
        words, state = self.words, self._state
        self._title.setText(words.text("Here before?"))
        self.look.setText(words.text("Look among the kept visits"))
        self.carry.setText(words.text("Use these answers"))
        self._offer.say(self._offered())
        self.carry.setVisible(bool(state.offer.fresh or state.offer.stale))
        self._told.say(self._told_of_search())
        clear(self._lines)
        for found in state.found or ():
            line = button(Role.TILE)
            set_role(line, Role.CHOICE)
            line.setText(self._line(found))
            line.setAccessibleDescription(words.text("It is this person"))
            line.setToolTip(plain_tip(line.accessibleDescription()))
            line.clicked.connect(partial(self.picked.emit, found.visit))
            self._lines.addWidget(line)
        self._list.setVisible(bool(state.found))

    def _told_of_search(self) -> str:
        words, found = self.words, self._state.found
        if found is None:
            return ""
        if not found:
            return words.text("Nobody of that name or birth date has a kept visit on this computer.")
        return words.text("Ask the citizen before you choose: another person may have the same name.")

    def _offered(self) -> str:
        words, state = self.words, self._state
        if state.carried:
            return words.ntext("{n} answer is in use again.", "{n} answers are in use again.", state.carried)
        offer, parts = state.offer, []
        if offer.fresh:
            parts.append(
                words.ntext("{n} earlier answer can be used.", "{n} earlier answers can be used.", offer.fresh)
            )
        if offer.stale:
            parts.append(
                words.ntext(
                    "{n} is old: ask if it is still true.", "{n} are old: ask if they are still true.", offer.stale
                )
            )
        return " ".join(parts)

    def _line(self, found: FoundPerson) -> str:
        words, formats = self.words, self._translator.formats
        born = formats.short_date(found.birth_date) if found.birth_date is not None else words.text("no birth date")
        visit = words.text("visit {number}, {day}", number=found.number, day=formats.short_date(found.opened_at.date()))
        return " · ".join((found.name, born, visit))

    @Slot()
    def take_focus(self) -> None:
        """Put the focus on the first thing that can be done."""
        (self.carry if self.carry.isVisible() else self.look).setFocus()
