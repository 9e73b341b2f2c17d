"""How the citizen is helped, asked once when a visit begins: a digit, or Enter for the one that is offered."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QWidget

from desk.model.visit import HelpMode
from i18n.translator import Translator
from ui.help_mode_words import MODES
from ui.speaking import Speaking
from ui.theme.roles import Role
from ui.theme.tokens import Space
from ui.widgets.layouts import column
from ui.widgets.radio_rows import Option, RadioRows
from ui.widgets.scroll import SnugColumn
from ui.widgets.text import Text


class ModeChoice(Speaking, QFrame):
    """Three answers in a line above the questions, or under one another; gone as soon as one is picked."""

    picked = Signal(object)
    """The visit is helped so (``HelpMode``)."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._title, self._hint = Text(Role.STRONG), Text(Role.MUTED)
        self.rows = RadioRows(translator, [Option(mode.value, "") for mode in MODES], may_be_unsaid=False, beside=True)
        self.rows.said.connect(self._said)
        layout = column(self, gap=Space.XS)
        layout.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        scroll = SnugColumn(gap=Space.XS, edge=Space.XS)
        for part in (self._title, self._hint, self.rows):
            scroll.column.addWidget(part)
        layout.addWidget(scroll)
        layout.addStretch(1)
        self.hide()
        self.retranslate()

    def ask(self, now: HelpMode, offered: Sequence[HelpMode]) -> None:
        """Ask; ``now`` is picked by Enter."""
        for mode in MODES:
            row = self.rows.row(mode.value)
            row.setVisible(mode in offered)
            row.setEnabled(mode in offered)
        self.rows.show_said(now.value)
        self.show()
        self.rows.take_focus()

    def retranslate(self) -> None:
        words = self.words
        self._title.setText(words.text("How do you help?"))
        self._hint.setText(words.text("Enter goes on as marked. You can change it later in the details."))
        self.rows.set_labels([Option(mode.value, words.ptext(*said)) for mode, said in MODES.items()])
        self.rows.setAccessibleName(self._title.text())

    @Slot(object)
    def _said(self, mode: str) -> None:
        self.hide()
        self.picked.emit(HelpMode(mode))
