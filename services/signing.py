"""Publishers' keys: Ed25519. Imported late, because the library costs more than opening a desk."""

from __future__ import annotations

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from desk.model.pack import PublisherKey


class Ed25519Keys:
    """Implements ``desk.ports.packs.PublisherKeys``. A secret is 32 random bytes in hexadecimal digits."""

    def new_secret(self) -> str:
        """Draw a new secret."""
        return Ed25519PrivateKey.generate().private_bytes_raw().hex()

    def public(self, secret: str) -> PublisherKey:
        """The key that everyone may know."""
        return PublisherKey(_private(secret).public_key().public_bytes_raw().hex())


def signature(secret: str, text: bytes) -> bytes:
    """Sign a text."""
    return _private(secret).sign(text)


def is_signed(key: str, text: bytes, signed: bytes) -> bool:
    """Tell whether this key signed this text; false for what is no key at all."""
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(key)).verify(signed, text)
    except (InvalidSignature, ValueError):
        return False
    return True


def _private(secret: str) -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(bytes.fromhex(secret))
