"""The first talk away from the desk: eight questions, ticked as the citizen answers; each leads to an errand."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desk.model.short_mapping import Need
from i18n.translator import NP_, Translator
from ui.speaking import Speaking
from ui.theme.roles import Role
from ui.theme.tokens import Space
from ui.widgets.check_rows import CheckRows
from ui.widgets.layouts import column
from ui.widgets.radio_rows import Option
from ui.widgets.text import Text

NEEDS = {
    Need.HOME: NP_("first talk", "Do you have a place to live, and can you pay for it? No, or not for sure"),
    Need.MONEY: NP_("first talk", "Does your money last for food and medicine? No"),
    Need.DEBTS: NP_("first talk", "Are there bills or debts that you cannot pay? Yes"),
    Need.WORK: NP_("first talk", "Are you without work, or is your work ending? Yes"),
    Need.STUDIES: NP_("first talk", "Do you want to study, or are you starting? Yes"),
    Need.HEALTH: NP_("first talk", "Does an illness make your days hard? Yes"),
    Need.PAPERS: NP_("first talk", "Is an identity card, a bank account or a way to log in missing? Yes"),
    Need.FAMILY: NP_("first talk", "Are you separating, or is something heavy at home? Yes"),
}


class NeedsPart(Speaking, QWidget):
    """Renders the eight questions."""

    mapped = Signal(object)
    """These are heavy (tuple of ``Need``)."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._title, self._hint = Text(Role.HEADING), Text(Role.MUTED)
        self.rows = CheckRows(translator, self._options())
        self.rows.said.connect(self._said)
        layout = column(self, gap=Space.S)
        for part in (self._title, self._hint, self.rows):
            layout.addWidget(part)
        self.retranslate()

    def show_needs(self, needs: tuple[Need, ...]) -> None:
        """Show what was said."""
        self.rows.show_said(tuple(need.value for need in needs))

    def retranslate(self) -> None:
        words = self.words
        self._title.setText(words.text("First talk: eight questions"))
        self._hint.setText(
            words.text("Ask in your own words. Tick what is heavy: the visit is then about it. No network is needed.")
        )
        self.rows.set_labels(self._options())
        self.rows.setAccessibleName(self._title.text())

    def _options(self) -> list[Option]:
        return [Option(need.value, self.words.ptext(*said)) for need, said in NEEDS.items()]

    @Slot(object)
    def _said(self, said: object) -> None:
        if isinstance(said, tuple):
            self.mapped.emit(tuple(Need(each) for each in said))
