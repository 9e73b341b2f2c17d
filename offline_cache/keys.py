"""Keys: one root key a folder, a raw key for each store, the key-check value, and the recovery key on paper.

HKDF is written out (RFC 5869, checked against its vectors) because importing a library for these lines
costs more at start than opening both stores.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass

from desk.errors import RecoveryKeyMistyped
from offline_cache.connection import KEY_BYTES, StoreKind

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base32: no I, L, O or U."""

GROUPS = 13
SYMBOLS = 4
_READ_AS = str.maketrans("OIL", "011", " -\t\r\n\u00a0")


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

    def check_value(self, folder_id: str) -> bytes:
        """Tells a wrong key from a damaged file, and gives nothing away about the key."""
        return hkdf_sha256(self.secret, salt=folder_id.encode(), info=b"palvelutiski key check")

    def fits(self, folder_id: str, check_value: bytes) -> bool:
        """Whether this is the folder's key."""
        return hmac.compare_digest(self.check_value(folder_id), check_value)


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
    number = int.from_bytes(key.secret, "big")
    symbols = [(number >> 5 * place) & 31 for place in reversed(range(GROUPS * SYMBOLS))]
    groups = [symbols[start : start + SYMBOLS] for start in range(0, len(symbols), SYMBOLS)]
    return " ".join(
        "".join(ALPHABET[symbol] for symbol in [*group, _check(place, group)]) for place, group in enumerate(groups)
    )


def read_recovery_key(typed: str) -> RootKey:
    """The root key from its printed form; the first group that cannot be right is named."""
    text = typed.upper().translate(_READ_AS)
    size = SYMBOLS + 1
    symbols: list[int] = []
    for place in range(GROUPS):
        group = [ALPHABET.find(letter) for letter in text[place * size : (place + 1) * size]]
        if len(group) != size or -1 in group or _check(place, group[:SYMBOLS]) != group[SYMBOLS]:
            raise RecoveryKeyMistyped(group=place + 1, groups=GROUPS)
        symbols += group[:SYMBOLS]
    number = 0
    for symbol in symbols:
        number = number << 5 | symbol
    if len(text) != GROUPS * size or number >> 8 * KEY_BYTES:
        raise RecoveryKeyMistyped(group=GROUPS, groups=GROUPS)
    return RootKey(number.to_bytes(KEY_BYTES, "big"))


def _check(place: int, group: list[int]) -> int:
    """A check symbol that finds every single wrong symbol, every swap of two, and groups in the wrong order.

    It is a sum over the field of 32 elements, each place with a weight of its own.
    """
    total = 0
    weight = 1
    for symbol in [*group, place]:
        weight = _times(weight, 2)
        total ^= _times(weight, symbol)
    return total


def _times(left: int, right: int) -> int:
    product = 0
    while right:
        if right & 1:
            product ^= left
        right >>= 1
        left <<= 1
        if left & 32:
            left ^= 0b100101
    return product
