"""Makes closures of decision tables: the first row whose conditions all hold decides, or all such rows together.

A row holds when all its conditions are true; one that is not applicable does not hold. While answers are missing, each
row that is not ruled out may decide, and so may what comes after it. What is asked follows from that: a row that would
give the same as all that may come after it needs no answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any, TypeVar

from desk.errands.compiled import (
    CompiledRule,
    CompiledTable,
    CompiledWorth,
    FactNumbers,
    no_grounds,
    no_needs,
)
from desk.errands.possible import ABSENT, KNOWN, NOT_APPLICABLE, TRUE, UNKNOWN
from desk.errands.situation import Situation

Outcome = tuple[int, Any]

MOST_ROWS = 200
Row = TypeVar("Row")

_NOTHING: Outcome = (ABSENT, None)
NEVER_APPLIES = CompiledRule(lambda _: NOT_APPLICABLE, no_needs, no_grounds)
"""What is so when no row holds."""


def decided(rows: Sequence[tuple[CompiledRule, CompiledRule]], otherwise: CompiledRule, *, alone: bool) -> CompiledRule:
    """The first of the rows that holds gives its rule; ``alone``: no two can hold together."""
    deciding = _Deciding(tuple(rows), otherwise, alone)
    return CompiledRule(deciding.mask, deciding.needs, deciding.grounds)


def picked(
    rows: Sequence[tuple[CompiledRule, CompiledWorth]], otherwise: CompiledWorth | None, facts: FactNumbers
) -> CompiledWorth:
    """The first of the rows that holds gives its value."""
    picking = _Picking(tuple(rows), otherwise or CompiledWorth(lambda _: _NOTHING, ()), facts)
    return CompiledWorth(picking.get, picking.numbers, picking.needs, picking.grounds)


def collected(rows: Sequence[tuple[CompiledRule, tuple[str, ...]]]) -> CompiledWorth:
    """Everything that the rows which hold give."""
    collecting = _Collecting(tuple(rows))
    return CompiledWorth(collecting.get, (), collecting.needs, collecting.grounds)


def row_once(key: int, when: CompiledRule) -> CompiledRule:
    """The condition of a row, worked out once in a situation however many rules look at the table.

    Keys of rows are negative, so that they are none of a fact.
    """
    inner_mask, inner_needs, inner_grounds = when.mask, when.needs, when.grounds

    def mask(s: Situation) -> int:
        found = s.kept_rows.get(key)
        if found is None:
            found = s.kept_rows[key] = inner_mask(s)
        return found

    def needs(s: Situation, wanted: int) -> int:
        found = s.kept_needs.get((key, wanted))
        if found is None:
            found = s.kept_needs[key, wanted] = inner_needs(s, wanted)
        return found

    def grounds(s: Situation, wanted: int, holds: bool) -> int:
        kept = s.kept_grounds.get((key, wanted, holds))
        if kept is None:
            kept = s.kept_grounds[key, wanted, holds] = inner_grounds(s, wanted, holds)
        return kept

    return CompiledRule(mask, needs, grounds)


def _alive(rows: Sequence[tuple[CompiledRule, Row]], s: Situation) -> list[tuple[int, CompiledRule, Row]]:
    """The rows with what is possible of each, up to the first that surely holds: those behind it do not count."""
    found: list[tuple[int, CompiledRule, Row]] = []
    for when, then in rows:
        mask = when.mask(s)
        found.append((mask, when, then))
        if mask == TRUE:
            break
    return found


def _is_open(mask: int, wanted: int) -> bool:
    return bool(mask & wanted) and mask != wanted


@dataclass(frozen=True, slots=True)
class _Deciding:
    """Rows that give true or false."""

    rows: tuple[tuple[CompiledRule, CompiledRule], ...]
    otherwise: CompiledRule
    alone: bool

    def mask(self, s: Situation) -> int:
        found = 0
        for when, then in self.rows:
            row = when.mask(s)
            if row & TRUE:
                found |= then.mask(s)
                if row == TRUE:
                    return found
        return found | self.otherwise.mask(s)

    def needs(self, s: Situation, wanted: int) -> int:
        return (self._needs_of_wanted(s, wanted) if self.alone else 0) or self._needs_in_order(s, wanted)

    def _needs_of_wanted(self, s: Situation, wanted: int) -> int:
        """Of rows that exclude one another, only those matter that give something else than no row does."""
        rest, found = self.otherwise.mask(s), 0
        for row, when, then in _alive(self.rows, s):
            given = then.mask(s)
            if _is_open(row, TRUE) and _is_open(given | rest, wanted):
                found |= when.needs(s, TRUE)
            if row & TRUE:
                found |= self._of(then, s, wanted)
        return found

    def _needs_in_order(self, s: Situation, wanted: int) -> int:
        rest, found = self.otherwise.mask(s), self._of(self.otherwise, s, wanted)
        for row, when, then in reversed(_alive(self.rows, s)):
            if not row & TRUE:
                continue
            given = then.mask(s)
            if row == TRUE:
                rest, found = given, 0
            elif _is_open(given | rest, wanted):
                found |= when.needs(s, TRUE)
            rest |= given
            found |= self._of(then, s, wanted)
        return found

    @staticmethod
    def _of(then: CompiledRule, s: Situation, wanted: int) -> int:
        return then.needs(s, wanted) if _is_open(then.mask(s), wanted) else 0

    def grounds(self, s: Situation, wanted: int, holds: bool) -> int:
        found = 0
        for row, when, then in _alive(self.rows, s):
            if row == TRUE:
                return found | when.grounds(s, TRUE, True) | then.grounds(s, wanted, holds)
            given = then.mask(s)
            if given == wanted if holds else not given & wanted:
                found |= then.grounds(s, wanted, holds)
            else:
                found |= when.grounds(s, TRUE, False)
        return found | self.otherwise.grounds(s, wanted, holds)


@dataclass(frozen=True, slots=True)
class _Picking:
    """Rows that give a value."""

    rows: tuple[tuple[CompiledRule, CompiledWorth], ...]
    otherwise: CompiledWorth
    facts: FactNumbers

    @property
    def numbers(self) -> tuple[int, ...]:
        """The facts that the values are worked out from."""
        return tuple(number for part in (*(then for _, then in self.rows), self.otherwise) for number in part.facts)

    def get(self, s: Situation) -> Outcome:
        found: Outcome | None = None
        for when, then in self.rows:
            row = when.mask(s)
            if row & TRUE:
                found = _either(found, then.get(s))
                if row == TRUE:
                    return found
        return _either(found, self.otherwise.get(s))

    def needs(self, s: Situation) -> int:
        rest, found = self.otherwise.get(s), self._of(self.otherwise, s)
        for row, when, then in reversed(_alive(self.rows, s)):
            if not row & TRUE:
                continue
            given = then.get(s)
            if row == TRUE:
                rest, found = given, 0
            elif given != rest or given[0] & UNKNOWN:
                found |= when.needs(s, TRUE)
            rest = _either(rest, given)
            found |= self._of(then, s)
        return found

    @staticmethod
    def _of(worth: CompiledWorth, s: Situation) -> int:
        return reduce(or_, (s.needs[number] for number in worth.facts), 0)

    def grounds(self, s: Situation, holds: bool) -> int:
        """What settled the value: the row that gave it, and why those before it, which give another, did not."""
        found, settled = 0, self.get(s)
        for row, when, then in _alive(self.rows, s):
            if row == TRUE:
                return found | when.grounds(s, TRUE, True) | self._behind(then, s, holds)
            if row & TRUE:
                found |= self._behind(then, s, holds)
            elif then.facts or then.get(s) != settled:
                found |= when.grounds(s, TRUE, False)
        return found | self._behind(self.otherwise, s, holds)

    def _behind(self, worth: CompiledWorth, s: Situation, holds: bool) -> int:
        return reduce(or_, (self.facts.grounds[number](s, holds) for number in worth.facts), 0)


def _either(one: Outcome | None, other: Outcome) -> Outcome:
    """What can be when it may be the one or the other: two known values are no known value."""
    if one is None:
        return other
    can = one[0] | other[0]
    values = [value for each_can, value in (one, other) if each_can & KNOWN]
    if can & UNKNOWN or any(value != values[0] for value in values):
        return can & ~KNOWN | UNKNOWN, None
    return can, values[0] if values else None


@dataclass(frozen=True, slots=True)
class _Collecting:
    """Rows that together give a set of options."""

    rows: tuple[tuple[CompiledRule, tuple[str, ...]], ...]

    def _sure_and_possible(self, s: Situation) -> tuple[set[str], set[str]]:
        sure: set[str] = set()
        possible: set[str] = set()
        for when, given in self.rows:
            row = when.mask(s)
            if row & TRUE:
                possible.update(given)
            if row == TRUE:
                sure.update(given)
        return sure, possible

    def get(self, s: Situation) -> Outcome:
        sure, possible = self._sure_and_possible(s)
        return (KNOWN, frozenset(sure)) if sure == possible else (UNKNOWN, None)

    def needs(self, s: Situation) -> int:
        sure, _ = self._sure_and_possible(s)
        parts = [when for when, given in self.rows if not sure.issuperset(given)]
        return reduce(or_, (when.needs(s, TRUE) for when in parts if _is_open(when.mask(s), TRUE)), 0)

    def grounds(self, s: Situation, _: bool) -> int:
        found = 0
        for when, _given in self.rows:
            row = when.mask(s)
            if not _is_open(row, TRUE):
                found |= when.grounds(s, TRUE, row == TRUE)
        return found


def where_it_applies(table: CompiledTable, inner: CompiledRule) -> CompiledRule:
    """A rule about a table that has a condition of its own."""
    ask_when, number = table.ask_when, table.number
    if ask_when is None:
        return inner

    def mask(s: Situation) -> int:
        applicable = ask_when.mask(s)
        if not applicable & TRUE:
            return NOT_APPLICABLE
        return inner.mask(s) if applicable == TRUE else inner.mask(s) | NOT_APPLICABLE

    def needs(s: Situation, wanted: int) -> int:
        if s.can[number] & ABSENT and (deciders := ask_when.needs(s, TRUE)):
            return deciders
        return inner.needs(s, wanted)

    def grounds(s: Situation, wanted: int, holds: bool) -> int:
        if not ask_when.mask(s) & TRUE:
            return ask_when.grounds(s, TRUE, False)
        return inner.grounds(s, wanted, holds) | (ask_when.grounds(s, TRUE, True) if holds else 0)

    return CompiledRule(mask, needs, grounds)
