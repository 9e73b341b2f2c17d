"""What ``desk errands test`` runs: the examples, the conditions that they show, and the kept made-up citizens."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from desk.errands.bundle import Bundle
from desk.errands.case_tests import CaseReport, run_loaded, said_in_case
from desk.errands.check_reach import Search
from desk.errands.compiling import Compiled
from desk.errands.conditions import Condition, Coverage, Seen, never_seen
from desk.errands.definition import Definitions
from desk.errands.diagnostics import Diagnostic
from desk.errands.engine import Engine
from desk.errands.load_cases import Case, days_of
from desk.errands.narrowing import of_hints
from desk.errands.witness_text import Snapshot, difference, snapshot_of
from desk.errands.witnesses import engine_of
from desk.model.facts import Answers


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


def prove(
    compiled: Compiled,
    bundle: Bundle,
    kept: Mapping[str, tuple[str, bytes]],
    day: date,
    errands: Iterable[str] | None = None,
) -> Proof:
    """Run everything, or some errands. ``kept`` has, by errand, the file and the bytes of its made-up citizens."""
    snapshots = tuple(
        snapshot_of(
            bundle.definitions,
            errand,
            kept[errand][1] if errand in kept else None,
            days_of(errand, compiled.cases),
        )
        for errand in (bundle.errands if errands is None else errands)
    )
    seen = _seen(bundle, compiled.cases, snapshots)
    return Proof(
        cases=run_loaded(bundle, compiled.loaded),
        seen=seen,
        never=tuple(never_seen(seen, bundle.engine, Search(bundle.engine, day))),
        snapshots=snapshots,
        differences=tuple(_differences(snapshots, kept)),
    )


def _seen(bundle: Bundle, cases: Iterable[Case], snapshots: Iterable[Snapshot]) -> tuple[Seen, ...]:
    """How each condition was seen."""
    answered = [(case, said_in_case(bundle, case)) for case in cases]
    found: dict[Condition, Seen] = {}
    for snapshot in snapshots:
        _put_beside(found, seen_of_errand(bundle.definitions, snapshot, answered))
    _put_beside(found, _seen_of_hints(bundle, answered))
    return tuple(found.values())


def seen_of_errand(
    definitions: Definitions, snapshot: Snapshot, answered: Iterable[tuple[Case, Answers | None]]
) -> tuple[Seen, ...]:
    """How the conditions of an errand were seen. It is looked at alone: whoever else there is tells nothing."""
    engine = engine_of(definitions, snapshot.errand)
    coverage = Coverage(engine)
    for case, answers in answered:
        if answers is not None and snapshot.errand in case.errands:
            coverage.example(engine.situation(answers, case.as_of))
    for witness in snapshot.witnesses:
        for said in witness.everyone():
            coverage.made_up(engine.situation(said, snapshot.day))
    return coverage.seen()


def _seen_of_hints(bundle: Bundle, answered: Iterable[tuple[Case, Answers | None]]) -> Iterable[Seen]:
    """How the rules of the hints were seen, which look at the answers of any errand."""
    engine = Engine(of_hints(bundle.definitions))
    coverage = Coverage(engine)
    for case, answers in answered:
        if answers is not None:
            coverage.example(engine.situation(answers, case.as_of))
    return coverage.seen()


def _put_beside(found: dict[Condition, Seen], more: Iterable[Seen]) -> None:
    for seen in more:
        known = found.get(seen.condition)
        found[seen.condition] = seen.beside(known) if known else seen


def _differences(snapshots: Iterable[Snapshot], kept: Mapping[str, tuple[str, bytes]]) -> Iterable[Diagnostic]:
    for snapshot in snapshots:
        if snapshot.errand in kept:
            file, content = kept[snapshot.errand]
            if (found := difference(snapshot, content, file)) is not None:
                yield found
