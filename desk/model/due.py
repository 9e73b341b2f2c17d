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
    seen: date | None = None
    """From when on it is on the list, where that is long before its day; else as every other line."""

    def is_shown(self, today: date, until: date) -> bool:
        """Tell whether a list that is made today, and looks ahead to a day, has it."""
        if self.kind is DueKind.MANDATE_ENDS and self.day < today:
            return False  # it ended by itself: nobody has to do anything about it any more
        return self.day <= until or (self.seen is not None and self.seen <= today)
