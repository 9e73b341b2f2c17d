"""What was done to the program, what was found wrong, and the page that says so."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Findings:
    """Counts of what was done; ``wrong`` says each thing that should not have happened."""

    kills: int = 0
    killed_after: list[int] = field(default_factory=list)
    acknowledged: int = 0
    foundings: int = 0
    imports: int = 0
    imports_taken: int = 0
    erasure_kills: int = 0
    erasures_done: int = 0
    erasures: int = 0
    full_disks: int = 0
    full_after: list[int] = field(default_factory=list)
    full_kind: str = ""
    refresh_kills: int = 0
    refreshes_resumed: int = 0
    refreshes_taken: int = 0
    fault_runs: int = 0
    faults_met: int = 0
    huge_objects: int = 0
    chains: int = 0
    others: dict[str, tuple[int, str]] = field(default_factory=dict)
    """What else was done → how often, and what was looked for."""
    wrong: list[str] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def is_clean(self) -> bool:
        """True when nothing was lost, broken or left behind."""
        return not self.wrong

    def tried(self, what: str, looked_for: str) -> None:
        """Count something that was done; what is found wrong of it begins with the same words."""
        times, _ = self.others.get(what, (0, looked_for))
        self.others[what] = (times + 1, looked_for)


def page(found: Findings, seed: int) -> str:
    """The report as a page of Markdown."""
    return "\n".join(
        [
            "# Torture report",
            "",
            "Made by `make torture`: the real command line, in processes of its own, over an encrypted data folder.",
            "What a process had printed was acknowledged, so it must be there afterwards. The seed repeats the",
            "choices; the moments of the kills are the machine's.",
            "",
            "| what was done | times | what was looked for afterwards | found wrong |",
            "|---|---:|---|---:|",
            *(
                f"| {what} | {times} | {looked} | {found_wrong} |"
                for what, times, looked, found_wrong in _rows(found)
                if times
            ),
            "",
            f"Killed after this many acknowledged lines: {_spread(found.killed_after)}.",
            f"The disk was full after this many ({found.full_kind}): {_spread(found.full_after)}.",
            f"Seed {seed}, {found.seconds:.0f} seconds.",
            "",
            *(f"- WRONG: {wrong}" for wrong in found.wrong),
        ]
    ).rstrip()


def _rows(found: Findings) -> list[tuple[str, int, str, int]]:
    return [
        (
            "kill -9 during a visit: answers, decisions, notes, plan, end",
            found.kills,
            f"each of {found.acknowledged} acknowledged lines after a restart; an erased visit has nothing left",
            _wrong(found, "visit"),
        ),
        (
            "kill -9 during the founding of a data folder",
            found.foundings,
            "the next start opens it, or founds it anew, with the starter catalogue whole",
            _wrong(found, "founding"),
        ),
        (
            "kill -9 during a catalogue import",
            found.imports,
            f"the old catalogue or the new one, nothing between ({found.imports_taken} were through already)",
            _wrong(found, "import"),
        ),
        (
            "kill -9 at the first bytes of an erasure",
            found.erasure_kills,
            f"all there, or all erased and in no page of any file ({found.erasures_done} were erased)",
            _wrong(found, "erasure"),
        ),
        (
            "visits ended without follow-up",
            found.erasures,
            "day, reason and note, in every page of every file, decrypted with the key",
            _wrong(found, "left behind"),
        ),
        (
            "full disk during a visit",
            found.full_disks,
            "one line on standard error, exit code 1, no acknowledged line lost",
            _wrong(found, "full disk"),
        ),
        *_last_rows(found),
    ]


def _last_rows(found: Findings) -> list[tuple[str, int, str, int]]:
    taken, resumed = found.refreshes_taken, found.refreshes_resumed
    return [
        *((what, times, looked, _wrong(found, what)) for what, (times, looked) in found.others.items()),
        (
            "kill -9 during a refresh of the catalogue",
            found.refresh_kills,
            "the old catalogue or the new one, object by object, never some of each "
            f"({taken} were through already); the next refresh went on ({resumed}) and ended as the source is",
            _wrong(found, "refresh"),
        ),
        (
            "refreshes through faults: 429, 500, 502, cut lines, slow bytes, broken gzip, foreign pages, "
            "shifting pages, vanishing ids, wrong types",
            found.fault_runs,
            f"after {found.faults_met} faults, every object as at the source; known errors in one line",
            _wrong(found, "faults"),
        ),
        (
            "a service of 50 MB",
            found.huge_objects,
            "it comes like any other, and all others with it",
            _wrong(found, "huge"),
        ),
        ("chain of the journal verified", found.chains, "no broken link", _wrong(found, "chain")),
    ]


def _wrong(found: Findings, kind: str) -> int:
    return sum(1 for wrong in found.wrong if wrong.startswith(f"{kind}: "))


def _spread(numbers: list[int]) -> str:
    return ", ".join(str(number) for number in sorted(numbers)) or "none"
