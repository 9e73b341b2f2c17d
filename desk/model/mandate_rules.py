"""Whether an act is allowed, asked at the moment of acting: which line allows it, or what exactly stands against it.

What stands against it is told of the line that comes nearest: a citizen who gave a line for Kela and nothing about
health hears that health is too much, not that there is no mandate.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from desk.model.ids import AgencyId, ErrandId, MandateId
from desk.model.mandate import DataKind, GivenMandate, MandateForm, ScopeLine
from desk.model.mandate_register import Theme
from desk.model.mandate_state import MandateState, state_on
from desk.model.path import ChannelKind
from desk.model.visit import Visit


class Refusal(StrEnum):
    """What stands against an act; the later in this list, the nearer it is to being allowed."""

    NOT_GIVEN = "not_given"
    """There is no mandate at all."""
    NO_LINE = "no_line"
    """No line of any mandate is about this errand with this agency."""
    WITHDRAWN = "withdrawn"
    CLOSED = "closed"
    EXPIRED = "expired"
    NOT_IN_REGISTER = "not_in_register"
    CHECK_OVERDUE = "check_overdue"
    UNSIGNED = "unsigned"
    REGISTER_NOT_KNOWN = "register_not_known"
    """Nobody has found out where this agency takes a mandate of the national register."""
    REGISTER_NOT_THIS_WAY = "register_not_this_way"
    """The agency takes a mandate of the national register, but not in this way of dealing with it."""
    TOO_MUCH_DATA = "too_much_data"


@dataclass(frozen=True, slots=True)
class Deed:
    """What is about to be done in the citizen's name."""

    errands: tuple[ErrandId, ...]
    """The step's own, and those whose matter is done with it: a line about any of them will do."""
    agency: AgencyId
    kinds: frozenset[DataKind]
    by: ChannelKind | None = None
    """The way it is done; a mandate of the national register does not work in every way."""


@dataclass(frozen=True, slots=True)
class Allowed:
    """The line that allows it."""

    mandate: MandateId
    line: int


@dataclass(frozen=True, slots=True)
class Refused:
    """Why not, of the line that comes nearest."""

    why: Refusal
    deed: Deed
    mandate: MandateId | None = None
    line: int | None = None
    too_much: frozenset[DataKind] = frozenset()
    """The kinds of data that the line does not give."""
    day: date | None = None
    """When it ended, was withdrawn or was to be checked."""
    theme: Theme | None = None
    """What is known of the agency and the national register."""


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What a mandate is held against besides itself."""

    day: date
    closed: frozenset[ErrandId] = frozenset()
    """Errands of the visit in which nothing is left to do."""
    themes: Mapping[AgencyId, Theme] = field(default_factory=dict)
    """Where agencies take a mandate of the national register."""


_OF_STATE = {
    MandateState.WITHDRAWN: Refusal.WITHDRAWN,
    MandateState.CLOSED: Refusal.CLOSED,
    MandateState.ENDED: Refusal.EXPIRED,
    MandateState.NOT_IN_REGISTER: Refusal.NOT_IN_REGISTER,
    MandateState.CHECK_OVERDUE: Refusal.CHECK_OVERDUE,
    MandateState.DRAWN: Refusal.UNSIGNED,
}
_NEARNESS = {refusal: at for at, refusal in enumerate(Refusal)}


def allows(visit: Visit, deed: Deed, now: Circumstances) -> Allowed | Refused:
    """Return the line of a mandate of the visit that allows a deed on a day, or the reason why none does."""
    if not visit.mandates:
        return Refused(Refusal.NOT_GIVEN, deed)
    nearest = Refused(Refusal.NO_LINE, deed)
    for found in _answers(visit, deed, now):
        if isinstance(found, Allowed):
            return found
        if _nearer(found, nearest):
            nearest = found
    return nearest


def _answers(visit: Visit, deed: Deed, now: Circumstances) -> Iterator[Allowed | Refused]:
    for given in visit.mandates.values():
        for number, line in enumerate(given.mandate.lines):
            if line.agency == deed.agency and line.errand in deed.errands:
                yield _of_line(given, number, deed, now)


def _of_line(given: GivenMandate, number: int, deed: Deed, now: Circumstances) -> Allowed | Refused:
    mandate, line = given.mandate, given.mandate.lines[number]
    at = (deed, mandate.id, number)
    if number in given.withdrawn:
        return Refused(Refusal.WITHDRAWN, *at, day=given.withdrawn[number].date())
    state = state_on(given, now.day, now.closed)
    if state is not MandateState.IN_FORCE:
        return Refused(_OF_STATE[state], *at, day=_day_of(given, state))
    if mandate.form is MandateForm.REGISTER and (refused := _by_register(line, deed, now)) is not None:
        theme = now.themes.get(deed.agency)
        return Refused(refused, *at, theme=theme)
    too_much = deed.kinds - line.kinds
    return Refused(Refusal.TOO_MUCH_DATA, *at, too_much) if too_much else Allowed(mandate.id, number)


def _by_register(line: ScopeLine, deed: Deed, now: Circumstances) -> Refusal | None:
    theme = now.themes.get(line.agency)
    if theme is None:
        return Refusal.REGISTER_NOT_KNOWN
    return None if deed.by is not None and deed.by in theme.works_by else Refusal.REGISTER_NOT_THIS_WAY


def _day_of(given: GivenMandate, state: MandateState) -> date | None:
    match state:
        case MandateState.ENDED:
            return given.mandate.last_day
        case MandateState.CLOSED:
            return given.ended.date() if given.ended is not None else None
        case MandateState.CHECK_OVERDUE:
            return given.check_by
        case _:
            return None


def _nearer(found: Refused, other: Refused) -> bool:
    """Nearer to being allowed; of two that lack data, the one that lacks less."""
    if found.why is other.why is Refusal.TOO_MUCH_DATA:
        return len(found.too_much) < len(other.too_much)
    return _NEARNESS[found.why] > _NEARNESS[other.why]
