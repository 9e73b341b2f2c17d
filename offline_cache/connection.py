"""The one door to a store file: the right SQLite library, the key, the pragmas, and errors in our words.

Nothing else in the program opens a store. A second SQLite library on the same file, or even reading
the file's bytes in our own process, drops SQLite's locks and has destroyed databases in trials.

SQLCipher's locked and wiped memory (``cipher_memory_security``) stays off: it is process-wide and made
inserting three times and a search ten times slower (docs/decisions/0002-encrypted-folder.md).
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from desk.errors import (
    DeskError,
    DiskFailing,
    DiskFull,
    FolderReadOnly,
    StoreDamaged,
    StoreLocked,
    StoreMissing,
    WorkInterrupted,
)
from offline_cache.files import write_whole

if TYPE_CHECKING:
    # sqlcipher3 has the standard library's interface and no type hints of its own.
    from sqlite3 import dbapi2 as sqlcipher
else:
    from sqlcipher3 import dbapi2 as sqlcipher

KEY_BYTES = 32
BUSY_MILLISECONDS = 5000
LOG_MILLISECONDS = 1000
"""How long emptying the log waits for readers: the clerk waits with it, and it is tried again."""
PROBE_BYTES = 64 * 1024

_FULL = {sqlcipher.SQLITE_FULL}
_READ_ONLY = {sqlcipher.SQLITE_READONLY, sqlcipher.SQLITE_PERM, sqlcipher.SQLITE_CANTOPEN}
_DAMAGED = {sqlcipher.SQLITE_CORRUPT, sqlcipher.SQLITE_NOTADB}
_LOCKED = {sqlcipher.SQLITE_BUSY, sqlcipher.SQLITE_LOCKED, sqlcipher.SQLITE_PROTOCOL}


class StoreKind(Enum):
    """The two stores: what is in the casebook exists nowhere else, the catalogue can be fetched again."""

    CASEBOOK = "casebook"
    CATALOGUE = "catalogue"

    @property
    def file_name(self) -> str:
        """The store's file in the data folder; errors tell the kind by its stem."""
        return f"{self.value}.db"

    @property
    def pragmas(self) -> tuple[str, ...]:
        """FULL survives a power cut, NORMAL only a killed program; deleted answers are overwritten."""
        if self is StoreKind.CASEBOOK:
            return ("PRAGMA synchronous = FULL", "PRAGMA secure_delete = ON")
        return ("PRAGMA synchronous = NORMAL",)


def known_error(error: sqlcipher.Error, path: Path) -> DeskError | None:
    """The desk's error for one of SQLite's, or None when it is a bug of ours."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return None
    primary = code & 0xFF
    if primary in _FULL:
        return DiskFull(path=path)
    if primary in _READ_ONLY:
        return FolderReadOnly(path=path)
    if primary in _DAMAGED:
        return StoreDamaged(path=path, kind=path.stem)
    if primary in _LOCKED:
        return StoreLocked(path=path)
    if primary == sqlcipher.SQLITE_INTERRUPT:
        return WorkInterrupted(path=path)
    if primary == sqlcipher.SQLITE_IOERR:
        return DiskFull(path=path) if _takes_no_more(path) else DiskFailing(path=path)
    return None


def _takes_no_more(path: Path) -> bool:
    """Whether the disk or a quota refuses more: SQLite calls that a failed write as well."""
    probe = path.with_name(".space")
    try:
        write_whole(probe, bytes(PROBE_BYTES))
    except DiskFull:
        return True
    except DeskError:
        return False
    probe.unlink(missing_ok=True)
    return False


def _raise_in_our_words(error: sqlcipher.Error, path: Path) -> NoReturn:
    known = known_error(error, path)
    if known is None:
        raise error
    raise known from error


class StoreCursor(sqlcipher.Cursor):
    """A cursor whose errors are the desk's: a damaged page may show only when rows are fetched."""

    path: Path

    def execute(self, sql: str, parameters: Any = ()) -> StoreCursor:
        """Run one statement."""
        try:
            super().execute(sql, parameters)
        except sqlcipher.Error as error:
            _raise_in_our_words(error, self.path)
        return self

    def executemany(self, sql: str, rows: Iterable[Any]) -> StoreCursor:
        """Run one statement for each row."""
        try:
            super().executemany(sql, rows)
        except sqlcipher.Error as error:
            _raise_in_our_words(error, self.path)
        return self

    def fetchone(self) -> Any:
        """The next row, or None."""
        try:
            return super().fetchone()
        except sqlcipher.Error as error:
            _raise_in_our_words(error, self.path)

    def fetchmany(self, size: int | None = 1) -> list[Any]:
        """The next rows."""
        try:
            return super().fetchmany(size)
        except sqlcipher.Error as error:
            _raise_in_our_words(error, self.path)

    def fetchall(self) -> list[Any]:
        """All rows that are left."""
        try:
            return super().fetchall()
        except sqlcipher.Error as error:
            _raise_in_our_words(error, self.path)

    def __next__(self) -> Any:
        try:
            return super().__next__()
        except sqlcipher.Error as error:
            _raise_in_our_words(error, self.path)


