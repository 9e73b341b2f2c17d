"""``desk.lock``: one writer a folder, held by the operating system, so a killed desk frees it at once.

The text in the file only names the holder to whoever comes second; it holds nothing by itself.
"""

from __future__ import annotations

import errno
import os
import socket
import sys
from datetime import datetime
from pathlib import Path

import msgspec

from desk.errors import DeskBusy, DiskFailing
from offline_cache.files import PRIVATE_FILE, in_our_words

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

LOCK_NAME = "desk.lock"
FAR_BYTE = 1 << 30
"""Windows locks bytes against reading too: this one is far behind the holder's name."""

_TAKEN = {errno.EACCES, errno.EAGAIN, errno.EDEADLK}


class Holder(msgspec.Struct, frozen=True):
    """Who writes."""

    pid: str = "?"
    host: str = "?"
    since: str = "?"


class WriterLock:
    """The right to write in a folder, until ``close()`` or the end of the process."""

    def __init__(self, path: Path, handle: int) -> None:
        """Use ``take_writer_lock``."""
        self.path = path
        self._handle: int | None = handle

    def close(self) -> None:
        """Let the next writer in."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


def take_writer_lock(folder: Path, now: datetime) -> WriterLock:
    """Take the lock at once, or say who has it."""
    path = folder / LOCK_NAME
    with in_our_words(path):
        handle = os.open(path, os.O_CREAT | os.O_RDWR, PRIVATE_FILE)
    try:
        if not _lock(handle, path):
            holder = _read_holder(handle)
            raise DeskBusy(path=folder, pid=holder.pid, host=holder.host, since=holder.since)
        holder = Holder(str(os.getpid()), socket.gethostname(), f"{now:%Y-%m-%d %H:%M}")
        _write_holder(handle, path, holder)
    except BaseException:
        os.close(handle)
        raise
    return WriterLock(path, handle)


def _lock(handle: int, path: Path) -> bool:
    try:
        if sys.platform == "win32":
            os.lseek(handle, FAR_BYTE, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in _TAKEN:
            return False
        raise DiskFailing(path=path) from error
    return True


def _write_holder(handle: int, path: Path, holder: Holder) -> None:
    with in_our_words(path):
        os.lseek(handle, 0, os.SEEK_SET)
        os.truncate(handle, 0)
        os.write(handle, msgspec.json.encode(holder) + b"\n")


def _read_holder(handle: int) -> Holder:
    os.lseek(handle, 0, os.SEEK_SET)
    try:
        return msgspec.json.decode(os.read(handle, 4096), type=Holder)
    except msgspec.DecodeError:
        return Holder()
