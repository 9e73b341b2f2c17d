"""Tells how far a refresh is, and stops it between two requests when somebody wants that."""

from __future__ import annotations

from collections.abc import Callable

from desk.errors import ImportCancelled
from desk.model.refresh import ObjectKind, RefreshPhase, RefreshProgress
from desk.ports.catalogue_feeds import CatalogueReader
from desk.ports.catalogue_refresh import RefreshShelf


class RefreshWatch:
    """Counts objects on the shelf; ``told`` hears of it, and ``stopped`` is asked before each request."""

    def __init__(
        self,
        reader: CatalogueReader,
        shelf: RefreshShelf,
        told: Callable[[RefreshProgress], None],
        stopped: Callable[[], bool],
    ) -> None:
        self._reader = reader
        self._shelf = shelf
        self._told = told
        self._stopped = stopped
        self._counts: dict[ObjectKind, tuple[int, int]] = {}

    def asking(self, kind: ObjectKind | None = None) -> None:
        """Before a question of what there is; nobody knows yet how much that will be."""
        self._between(RefreshProgress(RefreshPhase.ASKING, received=self._reader.received, kind=kind))

    def fetching(self, kind: ObjectKind) -> None:
        """Before objects are fetched: what is here, and what is left of what is known to be wanted."""
        for each in ObjectKind if not self._counts else (kind,):
            count = self._shelf.count(each)
            self._counts[each] = (count.here, count.wanted)
        done = sum(here for here, _ in self._counts.values())
        left = sum(wanted for _, wanted in self._counts.values())
        self._between(RefreshProgress(RefreshPhase.FETCHING, done, done + left, self._reader.received, kind))

    def taking_in(self, done: int) -> None:
        """While the catalogue takes in the shelf; nothing has changed when this stops it."""
        if not done:
            self._counts = {kind: (self._shelf.count(kind).here, 0) for kind in ObjectKind}
        whole = sum(here for here, _ in self._counts.values())
        self._between(RefreshProgress(RefreshPhase.TAKING_IN, done, max(done, whole), self._reader.received))

    def ended(self, done: int) -> None:
        """When all is in the catalogue."""
        self._told(RefreshProgress(RefreshPhase.DONE, done, done, self._reader.received))

    def _between(self, progress: RefreshProgress) -> None:
        self._told(progress)
        if self._stopped():
            raise ImportCancelled