class StoreConnection(sqlcipher.Connection):
    """A keyed connection to one store file."""

    path: Path

    def cursor(self, factory: Any = StoreCursor) -> Any:
        """A new cursor that speaks the desk's errors."""
        made = super().cursor(factory)
        made.path = self.path
        return made

    def execute(self, sql: str, parameters: Any = ()) -> StoreCursor:
        """Run one statement on a new cursor."""
        cursor: StoreCursor = self.cursor()
        return cursor.execute(sql, parameters)

    def executemany(self, sql: str, rows: Iterable[Any]) -> StoreCursor:
        """Run one statement for each row, on a new cursor."""
        cursor: StoreCursor = self.cursor()
        return cursor.executemany(sql, rows)

    def commit(self) -> None:
        """Make the open transaction last."""
        try:
            super().commit()
        except sqlcipher.Error as error:
            _raise_in_our_words(error, self.path)

    def rollback(self) -> None:
        """Drop the open transaction."""
        try:
            super().rollback()
        except sqlcipher.Error as error:
            _raise_in_our_words(error, self.path)


@contextmanager
def transaction(connection: StoreConnection) -> Iterator[StoreConnection]:
    """One write transaction: takes the write lock at once, commits at the end, rolls back on any error."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield connection
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


@contextmanager
def snapshot(connection: StoreConnection) -> Iterator[StoreConnection]:
    """Several reads that see one state, whatever another process writes meanwhile."""
    connection.execute("BEGIN")
    try:
        yield connection
    finally:
        connection.execute("ROLLBACK")


def empty_log(connection: StoreConnection) -> bool:
    """Move the write-ahead log into the store and cut it to nothing; false when a reader elsewhere forbids it now."""
    connection.execute(f"PRAGMA busy_timeout = {LOG_MILLISECONDS}")
    try:
        busy, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    finally:
        connection.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
    return bool(busy == 0)


def create_file(path: Path) -> None:
    """Make an empty store file that only its owner can read; SQLite gives its -wal and -shm the same mode."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError:
        return
    except OSError as error:
        raise FolderReadOnly(path=path) from error


def connect(
    path: Path,
    key: bytes,
    *,
    read_only: bool = False,
    kind: StoreKind = StoreKind.CASEBOOK,
) -> StoreConnection:
    """Open an existing store file (see ``create_file``) with its raw key, in autocommit mode.

    Write through ``transaction(connection)``. The key must be known to be right (the folder's key-check
    value tells): here a wrong key and a damaged file look the same and are called damaged.
    """
    if len(key) != KEY_BYTES:
        raise ValueError("a store key has 32 bytes")
    if not path.is_file():
        raise StoreMissing(path=path)
    writable = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    if not (writable or read_only):
        raise FolderReadOnly(path=path)
    connection = _open(path, "rw" if writable else "ro")
    try:
        _prepare(connection, key, read_only=read_only, kind=kind)
    except BaseException:
        connection.close()
        raise
    return connection


def in_memory(path: Path) -> StoreConnection:
    """A store in memory alone, without a table and gone when it is closed; its errors name the store at ``path``."""
    connection = sqlcipher.connect(":memory:", factory=StoreConnection, isolation_level=None)
    connection.path = path
    return connection


def _open(path: Path, mode: str) -> StoreConnection:
    uri = path.resolve().as_uri() + f"?mode={mode}"
    if mode == "ro" and not logs_of(path)[0].exists():
        uri += "&immutable=1"
    try:
        connection = sqlcipher.connect(
            uri,
            uri=True,
            factory=StoreConnection,
            isolation_level=None,
            check_same_thread=False,
            timeout=BUSY_MILLISECONDS / 1000,
        )
    except sqlcipher.Error as error:
        _raise_in_our_words(error, path)
    connection.path = path
    return connection


def _prepare(connection: StoreConnection, key: bytes, *, read_only: bool, kind: StoreKind) -> None:
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    connection.execute("PRAGMA foreign_keys = ON")
    for pragma in kind.pragmas:
        connection.execute(pragma)
    if read_only:
        connection.execute("PRAGMA query_only = ON")
    else:
        connection.execute("PRAGMA journal_mode = WAL").fetchone()


def logs_of(path: Path) -> tuple[Path, Path]:
    """What SQLite keeps beside a store file: its write-ahead log, and that log's index."""
    return path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")
