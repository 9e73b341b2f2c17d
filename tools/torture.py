"""Kill the program at random moments and look for loss; end visits and look for what must be gone.

``make torture`` runs the full numbers and writes docs/torture-report.md; CI runs a small seeded part
(tests/torture). Each visit is a script run by the real command line in a process of its own. What the
process printed was acknowledged: it must be there after the kill. What was erased must be in no page of
any file of the data folder, even for one who has the key.

    python -m tools.torture [--points 300] [--kills 50] [--others 10] [--thorough 10] [--sets 40000] [--seed N]
                            [--report FILE]
    python -m tools.torture --only language|casebook      that chapter alone, put in its place in the report
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tools.torturing import casebook_faults, full_disk, kills, refresh, week_story
from tools.torturing.chapters import with_chapter
from tools.torturing.findings import Findings, page
from tools.torturing.language import Tally, chapter, torture_language
from tools.torturing.properties import try_properties
from tools.torturing.victim import ROOT, Victim
from tools.torturing.week import Week

POINTS = (
    *[kills.kill_a_visit] * 4,
    casebook_faults.kill_a_print,
    casebook_faults.kill_a_migration,
    casebook_faults.kill_a_backup,
)
"""Where a casebook is killed: mostly in the middle of what a clerk does."""


@dataclass(frozen=True, slots=True)
class HowOften:
    """How many times each thing is done."""

    points: int
    """Moments of a casebook's life at which it is killed."""
    refreshes: int
    others: int


def torture(place: Path, often: HowOften, seed: int) -> Findings:
    """Run it all in an empty folder and return what was found."""
    started = time.monotonic()
    found = Findings()
    victim = Victim(place / "desk", random.Random(seed))
    victim.desk("catalogue", "status")
    for number in range(often.points):
        victim.random.choice(POINTS)(victim, found, number)
    for number in range(often.others):
        kills.end_without_follow_up(victim, found, 1000 + number)
        kills.kill_an_erasure(victim, found, 2000 + number)
        full_disk.fill_the_disk(victim, found, 3000 + number)
        kills.kill_a_founding(victim, found, 4000 + number)
        kills.kill_an_import(victim, found, 5000 + number)
        for fault in casebook_faults.FAULTS:
            fault(victim, found, 10_000 + 100 * number)
    kills.verify(victim, found, "at the end")
    week_at_a_desk(place / "week", found)
    asked = refresh.Asked(often.refreshes, often.others)
    refresh.torture_refreshes(Victim(place / "refreshed", random.Random(seed)), found, asked)
    found.seconds = time.monotonic() - started
    return found


def week_at_a_desk(place: Path, found: Findings) -> None:
    """Live a week, and look for what of it lies anywhere in clear."""
    what = "a week at a desk, watched from outside"
    week = Week(place)
    told = week_story.live(week)
    found.tried(
        what, f"{len(told.words)} words of citizens, in every file but the given and the printed, in command lines"
    )
    found.wrong += [f"{what}: {trace.word} in {trace.where}" for trace in week_story.found_in_clear(week, told)]


def main() -> None:
    """Run the full numbers and write the report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--points", type=int, default=300, help="moments at which the casebook is killed")
    parser.add_argument("--kills", type=int, default=50, help="of refreshes of the catalogue")
    parser.add_argument("--others", type=int, default=10)
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--report", type=Path, default=ROOT / "docs" / "torture-report.md")
    parser.add_argument("--thorough", type=int, default=10, help="how many times the examples of a test run")
    parser.add_argument("--sets", type=int, default=40_000, help="sets of files of the errand language that are spoilt")
    parser.add_argument("--most-seconds", type=float, default=900, help="for the sets; the rest is not tried")
    parser.add_argument("--only", choices=["language", "casebook"], help="this chapter alone")
    asked = parser.parse_args()
    if asked.only == "casebook":
        sys.exit(_only_casebook(asked.report, asked.points, asked.others, asked.seed))
    language = torture_language(asked.sets, asked.seed, asked.most_seconds)
    if asked.only:
        _put(
            asked.report,
            asked.report.read_text(encoding="utf-8") if asked.report.exists() else "",
            language,
            asked.seed,
        )
        sys.exit(1 if language.wrong else 0)
    with tempfile.TemporaryDirectory(prefix="torture-") as folder:
        Path(folder).chmod(0o755)
        found = torture(Path(folder), HowOften(asked.points, asked.kills, asked.others), asked.seed)
    held, closing = try_properties(asked.thorough)
    report = page(found, asked.seed).replace(str(Path(folder)), "…")
    report += f"\n\nThe tests' properties with {asked.thorough} times as many examples: {closing}"
    _put(asked.report, report, language, asked.seed)
    sys.exit(0 if found.is_clean and held and not language.wrong else 1)


def _only_casebook(file: Path, points: int, others: int, seed: int) -> int:
    """Kill casebooks and nothing else, and put what was found into a chapter of its own; returns the exit code."""
    with tempfile.TemporaryDirectory(prefix="torture-") as folder:
        Path(folder).chmod(0o755)
        found = torture(Path(folder), HowOften(points, 0, others), seed)
    told = page(found, seed).replace(folder, "…").replace("# Torture report", "## The casebook", 1)
    before = file.read_text(encoding="utf-8") if file.exists() else ""
    file.write_text(with_chapter(before, told), encoding="utf-8")
    print(told)
    return 0 if found.is_clean else 1


def _put(file: Path, report: str, language: Tally, seed: int) -> None:
    """Write the report with the chapter of the language, and show it."""
    whole = with_chapter(report, chapter(language, seed))
    file.write_text(whole, encoding="utf-8")
    print(whole)


if __name__ == "__main__":
    main()
