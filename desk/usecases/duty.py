"""Who is at the desk, and what their role lets them do. Use cases ask here; a screen that forgot to is not enough."""

from __future__ import annotations

from desk.errors import NobodySignedIn, NotYourRole
from desk.model.ids import MemberId
from desk.model.role import Function, Role, may, stores_nothing
from desk.model.staff import Member
from desk.ports import Casebook
from desk.usecases.staff_list import members_of

POINT_ROLE = "point.role"
"""Setting: what everybody at this desk works as, where nobody signs in."""

KEEPING_THE_DESK = frozenset(
    {
        Function.READ_JOURNAL,
        Function.KEEP_CASEBOOK,
        Function.SET_UP_POINT,
        Function.KEEP_STAFF,
        Function.KEEP_CONTENT,
    }
)
"""What has nothing to do with a citizen. Where nobody signs in somebody has to do it, whatever the desk works as."""


class Duty:
    """The one who is signed in. A desk where nobody has been named yet is everybody's, and keeps itself."""

    def __init__(self, casebook: Casebook) -> None:
        self._casebook = casebook
        self._point_role = casebook.setting(POINT_ROLE)
        self.member: MemberId | None = None
        self.name = ""
        self.is_staffed = bool(members_of(casebook))
        self._role: Role | None = None

    @property
    def role(self) -> Role | None:
        """The role of the one who is signed in; the desk's own where nobody signs in."""
        if self.is_staffed:
            return self._role
        return Role(self._point_role) if self._point_role else None

    def may(self, function: Function) -> bool:
        """Tell whether the one at the desk may do something."""
        if self.is_staffed:
            return self._role is not None and may(self._role, function)
        return function in KEEPING_THE_DESK or may(self.role, function)

    def require(self, function: Function) -> None:
        """Raise ``NotYourRole`` when they may not, ``NobodySignedIn`` when there is nobody."""
        if self.is_staffed and self._role is None:
            raise NobodySignedIn
        if not self.may(function):
            raise NotYourRole(kind=function, role=self.role)

    @property
    def stores_nothing(self) -> bool:
        """Tell whether nothing that a citizen says may reach the disk."""
        return stores_nothing(self.role)

    def work_as(self, role: Role) -> None:
        """Make it what everybody here works as, where nobody signs in. Raises ``NotYourRole``."""
        self.require(Function.SET_UP_POINT)
        self._casebook.set_setting(POINT_ROLE, role)
        self._point_role = role

    def begin(self, member: Member, role: Role) -> None:
        """Somebody works here from now on."""
        self.member, self.name, self._role, self.is_staffed = member.id, member.name, role, True

    def end(self) -> None:
        """Nobody does."""
        self.member, self.name, self._role = None, "", None
