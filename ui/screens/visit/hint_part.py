"""Under the path, quietly: what is worth asking about too, and what comes in the next two years."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desk.model.ids import HintId
from desk.model.path import HintKind
from desk.usecases.visit_view import HintView
from i18n.translator import N_, Translator
from ui.screens.visit.hint_card import HintCard
from ui.speaking import Speaking
from ui.theme.roles import Role
from ui.theme.tokens import Space
from ui.widgets.layouts import column
from ui.widgets.live_column import arrange, keep_only
from ui.widgets.text import Text

_HEADINGS = {
    False: N_("Worth asking about too"),
    True: N_("In the next two years"),
}
"""By whether they tell what comes."""


class HintPart(Speaking, QWidget):
    """Gone while there is nothing to propose."""

    chosen = Signal(str, object)
    """What was made of a hint: hint, ``HintChoice`` or ``None``."""
    service_requested = Signal(str)
    """Show a service's sheet."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._cards: dict[HintId, HintCard] = {}
        self._heads = {coming: Text(Role.HEADING) for coming in _HEADINGS}
        self._note = Text(Role.MUTED)
        self._column = column(self, gap=Space.S)
        for text in (*self._heads.values(), self._note):  # what nobody shows yet ends with the panel all the same
            text.setParent(self)
            text.hide()
        self.retranslate()

    def show_hints(self, hints: tuple[HintView, ...], today: date) -> None:
        """Show other proposals."""
        parts: list[QWidget] = []
        for coming, head in self._heads.items():
            of_kind = [view for view in hints if (view.hint.kind is HintKind.COMING) is coming]
            if of_kind:
                note = () if parts else (self._note,)
                parts += [head, *note, *(self._card(view, today) for view in of_kind)]
        arrange(self._column, parts)
        keep_only(self._cards, parts)

    def forget(self) -> None:
        """Keep nothing of the last visit."""
        keep_only(self._cards, ())

    def card(self, hint: HintId) -> HintCard | None:
        """The card of a hint."""
        return self._cards.get(hint)

    def retranslate(self) -> None:
        self._note.setText(self.words.text("These are proposals: the agency decides."))
        for coming, head in self._heads.items():
            head.setText(self.words.text(_HEADINGS[coming]))

    def _card(self, view: HintView, today: date) -> HintCard:
        hint = view.hint.id
        if hint not in self._cards:
            card = self._cards[hint] = HintCard(self._translator)
            card.chosen.connect(self.chosen)
            card.service_requested.connect(self.service_requested)
        self._cards[hint].show_hint(view, today)
        return self._cards[hint]
