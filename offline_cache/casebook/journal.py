"""The journal of visits in its encrypted store: what ``append`` returned is on disk, and what was erased is gone."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import partial

from desk.errors import VisitUnknown
from desk.events import (
    THE_DESK,
    ActedFor,
    DeskEvent,
    LogForgotten,
    PersonForgotten,
    Recorded,
    VisitDiscarded,
    VisitEnded,
    VisitEvent,
    decode,
    encode,
    erased_by,
    visit_after,
)
from desk.model.due import Due
from desk.model.hours import HELSINKI
from desk.model.ids import DeviceId, EventId, HandingId, MandateCode, PlanCode, VisitId, uuid7
from desk.model.visit import Profile, Visit, VisitSummary
from desk.ports import ChainReport
from desk.ports.keeping import RENEW
from offline_cache.backup import forget_backups
from offline_cache.casebook import documents, due, errands, forgetting, mandates, projections
from offline_cache.casebook.chain import SALT_BYTES, Header, content_hash, first_link, link_hash
from offline_cache.casebook.retention import WORKING_DAYS, WORKING_DAYS_BY_DEFAULT
from offline_cache.casebook.verification import verify
from offline_cache.connection import StoreConnection, StoreKind, empty_log, transaction
from offline_cache.store import DeskFolder


def casebook_in(folder: DeskFolder) -> SqlCasebook:
    """The casebook of an open data folder; a writer makes what an older program did not keep."""
    copies = partial(forget_backups, folder.path, StoreKind.CASEBOOK)
    casebook = SqlCasebook(folder.casebook, folder.device, copies)
    if folder.lock is not None:
        casebook.keep_day_list()
    return casebook


class SqlCasebook:
    """The port ``desk.ports.Casebook``. One thread uses it at a time."""

    def __init__(self, connection: StoreConnection, device: DeviceId, forget_copies: Callable[[], None]) -> None:
        """``forget_copies`` removes every copy of the store that could hold what is about to be erased."""
        self._connection = connection
        self._device = device
        self._forget_copies = forget_copies
        self._log_holds_erased = False

    def next_number(self) -> int:
        """The number that the next visit gets."""
        return projections.next_number(self._connection)

    def append(self, visit: VisitId, events: Sequence[VisitEvent], at: datetime) -> tuple[Recorded, ...]:
        """Add events to a visit in one transaction, and bring the projections along."""
        with transaction(self._connection):
            recorded = self._add(visit, events, at)
            self._project(visit)
        if self._log_holds_erased:
            self._empty_log()
        return recorded

    def append_and_erase(self, visit: VisitId, events: Sequence[VisitEvent], at: datetime) -> tuple[Recorded, ...]:
        """Add events and erase what of the visit ends with them, here and in the log.

        Whole copies go before that. Those of every day hold only what was kept: they are told to be renewed when it
        is a person who wants it erased; when its time is over they come to their own end.
        """
        self._forget_copies()
        with transaction(self._connection):
            if any(map(_is_asked_for, events)) and projections.is_kept(self._connection, visit):
                self._set(RENEW, at.isoformat())
            recorded = self._add(visit, events, at)
            acted = self._acted(visit)
            kinds = frozenset[str]().union(*(erased_by(event, acted=acted) for event in events))
            self._connection.executemany(
                "UPDATE event SET payload = NULL, salt = NULL WHERE visit = ? AND kind = ?",
                [(visit, kind) for kind in sorted(kinds)],
            )
            self._project(visit)
        self._empty_log()
        return tuple(replace(record, event=None) if record.kind in kinds else record for record in recorded)

    def events_of(self, visit: VisitId) -> tuple[Recorded, ...]:
        """The events of a visit, oldest first."""
        rows = self._connection.execute(
            "SELECT id, visit, at, kind, payload FROM event WHERE visit = ? ORDER BY position", (visit,)
        ).fetchall()
        if not rows:
            raise VisitUnknown(visit=visit)
        return tuple(_recorded(row) for row in rows)

    def visits(self) -> tuple[VisitSummary, ...]:
        """Every visit, newest first."""
        return projections.summaries(self._connection)

    def record_of_desk(self, events: Sequence[DeskEvent], at: datetime, visit: VisitId = THE_DESK) -> None:
        """Add what happened at the desk to the same chain; no projection shows it."""
        with transaction(self._connection):
            self._add(visit, events, at)

    def due(self, until: date) -> tuple[Due, ...]:
        """What has to be looked at up to and with a day."""
        if not due.is_made(self._connection):  # read beside an older program's folder, or before it was brought along
            return due.among(self._unfinished_visits(), until)
        return due.due(self._connection, until)

    def keep_day_list(self) -> None:
        """Make the day list of visits that are older than it, once; costs nothing when it is there."""
        if due.is_made(self._connection):
            return
        with transaction(self._connection):
            for visit in self._unfinished_visits():
                due.project(self._connection, visit)
            due.note_made(self._connection)

    def _unfinished_visits(self) -> Iterator[Visit]:
        for id in due.unfinished(self._connection):
            visit = visit_after(self.events_of(id))
            if visit is not None:
                yield visit

    def documents(self, day: date) -> tuple[tuple[VisitId, HandingId], ...]:
        """What lies at the desk, and what came or went on a day."""
        return documents.documents(self._connection, day)

    def document_numbered(self, number: str) -> tuple[VisitId, HandingId] | None:
        """The newest document of a number."""
        return documents.numbered(self._connection, number)

    def drafts(self) -> tuple[VisitSummary, ...]:
        """The visits that have not ended, newest first."""
        return projections.drafts(self._connection)

    def kept_plans(self, most: int) -> tuple[VisitSummary, ...]:
        """The newest of the kept plans."""
        return projections.kept_plans(self._connection, most)

    def profiles(self, visits: Collection[VisitId]) -> Mapping[VisitId, Profile]:
        """The profile of each of these as it was set last."""
        return projections.profiles(self._connection, visits)

    def visit_of_plan(self, code: PlanCode) -> VisitId | None:
        """The visit whose kept plan carries this code."""
        return projections.visit_of_plan(self._connection, code)

    def visit_of_mandate(self, code: MandateCode) -> VisitId | None:
        """The visit in which a mandate with this code was drawn."""
        return mandates.visit_of(self._connection, code)

    def lapsed_drafts(self, now: datetime) -> tuple[VisitId, ...]:
        """The drafts whose time is over."""
        return projections.lapsed(self._connection, now)

    def verify(self) -> ChainReport:
        """Read the whole journal and name the first broken link."""
        return verify(self._connection)

    def keep_errands(self, content: str, body: Callable[[], bytes]) -> None:
        """Keep a version of the errands that is not there yet."""
        errands.keep(self._connection, content, body)

    def kept_errands(self, content: str) -> bytes | None:
        """A version of the errands as it was kept."""
        return errands.body_of(self._connection, content)

    def following(self) -> Mapping[VisitId, str]:
        """Every unfinished visit with the version of the errands that it follows."""
        return errands.following(self._connection)

    def setting(self, name: str) -> str | None:
        """A setting of this desk."""
        row = self._connection.execute("SELECT value FROM setting WHERE name = ?", (name,)).fetchone()
        return row[0] if row else None

    def set_setting(self, name: str, value: str) -> None:
        """Store a setting of this desk; how long drafts live counts for the drafts that are there too."""
        with transaction(self._connection):
            self._set(name, value)
            if name == WORKING_DAYS:
                for visit in projections.dated(self._connection):
                    self._project(visit)

    def forget_log(self, until: int, at: datetime) -> int:
        """Erase the content of this device's log up to and with an event, and say so in the journal."""
        with transaction(self._connection):
            visits = forgetting.visits_in(self._connection, self._device, until)
            self._add(THE_DESK, [LogForgotten(until)], at)
            erased = forgetting.erase(self._connection, self._device, until)
            self._set(forgetting.FORGOTTEN, str(until))
            for visit in visits:
                if visit != THE_DESK:
                    self._project(VisitId(visit))
        self._empty_log()
        return erased

    def project_unfinished(self) -> None:
        """Make the projections of everything that goes on again: an older program knew fewer of them."""
        with transaction(self._connection):
            for visit in errands.following(self._connection):
                self._project(visit)

    def rebuild(self) -> None:
        """Make every projection again from the journal."""
        with transaction(self._connection):
            self._project_all()

    def _acted(self, visit: VisitId) -> bool:
        found = self._connection.execute(
            "SELECT 1 FROM event WHERE visit = ? AND kind = ? LIMIT 1", (visit, ActedFor.__name__)
        )
        return found.fetchone() is not None

    def _add(self, visit: VisitId, events: Iterable[VisitEvent], at: datetime) -> tuple[Recorded, ...]:
        head = self._connection.execute(
            "SELECT sequence, link FROM head WHERE device = ?", (self._device,)
        ).fetchone() or (0, first_link(self._device))
        sequence, link = head
        recorded = []
        for event in events:
            sequence += 1
            header = Header(
                uuid7(int(at.timestamp() * 1000)), self._device, sequence, visit, type(event).__name__, at.isoformat()
            )
            link = self._insert(header, encode(event), link)
            recorded.append(Recorded(EventId(header.id), visit, at, header.kind, event))
        self._connection.execute(
            "REPLACE INTO head (device, sequence, link) VALUES (?, ?, ?)", (self._device, sequence, link)
        )
        return tuple(recorded)

    def _insert(self, header: Header, payload: bytes, previous: bytes) -> bytes:
        salt = secrets.token_bytes(SALT_BYTES)
        content = content_hash(salt, payload)
        link = link_hash(previous, header, content)
        self._connection.execute(
            "INSERT INTO event (id, device, sequence, visit, kind, at, payload, salt, content_hash, previous, link) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                header.id,
                header.device,
                header.sequence,
                header.visit,
                header.kind,
                header.at,
                payload,
                salt,
                content,
                previous,
                link,
            ),
        )
        return link

    def _set(self, name: str, value: str) -> None:
        self._connection.execute("REPLACE INTO setting (name, value) VALUES (?, ?)", (name, value))

    def _project(self, visit: VisitId) -> None:
        if not projections.project(self._connection, self.events_of(visit), self._working_days()):
            raise VisitUnknown(visit=visit)

    def _project_all(self) -> None:
        projections.forget_all(self._connection)
        of_visits = "SELECT DISTINCT visit FROM event WHERE visit <> ?"
        for (visit,) in self._connection.execute(of_visits, (THE_DESK,)).fetchall():
            self._project(visit)

    def _working_days(self) -> int:
        return int(self.setting(WORKING_DAYS) or WORKING_DAYS_BY_DEFAULT)

    def _empty_log(self) -> None:
        """Take erased answers out of the log too; a reader in another process may delay it to the next append."""
        self._log_holds_erased = not empty_log(self._connection)


def _is_asked_for(event: VisitEvent) -> bool:
    """Whether somebody wants what was kept erased, now."""
    match event:
        case VisitDiscarded(lapsed=False) | VisitEnded(kept=False) | PersonForgotten():
            return True
        case _:
            return False


def _recorded(row: tuple[str, str, str, str, bytes | None]) -> Recorded:
    event, visit, at, kind, payload = row
    moment = datetime.fromisoformat(at).astimezone(HELSINKI)
    told = None if payload is None else decode(kind, payload)
    return Recorded(EventId(event), VisitId(visit), moment, kind, told)
