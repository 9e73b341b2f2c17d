"""PINs kept fast: the real lock is slow on purpose."""

from __future__ import annotations

import hashlib
import secrets


class FakePins:
    """The port ``desk.ports.pins.PinLocks`` without the waiting."""

    def lock(self, pin: str) -> str:
        """A salt and a hash."""
        salt = secrets.token_hex(4)
        return f"{salt}:{_hashed(salt, pin)}"

    def opens(self, kept: str, pin: str) -> bool:
        """Whether it is the same PIN."""
        salt, _, hashed = kept.partition(":")
        return hashed == _hashed(salt, pin)


def _hashed(salt: str, pin: str) -> str:
    return hashlib.sha256(f"{salt}{pin}".encode()).hexdigest()
