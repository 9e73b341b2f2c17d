"""Keep the catalogue fresh: fetch what is new, changed and gone at the source, then take it in as a whole.

Everything that comes is gathered on a shelf that no search sees. A run that was cut off anywhere goes on where it was,
and what the desk shows meanwhile is the last whole catalogue. What could not be read keeps its old copy and is asked
for again in the next run.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from desk.errors import ImportCancelled, SourceRefused, SourceUnreadable
from desk.model.intake import IntakeProblem, ProblemKind
from desk.model.refresh import Code, CodeListKind, RefreshKind, RefreshProgress, RefreshReport, RefreshRun, TakenInRun
from desk.model.unwatched import nobody_stops, nobody_watches
from desk.ports import Clock
from desk.ports.catalogue_feeds import CatalogueReader
from desk.ports.catalogue_refresh import RefreshedCatalogue, RefreshShelf
from desk.usecases.refresh_asking import Asking
from desk.usecases.refresh_fetching import Fetching
from desk.usecases.refresh_holdings import DeskHoldings
from desk.usecases.refresh_plan import RefreshAsk, goes_on, kind_of_run, new_run
from desk.usecases.refresh_scope import Scope, SomeAreas, WholeCountry
from desk.usecases.refresh_watch import RefreshWatch


class RefreshCatalogue:
    """Refreshes the catalogue from whatever a reader reads."""

    def __init__(
        self,
        readers: Callable[[str, Callable[[], bool]], CatalogueReader],
        shelf: RefreshShelf,
        catalogue: RefreshedCatalogue,
        clock: Clock,
    ) -> None:
        """``readers`` makes the reader of an address, which stops waiting when it is told; the refresh closes it."""
        self._readers = readers
        self._shelf = shelf
        self._catalogue = catalogue
        self._clock = clock

    def __call__(
        self,
        asked: RefreshAsk,
        *,
        told: Callable[[RefreshProgress], None] = nobody_watches,
        stopped: Callable[[], bool] = nobody_stops,
    ) -> RefreshReport:
        """Make the catalogue what its source is now.

        Raises a ``NetworkError`` when the source cannot be read, and ``ImportCancelled`` when it was stopped: then the
        catalogue is as it was, and the next call goes on from there.
        """
        reader = self._readers(asked.url, stopped)
        try:
            watch = RefreshWatch(reader, self._shelf, told, stopped)
            return _Refresh(reader, self._shelf, self._catalogue, watch).run(asked, self._clock)
        except ImportCancelled:
            raise ImportCancelled(kind="refresh") from None
        finally:
            reader.close()


class _Refresh:
    """One refresh, from opening the source to the last object taken in."""

    def __init__(
        self, reader: CatalogueReader, shelf: RefreshShelf, catalogue: RefreshedCatalogue, watch: RefreshWatch
    ) -> None:
        self._reader = reader
        self._shelf = shelf
        self._catalogue = catalogue
        self._watch = watch
        self._problems: list[IntakeProblem] = []

    def run(self, asked: RefreshAsk, clock: Clock) -> RefreshReport:
        began = time.monotonic()
        codes = self._codes()
        run, resumed = self._begun(asked, clock)
        taken = self._brought(run, codes)
        report = RefreshReport(
            kind=run.kind,
            source=run.source,
            started=run.started,
            new=taken.new,
            changed=taken.changed,
            unchanged=taken.unchanged,
            gone=taken.gone,
            received=self._reader.received,
            seconds=time.monotonic() - began,
            resumed=resumed,
            problems=tuple(self._problems),
        )
        self._watch.ended(taken.new + taken.changed + taken.unchanged)
        return report

    def _codes(self) -> list[tuple[CodeListKind, Code]]:
        """The code lists. One that the source does not give stays as it was, and is a problem, not a failure."""
        codes: list[tuple[CodeListKind, Code]] = []
        for which in CodeListKind:
            self._watch.asking()
            try:
                codes += [(which, code) for code in self._reader.codes(which)]
            except (SourceRefused, SourceUnreadable) as refused:
                reason = refused.details.get("reason")
                self._problems.append(IntakeProblem(ProblemKind.BROKEN, self._reader.name, field=which, reason=reason))
        return codes

    def _begun(self, asked: RefreshAsk, clock: Clock) -> tuple[RefreshRun, bool]:
        """The run that goes on, or a new one; and whether it goes on."""
        memory, begun, now = self._catalogue.memory(), self._shelf.run(), clock.now()
        if begun is not None and begun.id == memory.last_run:
            self._shelf.forget()  # it was taken in, and cut off before it could clear up
            begun = None
        source = self._reader.name
        kind = kind_of_run(memory, source, asked, now)
        planned = new_run(kind, source, asked, now, self._reader.source_time or now)
        if begun is not None:
            if goes_on(begun, planned):
                return begun, True
            self._shelf.forget()
        self._shelf.begin(planned)
        return planned, False

    def _brought(self, run: RefreshRun, codes: list[tuple[CodeListKind, Code]]) -> TakenInRun:
        """Fetch what the run is about, and take it in."""
        held = DeskHoldings(self._catalogue, self._shelf, run.kind)
        asking = Asking(self._reader, self._shelf, held, self._watch)
        scope = self._scope(run, held, asking)
        fetching = Fetching(self._reader, self._shelf, held, self._watch)
        if run.kind is RefreshKind.FIRST:
            asking.what_there_is(run)
            if run.areas:
                fetching.pages_of(run.areas[0], scope)
        else:
            asking.what_changed(run, self._catalogue.memory())
        if run.kind is RefreshKind.SWEEP:
            asking.what_is_different(run)
        fetching.all_wanted(scope)
        if run.kind is RefreshKind.FIRST:
            held.let_go_of_what_did_not_come()
        self._tell_unread(fetching.problems)
        self._watch.taking_in(0)
        taken = self._catalogue.take_in_run(self._shelf, run, codes, self._watch.taking_in)
        self._shelf.forget()
        return taken

    def _scope(self, run: RefreshRun, held: DeskHoldings, asking: Asking) -> Scope:
        """What belongs on this desk; a run that goes on knows again what its objects name."""
        if not run.areas:
            return WholeCountry()
        trusting = run.kind is RefreshKind.FIRST
        scope = SomeAreas(run.areas, held, lambda kind: asking.listed(kind, run.areas), trusting=trusting)
        for batch in self._shelf.batches():
            for item in batch:
                scope.names(item)
        return scope

    def _tell_unread(self, met: list[IntakeProblem]) -> None:
        """What was met since this run was begun, and what was met before it was cut off, of which only ids are left."""
        self._problems += met
        told = {problem.id for problem in met}
        self._problems += [
            IntakeProblem(ProblemKind.BROKEN, self._reader.name, id=identity)
            for _, identity in self._shelf.unread()
            if identity not in told
        ]
