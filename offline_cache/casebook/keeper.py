"""The casebook as a whole: its heads, its copies, its checks, and what of it is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import date, datetime
from pathlib import Path

from desk.errors import WorkInterrupted
from desk.model.ids import DeviceId
from desk.model.keeping import Kept
from desk.ports import BrokenLink
from desk.ports.keeping import Comparison, Copy, Head, StoreCheck
from offline_cache.casebook import checking, comparing, copying, forgetting, keeping, verification
from offline_cache.casebook.copying import Begun
from offline_cache.casebook.journal import SqlCasebook
from offline_cache.connection import StoreConnection, StoreKind, connect
from offline_cache.folder import store_path
from offline_cache.store import DeskFolder

PROJECTIONS = "projections.version"
"""Setting: what the projections were made by."""
PROJECTIONS_VERSION = "1"
"""Another one when a projection is added, or means something else."""


def keeper_in(folder: DeskFolder) -> SqlCasebookKeeper:
    """The keeper of an open data folder."""
    return SqlCasebookKeeper(folder.path, folder.device, folder.casebook, folder.casebook_key)


class SqlCasebookKeeper:
    """The port ``desk.ports.keeping.CasebookKeeper``."""

    def __init__(self, folder: Path, device: DeviceId, connection: StoreConnection, key: bytes) -> None:
        self._folder = folder
        self._device = device
        self._connection = connection
        self._key = key
        self._begun: dict[str, Begun] = {}

    def heads(self) -> tuple[Head, ...]:
        """The end of each device's chain."""
        return verification.heads_of(self._connection)

    def holds(self, sequence: int, code: bytes) -> bool:
        """Whether an event that was anchored is still as it was."""
        return verification.holds(self._connection, sequence, code)

    def last_links(self) -> BrokenLink | None:
        """Look at the end of this device's chain alone."""
        return verification.last_break(self._connection, self._device)

    def keep_projections_current(self) -> None:
        """Make the projections of everything that goes on again, when an older program made them."""
        casebook = SqlCasebook(self._connection, self._device, lambda: None)
        if casebook.setting(PROJECTIONS) != PROJECTIONS_VERSION:
            casebook.project_unfinished()
            casebook.set_setting(PROJECTIONS, PROJECTIONS_VERSION)

    def kept(self) -> tuple[Kept, ...]:
        """All that is kept of visits that are over."""
        return keeping.kept(self._connection)

    def log_to_forget(self, before: datetime, now: datetime) -> int:
        """How many events of the log have content and are older."""
        until = forgetting.last_before(self._connection, self._device, before, now)
        return forgetting.count(self._connection, self._device, until)

    def forget_log(self, before: datetime, now: datetime) -> int:
        """Erase the content of the log that is older."""
        until, done = forgetting.last_before(self._connection, self._device, before, now), 0
        casebook = SqlCasebook(self._connection, self._device, lambda: None)
        while (start := forgetting.forgotten(self._connection)) < until:
            done += casebook.forget_log(min(until, start + forgetting.AT_ONCE), now)
        return done

    def check(self, stopped: Callable[[], bool]) -> StoreCheck:
        """Look at everything, on a connection of its own."""
        return checking.check(lambda: self._connected(stopped))

    def compare(self, stopped: Callable[[], bool], *, going_on: bool = False) -> Comparison:
        """Lay what screens read beside the journal, on a connection of its own."""
        with self._apart(stopped) as connection:
            return comparing.compare(connection, stopped, going_on=going_on)

    def rebuild(self) -> None:
        """Make every projection again from the journal, in one transaction."""
        SqlCasebook(self._connection, self._device, lambda: None).rebuild()

    def copies(self) -> tuple[Copy, ...]:
        """The backups, oldest first."""
        return copying.copies_in(self._folder)

    def begin_copy(self, now: datetime, why: str, stopped: Callable[[], bool]) -> str | None:
        """Write a copy beside whoever works; ``None`` when it was stopped."""
        try:
            with self._apart(stopped) as source:
                begun = copying.write_copy(source, self._key, (self._folder, why), now)
        except WorkInterrupted:
            return None
        self._begun[begun.target.stem] = begun
        return begun.target.stem

    def settle_copy(self, begun: str) -> Copy | None:
        """Let a copy count, unless what it holds was erased meanwhile."""
        return copying.settle_copy(self._begun.pop(begun), self._connection)

    def drop_copies(self, but: Sequence[str] = ()) -> int:
        """Remove every copy but these."""
        return copying.drop(self._folder, but)

    def drop_copies_out_of_time(self, today: date, days: int) -> int:
        """Remove the copies that have lived for so many days."""
        return copying.drop_out_of_time(self._folder, today, days)

    @contextmanager
    def _apart(self, stopped: Callable[[], bool]) -> Iterator[StoreConnection]:
        """A connection that only reads, beside the one that others work on."""
        with closing(self._connected(stopped)) as connection:
            yield connection

    def _connected(self, stopped: Callable[[], bool]) -> StoreConnection:
        path = store_path(self._folder, StoreKind.CASEBOOK)
        connection = connect(path, self._key, kind=StoreKind.CASEBOOK, read_only=True)
        copying.stoppable(connection, stopped)
        return connection
