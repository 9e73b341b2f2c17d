"""The line at the foot of the window: how old the catalogue is, whether there is a network, when it was last saved."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from i18n.translator import Translator
from ui.shortcuts import Shortcut
from ui.speaking import Speaking
from ui.theme.roles import Role, set_role
from ui.theme.tokens import Space
from ui.widgets.buttons import button
from ui.widgets.layouts import row
from ui.widgets.text import Text


class Status(NamedTuple):
    """What the line says."""

    catalogue_age_days: int | None = None
    starter_only: bool = True
    saved_at: datetime | None = None
    offline: bool = True


class StatusLine(Speaking, QFrame):
    """Shows a ``Status``, and has the button that locks the desk."""

    lock_requested = Signal()
    """The clerk goes away from the desk."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._status = Status()
        set_role(self, Role.PANEL)
        self._told = Text(Role.SMALL)
        self._lock = button(Role.QUIET)
        self._lock.clicked.connect(self.lock_requested)
        layout = row(self, gap=Space.M)
        layout.setContentsMargins(Space.L, 0, Space.S, 0)
        layout.addWidget(self._told, 1)
        layout.addWidget(self._lock)
        self.retranslate()

    def show_status(self, status: Status) -> None:
        """Say something else."""
        self._status = status
        self.retranslate()

    def retranslate(self) -> None:
        words, status = self.words, self._status
        told = [self._catalogue()]
        if status.offline:
            told.append(words.text("offline, nothing is lost"))
        if status.saved_at is not None:
            told.append(words.text("saved {time}", time=self._translator.formats.clock(status.saved_at.time())))
        self._told.setText(" · ".join(told))
        self._lock.setText(words.text("Lock {keys}", keys=Shortcut.LOCK.shown))

    def _catalogue(self) -> str:
        words, status = self.words, self._status
        if status.starter_only or status.catalogue_age_days is None:
            return words.text("Starter catalogue")
        if status.catalogue_age_days == 0:
            return words.text("Catalogue from today")
        return words.ntext("Catalogue {n} day old", "Catalogue {n} days old", status.catalogue_age_days)
