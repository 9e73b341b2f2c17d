"""Two short cards before the citizen logs in: who logs in, and what a log-in may change. Said once, then quiet."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desk.model.e_service_cards import Card
from desk.usecases.say_cards import CardShown
from i18n.translator import N_, Translator
from ui.screens.visit.source_words import source_words
from ui.speaking import Speaking
from ui.theme.roles import Role
from ui.theme.tokens import Space
from ui.widgets.buttons import button
from ui.widgets.group_card import GroupCard
from ui.widgets.layouts import clear, column
from ui.widgets.text import Text
from ui.widgets.wrap_row import WrapRow

TITLES = {
    Card.LOOK_AWAY: N_("Before the log-in: the citizen logs in, and you look away"),
    Card.POST_MOVES: N_("Before the log-in: it may move the citizen's official post to Suomi.fi Messages"),
}
DO = {
    Card.LOOK_AWAY: N_("Give the keyboard to the citizen, and look away while codes are typed. Ask for no code."),
    Card.POST_MOVES: N_(
        "Ask if they want that. They can go back to paper post in the settings of Messages, or by asking."
    ),
}


class LoginCards(Speaking, QWidget):
    """Renders the cards that are still to be said; hidden when there is none."""

    said = Signal(object)
    """The citizen heard it (``Card``)."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._cards: tuple[CardShown, ...] = ()
        self._layout = column(self, gap=Space.S)
        self.hide()

    def show_cards(self, cards: Sequence[CardShown]) -> None:
        """Show what is still to be said."""
        if tuple(cards) == self._cards:
            return
        self._cards = tuple(cards)
        self.setVisible(bool(cards))
        self.retranslate()

    def retranslate(self) -> None:
        clear(self._layout)
        for card in self._cards:
            self._layout.addWidget(self._card(card))

    def _card(self, shown: CardShown) -> GroupCard:
        words, source = self.words, shown.source
        box = GroupCard()
        title = words.text(TITLES[shown.card])
        box.setAccessibleName(title)
        told = source_words(self._translator, source.where, source.checked, verified=source.verified)
        lines = (
            (Role.STRONG, title),
            (Role.BODY, words.text(DO[shown.card])),
            (Role.LEAD, words.text("“{sentence}”", sentence=shown.to_citizen.text)),
            (Role.MUTED, told),
        )
        for role, line in lines:
            text = Text(role)
            text.setText(line)
            box.column.addWidget(text)
        done, ways = button(), WrapRow()
        done.setText(words.text("I have said this"))
        done.setAccessibleDescription(title)
        done.clicked.connect(partial(self.said.emit, shown.card))
        ways.add(done)
        box.column.addWidget(ways)
        return box
