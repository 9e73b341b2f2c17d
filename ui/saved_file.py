"""Writes what the clerk wants to keep into the file that they chose. Runs off the window's thread."""

from __future__ import annotations

from pathlib import Path

from desk.errors import PaperNotWritten


def write_file(path: Path, content: bytes) -> None:
    """Write a file whole; raises ``PaperNotWritten``."""
    try:
        path.write_bytes(content)
    except OSError as error:
        raise PaperNotWritten(path=path, reason=error.strerror or error) from error
