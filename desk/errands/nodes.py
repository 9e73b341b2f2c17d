"""The tree of an expression once names and types are known: what is stored in the bundle and evaluated.

The nodes are msgspec structs because a bundle holds hundreds of them and is read at start.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from msgspec import Struct


class Truth(Struct, frozen=True, tag="truth"):
    """``always``, ``yes`` or ``no``."""

    value: bool


class Holds(Struct, frozen=True, tag="holds"):
    """A yes_no fact standing alone."""

    fact: str


class Not(Struct, frozen=True, tag="not"):
    """Turns round: false and true change places, not applicable stays."""

    part: Rule


class And(Struct, frozen=True, tag="and"):
    """The least of its parts."""

    parts: tuple[Rule, ...]


class Or(Struct, frozen=True, tag="or"):
    """The greatest of its parts."""

    parts: tuple[Rule, ...]


class Compare(Struct, frozen=True, tag="compare"):
    """Two values and one of ``= != < <= > >=``."""

    sign: str
    left: Worth
    right: Worth


class Among(Struct, frozen=True, tag="among"):
    """A value is one of those listed."""

    value: Worth
    items: tuple[Worth, ...]


class Chosen(Struct, frozen=True, tag="chosen"):
    """Of a *choices* fact one (or ``every``) of these options was chosen."""

    fact: str
    options: tuple[str, ...]
    every: bool = False


class Asked(Struct, frozen=True, tag="asked"):
    """``known(f)``, ``answered(f)`` or ``applicable(f)``."""

    what: str
    fact: str


class Whole(Struct, frozen=True, tag="whole"):
    """A whole number."""

    value: int


class Euros(Struct, frozen=True, tag="euros"):
    """A number with decimals."""

    value: Decimal


class Day(Struct, frozen=True, tag="day"):
    """A date."""

    value: date


class Option(Struct, frozen=True, tag="option"):
    """An option of a choice, or a municipality's code."""

    value: str


class FactValue(Struct, frozen=True, tag="fact"):
    """The value of a fact that is not yes_no."""

    fact: str


class Today(Struct, frozen=True, tag="today"):
    """The as-of date."""


class ParameterValue(Struct, frozen=True, tag="param"):
    """A parameter's value at the as-of date."""

    name: str


class Sum(Struct, frozen=True, tag="sum"):
    """``left + right`` or ``left - right``."""

    left: Worth
    right: Worth
    minus: bool = False


class Call(Struct, frozen=True, tag="call"):
    """A function of values."""

    function: str
    arguments: tuple[Worth, ...]


class HowMany(Struct, frozen=True, tag="how_many"):
    """Of how many members of a group a rule holds."""

    parts: tuple[Rule, ...]


class Decided(Struct, frozen=True, tag="decided"):
    """The first of some rules that is true gives another rule; none of them, ``otherwise`` or not applicable."""

    whens: tuple[Rule, ...]
    thens: tuple[Rule, ...]
    otherwise: Rule | None = None
    alone: bool = False
    """No two of the rules can be true together."""


class Picked(Struct, frozen=True, tag="picked"):
    """The first of some rules that is true gives a value; none of them, ``otherwise`` or not applicable."""

    whens: tuple[Rule, ...]
    thens: tuple[Worth, ...]
    otherwise: Worth | None = None
    alone: bool = False


class Collected(Struct, frozen=True, tag="collected"):
    """Each of some rules that is true gives options; together they are the value."""

    whens: tuple[Rule, ...]
    options: tuple[tuple[str, ...], ...]


Rule = Truth | Holds | Not | And | Or | Compare | Among | Chosen | Asked | Decided
"""What is true, false or not applicable."""

Worth = Whole | Euros | Day | Option | FactValue | Today | ParameterValue | Sum | Call | HowMany | Picked | Collected
"""What has a value."""


def facts_in(node: Rule | Worth) -> frozenset[str]:
    """The names of all facts that stand in an expression."""
    return frozenset(node.fact for node in walk(node) if isinstance(node, Holds | Chosen | Asked | FactValue))


def parameters_in(node: Rule | Worth) -> frozenset[str]:
    """The names of all parameters that stand in an expression."""
    return frozenset(node.name for node in walk(node) if isinstance(node, ParameterValue))


def walk(node: Rule | Worth) -> list[Rule | Worth]:
    """All nodes of a tree, the root first."""
    found: list[Rule | Worth] = [node]
    for known in found:
        found.extend(_parts(known))
    return found


def _parts(node: Rule | Worth) -> tuple[Rule | Worth, ...]:
    match node:
        case Not(part):
            return (part,)
        case And(parts) | Or(parts) | HowMany(parts):
            return parts
        case Compare(_, left, right) | Sum(left, right):
            return (left, right)
        case Among(value, items):
            return (value, *items)
        case Call(_, arguments):
            return arguments
        case Decided(whens, thens, otherwise) | Picked(whens, thens, otherwise):
            return (*whens, *thens, otherwise) if otherwise is not None else (*whens, *thens)
        case Collected(whens):
            return whens
    return ()
