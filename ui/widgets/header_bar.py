"""The header: the program's name, the search, the clerk's language and the citizen's."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from i18n.language import CLERK_LANGUAGES, Language
from i18n.translator import Translator
from ui.speaking import Speaking
from ui.theme.icons import Icon, IconMark
from ui.theme.roles import Role, set_role
from ui.theme.tokens import Space
from ui.widgets.language_menu import LanguageMenu
from ui.widgets.layouts import row
from ui.widgets.search_panel import HeaderSearch
from ui.widgets.text import Text

_NAME_FROM_CHARACTERS = 90
"""A narrower window has more use for the search than for the program's name."""


class HeaderBar(Speaking, QFrame):
    """Two languages stand side by side: they are never the same value."""

    clerk_language_picked = Signal(object)
    """The clerk wants the program in another language (``Language``)."""
    citizen_language_picked = Signal(object)
    """Papers shall be in another language (``Language``)."""

    def __init__(self, translator: Translator, window: QWidget) -> None:
        super().__init__(window)
        self._translator = translator
        set_role(self, Role.PANEL)
        self._name = Text(Role.LEAD, wrap=False)
        self.search = HeaderSearch(window)
        self.clerk_language = LanguageMenu(
            translator,
            CLERK_LANGUAGES,
            lambda name: translator.words.text("Screen: {language}", language=name),
            lambda name: translator.words.text("Language of the screen: {language}", language=name),
        )
        self.citizen_language = LanguageMenu(
            translator,
            tuple(Language),
            lambda name: translator.words.text("Citizen: {language}", language=name),
            lambda name: translator.words.text("Language of the citizen's papers: {language}", language=name),
        )
        self.clerk_language.picked.connect(self.clerk_language_picked)
        self.citizen_language.picked.connect(self.citizen_language_picked)
        layout = row(self, gap=Space.M)
        layout.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        layout.addWidget(IconMark(Icon.COUNTER))
        layout.addWidget(self._name)
        layout.addWidget(self.search, 1)
        layout.addStretch()  # takes the search's room while that is covered
        layout.addWidget(self.clerk_language)
        layout.addWidget(self.citizen_language)
        self.retranslate()

    def cover(self, covered: bool) -> None:
        """Leave only the name and the clerk's language."""
        self.search.setVisible(not covered)
        self.citizen_language.setVisible(not covered)

    def retranslate(self) -> None:
        self._name.setText(self.words.text("Palvelutiski"))
        self.clerk_language.show_language(self._translator.language)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._name.setVisible(self.width() > self.fontMetrics().averageCharWidth() * _NAME_FROM_CHARACTERS)
