"""The names that an expression may use, and what it needs to know of each."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from desk.errands.budget import Budget
from desk.errands.members import Groups
from desk.model.facts import FactType


@dataclass(frozen=True, slots=True)
class FactShape:
    """What an expression needs to know of a fact."""

    type: FactType
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The names that an expression may use."""

    facts: Mapping[str, FactShape]
    parameters: Collection[str] = ()
    groups: Groups = field(default_factory=dict)
    budget: Budget = field(default_factory=Budget)
