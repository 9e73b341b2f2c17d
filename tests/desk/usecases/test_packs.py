"""Packs at the counter: who may bring one, what is too old, and which errands are used."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

import pytest

from desk.errors import PackKeyUnknown, PackNewer, PackOlder, PublisherKeyRefused
from desk.model.hours import HELSINKI
from desk.model.pack import ErrandsChange, ErrandsVersion, PackInside, PackRecord, RecordKind
from desk.model.plan import WhoToAsk
from desk.model.search import CatalogueStatus, Counts
from desk.usecases.duty import Duty
from desk.usecases.open_pack import Opening, OpenPack, claimed_name
from desk.usecases.point_details import PointDetails
from desk.usecases.trust_publishers import TrustPublishers
from services.pack_file import PackFilesOnDisk
from services.signing import Ed25519Keys
from tests.fakes import FakeCasebook, FakeCatalogue, FakeClock
from tests.pack_fakes import FakePackShelf

AS_OF = datetime(2026, 11, 20, 8, 0, tzinfo=HELSINKI)
OURS = ErrandsVersion("ours", date(2026, 8, 18), 1)
SECRET = "07" * 32
KEY = Ed25519Keys().public(SECRET)


@dataclass
class DatedCatalogue(FakeCatalogue):
    """A catalogue that was fetched some day."""

    as_of: datetime | None = None

    def status(self, now):
        return CatalogueStatus(as_of=self.as_of)


@dataclass
class ShelfWithErrands(FakePackShelf):
    """A pack brought errands before."""

    brought: ErrandsVersion | None = None

    def errands(self):
        return self.brought


class Laptop:
    """A desk that packs are brought to."""

    def __init__(self):
        self.casebook, self.clock = FakeCasebook(), FakeClock()
        self.catalogue = DatedCatalogue()
        self.shelf = ShelfWithErrands()
        self.publishers = TrustPublishers(self.casebook, Ed25519Keys(), self.clock, Duty(self.casebook))
        self.open = OpenPack(Opening(PackFilesOnDisk(), self.shelf, self.publishers, self.catalogue, self.clock, OURS))


@pytest.fixture
def laptop():
    return Laptop()


@pytest.fixture
def trusting(laptop):
    laptop.publishers.trust(KEY.spoken(), "Kuopio")
    return laptop


@pytest.fixture
def pack(tmp_path):
    def one(errands=OURS, name="Kuopion kirjasto"):
        inside = PackInside((), AS_OF, "PTV", Counts(services=1), errands=errands)
        path = tmp_path / "usb.deskpack"
        PackFilesOnDisk().write(path, inside, [PackRecord(RecordKind.SERVICE, b"{}")], (SECRET, name), AS_OF)
        return path

    return one


def test_a_pack_of_a_trusted_publisher_is_taken_in_under_the_desk_s_own_name(trusting, pack):
    assert trusting.open.preview(pack()).trusted == "Kuopio"
    assert trusting.open(pack()).publisher == "Kuopio"
    (intake,) = trusting.shelf.taken
    assert (intake.publisher, intake.taken, intake.with_errands, intake.is_older) == (
        "Kuopio",
        trusting.clock.now(),
        False,
        False,
    )


def test_nothing_of_an_unknown_publisher_s_pack_is_looked_at(laptop, pack):
    preview = laptop.open.preview(pack())
    assert (preview.trusted, preview.own, preview.changes) == (None, False, None)
    with pytest.raises(PackKeyUnknown) as caught:
        laptop.open(pack())
    assert caught.value.details["fingerprint"] == KEY.fingerprint
    assert laptop.shelf.taken == []


def test_trust_ends_when_it_is_taken_back(trusting, pack):
    trusting.publishers.distrust("kuopio")
    with pytest.raises(PackKeyUnknown):
        trusting.open(pack())
    with pytest.raises(PublisherKeyRefused):
        trusting.publishers.distrust("kuopio")


@pytest.mark.parametrize("written", [str.lower, lambda code: code.replace("0", "O").replace("1", "i"), "{} ".format])
@pytest.mark.parametrize("said", [KEY.spoken(), KEY.fingerprint])
def test_trust_is_taken_back_by_what_was_read_out_as_it_is_given(trusting, said, written):
    trusting.publishers.distrust(written(said))
    assert trusting.publishers.all() == ()


def test_a_key_that_is_trusted_again_has_its_new_name_once(trusting):
    trusting.publishers.trust(KEY.spoken().lower(), " Kuopion kaupunki ")
    assert [each.name for each in trusting.publishers.all()] == ["Kuopion kaupunki"]


def test_the_desk_trusts_itself(laptop, pack):
    laptop.casebook.set_setting("publisher.key", SECRET)
    PointDetails(laptop.casebook).write(WhoToAsk("Kuopion palvelupiste"))
    preview = laptop.open.preview(pack())
    assert (preview.own, preview.trusted) == (True, "Kuopion palvelupiste")
    assert laptop.publishers.own().name == "Kuopion palvelupiste"
    assert SECRET not in repr(laptop.publishers.own())


def test_an_older_pack_is_refused_with_both_days_and_taken_when_insisted(trusting, pack):
    trusting.catalogue.as_of = AS_OF + timedelta(days=2)
    assert trusting.open.preview(pack()).is_older
    with pytest.raises(PackOlder) as caught:
        trusting.open(pack())
    assert (caught.value.details["desk"], caught.value.details["pack"]) == ("2026-11-22 08:00", "2026-11-20 08:00")
    assert trusting.shelf.taken == []
    trusting.open(pack(), older_too=True)
    assert trusting.shelf.taken[0].is_older


@pytest.mark.parametrize(
    ("theirs", "brought", "expected"),
    [
        (None, None, ErrandsChange.NONE),
        (OURS, None, ErrandsChange.SAME),
        (replace(OURS, content_hash="t"), None, ErrandsChange.OLDER),
        (replace(OURS, content_hash="t", dated=date(2026, 9, 1)), None, ErrandsChange.NEWER),
        (replace(OURS, content_hash="t", dated=date(2026, 8, 1)), None, ErrandsChange.OLDER),
        (
            replace(OURS, content_hash="t", dated=date(2026, 9, 1)),
            ErrandsVersion("b", date(2026, 10, 1), 1),
            ErrandsChange.OLDER,
        ),
    ],
)
def test_only_newer_errands_are_used(theirs, brought, expected, trusting, pack):
    trusting.shelf.brought = brought
    assert trusting.open.preview(pack(theirs)).changes.errands is expected
    trusting.open(pack(theirs))
    assert trusting.shelf.taken[0].with_errands is (expected is ErrandsChange.NEWER)


def test_errands_of_a_newer_format_are_refused(trusting, pack):
    newer = replace(OURS, format=2)
    for attempt in (trusting.open, trusting.open.preview):
        with pytest.raises(PackNewer) as caught:
            attempt(pack(newer))
        assert caught.value.details["kind"] == "errands"
    assert trusting.shelf.taken == []


def test_a_claimed_name_cannot_play_with_the_terminal():
    assert claimed_name("Kuopio\x1b[2J\n\u202e") == "Kuopio[2J"
    assert claimed_name("") == "?"
    assert len(claimed_name("a" * 5000)) == 80


def test_a_copy_elsewhere_is_the_same_pack(trusting, pack, tmp_path):
    copy = shutil.copy(pack(), tmp_path / "copy")
    assert trusting.open.show(tmp_path / "copy").header == trusting.open.show(pack()).header
    assert copy
