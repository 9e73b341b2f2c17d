"""Puts candidates in order: how they match, what they are, where and in which language they are given."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from desk.model.search import HitKind
from offline_cache.catalogue.found import Found
from offline_cache.catalogue.gathering import Worth
from offline_cache.catalogue.matching import Tier
from offline_cache.catalogue.scope import Scope
from offline_cache.connection import StoreConnection

READ_DOCUMENTS = """
    SELECT document.number, document.kind, document.id, document.starter, document.names, document.marks
    FROM json_each(?) AS asked JOIN document ON document.number = asked.value WHERE document.hidden = 0
"""
READ_SHARED = """
    SELECT DISTINCT general_description FROM json_each(?) AS asked
    JOIN entry ON entry.general_description = asked.value WHERE entry.hidden = 0
"""
READ_REACHED = """
    SELECT DISTINCT number FROM (
        SELECT asked.value ->> 0 AS number, channel.marks AS marks
        FROM json_each(?) AS asked JOIN link ON link.service = asked.value ->> 1
        JOIN document AS channel ON channel.kind = 'channel' AND channel.id = link.channel
    ) JOIN json_each(?) AS mark ON instr(marks, mark.value) > 0
"""
KIND_WORTH: dict[str, float] = {
    HitKind.ERRAND: 60.0,
    HitKind.SERVICE: 6.0,
    HitKind.GENERAL_DESCRIPTION: 3.0,
    HitKind.CHANNEL: 0.0,
}
PARTLY = {Tier.HALVES: 0.6, Tier.PARTS: 0.1, Tier.TEXT: 0.0, Tier.BEGINNING: 0.8}
IN_THE_AREA = 6.0
NOT_THERE = -40.0
IN_THE_LANGUAGE = 8.0
HAS_SERVICES = -16.0
"""Of a general description: the services that share it are what a citizen can use."""
MOST_OF_A_NAME = 3
SAME_NAME_AGAIN = -40.0
THE_NAME = 30.0
BEGINS_SO = 12.0
MEANT_NAME = 16.0
MOST_MEANT = 6


@dataclass(frozen=True, slots=True)
class Asked:
    """What names are compared with."""

    typed: str
    language: str
    meant: frozenset[str] = frozenset()


class Ranking:
    """Reads of the candidates no more than the order needs."""

    def __init__(self, connection: StoreConnection) -> None:
        self._connection = connection

    def ranked(self, candidates: Mapping[int, Worth], asked: Asked, scope: Scope) -> list[Found]:
        """All visible candidates, best first."""
        numbers = msgspec.json.encode(sorted(candidates)).decode()
        rows = self._connection.execute(READ_DOCUMENTS, (numbers,)).fetchall()
        judged = [_judged(row, candidates[row[0]], asked, scope) for row in rows]
        self._put_shared_behind(judged)
        judged.sort(key=_order)
        _put_names_apart(judged)
        return [each.found() for each in judged]

    def reached_through(self, found: Sequence[Found], marks: Iterable[str]) -> list[Found]:
        """Those that are channels of these kinds, or are reached through one."""
        wanted = msgspec.json.encode(list(marks)).decode()
        asked = msgspec.json.encode([(each.number, each.id) for each in found]).decode()
        numbers = {number for (number,) in self._connection.execute(READ_REACHED, (asked, wanted)).fetchall()}
        kinds = set(msgspec.json.decode(wanted))
        return [each for each in found if each.number in numbers or not kinds.isdisjoint(each.marks.split())]

    def _put_shared_behind(self, judged: list[_Judged]) -> None:
        """General descriptions that have services on the desk stand behind these."""
        descriptions = [each.id for each in judged if each.kind == HitKind.GENERAL_DESCRIPTION]
        if not descriptions:
            return
        asked = msgspec.json.encode(descriptions).decode()
        shared = {identity for (identity,) in self._connection.execute(READ_SHARED, (asked,)).fetchall()}
        for each in judged:
            if each.id in shared:
                each.worth += HAS_SERVICES


@dataclass(slots=True)
class _Judged:
    """A candidate while it is being put in order: some hundred at each keystroke."""

    number: int
    kind: str
    id: str
    starter: bool
    names: dict[str, str]
    worth: float
    tier: Tier
    marks: str
    in_area: bool

    def found(self) -> Found:
        """The candidate in its place."""
        return Found(
            self.number,
            HitKind(self.kind),
            self.id,
            bool(self.starter),
            self.names,
            self.worth,
            self.tier,
            self.marks,
            self.in_area,
        )


def _order(judged: _Judged) -> tuple[float, int]:
    return -judged.worth, judged.number


def _judged(row: tuple[Any, ...], match: Worth, asked: Asked, scope: Scope) -> _Judged:
    number, kind, identity, starter, names, marks = row
    called: dict[str, str] = msgspec.json.decode(names)
    worth, tier = match
    worth += KIND_WORTH[kind] * _covered(worth, tier) + _bonus(called, asked)
    in_area = bool(scope.here) and any(mark in marks for mark in scope.here)
    if scope.here:
        worth += (IN_THE_AREA if scope.area and scope.area in marks else 0.0) if in_area else NOT_THERE
    if scope.language and scope.language in marks:
        worth += IN_THE_LANGUAGE
    return _Judged(number, kind, identity, starter, called, worth, tier, marks, in_area)


def _covered(worth: float, tier: Tier) -> float:
    """How much of what was said is there: an errand stands above services as far as it covers the words."""
    if tier is Tier.SOME:
        return max(0.0, 2.0 * (worth - Tier.SOME) / (Tier.WORDS - Tier.SOME) - 1.0)
    return PARTLY.get(tier, 1.0)


def _bonus(names: Mapping[str, str], asked: Asked) -> float:
    """What the index does not know: the very name, its beginning, its length, and the language asked for."""
    bonus = 2.0 if asked.language in names else 0.0
    shortest = 0
    nearness = 0.0
    for text in names.values():
        name = text.casefold()
        length = name.count(" ") + 1
        shortest = min(shortest, length) or length
        if name.startswith(asked.typed):
            nearness = max(nearness, THE_NAME if name == asked.typed else BEGINS_SO)
        elif name in asked.meant:
            nearness = max(nearness, MEANT_NAME)
    return bonus + nearness + 10.0 * min(1.0, (asked.typed.count(" ") + 1) / (shortest or 1))


def _put_names_apart(judged: list[_Judged]) -> None:
    """A service that every municipality has under one name must not fill the list: after a few, others come first."""
    seen: Counter[tuple[str, str]] = Counter()
    again = False
    for each in judged:
        name = (each.kind, each.names.get("fi") or next(iter(each.names.values()), ""))
        seen[name] += 1
        if seen[name] > MOST_OF_A_NAME:
            again = True
            each.worth += SAME_NAME_AGAIN
    if again:
        judged.sort(key=_order)
