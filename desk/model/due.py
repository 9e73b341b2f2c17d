"""What the desk has to look at on a day: of one visit, from what its events say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desk.model.ids import VisitId
from desk.model.person import ContactKind


class DueKind(StrEnum):
    """Why something is on the day list."""

    DEADLINE = "deadline"
    CHECK = "check"
    """On this day it is time to see whether something has come."""
    SILENCE = "silence"
    """An answer was expected by then."""
    APPEAL = "appeal"
    """The agency refused: up to this day a change can be asked for."""
    CALL_BACK = "call_back"
    COMES_BACK = "comes_back"
    MANDATE_ENDS = "mandate_ends"
    REGISTER_CHECK = "register_check"
    DOCUMENT = "document"
    """A document lies here that has to go on."""
    HAND_OVER = "hand_over"
    CORRECTION = "correction"


class Harm(StrEnum):
    """What is lost when the day is missed, the worst first."""

    LAW = "law"
    MONEY = "money"
    PROMISE = "promise"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True)
class Due:
    """One line of the day list. It names things by their ids: words are found when it is shown."""

    visit: VisitId
    number: int
    kind: DueKind
    day: date
    harm: Harm
    of: str = ""
    """Step, mandate, call-back or document."""
    quiet: bool = False
    """The visit is discreet: the line does not say what it is about."""
    reach: ContactKind | None = None
    """How the citizen is found first, when they said."""
    avoid: tuple[ContactKind, ...] = ()
    """On these ways another may hear or read: they are not used."""
