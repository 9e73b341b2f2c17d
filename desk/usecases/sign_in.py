"""Sign in with a PIN, sign out, come back to a locked desk. Wrong PINs make the next try wait, and do nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import msgspec

from desk.errors import PinNotGiven, PinWait, PinWrong, RoleNotChosen, RoleNotHeld
from desk.events import SignedIn, SignedOut
from desk.model.ids import MemberId
from desk.model.pin_tries import Tries
from desk.model.role import Role
from desk.model.staff import Member
from desk.ports import Clock
from desk.ports.pins import PinLocks
from desk.usecases.duty import Duty
from desk.usecases.forgetful_casebook import ForgetfulCasebook
from desk.usecases.staff_list import member_of, members_of

_TRIES = "staff.tries"
_LAST = "staff.last"


@dataclass(frozen=True, slots=True)
class AtTheDoor:
    """Who can sign in, and who did last; nobody can where no staff is written down."""

    members: tuple[Member, ...]
    last: MemberId | None = None


class SignIn:
    """The desk's door for its staff. It does not open the data folder: the keyring or the passphrase does."""

    def __init__(self, casebook: ForgetfulCasebook, clock: Clock, duty: Duty, pins: Callable[[], PinLocks]) -> None:
        self._casebook = casebook
        self._clock = clock
        self._duty = duty
        self._pins = pins

    def at_the_door(self) -> AtTheDoor:
        """Return who can sign in, by name."""
        able = (each for each in members_of(self._casebook) if each.can_sign_in)
        last = self._casebook.setting(_LAST)
        return AtTheDoor(tuple(sorted(able, key=lambda each: each.name.casefold())), MemberId(last) if last else None)

    def wait(self, member: MemberId) -> int:
        """Return the seconds until this one may try again."""
        tries = self._tries().get(member)
        return tries.left(self._clock.now()) if tries is not None else 0

    def enter(
        self, member: MemberId, pin: str, role: Role | None = None, put_away: Callable[[], object] | None = None
    ) -> Member:
        """Sign in. The role may be left out by who has only one.

        ``put_away`` is done in the name of who was there before, when it is somebody else or another role.
        Raises ``MemberUnknown``, ``PinNotGiven``, ``PinWait``, ``PinWrong``, ``RoleNotChosen``, ``RoleNotHeld``.
        """
        found = member_of(self._casebook, member)
        chosen = _role_of(found, role)
        self._check(found, pin)
        if (member, chosen) != (self._duty.member, self._duty.role):
            if put_away is not None and self._duty.member is not None:
                put_away()
            self._casebook.forget(self._clock.now())
        self._duty.begin(found, chosen)
        self._casebook.set_setting(_LAST, member)
        self._casebook.record_of_desk([SignedIn(member, chosen)], self._clock.now())
        return found

    def leave(self, *, locked: bool = False) -> None:
        """Sign out, or go away from the desk for a while: then who left can come back to where they were."""
        if not locked:
            self._casebook.forget(self._clock.now())
        if self._duty.member is None:
            return
        self._casebook.record_of_desk([SignedOut(locked=locked)], self._clock.now())
        if not locked:
            self._duty.end()

    def _check(self, member: Member, pin: str) -> None:
        """Count the try before the PIN is looked at: a program that is killed in between gives nobody another one."""
        if not member.can_sign_in or not pin:
            raise PinNotGiven(name=member.name)
        now, before = self._clock.now(), self._tries().get(member.id)
        if before is not None and now < before.last:  # the clock was set back: the wait begins anew, and ends
            before = self._count(member.id, Tries(before.wrong, now))
        left = before.left(now) if before is not None else 0
        if left:
            raise PinWait(name=member.name, seconds=left)
        self._count(member.id, Tries((before.wrong if before is not None else 0) + 1, now))
        if not self._pins().opens(member.pin, pin):
            raise PinWrong(name=member.name)
        self._count(member.id, None)

    def _tries(self) -> dict[MemberId, Tries]:
        stored = self._casebook.setting(_TRIES)
        return msgspec.json.decode(stored, type=dict[MemberId, Tries]) if stored else {}

    def _count(self, member: MemberId, tries: Tries | None) -> Tries | None:
        others = {each: known for each, known in self._tries().items() if each != member}
        kept = {**others, member: tries} if tries is not None else others
        self._casebook.set_setting(_TRIES, msgspec.json.encode(kept).decode())
        return tries


def _role_of(member: Member, role: Role | None) -> Role:
    if role is None and len(member.roles) == 1:
        return member.roles[0]
    if role is None:
        raise RoleNotChosen(name=member.name, role=member.roles[0])
    if role not in member.roles:
        raise RoleNotHeld(name=member.name, role=role, roles=", ".join(member.roles))
    return role
