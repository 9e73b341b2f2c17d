"""What a search found: the list, what narrows it above, what is said under it. Imported when the desk is open."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QWidget

from i18n.translator import Translator, Words
from ui.models.narrowing import Narrowing
from ui.models.results import ResultLine
from ui.speaking import Speaking
from ui.theme.roles import Role, set_role
from ui.theme.tokens import Space
from ui.widgets.facet_bar import FacetBar
from ui.widgets.layouts import column, row
from ui.widgets.result_list import ResultList
from ui.widgets.text import Text


class Results(Speaking, QFrame):
    """The list, and one line under it: how many, or what to do when there are none."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._narrowing = Narrowing()
        set_role(self, Role.CARD)
        self.facets = FacetBar(translator)
        self.list = ResultList()
        self._count = Text(Role.MUTED)
        layout = column(self, gap=Space.XS, edge=1)
        layout.addWidget(self.facets)
        layout.addWidget(self.list, 1)
        beside = row()
        beside.setContentsMargins(Space.L, Space.XS, Space.L, Space.S)
        beside.addWidget(self._count)
        layout.addLayout(beside)
        layout.addStretch()  # keeps the two lines together where there is no list
        self.retranslate()

    def show_lines(self, lines: Sequence[ResultLine]) -> None:
        """Show results, best first."""
        self.list.show_lines(lines)
        self.list.setVisible(bool(lines))
        self.retranslate()

    def show_narrowing(self, narrowing: Narrowing) -> None:
        """Show what the results can be narrowed by; what is said of none depends on what is looked for."""
        self._narrowing = narrowing
        self.facets.show_narrowing(narrowing)
        self.retranslate()

    def retranslate(self) -> None:
        words = self.words
        self.list.setAccessibleName(words.text("Results"))
        self._count.setText(
            words.ntext("{n} result", "{n} results", self.list.lines) if self.list.lines else self._nothing(words)
        )

    def _nothing(self, words: Words) -> str:
        if self._narrowing.refused:
            return words.text("In your role nobody is looked for.")
        if self._narrowing.of_people:
            return words.text("Nobody was found whose plan is kept. Try another spelling, or the birth date.")
        return words.text("Nothing was found. Try a shorter word, or the name of the authority.")
