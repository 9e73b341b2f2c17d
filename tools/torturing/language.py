"""The errand language under fire: spoilt and malicious files are read, thousands of sets, each by its own seed.

Whatever is read must come out as an errand that can be used, or as located complaints; never as a traceback, and never
after more than a second of the processor's time. Sets are tried in processes of their own, so that one that would hang
is stopped, and named.

    python -m tools.torturing.language FIRST COUNT SEED      tries some, one line of JSON each
"""

from __future__ import annotations

import random
import subprocess
import sys
import time
import traceback
from collections.abc import Iterator
from dataclasses import dataclass, field

import msgspec

from tools.torturing.mangling import Files, Mangler
from tools.torturing.samples import samples
from tools.torturing.traps import trapped
from tools.torturing.trying import TODAY, gate, read_all, use
from tools.torturing.victim import ROOT

MOST_SECONDS = 1.0
"""Of the processor, for one set of files of up to about 100 kB; and for one path of what came of it."""
_BATCH = 200
_PATIENCE = 300
"""Seconds of the clock for a batch; only one that hangs takes them."""
_SHARE_OF_TRAPS = 0.08
_GATE_EVERY = 10


class Tried(msgspec.Struct, frozen=True):
    """What came of one set of files."""

    number: int
    what: str
    is_whole: bool = False
    codes: tuple[str, ...] = ()
    reading: float = 0.0
    path: float = 0.0
    gate: float = 0.0
    wrong: tuple[str, ...] = ()


@dataclass(slots=True)
class Tally:
    """What came of all of them."""

    sets: int = 0
    whole: int = 0
    gates: int = 0
    traps: int = 0
    codes: set[str] = field(default_factory=set)
    slowest_reading: float = 0.0
    slowest_set: str = ""
    slowest_path: float = 0.0
    reading: float = 0.0
    wrong: list[str] = field(default_factory=list)
    seconds: float = 0.0

    def add(self, tried: Tried) -> None:
        """Count one."""
        self.sets += 1
        self.whole += tried.is_whole
        self.gates += tried.gate > 0
        self.traps += " of " in tried.what
        self.codes.update(tried.codes)
        self.reading += tried.reading
        self.slowest_path = max(self.slowest_path, tried.path)
        if tried.reading > self.slowest_reading:
            self.slowest_reading, self.slowest_set = tried.reading, tried.what
        self.wrong += [f"set {tried.number}, {tried.what}: {wrong}" for wrong in tried.wrong]


def files_of(seed: int, number: int) -> tuple[str, Files, random.Random]:
    """One set of files with its name, and the chance that goes on from there."""
    chance = random.Random(f"{seed}/{number}")
    if chance.random() < _SHARE_OF_TRAPS:
        name, files = trapped(chance)
    else:
        name, whole = chance.choice(samples())
        files = Mangler(chance).mangled(whole)
    return name, files, chance


def try_one(seed: int, number: int) -> Tried:
    """Read one set, use what came of it, and now and then run the whole publish gate over it."""
    name, files, chance = files_of(seed, number)
    started = time.process_time()
    try:
        compiled, ended = read_all(files)
        reading = time.process_time() - started
        path = use(compiled.bundle, chance) if compiled.bundle is not None else 0.0
        wrong = [*ended.wrong, *_slow("reading", reading), *_slow("a path", path)]
        started, gated = time.process_time(), 0.0
        if number % _GATE_EVERY == 0 and " of " not in name:
            wrong += gate(files, chance.choice((None, TODAY)))
            gated = time.process_time() - started
    except Exception as fault:  # noqa: BLE001 — any is what the trial is there to find
        last = traceback.extract_tb(fault.__traceback__)[-1]
        said = f"traceback: {type(fault).__name__}: {str(fault)[:200]} ({last.name}, line {last.lineno})"
        return Tried(number, name, wrong=(said,))
    return Tried(number, name, ended.is_whole, tuple(sorted(ended.codes)), reading, path, gated, tuple(wrong))


def _slow(what: str, seconds: float) -> Iterator[str]:
    if seconds > MOST_SECONDS:
        yield f"{what} took {seconds:.2f} seconds"


def torture_language(sets: int, seed: int, most_seconds: float) -> Tally:
    """Try that many sets, or as many as come within the time."""
    started = time.monotonic()
    tally = Tally()
    first = 0
    while first < sets and time.monotonic() - started < most_seconds:
        count = min(_BATCH, sets - first)
        _add_batch(tally, first, count, seed)
        first += count
    tally.seconds = time.monotonic() - started
    return tally


def _add_batch(tally: Tally, first: int, count: int, seed: int) -> None:
    asked = [sys.executable, "-m", "tools.torturing.language", str(first), str(count), str(seed)]
    try:
        ran = subprocess.run(asked, cwd=ROOT, capture_output=True, timeout=_PATIENCE, check=False)
        said, ending = ran.stdout, f"the process ended with {ran.returncode}: {ran.stderr[-300:]!r}"
    except subprocess.TimeoutExpired as late:
        said, ending = late.stdout or b"", f"nothing came of it in {_PATIENCE} seconds"
    lines = said.splitlines()
    for line in lines:
        tally.add(msgspec.json.decode(line, type=Tried))
    if len(lines) < count:
        tally.sets += 1
        tally.wrong.append(f"set {first + len(lines)}: {ending}")


def chapter(tally: Tally, seed: int) -> str:
    """The chapter of the report."""
    tracebacks = sum("traceback: " in wrong for wrong in tally.wrong)
    slow = sum(" took " in wrong or " came of it in " in wrong for wrong in tally.wrong)
    other = len(tally.wrong) - tracebacks - slow
    return "\n".join(
        [
            "## The errand language",
            "",
            f"{tally.sets} sets of files were read: samples of errands with bytes, lines, structures, names and",
            f"rules spoilt, and {tally.traps} sets made to cost. {tally.whole} were whole, and paths",
            f"were made of them with made-up answers; {tally.sets - tally.whole} were refused, with",
            f"{len(tally.codes)} codes. The whole publish gate ran over {tally.gates}.",
            "",
            "| what was looked for | found wrong |",
            "|---|---:|",
            f"| a traceback, or a process that ended | {tracebacks} |",
            f"| more than {MOST_SECONDS:g} second of the processor for reading a set, or for a path | {slow} |",
            f"| a complaint that stands nowhere in the files, or a refusal that says nothing | {other} |",
            "",
            f"Slowest reading: {tally.slowest_reading:.2f} s ({tally.slowest_set}); the mean:"
            f" {1000 * tally.reading / max(1, tally.sets):.0f} ms. Slowest path: {tally.slowest_path:.2f} s.",
            f"Seed {seed}, {tally.seconds:.0f} seconds.",
            *(["", *(f"- WRONG: {wrong}" for wrong in tally.wrong)] if tally.wrong else []),
        ]
    )


def main() -> None:
    """Try some sets and write a line for each."""
    first, count, seed = map(int, sys.argv[1:4])
    for number in range(first, first + count):
        sys.stdout.buffer.write(msgspec.json.encode(try_one(seed, number)) + b"\n")
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
