"""The papers of mandates, with every text they show: the mandate, that it was withdrawn, what was done under it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from desk.model.mandate import DataKind, GivenMandate
from desk.model.plan import WhoToAsk
from desk.model.role import Role
from i18n.language import Language


class Copy(StrEnum):
    """Whose copy of a mandate a paper is."""

    CITIZEN = "citizen"
    DESK = "desk"


@dataclass(frozen=True, slots=True)
class MandateClause:
    """One sentence or two of a mandate; ``line``: the number of the line that it is, from 1."""

    text: str
    line: int | None = None
    runs_on: bool = False
    """It goes on from the one before, in the same paragraph."""


@dataclass(frozen=True, slots=True)
class MandateText:
    """A whole mandate in one language."""

    language: Language
    """The one the text is really in: where a translation is missing, all of it is in another."""
    title: str
    clauses: tuple[MandateClause, ...]

    def line(self, number: int) -> str:
        """Return the words of a line, by its number from 1."""
        return next(clause.text for clause in self.clauses if clause.line == number)


@dataclass(frozen=True, slots=True)
class MandatePaper:
    """A mandate to be signed, or as it was signed."""

    given: GivenMandate
    code: str
    texts: tuple[MandateText, ...]
    """In the citizen's language, and in the point's where that is another."""
    copy: Copy
    ask: WhoToAsk
    signed_on: date | None = None
    discreet: bool = False
    """Its visit is discreet: the paper names errands and agencies, so before it is handed over the clerk is told."""


@dataclass(frozen=True, slots=True)
class WithdrawalPaper:
    """That lines of a mandate were withdrawn, and what is left of it."""

    given: GivenMandate
    code: str
    texts: tuple[MandateText, ...]
    made_on: date
    ask: WhoToAsk
    in_force: bool
    """Something of it is in force still."""
    acts: int
    """How much had been done under it."""
    kept_days: int
    """How many days after its end the desk keeps a mandate under which something was done."""
    discreet: bool = False


@dataclass(frozen=True, slots=True)
class ToldAct:
    """One act, told in the languages of its mandate."""

    at: datetime
    titles: dict[Language, str]
    agencies: dict[Language, str]
    kinds: frozenset[DataKind]
    reference: str
    role: Role | None
    code: str
    line: int
    """From 1."""


@dataclass(frozen=True, slots=True)
class ActsPaper:
    """What was done in the citizen's name."""

    giver: str
    languages: tuple[Language, ...]
    made_on: date
    ask: WhoToAsk
    acts: tuple[ToldAct, ...]
    kept_days: int
    discreet: bool = False
