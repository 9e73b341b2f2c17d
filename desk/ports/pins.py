"""What the desk needs to keep a PIN so that it cannot be read back."""

from __future__ import annotations

from typing import Protocol


class PinLocks(Protocol):
    """Makes of a PIN what may be stored. Slow by design: it is asked on the store lane."""

    def lock(self, pin: str) -> str:
        """Return what is kept of a PIN."""
        ...

    def opens(self, kept: str, pin: str) -> bool:
        """Tell whether it is the same PIN; what cannot be read opens to nobody."""
        ...
