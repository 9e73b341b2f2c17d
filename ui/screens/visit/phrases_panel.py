"""Words for a hard talk, where the steps are otherwise: for the clerk alone, and about nobody in particular."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from desk.model.ids import CardId
from desk.usecases.show_phrases import CardView, PhraseCards
from i18n.translator import N_, Translator
from ui.screens.visit.part import Part
from ui.shortcuts import Shortcut
from ui.speaking import Speaking
from ui.theme.roles import Role
from ui.theme.tokens import Space
from ui.widgets.buttons import LinkButton, button
from ui.widgets.layouts import column
from ui.widgets.scroll import ScrollColumn
from ui.widgets.text import Text
from ui.widgets.wrap_row import WrapRow

_PARTS = {
    "say": N_("You can say"),
    "avoid": N_("Better not"),
    "if_so": N_("What to do"),
    "help": N_("Who helps"),
}


class PhrasesPanel(Speaking, QWidget):
    """Renders ``PhraseCards``: one card at a time, and the names of the others."""

    left = Signal()
    """Back to the steps."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._cards = PhraseCards(())
        self._chosen: CardId | None = None
        self._names: dict[CardId, QPushButton] = {}
        self._scroll = ScrollColumn(gap=Space.M, edge=Space.L)
        self.back = LinkButton()
        self.back.clicked.connect(self.left)
        self._head, self._hint = Text(Role.HEADING), Text(Role.MUTED)
        self._row = WrapRow()
        self._parts = {part: Part() for part in _PARTS}
        column(self).addWidget(self._scroll)
        for widget in (self.back, self._head, self._hint, self._row, *self._parts.values()):
            self._scroll.column.addWidget(widget)
        self._scroll.column.addStretch(1)
        self.retranslate()

    def show_cards(self, cards: PhraseCards) -> None:
        """Show cards; one that fits the visit is open, and in a discreet visit none is before it is chosen."""
        self._cards = cards
        known = {card.id for card in cards.cards}
        if self._chosen not in known:
            self._chosen = next((card.id for card in cards.cards if card.id in cards.fitting), None)
        self._sync_names(known)
        self.retranslate()

    def forget(self) -> None:
        """Nothing of the last visit stays open."""
        self._chosen = None
        self.show_cards(PhraseCards(()))

    def take_focus(self) -> None:
        """Put the focus on the open card's name, else on the first."""
        first = self._cards.cards[0].id if self._cards.cards else None
        name = self._names.get(self._chosen or first or CardId(""))
        (name or self.back).setFocus()

    def retranslate(self) -> None:
        words = self.words
        self.back.setText(words.text("Back to the steps {keys}", keys=Shortcut.PHRASES.shown))
        self._head.setText(words.text("Words for a hard talk"))
        self._hint.setText(words.text("For you alone. Nothing of this is stored or printed."))
        for card in self._cards.cards:
            self._names[card.id].setText(card.title.text)
        shown = next((card for card in self._cards.cards if card.id == self._chosen), None)
        for part, heading in _PARTS.items():
            self._parts[part].say(words.text(heading), _lines(shown, part) if shown is not None else [])

    def _sync_names(self, known: set[CardId]) -> None:
        for gone in self._names.keys() - known:
            name = self._names.pop(gone)
            name.hide()
            name.deleteLater()
        for card in self._cards.cards:
            if card.id not in self._names:
                name = self._names[card.id] = button(Role.CHOICE)
                name.setCheckable(True)
                name.clicked.connect(partial(self._choose, card.id))
                self._row.add(name)
            self._names[card.id].setChecked(card.id == self._chosen)

    @Slot()
    def _choose(self, card: CardId, _checked: bool = False) -> None:
        self._chosen = card
        self.show_cards(self._cards)


def _lines(card: CardView, part: str) -> list[str]:
    return [f"– {line.text}" for line in getattr(card, part)]
