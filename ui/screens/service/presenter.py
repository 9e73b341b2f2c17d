"""Shows one service's sheet, and says it again in another language."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from desk.errors import DeskError
from desk.model.role import Function
from desk.usecases.show_service import ShownService
from ui.desk_access import DeskAccess
from ui.screens.service.sheet_words import SheetWords


@dataclass(frozen=True, slots=True)
class _Found:
    """A service, and the addresses of the official forms that are on this desk."""

    shown: ShownService
    forms: frozenset[str]


class ServicePresenter(QObject):
    """Holds the sheet that is shown."""

    state_changed = Signal(object)
    """Another ``SheetState``; ``None`` when there is none."""

    def __init__(self, access: DeskAccess, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._access = access
        self._shown: ShownService | None = None
        self._forms: frozenset[str] = frozenset()
        self._wanted: str | None = None
        """What was asked for last: an answer about anything else comes too late."""

    @property
    def service(self) -> str | None:
        """The service shown."""
        return self._shown.sheet.id if self._shown is not None else None

    @Slot(str)
    def show(self, service: str) -> None:
        """Look a service up."""
        self._wanted = service
        work = partial(self._look_up, service)
        self._access.ask_or(self, work, partial(self._found, service), partial(self._not_found, service))

    @Slot()
    def reword(self) -> None:
        """Say the same in another language."""
        if self._shown is not None:
            self._say()

    @Slot()
    def look_again(self) -> None:
        """Something about it is another than before: a note, or the catalogue."""
        if self._wanted is not None:
            self.show(self._wanted)

    @Slot()
    def forget(self) -> None:
        """The next person does not see what the last one asked about."""
        self._shown = self._wanted = None
        self.state_changed.emit(None)

    def _look_up(self, service: str) -> _Found:
        desk = self._access.desk
        shown = desk.show_service(service)
        has_forms = any(channel.forms for channel in shown.sheet.channels)
        return _Found(shown, desk.give_form.here() if has_forms else frozenset())

    def _found(self, service: str, found: _Found) -> None:
        if service == self._wanted:
            self._shown, self._forms = found.shown, found.forms
            self._say()

    def _not_found(self, service: str, error: DeskError) -> None:
        """What was shown before is still shown."""
        if service == self._wanted:
            self._wanted = self.service
            self._access.messages.tell_error(error)

    def _say(self) -> None:
        if self._shown is not None:
            state = SheetWords(self._access.translator, self._shown, self._forms).state()
            sets_up = self._access.desk.duty.may(Function.SET_UP_POINT)
            self.state_changed.emit(state if sets_up else replace(state, place=""))
