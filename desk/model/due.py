"""What the desk has to look at on a day: of one visit, from what its events say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desk.model.ids import VisitId


class DueKind(StrEnum):
    """Why something is on the day list."""

    DEADLINE = "deadline"
    CHECK = "check"
    """On this day it is time to see whether something has come."""
    SILENCE = "silence"
    """An answer was expected by then."""
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
