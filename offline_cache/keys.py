"""Keys: one root key a folder, a raw key for each store, the key-check value, and the recovery key on paper.

HKDF is written out (RFC 5869, checked against its vectors) because importing a library for these lines
costs more at start than opening both stores.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass, field

from desk.errors import RecoveryKeyMistyped
from desk.model.spoken_code import SlipOfTheTongue, spelled, unspelled
from offline_cache.connection import KEY_BYTES, StoreKind


@dataclass(frozen=True, slots=True)
class RootKey:
    """The 256 random bits that everything in the folder hangs on. They are never shown in a log."""

    secret: bytes

    def __post_init__(self) -> None:
        if len(self.secret) != KEY_BYTES:
            raise ValueError("a root key has 32 bytes")

    def __repr__(self) -> str:
        return "RootKey(…)"

    @staticmethod
    def random() -> RootKey:
        """A new key."""
        return RootKey(secrets.token_bytes(KEY_BYTES))

    def for_store(self, kind: StoreKind) -> bytes:
        """The raw key of one store."""
        return hkdf_sha256(self.secret, info=f"palvelutiski store {kind.value}".encode())

    def for_worker(self) -> WorkerKeys:
        """What a process needs that refreshes the catalogue, and no more."""
        refresh = hkdf_sha256(self.secret, info=b"palvelutiski store refresh")
        return WorkerKeys(self.for_store(StoreKind.CATALOGUE), refresh)

    def check_value(self, folder_id: str) -> bytes:
        """Tells a wrong key from a damaged file, and gives nothing away about the key."""
        return hkdf_sha256(self.secret, salt=folder_id.encode(), info=b"palvelutiski key check")

    def fits(self, folder_id: str, check_value: bytes) -> bool:
        """Whether this is the folder's key."""
        return hmac.compare_digest(self.check_value(folder_id), check_value)


@dataclass(frozen=True, slots=True)
class WorkerKeys:
    """The keys of what can be fetched again. With them nobody comes to the casebook."""

    catalogue: bytes = field(repr=False)
    refresh: bytes = field(repr=False)


def hkdf_sha256(secret: bytes, *, salt: bytes = b"", info: bytes = b"", length: int = KEY_BYTES) -> bytes:
    """HKDF with SHA-256 (RFC 5869)."""
    pseudo_random = hmac.digest(salt or bytes(hashlib.sha256().digest_size), secret, "sha256")
    made, block = b"", b""
    for number in range(1, -(-length // len(pseudo_random)) + 1):
        block = hmac.digest(pseudo_random, block + info + bytes([number]), "sha256")
        made += block
    return made[:length]


def recovery_key(key: RootKey) -> str:
    """The root key to print and keep: 13 groups of four symbols and a check symbol."""
    return spelled(key.secret)


def read_recovery_key(typed: str) -> RootKey:
    """The root key from its printed form; the first group that cannot be right is named."""
    try:
        return RootKey(unspelled(typed, KEY_BYTES))
    except SlipOfTheTongue as slip:
        raise RecoveryKeyMistyped(group=slip.group, groups=slip.groups) from None
