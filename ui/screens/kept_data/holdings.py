"""What is kept, in cards: what stays by one rule stands together, with the rule and its last day."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desk.model.keeping import KeepingTimes, PlanTime
from desk.model.kept_data import Holding, KeptData
from desk.usecases.kept_words import heading, part_lines, rule
from i18n.translator import Translator
from ui.speaking import Speaking
from ui.theme.roles import Role
from ui.theme.tokens import Space
from ui.widgets.group_card import GroupCard
from ui.widgets.layouts import clear, column
from ui.widgets.text import Text


class Holdings(Speaking, QWidget):
    """Renders what is kept of a visit."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._holdings: Sequence[Holding] = ()
        self._data: KeptData | None = None
        self._column = column(self, gap=Space.S)
        self.retranslate()

    def show_holdings(self, holdings: Sequence[Holding], data: KeptData | None) -> None:
        """Show these; ``data`` has the times, and counts of what is in them."""
        if holdings != self._holdings or data != self._data:
            self._holdings, self._data = holdings, data
            self.retranslate()

    def retranslate(self) -> None:
        clear(self._column)
        for holding in self._holdings:
            self._column.addWidget(self._card(holding))
        self.setVisible(bool(self._holdings))

    def _card(self, holding: Holding) -> GroupCard:
        words, data = self.words, self._data
        times, plan = (data.times, data.plan_time) if data is not None else (KeepingTimes(), PlanTime())
        card, name, why, what = GroupCard(gap=Space.XS), Text(Role.STRONG), Text(Role.MUTED), Text()
        name.setText(heading(words, holding))
        why.setText(rule(words, holding, times, plan))
        what.setText(part_lines(words, holding.parts, data.counts if data is not None else {}))
        card.setAccessibleName(name.text())
        for part in (name, what, why):
            card.column.addWidget(part)
        return card
