"""What happened at the desk: who worked, who looked at what, and what was done with the casebook itself.

Those of one visit are appended to it, the others to ``THE_DESK``. None holds anything of a citizen, so none is erased.
Whoever signed in last on a device did what follows in its chain.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from desk.model.ids import MemberId, VisitId
from desk.model.role import Role

THE_DESK = VisitId("desk")
"""What the journal names where an event is of no visit."""


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Somebody began to work here, in a role."""

    personal: ClassVar[bool] = False
    member: MemberId
    role: Role


@dataclass(frozen=True, slots=True)
class SignedOut:
    """They left, or the desk was locked."""

    personal: ClassVar[bool] = False
    locked: bool = False


@dataclass(frozen=True, slots=True)
class CaseRead:
    """Somebody opened a visit that they were not in the middle of."""

    personal: ClassVar[bool] = False
    why: str = ""


@dataclass(frozen=True, slots=True)
class IdentityCodeShown:
    """Somebody looked at an identity code that the screen masks."""

    personal: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class CaseExported:
    """All that is kept of a visit was written out."""

    personal: ClassVar[bool] = False
    form: str = ""


@dataclass(frozen=True, slots=True)
class CasebookKept:
    """Something was done with the casebook as a whole: a backup, a check, a run of retention."""

    personal: ClassVar[bool] = False
    what: str
    counted: int = 0


DeskEvent = SignedIn | SignedOut | CaseRead | IdentityCodeShown | CaseExported | CasebookKept
