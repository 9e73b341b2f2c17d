"""What the screen of the service point shows of who works there."""

from __future__ import annotations

from dataclasses import dataclass, field

from desk.errors import DeskError
from desk.model.ids import MemberId
from desk.model.staff import Member
from desk.usecases.staff import MemberDraft


@dataclass(frozen=True, slots=True)
class StaffState:
    """Everybody, what the one who looks may change, and what was refused."""

    members: tuple[Member, ...] = ()
    me: MemberId | None = None
    keeps_staff: bool = False
    sets_up: bool = False
    minutes: int = 10
    error: DeskError | None = None
    kept: int = 0
    """How often something was written down: then the form is done with."""


@dataclass(frozen=True, slots=True)
class MemberWritten:
    """A colleague as the form has them; a new one where no id is given. An empty PIN changes none."""

    draft: MemberDraft
    pin: str = field(default="", repr=False)
    member: MemberId | None = None
