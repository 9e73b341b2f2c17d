"""Reads and keeps this desk's agreements with authorities."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from desk.errands.wording import Wording
from desk.errors import DeskError
from desk.model.agreement import Agreement
from desk.model.ids import AgencyId
from ui.desk_access import DeskAccess
from ui.screens.point.state import AgreementsState


class AgreementsPresenter(QObject):
    """Holds what is shown of the agreements."""

    state_changed = Signal(object)
    """Another ``AgreementsState``."""
    changed = Signal()
    """Something was written down or taken away: steps may be handled here that were advised on, or the other way."""

    def __init__(self, access: DeskAccess, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._access = access
        self._state = AgreementsState()

    @Slot()
    def read(self) -> None:
        """Look up what is stored."""
        self._access.ask(self, self._access.desk.agreements.read, self._found)

    @Slot(object)
    def agree(self, agreement: Agreement) -> None:
        """Write an agreement down; what cannot be is refused at the form."""
        work = partial(self._access.desk.agreements.agree, agreement)
        self._access.ask_or(self, work, self._written, self._refused)

    @Slot(object)
    def withdraw(self, agreement: Agreement) -> None:
        """Take an agreement away."""
        self._access.ask(self, partial(self._access.desk.agreements.withdraw, agreement), self._written)

    @Slot()
    def reword(self) -> None:
        """Authorities have other names in another language."""
        if self._state.principals:
            self._found(self._state.agreements)

    def _written(self, agreements: tuple[Agreement, ...]) -> None:
        self._found(agreements)
        self.changed.emit()

    def _found(self, agreements: tuple[Agreement, ...]) -> None:
        desk, today = self._access.desk, self._access.desk.world.clock.today()
        wording = Wording(desk.world.bundle, self._access.translator.words, today)
        named = [(each.id, wording.agency(AgencyId(each.id))) for each in desk.agreements.principals()]
        self._show(AgreementsState(agreements, tuple(sorted(named, key=lambda each: each[1].casefold())), today))

    def _refused(self, error: DeskError) -> None:
        self._show(replace(self._state, error=error, wrong_day=""))

    def _show(self, state: AgreementsState) -> None:
        self._state = state
        self.state_changed.emit(state)
