"""One fake for each port: small, honest, in memory. ``tests/contracts`` runs on them and on the real ones."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from functools import cached_property

from desk.errands.workdays import add_workdays
from desk.errors import NoPrinter, ServiceUnknown, VisitUnknown
from desk.events import THE_DESK, ActedFor, DeskEvent, ProfileSet, Recorded, VisitEvent, erased_by, visit_after
from desk.model.catalogue import CatalogueObject, ServiceId
from desk.model.due import Due
from desk.model.hours import HELSINKI
from desk.model.ids import EventId, HandingId, MandateCode, PlanCode, VisitId
from desk.model.intake import Intake, TakenIn, Withdrawn
from desk.model.search import ANYWHERE, CatalogueStatus, Counts, ErrandEntry, SearchResult, ServicePointer, Within
from desk.model.service_sheet import ServiceSheet
from desk.model.visit import Profile, Visit, VisitSummary
from desk.model.what_is_due import due_of
from desk.ports import ChainReport, Queue
from tests.library_fakes import FakeLibraryShelf
from tests.refresh_fakes import FakeRefreshedCatalogue as FakeRefreshedCatalogue, FakeRefreshShelf as FakeRefreshShelf
from tests.refresh_source import FakeReader as FakeReader, FakeSource as FakeSource


@dataclass
class FakeClock:
    """A clock that stands still until it is told to go on."""

    moment: datetime = datetime(2026, 11, 23, 9, 0, tzinfo=HELSINKI)

    def now(self) -> datetime:
        """The moment it shows."""
        return self.moment

    def today(self) -> date:
        """The day it shows."""
        return self.moment.date()

    def advance(self, **by: float) -> None:
        """Go on, as ``timedelta`` would."""
        self.moment += timedelta(**by)


@dataclass
class FakeKeyring:
    """A keyring in memory."""

    secrets: dict[str, str] = field(default_factory=dict)

    def read(self, name: str) -> str | None:
        """The secret of this name."""
        return self.secrets.get(name)

    def store(self, name: str, secret: str) -> None:
        """Keep a secret."""
        self.secrets[name] = secret


class FakeCasebook:
    """A casebook in memory: it forgets what it must, and has no chain to break."""

    def __init__(self) -> None:
        """An empty casebook."""
        self._journal: dict[VisitId, list[Recorded]] = {}
        self._settings: dict[str, str] = {}
        self._errands: dict[str, bytes] = {}
        self._count = 0

    def next_number(self) -> int:
        """The number that the next visit gets."""
        return 1 + max((visit.number for visit in self._folded()), default=0)

    def append(self, visit: VisitId, events: Sequence[VisitEvent], at: datetime) -> tuple[Recorded, ...]:
        """Add events to a visit."""
        added = tuple(self._record(visit, event, at) for event in events)
        journal = [*self._journal.get(visit, []), *added]
        if visit_after(journal) is None:
            raise VisitUnknown(visit=visit)
        self._journal[visit] = journal
        return added

    def append_and_erase(self, visit: VisitId, events: Sequence[VisitEvent], at: datetime) -> tuple[Recorded, ...]:
        """Add events and erase what of the visit ends with them."""
        added = self.append(visit, events, at)
        acted = any(record.kind == ActedFor.__name__ for record in self._journal[visit])
        kinds = frozenset[str]().union(*(erased_by(event, acted=acted) for event in events))
        self._journal[visit] = [_without(kinds, record) for record in self._journal[visit]]
        self._forget_errands()
        return tuple(_without(kinds, record) for record in added)

    def events_of(self, visit: VisitId) -> tuple[Recorded, ...]:
        """The events of a visit, oldest first."""
        if visit not in self._journal:
            raise VisitUnknown(visit=visit)
        return tuple(self._journal[visit])

    def visits(self) -> tuple[VisitSummary, ...]:
        """Every visit, newest first."""
        return tuple(self._summary(v) for v in sorted(self._folded(), key=lambda v: v.number, reverse=True))

    def record_of_desk(self, events: Sequence[DeskEvent], at: datetime, visit: VisitId = THE_DESK) -> None:
        """Add what happened at the desk."""
        self._journal.setdefault(visit, []).extend(self._record(visit, event, at) for event in events)

    def due(self, until: date) -> tuple[Due, ...]:
        """What has to be looked at up to and with a day."""
        found = [each for visit in self._folded() for each in due_of(visit) if (each.seen or each.day) <= until]
        return tuple(sorted(found, key=lambda each: (each.day, each.number, each.kind, each.of)))

    def documents(self, day: date) -> tuple[tuple[VisitId, HandingId], ...]:
        """What lies at the desk, and what came or went on a day."""
        found = [(v.id, id, held) for v in self._folded() for id, held in v.documents.items()]
        days = [(v, id, held.document.at.date(), held.sent.on if held.sent else None) for v, id, held in found]
        here = [(v, id) for v, id, came, went in days if went is None or day in (came, went)]
        return tuple(sorted(here, key=lambda each: each[1]))

    def document_numbered(self, number: str) -> tuple[VisitId, HandingId] | None:
        """The newest document of a number."""
        found = [(id, v.id) for v in self._folded() for id, h in v.documents.items() if h.document.number == number]
        return (max(found)[1], max(found)[0]) if found else None

    def drafts(self) -> tuple[VisitSummary, ...]:
        """The visits that have not ended, newest first."""
        return tuple(v for v in self.visits() if not v.erased and v.ended_at is None)

    def kept_plans(self, most: int) -> tuple[VisitSummary, ...]:
        """The newest of the kept plans."""
        return tuple(v for v in self.visits() if not v.erased and v.kept and v.ended_at is not None)[:most]

    def profiles(self, visits: Collection[VisitId]) -> Mapping[VisitId, Profile]:
        """The profile of each of these as it was set last."""
        stories = {visit: self._journal[visit] for visit in visits if visit in self._journal}
        told = ((visit, record.event) for visit, story in stories.items() for record in story)
        return {visit: event.profile for visit, event in told if isinstance(event, ProfileSet)}

    def visit_of_plan(self, code: PlanCode) -> VisitId | None:
        """The visit whose kept plan carries this code."""
        return next((visit.id for visit in self._folded() if visit.kept and code in visit.codes), None)

    def visit_of_mandate(self, code: MandateCode) -> VisitId | None:
        """The visit in which a mandate with this code was drawn."""
        drawn = ((visit.id, given.mandate.code) for visit in self._folded() for given in visit.mandates.values())
        return next((visit for visit, each in drawn if each == code), None)

    def lapsed_drafts(self, now: datetime) -> tuple[VisitId, ...]:
        """The drafts whose time is over."""
        summaries = sorted(self.visits(), key=lambda summary: summary.number)
        return tuple(s.id for s in summaries if s.erase_on is not None and s.erase_on <= now)

    def verify(self) -> ChainReport:
        """Count the events."""
        records = [record for journal in self._journal.values() for record in journal]
        return ChainReport(len(records), sum(record.event is None for record in records), None)

    def keep_errands(self, content: str, body: Callable[[], bytes]) -> None:
        """Keep a version that is not there yet."""
        if content not in self._errands:
            self._errands[content] = body()
            self._forget_errands()

    def kept_errands(self, content: str) -> bytes | None:
        """A version as it was kept."""
        return self._errands.get(content)

    def following(self) -> dict[VisitId, str]:
        """Every unfinished visit with its version."""
        return {visit.id: visit.content for visit in sorted(self._folded(), key=lambda v: v.id) if visit.is_unfinished}

    def _forget_errands(self) -> None:
        needed = {*self.following().values(), *list(self._errands)[-1:]}
        self._errands = {content: body for content, body in self._errands.items() if content in needed}

    def setting(self, name: str) -> str | None:
        """A setting."""
        return self._settings.get(name)

    def set_setting(self, name: str, value: str) -> None:
        """Store a setting."""
        self._settings[name] = value

    def _record(self, visit: VisitId, event: VisitEvent, at: datetime) -> Recorded:
        self._count += 1
        return Recorded(EventId(f"event-{self._count}"), visit, at, type(event).__name__, event)

    def _folded(self) -> list[Visit]:
        visits = [visit_after(journal) for journal in self._journal.values()]
        return [visit for visit in visits if visit is not None]

    def _summary(self, visit: Visit) -> VisitSummary:
        erase_on = None
        if visit.is_open and not visit.kept:
            saved = (visit.last_saved or visit.opened_at).astimezone(HELSINKI)
            last_day = add_workdays(saved.date(), int(self._settings.get("draft.working_days", "1")))
            erase_on = datetime.combine(last_day + timedelta(days=1), time.min, HELSINKI)
            erase_on = visit.opened_at if visit.unkept else erase_on
        return VisitSummary(
            id=visit.id,
            number=visit.number,
            channel=visit.channel,
            state=visit.state,
            errands=visit.errands,
            opened_at=visit.opened_at,
            ended_at=visit.ended_at,
            outcome=visit.outcome,
            kept=visit.kept,
            erased=visit.erased,
            answers=len(visit.answers),
            erase_on=erase_on,
        )


def _without(kinds: frozenset[str], record: Recorded) -> Recorded:
    return replace(record, event=None) if record.kind in kinds else record


class FakeCatalogue:
    """A catalogue that holds nothing: what the desk does without one."""

    @cached_property
    def libraries(self) -> FakeLibraryShelf:
        """A shelf of its own, empty."""
        return FakeLibraryShelf()

    def take_in(self, batches: Iterable[Sequence[CatalogueObject | Withdrawn]], intake: Intake) -> TakenIn:
        """Read everything and keep nothing."""
        for _ in batches:
            pass
        return TakenIn(Counts())

    def index_is_current(self) -> bool:
        """There is none."""
        return True

    def keep_index_current(self) -> None:
        """There is nothing to make."""

    def know_errands(self, errands: Callable[[], Sequence[ErrandEntry]], version: str) -> None:
        """Forget them at once."""

    def warm_up(self) -> None:
        """It is as warm as it gets."""

    def search(self, query: str, language: str, limit: int = 20, within: Within = ANYWHERE) -> SearchResult:
        """Find nothing."""
        return SearchResult(query, language, (), 0.0)

    def sheet(self, identity: str, now: datetime) -> ServiceSheet:
        """Know no service."""
        raise ServiceUnknown(service=identity)

    def resolve(self, pointer: ServicePointer) -> tuple[ServiceId, ...]:
        """Point at nothing."""
        return ()

    def status(self, now: datetime) -> CatalogueStatus:
        """Empty, and of no age."""
        return CatalogueStatus()


class FakePrinters:
    """Printers that keep what they were sent; without names there is no printer."""

    def __init__(self, *names: str) -> None:
        """Printers of these names, the first one the default."""
        self.names = names
        self.sent: list[tuple[str, str, bytes]] = []

    def queues(self) -> tuple[Queue, ...]:
        """The printers."""
        return tuple(Queue(name, name == self.names[0]) for name in self.names)

    def send(self, pdf: bytes, queue: str | None, title: str) -> None:
        """Keep the paper."""
        if not self.names:
            raise NoPrinter()
        self.sent.append((queue or self.names[0], title, pdf))
