"""A keyring that holds one key, for processes that are started with it."""

from __future__ import annotations


class GivenKey:
    """Whatever is asked, this is the key."""

    def __init__(self, secret: str) -> None:
        """The root key in hexadecimal digits."""
        self._secret = secret

    def read(self, name: str) -> str | None:
        """The key."""
        return self._secret

    def store(self, name: str, secret: str) -> None:
        """Another key, from now on."""
        self._secret = secret
