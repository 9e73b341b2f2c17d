"""Copies of the casebook for every day: what is kept, and nothing that was said in a draft.

A draft is anonymous work of a day or two, and most drafts end with everything erased. A copy that holds none of it
need not be removed each time. In the copy such a draft is a visit that ended; its event says so, in a chain of the
copy's own: the chains of the devices are in it as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from desk.errors import CopyUnknown
from desk.events import CasebookKept, VisitDiscarded
from desk.model.hours import HELSINKI
from desk.model.ids import DeviceId, VisitId, uuid7
from desk.ports.keeping import Copy
from offline_cache.backup import STAMP, remove, settle, write_part
from offline_cache.casebook.journal import SqlCasebook
from offline_cache.connection import StoreConnection, StoreKind, connect
from offline_cache.description import BACKUPS

STEPS_BETWEEN_LOOKS = 20_000
"""Of the database's own machine: how often a copy under way looks whether it should stop."""
WHOLE, BEFORE = "whole", "before"
_DRAFTS = "SELECT id FROM visit WHERE NOT erased AND NOT kept AND ended_at IS NULL"
_HOLDING = "SELECT id FROM visit WHERE NOT erased AND (kept OR ended_at IS NULL)"


@dataclass(frozen=True, slots=True)
class Begun:
    """A copy that is written and does not count yet."""

    part: Path
    target: Path
    holds: frozenset[VisitId]
    """The visits of which there is something in it."""


def write_copy(source: StoreConnection, key: bytes, place: tuple[Path, str], now: datetime) -> Begun:
    """Write a copy of what this connection sees; ``place``: the data folder, and why it is made."""
    folder, why = place
    target = _free(folder / BACKUPS, now, why)
    part = write_part(source, target)
    try:
        return Begun(part, target, _without_drafts(part, key, now))
    except BaseException:
        remove(part)
        raise


def stoppable(connection: StoreConnection, stopped: Callable[[], bool]) -> None:
    """Let long work on a connection end when somebody asks for it."""
    connection.set_progress_handler(lambda: 1 if stopped() else 0, STEPS_BETWEEN_LOOKS)


def settle_copy(begun: Begun, live: StoreConnection) -> Copy | None:
    """Let a copy count, unless something that it holds was erased while it was written."""
    there = {row[0] for row in live.execute(_HOLDING)}
    if not begun.holds <= there:
        remove(begun.part)
        return None
    settle(begun.part, begun.target)
    return _told(begun.target)


def copies_in(folder: Path) -> tuple[Copy, ...]:
    """Every copy of the casebook, oldest first."""
    found = [_told(path) for path in (folder / BACKUPS).glob(f"{StoreKind.CASEBOOK.value}-*.db")]
    return tuple(sorted((copy for copy in found if copy is not None), key=lambda copy: (copy.made, copy.name)))


def path_of(folder: Path, name: str) -> Path:
    """The file of a copy; raises ``CopyUnknown``."""
    if name not in {copy.name for copy in copies_in(folder)}:
        raise CopyUnknown(name=name)
    return folder / BACKUPS / f"{name}.db"


def drop(folder: Path, but: Sequence[str] = ()) -> int:
    """Remove every copy but these; returns how many."""
    return _drop(folder, [copy for copy in copies_in(folder) if copy.name not in but])


def drop_out_of_time(folder: Path, today: date, days: int) -> int:
    """Remove the copies that have lived for so many days; so far in the future nobody knows how old one is."""
    long = timedelta(days=days)
    return _drop(folder, [copy for copy in copies_in(folder) if not today - long < copy.made.date() <= today + long])


def _drop(folder: Path, copies: Sequence[Copy]) -> int:
    for copy in copies:
        remove(folder / BACKUPS / f"{copy.name}.db")
    return len(copies)


def _without_drafts(part: Path, key: bytes, now: datetime) -> frozenset[VisitId]:
    connection = connect(part, key, kind=StoreKind.CASEBOOK)
    try:
        copy = SqlCasebook(connection, DeviceId(uuid7(int(now.timestamp() * 1000))), lambda: None)
        drafts = [row[0] for row in connection.execute(_DRAFTS).fetchall()]
        for draft in drafts:
            copy.append_and_erase(VisitId(draft), [VisitDiscarded(left_out=True)], now)
        copy.record_of_desk([CasebookKept("copied", len(drafts))], now)
        holds = frozenset(VisitId(row[0]) for row in connection.execute(_HOLDING))
        connection.execute("PRAGMA journal_mode = DELETE").fetchone()
        return holds
    finally:
        connection.close()


def _free(folder: Path, now: datetime, why: str) -> Path:
    """A name that no copy has: a clock that was set back may say the same second twice."""
    moment = now.astimezone(HELSINKI)
    while True:
        target = folder / f"{StoreKind.CASEBOOK.value}-{moment.strftime(STAMP)}-{why}.db"
        if not target.exists():
            return target
        moment += timedelta(seconds=1)


def _told(path: Path) -> Copy | None:
    _, _, rest = path.stem.partition("-")
    stamp, _, why = rest.partition("-")
    try:
        made = datetime.strptime(stamp, STAMP).replace(tzinfo=HELSINKI)
        size = path.stat().st_size
    except (ValueError, OSError):
        return None  # somebody else's file, or gone meanwhile
    return Copy(path.stem, made, size, why or WHOLE)
