"""Shown once, when the data folder was made: the sheet that lets it in again when its key is lost."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from i18n.translator import Translator
from ui.screens.papers.paper_view import PaperView
from ui.speaking import Speaking
from ui.theme.roles import Role
from ui.theme.tokens import Space
from ui.widgets.buttons import button
from ui.widgets.layouts import row
from ui.widgets.scroll import ScrollColumn
from ui.widgets.text import Text


class RecoveryScreen(Speaking, QWidget):
    """The sheet, and three ways on: print, save, go on."""

    print_requested = Signal()
    """Print the sheet."""
    save_requested = Signal()
    """Save the sheet, to be printed elsewhere."""
    done = Signal()
    """The sheet is in a safe place."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._can_print = True
        self._title, self._told = Text(Role.TITLE), Text()
        self.paper = PaperView(translator)
        self.print, self.save, self.go_on = button(Role.PRIMARY), button(), button()
        self.print.clicked.connect(self.print_requested)
        self.save.clicked.connect(self.save_requested)
        self.go_on.clicked.connect(self.done)
        beside = row(self)
        beside.addWidget(self.paper, 3)
        side = ScrollColumn(gap=Space.M, edge=Space.XL)
        for part in (self._title, self._told, self.print, self.save, self.go_on):
            side.column.addWidget(part)
        side.column.addStretch(1)
        beside.addWidget(side, 2)
        self.retranslate()

    def show_sheet(self, pdf: bytes | None, *, can_print: bool) -> None:
        """Show the sheet; ``None`` lets go of it."""
        self.paper.show_pdf(pdf)
        self.print.setVisible(can_print)
        self._can_print = can_print
        self.retranslate()

    def take_focus(self) -> None:
        """Put the focus on the first thing to do."""
        (self.print if not self.print.isHidden() else self.save).setFocus()

    def retranslate(self) -> None:
        words = self.words
        self._title.setText(words.text("Recovery sheet"))
        self._told.setText(
            words.text(
                "If the key of this desk is ever lost, only this sheet opens it again. Print it now and keep it in a "
                "safe. It is shown this once."
            )
            if self._can_print
            else words.text(
                "If the key of this desk is ever lost, only this sheet opens it again. No printer was found: save it "
                "on a memory stick that is kept in a safe, or copy it by hand. It is shown this once."
            )
        )
        self.print.setText(words.text("Print the sheet"))
        self.save.setText(words.text("Save on a memory stick"))
        self.go_on.setText(words.text("The sheet is safe: go on"))
