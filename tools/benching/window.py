"""Starts of the window, each in a process of its own, against starts of a bare Qt window."""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

from tools.benching.figures import BUILD, ROOT, Figure
from tools.benching.window_child import SECRET

STARTS = 7
LONGEST = 600.0
"""Seconds until a start that reaches nothing is given up; one of them first takes in the large catalogue."""
NANOSECONDS = 1e6


def figures(catalogue: Path) -> list[Figure]:
    """First paint, usable and memory, over a folder with the large catalogue."""
    folder = BUILD / "desk"
    shutil.rmtree(folder, ignore_errors=True)
    secret = told(child("found", str(folder), str(catalogue)))["secret"]
    bare, house = [], []
    start("bare")
    start("house", str(folder), secret=secret)
    for _ in range(STARTS):  # in turn, so that whatever else the machine does meets both
        bare.append(start("bare"))
        house.append(start("house", str(folder), secret=secret))
    return _compared(bare, house)


def _compared(bare: list[dict[str, float]], house: list[dict[str, float]]) -> list[Figure]:
    floor = _median(bare, "painted")
    floor_is = "first paint of a bare Qt widgets window, whole process"
    return [
        Figure("first paint of the counter", _median(house, "painted"), "ms", floor, floor_is, 1.6),
        Figure("counter usable: open, drafts, search", _median(house, "usable"), "ms", floor, floor_is, 2.5),
        Figure(
            "peak memory, usable", _median(house, "memory"), "MB", _median(bare, "memory"), "the bare window's process"
        ),
    ]


def _median(starts: list[dict[str, float]], what: str) -> float:
    return statistics.median(start[what] for start in starts)


def start(*words: str, secret: str = "") -> dict[str, float]:
    """When a start reached what, in milliseconds, and how much memory it held."""
    started = time.monotonic_ns()
    seen = told(child(*words, secret=secret))
    times = {what: (int(moment) - started) / NANOSECONDS for what, moment in seen.items() if what != "memory"}
    return {**times, "memory": int(seen["memory"]) / 1024}


def child(*words: str, module: str = "window_child", secret: str = "", longest: float = LONGEST) -> str:
    """What a process of the bench said; raises ``RuntimeError`` when it failed."""
    # Compiled modules are kept, as they are where the program is installed; the first starts are not counted.
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPYCACHEPREFIX": str(BUILD / "pycache")}
    for name in ("DESK_PASSPHRASE", "PYTHONDONTWRITEBYTECODE"):
        environment.pop(name, None)
    if secret:
        environment[SECRET] = secret
    done = subprocess.run(
        [sys.executable, "-m", f"tools.benching.{module}", *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        env=environment,
        check=False,
        timeout=longest,
    )
    if done.returncode:
        raise RuntimeError(f"{words[0]} ended with {done.returncode}: {done.stderr.strip()[-2000:]}")
    return done.stdout


def told(said: str) -> dict[str, str]:
    """What was said, by its first words."""
    return dict(line.split(" ", 1) for line in said.splitlines() if " " in line)
