"""A section of the questions, by its name and by how many of them are open."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desk.usecases.visit_view import SectionView
from i18n.translator import Translator
from ui.speaking import Speaking
from ui.theme.roles import Role, set_role
from ui.widgets.card_button import CardButton


class SectionHead(Speaking, CardButton):
    """Pressed, it shows its questions."""

    opened = Signal()
    """Show the questions of this section."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(Role.HEAD, parent)
        self._translator = translator
        self._section: SectionView | None = None
        set_role(self.title, Role.HEADING)
        self.clicked.connect(self.opened)

    def show_section(self, section: SectionView, *, current: bool) -> None:
        """Show a section; the current one has its questions under it."""
        self._section = section
        self.setCheckable(True)
        self.setChecked(current)
        self.retranslate()

    def retranslate(self) -> None:
        section, words = self._section, self.words
        if section is None:
            return
        count = section.open_count
        left = words.ntext("{n} question left", "{n} questions left", count) if count else words.text("all answered")
        self.set_words(section.title, quiet_line=left, spoken=section.title)
