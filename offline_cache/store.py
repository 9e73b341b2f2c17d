"""Opens the data folder: both stores with their keys, at the newest schema, for one writer or any reader.

When the schema is the newest, which a plain query tells, nothing heavy is imported.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import Enum
from pathlib import Path

from desk.errors import StoreMissing, StoreNewer
from desk.model.ids import DeviceId
from offline_cache.backup import back_up, sweep
from offline_cache.connection import StoreConnection, StoreKind, connect, create_file, empty_log, logs_of
from offline_cache.description import FolderDescription, read_description
from offline_cache.files import in_our_words, make_private_folder
from offline_cache.folder import FolderTools, completed, describe, found, is_new, store_path, unlock
from offline_cache.keys import RootKey, WorkerKeys, recovery_key
from offline_cache.lock import LOCK_NAME, WriterLock, take_writer_lock
from offline_cache.restored import finish, is_decided

STEPS = {
    StoreKind.CASEBOOK: ("casebook_0001", "casebook_0002", "casebook_0003", "casebook_0004"),
    StoreKind.CATALOGUE: ("catalogue_0001", "catalogue_0002"),
}
"""Every step of each store's line, oldest first: known here so that a newest schema is seen without alembic."""


class Access(Enum):
    """One writes, any number read beside."""

    WRITE = "write"
    READ = "read"


@dataclass(frozen=True, slots=True)
class DeskFolder:
    """An open data folder. Whoever opened it closes it."""

    path: Path
    device: DeviceId
    casebook: StoreConnection
    catalogue: StoreConnection
    keys: WorkerKeys
    casebook_key: bytes = field(repr=False)
    """For copies and checks of the casebook, on connections of their own."""
    recovery_key: str | None = field(default=None, repr=False)
    """For the recovery sheet, when the folder has just been made (``folder.recovery_key_again`` gives it later)."""
    lock: WriterLock | None = None

    def another_catalogue(self) -> StoreConnection:
        """A second connection to the catalogue, to write on while others read. Whoever opened it closes it."""
        return open_catalogue(self.path, self.keys)

    def close(self) -> None:
        """Close both stores and let the next writer in."""
        self.casebook.close()
        self.catalogue.close()
        if self.lock is not None:
            self.lock.close()


def open_catalogue(path: Path, keys: WorkerKeys) -> StoreConnection:
    """The catalogue of a folder that is open already, here or in the process that gave the keys."""
    return connect(store_path(path, StoreKind.CATALOGUE), keys.catalogue, kind=StoreKind.CATALOGUE)


def open_folder(path: Path, tools: FolderTools, now: datetime, access: Access = Access.WRITE) -> DeskFolder:
    """Open a data folder; a writer makes it when it is not there yet.

    A reader that finds an older schema becomes a writer for a moment, or says who is one.
    """
    if access is Access.WRITE:
        return _open_for_writing(path, tools, now)
    description = describe(path)
    if is_decided(path):  # a restore was cut short: whoever comes first ends it
        _open_for_writing(path, tools, now).close()
        description = describe(path)
    key = unlock(path, description, tools)
    whole = description.complete and store_path(path, StoreKind.CATALOGUE).exists()
    if not (whole and all(_is_newest(path, key, kind) for kind in StoreKind)):
        _open_for_writing(path, tools, now).close()
    return _connected(path, description, key, None)


def _open_for_writing(path: Path, tools: FolderTools, now: datetime) -> DeskFolder:
    is_new(path)  # raises before anything is made in a folder that is not ours
    begun_here = not path.exists()
    make_private_folder(path)
    lock = take_writer_lock(path, now)
    try:
        finish(path, now)
        return _made_ready(path, tools, now, lock)
    except BaseException:
        if begun_here:
            _leave_nothing(path)
        lock.close()
        raise


def _made_ready(path: Path, tools: FolderTools, now: datetime, lock: WriterLock) -> DeskFolder:
    if is_new(path):
        description, key = found(path, tools, now)
    else:
        description = read_description(path)
        key = unlock(path, description, tools)
    for kind in StoreKind:
        sweep(path, kind)
        _make_if_new(path, kind, description)
        if not _is_newest(path, key, kind):
            _back_up(path, key, kind, now)
            tools.migrations().upgrade(store_path(path, kind), key.for_store(kind), kind)
    folder = _connected(path, description, key, lock)
    empty_log(folder.casebook)  # a desk that was killed while it erased may have left answers in the log
    if description.complete:
        return folder
    completed(path, description)
    return replace(folder, recovery_key=recovery_key(key))


def _connected(path: Path, description: FolderDescription, key: RootKey, lock: WriterLock | None) -> DeskFolder:
    casebook = _connect(path, key, StoreKind.CASEBOOK, read_only=lock is None)
    try:
        catalogue = _connect(path, key, StoreKind.CATALOGUE, read_only=lock is None)
    except BaseException:
        casebook.close()
        raise
    device, of_casebook = DeviceId(description.device_id), key.for_store(StoreKind.CASEBOOK)
    return DeskFolder(path, device, casebook, catalogue, key.for_worker(), of_casebook, lock=lock)


def _connect(path: Path, key: RootKey, kind: StoreKind, *, read_only: bool) -> StoreConnection:
    return connect(store_path(path, kind), key.for_store(kind), kind=kind, read_only=read_only)


def _make_if_new(path: Path, kind: StoreKind, description: FolderDescription) -> None:
    """The catalogue can always be made anew; a casebook that was there and is gone is a loss."""
    file = store_path(path, kind)
    if file.exists():
        return
    if kind is StoreKind.CASEBOOK and description.complete:
        raise StoreMissing(path=file)
    for left in logs_of(file):
        with in_our_words(left):
            left.unlink(missing_ok=True)
    create_file(file)


def _is_newest(path: Path, key: RootKey, kind: StoreKind) -> bool:
    """Whether nothing has to be migrated; raises when the file is of a newer program."""
    connection = _connect(path, key, kind, read_only=True)
    try:
        step = _step_of(connection)
    finally:
        connection.close()
    if step is not None and step not in STEPS[kind]:
        raise StoreNewer(path=store_path(path, kind))
    return step == STEPS[kind][-1]


def _step_of(connection: StoreConnection) -> str | None:
    found_table = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").fetchone()
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone() if found_table else None
    return row[0] if row else None


def _back_up(path: Path, key: RootKey, kind: StoreKind, now: datetime) -> None:
    connection = _connect(path, key, kind, read_only=False)
    try:
        if _step_of(connection) is not None:
            back_up(connection, path, kind, now)
    finally:
        connection.close()


def _leave_nothing(path: Path) -> None:
    """Take a folder away again in which nothing but the lock was made."""
    if {entry.name for entry in path.iterdir()} <= {LOCK_NAME}:
        (path / LOCK_NAME).unlink(missing_ok=True)
        path.rmdir()
