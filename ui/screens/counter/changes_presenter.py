"""What changed since the last shift, read when the day begins and when the catalogue was refreshed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from desk.model.refresh import ChangeKind
from desk.usecases.what_changed import ChangeLine as Change, ChangesView
from ui.desk_access import DeskAccess
from ui.screens.counter.changes_box import ChangeLine, ChangesState


class ChangesPresenter(QObject):
    """Begins and ends the shift, too."""

    state_changed = Signal(object)
    """Another ``ChangesState``."""

    def __init__(self, access: DeskAccess, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._access = access

    def begin(self) -> None:
        """The day begins: what came between the last shift and this one is news."""
        self._access.ask(self, self._access.desk.shift.begin, lambda _shift: self.read())

    def end(self) -> None:
        """The clerk leaves: nothing that comes after this has been seen."""
        self._access.ask(self, self._access.desk.shift.end, lambda _nothing: None)

    @Slot()
    def read(self) -> None:
        """Look up what changed."""
        language = self._access.translator.language
        self._access.ask(self, partial(self._access.desk.what_changed, language), self._found)

    def _found(self, view: ChangesView) -> None:
        lines = tuple(self._line(each) for each in view.lines)
        self.state_changed.emit(ChangesState(lines, view.rules_text))

    def _line(self, change: Change) -> ChangeLine:
        day = self._access.translator.formats.short_date(change.day)
        what = " · ".join((change.text, *change.errands, day))
        gone = change.change is ChangeKind.GONE
        return ChangeLine(change.name, what, "" if gone else change.id)
