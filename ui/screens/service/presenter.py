"""Shows one service's sheet, and says it again in another language."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from desk.usecases.show_service import ShownService
from ui.desk_access import DeskAccess
from ui.screens.service.sheet_words import SheetWords


class ServicePresenter(QObject):
    """Holds the sheet that is shown."""

    state_changed = Signal(object)
    """Another ``SheetState``; ``None`` when there is none."""

    def __init__(self, access: DeskAccess, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._access = access
        self._shown: ShownService | None = None

    @property
    def service(self) -> str | None:
        """The service shown."""
        return self._shown.sheet.id if self._shown is not None else None

    @Slot(str)
    def show(self, service: str) -> None:
        """Look a service up."""
        self._access.ask(self, partial(self._access.desk.show_service, service), self._found)

    @Slot()
    def reword(self) -> None:
        """Say the same in another language."""
        if self._shown is not None:
            self._found(self._shown)

    @Slot()
    def look_again(self) -> None:
        """Something about it is another than before: a note, or the catalogue."""
        if self._shown is not None:
            self.show(self._shown.sheet.id)

    @Slot()
    def forget(self) -> None:
        """The next person does not see what the last one asked about."""
        self._shown = None
        self.state_changed.emit(None)

    def _found(self, shown: ShownService) -> None:
        self._shown = shown
        self.state_changed.emit(SheetWords(self._access.translator, shown).state())
