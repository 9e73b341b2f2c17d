"""What the page of documents and hand-over shows, and what it asks for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from desk.errors import DeskError
from desk.model.agreement import HelpHere
from desk.model.handed import ReferralStory
from desk.model.handing_papers import ListedDocument, WhereToTake
from desk.model.ids import AgencyId, MemberId, VisitId
from desk.model.visit import Visit
from desk.usecases.receive_document import AskedFor, GivenDocument
from desk.usecases.refer import Consent, Telling


@dataclass(frozen=True, slots=True)
class AgencyLine:
    """An agency of the directory, with whether this desk takes in documents for it."""

    id: AgencyId
    name: str
    here: HelpHere
    is_authority: bool
    """Documents can be taken in for it, and sent on to it."""
    in_path: bool
    """A step of the visit is about it: it stands first."""


@dataclass(frozen=True, slots=True)
class HandedLine:
    """With whom the visit is."""

    to: str = ""
    """The colleague's name; empty for whoever is next."""
    waits: bool = False
    words: str = ""
    taken_by: str = ""
    taken_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class HandingPage:
    """Everything of the page; without a visit it is empty."""

    visit: VisitId | None = None
    state: Visit | None = None
    """The visit whose papers are made; not shown itself."""
    number: int = 0
    is_open: bool = False
    may_receive: bool = True
    may_refer: bool = True
    today: date = date.min
    agencies: tuple[AgencyLine, ...] = ()
    asked: tuple[AskedFor, ...] = ()
    said: tuple[str, ...] = ()
    """What the citizen answered, each as a sentence that could be told."""
    documents: tuple[ListedDocument, ...] = ()
    referrals: tuple[ReferralStory, ...] = ()
    colleagues: tuple[tuple[MemberId, str], ...] = ()
    handed: HandedLine = HandedLine()
    done: int = 0
    """Counts what was done: the form that did it is empty again."""
    error: DeskError | None = None
    place: str = ""
    """Which part the error is about: document, list, refer or hand_over."""

    def agency(self, id: str) -> AgencyLine | None:
        """Return an agency of the directory."""
        return next((each for each in self.agencies if each.id == id), None)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a document is in time, when it is not here."""

    agency: AgencyId
    where: WhereToTake


@dataclass(frozen=True, slots=True)
class ToReceive:
    """A document, and whether the citizen knows that no day is kept by leaving it."""

    given: GivenDocument
    told: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """The words of a consent, and what they are about: they hold for nothing else."""

    telling: Telling
    consent: Consent | None
    meant: str = ""
    """The same in the clerk's language, when it is another."""
    error: DeskError | None = None
