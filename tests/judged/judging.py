"""The judged queries, what the search answers to them, and how well: success@3 and mean reciprocal rank."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from statistics import fmean

import yaml

from desk.model.search import ANYWHERE, SearchResult, Within
from tests.judged.judged_catalogue import JudgedCatalogue

QUERIES = Path(__file__).parent / "queries"
TOP = 3
LOOKED_AT = 10
ERRAND = "errand:"
STARTER = "tiski-"

Search = Callable[[str, str, int, Within], SearchResult]


class Half(StrEnum):
    """Queries are split once, by their letters: what is tuned on the one half is measured on the other."""

    DEVELOPMENT = "development"
    HELD_OUT = "held_out"


@dataclass(frozen=True, slots=True)
class Query:
    """What somebody says, and the ids of which any one is right."""

    text: str
    language: str
    kind: str
    right: frozenset[str]
    area: str | None = None

    @property
    def half(self) -> Half:
        """Which half it is in, for ever."""
        told = hashlib.blake2b(f"{self.language}/{self.text}".encode(), digest_size=2).digest()
        return Half.HELD_OUT if told[0] & 1 else Half.DEVELOPMENT


@dataclass(frozen=True, slots=True)
class Judged:
    """A query with the place of the first right hit, and what stood first."""

    query: Query
    place: int | None
    first: tuple[str, ...] = ()

    @property
    def found(self) -> bool:
        """Among the first three."""
        return self.place is not None and self.place <= TOP

    @property
    def reciprocal(self) -> float:
        """One over the place; nothing when it was not found."""
        return 1 / self.place if self.place else 0.0


@dataclass(frozen=True, slots=True)
class Score:
    """How well a group of queries is answered."""

    queries: int
    success: float
    reciprocal: float


def queries(catalogue: JudgedCatalogue) -> list[Query]:
    """All of the set, in its order."""
    return [
        _query(catalogue, path.stem, kind, said, told)
        for path in sorted(QUERIES.glob("*.yaml"))
        for kind, rows in yaml.load(path.read_text(encoding="utf-8"), yaml.CBaseLoader).items()
        for said, told in rows.items()
    ]


def _query(catalogue: JudgedCatalogue, language: str, kind: str, said: str, told: str) -> Query:
    text, _, area = said.partition(" @")
    right = frozenset(identity for word in told.split() for identity in _ids(catalogue, word, area or None))
    return Query(text, language, kind, right, area or None)


def _ids(catalogue: JudgedCatalogue, word: str, area: str | None) -> Sequence[str]:
    if word.startswith(ERRAND):
        return (word.removeprefix(ERRAND),)
    return (word,) if word.startswith(STARTER) else catalogue.ids_of(word, area)


def judge(asked: Iterable[Query], search: Search) -> Iterator[Judged]:
    """Ask each and look for the first right hit."""
    for query in asked:
        within = Within(area=query.area) if query.area else ANYWHERE
        hits = search(query.text, query.language, LOOKED_AT, within).hits
        place = next((number for number, hit in enumerate(hits, 1) if hit.id in query.right), None)
        yield Judged(query, place, tuple(hit.name for hit in hits[:TOP]))


def score(judged: Sequence[Judged]) -> Score:
    """The score of a group; an empty one has none of anything."""
    if not judged:
        return Score(0, 0.0, 0.0)
    return Score(len(judged), fmean(each.found for each in judged), fmean(each.reciprocal for each in judged))


def grouped(judged: Iterable[Judged], by: Callable[[Query], str]) -> dict[str, list[Judged]]:
    """The judged queries by something of theirs."""
    groups: dict[str, list[Judged]] = {}
    for each in judged:
        groups.setdefault(by(each.query), []).append(each)
    return groups
