"""What rules, values and tables are once they are closures."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from msgspec import Struct

from desk.errands import nodes
from desk.errands.situation import Situation

Mask = Callable[[Situation], int]
Needs = Callable[[Situation, int], int]
Grounds = Callable[[Situation, int, bool], int]
GroundsOfFact = Callable[[Situation, bool], int]
NeedsOfWorth = Callable[[Situation], int]
Get = Callable[[Situation], tuple[int, Any]]


class CompiledRule(Struct, frozen=True):
    """``mask(situation)``: what is possible. ``needs(situation, wanted)``: what would settle whether it is wanted.

    ``grounds(situation, wanted, holds)``: the answers that make it surely so, or with ``holds`` false impossible.
    """

    mask: Mask
    needs: Needs
    grounds: Grounds


class CompiledWorth(Struct, frozen=True):
    """``get(situation)``: what is possible, and the known value. ``facts``: the numbers of the facts in it.

    A table needs, and rests on, fewer than all of them: then ``needs`` and ``grounds`` say which.
    """

    get: Get
    facts: tuple[int, ...]
    needs: NeedsOfWorth | None = None
    grounds: GroundsOfFact | None = None


class FactNumbers(Struct, frozen=True):
    """The number of each fact, the rule behind each calculated yes_no fact, and what each fact rests on.

    ``grounds[number](situation, holds)``: the answers behind a fact as it stands; when something *holds* because
    of it, those that make it applicable belong to them.
    """

    of: Mapping[str, int]
    calculated: dict[str, CompiledRule]
    grounds: dict[int, GroundsOfFact]
    tables: dict[str, CompiledTable]

    @property
    def size(self) -> int:
        """How many facts there are."""
        return len(self.of)


class CompiledTable(Struct, frozen=True):
    """A fact that is a table: what its rows are, so that a rule about its value can be said of each of them.

    ``said``: the rules about it that were compiled already, for many may ask the same.
    """

    number: int
    ask_when: CompiledRule | None
    worth: nodes.Picked | nodes.Collected
    rows: dict[nodes.Rule, CompiledRule]
    said: dict[nodes.Rule, CompiledRule]


def no_needs(_: Situation, __: int) -> int:
    """What is the same for everybody needs nothing."""
    return 0


def no_grounds(_: Situation, __: int, ___: bool) -> int:
    """What is the same for everybody rests on nothing."""
    return 0
