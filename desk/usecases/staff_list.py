"""Who works here, as the desk's settings hold it."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from desk.errors import MemberUnknown
from desk.model.ids import MemberId
from desk.model.staff import Member
from desk.ports import Casebook

SETTING = "staff.members"


def members_of(casebook: Casebook) -> tuple[Member, ...]:
    """Return everybody who ever was written down here, the retired too."""
    stored = casebook.setting(SETTING)
    return msgspec.json.decode(stored, type=tuple[Member, ...]) if stored else ()


def keep_members(casebook: Casebook, members: Sequence[Member]) -> None:
    """Write them down in the place of those before."""
    casebook.set_setting(SETTING, msgspec.json.encode(tuple(members)).decode())


def member_of(casebook: Casebook, member: MemberId) -> Member:
    """Return the one with this id; raises ``MemberUnknown``."""
    found = next((each for each in members_of(casebook) if each.id == member), None)
    if found is None:
        raise MemberUnknown(member=member)
    return found


def member_called(casebook: Casebook, named: str) -> Member:
    """Return the one with this id or name, whatever the case of its letters; raises ``MemberUnknown``."""
    wanted = " ".join(named.split()).casefold()
    working = (each for each in members_of(casebook) if not each.retired)
    found = next((each for each in working if wanted in (each.id, each.name.casefold())), None)
    if found is None:
        raise MemberUnknown(member=named)
    return found
