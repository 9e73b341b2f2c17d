"""What stands at the desk's door for its staff."""

from __future__ import annotations

from typing import NamedTuple

from desk.errors import DeskError
from desk.model.ids import MemberId
from desk.model.role import Role
from desk.model.staff import Member


class LeftBehind(NamedTuple):
    """Who locked the desk, and what they were in the middle of."""

    member: MemberId
    name: str
    role: Role
    visit: int | None = None
    """The number of the visit at hand."""
    unkept: bool = False
    """It is in memory alone."""


class SignInState(NamedTuple):
    """Who can sign in, who is expected, and why it did not open."""

    members: tuple[Member, ...] = ()
    expected: MemberId | None = None
    left: LeftBehind | None = None
    """Somebody locked the desk; nobody: nobody has signed in yet."""
    error: DeskError | None = None
    busy: bool = False


class SigningIn(NamedTuple):
    """What was chosen and typed."""

    member: MemberId
    role: Role
    pin: str

    def __repr__(self) -> str:
        return f"SigningIn({self.member}, {self.role})"
