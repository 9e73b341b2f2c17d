"""The small files beside the stores: private from birth, whole or not there, and errors in our words."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desk.errors import DiskFailing, DiskFull, FolderReadOnly

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_READ_ONLY = {errno.EACCES, errno.EPERM, errno.EROFS}


@contextmanager
def in_our_words(path: Path) -> Iterator[None]:
    """Turn what the operating system says about a path into the desk's errors."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise DiskFull(path=path) from error
        if error.errno in _READ_ONLY:
            raise FolderReadOnly(path=path) from error
        raise DiskFailing(path=path) from error


def make_private_folder(path: Path) -> None:
    """Make a folder that only its owner may enter; one that is there already is closed to others."""
    with in_our_words(path):
        path.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
        if path.stat().st_mode & 0o077:
            path.chmod(PRIVATE_FOLDER)


def write_whole(path: Path, content: bytes) -> None:
    """Put ``content`` in the place of the file so that a crash leaves the old or the new, never a half."""
    beside = path.with_name(f".{path.name}.new")
    with in_our_words(path):
        try:
            _write_through(beside, content)
            os.replace(beside, path)
        except OSError:
            beside.unlink(missing_ok=True)
            raise
        settle_folder(path.parent)


def _write_through(path: Path, content: bytes) -> None:
    handle = os.open(path, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, PRIVATE_FILE)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def settle_folder(folder: Path) -> None:
    """Make renames and new files in a folder survive a power cut; Windows has no such call and no such need."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
