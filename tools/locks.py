"""Pin every package that the house uses, with the hashes of its files: ``make lock`` writes ``requirements/``."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tools import OLDEST_PYTHON

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ROOT / "requirements"
SOURCES = ("pyproject.toml", "requirements/build.in")
EXTRAS = {"run": (), "dev": ("dev", "hub")}
"""The lock files: what the program needs, and what its makers need besides."""


def write_locks() -> None:
    """Choose the newest versions that pyproject.toml allows, for every platform."""
    LOCKS.mkdir(exist_ok=True)
    for name, extras in EXTRAS.items():
        _compile(name, [part for extra in extras for part in ("--extra", extra)])


def _compile(name: str, options: list[str]) -> None:
    command = [sys.executable, "-m", "uv", "pip", "compile", "--quiet", "--system-certs", "--universal", "--upgrade"]
    command += ["--python-version", "{}.{}".format(*OLDEST_PYTHON), "--generate-hashes", "--no-annotate", "--no-header"]
    if name != "run":
        options += ["--constraint", str(LOCKS / "run.txt")]
    made = LOCKS / f"{name}.txt"
    subprocess.run([*command, *options, *SOURCES, "--output-file", str(made)], cwd=ROOT, check=True)


if __name__ == "__main__":
    write_locks()
