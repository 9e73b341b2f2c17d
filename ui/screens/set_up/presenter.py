"""Leads through the first start: each page is stored when it is left, so nothing is lost when one goes away."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from desk.errors import DeskError
from desk.model.plan import WhoToAsk
from desk.model.role import Role
from desk.usecases.desk_rooms import Desk
from desk.usecases.point_details import NameInLanguage
from i18n.language import Language
from ui.desk_access import DeskAccess
from ui.screens.set_up.state import SetUpState, Step


class SetUpPresenter(QObject):
    """Holds what is shown of the first start."""

    state_changed = Signal(object)
    """Another ``SetUpState``."""
    left = Signal()
    """All is said, or later."""

    def __init__(self, access: DeskAccess, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._access = access
        self._state = SetUpState()

    @property
    def state(self) -> SetUpState:
        """As it stands."""
        return self._state

    @Slot()
    def begin(self) -> None:
        """From the first page."""
        self._read(Step.PURPOSE)

    @Slot()
    def back(self) -> None:
        """To the page before."""
        self._show(replace(self._state, step=self._state.beside(-1), error=None))

    @Slot()
    def go_on(self) -> None:
        """To the next page; after the last one the work begins."""
        if self._state.step is Step.READY:
            self.leave()
        else:
            self._read(self._state.beside(1))

    @Slot()
    def leave(self) -> None:
        """All is said, or the rest is for later: the desk works without it."""
        self._access.ask(self, self._desk.set_up.finish, lambda _nothing: self.left.emit())

    def be(self, role: Role) -> None:
        """What the desk is for; then to the next page."""
        self._write(partial(self._desk.set_up.work_as, role), self._state.beside(1))

    def be_called(self, details: WhoToAsk, names: Mapping[Language, NameInLanguage]) -> None:
        """Its name and how it is reached; then to the next page, unless something was refused."""

        def write() -> None:
            self._desk.point_details.write(details)
            for language, called in names.items():
                self._desk.point_details.write_name(language, called)

        self._write(write, self._state.beside(1))

    def serve(self, languages: Sequence[Language], works_in: Language, printer: str) -> None:
        """In which languages citizens are served, in which one works, on which printer; then to the next page."""

        def write() -> None:
            self._desk.set_up.serve_in(languages)
            self._desk.set_up.work_in(works_in)
            self._desk.set_up.print_on(printer)

        self._write(write, self._state.beside(1))

    @property
    def _desk(self) -> Desk:
        return self._access.desk

    def _write(self, write: Callable[[], None], then: Step) -> None:
        self._access.ask_or(self, write, lambda _nothing: self._read(then), self._refused)

    def _refused(self, error: DeskError) -> None:
        self._show(replace(self._state, error=error))

    def _read(self, step: Step) -> None:
        desk = self._desk

        def read() -> SetUpState:
            details = desk.point_details.read() or WhoToAsk("")
            return SetUpState(step, desk.set_up.read(), details, desk.point_details.names(), desk.set_up.printers())

        self._access.ask(self, read, self._show)

    def _show(self, state: SetUpState) -> None:
        self._state = state
        self.state_changed.emit(state)
