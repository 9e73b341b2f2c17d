"""One button in the band for what belongs to the visit at hand and is not wanted in every visit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from i18n.translator import NP_, Translator
from ui.shortcuts import Shortcut
from ui.speaking import Speaking
from ui.theme.roles import Role, set_role
from ui.widgets.buttons import Button
from ui.widgets.language_menu import OPENS

PERSON = NP_("entry of the visit's menu", "Person…")
MANDATE = NP_("entry of the visit's menu", "Mandate…")
DOCUMENTS = NP_("entry of the visit's menu", "Documents and hand-over…")
HOW_WE_MEET = NP_("entry of the visit's menu", "How we meet…")
KEPT_DATA = NP_("entry of the visit's menu", "What is kept…")
_ORDER = (PERSON, MANDATE, DOCUMENTS, HOW_WE_MEET, KEPT_DATA)
"""Whoever adds an entry first: these stand in this order, and others after them."""

Name = tuple[str, str]
"""Context and English words, as ``NP_`` marks them."""


@dataclass(frozen=True, slots=True)
class _Entry:
    name: Name
    shortcut: Shortcut | None
    action: QAction


class VisitMenu(Speaking, Button):
    """Hidden until somebody adds an entry. The keys beside an entry are only shown: the window binds them."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._entries: list[_Entry] = []
        set_role(self, Role.QUIET)
        self._menu = QMenu(self)
        self.setMenu(self._menu)
        self.hide()
        self.retranslate()

    def add_entry(self, name: Name, wanted: Callable[[], object], shortcut: Shortcut | None = None) -> QAction:
        """Offer something of the visit; ``wanted`` is called, or, when it is a signal's ``emit``, sent."""
        action = QAction(self._menu)
        action.triggered.connect(lambda: wanted())
        self._entries.append(_Entry(name, shortcut, action))
        self._entries.sort(key=lambda entry: _ORDER.index(entry.name) if entry.name in _ORDER else len(_ORDER))
        for entry in self._entries:
            self._menu.removeAction(entry.action)
            self._menu.addAction(entry.action)
        self.setVisible(True)
        self.retranslate()
        return action

    def allow(self, name: Name, allowed: bool) -> None:
        """Whether the role of the one at the desk covers it; else it is not offered."""
        for entry in self._entries:
            if entry.name == name:
                entry.action.setVisible(allowed)
        self.setVisible(any(entry.action.isVisible() for entry in self._entries))

    def retranslate(self) -> None:
        words = self.words
        name = words.text("This visit")
        self.setText(f"{name}  {OPENS}")
        self.setAccessibleName(name)
        self.setAccessibleDescription(
            words.text("Who the citizen is, mandates, documents, how you meet, and what is kept")
        )
        self._menu.setAccessibleName(name)
        for entry in self._entries:
            keys = f"\t{entry.shortcut.shown}" if entry.shortcut is not None else ""
            entry.action.setText(f"{words.ptext(*entry.name)}{keys}")
