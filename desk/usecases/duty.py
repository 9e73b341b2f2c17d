"""Who is at the desk, and what their role lets them do. Use cases ask here; a screen that forgot to is not enough."""

from __future__ import annotations

from desk.errors import NotYourRole
from desk.model.ids import MemberId
from desk.model.role import Function, Role, may, stores_nothing
from desk.ports import Casebook

POINT_ROLE = "point.role"
"""Setting: what everybody at this desk works as, where nobody signs in."""


class Duty:
    """The one who is signed in. A desk where nobody has been named yet is everybody's, and refuses nothing."""

    def __init__(self, casebook: Casebook) -> None:
        told = casebook.setting(POINT_ROLE)
        self.member: MemberId | None = None
        self.role: Role | None = Role(told) if told else None

    def may(self, function: Function) -> bool:
        """Tell whether the one at the desk may do something."""
        return may(self.role, function)

    def require(self, function: Function) -> None:
        """Raise ``NotYourRole`` when they may not."""
        if not self.may(function):
            raise NotYourRole(function=function, role=self.role)

    @property
    def stores_nothing(self) -> bool:
        """Tell whether nothing that a citizen says may reach the disk."""
        return stores_nothing(self.role)
