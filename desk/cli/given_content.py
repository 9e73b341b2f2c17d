"""What is personal comes from a file or from the standard input, never from the command line itself."""

from __future__ import annotations

import sys
from pathlib import Path

from services.given_files import LARGEST, read_file


def content_of(file: Path) -> bytes:
    """Return what a file holds, or what the standard input says when it is called "-"."""
    return sys.stdin.buffer.read(LARGEST) if str(file) == "-" else read_file(file)
