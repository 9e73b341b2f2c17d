"""Reads and keeps who works at this desk, and after how long an empty one is locked."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from desk.errors import DeskError
from desk.model.ids import MemberId
from desk.model.role import Function
from desk.model.staff import Member
from ui.desk_access import DeskAccess
from ui.screens.point.staff_state import MemberWritten, StaffState


class StaffPresenter(QObject):
    """Holds what is shown of the staff."""

    state_changed = Signal(object)
    """Another ``StaffState``."""
    changed = Signal()
    """Somebody else works here, somebody is called otherwise, or the desk is locked after other minutes."""

    def __init__(self, access: DeskAccess, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._access = access
        self._state = StaffState()

    @Slot()
    def read(self) -> None:
        """Look up what is stored."""
        desk = self._access.desk
        self._access.ask(self, lambda: (desk.staff.read(), desk.idle_time.minutes()), self._found)

    @Slot(object)
    def write(self, written: MemberWritten) -> None:
        """Write a colleague down, or change one; what cannot be is refused at the form."""
        staff = self._access.desk.staff

        def work() -> Member:
            if written.member is None:
                return staff.add(written.draft, written.pin)
            changed = staff.change(written.member, written.draft)
            return staff.set_pin(written.member, written.pin) if written.pin else changed

        self._access.ask_or(self, work, self._kept, self._refused)

    @Slot(str, str)
    def set_pin(self, member: str, pin: str) -> None:
        """Give a colleague another PIN."""
        work = partial(self._access.desk.staff.set_pin, MemberId(member), pin)
        self._access.ask_or(self, work, self._kept, self._refused)

    @Slot(str)
    def retire(self, member: str) -> None:
        """A colleague does not work here any longer."""
        self._access.ask_or(self, partial(self._access.desk.staff.retire, MemberId(member)), self._kept, self._refused)

    @Slot(int)
    def lock_after(self, minutes: int) -> None:
        """Lock an empty desk after so many minutes."""
        self._access.ask(self, partial(self._access.desk.idle_time.set, minutes), self._changed)

    def _kept(self, _member: Member) -> None:
        self._state = replace(self._state, kept=self._state.kept + 1)
        self._changed(None)

    def _changed(self, _nothing: object) -> None:
        self.read()
        self.changed.emit()

    def _found(self, found: tuple[tuple[Member, ...], int]) -> None:
        members, minutes = found
        duty = self._access.desk.duty
        self._state = StaffState(
            members=members,
            me=duty.member,
            keeps_staff=duty.may(Function.KEEP_STAFF),
            sets_up=duty.may(Function.SET_UP_POINT),
            minutes=minutes,
            kept=self._state.kept,
        )
        self.state_changed.emit(self._state)

    def _refused(self, error: DeskError) -> None:
        self._state = replace(self._state, error=error)
        self.state_changed.emit(self._state)
