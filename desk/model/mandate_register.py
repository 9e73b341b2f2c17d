"""What is known of the national register of mandates (Suomi.fi-valtuudet): where an agency takes one, and where not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desk.model.ids import AgencyId
from desk.model.path import ChannelKind
from i18n.language import Language


@dataclass(frozen=True, slots=True)
class Theme:
    """The matter (*valtuusasia*) of one agency in the register, and the ways of dealing in which it counts."""

    agency: AgencyId
    names: dict[Language, str]
    """As the register calls it; only names that were seen."""
    works_by: frozenset[ChannelKind]
    source: str
    checked: date
    verified: bool


@dataclass(frozen=True, slots=True)
class RegisterCheck:
    """What is asked of the register: does this giver let this point act in these agencies' matters?"""

    giver: str
    born: date | None
    holder: dict[Language, str]
    agencies: tuple[AgencyId, ...]
