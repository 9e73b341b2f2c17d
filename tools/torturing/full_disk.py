"""A disk that is full in the middle of a visit: a small tmpfs where mounting is allowed, else a limit on file sizes."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.torturing.findings import Findings
from tools.torturing.kills import look_for, verify
from tools.torturing.victim import ROOT, Ended, Victim

ROOM_BESIDE = 32 * 1024 * 1024
"""On the small disk, beside the data folder: most of it is filled up at once."""
LIMITED = """
import resource, runpy, sys
limit = int(sys.argv[1])
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
sys.argv = ["desk", *sys.argv[2:]]
runpy.run_module("desk", run_name="__main__")
"""


def fill_the_disk(victim: Victim, found: Findings, number: int) -> None:
    """Run a visit on a disk with hardly any room: it ends in one line, and all it had said is there."""
    story = victim.story(number, "open")
    script = str(victim.script(story))
    with _little_room(victim, found) as starved:
        if starved is None:
            ended = _limited(victim, script)
        else:
            process = starved.start("visits", "run", script)
            said, told = process.communicate()
            ended = Ended(process.returncode, tuple(said.split("\n")[:-1]), told)
    found.full_disks += 1
    found.full_after.append(len(ended.lines))
    if ended.code not in (0, 1) or "Traceback" in ended.told or len(ended.told.strip().splitlines()) > 1:
        found.wrong.append(f"full disk: ended with {ended.code}: {ended.told.strip()}")
    look_for(victim, found, ended.lines, story, "full disk")
    verify(victim, found, f"full disk {number}")


@contextmanager
def _little_room(victim: Victim, found: Findings) -> Iterator[Victim | None]:
    """The same data folder on a tmpfs that is filled up but for a little; moved back afterwards."""
    place = victim.place / "small-disk"
    place.mkdir(exist_ok=True)
    room = sum(path.stat().st_size for path in victim.data.rglob("*") if path.is_file()) + ROOM_BESIDE
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={room}", "tmpfs", place], capture_output=True, check=False
    )
    if mounted.returncode:
        found.full_kind = "files kept from growing"
        yield None
        return
    found.full_kind = "a small tmpfs"
    try:
        shutil.copytree(victim.data, place / "data")
        _fill(place, leave=victim.random.randrange(80, 700) * 1024)
        yield Victim(place, victim.random)
        (place / "filling").unlink()
        shutil.rmtree(victim.data)
        shutil.copytree(place / "data", victim.data)
    finally:
        subprocess.run(["umount", place], check=True)


def _fill(place: Path, leave: int) -> None:
    room = shutil.disk_usage(place).free - leave
    with (place / "filling").open("wb") as filling:
        filling.write(bytes(max(0, room)))


def _limited(victim: Victim, script: str) -> Ended:
    largest = max(path.stat().st_size for path in victim.data.iterdir() if path.is_file())
    command = [sys.executable, "-c", LIMITED, str(largest), "visits", "run", script]
    done = subprocess.run(command, capture_output=True, text=True, env=victim.environment, cwd=ROOT, check=False)
    return Ended(done.returncode, tuple(done.stdout.splitlines()), done.stderr)
