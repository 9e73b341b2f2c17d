"""Fakes of what packs take from and give to a catalogue. Files and signatures are the real ones: they need no store."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime

from desk.model.hours import HELSINKI
from desk.model.pack import (
    ErrandsVersion,
    PackChanges,
    PackInside,
    PackIntake,
    PackRecord,
    RecordKind,
    Told,
)
from desk.model.refresh import SyncArea
from desk.model.search import Counts
from desk.ports.packs import SealedPack
from desk.usecases.desk_rooms import Desk
from desk.usecases.pack_rooms import Counter, PackRooms, PackWorld
from services.pack_file import PackFilesOnDisk
from services.signing import Ed25519Keys
from tests.form_fakes import FakeForms, FakeFormShelf


@dataclass
class FakeContents:
    """One service."""

    inside: PackInside

    def records(self) -> Iterator[PackRecord]:
        """Its record."""
        yield PackRecord(RecordKind.SERVICE, b"{}")


@dataclass
class FakePackShelf:
    """A catalogue of one service, which remembers what was taken in."""

    taken: list[PackIntake] = field(default_factory=list)

    @contextmanager
    def contents(self, areas: Sequence[SyncArea], forms: Sequence[str]) -> Iterator[FakeContents]:
        """The one service, whatever is asked for."""
        as_of = datetime(2026, 11, 20, 8, tzinfo=HELSINKI)
        yield FakeContents(PackInside(tuple(areas), as_of, "PTV", Counts(services=1)))

    def compare(self, pack: SealedPack, told: Told) -> PackChanges:
        """All of it is new."""
        return PackChanges(new=sum(each.kind is RecordKind.SERVICE for each in pack.records()))

    def take_in(self, pack: SealedPack, intake: PackIntake, told: Told) -> PackChanges:
        """Remember that it came."""
        self.taken.append(intake)
        return self.compare(pack, told)

    def errands(self) -> ErrandsVersion | None:
        """No pack brought any."""
        return None


def fake_pack_rooms(
    desk: Desk, shelf: FakePackShelf, forms: FakeFormShelf | None = None, fetcher: FakeForms | None = None
) -> PackRooms:
    """The rooms of a desk on fakes; no form is ever fetched from anywhere else."""

    world = desk.world
    return PackRooms(
        Counter(world.casebook, world.catalogue, world.clock, world.bundle, desk.duty),
        PackWorld(PackFilesOnDisk(), Ed25519Keys(), shelf, forms or FakeFormShelf(), lambda: fetcher or FakeForms()),
    )
