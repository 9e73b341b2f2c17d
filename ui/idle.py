"""Small pieces of work for the quiet minutes: what a clerk will soon want is ready when they want it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer, Slot

_FIRST_AFTER_MS = 3000
_BETWEEN_MS = 400
"""Each piece takes some frames: never two in a row."""


class IdleWork(QObject):
    """Does one piece after another, with rests between, until none is left."""

    def __init__(self, pieces: Iterable[Callable[[], object]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pieces = iter(tuple(pieces))
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._next)

    @Slot()
    def start(self) -> None:
        """Begin after a while: the first moments belong to the clerk."""
        self._timer.start(_FIRST_AFTER_MS)

    def close(self) -> None:
        """Do no more."""
        self._timer.stop()

    @Slot()
    def _next(self) -> None:
        self._timer.setInterval(_BETWEEN_MS)
        piece = next(self._pieces, None)
        if piece is None:
            self._timer.stop()
        else:
            piece()
