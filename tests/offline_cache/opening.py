"""Opens data folders for tests, with a keyring in memory or a passphrase, and looks into them from outside."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from desk.ports import Keyring
from offline_cache import migrate, passphrase
from offline_cache.folder import FolderTools
from offline_cache.store import Access, DeskFolder, open_folder
from services.passphrases import GivenPassphrase
from tests.fakes import FakeClock

ROOT = Path(__file__).parents[2]


def tools(keyring: Keyring | None = None, typed: str | None = None) -> FolderTools:
    """What a folder is opened with."""
    return FolderTools(lambda: keyring, GivenPassphrase(typed), lambda: passphrase, lambda: migrate)


def opened(path: Path, with_tools: FolderTools, access: Access = Access.WRITE) -> DeskFolder:
    """Open a folder on a Monday morning."""
    return open_folder(path, with_tools, FakeClock().now(), access)


def in_another_process(code: str, *arguments: object) -> str:
    """Run Python code elsewhere: the files of an open store may not be touched in this process."""
    ran = subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout
