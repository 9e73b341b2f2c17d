"""The way to the end of the visit at hand, and what follows it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Slot

from ui.desk_access import DeskAccess
from ui.main_window import MainWindow
from ui.presenters import Presenters
from ui.rooms import Rooms
from ui.screens.ending.presenter import Ended
from ui.visit_told import told_of_end


class EndingWays(QObject):
    """Shows how the visit can end; when it has, nothing of it stays, and the counter is next."""

    def __init__(self, window: MainWindow, rooms: Rooms, presenters: Presenters, access: DeskAccess) -> None:
        super().__init__(window)
        self._window, self._rooms, self._presenters, self._access = window, rooms, presenters, access
        self._clear: Callable[[], None] = _nothing
        self._paper_made: Callable[[], bool] = bool
        presenters.ending.ended.connect(self._ended)
        presenters.ending.discarded.connect(self._discarded)

    def begin(self, clear: Callable[[], None], paper_made: Callable[[], bool]) -> None:
        """``clear`` takes everything of the visit away and goes to the counter."""
        self._clear, self._paper_made = clear, paper_made

    @Slot()
    def show(self) -> None:
        """Go to the end of the visit; without one that is open there is none."""
        view = self._presenters.visit.view
        if view is not None and view.visit.is_open:
            self._presenters.ending.show(view, paper_made=self._paper_made())
            self._window.show_page(self._rooms.ending)
            self._rooms.ending.take_focus()

    @Slot(object)
    def _ended(self, ended: Ended) -> None:
        self._clear()
        self._access.messages.tell(partial(told_of_end, self._access.translator, ended))

    @Slot()
    def _discarded(self) -> None:
        self._clear()


def _nothing() -> None:
    """The day has not begun."""
