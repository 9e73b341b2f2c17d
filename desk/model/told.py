"""Where an answer comes from: who said it, when, and in which earlier visit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desk.model.facts import Said
from desk.model.ids import FactName


class ToldBy(StrEnum):
    """Who, or what, said it."""

    CITIZEN = "citizen"
    COMPANION = "companion"
    """Whoever came along: the citizen may not agree."""
    PAPER = "paper"
    """A letter, a decision, a payslip that was seen."""
    REGISTER = "register"
    """A register that the citizen looked into themselves."""


@dataclass(frozen=True, slots=True)
class Told:
    """Where one answer comes from."""

    by: ToldBy
    on: date
    visit: int | None = None
    """Number of the earlier visit that it was said in; ``None``: in this one."""


@dataclass(frozen=True, slots=True)
class CarriedFact:
    """An answer of an earlier visit of the same person, with where it came from then."""

    fact: FactName
    said: Said
    told: Told
    stale: bool = False
    """Its shelf life is over: it does not count before it was said again."""
