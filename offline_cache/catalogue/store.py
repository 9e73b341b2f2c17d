"""The port ``desk.ports.CatalogueStore`` over the encrypted catalogue file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime

from desk.errors import DiskFull
from desk.model.catalogue import CatalogueObject, ServiceId
from desk.model.intake import Intake, TakenIn, Withdrawn
from desk.model.refresh import CatalogueChange, Code, CodeListKind, ObjectKind, RefreshMemory, RefreshRun, TakenInRun
from desk.model.search import (
    ANYWHERE,
    CatalogueStatus,
    ErrandEntry,
    HitKind,
    SearchResult,
    ServicePointer,
    Within,
)
from desk.model.service_sheet import ServiceSheet
from desk.ports.catalogue_refresh import RunContents
from offline_cache.catalogue import rows
from offline_cache.catalogue.changes import read_changes
from offline_cache.catalogue.codes import read_codes
from offline_cache.catalogue.documents import DocumentWriter
from offline_cache.catalogue.indexing import errand_document
from offline_cache.catalogue.libraries import SqlLibraries
from offline_cache.catalogue.pointing import resolve
from offline_cache.catalogue.refreshing import Beside, Parcel, Refreshing
from offline_cache.catalogue.reindexing import is_current, reindex
from offline_cache.catalogue.run_memory import REMEMBER, read_memory
from offline_cache.catalogue.searching import NO_AIDS, Searcher, WordAids
from offline_cache.catalogue.sheets import SheetReader
from offline_cache.catalogue.taking_in import AS_OF, MADE_WITH, PLAIN, SOURCE, TakingIn
from offline_cache.catalogue.words import Forms
from offline_cache.connection import StoreConnection, empty_log, transaction
from offline_cache.store import DeskFolder

ERRANDS = "errands"
CACHE_OF_A_WRITER = -32_000
"""Kibibytes: what does not fit goes into the log and is read again."""
REAL_IDS = "SELECT id FROM entry WHERE kind = ? AND starter = 0"

COUNT = "SELECT kind, starter, count(*) FROM entry GROUP BY kind, starter"
COUNT_HIDDEN = "SELECT count(*) FROM entry WHERE kind = ? AND starter = 1 AND hidden = 1"
"""Two questions, so that the large part is answered from the index alone: the status is read at every start."""


def catalogue_in(folder: DeskFolder, forms: Callable[[], Forms], aids: WordAids = NO_AIDS) -> SqlCatalogue:
    """The catalogue of an open data folder; ``forms`` and ``aids`` are called when words are first looked at."""
    return SqlCatalogue(folder.catalogue, forms, folder.another_catalogue, aids)


class SqlCatalogue:
    """One thread uses it at a time, or each thread its own; only what takes objects in may run beside, in another.

    ``another`` opens a second connection, which taking in writes on: meanwhile this one reads the last whole catalogue.
    Without it, as in a process of its own, both happen on one.
    """

    def __init__(
        self,
        connection: StoreConnection,
        forms: Callable[[], Forms],
        another: Callable[[], StoreConnection] | None = None,
        aids: WordAids = NO_AIDS,
    ) -> None:
        self._connection = connection
        self._aids = aids
        self._another = another
        self._load_forms = forms
        self._forms: Forms | None = None
        self._searcher: Searcher | None = None
        self._sheets = SheetReader(connection)
        self.libraries = SqlLibraries(connection)

    def take_in(self, batches: Iterable[Sequence[CatalogueObject | Withdrawn]], intake: Intake) -> TakenIn:
        """Take in all batches, or nothing."""
        with self._writing() as connection:
            return TakingIn(connection, self._known_forms()).run(batches, intake)

    def take_in_run(
        self,
        shelf: RunContents,
        run: RefreshRun,
        codes: Sequence[tuple[CodeListKind, Code]],
        told: Callable[[int], None],
        beside: Beside | None = None,
    ) -> TakenInRun:
        """Take in the whole shelf, or nothing; ``beside`` is called last, inside the transaction."""
        with self._writing() as connection:
            refreshing = Refreshing(connection, self._known_forms(), datetime.now(UTC))
            return refreshing.run(Parcel(shelf, run, codes, beside), told)

    def memory(self) -> RefreshMemory:
        """What earlier runs left."""
        return read_memory(self._connection).memory

    def ids(self, kind: ObjectKind) -> frozenset[str]:
        """The ids of all real objects of a kind."""
        return frozenset(key for (key,) in self._connection.execute(REAL_IDS, (kind.value,)).fetchall())

    def codes(self, which: CodeListKind) -> tuple[Code, ...]:
        """A code list, by code."""
        return read_codes(self._connection, which)

    def changes(self, since: datetime, ids: Sequence[str] | None = None) -> tuple[CatalogueChange, ...]:
        """What runs changed since then, newest first."""
        return read_changes(self._connection, since, ids)

    def index_is_current(self) -> bool:
        """Whether the search was made as this program makes it."""
        return is_current(self._connection, self._aids.dictionaries)

    def keep_index_current(self) -> None:
        """Make the search anew from the stored objects when an older program made it."""
        if not self.index_is_current():
            with self._writing() as connection:
                reindex(connection, self._known_forms(), self._aids.dictionaries)

    def know_errands(self, errands: Callable[[], Sequence[ErrandEntry]], version: str) -> None:
        """Index these errands in place of those that were there; nothing is done when the version is the same."""
        if self._known(ERRANDS) == version:
            return
        with transaction(self._connection):
            writer = DocumentWriter(self._connection, self._known_forms())
            old = self._connection.execute("SELECT kind, id FROM document WHERE kind = ?", (HitKind.ERRAND,)).fetchall()
            writer.remove(old)
            writer.put(errand_document(entry) for entry in errands())
            self._connection.execute(REMEMBER, (ERRANDS, version))
        self._searcher = None

    def warm_up(self) -> None:
        """Load the dictionaries and what the search keeps in memory."""
        self._search()

    def search(self, query: str, language: str, limit: int = 20, within: Within = ANYWHERE) -> SearchResult:
        """Find what the text may mean."""
        return self._search().search(query, language, limit, within)

    def sheet(self, identity: str, now: datetime) -> ServiceSheet:
        """All about one service, general description or channel."""
        return self._sheets.sheet(identity, now)

    def resolve(self, pointer: ServicePointer) -> tuple[ServiceId, ...]:
        """The services that a step points at."""
        return resolve(self._connection, pointer)

    def status(self, now: datetime) -> CatalogueStatus:
        """What is in the catalogue and how old it is."""
        counted = self._connection.execute(COUNT).fetchall()
        as_of = self._known(AS_OF)
        read = datetime.fromisoformat(as_of) if as_of else None
        return CatalogueStatus(
            counts=rows.counts_of({kind: count for kind, starter, count in counted if not starter}),
            starter=rows.counts_of({kind: count for kind, starter, count in counted if starter}),
            starter_hidden=sum(self._hidden(kind) for kind, starter, _ in counted if starter),
            as_of=read,
            source=self._known(SOURCE),
            age_days=max(0, (now - read).days) if read else None,
            search_is_plain=self._known(MADE_WITH) == PLAIN,
        )

    def _hidden(self, kind: str) -> int:
        (count,) = self._connection.execute(COUNT_HIDDEN, (kind,)).fetchone()
        return int(count)

    def _search(self) -> Searcher:
        if self._searcher is None:
            self._searcher = Searcher(self._connection, self._known_forms(), self._aids)
        return self._searcher

    @contextmanager
    def _writing(self) -> Iterator[StoreConnection]:
        """A connection to write many objects on; the log that this makes is moved into the store and cut at the end."""
        connection = self._another() if self._another is not None else self._connection
        try:
            connection.execute(f"PRAGMA cache_size = {CACHE_OF_A_WRITER}")
            yield connection
            with suppress(DiskFull):  # what is taken in is safe in the log, and is moved when there is room
                empty_log(connection)
        finally:
            if connection is self._connection:
                self._searcher = None  # it notices what others commit, and not what its own connection does
            else:
                connection.close()

    def _known_forms(self) -> Forms:
        if self._forms is None:
            self._forms = self._load_forms()
        return self._forms

    def _known(self, name: str) -> str | None:
        row = self._connection.execute("SELECT value FROM known WHERE name = ?", (name,)).fetchone()
        return row[0] if row else None
