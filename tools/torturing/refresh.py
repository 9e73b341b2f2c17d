"""The refresh of the catalogue: killed at random moments, and through every fault that a network can have.

The source is a server of the catalogue's API on this machine, and each refresh the real command line in a process of
its own. Every object carries the version of the source that it is of. After a kill the catalogue must be what it was
before the refresh or what it is after it, object by object; and the next refresh must end with the source's own.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import msgspec

from tests.ptv_server.faults import PASSING, FaultPlan
from tests.ptv_server.kinds import NAMES, Kind
from tests.ptv_server.sample import sample_catalogue
from tests.ptv_server.server import PtvServer
from tests.ptv_server.wanted import wanted_of
from tools.torturing.findings import Findings
from tools.torturing.victim import ROOT, Ended, Victim, kill_after

Objects = dict[str, dict[str, Any]]

PATIENCE = 30
"""Refreshes until one comes through."""
MOST_SECONDS = 60.0
NAME = "Nimi"
AREA = "Municipality/297"


@dataclass(frozen=True)
class Held:
    """What a desk holds."""

    objects: Objects
    areas: list[str]
    hits: int


@dataclass
class Refreshed:
    """A desk that is refreshed from a server whose versions follow one another."""

    victim: Victim
    server: PtvServer
    version: int = 0
    seconds: float = field(default=3.0)
    """How long the last whole refresh took."""
    answers: int = 20
    """How much it asked."""

    @property
    def random(self) -> random.Random:
        """What draws."""
        return self.victim.random

    def next_version(self, *, silently: bool) -> None:
        """Every object is another one now, some are gone, one or the other silently; and some days go by."""
        self.version += 1
        catalogue = self.server.catalogue
        for kind in (Kind.SERVICE, Kind.CHANNEL):
            ways = [catalogue.archive, catalogue.withdraw, *([catalogue.remove] if silently else [])]
            self.random.choice(ways)(self.random.choice(sorted(catalogue.ids(kind))))
        for kind in Kind:
            for identity in sorted(catalogue.ids(kind)):
                text = {"language": "fi", "value": f"{NAME} {identity[-4:]} v{self.version}", "type": "Name"}
                catalogue.change(identity, **{NAMES[kind]: [text]})
        catalogue.advance(hours=self.random.randint(1, 48))

    def refresh(self, *words: str) -> dict[str, Any]:
        """Refresh to the end and return the report; raises ``Unexpected`` when it fails."""
        self.server.forget_requests()
        started = time.monotonic()
        report: dict[str, Any] = json.loads(self.victim.desk("catalogue", "sync", "--json", *words))
        self.seconds = time.monotonic() - started
        self.answers = max(len(self.server.requests), 20)
        return report

    def look(self) -> Held:
        """What is in the catalogue, read by a process of its own."""
        dump = [sys.executable, str(ROOT / "tools" / "dump_catalogue.py"), str(self.victim.data), NAME]
        told = json.loads(self.victim.run(dump))
        return Held(told["objects"], told["areas"], told["hits"])

    def of_the_source(self) -> Objects:
        """What a desk of the whole country should hold, without any network."""
        made: Objects = {}
        for (kind, identity), item in wanted_of(self.server.catalogue).items():
            made.setdefault(kind, {})[identity] = json.loads(msgspec.json.encode(item))
        return made


@dataclass(frozen=True)
class Asked:
    """How much is to be done."""

    kills: int
    faults: int
    services: int = 150
    """With about five hundred objects beside them."""
    huge_bytes: int = 50_000_000


def torture_refreshes(victim: Victim, found: Findings, asked: Asked) -> None:
    """Refresh a desk of its own, kill it, lead it through faults, and feed it too much."""
    seed = victim.random.randrange(1_000_000)
    with PtvServer(sample_catalogue(seed, asked.services), id_page_size=100, object_page_size=20) as server:
        desk = Refreshed(victim, server)
        desk.next_version(silently=True)
        desk.refresh("--url", server.url)
        held = desk.look()
        compare(desk, found, "refresh: the first", held)
        for number in range(asked.kills):
            held = kill_a_refresh(desk, found, held, number)
        for number in range(asked.faults):
            refresh_through_faults(desk, found, seed + number)
        fetch_a_huge_object(desk, found, asked.huge_bytes)


def kill_a_refresh(desk: Refreshed, found: Findings, before: Held, number: int) -> Held:
    """Kill one refresh somewhere: the old catalogue or the new one; and the next refresh ends right."""
    words = desk.random.choice([(), ("--full",), ("--area", AREA), ("--everything",)])
    desk.next_version(silently=words == ("--full",))
    killed = _killed(desk, words)
    found.refresh_kills += 1
    between = desk.look()
    found.refreshes_resumed += desk.refresh(*words)["resumed"]
    after = desk.look()
    if between.objects == after.objects:
        found.refreshes_taken += 1
    elif between.objects != before.objects or killed.code == 0:
        mixed = _versions(between.objects)
        found.wrong.append(f"refresh: {number}: neither the old catalogue nor the new one: {mixed}")
    if not between.hits:
        found.wrong.append(f"refresh: {number}: the search finds nothing any more")
    compare(desk, found, f"refresh: {number} {' '.join(words)}", after)
    return after


def _killed(desk: Refreshed, words: tuple[str, ...]) -> Ended:
    """Begin a refresh and kill it: anywhere in its time, after some answer, or while the catalogue is being written."""
    server, quiet = desk.server, _logged(desk)
    server.forget_requests()
    process = desk.victim.start("catalogue", "sync", *words)
    draw = desk.random.random()
    match desk.random.randrange(3):
        case 0:
            return kill_after(process, draw * desk.seconds)
        case 1:
            answers = int(draw * desk.answers)
            _wait(process, lambda: len(server.requests) > answers)
            return kill_after(process, desk.random.random() * 0.02)
        case _:
            _wait(process, lambda: _logged(desk) > quiet)
            return kill_after(process, draw * desk.seconds / 8)


def _wait(process: subprocess.Popen[str], reached: Callable[[], bool]) -> None:
    """Until it has come so far, or has ended."""
    until = time.monotonic() + MOST_SECONDS
    while not reached() and process.poll() is None and time.monotonic() < until:
        time.sleep(0.0005)


def _logged(desk: Refreshed) -> int:
    log = desk.victim.data / "catalogue.db-wal"
    return log.stat().st_size if log.exists() else 0


def _versions(objects: Objects) -> dict[str, int]:
    """How many objects of which version there are."""
    marks = [str(item["names"]).rpartition(" v")[2][:4] for kind in objects.values() for item in kind.values()]
    return {mark: marks.count(mark) for mark in sorted(set(marks))}


def compare(desk: Refreshed, found: Findings, where: str, held: Held) -> None:
    """Every object that is held is as it is at the source, and the search finds it; of the country, all of them are."""
    for kind, items in desk.of_the_source().items():
        ours = held.objects.get(kind, {})
        other = [key for key, item in ours.items() if items.get(key) != item]
        lacking = [] if held.areas else [key for key in items if key not in ours]
        if other or lacking:
            found.wrong.append(f"{where}: {kind}: other than the source {other[:3]}, lacking {lacking[:3]}")
    if not held.hits:
        found.wrong.append(f"{where}: the search finds nothing")


def refresh_through_faults(desk: Refreshed, found: Findings, seed: int) -> None:
    """Let everything go wrong at once; when it is over, the catalogue is the source's."""
    faults = FaultPlan.seeded(seed, share=0.25, times=2, faults=PASSING)
    faults.retry_after, faults.slow_seconds = "0", 0.2
    desk.server.faults, quiet = faults, desk.server.faults
    try:
        desk.next_version(silently=True)
        for _ in range(PATIENCE):
            ended = desk.victim.start("catalogue", "sync", "--everything")
            _, told = ended.communicate()
            if ended.returncode == 0:
                break
            if ended.returncode != 1 or len(told.strip().splitlines()) != 1:
                found.wrong.append(f"faults: {seed}: ended with {ended.returncode}: {told.strip()}")
        else:
            found.wrong.append(f"faults: {seed}: none of {PATIENCE} refreshes came through")
        found.faults_met += len(faults.done)
    finally:
        desk.server.faults = quiet
    found.fault_runs += 1
    desk.refresh("--full")
    compare(desk, found, f"faults: {seed}", desk.look())


def fetch_a_huge_object(desk: Refreshed, found: Findings, size: int) -> None:
    """One object is as large as thousands: it comes, and all others with it."""
    identity = min(desk.server.catalogue.ids(Kind.SERVICE))
    name = {"language": "fi", "value": NAME, "type": "Name"}
    long = {"language": "fi", "value": "pitkä " * (size // 7), "type": "Description"}
    desk.server.catalogue.change(identity, serviceNames=[name], serviceDescriptions=[long])
    desk.refresh("--everything")
    found.huge_objects += 1
    compare(desk, found, "huge: one service", desk.look())
