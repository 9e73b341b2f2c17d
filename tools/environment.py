"""The virtual environment: made once, filled from the lock files, filled again only when those change."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

from tools import OLDEST_PYTHON

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def ensure(*, tests: bool) -> None:
    """A virtual environment with what the program needs, and for tests and checks what those need too."""
    if not _works():
        print("Making the virtual environment in .venv", flush=True)
        shutil.rmtree(VENV, ignore_errors=True)
        base = getattr(sys, "_base_executable", "") or sys.executable
        subprocess.run([base, "-m", "venv", str(VENV)], check=True)
    _fill("dev" if tests else "run")


def run(*words: str, check: bool = True) -> int:
    """Run a module of the house or of a library, or a library's program, in the environment."""
    program = PYTHON.with_name(words[0] + PYTHON.suffix)
    command = [str(program), *words[1:]] if program.exists() else [str(PYTHON), "-m", *words]
    done = subprocess.run(command, cwd=ROOT, check=False)
    if check and done.returncode:
        sys.exit(done.returncode)
    return done.returncode


def _works() -> bool:
    if not PYTHON.exists():
        return False
    asked = f"import sys, pip; sys.exit(sys.version_info < {OLDEST_PYTHON})"
    return subprocess.run([str(PYTHON), "-c", asked], capture_output=True, check=False).returncode == 0


def _fill(name: str) -> None:
    lock = ROOT / "requirements" / f"{name}.txt"
    if any(_stamp(each).exists() and _stamp(each).read_text() == _fingerprint(each) for each in {name, "dev"}):
        return
    print(f"Installing the packages of requirements/{name}.txt (some minutes the first time)", flush=True)
    quietly = ("pip", "install", "--quiet", "--disable-pip-version-check")
    run(*quietly, "--require-hashes", "--requirement", str(lock))
    _run_silently(*quietly, "--no-deps", "--no-build-isolation", "--editable", ".")
    _stamp(name).write_text(_fingerprint(name))


def _run_silently(*words: str) -> None:
    """Run a module whose warnings say nothing to us; all it said is shown when it fails."""
    done = subprocess.run([str(PYTHON), "-m", *words], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stdout + done.stderr)


def _stamp(name: str) -> Path:
    """Lies in the environment itself, so that it goes when the environment goes."""
    return VENV / f"filled-{name}.stamp"


def _fingerprint(name: str) -> str:
    lock = (ROOT / "requirements" / f"{name}.txt").read_bytes()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return hashlib.sha256(lock + json.dumps(project, sort_keys=True).encode()).hexdigest()
