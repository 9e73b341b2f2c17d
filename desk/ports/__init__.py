"""What the desk needs from the world, each as small as the need."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from desk.model.search import ANYWHERE

if TYPE_CHECKING:  # words of signatures alone: an opening desk need not build every class of the model for them
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
    from datetime import date, datetime

    from desk.events import DeskEvent, Recorded, VisitEvent
    from desk.model.catalogue import CatalogueObject, ServiceId
    from desk.model.channel_papers import CoverLetter, MeetingSlip, ScriptPaper
    from desk.model.correction import Correction
    from desk.model.due import Due
    from desk.model.guidance import Guidance
    from desk.model.handing_papers import DocumentList, Receipt, ReferralPaper, TransferNotice
    from desk.model.ids import HandingId, MandateCode, PlanCode, VisitId
    from desk.model.intake import Intake, SourceDocument, TakenIn, Withdrawn
    from desk.model.keeping_receipt import ErasureReceipt, KeepingReceipt
    from desk.model.mandate_papers import ActsPaper, MandatePaper, WithdrawalPaper
    from desk.model.person_copy import PersonCopy
    from desk.model.plan import Plan
    from desk.model.search import CatalogueStatus, ErrandEntry, SearchResult, ServicePointer, Within
    from desk.model.service_sheet import ServiceSheet
    from desk.model.visit import Profile, VisitSummary
    from desk.ports.library_directory import LibraryShelf
    from i18n.language import Language


class Clock(Protocol):
    """The time at the desk, always Europe/Helsinki whatever the machine thinks."""

    def now(self) -> datetime:
        """Return the moment, with its time zone."""
        ...

    def today(self) -> date:
        """Return the day at the desk."""
        ...


@dataclass(frozen=True, slots=True)
class BrokenLink:
    """The first place where the journal is not what it was when it was written."""

    device: str
    sequence: int
    reason: str
    at: str = ""
    """When the event that lies there says that it was; nothing when none does."""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class ChainReport:
    """What verifying the journal found."""

    events: int
    erased: int
    broken: BrokenLink | None


class Keyring(Protocol):
    """The operating system's keyring. Raises ``KeyringSilent`` and ``KeyringRefused``."""

    def read(self, name: str) -> str | None:
        """Return the secret of this name, or ``None`` when there is none."""
        ...

    def store(self, name: str, secret: str) -> None:
        """Keep a secret under this name."""
        ...


class PassphraseGiver(Protocol):
    """Somebody or something that knows the passphrase: the environment, a terminal, a dialog."""

    def is_given(self) -> bool:
        """Tell whether it is there without asking anybody: then a new folder prefers it to the keyring."""
        ...

    def passphrase(self) -> str | None:
        """Return the passphrase of an existing folder; ``None`` when there is nobody to ask."""
        ...

    def new_passphrase(self) -> tuple[str, str] | None:
        """Return a new passphrase as it was typed twice; ``None`` when there is nobody to ask."""
        ...


