"""The pages of the visit at hand that stand in no rail: each with its way there, its key, and its forgetting."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from ui.desk_access import DeskAccess
from ui.details_ways import DetailsWays
from ui.main_window import MainWindow
from ui.mandate_ways import MandateWays
from ui.presenters import Presenters
from ui.rooms import Rooms
from ui.shortcuts import Shortcut


class VisitPages(QObject):
    """What the day asks of all of them at once; to add a page, name it in each of these."""

    def __init__(self, window: MainWindow, rooms: Rooms, presenters: Presenters, access: DeskAccess) -> None:
        super().__init__(window)
        self._access = access
        self.details = DetailsWays(window, rooms, presenters)
        self.mandate = MandateWays(window, rooms, presenters, access)
        self.mandate.mode_requested.connect(self.details.show)

    def keys(self) -> dict[Shortcut, Callable[[], None]]:
        """The keys that lead to them."""
        return {Shortcut.ADD_ERRAND: self.details.show, Shortcut.MANDATE: self.mandate.show}

    def say_again(self) -> None:
        """The visit is another than before, or the clerk's language is."""
        self.details.say_again()
        self.mandate.say_again()

    def forget(self) -> None:
        """Nothing of the visit stays with any of them."""
        self.mandate.forget()
