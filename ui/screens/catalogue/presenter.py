"""Keeps the catalogue fresh: reads how old it is, runs the refresh beside the window, keeps what the clerk chooses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from desk.errands.wording import Wording
from desk.errors import DeskError, NetworkError
from desk.model.freshness import FreshnessPolicy
from desk.model.refresh import AreaKind, RefreshPhase, RefreshProgress, RefreshReport, SyncArea
from desk.model.role import Function
from desk.model.search import CatalogueStatus
from desk.ports import Clock
from desk.usecases.refresh_lines import RefreshOrder
from desk.usecases.refresh_plan import RefreshAsk
from ui.catalogue_worker import MakeStart, Start, Worker
from ui.desk_access import DeskAccess
from ui.screens.catalogue.state import AreaName, FreshnessState, KeepingState
from ui.widgets.municipality_field import Municipality

AFTER_A_FAILURE = timedelta(minutes=30)
"""So long the desk does not try again by itself."""


@dataclass(frozen=True, slots=True)
class RefreshParts:
    """What a refresh needs besides the desk."""

    worker: Worker
    make_start: MakeStart
    clock: Clock


@dataclass(frozen=True, slots=True)
class _Read:
    """What lies on disk about the catalogue."""

    status: CatalogueStatus
    asked: RefreshAsk | None
    policy: FreshnessPolicy


class CataloguePresenter(QObject):
    """Holds what is shown of the catalogue's age and of a refresh."""

    freshness_changed = Signal(object)
    """Another ``FreshnessState``."""
    keeping_changed = Signal(object)
    """Another ``KeepingState``."""
    area_wanted = Signal()
    """A refresh was asked for, and nothing was chosen to be kept."""
    refreshed = Signal()
    """The catalogue is another one now."""

    def __init__(self, access: DeskAccess, parts: RefreshParts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._access = access
        self._worker, self._make_start, self._clock = parts.worker, parts.make_start, parts.clock
        self._freshness, self._keeping = FreshnessState(), KeepingState()
        self._asked: RefreshAsk | None = None
        self._failed_at: datetime | None = None
        self._is_quiet = False
        self._worker.progressed.connect(self._progressed)
        self._worker.ended.connect(self._ended)
        self._worker.failed.connect(self._failed)
        self._worker.stopped.connect(self._stopped)

    @property
    def freshness(self) -> FreshnessState:
        """How it stands."""
        return self._freshness

    def close(self) -> None:
        """End a refresh; what was fetched is kept."""
        self._worker.close()

    @Slot()
    def read(self) -> None:
        """Look up how it stands."""
        desk = self._access.desk

        def read() -> _Read:
            return _Read(desk.catalogue_status(), desk.refresh_settings.read(), desk.catalogue_policy.read())

        self._access.ask(self, read, self._was_read)

    @Slot(bool)
    def refresh(self, full: bool) -> None:
        """Fetch what is new, because the clerk asked for it."""
        self._is_quiet = False
        if self._asked is None:
            self.area_wanted.emit()
        self._begin(full=full)

    def refresh_if_due(self) -> None:
        """Fetch what is new when it is time; a failure is then nobody's interruption."""
        hours, as_of, now = self._keeping.refresh_hours, self._freshness.status.as_of, self._clock.now()
        is_due = hours > 0 and (as_of is None or now - as_of >= timedelta(hours=hours))
        waits = self._failed_at is not None and now - self._failed_at < AFTER_A_FAILURE
        if is_due and not waits and self._asked is not None and not self._worker.is_running:
            self._is_quiet = True
            self._begin(full=False)

    @Slot()
    def pause_or_go_on(self) -> None:
        """Rest, or go on."""
        if self._worker.is_running:
            paused = not self._freshness.paused
            self._worker.order(RefreshOrder.PAUSE if paused else RefreshOrder.GO_ON)
            self._show(replace(self._freshness, paused=paused))

    @Slot()
    def stop(self) -> None:
        """End the refresh; a paused one too."""
        self._worker.order(RefreshOrder.STOP)

    @Slot(object)
    def pick_areas(self, areas: tuple[SyncArea, ...]) -> None:
        """Keep other areas."""
        self._keep(RefreshAsk(self._url, areas) if areas else None)

    @Slot(bool)
    def pick_whole(self, whole: bool) -> None:
        """Keep the whole country, or wait for areas."""
        self._keep(RefreshAsk(self._url) if whole else None)

    @Slot(int)
    def pick_often(self, hours: int) -> None:
        """Refresh by itself so often."""
        self._keep_policy(FreshnessPolicy(self._keeping.stale_days, hours))

    @Slot(int)
    def pick_stale(self, days: int) -> None:
        """Call it old after so many days."""
        self._keep_policy(FreshnessPolicy(days, self._keeping.refresh_hours))

    @Slot()
    def reword(self) -> None:
        """Names of areas are in another language now."""
        self._show_keeping(self._keeping)

    @property
    def _url(self) -> str:
        return self._asked.url if self._asked is not None else self._access.desk.refresh_settings.usual_url

    def _begin(self, *, full: bool) -> None:
        if self._asked is None or self._worker.is_running:
            return
        asked = replace(self._asked, full=full)
        self._show(replace(self._freshness, error=None, report=None))
        self._access.ask(self, partial(self._make_start, asked), self._start)

    def _start(self, start: Start) -> None:
        self._show(replace(self._freshness, progress=RefreshProgress(RefreshPhase.ASKING), paused=False))
        self._worker.start(start)

    @Slot(object)
    def _progressed(self, progress: RefreshProgress) -> None:
        self._show(replace(self._freshness, progress=progress))

    @Slot(object)
    def _ended(self, report: RefreshReport) -> None:
        self._failed_at = None
        self._show(replace(self._freshness, progress=None, paused=False, report=report, error=None))
        self.read()
        self.refreshed.emit()

    @Slot(object)
    def _failed(self, error: DeskError) -> None:
        self._failed_at = self._clock.now()
        silent = self._is_quiet and isinstance(error, NetworkError)
        self._show(replace(self._freshness, progress=None, paused=False, error=None if silent else error))

    @Slot()
    def _stopped(self) -> None:
        self._failed_at = self._clock.now()  # what the clerk stopped does not begin again by itself
        self._show(replace(self._freshness, progress=None, paused=False))

    def _was_read(self, read: _Read) -> None:
        self._asked = read.asked
        whole = read.asked is not None and not read.asked.areas
        self._show(replace(self._freshness, status=read.status, stale=read.status.stale, whole_country=whole))
        hours, days = read.policy.refresh_hours, read.policy.stale_days
        self._show_keeping(replace(self._keeping, whole_country=whole, refresh_hours=hours, stale_days=days))

    def _show(self, state: FreshnessState) -> None:
        names = tuple(each.name for each in self._keeping.areas)
        self._freshness = replace(state, now=self._clock.now(), areas=names)
        self.freshness_changed.emit(self._freshness)

    def _show_keeping(self, state: KeepingState) -> None:
        wording = Wording(self._access.desk.world.bundle, self._access.translator.words, self._clock.today())
        areas = self._asked.areas if self._asked is not None else ()
        self._keeping = replace(
            state,
            areas=tuple(AreaName(area, _name(wording, area)) for area in areas),
            municipalities=tuple(Municipality(code, (name,)) for code, name in wording.municipalities()),
            may=self._access.desk.duty.may(Function.KEEP_CONTENT),
        )
        self.keeping_changed.emit(self._keeping)
        self._show(self._freshness)

    def _keep(self, asked: RefreshAsk | None) -> None:
        self._change(partial(self._access.desk.refresh_settings.write, asked))

    def _keep_policy(self, policy: FreshnessPolicy) -> None:
        self._change(partial(self._access.desk.catalogue_policy.write, policy))

    def _change(self, work: Callable[[], object]) -> None:
        self._access.ask(self, work, lambda _nothing: self.read())


def _name(wording: Wording, area: SyncArea) -> str:
    return wording.municipality(area.code) if area.kind is AreaKind.MUNICIPALITY else str(area)