class Casebook(Protocol):
    """The journal of visits. What ``append`` returned is on disk and survives a killed process and a power cut."""

    def next_number(self) -> int:
        """Return the number that the next visit gets."""
        ...

    def append(self, visit: VisitId, events: Sequence[VisitEvent], at: datetime) -> tuple[Recorded, ...]:
        """Add events to a visit in one transaction, and bring the projections along."""
        ...

    def append_and_erase(self, visit: VisitId, events: Sequence[VisitEvent], at: datetime) -> tuple[Recorded, ...]:
        """Add events and, in the same transaction, erase payload and salt of all that they end (``erased_by``)."""
        ...

    def events_of(self, visit: VisitId) -> tuple[Recorded, ...]:
        """Return the events of a visit, oldest first; raises ``VisitUnknown``."""
        ...

    def visits(self) -> tuple[VisitSummary, ...]:
        """Return every visit, newest first."""
        ...

    def record_of_desk(self, events: Sequence[DeskEvent], at: datetime, visit: VisitId = ...) -> None:
        """Add what happened at the desk to the same chain; ``visit`` when it was about one."""
        ...

    def due(self, until: date) -> tuple[Due, ...]:
        """Return what of all visits has its day up to this one, or comes into sight by then; the earliest first."""
        ...

    def documents(self, day: date) -> tuple[tuple[VisitId, HandingId], ...]:
        """Return the documents that lie at the desk, and those that came or went on a day."""
        ...

    def document_numbered(self, number: str) -> tuple[VisitId, HandingId] | None:
        """Return the newest document whose receipt has this number."""
        ...

    def drafts(self) -> tuple[VisitSummary, ...]:
        """Return the visits that have not ended, newest first."""
        ...

    def kept_plans(self, most: int) -> tuple[VisitSummary, ...]:
        """Return the newest of the kept plans: however many there are, the counter shows a few."""
        ...

    def profiles(self, visits: Collection[VisitId]) -> Mapping[VisitId, Profile]:
        """Return the profile of each of these as it was set last, without going through their whole stories."""
        ...

    def visit_of_plan(self, code: PlanCode) -> VisitId | None:
        """Return the visit whose kept plan carries this code."""
        ...

    def visit_of_mandate(self, code: MandateCode) -> VisitId | None:
        """Return the visit in which a mandate with this code was drawn, as long as the mandate is kept."""
        ...

    def lapsed_drafts(self, now: datetime) -> tuple[VisitId, ...]:
        """Return the drafts whose time is over."""
        ...

    def verify(self) -> ChainReport:
        """Read the whole journal and name the first broken link."""
        ...

    def keep_errands(self, content: str, body: Callable[[], bytes]) -> None:
        """Keep a version of the errands for the visits that follow it; ``body`` is asked only when it is new."""
        ...

    def kept_errands(self, content: str) -> bytes | None:
        """Return a version of the errands as it was kept; ``None`` when it was not, or no visit needed it."""
        ...

    def following(self) -> Mapping[VisitId, str]:
        """Return every unfinished visit with the version of the errands that it follows."""
        ...

    def setting(self, name: str) -> str | None:
        """Return a setting of this desk."""
        ...

    def set_setting(self, name: str, value: str) -> None:
        """Store a setting of this desk."""
        ...


@dataclass(frozen=True, slots=True)
class PaperOptions:
    """How a paper is to be made. The language is the citizen's, whatever the screen shows.

    ``short`` is a plan at a glance, on one page if that can hold it.
    """

    language: Language
    large: bool = False
    easy: bool = False
    short: bool = False


class PaperMaker(Protocol):
    """Draws papers as PDF."""

    def plan(self, plan: Plan, options: PaperOptions) -> bytes:
        """Return the plan as a tagged PDF."""
        ...

    def guidance(self, guidance: Guidance, options: PaperOptions) -> bytes:
        """Return the guidance of one service as a tagged PDF."""
        ...

    def correction(self, correction: Correction, options: PaperOptions) -> bytes:
        """Return a correction of wrong advice as a tagged PDF."""
        ...

    def receipt(self, receipt: Receipt) -> bytes:
        """Return the receipt of a document as a tagged PDF; the same bytes each time."""
        ...

    def transfer_notice(self, notice: TransferNotice) -> bytes:
        """Return the notice that a document went to another authority as a tagged PDF; the same bytes each time."""
        ...

    def referral_letter(self, referral: ReferralPaper) -> bytes:
        """Return the letter to the agency that a citizen is referred to as a tagged PDF; the same bytes each time."""
        ...

    def referral_copy(self, referral: ReferralPaper) -> bytes:
        """Return the citizen's copy of it as a tagged PDF; the same bytes each time."""
        ...

    def document_list(self, documents: DocumentList, language: Language) -> bytes:
        """Return the desk's own list of documents as a tagged PDF."""
        ...

    def mandate(self, paper: MandatePaper, options: PaperOptions) -> bytes:
        """Return a copy of a mandate as a tagged PDF, in its own languages."""
        ...

    def mandate_withdrawal(self, paper: WithdrawalPaper, options: PaperOptions) -> bytes:
        """Return the certificate that lines of a mandate were withdrawn."""
        ...

    def acts(self, paper: ActsPaper, options: PaperOptions) -> bytes:
        """Return what was done in a citizen's name."""
        ...

    def cover_letter(self, letter: CoverLetter, options: PaperOptions) -> bytes:
        """Return the letter that goes by post with the papers of a visit."""
        ...

    def message(self, letter: CoverLetter, options: PaperOptions) -> str:
        """Return the same as plain text, for a message that the papers are attached to."""
        ...

    def telephone_script(self, script: ScriptPaper, options: PaperOptions) -> bytes:
        """Return what is read aloud in a call."""
        ...

    def meeting_slip(self, slip: MeetingSlip, options: PaperOptions) -> bytes:
        """Return when and where an authority's expert is met."""
        ...

    def keeping_receipt(self, receipt: KeepingReceipt, options: PaperOptions) -> bytes:
        """Return the receipt of a run of retention as a tagged PDF."""
        ...

    def erasure_receipt(self, receipt: ErasureReceipt, options: PaperOptions) -> bytes:
        """Return the receipt of an erasure at a person's wish as a tagged PDF."""
        ...

    def person_copy(self, copy: PersonCopy, options: PaperOptions) -> bytes:
        """Return everything that is kept of a visit as a tagged PDF."""
        ...

    def person_copy_text(self, copy: PersonCopy, options: PaperOptions) -> str:
        """Return the same as plain text."""
        ...

    def recovery_sheet(self, key: str, folder: str, language: Language) -> bytes:
        """Return the sheet that lets a data folder in again when its keyring or passphrase is lost."""
        ...

    def plan_text(self, plan: Plan, options: PaperOptions) -> str:
        """Return the plan as plain text, to copy from where there is no printer."""
        ...


