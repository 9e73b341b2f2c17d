"""One data folder and the command line over it, as a person would call it, and ways to end a process badly."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
PASSPHRASE = "torture only, nothing real"  # noqa: S105 — of a folder that lives for a minute
ERRAND = "death_of_close_one"
MOST_ANSWERS = 14


class Unexpected(Exception):
    """The program ended as it should not have."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a process ended and what it said."""

    code: int
    lines: tuple[str, ...]
    told: str


@dataclass(slots=True)
class Story:
    """What a scripted visit says that nobody else would say."""

    end: str = "open"
    keep: bool = False
    note: str = "soitettu"
    reason: str = "sovittu"
    died_on: str = "2026-11-02"

    @property
    def canaries(self) -> list[str]:
        """What must be in no page of any file once the visit is erased."""
        return [self.note, self.reason, self.died_on]


@dataclass
class Victim:
    """A data folder under torture."""

    place: Path
    random: random.Random
    environment: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        self.place.mkdir(parents=True, exist_ok=True)
        self.environment = {
            **os.environ,
            "DESK_PASSPHRASE": PASSPHRASE,
            "DESK_DATA_DIR": str(self.data),
            "PYTHONUNBUFFERED": "1",
            "LC_ALL": "C.UTF-8",
        }

    @property
    def data(self) -> Path:
        """The data folder."""
        return self.place / "data"

    @cached_property
    def errand(self) -> dict[str, Any]:
        """The errand as the program shows it; asked once."""
        shown: dict[str, Any] = json.loads(self.desk("errands", "show", ERRAND, "--json"))
        return shown

    def command(self, *words: str) -> list[str]:
        """The command line of the program."""
        return [sys.executable, "-m", "desk", *words]

    def desk(self, *words: str) -> str:
        """Run one command to its end and return what it printed; raises ``Unexpected``."""
        return self.run(self.command(*words))

    def run(self, command: list[str]) -> str:
        """Run a process to its end; raises ``Unexpected`` when it fails."""
        done = subprocess.run(command, capture_output=True, text=True, env=self.environment, cwd=ROOT, check=False)
        if done.returncode:
            raise Unexpected(f"{' '.join(command[1:4])} ended with {done.returncode}: {done.stderr.strip()}")
        return done.stdout

    def start(self, *words: str) -> subprocess.Popen[str]:
        """Start one command and let it run."""
        return subprocess.Popen(
            self.command(*words),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=self.environment,
            cwd=ROOT,
        )

    def script(self, story: Story) -> Path:
        """Write a visit with many answers, a decision and a note."""
        asked = [fact["fact"] for fact in self.errand["facts"] if not fact["calculated"]]
        facts = [fact for fact in asked if fact != "deceased.died_on"]
        chosen = self.random.sample(facts, min(MOST_ANSWERS, len(facts)))
        step = self.errand["steps"][0]["id"]
        lines = [
            f"errands: [{ERRAND}]",
            "citizen_language: sv",
            "answers:",
            f"  deceased.died_on: {story.died_on}",
            *(f"  {fact}: {self.random.choice(['unknown', 'declined'])}" for fact in chosen),
            "steps:",
            f"  {step}: {{decision: agreed, reason: '{story.reason}', note: '{story.note}'}}",
            f"end: {story.end}",
            f"keep: {'yes' if story.keep else 'no'}",
        ]
        path = self.place / "visit.yaml"
        path.write_text("\n".join(lines), encoding="utf-8")
        return path

    def story(self, number: int, end: str, keep: bool = False) -> Story:
        """A story with words of its own, and with a day that lies nowhere in the folder.

        Not even reckoned from another's day: three months after a death an inventory is due, and the plan says when.
        """
        day = ""
        while not day or (self.data.exists() and self.left_behind([day])):
            day = f"19{self.random.randint(31, 55)}-{self.random.randint(1, 12):02}-{self.random.randint(1, 28):02}"
        return Story(end, keep, f"kanarialintu-{number}-laulaa", f"syy-{number}-kanaria", day)

    def left_behind(self, words: list[str]) -> dict[str, Any]:
        """Where in the folder these words still are, for one who has the key."""
        scan = [sys.executable, str(ROOT / "tools" / "scan_folder.py"), str(self.data), *words]
        found: dict[str, Any] = json.loads(self.run(scan))
        return found

    def bytes_logged(self) -> int:
        """Size of the casebook's log: looking at it from outside disturbs nobody."""
        log = self.data / "casebook.db-wal"
        try:
            return log.stat().st_size
        except FileNotFoundError:
            return 0


def kill_after(process: subprocess.Popen[str], seconds: float) -> Ended:
    """Kill a process after a while, if it has not ended by then."""
    time.sleep(seconds)
    return killed(process, [])


def killed(process: subprocess.Popen[str], lines: list[str]) -> Ended:
    """Kill a process, and return all it had said."""
    process.kill()
    rest, told = process.communicate()
    return Ended(process.returncode, (*lines, *(line.strip() for line in rest.splitlines())), told)
