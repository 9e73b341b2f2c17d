"""A button that shows a language by its own name, and offers the others."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from i18n.language import Language
from i18n.translator import Translator
from ui.speaking import Speaking
from ui.theme.roles import Role, set_role
from ui.widgets.buttons import Button

OPENS = "▾"
"""Says to the eye that a menu follows; never spoken."""


class LanguageMenu(Speaking, Button):
    """``label`` gives the words on the button, ``spoken`` its accessible name; both take the endonym."""

    picked = Signal(object)
    """Another language was picked (``Language``)."""

    def __init__(
        self,
        translator: Translator,
        languages: Sequence[Language],
        label: Callable[[str], str],
        spoken: Callable[[str], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._translator = translator
        self._label, self._spoken = label, spoken
        self._current = languages[0]
        set_role(self, Role.QUIET)
        self._menu = menu = QMenu(self)
        group = QActionGroup(menu)
        self._actions: dict[Language, QAction] = {}
        for language in languages:
            action = QAction(language.endonym, group)
            action.setCheckable(True)
            action.triggered.connect(self._triggered)
            menu.addAction(action)
            self._actions[language] = action
        self.setMenu(menu)
        self.retranslate()

    @property
    def current(self) -> Language:
        """The language it shows."""
        return self._current

    def show_language(self, language: Language) -> None:
        """Show a language without picking it."""
        self._current = language
        if language in self._actions:
            self._actions[language].setChecked(True)
        self.retranslate()

    def put_first(self, languages: Sequence[Language]) -> None:
        """Offer these before the others, in the order of the list."""
        for action in self._actions.values():
            self._menu.removeAction(action)
        for language in (*languages, *(other for other in self._actions if other not in languages)):
            self._menu.addAction(self._actions[language])

    def retranslate(self) -> None:
        self.setText(f"{self._label(self._current.endonym)}  {OPENS}")
        self.setAccessibleName(self._spoken(self._current.endonym))

    @Slot()
    def _triggered(self) -> None:
        sender = self.sender()
        for language, action in self._actions.items():
            if action is sender and language is not self._current:
                self.picked.emit(language)
                return
