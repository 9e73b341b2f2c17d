"""Who works at this desk: name, roles, languages, and how their PIN is kept. Nothing else of them is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from desk.model.ids import MemberId
from desk.model.role import Role
from i18n.language import Language

LEAST_DIGITS, MOST_DIGITS = 4, 12
LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Member:
    """One who works here. A retired one stays by name, for the journal names their id."""

    id: MemberId
    name: str
    roles: tuple[Role, ...]
    languages: tuple[Language, ...] = ()
    pin: str = ""
    """What the PIN was made into; with it alone nobody can sign in. Empty: they have none, and cannot sign in."""
    retired: bool = False

    def __repr__(self) -> str:
        return f"Member({self.id}, {self.name!r}, {self.roles}, retired={self.retired})"

    @property
    def can_sign_in(self) -> bool:
        """Tell whether a PIN of theirs opens the desk."""
        return bool(self.pin) and not self.retired


class PinFault(StrEnum):
    """Why a PIN is refused when it is chosen."""

    DIGITS = "digits"
    LENGTH = "length"
    SAME = "same"
    SEQUENCE = "sequence"


def fault_of_pin(pin: str) -> PinFault | None:
    """Tell what is wrong with a PIN that somebody wants; nothing when it may be theirs."""
    if not (pin.isascii() and pin.isdecimal()):
        return PinFault.DIGITS
    if not LEAST_DIGITS <= len(pin) <= MOST_DIGITS:
        return PinFault.LENGTH
    steps = {(int(after) - int(before)) % 10 for before, after in pairwise(pin)}
    if steps == {0}:
        return PinFault.SAME
    return PinFault.SEQUENCE if steps in ({1}, {9}) else None
