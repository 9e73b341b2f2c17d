"""Fill the catalogue from a source: files today, the API tomorrow. All of it goes in, or nothing."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence

from desk.errors import ImportCancelled
from desk.model.catalogue import CatalogueObject
from desk.model.intake import ImportReport, Intake, IntakeProblem, ProblemKind, Progress, Withdrawn
from desk.model.role import Function
from desk.model.unwatched import nobody_stops, nobody_watches
from desk.ports import CatalogueSource, CatalogueStore, Clock
from desk.usecases.duty import Duty

NO_LONGER_PUBLISHED = frozenset({"Archived", "Withdrawn", "Deleted"})
"""States of the catalogue's own in which an object is gone; a draft may have a published version beside it."""


class ImportCatalogue:
    """Takes in whatever a source gives, reports what had to be left out, and can be stopped at any moment."""

    def __init__(self, store: CatalogueStore, clock: Clock, duty: Duty | None = None) -> None:
        """Without ``duty`` there is no desk behind it, and nobody to ask."""
        self._store = store
        self._clock = clock
        self._duty = duty

    def __call__(
        self,
        source: CatalogueSource,
        *,
        starter: bool = False,
        told: Callable[[Progress], None] = nobody_watches,
        stopped: Callable[[], bool] = nobody_stops,
    ) -> ImportReport:
        """Import everything; raises ``ImportCancelled`` or an ``InputError``, and then nothing has changed."""
        if self._duty is not None and not starter:  # the starter catalogue is the program's own
            self._duty.require(Function.KEEP_CONTENT)
        started = time.monotonic()
        reading = _Reading(source, told, stopped)
        taken = self._store.take_in(reading.batches(), Intake(source.name, self._clock.now(), starter))
        return ImportReport(
            files=reading.files,
            taken_in=taken.counts,
            unchanged=taken.unchanged,
            problems=tuple(reading.problems),
            seconds=time.monotonic() - started,
            withdrawn=taken.withdrawn,
        )


class _Reading:
    """One pass over a source, in batches, with what it met on the way."""

    def __init__(self, source: CatalogueSource, told: Callable[[Progress], None], stopped: Callable[[], bool]) -> None:
        self._source = source
        self._told = told
        self._stopped = stopped
        self._objects = 0
        self.files = 0
        self.problems: list[IntakeProblem] = []

    def batches(self) -> Iterator[Sequence[CatalogueObject | Withdrawn]]:
        """The objects of all documents, and what they withdraw; stops with ``ImportCancelled`` between two of them."""
        name = None
        for document in self._source.documents():
            if self._stopped():
                raise ImportCancelled
            self.files += document.name != name
            name = document.name
            self.problems.extend(document.problems)
            self._objects += len(document.objects)
            self._told(Progress(document.done, document.whole, self._objects))
            yield (*document.objects, *_withdrawn(document.problems))


def _withdrawn(problems: Iterable[IntakeProblem]) -> Iterator[Withdrawn]:
    for problem in problems:
        if problem.kind is ProblemKind.NOT_PUBLISHED and problem.id and problem.reason in NO_LONGER_PUBLISHED:
            yield Withdrawn(problem.id, problem.modified)
