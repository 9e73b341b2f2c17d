"""PINs locked with argon2id: what is kept names its own parameters, so that later ones may be heavier.

Imported when the first PIN is made or asked for.
"""

from __future__ import annotations

from argon2 import PasswordHasher, Type
from argon2.exceptions import InvalidHashError, VerificationError

ITERATIONS = 3
MEMORY_KIB = 64 * 1024
LANES = 4


class Argon2Pins:
    """The port ``desk.ports.pins.PinLocks``."""

    def __init__(self) -> None:
        self._hasher = PasswordHasher(ITERATIONS, MEMORY_KIB, LANES, type=Type.ID)

    def lock(self, pin: str) -> str:
        """What is kept of a PIN: a salt of its own, the parameters, the hash."""
        return self._hasher.hash(pin)

    def opens(self, kept: str, pin: str) -> bool:
        """Whether it is the same PIN."""
        try:
            return self._hasher.verify(kept, pin)
        except (VerificationError, InvalidHashError):
            return False
