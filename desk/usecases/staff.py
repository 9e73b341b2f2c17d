"""Who works here: written down, changed and retired by a supervisor. The last supervisor cannot be taken away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from desk.errors import LastSupervisor, MemberRefused, PinRefused
from desk.events import SignedIn
from desk.model.ids import MemberId, uuid7
from desk.model.role import Function, Role
from desk.model.staff import LEAST_DIGITS, LONGEST_NAME, MOST_DIGITS, Member, fault_of_pin
from desk.ports import Casebook, Clock
from desk.ports.pins import PinLocks
from desk.usecases.duty import Duty
from desk.usecases.kept_text import without_secret
from desk.usecases.staff_list import keep_members, member_of, members_of
from i18n.language import Language


@dataclass(frozen=True, slots=True)
class MemberDraft:
    """A colleague as they shall be written down."""

    name: str
    roles: tuple[Role, ...]
    languages: tuple[Language, ...] = ()


class StaffBook:
    """The staff of this desk, in its settings."""

    def __init__(self, casebook: Casebook, clock: Clock, duty: Duty, pins: Callable[[], PinLocks]) -> None:
        self._casebook = casebook
        self._clock = clock
        self._duty = duty
        self._pins = pins

    def read(self) -> tuple[Member, ...]:
        """Return everybody, those who work here first, by name. Anybody may know who their colleagues are."""
        return tuple(sorted(members_of(self._casebook), key=lambda each: (each.retired, each.name.casefold())))

    def add(self, draft: MemberDraft, pin: str = "") -> Member:
        """Write a colleague down. The first one must be a supervisor with a PIN, and is signed in at once.

        Raises ``NotYourRole``, ``MemberRefused``, ``PinRefused``, ``SecretInText``.
        """
        self._duty.require(Function.KEEP_STAFF)
        others = members_of(self._casebook)
        checked = self._checked(draft, others)
        if not others and (Role.SUPERVISOR not in checked.roles or not pin):
            raise MemberRefused(kind="first")
        identity = MemberId(uuid7(int(self._clock.now().timestamp() * 1000)))
        member = Member(identity, checked.name, checked.roles, checked.languages, self._locked(pin) if pin else "")
        keep_members(self._casebook, (*others, member))
        if not others:
            self._duty.begin(member, Role.SUPERVISOR)
            self._casebook.record_of_desk([SignedIn(member.id, Role.SUPERVISOR)], self._clock.now())
        return member

    def change(self, member: MemberId, draft: MemberDraft) -> Member:
        """Another name, other roles or languages. Who is signed in keeps their role until they sign in again.

        Raises as ``add`` does, and ``MemberUnknown``, ``LastSupervisor``.
        """
        self._duty.require(Function.KEEP_STAFF)
        before = self._working(member)
        checked = self._checked(draft, [each for each in members_of(self._casebook) if each.id != member])
        return self._keep(replace(before, name=checked.name, roles=checked.roles, languages=checked.languages))

    def retire(self, member: MemberId) -> Member:
        """They do not work here any longer: the name stays, for the journal; the PIN goes.

        Raises ``NotYourRole``, ``MemberUnknown``, ``MemberRefused``, ``LastSupervisor``.
        """
        self._duty.require(Function.KEEP_STAFF)
        return self._keep(replace(self._working(member), retired=True, pin=""))

    def set_pin(self, member: MemberId, pin: str) -> Member:
        """Give a colleague another PIN: a supervisor to anybody, everybody to themselves. Raises ``PinRefused``."""
        if member != self._duty.member:
            self._duty.require(Function.KEEP_STAFF)
        return self._keep(replace(self._working(member), pin=self._locked(pin)))

    def _working(self, member: MemberId) -> Member:
        found = member_of(self._casebook, member)
        if found.retired:
            raise MemberRefused(kind="retired", name=found.name)
        return found

    def _keep(self, member: Member) -> Member:
        members = tuple(member if each.id == member.id else each for each in members_of(self._casebook))
        if not any(each.can_sign_in and Role.SUPERVISOR in each.roles for each in members):
            raise LastSupervisor(name=member.name)
        keep_members(self._casebook, members)
        return member

    def _locked(self, pin: str) -> str:
        fault = fault_of_pin(pin)
        if fault is not None:
            raise PinRefused(kind=fault, least=LEAST_DIGITS, most=MOST_DIGITS)
        return self._pins().lock(pin)

    @staticmethod
    def _checked(draft: MemberDraft, others: Sequence[Member]) -> MemberDraft:
        name = " ".join(draft.name.split())
        if not name or len(name) > LONGEST_NAME:
            raise MemberRefused(kind="name", most=LONGEST_NAME)
        without_secret(name)
        if any(each.name.casefold() == name.casefold() and not each.retired for each in others):
            raise MemberRefused(kind="taken", name=name)
        roles = tuple(role for role in Role if role in draft.roles)
        if not roles:
            raise MemberRefused(kind="roles")
        return MemberDraft(name, roles, tuple(dict.fromkeys(draft.languages)))
