"""The line at the foot of the window: how fresh the catalogue is, and when something was last saved."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from desk.model.role import Role as DeskRole
from i18n.role_words import role_name
from i18n.translator import Translator
from ui.shortcuts import Shortcut
from ui.speaking import Speaking
from ui.theme.roles import Role, set_role
from ui.theme.tokens import Space
from ui.widgets.buttons import LinkButton, button
from ui.widgets.layouts import row
from ui.widgets.text import Mark, Text

_HOUR = timedelta(hours=1)


class Who(NamedTuple):
    """Who is signed in. A desk where nobody signs in may have a role alone."""

    name: str
    role: DeskRole
    stores_nothing: bool = False


class Status(NamedTuple):
    """What the line says. ``age``: since the catalogue was fetched; ``percent``: of a refresh under way, if known."""

    age: timedelta | None = None
    stale: bool = False
    refreshing: bool = False
    percent: int | None = None
    saved_at: datetime | None = None
    unkept: bool = False
    """Of the visit at hand nothing is stored."""
    who: Who | None = None


class StatusLine(Speaking, QFrame):
    """Shows a ``Status``; leads to the catalogue, and has the button that locks the desk."""

    lock_requested = Signal()
    """The clerk goes away from the desk."""
    catalogue_requested = Signal()
    """The clerk wants to know more of the catalogue."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._status = Status()
        set_role(self, Role.PANEL)
        self.catalogue = LinkButton()
        self._stale = Mark("attention")
        self._told = Text(Role.SMALL)
        self.who = Text(Role.SMALL)
        self._lock = button(Role.QUIET)
        self.catalogue.clicked.connect(self.catalogue_requested)
        self._lock.clicked.connect(self.lock_requested)
        layout = row(self, gap=Space.M)
        layout.setContentsMargins(Space.L, 0, Space.S, 0)
        for part in (self.catalogue, self._stale):
            layout.addWidget(part)
        layout.addWidget(self._told, 1)
        layout.addWidget(self.who)
        layout.addWidget(self._lock)
        self._stale.hide()
        self.retranslate()

    def show_status(self, status: Status) -> None:
        """Say something else."""
        self._status = status
        self.retranslate()

    def retranslate(self) -> None:
        words, status = self.words, self._status
        self.catalogue.setText(self._catalogue())
        self._stale.setText(words.text("old: check before you rely on it"))
        self._stale.setVisible(status.stale)
        told = [words.text("works without a network")]
        if status.refreshing:
            told = [
                words.text("refreshing, {n} %", n=status.percent)
                if status.percent is not None
                else words.text("refreshing")
            ]
        if status.unkept:
            told[-1] = words.text("nothing of this visit is stored")
        elif status.saved_at is not None:
            told.append(words.text("saved {time}", time=self._translator.formats.clock(status.saved_at.time())))
        self._told.setText(" · ".join(told))
        self.who.say(self._who())
        self._lock.setText(words.text("Lock {keys}", keys=Shortcut.LOCK.shown))

    def _who(self) -> str:
        who = self._status.who
        if who is None:
            return ""
        role = role_name(self.words, who.role)
        return self.words.text("{name} · {role}", name=who.name, role=role) if who.name else role

    def _catalogue(self) -> str:
        words, age = self.words, self._status.age
        if age is None:
            return words.text("Starter catalogue")
        if age < _HOUR:
            return words.text("Catalogue fetched just now")
        if age < timedelta(days=1):
            return words.ntext("Catalogue {n} hour old", "Catalogue {n} hours old", int(age / _HOUR))
        return words.ntext("Catalogue {n} day old", "Catalogue {n} days old", age.days)
