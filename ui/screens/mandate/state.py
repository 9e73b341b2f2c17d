"""What the page of mandates shows, and what leaves it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from desk.errors import DeskError
from desk.model.ids import VisitId
from desk.model.mandate import CapacityAnswer, Strokes
from desk.model.mandate_policy import MandatePolicy
from desk.model.mandate_state import MandateState
from desk.usecases.mandate_scope import ProposedLine
from desk.usecases.show_mandates import ShownAct, ShownMandate
from desk.usecases.verify_paper import VerifiedPaper

OVER = frozenset({MandateState.ENDED, MandateState.CLOSED, MandateState.WITHDRAWN, MandateState.NOT_IN_REGISTER})
"""Nothing can be done under one of these, and nothing is left of it to withdraw."""


def open_lines(mandate: ShownMandate) -> tuple[int, ...]:
    """Return the lines of a mandate that can be withdrawn, from 0."""
    if mandate.state in OVER:
        return ()
    return tuple(line.number - 1 for line in mandate.lines if line.withdrawn is None)


@dataclass(frozen=True, slots=True)
class MandatePage:
    """Everything on the page; an error names the field that it stands at."""

    visit: VisitId | None = None
    number: int = 0
    """The visit's: of one that has ended no band says whose this is."""
    giver: str = ""
    """The citizen's name; empty while nobody has written it down."""
    is_open: bool = True
    """The visit goes on; of one that has ended, lines can only be withdrawn."""
    is_over: bool = False
    """It ended without follow-up: what was done under its mandates is all that is left of it."""
    acts_for: bool = False
    """The visit's mode is *act for*."""
    capacity: CapacityAnswer | None = None
    """``None``: to be gone through before the next mandate."""
    phones: Mapping[str, str] = field(default_factory=dict)
    """Numbers by the parameter that holds them."""
    proposed: tuple[ProposedLine, ...] = ()
    policy: MandatePolicy = field(default_factory=MandatePolicy)
    """How long mandates may last at this point."""
    today: date = date.min
    by_phone: bool = False
    """The visit is on the telephone: a spoken mandate can be given."""
    mandates: tuple[ShownMandate, ...] = ()
    """The newest first."""
    acts: tuple[ShownAct, ...] = ()
    error: DeskError | None = None
    error_at: str = ""


@dataclass(frozen=True, slots=True)
class Signed:
    """How the citizen gave it."""

    kept_where: str = ""
    witness: str = ""
    read_back: bool = False
    strokes: Strokes = ()
    """What was drawn on the screen."""


@dataclass(frozen=True, slots=True)
class CheckPage:
    """What was asked of a paper's code, and what was found."""

    typed: str = ""
    found: VerifiedPaper | None = None
    error: DeskError | None = None