@dataclass(frozen=True, slots=True)
class Queue:
    """One printer queue of this machine."""

    name: str
    is_default: bool


class PrintQueue(Protocol):
    """The printers of this machine."""

    def queues(self) -> tuple[Queue, ...]:
        """Return the queues, the default one first; empty where there is no printer."""
        ...

    def send(self, pdf: bytes, queue: str | None, title: str) -> None:
        """Print a finished PDF; ``title`` names no person and no matter. Raises ``NoPrinter`` or ``PrintRefused``."""
        ...


class CatalogueSource(Protocol):
    """Where catalogue objects come from: files and archives, or the national catalogue's API."""

    @property
    def name(self) -> str:
        """Return what the source is called in the catalogue's status."""
        ...

    def documents(self) -> Iterator[SourceDocument]:
        """Read one document after another. Raises an ``InputError`` when one cannot be read at all."""
        ...


class CatalogueStore(Protocol):
    """What the desk knows of services; only what can be fetched again is in here."""

    @property
    def libraries(self) -> LibraryShelf:
        """Return the shelf of libraries, with hours from their own directory."""
        ...

    def take_in(self, batches: Iterable[Sequence[CatalogueObject | Withdrawn]], intake: Intake) -> TakenIn:
        """Take in all batches in one transaction: an error while they are read leaves the catalogue as it was."""
        ...

    def index_is_current(self) -> bool:
        """Tell whether the search was made as this program makes it; cheap."""
        ...

    def keep_index_current(self) -> None:
        """Make the search anew from what is stored, if another program or other dictionaries made it."""
        ...

    def know_errands(self, errands: Callable[[], Sequence[ErrandEntry]], version: str) -> None:
        """Make the search find these errands, and no others; they are asked for only when the version is another."""
        ...

    def warm_up(self) -> None:
        """Load what the first search would have to wait for."""
        ...

    def search(self, query: str, language: str, limit: int = 20, within: Within = ANYWHERE) -> SearchResult:
        """Find what any text typed by a person may mean; never raises for its contents."""
        ...

    def sheet(self, identity: str, now: datetime) -> ServiceSheet:
        """Return all about a service, general description or channel; raises ``ServiceUnknown``."""
        ...

    def resolve(self, pointer: ServicePointer) -> tuple[ServiceId, ...]:
        """Return the services that a step points at, real ones before starter ones; empty when there are none."""
        ...

    def status(self, now: datetime) -> CatalogueStatus:
        """Return what is in the catalogue and how old it is."""
        ...
