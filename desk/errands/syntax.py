"""The tree of an expression as it was written, before names and types are looked at."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    """A bare word: a fact when it holds a dot, else an option, ``yes``, ``no`` or ``always``."""

    text: str
    at: int

    @property
    def is_fact(self) -> bool:
        """True for a name with a dot."""
        return "." in self.text


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written, so that 091 keeps its zero."""

    text: str
    at: int


@dataclass(frozen=True, slots=True)
class DateText:
    """A date as written."""

    text: str
    at: int


@dataclass(frozen=True, slots=True)
class ListOf:
    """``[a, b]``."""

    items: tuple[Written, ...]
    at: int


@dataclass(frozen=True, slots=True)
class CallOf:
    """``name(a, b)``."""

    name: str
    arguments: tuple[Written, ...]
    at: int


@dataclass(frozen=True, slots=True)
class Negation:
    """``not x``, or a minus before a number."""

    sign: str
    part: Written
    at: int


@dataclass(frozen=True, slots=True)
class Pair:
    """Two parts with a sign between them; ``at`` is where the sign stands."""

    sign: str
    left: Written
    right: Written
    at: int


Written = Word | Number | DateText | ListOf | CallOf | Negation | Pair
"""Any node."""


def size_of(node: Written) -> int:
    """How many nodes a tree has."""
    found: list[Written] = [node]
    for known in found:
        match known:
            case ListOf(items) | CallOf(_, items):
                found.extend(items)
            case Negation(_, part):
                found.append(part)
            case Pair(_, left, right):
                found += (left, right)
    return len(found)


def start_of(node: Written) -> int:
    """Where the text of a node begins."""
    while isinstance(node, Pair):
        node = node.left
    return node.at
