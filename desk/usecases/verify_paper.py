"""A paper lies on the desk: what must it say, and does it still count? The code on it is enough, and no network.

What is answered is folded from the journal and its code is worked out anew, so a record that was changed is found.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desk.errors import MandateCodeUnknown
from desk.events import CaseRead
from desk.model.ids import VisitId
from desk.model.mandate import GivenMandate
from desk.model.mandate_code import code_of, read_mandate_code, written_code
from desk.model.mandate_papers import MandateText
from desk.model.mandate_state import MandateState, closed_by_plan, state_on
from desk.model.mandate_template import TEMPLATES
from desk.model.visit import Visit
from desk.ports import Casebook, Clock
from desk.usecases.mandate_words import mandate_text
from desk.usecases.visit_journal import VisitJournal
from i18n.language import Language
from i18n.translator import Lexicon

READ_BY_PAPER = "paper"


class PaperTruth(StrEnum):
    """What the record behind a code is worth."""

    AS_WRITTEN = "as_written"
    CHANGED = "changed"
    """What is stored is not what the code was made from: neither it nor the paper may be acted on."""
    NEWER = "newer"
    """It is as it was written, in words that this program is too old to know."""


@dataclass(frozen=True, slots=True)
class VerifiedPaper:
    """What a paper with a code must say, and how its mandate stands today."""

    code: str
    truth: PaperTruth
    visit: VisitId
    number: int
    is_open: bool
    """The visit goes on."""
    given: GivenMandate | None
    """Nothing, when what is stored was changed so much that no mandate carries the code."""
    state: MandateState | None
    texts: tuple[MandateText, ...]
    """Line by line, in the languages of the paper."""
    withdrawn: tuple[tuple[int, datetime], ...]
    """Lines that were withdrawn, counted from 1, and when."""


class VerifyPaper:
    """Finds a mandate by the code on its paper."""

    def __init__(self, journal: VisitJournal, casebook: Casebook, clock: Clock, lexicon: Lexicon) -> None:
        self._journal = journal
        self._casebook = casebook
        self._clock = clock
        self._lexicon = lexicon

    def __call__(self, typed: str, language: Language | None = None) -> VerifiedPaper:
        """Return what the paper must say; ``language``: in this one alone, for a clerk who reads neither.

        The journal tells that somebody looked: the answer names the citizen.
        Raises ``MandateCodeMistyped``, and ``MandateCodeUnknown`` when this computer has no such mandate.
        """
        code = read_mandate_code(typed)
        found = self._casebook.visit_of_mandate(code)
        if found is None:
            raise MandateCodeUnknown(typed=written_code(code))
        visit = self._journal.load(found)
        self._casebook.record_of_desk([CaseRead(READ_BY_PAPER)], self._clock.now(), found)
        given = next((each for each in visit.mandates.values() if code_of(each.mandate) == code), None)
        if given is not None and given.mandate.code == code:
            return self._unchanged(visit, given, language)
        claims = next((each for each in visit.mandates.values() if each.mandate.code == code), None)
        return VerifiedPaper(
            code=written_code(code),
            truth=PaperTruth.CHANGED,
            visit=visit.id,
            number=visit.number,
            is_open=visit.is_open,
            given=claims,
            state=None,
            texts=(),
            withdrawn=(),
        )

    def _unchanged(self, visit: Visit, given: GivenMandate, language: Language | None) -> VerifiedPaper:
        mandate = given.mandate
        known = mandate.template in TEMPLATES
        languages = () if not known else (language,) if language is not None else mandate.languages
        return VerifiedPaper(
            code=written_code(mandate.code),
            truth=PaperTruth.AS_WRITTEN if known else PaperTruth.NEWER,
            visit=visit.id,
            number=visit.number,
            is_open=visit.is_open,
            given=given,
            state=state_on(given, self._clock.today(), closed_by_plan(visit)),
            texts=tuple(mandate_text(mandate, each, self._lexicon) for each in languages),
            withdrawn=tuple((line + 1, at) for line, at in sorted(given.withdrawn.items())),
        )
