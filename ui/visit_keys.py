"""Keys that work inside the visit screen; without a visit they do nothing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from ui.presenters import Presenters
from ui.rooms import Rooms
from ui.shortcuts import Shortcut


class VisitKeys:
    """Where the focus goes, and what a key does there."""

    def __init__(self, rooms: Rooms, presenters: Presenters) -> None:
        self._rooms, self._presenters = rooms, presenters

    def keys(self) -> dict[Shortcut, Callable[[], None]]:
        """Each key with what it does."""
        visit = self._presenters.visit
        return {
            Shortcut.UNDO: visit.undo,
            Shortcut.REDO: visit.redo,
            Shortcut.NEXT_QUESTION: partial(self._question_beside, 1),
            Shortcut.PREVIOUS_QUESTION: partial(self._question_beside, -1),
            Shortcut.GO_TO_PATH: self._switch_side,
            Shortcut.STILL_TRUE: self._confirm_earlier,
            Shortcut.OFF_PAPER: self._keep_off_paper,
            Shortcut.PHRASES: lambda: self._rooms.visit.toggle_phrases(),
        }

    @property
    def _is_there(self) -> bool:
        return self._presenters.visit.visit is not None

    def _question_beside(self, step: int) -> None:
        if self._is_there:
            self._rooms.visit.questions.focus_beside(step)

    def _confirm_earlier(self) -> None:
        if self._is_there:
            self._rooms.visit.questions.confirm_earlier()

    def _switch_side(self) -> None:
        if self._is_there:
            self._rooms.visit.switch_side()

    def _keep_off_paper(self) -> None:
        if self._is_there:
            self._rooms.visit.path.keep_off_paper()
