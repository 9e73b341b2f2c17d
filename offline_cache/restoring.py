"""Puts a backup of the casebook in the place of the casebook.

The backup is tried first, and written out whole beside the old store; only then does one step decide. What was there
before is kept as a last copy, or, where it cannot be read any more, aside as it is. A desk that is killed in between
finds the old store, or ends what was decided. The restored store goes on as another device: its journal is a branch of
the old one, and nobody shall take the two for the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from desk.errors import CopyDamaged, StoreDamaged, StoreMissing
from desk.events import CasebookKept
from desk.model.ids import DeviceId, uuid7
from desk.ports.keeping import Copy
from offline_cache import backup
from offline_cache.casebook import copying
from offline_cache.casebook.checking import check
from offline_cache.casebook.journal import SqlCasebook
from offline_cache.connection import StoreConnection, StoreKind, connect
from offline_cache.files import in_our_words, settle_folder
from offline_cache.folder import FolderTools, describe, store_path, unlock
from offline_cache.lock import take_writer_lock
from offline_cache.restored import RESTORED, RESTORING, finish

_NEWER = "SELECT count(*), count(DISTINCT visit) FROM event WHERE id NOT IN (SELECT id FROM old.event)"
_OPENED = "SELECT count(*) FROM visit WHERE id NOT IN (SELECT id FROM old.visit)"


@dataclass(frozen=True, slots=True)
class NewerWork:
    """What is in the casebook and not in the backup."""

    events: int
    visits: int
    """Visits in which something happened since."""
    opened: int
    """Of them, those that were opened since."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did, or would do."""

    name: str
    made: datetime
    lost: NewerWork | None
    """``None``: the casebook cannot be read, and nobody can tell."""
    before: Copy | None = None
    """The last copy of what was there."""
    aside: Path | None = None
    """Where the old store lies, when no copy of it could be made."""


@dataclass(frozen=True, slots=True)
class _Work:
    folder: Path
    key: bytes
    tools: FolderTools
    now: datetime

    @property
    def store(self) -> Path:
        return store_path(self.folder, StoreKind.CASEBOOK)


def restore(folder: Path, name: str, tools: FolderTools, now: datetime, *, dry: bool = False) -> Restored:
    """Put a backup in the place of the casebook, or with ``dry`` only tell what would be lost. Nobody may write."""
    description = describe(folder)
    copy = copying.path_of(folder, name)
    key = unlock(folder, description, tools).for_store(StoreKind.CASEBOOK)
    lock = take_writer_lock(folder, now)
    try:
        finish(folder, now)
        work = _Work(folder, key, tools, now)
        _try(copy, name, key)
        made = next(each.made for each in copying.copies_in(folder) if each.name == name)
        lost = _newer_work(work, copy)
        if dry:
            return Restored(name, made, lost)
        before = _last_copy(work)
        _write_out(work, copy, lost)
        with in_our_words(folder):
            (folder / RESTORING).replace(folder / RESTORED)
            settle_folder(folder)
        aside = finish(folder, now)
        if before is not None and aside is not None:
            backup.remove(aside)
            aside = None
        return Restored(name, made, lost, before, aside)
    finally:
        lock.close()


def _try(copy: Path, name: str, key: bytes) -> None:
    """Look at every page and every link of the backup."""
    try:
        found = check(partial(connect, copy, key, kind=StoreKind.CASEBOOK, read_only=True))
    except StoreDamaged as damaged:
        raise CopyDamaged(name=name, reason="damaged") from damaged
    if found.damaged_pages:
        raise CopyDamaged(name=name, reason=f"{found.damaged_pages} damaged pages")
    if found.broken is not None:
        raise CopyDamaged(name=name, reason=f"event {found.broken.sequence} {found.broken.reason}")


def _newer_work(work: _Work, copy: Path) -> NewerWork | None:
    try:
        with _present(work) as connection:
            connection.execute("ATTACH ? AS old KEY ?", (str(copy), f"x'{work.key.hex()}'"))
            events, visits = connection.execute(_NEWER).fetchone()
            (opened,) = connection.execute(_OPENED).fetchone()
            return NewerWork(events, visits, opened)
    except (StoreDamaged, StoreMissing):
        return None


def _last_copy(work: _Work) -> Copy | None:
    """A copy of what is there now; ``None`` when it cannot be read any more. A full disk ends the restore here."""
    try:
        if check(partial(connect, work.store, work.key, kind=StoreKind.CASEBOOK, read_only=True)).damaged_pages:
            return None
        with _present(work) as connection:
            begun = copying.write_copy(connection, work.key, (work.folder, copying.BEFORE), work.now)
            return copying.settle_copy(begun, connection)
    except (StoreDamaged, StoreMissing):
        return None


@contextmanager
def _present(work: _Work) -> Iterator[StoreConnection]:
    with closing(connect(work.store, work.key, kind=StoreKind.CASEBOOK)) as connection:
        yield connection


def _write_out(work: _Work, copy: Path, lost: NewerWork | None) -> None:
    """Write the backup out beside the store, at the newest schema, and say in its journal that it was restored."""
    target = work.folder / RESTORING
    with closing(connect(copy, work.key, kind=StoreKind.CASEBOOK, read_only=True)) as source:
        backup.write_out(source, target)
    try:
        work.tools.migrations().upgrade(target, work.key, StoreKind.CASEBOOK)
        with closing(connect(target, work.key, kind=StoreKind.CASEBOOK)) as connection:
            device = DeviceId(uuid7(int(work.now.timestamp() * 1000)))
            told = CasebookKept("restored", lost.events if lost is not None else 0)
            SqlCasebook(connection, device, lambda: None).record_of_desk([told], work.now)
            connection.execute("PRAGMA journal_mode = DELETE").fetchone()
        if not check(partial(connect, target, work.key, kind=StoreKind.CASEBOOK, read_only=True)).is_whole:
            raise CopyDamaged(name=copy.stem, reason="damaged")
    except BaseException:
        backup.remove(target)
        raise
