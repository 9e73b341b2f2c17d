"""An import reports what it did, tells how far it is, and can be stopped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest

from desk.errors import ImportCancelled
from desk.model.catalogue import CatalogueObject, Service, ServiceId
from desk.model.intake import Intake, IntakeProblem, ProblemKind, Progress, SourceDocument, TakenIn, Withdrawn
from desk.model.local_text import LocalText
from desk.model.search import Counts
from desk.usecases.import_catalogue import ImportCatalogue
from tests.fakes import FakeCatalogue, FakeClock

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
PROBLEM = IntakeProblem(ProblemKind.BROKEN, "b.json", "x", "modified")


def service(number: int) -> Service:
    return Service(ServiceId(f"s{number}"), LocalText({"fi": f"Palvelu {number}"}))


@dataclass
class Shelf:
    """A source that is in memory: two files, one of them in two parts."""

    name: str = "shelf"

    def documents(self) -> Iterator[SourceDocument]:
        yield SourceDocument("a.json", (service(1), service(2)), (), 0, 10)
        yield SourceDocument("a.json", (service(3),), (), 0, 10)
        yield SourceDocument("b.json", (), (PROBLEM,), 6, 10)


@dataclass
class Counting(FakeCatalogue):
    """Keeps what it is given."""

    kept: list[CatalogueObject | Withdrawn] = field(default_factory=list)
    intake: Intake | None = None

    def take_in(self, batches: Iterable[Sequence[CatalogueObject | Withdrawn]], intake: Intake) -> TakenIn:
        found = [item for batch in batches for item in batch]
        self.kept, self.intake = found, intake
        return TakenIn(Counts(services=len(found)))


def test_the_report():
    store = Counting()
    report = ImportCatalogue(store, FakeClock(NOW))(Shelf())
    assert (report.files, report.taken_in.services, report.problems) == (2, 3, (PROBLEM,))
    assert store.intake == Intake("shelf", NOW, starter=False)


def test_progress_only_grows():
    told: list[Progress] = []
    ImportCatalogue(Counting(), FakeClock(NOW))(Shelf(), told=told.append)
    assert [(each.done, each.whole, each.objects) for each in told] == [(0, 10, 2), (0, 10, 3), (6, 10, 3)]


@pytest.mark.parametrize("after", [0, 1, 2])
def test_it_can_be_stopped_before_any_document(after):
    answers = iter([False] * after + [True])
    store = Counting()
    with pytest.raises(ImportCancelled):
        ImportCatalogue(store, FakeClock(NOW))(Shelf(), stopped=lambda: next(answers))
    assert not store.kept
