"""The operating system's keyring: keeps the root key, answers in time or not at all, and never in plain text.

A locked keyring may block on a prompt that nobody sees, so every call runs in a thread of its own with a
time-out. A thread that is still blocked then cannot be stopped; it is a daemon and ends with the program.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import keyring
from keyring.backend import KeyringBackend
from keyring.errors import KeyringError

from desk.errors import KeyringRefused, KeyringSilent

SERVICE = "palvelutiski"
SECONDS_TO_ANSWER = 30.0
"""Long enough to type the password of a locked keyring into its own window."""

_PLAIN_OR_NONE = ("keyrings.alt", "keyring.backends.fail", "keyring.backends.null")

_Answer = TypeVar("_Answer")


class SystemKeyring:
    """A keyring backend behind the port ``desk.ports.Keyring``."""

    def __init__(self, backend: KeyringBackend, folder: Path, seconds: float = SECONDS_TO_ANSWER) -> None:
        """``folder`` is only told in errors."""
        self._backend = backend
        self._folder = folder
        self._seconds = seconds

    def read(self, name: str) -> str | None:
        """The secret of this name, or None."""
        return self._in_time(lambda: self._backend.get_password(SERVICE, name))

    def store(self, name: str, secret: str) -> None:
        """Keep a secret under this name."""
        self._in_time(lambda: self._backend.set_password(SERVICE, name, secret))

    def _in_time(self, call: Callable[[], _Answer]) -> _Answer:
        answers: list[_Answer] = []
        failures: list[Exception] = []

        def ask() -> None:
            try:
                answers.append(call())
            except Exception as error:  # noqa: BLE001 — backends raise what their system raises; all of it is told
                failures.append(error)

        thread = threading.Thread(target=ask, name="keyring", daemon=True)
        thread.start()
        thread.join(self._seconds)
        if answers:
            return answers[0]
        if failures:
            raise KeyringRefused(path=self._folder, reason=_told(failures[0])) from failures[0]
        raise KeyringSilent(path=self._folder)


def _told(error: Exception) -> str:
    return str(error) or type(error).__name__


def is_safe(backend: KeyringBackend) -> bool:
    """Whether a backend really keeps secrets: not the ones that fail, forget, or write plain text."""
    return not type(backend).__module__.startswith(_PLAIN_OR_NONE)


def system_keyring(folder: Path, seconds: float = SECONDS_TO_ANSWER) -> SystemKeyring | None:
    """The best safe keyring of this computer, or None where there is none."""
    try:
        chosen = keyring.get_keyring()
    except (KeyringError, RuntimeError):
        return None
    candidates = getattr(chosen, "backends", [chosen])
    for backend in candidates:
        if is_safe(backend):
            return SystemKeyring(backend, folder, seconds)
    return None
