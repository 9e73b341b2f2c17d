"""Kill the program at random moments and look for loss; end visits and look for what must be gone.

``make torture`` runs the full numbers and writes docs/torture-report.md; CI runs a small seeded part
(tests/torture). Each visit is a script run by the real command line in a process of its own. What the
process printed was acknowledged: it must be there after the kill. What was erased must be in no page of
any file of the data folder, even for one who has the key.

    python -m tools.torture [--kills 50] [--erasures 10] [--seed N] [--report FILE]
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PASSPHRASE = "torture only, nothing real"  # noqa: S105 — of a folder that lives for a minute
CANARY_NOTE = "kanarialintu-{n}-laulaa"


@dataclass(slots=True)
class Findings:
    """What was done and what was found wrong."""

    kills: int = 0
    killed_after: list[int] = field(default_factory=list)
    acknowledged: int = 0
    lost: list[str] = field(default_factory=list)
    broken_chains: list[str] = field(default_factory=list)
    erasures: int = 0
    left_behind: list[str] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def is_clean(self) -> bool:
        """True when nothing was lost, broken or left behind."""
        return not (self.lost or self.broken_chains or self.left_behind)


class Torture:
    """One data folder under torture."""

    def __init__(self, folder: Path, seed: int) -> None:
        self._folder = folder
        self._random = random.Random(seed)  # noqa: S311 — repeatable on purpose
        self._environment = {
            **os.environ,
            "DESK_PASSPHRASE": PASSPHRASE,
            "DESK_DATA_DIR": str(folder / "data"),
            "PYTHONUNBUFFERED": "1",
        }

    def begin(self) -> None:
        """Make the folder, so that no kill hits its founding (that has tests of its own)."""
        self._desk("catalogue", "status")

    def kill_once(self, findings: Findings) -> None:
        """Run a visit, kill it after a random number of acknowledged lines, and look what is there."""
        script = self._script("open")
        process = subprocess.Popen(
            self._command("visits", "run", str(script)), stdout=subprocess.PIPE, text=True, env=self._environment
        )
        assert process.stdout is not None
        lines: list[str] = []
        wanted = self._random.randint(1, 14)
        for line in process.stdout:
            lines.append(line.strip())
            if len(lines) >= wanted:
                break
        time.sleep(self._random.random() * 0.004)
        process.kill()
        lines += [line.strip() for line in process.stdout.read().splitlines()]
        process.wait()
        findings.kills += 1
        findings.killed_after.append(len(lines))
        self._compare(lines, findings)

    def erase_once(self, number: int, findings: Findings) -> None:
        """End a visit without follow-up and look for its answers, reasons and notes with the key in hand."""
        canaries = [CANARY_NOTE.format(n=number), f"syy-{number}-kanaria"]
        day = date(1931, 1, 1) + timedelta(days=self._random.randrange(9000))
        end = self._random.choice(["plan_given", "discard"])
        script = self._script(end, note=canaries[0], reason=canaries[1], died_on=day)
        self._desk("visits", "run", str(script))
        found = self._run(
            [sys.executable, str(ROOT / "tools" / "scan_folder.py"), str(self._folder / "data"), *canaries, day.isoformat()]
        )
        findings.erasures += 1
        if json.loads(found):
            findings.left_behind.append(f"visit {number} ({end}): {found.strip()}")

    def verify(self, findings: Findings, when: str) -> None:
        """Let the program itself verify the chain."""
        report = json.loads(self._desk("visits", "verify", "--json"))
        if not report["ok"]:
            findings.broken_chains.append(f"{when}: {report}")

    def _compare(self, lines: list[str], findings: Findings) -> None:
        opened = [line.split()[1] for line in lines if line.startswith("opened ")]
        if opened:
            visit = json.loads(self._desk("visits", "show", opened[0], "--json"))
            for line in lines:
                findings.acknowledged += 1
                if not _is_there(line, visit):
                    findings.lost.append(f"{opened[0]}: {line}")
        self.verify(findings, f"kill {findings.kills}")

    def _script(self, end: str, *, note: str = "", reason: str = "", died_on: date = date(2026, 11, 2)) -> Path:
        answers = {
            "deceased.died_on": died_on.isoformat(),
            "deceased.relation": "spouse",
            "citizen.age": str(self._random.randint(20, 90)),
            "citizen.device": "no",
            "citizen.e_id": "none",
        }
        known = self._known_facts()
        given = [f"  {fact}: {said}" for fact, said in answers.items() if fact in known]
        given += [f"  {fact}: {said}" for fact, said in known.items() if fact not in answers][:12]
        step = self._first_step()
        text = "\n".join(
            [
                "errands: [death_of_close_one]",
                "citizen_language: sv",
                "answers:",
                *given,
                "steps:",
                f"  {step}: {{decision: agreed, reason: '{reason or 'sovittu'}', note: '{note or 'soitettu'}'}}",
                f"end: {end}",
                "keep: no",
            ]
        )
        path = self._folder / "visit.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    def _known_facts(self) -> dict[str, str]:
        """Every fact of the errand that can be declined, so that a script has many answers."""
        shown = json.loads(self._desk("errands", "show", "death_of_close_one", "--json"))
        return {fact["fact"]: "unknown" for fact in shown["facts"]}

    def _first_step(self) -> str:
        shown = json.loads(self._desk("errands", "show", "death_of_close_one", "--json"))
        return str(shown["steps"][0]["id"])

    def _command(self, *words: str) -> list[str]:
        return [sys.executable, "-m", "desk", *words]

    def _desk(self, *words: str) -> str:
        return self._run(self._command(*words))

    def _run(self, command: list[str]) -> str:
        done = subprocess.run(command, capture_output=True, text=True, env=self._environment, cwd=ROOT, check=False)
        if done.returncode:
            raise RuntimeError(f"{' '.join(command)} ended with {done.returncode}: {done.stderr}")
        return done.stdout


def _is_there(line: str, visit: dict[str, object]) -> bool:
    verb, _, rest = line.partition(" ")
    answers, steps = visit["answers"], visit["steps"]
    assert isinstance(answers, dict)
    assert isinstance(steps, dict)
    match verb:
        case "answered":
            fact, _, said = rest.partition(" ")
            stored = answers.get(fact)
            return said == (stored if isinstance(stored, str) else ",".join(stored or ()))
        case "decided":
            step, _, decision = rest.partition(" ")
            return bool(steps.get(step, {}).get("decision") == decision)
        case "noted":
            return bool(steps.get(rest, {}).get("note"))
        case _:
            return True


def torture(folder: Path, kills: int, erasures: int, seed: int) -> Findings:
    """Run it all and return what was found."""
    started = time.monotonic()
    findings = Findings()
    one = Torture(folder, seed)
    one.begin()
    for _ in range(kills):
        one.kill_once(findings)
    for number in range(erasures):
        one.erase_once(number, findings)
    one.verify(findings, "at the end")
    findings.seconds = time.monotonic() - started
    return findings


def report(findings: Findings, seed: int) -> str:
    """The report as a page."""
    spread = ", ".join(str(n) for n in sorted(findings.killed_after))
    return "\n".join(
        [
            "# Torture report",
            "",
            "Made by `make torture`. Each kill is a `kill -9` of a visit that runs through the real command line.",
            "",
            f"- seed {seed}, {findings.seconds:.0f} s",
            f"- {findings.kills} kills, after this many acknowledged lines: {spread}",
            f"- {findings.acknowledged} acknowledged lines looked for after a restart; lost: {len(findings.lost)}",
            f"- chain verified after every kill and at the end; broken: {len(findings.broken_chains)}",
            f"- {findings.erasures} visits ended without follow-up; their date, reason and note looked for in every "
            f"page of every file, decrypted with the key; left behind: {len(findings.left_behind)}",
            "",
            *(f"- WRONG: {wrong}" for wrong in [*findings.lost, *findings.broken_chains, *findings.left_behind]),
        ]
    )


def main() -> None:
    """Run the full numbers."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--erasures", type=int, default=10)
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--report", type=Path, default=ROOT / "docs" / "torture-report.md")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="torture-") as folder:
        findings = torture(Path(folder), asked.kills, asked.erasures, asked.seed)
    page = report(findings, asked.seed)
    asked.report.write_text(page + "\n", encoding="utf-8")
    print(page)
    sys.exit(0 if findings.is_clean else 1)


if __name__ == "__main__":
    main()
