"""Find services, channels and errands by what a person says."""

from __future__ import annotations

from desk.model.search import ANYWHERE, CatalogueStatus, SearchResult, ServicePointer, Within
from desk.model.service_sheet import ServiceSheet
from desk.ports import CatalogueStore, Clock
from desk.usecases.judge_freshness import Freshness

MOST_HITS = 200


class FindService:
    """The one search of the program: counter, header and command line all ask here."""

    def __init__(self, store: CatalogueStore) -> None:
        self._store = store

    def __call__(self, query: str, language: str, limit: int = 20, within: Within = ANYWHERE) -> SearchResult:
        """Find what the text may mean, best first. Any text is allowed."""
        return self._store.search(query, language, max(1, min(limit, MOST_HITS)), within)


class SheetOfPointer:
    """The sheet of what a step points at."""

    def __init__(self, store: CatalogueStore, clock: Clock, freshness: Freshness | None = None) -> None:
        self._store = store
        self._clock = clock
        self._freshness = freshness

    def __call__(self, pointer: ServicePointer) -> ServiceSheet | None:
        """The best service for the pointer, or nothing: then the step shows its agency's own contact."""
        services = self._store.resolve(pointer)
        if not services:
            return None
        sheet = self._store.sheet(services[0], self._clock.now())
        return self._freshness.of(sheet) if self._freshness else sheet


class ReadCatalogueStatus:
    """What is in the catalogue and how old it is."""

    def __init__(self, store: CatalogueStore, clock: Clock, freshness: Freshness) -> None:
        self._store = store
        self._clock = clock
        self._freshness = freshness

    def __call__(self) -> CatalogueStatus:
        """The status now, judged by the desk's own policy."""
        return self._freshness.status(self._store.status(self._clock.now()))
