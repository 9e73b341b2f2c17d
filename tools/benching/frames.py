"""Whether a refresh drops frames: the window's ticks while one runs, beside those of the same window at rest."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from tools.benching.figures import BUILD, ROOT, Figure, percentile
from tools.benching.window import child, told

FRAME_MS = 16
SERVICES_HELD = 1_000
SERVICES = 2_400
"""At the source: about three objects for each."""
REST_SECONDS = 8.0
"""Before the refresh, and again after it."""


class Ticks:
    """How much later than a frame each tick came after the one before it, in milliseconds."""

    def __init__(self, now: Callable[[], float] = time.perf_counter) -> None:
        self._now = now
        self._last = now()
        self.late: list[float] = []

    def tick(self) -> None:
        """A tick is here."""
        now = self._now()
        self.late.append(max(0.0, (now - self._last) * 1000 - FRAME_MS))
        self._last = now


class Seen(msgspec.Struct):
    """What the child saw: how late each tick was in milliseconds, and what was refreshed."""

    rest: list[float]
    refresh: list[float]
    objects: int
    answers: int
    """Searches that were answered on the screen while the refresh ran."""
    seconds: float
    load: str


def figures(catalogue: Path) -> list[Figure]:
    """Frames through a refresh into a folder that holds this catalogue until then."""
    folder = BUILD / "frames"
    shutil.rmtree(folder, ignore_errors=True)
    secret = told(child("found", str(folder), str(catalogue)))["secret"]
    with _source() as url:
        said = child(str(folder), url, str(REST_SECONDS), module="frames_child", secret=secret)
    return compared(msgspec.convert(json.loads(said.splitlines()[-1]), Seen))


def compared(seen: Seen) -> list[Figure]:
    """The ticks through the refresh beside those at rest."""
    what = f"refresh of {seen.objects:,} objects in {seen.seconds:.0f} s, {seen.answers} searches shown meanwhile"
    beside = f"load {seen.load} on {os.cpu_count()} cores before it"
    floor_is = f"the same window at rest, the same typing ({len(seen.rest):,} ticks; {beside})"
    refresh, rest = seen.refresh, seen.rest
    return [
        Figure(f"frame late by, p50 ({what})", percentile(refresh, 0.5), "ms", percentile(rest, 0.5), floor_is),
        Figure(
            f"frame late by, p99 ({what})",
            percentile(refresh, 0.99),
            "ms",
            percentile(rest, 0.99),
            floor_is,
            aim=FRAME_MS,
            aim_is_absolute=True,
        ),
        Figure(f"frame late by, worst ({what})", max(refresh), "ms", max(rest), floor_is),
        Figure(f"frames dropped, of {len(refresh):,} ({what})", _dropped(refresh), "%", _dropped(rest), floor_is),
    ]


def _dropped(late: list[float]) -> float:
    """The share of ticks that came a whole frame late or more, in hundredths."""
    return 100 * sum(each > FRAME_MS for each in late) / len(late)


@contextmanager
def _source() -> Iterator[str]:
    """The address of a server of the catalogue's API in a process of its own."""
    command = [sys.executable, "-m", "tests.ptv_server", "--port", "0", "--services", str(SERVICES)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdin is not None
        assert server.stdout is not None
        try:
            yield server.stdout.readline().strip()
        finally:
            server.stdin.close()  # then it ends by itself
