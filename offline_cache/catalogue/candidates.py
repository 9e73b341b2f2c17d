"""What the order needs to know of each candidate, kept from one keystroke to the next.

A word typed one letter further finds most of what it found before; so what was read and decoded then is not again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from desk.model.search import HitKind
from offline_cache.connection import StoreConnection

READ = """
    SELECT document.number, document.kind, document.id, document.starter, document.names, document.marks
    FROM json_each(?) AS asked JOIN document ON document.number = asked.value WHERE document.hidden = 0
"""
READ_SHARED = """
    SELECT DISTINCT general_description FROM json_each(?) AS asked
    JOIN entry ON entry.general_description = asked.value WHERE entry.hidden = 0
"""
MOST_KEPT = 6_000
"""Some ten megabytes: what a desk looks for in a day finds mostly the same."""
KINDS = {kind.value: kind for kind in HitKind}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A document as it is put in order."""

    number: int
    kind: HitKind
    id: str
    starter: bool
    names: Mapping[str, str]
    marks: str
    called: tuple[str, ...]
    """The names without case."""
    shortest: int
    """Words of the shortest name."""
    main_name: str


class CandidateShelf:
    """Reads candidates and keeps them. Whoever notices that the catalogue changed takes a new one."""

    def __init__(self, connection: StoreConnection) -> None:
        self._connection = connection
        self._kept: dict[int, Candidate | None] = {}
        self._shared: dict[str, bool] = {}

    def read(self, numbers: Iterable[int]) -> list[Candidate]:
        """The visible ones of these, by number."""
        wanted = sorted(numbers)
        kept = self._kept
        missing = [number for number in wanted if number not in kept]
        if len(kept) + len(missing) > MOST_KEPT:
            kept = self._kept = {number: kept[number] for number in wanted if number in kept}
        if missing:
            kept.update(dict.fromkeys(missing))  # what is hidden is not asked for again
            asked = msgspec.json.encode(missing).decode()
            for row in self._connection.execute(READ, (asked,)).fetchall():
                kept[row[0]] = _candidate(row)
        return [found for number in wanted if (found := kept[number]) is not None]

    def have_services(self, descriptions: Iterable[str]) -> set[str]:
        """Those general descriptions that services on the desk share."""
        wanted = set(descriptions)
        missing = sorted(wanted.difference(self._shared))
        if missing:
            if len(self._shared) + len(missing) > MOST_KEPT:
                self._shared.clear()
                missing = sorted(wanted)
            asked = msgspec.json.encode(missing).decode()
            found = {identity for (identity,) in self._connection.execute(READ_SHARED, (asked,)).fetchall()}
            self._shared.update((identity, identity in found) for identity in missing)
        return {identity for identity in wanted if self._shared[identity]}


def _candidate(row: tuple[Any, ...]) -> Candidate:
    number, kind, identity, starter, names, marks = row
    known: dict[str, str] = msgspec.json.decode(names)
    called = tuple(name.casefold() for name in known.values())
    return Candidate(
        number,
        KINDS[kind],
        identity,
        bool(starter),
        known,
        marks,
        tuple(dict.fromkeys(called)),
        min((name.count(" ") + 1 for name in called), default=1),
        known.get("fi") or next(iter(known.values()), ""),
    )
