"""What a citizen lets the desk do for them: which errands, with which agencies, with which kinds of data, how long.

Nothing here says *everything*: a mandate is lines, and each act needs one of them at the moment it is done.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from desk.model.ids import AgencyId, ErrandId, EventId, MandateCode, MandateId, StepId
from desk.model.role import Role
from i18n.language import Language


class DataKind(StrEnum):
    """Kinds of data that may be given to an agency, or asked from it."""

    CONTACT = "contact"
    """Name, address, telephone."""
    MONEY = "money"
    """Income, benefits, property, debts."""
    FAMILY = "family"
    HOUSING = "housing"
    WORK = "work"
    """Work and studies."""
    HEALTH = "health"


class Lasting(StrEnum):
    """How long a mandate lasts. Each has a cap, and each ends at once when it is withdrawn."""

    THIS_VISIT = "this_visit"
    UNTIL_DAY = "until_day"
    UNTIL_CLOSED = "until_closed"
    """Until the named errands are closed, and no longer than the cap."""


class MandateForm(StrEnum):
    """How it is given."""

    PAPER = "paper"
    """Two copies, one for the citizen."""
    SCREEN = "screen"
    """Signed on the screen; the citizen has a copy all the same."""
    SPOKEN = "spoken"
    """Read aloud and read back on the telephone: weak, ends soon, to be signed at the next visit."""
    REGISTER = "register"
    """In the national register of mandates (Suomi.fi-valtuudet)."""


class RegisterResult(StrEnum):
    """What the national register of mandates says."""

    NOT_CHECKED = "not_checked"
    VALID = "valid"
    NOT_FOUND = "not_found"


class CapacityAnswer(StrEnum):
    """What was seen before a mandate is given, and what stands against it."""

    CLEAR = "clear"
    MINOR = "minor"
    """Cannot give a mandate: the guardians act."""
    HAS_GUARDIAN = "has_guardian"
    """A guardian (*edunvalvoja*) decides in the matters that the decision names."""
    IN_DOUBT = "in_doubt"
    """The clerk doubts that the citizen understands what is given."""
    UNDER_PRESSURE = "under_pressure"
    """Somebody answers for the citizen, or presses."""


@dataclass(frozen=True, slots=True)
class ScopeLine:
    """One line: what may be done in one errand with one agency, and which kinds of data may be given."""

    errand: ErrandId
    agency: AgencyId
    kinds: frozenset[DataKind]


@dataclass(frozen=True, slots=True)
class LineNames:
    """What errand and agency of a line were called when it was drawn: names change, and a signed paper does not."""

    errand: dict[Language, str]
    agency: dict[Language, str]


@dataclass(frozen=True, slots=True)
class Mandate:
    """A mandate as it was written: what its paper says and what its code was made from."""

    id: MandateId
    giver: str
    """The citizen's name as it stands on the paper."""
    lines: tuple[ScopeLine, ...]
    lasting: Lasting
    drawn_on: date
    last_day: date
    form: MandateForm
    template: str
    """Which text the paper carries: its name and version."""
    code: MandateCode
    """Short code of the integrity hash, printed on the paper."""
    holder: dict[Language, str] = field(default_factory=dict)
    """The service point that may act: its name then, in the languages of the paper."""
    born: date | None = None
    """The giver's birth date, when they are named with one."""
    languages: tuple[Language, ...] = (Language.FI,)
    """Of the paper: the citizen's, and beside it the one that the point works in."""
    names: tuple[LineNames, ...] = ()
    """Of each line, in their order."""
    renews: MandateId | None = None
    """The one whose scope it copied. Nothing else of that one is in it."""

    def names_of(self, line: int) -> LineNames:
        """Return what errand and agency of a line were called; their ids where nothing was written down."""
        if line < len(self.names):
            return self.names[line]
        ids = self.lines[line]
        return LineNames(dict.fromkeys(self.languages, ids.errand), dict.fromkeys(self.languages, ids.agency))


Strokes = tuple[tuple[tuple[int, int], ...], ...]
"""A signature drawn on the screen: lines of points in a box of 1000 by 300."""

MOST_POINTS = 4000


@dataclass(frozen=True, slots=True)
class Signing:
    """How it was signed. Never taken over into another mandate."""

    on: date
    witness: str = ""
    """Who witnessed a mark, when the citizen cannot write."""
    kept_where: str = ""
    """Where the desk's own paper copy is: a binder and a number."""
    read_back: bool = False
    """It was read aloud, and the citizen said it back: there is no signature."""
    strokes: Strokes = ()
    """What was drawn on the screen: kept with the mandate alone, drawn on its own paper alone, and erased with it."""


@dataclass(frozen=True, slots=True)
class GivenMandate:
    """A mandate with all that has happened to it."""

    mandate: Mandate
    signing: Signing | None = None
    withdrawn: dict[int, datetime] = field(default_factory=dict)
    """Number of a line → when it was withdrawn."""
    register: RegisterResult = RegisterResult.NOT_CHECKED
    check_by: date | None = None
    """By when the register is to be checked, when it could not be at once."""
    ended: datetime | None = None
    """When it ended because its visit did."""


@dataclass(frozen=True, slots=True)
class Act:
    """Something that was done in the citizen's name."""

    event: EventId
    at: datetime
    step: StepId
    mandate: MandateId
    line: int
    kinds: frozenset[DataKind]
    reference: str
    titles: dict[Language, str] = field(default_factory=dict)
    """What the step was called then, in the languages of the mandate."""
    role: Role | None = None
    """What the one who did it was at work for."""
