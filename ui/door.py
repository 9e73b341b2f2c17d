"""Opens the data folder: silently where the keyring knows the key, else by a passphrase; and locks the window.

The window does not wait: the folder is opened on the store lane after the first paint.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from PySide6.QtCore import QObject, Signal, Slot

from desk.errors import DeskError, KeyringGone, NoKeySource, PassphrasesDiffer, PassphraseTooShort, WrongKey
from ui.screens.unlock.view import DoorKind, DoorState
from ui.tasks import Runner

if TYPE_CHECKING:
    from desk.ports import PassphraseGiver
    from desk.usecases.desk_rooms import Desk


class OpenDesk(Protocol):
    """An open data folder, as bootstrap hands it over."""

    @property
    def desk(self) -> Desk:
        """The use cases."""
        ...

    @property
    def recovery_key(self) -> str | None:
        """The key for the recovery sheet, when the folder was made just now."""
        ...

    def close(self) -> None:
        """Close the stores."""
        ...


@dataclass(slots=True)
class TypedPassphrase:
    """What was typed at the door, as the stores ask for it. ``was_asked`` tells that the folder needs one."""

    first: str | None = field(default=None, repr=False)
    second: str = field(default="", repr=False)
    given: str | None = field(default=None, repr=False)
    was_asked: bool = False

    def is_given(self) -> bool:
        """Tell whether the environment has it: then a new folder prefers it to the keyring."""
        return self.given is not None

    def passphrase(self) -> str | None:
        """Return the passphrase of an existing folder."""
        self.was_asked = True
        return self.given if self.given is not None else self.first

    def new_passphrase(self) -> tuple[str, str] | None:
        """Return a new passphrase as it was typed twice."""
        self.was_asked = True
        if self.given is not None:
            return self.given, self.given
        return (self.first, self.second) if self.first is not None else None


class DoorParts(NamedTuple):
    """What the door is made of; bootstrap builds it."""

    folder: Path
    folder_exists: Callable[[], bool]
    open_desk: Callable[[PassphraseGiver], OpenDesk]
    check_key: Callable[[PassphraseGiver], None]
    """Raises ``WrongKey`` and its kin when the folder would not open with this."""
    let_in_again: Callable[[str, PassphraseGiver], None]
    """Gives the folder a new key by the one on its recovery sheet."""
    given: str | None = None


class Door(QObject):
    """Holds whether the desk is open, and why not."""

    state_changed = Signal(object)
    """Another ``DoorState``; ``None`` when the way is free."""
    opened = Signal(object)
    """The desk is open (``OpenDesk``)."""
    unlocked = Signal()
    """The clerk is back."""

    def __init__(self, parts: DoorParts, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._runner = runner
        self._state = DoorState(DoorKind.TROUBLE, str(parts.folder))
        self._typed = TypedPassphrase(given=parts.given)
        self._needs_passphrase = False
        self._is_open = False

    @Slot()
    def open(self) -> None:
        """Try without asking."""
        self._try(TypedPassphrase(given=self._parts.given))

    @Slot(str, str)
    def enter(self, first: str, second: str) -> None:
        """Try with what was typed at the door."""
        given = None if first else self._parts.given
        typed = TypedPassphrase(first or None, second, given)
        self._show(self._state._replace(busy=True, error=None))
        if self._is_open:
            check = partial(self._parts.check_key, typed)
            self._runner.run(check, self._checked, self._refused, self)
        else:
            self._try(typed)

    @Slot()
    def lock(self) -> None:
        """The clerk goes away."""
        if self._is_open:
            kind = DoorKind.LOCKED_PASSPHRASE if self._needs_passphrase else DoorKind.LOCKED
            self._show(DoorState(kind, str(self._parts.folder)))

    @Slot(bool)
    def want_sheet(self, wanted: bool) -> None:
        """The key is lost and the recovery sheet at hand; or not, and all is tried again."""
        if not wanted:
            self.open()
            return
        by_keyring = isinstance(self._state.error, KeyringGone)
        kind = DoorKind.RECOVER_KEYRING if by_keyring else DoorKind.RECOVER
        self._show(DoorState(kind, str(self._parts.folder)))

    @Slot(str, str, str)
    def recover(self, key: str, first: str, second: str) -> None:
        """Open by the recovery sheet."""
        self._show(self._state._replace(busy=True, error=None))
        work = partial(self._parts.let_in_again, key, TypedPassphrase(first, second))
        self._runner.run(work, lambda _nothing: self._try(TypedPassphrase(first or None)), self._not_recovered, self)

    def _not_recovered(self, error: DeskError) -> None:
        self._show(self._state._replace(busy=False, error=error))

    def _try(self, typed: TypedPassphrase) -> None:
        self._typed = typed
        self._runner.run(partial(self._parts.open_desk, typed), self._opened, self._refused, self)

    def _opened(self, opened: OpenDesk) -> None:
        self._is_open = True
        self._needs_passphrase = self._typed.was_asked
        self._typed = TypedPassphrase()
        self.state_changed.emit(None)
        self.opened.emit(opened)

    def _checked(self, _nothing: None) -> None:
        self.state_changed.emit(None)
        self.unlocked.emit()

    def _refused(self, error: DeskError) -> None:
        self._typed = TypedPassphrase()
        if self._is_open:
            self._show(self._state._replace(busy=False, error=error))
            return
        exists = self._parts.folder_exists()
        asks = isinstance(error, NoKeySource | WrongKey | PassphrasesDiffer | PassphraseTooShort)
        asks = asks and not (isinstance(error, WrongKey) and not self._asked_before)
        kind = DoorKind.TROUBLE if not asks else DoorKind.PASSPHRASE if exists else DoorKind.CREATE
        told = None if isinstance(error, NoKeySource) else error
        self._show(DoorState(kind, str(self._parts.folder), told))

    @property
    def _asked_before(self) -> bool:
        return self._state.kind in (DoorKind.PASSPHRASE, DoorKind.CREATE)

    def _show(self, state: DoorState) -> None:
        self._state = state
        self.state_changed.emit(state)
