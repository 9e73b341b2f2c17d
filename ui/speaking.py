"""How every open window changes its language at once: Qt's own event, sent down the tree.

A widget that shows words is ``Speaking``: it keeps the translator, puts its words in ``retranslate()``, and has
nothing to unsubscribe. Only ``LanguageRelay`` listens to the translator.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication

from i18n.language import Direction
from i18n.translator import Translator, Words


class Speaking:
    """A mixin that stands before the Qt class: ``class Banner(Speaking, QFrame)``."""

    _translator: Translator

    @property
    def words(self) -> Words:
        """The program's words in the clerk's language now."""
        return self._translator.words

    def retranslate(self) -> None:
        """Put every word of this widget's own in place. Children do theirs."""
        raise NotImplementedError

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)  # type: ignore[misc]  # the Qt class that follows


class LanguageRelay(QObject):
    """Tells every window when the clerk's language changes, and turns the layout round where it must be."""

    def __init__(self, app: QApplication, translator: Translator) -> None:
        super().__init__(app)
        self._app = app
        self._translator = translator
        self._stop_listening = translator.subscribe(self._relay)
        self._set_direction()

    def close(self) -> None:
        """Listen no more."""
        self._stop_listening()

    def _relay(self) -> None:
        self._set_direction()
        for window in self._app.topLevelWidgets():
            QCoreApplication.sendEvent(window, QEvent(QEvent.Type.LanguageChange))

    def _set_direction(self) -> None:
        language = self._translator.language
        right_to_left = language.direction is Direction.RIGHT_TO_LEFT
        self._app.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
        )
