"""The papers of what changes hands, with every text they show: made once, and the same in a year.

``template`` names the wording and its version. A wording that has been given out is never changed: a new one is made.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from desk.model.agreement import Guidance
from desk.model.handing import ReferralGround, SentHow
from desk.model.ids import AgencyId, HandingId
from desk.model.mandate import DataKind
from desk.model.plan import WhoToAsk, Words
from i18n.language import Language

RECEIPT, NOTICE, REFERRAL = "H1-1", "H2-1", "H3-2"
REFERRAL_BEFORE = "H3-1"
"""It named money in other words than mandates do."""
"""Their names tell nothing: they stand at the foot of discreet papers too."""


@dataclass(frozen=True, slots=True)
class Twice:
    """A text in the citizen's language, and in that of the service point."""

    theirs: Words
    ours: Words


@dataclass(frozen=True, slots=True)
class Edges:
    """What every one of these papers needs: in which languages, who makes it, how large, how quiet."""

    template: str
    theirs: Language
    """The citizen's language."""
    ours: Language
    """The service point's."""
    ask: WhoToAsk
    discreet: bool = False
    """It says no more than it must: no agency, no matter, no names, no place."""
    large: bool = False

    @property
    def is_bilingual(self) -> bool:
        """Tell whether there are two languages to put beside one another."""
        return self.theirs is not self.ours


@dataclass(frozen=True, slots=True)
class Receipt:
    """That a document was left at the desk, and what the law makes of it."""

    edges: Edges
    number: str
    at: datetime
    agency: Twice
    what: Twice
    pages: int
    original: bool
    in_time_here: bool
    due_on: date | None = None
    giver: str = ""
    by: str = ""
    """Who received it, when somebody is signed in."""


@dataclass(frozen=True, slots=True)
class TransferNotice:
    """That a document was sent on to the authority to which it belongs (434/2003, 21 §)."""

    edges: Edges
    number: str
    what: Twice
    received: datetime
    wrong: Twice
    right: Twice
    sent_on: date
    how: SentHow
    in_time_here: bool
    """The service point has an agreement with the right authority too."""


@dataclass(frozen=True, slots=True)
class ReferralPaper:
    """What an agency is told of a citizen, and the citizen's copy of it."""

    edges: Edges
    number: str
    on: date
    agency: Twice
    ground: ReferralGround
    kinds: frozenset[DataKind]
    sentences: tuple[str, ...]
    law: str = ""
    mandate: str = ""
    """Code of the mandate that allows it."""
    consented_to: str = ""
    name: str = ""
    contact: str = ""
    code: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class ListedDocument:
    """One line of the desk's own list."""

    number: str
    id: HandingId
    agency: str
    agency_id: AgencyId
    what: str
    """Empty when the visit is over and only the number is left."""
    at: datetime
    pages: int
    original: bool
    in_time_here: bool
    send_by: date
    due_on: date | None
    sent_on: date | None = None
    sent_how: SentHow | None = None
    sent_to: str = ""
    transferred: bool = False
    has_paper: bool = True
    """Its receipt can be printed again: its visit is not over, or its plan is kept."""

    def is_late(self, day: date) -> bool:
        """Tell whether it lies here past its day."""
        return self.sent_on is None and self.send_by < day


@dataclass(frozen=True, slots=True)
class DocumentList:
    """What lies at the desk on a day, and what came and went on it."""

    day: date
    lines: tuple[ListedDocument, ...]
    sender: str = ""

    @property
    def held(self) -> tuple[ListedDocument, ...]:
        """What lies here still."""
        return tuple(line for line in self.lines if line.sent_on is None)

    @property
    def gone(self) -> tuple[ListedDocument, ...]:
        """What went on."""
        return tuple(line for line in self.lines if line.sent_on is not None)


@dataclass(frozen=True, slots=True)
class WhereToTake:
    """Where a citizen takes a document that does not keep its day here."""

    agency: str
    guidance: Guidance | None
    """Why it is not in time here; nothing when an agreement covers it."""
    until: date | None = None
    address: str = ""
    phone: str = ""
    url: str = ""
