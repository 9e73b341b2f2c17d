"""A desk with the nation's catalogue, filled once in a run of the bench by a process of its own."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from functools import cached_property
from pathlib import Path

from tools.benching.catalogue import generated
from tools.benching.figures import BUILD, ROOT


class Nation:
    """Made when it is first asked for; whoever measures on it leaves it open to the next."""

    def __init__(self, services: int) -> None:
        self.services = services

    @cached_property
    def catalogue(self) -> Path:
        """The folder with the generated files."""
        return generated(self.services)

    @cached_property
    def first_load(self) -> dict[str, float]:
        """What filling the data folder took: objects, services, seconds, peak of memory and size in megabytes."""
        path = self._path
        shutil.rmtree(path, ignore_errors=True)
        command = [sys.executable, "-m", "tools.benching.refresh_child", str(path), str(self.catalogue)]
        ran = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
        told: dict[str, float] = json.loads(ran.stdout)
        return told

    @property
    def folder(self) -> Path:
        """The filled data folder; its passphrase is the bench's."""
        if not self.first_load:
            raise RuntimeError("nothing was taken in")
        return self._path

    @property
    def _path(self) -> Path:
        return BUILD / f"nation-{self.services}"
