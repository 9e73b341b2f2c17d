"""Other kept visits of the same person: each is a visit of its own, and is looked at by itself."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desk.model.hours import HELSINKI
from desk.model.kept_data import OtherVisit
from i18n.translator import Translator
from ui.speaking import Speaking
from ui.theme.roles import Role
from ui.theme.tokens import Space
from ui.widgets.buttons import button
from ui.widgets.layouts import clear, column
from ui.widgets.text import Text
from ui.widgets.wrap_row import WrapRow


class OtherVisits(Speaking, QWidget):
    """A button for each; nothing where there is none."""

    requested = Signal(str)
    """Look at this one (``VisitId``)."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._others: Sequence[OtherVisit] = ()
        self._head, self._row = Text(Role.STRONG), WrapRow()
        layout = column(self, gap=Space.S)
        layout.addWidget(self._head)
        layout.addWidget(self._row)
        self.retranslate()

    def show_others(self, others: Sequence[OtherVisit]) -> None:
        """Show these."""
        if others != self._others:
            self._others = others
            self.retranslate()
        self.setVisible(bool(others))

    def retranslate(self) -> None:
        words, formats = self.words, self._translator.formats
        self._head.setText(words.text("Other kept visits of the same person"))
        clear(self._row.wrap)
        for other in self._others:
            day = formats.short_date(other.opened_at.astimezone(HELSINKI).date())
            way = button()
            way.setText(words.text("Visit {number}, {day}", number=other.number, day=day))
            way.clicked.connect(partial(self.requested.emit, other.id))
            self._row.add(way)
