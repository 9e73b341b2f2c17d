"""Reads the day list of the service point, and counts what cannot wait."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from desk.model.due import DueKind
from desk.model.ids import VisitId
from desk.model.role import Function
from desk.usecases.day_list import DayLine, in_order
from ui.desk_access import DeskAccess
from ui.screens.days.state import DaysState


class DaysPresenter(QObject):
    """Asks in two steps: what the casebook keeps is there at once, what was withdrawn is looked for after it."""

    state_changed = Signal(object)
    """Another ``DaysState``."""
    counted = Signal(int)
    """So many things are overdue or due today."""
    plan_wanted = Signal(object)
    """Show the kept plan of a line (``DayLine``)."""
    visit_wanted = Signal(object)
    """Go on with the open visit of a line (``VisitId``)."""
    document_wanted = Signal(object)
    """Show the document that a line is about (``DayLine``)."""

    def __init__(self, access: DeskAccess, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._access = access
        self._state = DaysState()
        self._owed: tuple[DayLine, ...] = ()

    @Slot()
    def read(self) -> None:
        """Look again what is due."""
        if self._access.desk.duty.may(Function.FOLLOW_UP):
            work = partial(self._access.desk.day_list, self._access.translator.language)
            self._access.ask_newest(self, "days", work, self._found)
        else:
            self._owed = ()
            self._show((), allowed=False)

    @Slot()
    def count(self) -> None:
        """Count again, without reading the list."""
        self._access.ask_newest(self, "days counted", self._access.desk.day_list.count, self._was_counted)

    @Slot(object)
    def open(self, line: DayLine) -> None:
        """Lead to what a line is about."""
        if line.due.kind is DueKind.DOCUMENT:
            self.document_wanted.emit(line)
            return
        self._access.ask(self, partial(self._is_open, line.due.visit), partial(self._lead, line))

    def _is_open(self, visit: VisitId) -> bool:
        return self._access.desk.journal.load(visit).is_open

    def _lead(self, line: DayLine, is_open: bool) -> None:
        if is_open:
            self.visit_wanted.emit(line.due.visit)
        else:
            self.plan_wanted.emit(line)

    def _found(self, lines: tuple[DayLine, ...]) -> None:
        self._show(in_order((*lines, *self._owed)))
        work = partial(self._access.desk.owed_corrections, self._access.translator.language)
        self._access.ask_newest(self, "owed", work, partial(self._owed_found, lines))

    def _owed_found(self, lines: tuple[DayLine, ...], owed: tuple[DayLine, ...]) -> None:
        if owed != self._owed:
            self._owed = owed
            self._show(in_order((*lines, *owed)))

    def _was_counted(self, count: int) -> None:
        owed = len(self._owed)
        self.counted.emit(count + owed)

    def _show(self, lines: tuple[DayLine, ...], *, allowed: bool = True) -> None:
        self._state = DaysState(True, allowed, lines, self._access.desk.world.clock.today())
        self.state_changed.emit(self._state)
        self.counted.emit(self._state.urgent)
