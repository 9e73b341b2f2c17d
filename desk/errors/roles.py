"""Who may do what."""

from __future__ import annotations

from desk.errors.known import DeskError


class RoleError(DeskError):
    """A role or a sign-in does not allow what was asked."""

    id = "role"


class NotYourRole(RoleError):
    id = "role.not_yours"
