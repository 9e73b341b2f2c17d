"""The time in which nobody was there, told by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ui.idle_lock import Watch


@dataclass
class StillTime:
    """A clock and its one alarm: ``go_on`` moves both."""

    seconds: float = 0.0
    rings_at: float | None = None
    ring: Callable[[], None] = lambda: None

    def set(self, seconds: float, ring: Callable[[], None]) -> None:
        """Ring once after so long."""
        assert seconds > 0
        self.rings_at, self.ring = self.seconds + seconds, ring

    def stop(self) -> None:
        """Do not ring."""
        self.rings_at = None

    def go_on(self, seconds: float) -> None:
        """Let time pass; what rings meanwhile rings at its moment."""
        end = self.seconds + seconds
        while self.rings_at is not None and self.rings_at <= end:
            self.seconds, self.rings_at = self.rings_at, None
            self.ring()
        self.seconds = end

    def sleep(self, seconds: float) -> None:
        """Time passes and nothing can ring, as when a laptop sleeps."""
        self.seconds += seconds

    @property
    def watch(self) -> Watch:
        """What the program is handed."""
        return Watch(lambda: self.seconds, self)
