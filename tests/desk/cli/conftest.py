"""The command line called as a function: exit code, standard output, standard error."""

from __future__ import annotations

import json
import os
import shutil
from dataclasses import dataclass
from typing import Any

import pytest

from desk.cli.main import run
from offline_cache import passphrase

PASSPHRASE = "for trials only, nothing real"


@dataclass(frozen=True)
class Said:
    """How a command ended."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        """The one JSON document on standard output."""
        return json.loads(self.out)

    @property
    def one_line(self) -> str:
        """What a known error says: one line, and nothing on standard output."""
        assert self.out == ""
        lines = self.err.strip().splitlines()
        assert len(lines) == 1, self.err
        assert "Traceback" not in self.err
        return lines[0]


@pytest.fixture
def call(capsys, monkeypatch):
    """Run one command line in this process, in English."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")

    def one(*words: object) -> Said:
        capsys.readouterr()
        code = run([str(word) for word in words])
        told = capsys.readouterr()
        assert "Traceback" not in told.err + told.out
        return Said(code, told.out, told.err)

    return one


LITTLE_MEMORY_KIB = 1024


@pytest.fixture(autouse=True)
def quick_locks(monkeypatch):
    """A folder that is founded here opens at once: what a guess at its passphrase costs is not what is tried."""
    monkeypatch.setattr(passphrase, "MEMORY_KIB", LITTLE_MEMORY_KIB)


@pytest.fixture(scope="session")
def made_folder(tmp_path_factory):
    """A data folder that was founded once; each test gets a copy."""
    path = tmp_path_factory.mktemp("made") / "data"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DESK_PASSPHRASE", PASSPHRASE)
        patch.setattr(passphrase, "MEMORY_KIB", LITTLE_MEMORY_KIB)
        assert run(["--data-dir", str(path), "--json", "catalogue", "status"]) == 0
    return path


@pytest.fixture
def folder(made_folder, tmp_path, monkeypatch):
    """A data folder of the test's own, named by the environment as an administrator would."""
    path = tmp_path / "data"
    shutil.copytree(made_folder, path)
    monkeypatch.setenv("DESK_PASSPHRASE", PASSPHRASE)
    monkeypatch.setenv("DESK_DATA_DIR", str(path))
    return path


@pytest.fixture
def nowhere(tmp_path, monkeypatch):
    """No home, no keyring, and a data folder that cannot be made: it would lie inside this file."""
    blocked, home = tmp_path / "blocked", tmp_path / "no-home"
    blocked.write_text("not a folder")
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(home))
    monkeypatch.setenv("DESK_DATA_DIR", str(blocked / "data"))
    monkeypatch.delenv("DESK_PASSPHRASE", raising=False)
    yield blocked
    assert not home.exists(), "something was written in the home of the user"


@pytest.fixture
def write(tmp_path):
    """Write a file and return its path."""

    def one(name: str, text: str | bytes):
        path = tmp_path / name
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return path

    return one


def is_root() -> bool:
    """Root may read and write anything."""
    return hasattr(os, "getuid") and os.getuid() == 0
