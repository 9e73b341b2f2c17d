"""Opens a window for practice beside this one: a program of its own, so that nothing of the one reaches the other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QProcess


def start_beside(argv: Sequence[str]) -> bool:
    """Start a program that goes on when this one ends; false when it could not be started."""
    started: tuple[bool, int] | bool = QProcess.startDetached(argv[0], list(argv[1:]))
    return started[0] if isinstance(started, tuple) else started
