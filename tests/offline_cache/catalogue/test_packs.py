"""An area out of one catalogue and into another, whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

import msgspec
import pytest

from desk.errors import DiskFull, ErrandsBroken, NothingToPack, PackDamaged, PackUnreadable
from desk.model.local_text import LocalText
from desk.model.pack import (
    OBJECTS,
    ErrandsVersion,
    PackChanges,
    PackedForm,
    PackHeader,
    PackInside,
    PackIntake,
    PackPayload,
    PackRecord,
    PublisherKey,
    RecordKind,
)
from desk.model.refresh import Code, CodeListKind, ObjectKind, RefreshKind, read_area
from offline_cache.catalogue.errands_bundle import brought_errands
from offline_cache.catalogue.form_files import SqlFormShelf
from offline_cache.catalogue.pack_rows import FormRow, record_of
from offline_cache.catalogue.pack_shelf import SqlPackShelf
from offline_cache.catalogue.store import SqlCatalogue
from tests.offline_cache.catalogue.made import (
    NOW,
    channel,
    connected,
    empty_catalogue,
    general_description,
    service,
)
from tests.offline_cache.catalogue.test_refreshing import run_of, shelf_with

KUOPIO, OULU, SAVO = read_area("Municipality/297"), read_area("Municipality/564"), read_area("Region/11")
FORM = "https://forms.example/at1.pdf"
PDF = b"%PDF-1.7 a form %%EOF"
INTAKE = PackIntake("Hallintoyksikkö", NOW + timedelta(days=9), with_errands=True)


def limited(*codes, kind="Municipality", code=None):
    area = {"type": kind, "code": code, "municipalities": [{"code": each} for each in codes]}
    return {"areaType": "LimitedType", "areas": [area]}


def organization(identity, name, **more):
    return {"id": identity, "organizationNames": [{"language": "fi", "value": name, "type": "Name"}], **more}


def offered(identity):
    return {"organizations": [{"organization": {"id": identity, "name": None}, "roleType": "Responsible"}]}


NATION = (
    service(
        "s-all", {"fi": "Asumistuki"}, areaType="Nationwide", serviceChannels=connected(["c-form"]), **offered("o-k")
    ),
    service(
        "s-kuopio", {"fi": "Kirjasto Kuopio"}, **limited("297"), serviceChannels=connected(["c-lib"]), **offered("o-ku")
    ),
    service(
        "s-oulu", {"fi": "Kirjasto Oulu"}, **limited("564"), serviceChannels=connected(["c-oulu"]), **offered("o-ou")
    ),
    service(
        "s-savo", {"fi": "Joukkoliikenne"}, **limited("297", "140", kind="Region", code="11"), generalDescriptionId="g1"
    ),
    service("s-iisalmi", {"fi": "Uimahalli"}, **limited("140")),
    channel("c-form", "PrintableForm", {"fi": "Hakemus"}, organizationId="o-k"),
    channel("c-lib", "ServiceLocation", {"fi": "Pääkirjasto"}, organizationId="o-branch"),
    channel("c-oulu", "ServiceLocation", {"fi": "Oulun kirjasto"}, organizationId="o-ou"),
    channel("c-shared", "Phone", {"fi": "Linja"}, organizationId="o-line"),
    general_description("g1", {"fi": "Liikenne"}, serviceChannels=connected(["c-shared"])),
    general_description("g2", {"fi": "Muu"}),
    organization("o-k", "Kela"),
    organization("o-ku", "Kuopion kaupunki"),
    organization("o-branch", "Kirjastopalvelut", parentOrganizationId="o-ku"),
    organization("o-ou", "Oulun kaupunki"),
    organization("o-line", "Liikennevirasto"),
    {
        "id": "k1",
        "serviceCollectionNames": [{"language": "fi", "value": "Lukijalle"}],
        "services": [{"id": "s-kuopio"}],
    },
    {"id": "k2", "serviceCollectionNames": [{"language": "fi", "value": "Muille"}], "services": [{"id": "s-oulu"}]},
)


@dataclass
class Pack:
    """A pack in memory, with a header that fits."""

    inside: PackInside
    given: list[PackRecord]
    fails_after: int | None = None
    path: Path = Path("usb/area.deskpack")
    size: int = 1

    @property
    def header(self) -> PackHeader:
        payload = PackPayload(1, "", 1, len(self.given))
        return PackHeader(PublisherKey("00" * 32), "x", NOW, self.inside, payload)

    def records(self) -> Iterator[PackRecord]:
        for number, record in enumerate(self.given):
            if number == self.fails_after:
                raise PackUnreadable(path=self.path, reason="Input/output error")
            yield record


def judge(bundle: bytes) -> None:
    if bundle != b"bundle":
        raise ErrandsBroken(reason="not ours")


def uncounted(done: int) -> None:
    assert done


def silent(done: int, whole: int) -> None:
    assert done <= whole


@pytest.fixture
def shelf_of(forms):
    def one(connection):
        return SqlPackShelf(connection, SqlCatalogue(connection, lambda: forms), judge)

    return one


@pytest.fixture
def nation(connection, store, shelf_of):
    """A shelf of packs over a catalogue of the whole country, with code lists, something gone, and a form."""
    codes = [(CodeListKind.MUNICIPALITY, Code("297", LocalText({"fi": "Kuopio"}), "11"))]
    store.take_in_run(
        shelf_with(*NATION, service("s-gone", {"fi": "Vanha"})), run_of(0, RefreshKind.FIRST), codes, print
    )
    store.take_in_run(shelf_with(gone=[(ObjectKind.SERVICE, "s-gone")]), run_of(1), (), uncounted)
    SqlFormShelf(connection).put(FORM, "Hakemus", PDF, NOW)
    return shelf_of(connection)


@pytest.fixture
def elsewhere(tmp_path):
    """An empty catalogue on another desk."""
    opened = empty_catalogue(tmp_path / "elsewhere.db")
    yield opened
    opened.close()


def packed(shelf, *areas, forms=(FORM,), errands=None):
    with shelf.contents(areas, forms) as contents:
        pack = Pack(contents.inside, list(contents.records()))
    assert len(pack.given) == sum(
        (
            pack.inside.counts.total,
            pack.inside.codes,
            pack.inside.tombstones,
            pack.inside.libraries,
            len(pack.inside.forms),
        )
    )
    if errands is not None:
        pack.given.append(PackRecord(RecordKind.ERRANDS, errands))
        pack.inside = replace(pack.inside, errands=ErrandsVersion("abc", date(2026, 11, 1), 1))
    return pack


def ids_in(pack, kind):
    return {msgspec.json.decode(record.body)["id"] for record in pack.given if record.kind is kind}


def everything(connection):
    """Every row that a pack could touch."""
    tables = (
        "entry",
        "link",
        "place",
        "tombstone",
        "code",
        "library",
        "form_file",
        "errands_bundle",
        "known",
        "document",
    )
    return {table: connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall() for table in tables}


def test_a_municipality_s_pack_has_its_services_and_all_that_they_name(nation):
    pack = packed(nation, KUOPIO)
    assert ids_in(pack, RecordKind.SERVICE) == {"s-all", "s-kuopio", "s-savo"}
    assert ids_in(pack, RecordKind.CHANNEL) == {"c-form", "c-lib", "c-shared"}
    assert ids_in(pack, RecordKind.ORGANIZATION) == {"o-k", "o-ku", "o-branch"} | {"o-line"}
    assert ids_in(pack, RecordKind.GENERAL_DESCRIPTION) == {"g1"}
    assert ids_in(pack, RecordKind.COLLECTION) == {"k1"}
    assert pack.inside.counts.total == 12
    assert (pack.inside.as_of, pack.inside.source, pack.inside.watermark) == (
        NOW + timedelta(1),
        "trial",
        NOW + timedelta(1),
    )
    assert pack.inside.forms == (PackedForm(FORM, "Hakemus", len(PDF)),)


def test_a_region_is_known_by_what_services_say_of_it(nation):
    assert ids_in(packed(nation, SAVO), RecordKind.SERVICE) == {"s-all", "s-kuopio", "s-savo", "s-iisalmi"}


def test_two_areas_and_everything(nation):
    assert ids_in(packed(nation, KUOPIO, OULU), RecordKind.SERVICE) == {"s-all", "s-kuopio", "s-savo", "s-oulu"}
    whole = packed(nation)
    assert {kind: len(ids_in(whole, kind)) for kind in OBJECTS} == dict(zip(OBJECTS, (5, 2, 5, 4, 2), strict=True))


def test_an_empty_catalogue_makes_no_pack(shelf_of, elsewhere):
    with pytest.raises(NothingToPack) as caught, shelf_of(elsewhere).contents([KUOPIO], []):
        pass
    assert caught.value.details == {"areas": "Municipality/297"}


def test_taken_in_it_is_found_and_dated_as_the_publisher_s_catalogue(nation, shelf_of, elsewhere, forms):
    pack = packed(nation, KUOPIO, errands=b"bundle")
    shelf = shelf_of(elsewhere)
    assert shelf.compare(pack, silent) == PackChanges(new=12, forms=1)
    assert shelf.take_in(pack, INTAKE, silent) == PackChanges(new=12, forms=1)
    store = SqlCatalogue(elsewhere, lambda: forms)
    status = store.status(NOW + timedelta(days=9))
    assert (status.as_of, status.source, status.counts.services) == (pack.inside.as_of, "Hallintoyksikkö", 3)
    assert [hit.id for hit in store.search("kirjasto", "fi").hits if hit.kind == "service"] == ["s-kuopio"]
    assert [code.code for code in store.codes(CodeListKind.MUNICIPALITY)] == ["297"]
    assert store.memory().areas == (KUOPIO,)
    assert SqlFormShelf(elsewhere).body(FORM) == PDF
    assert shelf.errands() == pack.inside.errands
    brought = brought_errands(elsewhere)
    assert brought is not None
    assert (brought.body, brought.publisher) == (b"bundle", "Hallintoyksikkö")
    assert elsewhere.execute("SELECT id FROM tombstone").fetchall() == [("s-gone",)]


def test_the_same_pack_again_changes_nothing(nation, shelf_of, elsewhere):
    pack = packed(nation, KUOPIO)
    shelf = shelf_of(elsewhere)
    shelf.take_in(pack, INTAKE, silent)
    again = replace(INTAKE, taken=INTAKE.taken + timedelta(hours=1))
    assert shelf.compare(pack, silent) == PackChanges(unchanged=12)
    assert shelf.take_in(pack, again, silent) == PackChanges(unchanged=12)


def test_a_later_pack_brings_what_changed_and_takes_what_is_gone(nation, store, shelf_of, elsewhere):
    shelf = shelf_of(elsewhere)
    shelf.take_in(packed(nation, KUOPIO), INTAKE, silent)
    changed = service("s-kuopio", {"fi": "Kirjasto, uusi nimi"}, **limited("297"), **offered("o-ku"))
    store.take_in_run(shelf_with(changed, gone=[(ObjectKind.SERVICE, "s-savo")]), run_of(2), (), uncounted)
    later = packed(nation, KUOPIO)
    expected = PackChanges(changed=1, gone=6, unchanged=later.inside.counts.total - 1)
    assert shelf.compare(later, silent) == expected
    taken = shelf.take_in(later, replace(INTAKE, taken=INTAKE.taken + timedelta(1)), silent)
    assert taken == expected
    assert ("s-savo",) in elsewhere.execute("SELECT id FROM tombstone").fetchall()
    assert not elsewhere.execute("SELECT 1 FROM entry WHERE id IN ('s-savo', 'g1', 'c-shared', 'c-lib')").fetchall()


def test_a_pack_of_one_area_leaves_another_area_alone(nation, shelf_of, elsewhere):
    shelf = shelf_of(elsewhere)
    shelf.take_in(packed(nation, KUOPIO, OULU), INTAKE, silent)
    shelf.take_in(packed(nation, KUOPIO), replace(INTAKE, taken=INTAKE.taken + timedelta(1)), silent)
    assert elsewhere.execute("SELECT 1 FROM entry WHERE id = 's-oulu'").fetchone()


def test_an_older_pack_takes_nothing_away(nation, store, shelf_of, elsewhere):
    old = packed(nation, KUOPIO)
    store.take_in_run(shelf_with(service("s-new", {"fi": "Uusi"}, **limited("297"))), run_of(2), (), uncounted)
    shelf = shelf_of(elsewhere)
    shelf.take_in(packed(nation, KUOPIO), INTAKE, silent)
    assert shelf.compare(old, silent).gone == 0
    shelf.take_in(old, replace(INTAKE, taken=INTAKE.taken + timedelta(1), is_older=True), silent)
    assert elsewhere.execute("SELECT 1 FROM entry WHERE id = 's-new'").fetchone()


def test_what_the_desk_has_in_newer_form_is_told(nation, store, shelf_of, elsewhere):
    shelf = shelf_of(elsewhere)
    dated = service("s-kuopio", {"fi": "Kirjasto"}, **limited("297"), modified="2026-10-01T08:00:00")
    store.take_in_run(shelf_with(dated), run_of(2), (), uncounted)
    old = packed(nation, KUOPIO)
    store.take_in_run(shelf_with({**dated, "modified": "2026-11-01T08:00:00"}), run_of(3), (), uncounted)
    shelf.take_in(packed(nation, KUOPIO), INTAKE, silent)
    assert shelf.compare(old, silent).older == 1


def test_a_form_that_this_desk_fetched_later_stays(nation, shelf_of, elsewhere):
    shelf, forms = shelf_of(elsewhere), SqlFormShelf(elsewhere)
    forms.put(FORM, "Hakemus", b"%PDF-1.7 newer %%EOF", NOW + timedelta(1))
    pack = packed(nation, KUOPIO)
    assert shelf.compare(pack, silent).forms == shelf.take_in(pack, INTAKE, silent).forms == 0
    assert forms.body(FORM) == b"%PDF-1.7 newer %%EOF"


def test_errands_that_are_not_wanted_are_not_kept(nation, shelf_of, elsewhere):
    shelf = shelf_of(elsewhere)
    shelf.take_in(packed(nation, KUOPIO, errands=b"bundle"), replace(INTAKE, with_errands=False), silent)
    assert shelf.errands() is None


def row_record(record, **row) -> PackRecord:
    return PackRecord(RecordKind(record), msgspec.msgpack.encode(row))


def service_record(body: bytes) -> PackRecord:
    return PackRecord(RecordKind.SERVICE, body)


@pytest.mark.parametrize(
    "record",
    [
        service_record(b"not json"),
        service_record(b'{"id": 7, "names": {}}'),
        service_record(b'{"id": "", "names": {"texts": {}}}'),
        service_record(b'{"id": "s9", "names": {"texts": {}}, "source": {"starter": true}}'),
        service_record(b"\x01" + b"\x78\x9c" + bytes(40)),
        PackRecord(RecordKind.CODE, b"\xc1"),
        PackRecord(RecordKind.FORM, b"\x90"),
        row_record("tombstone", id="s9", kind="service", names=b"no names", at=str(NOW)),
        row_record("tombstone", id="s9", kind="service", names=b"{}", at="2026-11-22T10:00:00"),
        row_record("form", url=FORM, title="Hakemus", fetched="yesterday", body=PDF),
        row_record("library", id="9", municipality=None, name_key="", channel=None, fetched=str(NOW), body=b"{}"),
        PackRecord(RecordKind.ERRANDS, b"broken"),
        PackRecord(RecordKind.ORGANIZATION, b'{"id": "o1", "names": {"texts": {}}}'),
    ],
)
def test_contents_that_nobody_can_use_change_nothing(record, nation, shelf_of, elsewhere):
    pack = packed(nation, KUOPIO, errands=b"bundle")
    files = [RecordKind.LIBRARY, RecordKind.FORM, RecordKind.ERRANDS, RecordKind.ORGANIZATION]
    first = [RecordKind.CODE, RecordKind.TOMBSTONE]
    place = len(pack.given) if record.kind in files else 0 if record.kind in first else 5
    pack.given.insert(place, record)
    pack.inside = replace(pack.inside)
    shelf, before = shelf_of(elsewhere), everything(elsewhere)
    for attempt in (lambda: shelf.compare(pack, silent), lambda: shelf.take_in(pack, INTAKE, silent)):
        with pytest.raises(PackDamaged) as caught:
            attempt()
        assert caught.value.details["kind"] == "made_wrongly"
        assert caught.value.details["path"] == str(pack.path)
    assert everything(elsewhere) == before


def test_a_stick_pulled_out_anywhere_changes_nothing(nation, shelf_of, elsewhere):
    pack = packed(nation, KUOPIO, errands=b"bundle")
    shelf = shelf_of(elsewhere)
    shelf.take_in(packed(nation, OULU), INTAKE, silent)
    before = everything(elsewhere)
    for place in range(len(pack.given)):
        pack.fails_after = place
        with pytest.raises(PackUnreadable):
            shelf.take_in(pack, replace(INTAKE, taken=INTAKE.taken + timedelta(1)), silent)
        assert everything(elsewhere) == before, place


def test_a_full_disk_changes_nothing(nation, shelf_of, elsewhere):
    pack = packed(nation)
    pack.given.append(record_of(FormRow("https://forms.example/long.pdf", "Pitkä", NOW.isoformat(), PDF * 99_000)))
    shelf, before = shelf_of(elsewhere), everything(elsewhere)
    (pages,) = elsewhere.execute("PRAGMA page_count").fetchone()
    elsewhere.execute(f"PRAGMA max_page_count = {pages}").fetchone()
    with pytest.raises(DiskFull):
        shelf.take_in(pack, INTAKE, silent)
    elsewhere.execute("PRAGMA max_page_count = 1073741823").fetchone()
    assert everything(elsewhere) == before
    assert shelf.take_in(pack, INTAKE, silent).new == pack.inside.counts.total


def test_whoever_watches_may_stop_it(nation, shelf_of, elsewhere):
    class Enough(Exception):
        pass

    def stop(done, whole):
        raise Enough

    shelf, before = shelf_of(elsewhere), everything(elsewhere)
    with pytest.raises(Enough):
        shelf.take_in(packed(nation, KUOPIO), INTAKE, stop)
    assert everything(elsewhere) == before
