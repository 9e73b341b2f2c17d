"""Files that a person names on the command line, or chooses to write: read and written in the desk's own words."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path

from desk.errors import DiskFull, FileMissing, FileUnreadable, PaperNotWritten

LARGEST = 64 * 1024**2
"""Bytes; a file of answers or a script is never larger, and a device or endless pipe must not fill the memory."""


def read_file(path: Path) -> bytes:
    """Return a small file; raises ``FileMissing`` or ``FileUnreadable``."""
    try:
        with path.open("rb") as stream:
            return stream.read(LARGEST)
    except FileNotFoundError:
        raise FileMissing(path=path) from None
    except OSError as refused:
        raise FileUnreadable(path=path, reason=refused.strerror) from refused


def write_paper(path: Path, content: bytes) -> None:
    """Write a paper whole or not at all; raises ``PaperNotWritten`` or ``DiskFull``."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, unfinished = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as refused:
        raise _in_our_words(refused, path) from refused
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        Path(unfinished).replace(path)
    except OSError as refused:
        Path(unfinished).unlink(missing_ok=True)
        raise _in_our_words(refused, path) from refused


def _in_our_words(refused: OSError, path: Path) -> DiskFull | PaperNotWritten:
    if refused.errno in (errno.ENOSPC, errno.EDQUOT):
        return DiskFull(path=path)
    return PaperNotWritten(path=path, reason=refused.strerror)
