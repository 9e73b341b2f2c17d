"""Reads the errands of a folder anew whenever they change, beside the window, and goes on with them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal, Slot

from desk.errands.bundle import Bundle
from desk.errors import DeskError
from desk.model.ids import VisitId
from i18n.error_text import error_text
from i18n.translator import Translator
from ui.desk_access import DeskAccess
from ui.practice.state import PracticeState
from ui.practice.watch import ErrandsWatch
from ui.tasks import Job, Lane


class ReadErrands(NamedTuple):
    """What became of a folder: errands, or what has to be mended."""

    bundle: Bundle | None
    faults: tuple[str, ...] = ()


class PracticeErrands(NamedTuple):
    """A folder whose errands are being written."""

    folder: Path
    read: Callable[[], ReadErrands]
    """Raises a known error when the folder cannot be read."""


class PracticeDay(NamedTuple):
    """The open desk, as practice knows it."""

    access: DeskAccess
    visit: Callable[[], VisitId | None]
    """The open visit at hand."""
    look_again: Callable[[], None]
    """Show everything anew."""
    now: Callable[[], datetime]


class PracticePresenter(QObject):
    """One reading at a time; what changed meanwhile is read right after it."""

    state_changed = Signal(object)
    """Another ``PracticeState``."""

    def __init__(self, errands: PracticeErrands, watch: ErrandsWatch, day: PracticeDay, parent: QObject) -> None:
        super().__init__(parent)
        self._errands, self._day, self._watch = errands, day, watch
        self._state = PracticeState(folder=str(errands.folder))
        self._reading = self._changed_meanwhile = False
        watch.changed.connect(self.read)

    def begin(self) -> None:
        """Read for the first time, and watch."""
        self._watch.begin()
        self.read()

    def close(self) -> None:
        """Watch no longer."""
        self._watch.close()

    @Slot()
    def read(self) -> None:
        """Read the folder."""
        if self._reading:
            self._changed_meanwhile = True
            return
        self._reading, self._changed_meanwhile = True, False
        self._show(self._state._replace(busy=True))
        read = self._errands.read
        self._day.access.runner.start(Job(lambda _token: read(), self._was_read, self._refused, self, lane=Lane.FREE))

    def _was_read(self, found: ReadErrands) -> None:
        bundle = found.bundle
        if bundle is None:
            self._end(self._state._replace(faults=found.faults))
        elif bundle.version == self._state.version:
            self._end(self._state._replace(faults=()))
        else:
            access = self._day.access
            work = partial(access.desk.go_on_with, bundle, self._day.visit())
            access.ask_or(self, work, lambda _nothing: self._taken(bundle), self._refused)

    def _taken(self, bundle: Bundle) -> None:
        self._end(self._state._replace(version=bundle.version, read_at=self._day.now(), faults=()))
        self._day.look_again()

    def _refused(self, error: DeskError) -> None:
        told = error_text(self._translator.words, error.id, error.details)
        self._end(self._state._replace(faults=(told.line(),)))

    @property
    def _translator(self) -> Translator:
        return self._day.access.translator

    def _end(self, state: PracticeState) -> None:
        self._reading = False
        self._show(state._replace(busy=False))
        if self._changed_meanwhile:
            self.read()

    def _show(self, state: PracticeState) -> None:
        self._state = state
        self.state_changed.emit(state)
