"""Puts candidates in order: how they match, what they are, where and in which language they are given."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import msgspec

from desk.model.search import HitKind
from offline_cache.catalogue.candidates import Candidate, CandidateShelf
from offline_cache.catalogue.found import Found
from offline_cache.catalogue.gathering import Worth
from offline_cache.catalogue.matching import Tier
from offline_cache.catalogue.scope import Scope
from offline_cache.connection import StoreConnection

READ_REACHED = """
    SELECT DISTINCT number FROM (
        SELECT asked.value ->> 0 AS number, channel.marks AS marks
        FROM json_each(?) AS asked CROSS JOIN link ON link.service = asked.value ->> 1
        CROSS JOIN document AS channel ON channel.kind = 'channel' AND channel.id = link.channel
    ) JOIN json_each(?) AS mark ON instr(marks, mark.value) > 0
"""
KIND_WORTH: dict[HitKind, float] = {
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
FURTHER_ERRAND = KIND_WORTH[HitKind.SERVICE] - KIND_WORTH[HitKind.ERRAND]
"""Of an errand behind the best one: it stands among the services, by how it matches."""
THE_NAME = 30.0
BEGINS_SO = 12.0
MEANT_NAME = 16.0
MEANT_WITHIN = 8.0


@dataclass(frozen=True, slots=True)
class Asked:
    """What names are compared with."""

    typed: str
    language: str
    meant: Mapping[str, float] = field(default_factory=dict)
    """Names that are meant; of what a word may mean, the first weighs most."""
    within: tuple[tuple[str, float], ...] = ()
    """The few of them that are looked for within names, with what each is worth there, the best first."""
    told: Mapping[int, float] = field(default_factory=dict)
    """Of the errands, how much of one of their phrases was said."""


class Ranking:
    """Reads of the candidates no more than the order needs."""

    def __init__(self, connection: StoreConnection, shelf: CandidateShelf) -> None:
        self._connection = connection
        self._shelf = shelf

    def ranked(
        self, candidates: Mapping[int, Worth], asked: Asked, scope: Scope, most: int | None = None
    ) -> list[Found]:
        """The visible candidates, best first; all, or the first so many."""
        judged = [_judged(each, candidates[each.number], asked, scope) for each in self._shelf.read(candidates)]
        self._put_shared_behind(judged)
        judged.sort(key=_order)
        _put_errands_apart(judged)
        _put_names_apart(judged)
        return [each.found() for each in judged[:most]]

    def reached_through(self, found: Sequence[Found], marks: Iterable[str]) -> list[Found]:
        """Those that are channels of these kinds, or are reached through one."""
        wanted = msgspec.json.encode(list(marks)).decode()
        asked = msgspec.json.encode([(each.number, each.id) for each in found]).decode()
        numbers = {number for (number,) in self._connection.execute(READ_REACHED, (asked, wanted)).fetchall()}
        kinds = set(msgspec.json.decode(wanted))
        return [each for each in found if each.number in numbers or not kinds.isdisjoint(each.marks.split())]

    def _put_shared_behind(self, judged: list[_Judged]) -> None:
        """General descriptions that have services on the desk stand behind these."""
        descriptions = [each for each in judged if each.candidate.kind is HitKind.GENERAL_DESCRIPTION]
        if not descriptions:
            return
        shared = self._shelf.have_services(each.candidate.id for each in descriptions)
        for each in descriptions:
            if each.candidate.id in shared:
                each.worth += HAS_SERVICES


@dataclass(slots=True)
class _Judged:
    """A candidate while it is being put in order: some hundred at each keystroke."""

    candidate: Candidate
    worth: float
    tier: Tier
    in_area: bool

    def found(self) -> Found:
        """The candidate in its place."""
        it = self.candidate
        return Found(it.number, it.kind, it.id, it.starter, it.names, self.worth, self.tier, it.marks, self.in_area)


def _order(judged: _Judged) -> tuple[float, int]:
    return -judged.worth, judged.candidate.number


def _judged(candidate: Candidate, match: Worth, asked: Asked, scope: Scope) -> _Judged:
    worth, tier = match
    covered = _covered(worth, tier) * asked.told.get(candidate.number, 1.0) ** 0.5
    worth += KIND_WORTH[candidate.kind] * covered + _bonus(candidate, asked)
    in_area = False
    if scope.here:
        marks = candidate.marks
        in_area = any(mark in marks for mark in scope.here)
        worth += (IN_THE_AREA if scope.area and scope.area in marks else 0.0) if in_area else NOT_THERE
    if scope.language and scope.language in candidate.marks:
        worth += IN_THE_LANGUAGE
    return _Judged(candidate, worth, tier, in_area)


def _covered(worth: float, tier: Tier) -> float:
    """How much of what was said is there: an errand stands above services as far as it covers the words."""
    if tier is Tier.SOME:
        return max(0.0, 2.0 * (worth - Tier.SOME) / (Tier.WORDS - Tier.SOME) - 1.0)
    return PARTLY.get(tier, 1.0)


def _bonus(candidate: Candidate, asked: Asked) -> float:
    """What the index does not know: the very name, its beginning, its length, and the language asked for."""
    nearness = 0.0
    for name in candidate.called:
        if name.startswith(asked.typed):
            near = THE_NAME if name == asked.typed else BEGINS_SO
        elif name in asked.meant:
            near = MEANT_NAME * asked.meant[name]
        else:
            near = next((weight for meant, weight in asked.within if meant in name), 0.0)
        if near > nearness:
            nearness = near
    words = asked.typed.count(" ") + 1
    length = 10.0 * words / candidate.shortest if words < candidate.shortest else 10.0
    return nearness + length + (2.0 if asked.language in candidate.names else 0.0)


def _put_errands_apart(judged: list[_Judged]) -> None:
    """One errand stands above services for being one: errands share many words, and would fill the first places."""
    errands = [each for each in judged if each.candidate.kind is HitKind.ERRAND]
    for each in errands[1:]:
        each.worth += FURTHER_ERRAND
    if len(errands) > 1:
        judged.sort(key=_order)


def _put_names_apart(judged: list[_Judged]) -> None:
    """A service that every municipality has under one name must not fill the list: after a few, others come first."""
    seen: Counter[tuple[HitKind, str]] = Counter()
    again = False
    for each in judged:
        name = (each.candidate.kind, each.candidate.main_name)
        seen[name] += 1
        if seen[name] > MOST_OF_A_NAME:
            again = True
            each.worth += SAME_NAME_AGAIN
    if again:
        judged.sort(key=_order)
