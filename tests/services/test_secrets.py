"""The keyring behind its port: in time or not at all, never plain text, and its failures in our words."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import chainer, fail, null
from keyring.errors import InitError, PasswordSetError

from desk.errors import KeyringRefused, KeyringSilent
from services.passphrases import GivenPassphrase
from services.secrets import SystemKeyring, is_safe, system_keyring

FOLDER = Path("folder")
ROOT = Path(__file__).parents[2]


class MemoryBackend(KeyringBackend):
    """A backend that works."""

    priority = 1

    def __init__(self):
        super().__init__()
        self.kept = {}

    def get_password(self, service, username):
        return self.kept.get((service, username))

    def set_password(self, service, username, password):
        self.kept[service, username] = password

    def delete_password(self, service, username):
        del self.kept[service, username]


class LockedBackend(MemoryBackend):
    """A backend that was dismissed, as a keyring without a display is."""

    def get_password(self, service, username):
        raise InitError("Failed to unlock the collection!")

    def set_password(self, service, username, password):
        raise PasswordSetError


class PromptingBackend(MemoryBackend):
    """A backend that waits for a password that nobody types."""

    def __init__(self):
        super().__init__()
        self.typed = threading.Event()

    def get_password(self, service, username):
        self.typed.wait()
        return "late"


class PlaintextKeyring(MemoryBackend):
    """What keyrings.alt offers."""


PlaintextKeyring.__module__ = "keyrings.alt.file"


def test_a_secret_is_kept_and_given_back_under_the_programs_name():
    backend = MemoryBackend()
    kept = SystemKeyring(backend, FOLDER)
    assert kept.read("folder-1") is None
    kept.store("folder-1", "ab" * 32)
    assert kept.read("folder-1") == "ab" * 32
    assert list(backend.kept) == [("palvelutiski", "folder-1")]


def test_a_locked_keyring_refuses_with_its_reason():
    locked = SystemKeyring(LockedBackend(), FOLDER)
    with pytest.raises(KeyringRefused) as caught:
        locked.read("folder-1")
    assert caught.value.details == {"path": "folder", "reason": "Failed to unlock the collection!"}
    with pytest.raises(KeyringRefused) as caught:
        locked.store("folder-1", "ab")
    assert caught.value.details["reason"] == "PasswordSetError"


def test_a_keyring_that_prompts_and_nobody_answers_is_silent():
    backend = PromptingBackend()
    with pytest.raises(KeyringSilent):
        SystemKeyring(backend, FOLDER, seconds=0.05).read("folder-1")
    backend.typed.set()


@pytest.mark.parametrize("backend", [fail.Keyring, null.Keyring, PlaintextKeyring])
def test_a_backend_that_fails_forgets_or_writes_plain_text_is_not_used(monkeypatch, backend):
    monkeypatch.setattr(keyring, "get_keyring", backend)
    assert not is_safe(backend())
    assert system_keyring(FOLDER) is None


def test_the_best_safe_backend_of_several_is_taken(monkeypatch):
    memory = MemoryBackend()
    chain = chainer.ChainerBackend()
    monkeypatch.setattr(chainer.ChainerBackend, "backends", [PlaintextKeyring(), memory])
    monkeypatch.setattr(keyring, "get_keyring", lambda: chain)
    chosen = system_keyring(FOLDER)
    assert chosen is not None
    chosen.store("folder-1", "ab")
    assert memory.kept == {("palvelutiski", "folder-1"): "ab"}


def test_without_any_keyring_there_is_none():
    assert os.environ["PYTHON_KEYRING_BACKEND"] == "keyring.backends.fail.Keyring"
    assert system_keyring(FOLDER) is None


def test_a_given_passphrase_counts_as_typed_twice_and_none_as_nobody_there():
    assert GivenPassphrase("abc").new_passphrase() == ("abc", "abc")
    assert GivenPassphrase("abc").is_given()
    assert "abc" not in repr(GivenPassphrase("abc"))
    nobody = GivenPassphrase(None)
    assert (nobody.is_given(), nobody.passphrase(), nobody.new_passphrase()) == (False, None, None)


ON_A_REAL_KEYRING = """
import subprocess, sys
from pathlib import Path
daemon = ["gnome-keyring-daemon", "--unlock", "--components=secrets", "--daemonize"]
subprocess.run(daemon, input=b"pw", check=True, capture_output=True)
from services.secrets import system_keyring
chosen = system_keyring(Path("folder"), 20)
assert chosen.read("folder-1") is None
chosen.store("folder-1", "ab" * 32)
print(chosen.read("folder-1"))
"""


@pytest.mark.alone
@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("gnome-keyring-daemon"), reason="there is no gnome-keyring on this machine")
@pytest.mark.skipif(not shutil.which("dbus-run-session"), reason="there is no D-Bus on this machine")
def test_a_real_keyring_keeps_the_key():
    told = {name: value for name, value in os.environ.items() if name != "PYTHON_KEYRING_BACKEND"}
    ran = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-c", ON_A_REAL_KEYRING],
        cwd=ROOT,
        env=told,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ran.stdout.strip() == "ab" * 32, ran.stderr
