"""What a repeated group of persons is: known wherever definitions are, also where nothing is read from files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Group:
    """A repeated group: its role, the fact that says how many there are, and the most that there may be."""

    role: str
    counted_by: str
    most: int
    at: str = ""

    @property
    def members(self) -> range:
        """The numbers of the members."""
        return range(1, self.most + 1)

    def member(self, number: int) -> str:
        """The role of one member, as it stands in the names of its facts."""
        return f"{self.role}_{number}"

    def named(self, name: str, number: int) -> str:
        """The name of a member's fact, where the group's is given; any other name as it is."""
        role, dot, rest = name.partition(".")
        return f"{self.member(number)}.{rest}" if dot and role == self.role else name

    def is_there(self, number: int) -> str:
        """The rule that there are so many."""
        return f"{self.counted_by} >= {number}"


Groups = Mapping[str, Group]
"""The groups by their roles."""


def name_in_words(name: str, role: str, number: int) -> str:
    """The name that the words of a member's fact stand under: the group's."""
    return name.replace(f"{role}_{number}.", f"{role}.", 1) if number else name
