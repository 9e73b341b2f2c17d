"""The properties that the tests hold, tried with many more examples than a test run has time for."""

from __future__ import annotations

import os
import subprocess
import sys

from tools.torturing.victim import ROOT

ASKING = "from tests.thorough import"


def asking() -> list[str]:
    """The files of tests that ask how many examples to try."""
    files = sorted((ROOT / "tests").rglob("test_*.py"))
    return [str(path.relative_to(ROOT)) for path in files if ASKING in path.read_text(encoding="utf-8")]


def try_properties(times: int) -> tuple[bool, str]:
    """Run them with ``times`` as many examples; return whether all held, and pytest's closing line."""
    environment = {**os.environ, "DESK_THOROUGH": str(times)}
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-n", "2", *asking()],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    lines = [line for line in done.stdout.splitlines() if line.strip()]
    return done.returncode == 0, lines[-1] if lines else done.stderr.strip()
