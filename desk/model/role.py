"""Who may do what at a service point. A role limits functions, not menus: use cases ask, screens only follow."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What somebody is at work for."""

    SERVICE_ADVISER = "service_adviser"
    """*Palveluneuvoja* of the act on joint public service (223/2007) 3 §: works under the point's agreements."""
    DIGITAL_SUPPORT = "digital_support"
    """Library staff and others who help with devices and e-services: they store nothing about anyone."""
    OUTREACH = "outreach"
    """Meets people where they are, on a laptop without a network."""
    SUPERVISOR = "supervisor"
    CONTENT_KEEPER = "content_keeper"
    """Keeps errands, notes and the catalogue; sees nothing of visits."""


class Function(StrEnum):
    """Something that not every role may do."""

    HELP = "help"
    """Hold a visit: ask, decide, print."""
    KEEP_PLAN = "keep_plan"
    """Keep what a citizen said past the end of the visit."""
    NAME_PERSON = "name_person"
    FIND_PERSON = "find_person"
    ACT_FOR = "act_for"
    """Act for a citizen, under a mandate."""
    RECEIVE_DOCUMENTS = "receive_documents"
    REFER = "refer"
    """Hand over to a colleague, refer or transfer to an authority."""
    FOLLOW_UP = "follow_up"
    GIVE_DATA = "give_data"
    """Give a person all that is kept of them, or erase it."""
    READ_JOURNAL = "read_journal"
    KEEP_CASEBOOK = "keep_casebook"
    """Backups, checks, retention."""
    SET_UP_POINT = "set_up_point"
    KEEP_STAFF = "keep_staff"
    KEEP_CONTENT = "keep_content"
    """Errands, notes, the catalogue."""


_MEETING = frozenset({Function.HELP})
_CASEWORK = _MEETING | {
    Function.KEEP_PLAN,
    Function.NAME_PERSON,
    Function.FIND_PERSON,
    Function.ACT_FOR,
    Function.REFER,
    Function.FOLLOW_UP,
    Function.GIVE_DATA,
}
_ALLOWED = {
    Role.SERVICE_ADVISER: _CASEWORK | {Function.RECEIVE_DOCUMENTS, Function.KEEP_CONTENT},
    Role.DIGITAL_SUPPORT: _MEETING,
    Role.OUTREACH: _CASEWORK,
    Role.SUPERVISOR: frozenset(Function),
    Role.CONTENT_KEEPER: frozenset({Function.KEEP_CONTENT}),
}


def may(role: Role | None, function: Function) -> bool:
    """Tell whether a role may do something; a desk where nobody has been named yet refuses nothing."""
    return role is None or function in _ALLOWED[role]


def stores_nothing(role: Role | None) -> bool:
    """Tell whether nothing that a citizen says may reach the disk in this role."""
    return role is Role.DIGITAL_SUPPORT
