"""Who works here, and who may do what."""

from __future__ import annotations

from desk.errors.known import DeskError


class RoleError(DeskError):
    """A role or a sign-in does not allow what was asked."""

    id = "role"


class NotYourRole(RoleError):
    id = "role.not_yours"


class NobodySignedIn(RoleError):
    id = "role.nobody_signed_in"


class RoleNotHeld(RoleError):
    id = "role.not_held"


class RoleNotChosen(RoleError):
    id = "role.not_chosen"


class MemberUnknown(RoleError):
    id = "role.member_unknown"


class MemberRefused(RoleError):
    id = "role.member_refused"


class LastSupervisor(RoleError):
    id = "role.last_supervisor"


class PinRefused(RoleError):
    id = "role.pin_refused"


class PinWrong(RoleError):
    id = "role.pin_wrong"


class PinNotGiven(RoleError):
    id = "role.pin_not_given"


class PinWait(RoleError):
    id = "role.pin_wait"


class IdleMinutesRefused(RoleError):
    id = "role.idle_minutes"
