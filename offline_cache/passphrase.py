"""The root key locked with a passphrase: argon2id makes the wrapping key, ChaCha20-Poly1305 wraps.

Wrapped and not derived, so that a passphrase can be changed, and the recovery key can set a new one,
without encrypting every page again (docs/decisions/0002-encrypted-folder.md). Imported late: argon2 and
cryptography are not needed where a keyring holds the key.
"""

from __future__ import annotations

import secrets
import unicodedata

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from desk.errors import PassphraseTooShort
from offline_cache.description import PassphraseLock
from offline_cache.keys import RootKey

LEAST_LETTERS = 8
ITERATIONS = 3
MEMORY_KIB = 64 * 1024
LANES = 4
SALT_BYTES = 16
NONCE_BYTES = 12


def lock_key(key: RootKey, passphrase: str, folder_id: str) -> PassphraseLock:
    """Lock the root key; every parameter that is needed to open it again is in the result."""
    if len(passphrase) < LEAST_LETTERS:
        raise PassphraseTooShort(least=LEAST_LETTERS)
    salt, nonce = secrets.token_bytes(SALT_BYTES), secrets.token_bytes(NONCE_BYTES)
    lock = PassphraseLock(ITERATIONS, MEMORY_KIB, LANES, salt=salt, nonce=nonce, wrapped=b"")
    wrapped = _cipher(lock, passphrase).encrypt(nonce, key.secret, folder_id.encode())
    return PassphraseLock(ITERATIONS, MEMORY_KIB, LANES, salt=salt, nonce=nonce, wrapped=wrapped)


def open_lock(lock: PassphraseLock, passphrase: str, folder_id: str) -> RootKey | None:
    """The root key; ``None`` when it is another passphrase."""
    try:
        return RootKey(_cipher(lock, passphrase).decrypt(lock.nonce, lock.wrapped, folder_id.encode()))
    except InvalidTag:
        return None


def _cipher(lock: PassphraseLock, passphrase: str) -> ChaCha20Poly1305:
    typed = unicodedata.normalize("NFKC", passphrase).encode()
    return ChaCha20Poly1305(
        hash_secret_raw(typed, lock.salt, lock.iterations, lock.memory_kib, lock.lanes, 32, Type.ID)
    )
