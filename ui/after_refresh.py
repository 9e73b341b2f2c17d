"""What is fetched when the catalogue is fresh: hours of libraries, whether links work, official forms.

None of it is anybody's wish at that moment: it runs beside the window, one after another, and a failure is a quiet
line.
A desk that reads another catalogue than the usual one is on trial, and asks nobody else.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, closing
from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import partial
from threading import Event
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from desk.errors import DeskError
from desk.usecases.check_links import LinkReport, LinkRound, probe_all
from ui.desk_access import DeskAccess
from ui.tasks import Job, Lane, Token

if TYPE_CHECKING:
    from desk.model.libraries import LibrariesReport, Town
    from desk.ports.link_prober import LinkProber
    from desk.usecases.form_files import FetchedForms
    from desk.usecases.pack_rooms import PackRooms

log = logging.getLogger(__name__)

Result = TypeVar("Result")
Stopped = Callable[[], bool]


class After(Enum):
    """What is being done."""

    LIBRARIES = auto()
    LINKS = auto()
    FORMS = auto()


@dataclass(frozen=True, slots=True)
class AfterParts:
    """The ways out of an open desk; each ends early when it is told that it is stopped."""

    libraries: Callable[[Sequence[Town], Stopped], LibrariesReport]
    prober: Callable[[Stopped], LinkProber]
    rooms: Callable[[Stopped], AbstractContextManager[PackRooms]]


@dataclass(frozen=True, slots=True)
class AfterState:
    """How it goes, and how it went the last time."""

    doing: After | None = None
    done: int = 0
    whole: int = 0
    libraries_error: DeskError | None = None
    forms_error: DeskError | None = None
    forms_failed: int = 0
    links: LinkReport | None = None


class AfterRefresh(QObject):
    """Does one thing at a time."""

    state_changed = Signal(object)
    """Another ``AfterState``."""
    links_checked = Signal()
    """Of some links it is known now whether they work."""
    hours_fetched = Signal()
    """Opening hours may be others."""
    forms_fetched = Signal()
    """Official forms may be here that were not."""

    def __init__(self, access: DeskAccess, parts: AfterParts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._access, self._parts = access, parts
        self._state = AfterState()
        self._enough = Event()
        self._only_links = False

    def close(self) -> None:
        """End what runs soon; the runner tells nobody any more."""
        self._enough.set()

    @Slot()
    def begin(self) -> None:
        """The catalogue was refreshed."""
        if self._state.doing is None:
            self._only_links = False
            self._show(replace(self._state, doing=After.LIBRARIES, done=0, whole=0, libraries_error=None))
            self._access.ask_or(self, self._towns, self._towns_known, self._no_towns)

    @Slot()
    def check_links(self) -> None:
        """Check them now, because the clerk wants to know; pressed again, it is enough."""
        if self._state.doing is After.LINKS:
            self._enough.set()
        elif self._state.doing is None:
            self._only_links = True
            self._begin_links()

    def _towns(self) -> tuple[Town, ...] | None:
        desk = self._access.desk
        chosen = desk.refresh_settings.read()
        if chosen is None or chosen.url != desk.refresh_settings.usual_url:
            return None
        return desk.library_towns.after_refresh()

    def _towns_known(self, towns: tuple[Town, ...] | None) -> None:
        if towns is None:
            self._show(replace(self._state, doing=None))
            return
        if not towns:
            self._begin_links()
            return
        fetch = self._parts.libraries
        self._beside(lambda token: fetch(towns, lambda: token.stopped), self._libraries_here, self._no_libraries)

    def _no_towns(self, error: DeskError) -> None:
        """Whether the desk is on trial is not known: then nobody is asked."""
        log.info("nothing is fetched after the refresh: %s", error.id)
        self._show(replace(self._state, doing=None, libraries_error=error))

    def _libraries_here(self, _report: LibrariesReport) -> None:
        self.hours_fetched.emit()
        self._begin_links()

    def _no_libraries(self, error: DeskError) -> None:
        log.info("no opening hours of libraries: %s", error.id)
        self._show(replace(self._state, libraries_error=error))
        self._begin_links()

    def _begin_links(self) -> None:
        self._enough.clear()
        self._show(replace(self._state, doing=After.LINKS, done=0, whole=0, links=None))
        self._access.ask_or(self, self._links_to_ask, self._probe, self._no_links)

    def _links_to_ask(self) -> tuple[str, ...]:
        """Those that are due; all of them when the clerk asks and none is."""
        desk = self._access.desk
        due = desk.check_links.due()
        if due or not self._only_links:
            return due
        return tuple(line.url for line in desk.list_links(self._access.translator.language))

    def _probe(self, urls: tuple[str, ...]) -> None:
        if not urls:
            self._links_done()
            return

        def work(token: Token) -> LinkRound:
            def stopped() -> bool:
                return token.stopped or self._enough.is_set()

            with closing(self._parts.prober(stopped)) as prober:
                return probe_all(urls, prober, told=token.progress, stopped=stopped)

        self._beside(work, self._keep, self._no_links)

    def _keep(self, found: LinkRound) -> None:
        self._access.ask_or(self, partial(self._access.desk.check_links.keep, found), self._kept, self._no_links)

    def _kept(self, report: LinkReport) -> None:
        self._show(replace(self._state, links=report))
        self.links_checked.emit()
        self._links_done()

    def _no_links(self, error: DeskError) -> None:
        log.info("links were not checked: %s", error.id)
        self._links_done()

    def _links_done(self) -> None:
        if self._only_links:
            self._show(replace(self._state, doing=None))
            return
        self._show(replace(self._state, doing=After.FORMS, done=0, whole=0, forms_error=None, forms_failed=0))

        def work(token: Token) -> FetchedForms:
            with self._parts.rooms(lambda: token.stopped) as rooms:
                return rooms.forms.fetch(told=token.progress)

        self._beside(work, self._forms_here, self._no_forms)

    def _forms_here(self, fetched: FetchedForms) -> None:
        self._show(replace(self._state, doing=None, forms_failed=len(fetched.failed)))
        if fetched.fetched:
            self.forms_fetched.emit()

    def _no_forms(self, error: DeskError) -> None:
        log.info("no official forms: %s", error.id)
        self._show(replace(self._state, doing=None, forms_error=error))

    def _beside(
        self, work: Callable[[Token], Result], on_done: Callable[[Result], None], on_failed: Callable[[DeskError], None]
    ) -> None:
        self._access.runner.start(
            Job(work, on_done, on_failed, self, Lane.FREE, key="after refresh", on_progress=self._progressed)
        )

    def _progressed(self, done: int, whole: int) -> None:
        self._show(replace(self._state, done=done, whole=whole))

    def _show(self, state: AfterState) -> None:
        self._state = state
        self.state_changed.emit(state)
