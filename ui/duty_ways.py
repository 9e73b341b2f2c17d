"""Who is at the desk: they sign in, lock it, are found away, come back, or hand it to a colleague.

Where no staff is written down nobody signs in, and the lock is the data folder's door (``ui.door``).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from desk.errors import DeskError
from desk.model.staff import Member
from desk.model.visit import Visit
from desk.usecases.sign_in import AtTheDoor
from ui.desk_access import DeskAccess
from ui.idle_lock import IdleLock, TimerAlarm, Watch, since_start
from ui.kept_focus import KeptFocus, give_back, kept_focus
from ui.late import Late
from ui.main_window import MainWindow
from ui.privacy_cover import PrivacyCover
from ui.real_input import RealInput
from ui.screens.sign_in.state import LeftBehind, SigningIn, SignInState
from ui.shortcuts import Shortcut
from ui.widgets.idle_line import IdleLine
from ui.widgets.status_line import Who

if TYPE_CHECKING:
    from ui.screens.sign_in.view import SignInScreen


@dataclass(frozen=True, slots=True)
class DutyParts:
    """What it works with. ``visit`` tells the visit at hand; ``watch`` brings the time."""

    app: QApplication
    window: MainWindow
    screen: Late[SignInScreen]
    visit: Callable[[], Visit | None]
    watch: Watch | None = None


class DutyWays(QObject):
    """Covers the work while nobody is signed in, and gives it back as it was."""

    locked = Signal()
    """The work is about to be covered: nothing may lie over the door."""
    entered = Signal()
    """Somebody is there who was not before, or works in another role: what they may is another."""
    handed_over = Signal()
    """The visit at hand was put away for somebody else."""

    def __init__(self, parts: DutyParts, access: DeskAccess, parent: QObject) -> None:
        super().__init__(parent)
        self._parts, self._access = parts, access
        self._state = SignInState()
        self._before: QWidget | None = None
        self._kept = KeptFocus(None)
        self._begin: Callable[[], None] | None = None
        self.privacy = PrivacyCover(parts.app, access.translator, self)
        self.idle = IdleLock(parts.watch or Watch(since_start, TimerAlarm(self)), self)
        self._input = RealInput(parts.app, self, rests=parts.watch is None)
        self._line = IdleLine(access.translator, parts.window)
        self._input.happened.connect(self.idle.somebody_is_there)
        self.idle.warned.connect(self._line.show_seconds)
        self.idle.locked.connect(self._nobody_there)
        parts.screen.tie(lambda screen: screen.signed_in.connect(self._enter))

    def keys(self) -> dict[Shortcut, Callable[[], None]]:
        """The keys of who goes away."""
        return {Shortcut.LOCK: self.lock, Shortcut.PRIVACY: self.privacy.put_on}

    def begin(self, begin: Callable[[], None]) -> None:
        """Let the day begin: at once where nobody signs in, else when somebody did."""
        self.read_minutes()
        if not self._access.desk.duty.is_staffed:
            self.idle.start()
            begin()
            return
        self._begin = begin
        self._cover(None)

    def close(self) -> None:
        """Watch no more."""
        self.idle.stop()
        self._input.close()
        self.privacy.lift()

    def read_minutes(self) -> None:
        """Look up after how long an empty desk is locked."""
        self._access.ask(self, self._access.desk.idle_time.minutes, self.idle.set_minutes)

    @Slot()
    def look_again(self) -> None:
        """The staff is another, or the minutes are."""
        self.read_minutes()
        self.entered.emit()

    @Slot()
    def _nobody_there(self) -> None:
        """Lock; what covers the work already, as the first start does, shows nothing of anybody."""
        if self._parts.window.is_covered:
            self.idle.start()
        else:
            self.lock()

    @Slot()
    def lock(self) -> None:
        """The clerk goes away, or is away: cover the work."""
        window = self._parts.window
        if window.is_covered:
            return
        self.privacy.lift()
        self.idle.stop()
        self._kept, self._before = kept_focus(), window.shown
        self.locked.emit()
        if self._access.desk.duty.is_staffed:
            self._access.ask(self, partial(self._access.desk.sign_in.leave, locked=True), _told)
            self._cover(self._left_behind())

    @Slot()
    def come_back(self) -> None:
        """The work is uncovered again: the focus is where it was."""
        self.idle.start()
        give_back(self._kept)
        self._kept = KeptFocus(None)

    @property
    def who(self) -> Who | None:
        """Who is signed in, for the frame."""
        duty = self._access.desk.duty
        return Who(duty.name, duty.role, duty.stores_nothing) if duty.role is not None else None

    def _left_behind(self) -> LeftBehind | None:
        duty, visit = self._access.desk.duty, self._parts.visit()
        if duty.member is None or duty.role is None:
            return None
        number = visit.number if visit is not None else None
        return LeftBehind(duty.member, duty.name, duty.role, number, visit is not None and visit.unkept)

    def _cover(self, left: LeftBehind | None) -> None:
        screen = self._parts.screen()
        self._show(SignInState(left=left, expected=left.member if left is not None else None))
        self._parts.window.cover(screen)
        screen.take_focus()
        self._access.ask(self, self._access.desk.sign_in.at_the_door, self._found)

    def _found(self, door: AtTheDoor) -> None:
        left = self._state.left
        expected = left.member if left is not None else door.last
        self._show(self._state._replace(members=door.members, expected=expected))
        if self._parts.window.is_covered:
            self._parts.screen().take_focus()

    @Slot(object)
    def _enter(self, typed: SigningIn) -> None:
        self._show(self._state._replace(busy=True, error=None))
        work = partial(self._access.desk.sign_in.enter, typed.member, typed.pin, typed.role, self._put_away())
        self._access.ask_or(self, work, self._entered, self._refused)

    def _put_away(self) -> Callable[[], object] | None:
        visit = self._parts.visit()
        if visit is None or not visit.is_open or visit.unkept:
            return None
        return partial(self._access.desk.close_visit.park, visit.id)

    def _refused(self, error: DeskError) -> None:
        self._show(self._state._replace(busy=False, error=error))
        self._parts.screen().take_focus()

    def _entered(self, member: Member) -> None:
        left, role = self._state.left, self._access.desk.duty.role
        same = left is not None and (left.member, left.role) == (member.id, role)
        self._show(SignInState())
        self._parts.window.uncover(self._before)
        if same:
            self.come_back()
            return
        self._kept = KeptFocus(None)
        self.idle.start()
        self.entered.emit()
        if self._begin is not None:
            begin, self._begin = self._begin, None
            begin()
        else:
            self.handed_over.emit()

    def _show(self, state: SignInState) -> None:
        self._state = state
        self._parts.screen().render_state(state)


def _told(_nothing: None) -> None:
    """It is in the journal; there is nothing to show."""
