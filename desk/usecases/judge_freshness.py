"""Judges what is old, by the desk's own policy."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta

from desk.model.catalogue import Source
from desk.model.freshness import ObjectAge, is_stale, known_on
from desk.model.search import CatalogueStatus
from desk.model.service_sheet import ServiceSheet
from desk.ports import Clock
from desk.ports.catalogue_ties import CatalogueTies
from desk.usecases.catalogue_policy import CataloguePolicy


class Freshness:
    """One judge for screens and papers."""

    def __init__(self, policy: CataloguePolicy, ties: CatalogueTies, clock: Clock) -> None:
        self._policy = policy
        self._ties = ties
        self._clock = clock

    def of(self, sheet: ServiceSheet) -> ServiceSheet:
        """Return the sheet and its channels, each judged by its own age."""
        now, limit = self._clock.now(), self._limit

        def is_old(known: datetime | None, source: Source) -> bool:
            return known is not None and is_stale(ObjectAge(known, source), now, limit)

        channels = tuple(replace(each, stale=is_old(each.fetched, each.source)) for each in sheet.channels)
        return replace(sheet, channels=channels, stale=is_old(sheet.fetched, sheet.source))

    def stale_since(self, ids: Iterable[str]) -> Mapping[str, date]:
        """Return those of these objects of the national catalogue that are old, each with the day it is known of.

        What stands in from the starter catalogue is left out: a step that points at it was checked by itself, and says
        so by itself.
        """
        now, limit = self._clock.now(), self._limit
        ages = {identity: age for identity, age in self._ties.ages(ids).items() if not age.source.starter}
        return {identity: known_on(age) for identity, age in ages.items() if is_stale(age, now, limit)}

    def status(self, status: CatalogueStatus) -> CatalogueStatus:
        """Return the catalogue's status with whether it is old as a whole."""
        return replace(status, stale=status.as_of is not None and self._clock.now() - status.as_of > self._limit)

    @property
    def _limit(self) -> timedelta:
        return timedelta(days=self._policy.read().stale_days)
