"""What else can befall a casebook: kills while it prints, migrates or is copied, and a world that has gone wrong.

Each begins with a desk that has a kept plan, and ends with a look at it: what was acknowledged is there, or a known
error names what is wrong; nothing is repaired in silence.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tools.torturing.findings import Findings
from tools.torturing.kills import look_for, verify
from tools.torturing.victim import ROOT, Ended, Victim, kill_after

MODES_COUNT = ("setpriv", "--bounding-set", "-dac_override,-dac_read_search,-fowner")
REWIND = Path(__file__).with_name("rewind.py")
AT = """
import sys, datetime, time_machine
moment = datetime.datetime.fromisoformat(sys.argv[1])
sys.argv = ["desk", *sys.argv[2:]]
import runpy
with time_machine.travel(moment, tick=True):
    runpy.run_module("desk", run_name="__main__")
"""

Look = Callable[[], None]


class Kept:
    """A desk with one kept plan and one open visit, and how to look whether they are whole."""

    def __init__(self, victim: Victim, found: Findings, number: int, what: str) -> None:
        self.victim, self.found, self.what = victim, found, what
        self.story = victim.story(number, "plan_given", keep=True)
        self.said = tuple(victim.desk("visits", "run", str(victim.script(self.story))).splitlines())
        self.visit = self.said[0].split()[1]

    def look(self) -> None:
        """All that was acknowledged is there, and the chain holds."""
        look_for(self.victim, self.found, self.said, self.story, self.what)
        verify(self.victim, self.found, self.what)

    def wrong(self, words: str) -> None:
        """Something is not as it should be."""
        self.found.wrong.append(f"{self.what}: {words}")


def kill_a_print(victim: Victim, found: Findings, number: int) -> None:
    """Kill the making of a paper: it is whole or not there, and nothing of it lies about."""
    what = "kill -9 while a paper is made"
    kept = Kept(victim, found, number, what)
    paper = victim.place / "paper.pdf"
    paper.unlink(missing_ok=True)
    process = victim.start("print", "plan", "--visit", kept.visit, "--out", str(paper))
    kill_after(process, 0.3 + victim.random.random() * 1.5)
    found.tried(what, "the paper is whole or not there; nothing half written beside it; the plan as it was")
    if paper.exists() and not paper.read_bytes().rstrip().endswith(b"%%EOF"):
        kept.wrong("half a paper was left")
    left = [path.name for path in victim.place.glob("*paper*") if path != paper]
    if left:
        kept.wrong(f"left beside the paper: {left}")
    kept.look()


def kill_a_migration(victim: Victim, found: Findings, number: int) -> None:
    """Kill the step from an older schema: the next start makes it anew, whole."""
    what = "kill -9 during a migration of the casebook"
    kept = Kept(victim, found, number, what)
    victim.run([sys.executable, str(REWIND), str(victim.data)])
    process = victim.start("visits", "list")
    kill_after(process, 0.3 + victim.random.random() * 1.2)
    found.tried(what, "the next start ends it; every visit and the chain as before")
    kept.look()


def kill_a_backup(victim: Victim, found: Findings, number: int) -> None:
    """Kill a backup: the casebook is untouched, and half a copy is never taken for one."""
    what = "kill -9 during a backup"
    kept = Kept(victim, found, number, what)
    before = len(_backups(victim))
    process = victim.start("casebook", "backup")
    kill_after(process, 0.3 + victim.random.random() * 1.2)
    found.tried(what, "the casebook as before; half a copy is never listed, and each that is listed can be opened")
    after = _backups(victim)
    if len(after) not in (before, before + 1) and len(after) < before:
        kept.wrong(f"{before} backups became {len(after)}")
    kept.look()


def _backups(victim: Victim) -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = json.loads(victim.desk("casebook", "backups", "--json"))["backups"]
    return listed


def read_only(victim: Victim, found: Findings, number: int) -> None:
    """Work on a folder that cannot be written to: one line that says so, and nothing changed."""
    what = "a folder that cannot be written to"
    kept = Kept(victim, found, number, what)
    script = str(victim.script(victim.story(number + 1, "open")))
    place = victim.place / "read-only"
    shutil.copytree(victim.data, place / "data")
    for path in [place, *place.rglob("*")]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    ended = _without_rights(victim, place, "visits", "run", script)
    found.tried(what, "one line that names the folder, exit code 1, nothing written")
    _known_error(kept, ended)
    for path in [place, *place.rglob("*")]:
        path.chmod(0o700)
    shutil.rmtree(place)
    kept.look()


def _without_rights(victim: Victim, place: Path, *words: str) -> Ended:
    """Run a command over another folder as a user for whom file modes count, which for root they do not."""
    environment = {**victim.environment, "DESK_DATA_DIR": str(place / "data")}
    bound = [*MODES_COUNT] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    done = subprocess.run(
        [*bound, *victim.command(*words)], capture_output=True, text=True, env=environment, cwd=ROOT, check=False
    )
    return Ended(done.returncode, tuple(done.stdout.splitlines()), done.stderr)


def clock_set_back(victim: Victim, found: Findings, number: int) -> None:
    """Work goes on when the clock says a day long past, and again when it is right."""
    what = "a clock that was set back"
    kept = Kept(victim, found, number, what)
    story = victim.story(number + 1, "plan_given", keep=True)
    script = str(victim.script(story))
    said = tuple(
        victim.run([sys.executable, "-c", AT, "2026-03-01T09:00:00+02:00", "visits", "run", script]).splitlines()
    )
    found.tried(what, "nothing refused, nothing lost, the chain holds: the order is the sequence, not the time")
    look_for(victim, found, said, story, what)
    kept.look()


def two_programs(victim: Victim, found: Findings, number: int) -> None:
    """Two desks over one folder: one writes, the other is told which one; nothing of either is lost."""
    what = "two programs over one folder"
    kept = Kept(victim, found, number, what)
    stories = [victim.story(number + 1, "open"), victim.story(number + 2, "open")]
    processes = []
    for at, story in enumerate(stories):
        script = victim.script(story).rename(victim.place / f"visit-{at}.yaml")
        processes.append(victim.start("visits", "run", str(script)))
        time.sleep(victim.random.random() * 0.05)
    found.tried(what, "one line names the other desk, or both were through; every acknowledged line there")
    for process, story in zip(processes, stories, strict=True):
        out, told = process.communicate()
        if process.returncode:
            _known_error(kept, Ended(process.returncode, tuple(out.splitlines()), told))
        look_for(victim, found, tuple(out.splitlines()), story, what)
    kept.look()


def damage_a_page(victim: Victim, found: Findings, number: int) -> None:
    """Spoil a page of the casebook: it is named, nothing wrong is shown for right, and the backup brings it back."""
    what = "a damaged page of the casebook"
    hurt = Victim(victim.place / f"damaged-{number}", victim.random)
    hurt.desk("catalogue", "status")
    kept = Kept(hurt, found, number, what)
    hurt.desk("casebook", "backup")
    (copy,) = _backups(hurt)
    file = hurt.data / "casebook.db"
    page = hurt.random.randrange(1, file.stat().st_size // 4096)
    with file.open("r+b") as store:
        store.seek(page * 4096 + hurt.random.randrange(4000))
        store.write(bytes(hurt.random.randrange(256) for _ in range(16)))
    found.tried(what, "a known error in one line, or all as it was (a page that nobody needs); the backup is whole")
    for words in (("visits", "show", kept.visit, "--json"), ("visits", "verify", "--json"), ("visits", "list")):
        done = subprocess.run(
            hurt.command(*words), capture_output=True, text=True, env=hurt.environment, cwd=ROOT, check=False
        )
        if done.returncode:
            _known_error(kept, Ended(done.returncode, (), done.stderr))
    hurt.desk("casebook", "restore", str(copy["name"]))
    kept.look()
    shutil.rmtree(hurt.place)


def _known_error(kept: Kept, ended: Ended) -> None:
    if ended.code != 1 or "Traceback" in ended.told or len(ended.told.strip().splitlines()) != 1:
        kept.wrong(f"ended with {ended.code}: {ended.told.strip()[-600:]}")


FAULTS: tuple[Callable[[Victim, Findings, int], None], ...] = (read_only, clock_set_back, two_programs, damage_a_page)
"""What is no kill."""
