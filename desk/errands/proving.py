"""What ``desk errands test`` runs: the examples, the conditions that they show, and the kept made-up citizens."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from desk.errands.bundle import Bundle
from desk.errands.case_tests import CaseReport, run_cases, said_in_case
from desk.errands.check_reach import Search
from desk.errands.conditions import Coverage, Seen, never_seen
from desk.errands.diagnostics import Diagnostic
from desk.errands.load_cases import Case
from desk.errands.loader import Files
from desk.errands.witness_text import Snapshot, difference, snapshot_of


@dataclass(frozen=True, slots=True)
class Proof:
    """Everything that the test of some content found."""

    cases: CaseReport
    seen: tuple[Seen, ...]
    never: tuple[Diagnostic, ...]
    snapshots: tuple[Snapshot, ...]
    differences: tuple[Diagnostic, ...]

    @property
    def passed(self) -> bool:
        """True when every example comes out as expected and no kept text differs."""
        return self.cases.passed and not self.differences

    @property
    def is_covered(self) -> bool:
        """True when every condition was seen true and false."""
        return not self.never


def prove(bundle: Bundle, files: Files, kept: Mapping[str, tuple[str, bytes]], day: date) -> Proof:
    """Run everything. ``kept`` has, by errand, the file and the bytes of its made-up citizens."""
    cases = run_cases(bundle, files)
    snapshots = tuple(
        snapshot_of(bundle.definitions, errand, kept[errand][1] if errand in kept else None)
        for errand in bundle.errands
    )
    seen = _seen(bundle, (result.case for result in cases.results), snapshots)
    return Proof(
        cases=cases,
        seen=seen,
        never=tuple(never_seen(seen, bundle.engine, Search(bundle.engine, day))),
        snapshots=snapshots,
        differences=tuple(_differences(snapshots, kept)),
    )


def _seen(bundle: Bundle, cases: Iterable[Case], snapshots: Iterable[Snapshot]) -> tuple[Seen, ...]:
    coverage = Coverage(bundle.engine)
    for case in cases:
        if (answers := said_in_case(bundle, case)) is not None:
            coverage.example(bundle.engine.situation(answers, case.as_of))
    for snapshot in snapshots:
        for witness in snapshot.witnesses:
            for answers in witness.everyone():
                coverage.made_up(bundle.engine.situation(answers, snapshot.day))
    return coverage.seen()


def _differences(snapshots: Iterable[Snapshot], kept: Mapping[str, tuple[str, bytes]]) -> Iterable[Diagnostic]:
    for snapshot in snapshots:
        if snapshot.errand in kept:
            file, content = kept[snapshot.errand]
            if (found := difference(snapshot, content, file)) is not None:
                yield found
