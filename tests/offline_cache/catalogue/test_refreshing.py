"""A run into the catalogue on disk: seen whole or not at all, by searches, sheets and pointers alike."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from desk.errors import ServiceUnknown, ServiceWithdrawn
from desk.model.catalogue import Service, ServiceId
from desk.model.intake import ProblemKind, Withdrawn
from desk.model.local_text import LocalText
from desk.model.refresh import (
    AreaKind,
    Code,
    CodeListKind,
    Fetched,
    ObjectKind,
    RefreshKind,
    RefreshRun,
    SyncArea,
    TakenInRun,
)
from desk.model.search import FacetKind, ServicePointer, Within
from desk.usecases.import_catalogue import ImportCatalogue
from offline_cache.catalogue.changes import KEPT
from offline_cache.catalogue.refreshing import Parcel, Refreshing
from offline_cache.catalogue.rows import KINDS
from offline_cache.catalogue.store import SqlCatalogue
from offline_cache.connection import StoreKind, connect
from services.catalogue_files import CatalogueFiles
from tests.fakes import FakeClock, FakeRefreshShelf
from tests.offline_cache.catalogue.made import KEY, NOW, channel, connected, general_description, intake, read, service

CLASSES = {"life_events": "lifeEvents", "service_classes": "serviceClasses", "target_groups": "targetGroups"}


def run_of(day, kind=RefreshKind.CHANGES):
    started = NOW + timedelta(days=day)
    return RefreshRun(f"run-{day}", kind, "trial", (), started, started)


FIRST = run_of(0, RefreshKind.FIRST)


def shelf_with(*wires, gone=()):
    """A shelf with objects as the source sends them."""
    shelf = FakeRefreshShelf(batch=50)
    shelf.begin(FIRST)
    for item in read(*wires):
        shelf.put(ObjectKind(KINDS[type(item)]), Fetched((item,)))
    for kind, identity in gone:
        shelf.let_go(kind, [identity])
    return shelf


def take(store, run, *wires, gone=(), codes=()):
    return store.take_in_run(shelf_with(*wires, gone=gone), run, codes, lambda done: None)


def found(store, query):
    return [hit.name for hit in store.search(query, "fi").hits]


@pytest.fixture
def other(tmp_path, connection):
    """Opens the same file once more, as ``DeskFolder.another_catalogue`` does."""
    return lambda: connect(tmp_path / "catalogue.db", KEY, kind=StoreKind.CATALOGUE)


def test_a_search_beside_sees_the_last_whole_catalogue_until_the_new_one_is_whole(connection, other, forms):
    store = SqlCatalogue(connection, lambda: forms, other)
    take(store, FIRST, service("s1", {"fi": "Passi"}), service("s2", {"fi": "Ajokortti"}))
    seen = []

    def look(done):
        seen.append((found(store, "passi"), found(store, "leskeneläke"), store.memory().last_run))

    new = [service("s1", {"fi": "Matkustaminen"}), *(service(f"n{n}", {"fi": "Leskeneläke"}) for n in range(120))]
    shelf = shelf_with(*new, gone=[(ObjectKind.SERVICE, "s2")])
    store.take_in_run(shelf, run_of(1), (), look)
    assert len(seen) > 1
    assert all(each == (["Passi"], [], FIRST.id) for each in seen)
    assert set(found(store, "leskeneläke")) == {"Leskeneläke"}
    assert "Passi" not in found(store, "passi")
    assert found(store, "ajokortti") == []
    assert (store.memory().last_run, store.status(NOW).counts.services) == ("run-1", 121)


def test_what_is_gone_is_gone_everywhere_and_its_sheet_says_since_when(store, connection):
    place = channel("c1", "Phone", {"fi": "Linja"})
    take(store, FIRST, service("s1", {"fi": "Asumistuki"}, serviceChannels=connected(["c1"])), place)
    later = run_of(3)
    Refreshing(connection, store._known_forms(), NOW + timedelta(days=3)).run(
        Parcel(shelf_with(gone=[(ObjectKind.SERVICE, "s1")]), later), lambda done: None
    )
    assert found(store, "asumistuki") == []
    assert store.resolve(ServicePointer(service="s1")) == ()
    with pytest.raises(ServiceWithdrawn) as caught:
        store.sheet("s1", NOW)
    assert caught.value.details == {"service": "s1", "name": "Asumistuki", "day": "2026-11-26"}
    for table in ("link", "service_class", "place", "offered_by"):
        assert connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,), table
    assert [each.id for each in store.sheet("c1", NOW).channels] == ["c1"]


def test_what_comes_back_is_here_again_and_nothing_says_otherwise(store):
    wire = service("s1", {"fi": "Asumistuki"})
    take(store, FIRST, wire)
    take(store, run_of(1), gone=[(ObjectKind.SERVICE, "s1")])
    assert take(store, run_of(2), wire) == TakenInRun(new=1)
    assert store.sheet("s1", NOW).id == "s1"
    take(store, run_of(3), gone=[(ObjectKind.SERVICE, "s1")])
    with pytest.raises(ServiceWithdrawn):
        store.sheet("s1", NOW)


def test_what_was_never_here_is_unknown_and_not_withdrawn(store):
    take(store, FIRST, gone=[(ObjectKind.SERVICE, "never")])
    with pytest.raises(ServiceUnknown) as caught:
        store.sheet("never", NOW)
    assert not isinstance(caught.value, ServiceWithdrawn)


def test_what_another_area_does_not_have_is_unknown_and_not_withdrawn(store):
    take(store, FIRST, service("s1", {"fi": "Asumistuki"}))
    elsewhere = replace(run_of(1, RefreshKind.FIRST), areas=(SyncArea(AreaKind.MUNICIPALITY, "564"),))
    assert take(store, elsewhere, gone=[(ObjectKind.SERVICE, "s1")]).gone == 1
    with pytest.raises(ServiceUnknown) as caught:
        store.sheet("s1", NOW)
    assert not isinstance(caught.value, ServiceWithdrawn)


def test_a_starter_shows_again_when_what_it_stands_for_vanishes(store):
    starter = service("tiski-s-a", {"fi": "Perunkirjoitus"}, replaces=["real-1"], source="https://a.example")
    store.take_in([read(starter)], intake(starter=True))
    take(store, FIRST, service("real-1", {"fi": "Perunkirjoituspalvelu"}))
    assert found(store, "perunkirjoitus") == ["Perunkirjoituspalvelu"]
    take(store, run_of(1), gone=[(ObjectKind.SERVICE, "real-1")])
    assert found(store, "perunkirjoitus") == ["Perunkirjoitus"]
    assert store.status(NOW).starter_hidden == 0


def test_a_starter_is_never_taken_away_by_the_source(store):
    store.take_in(
        [read(service("tiski-s-a", {"fi": "Perunkirjoitus"}, source="https://a.example"))], intake(starter=True)
    )
    assert store.ids(ObjectKind.SERVICE) == frozenset()
    assert take(store, FIRST, gone=[(ObjectKind.SERVICE, "tiski-s-a")]).gone == 0
    assert found(store, "perunkirjoitus") == ["Perunkirjoitus"]


class TestNames:
    OFFER = ({"organization": {"id": "o1", "name": "Kansaneläkelaitos"}, "roleType": "Responsible"},)

    @staticmethod
    def organization(**names):
        told = [{"language": code, "value": name, "type": "Name"} for code, name in names.items()]
        return {"id": "o1", "organizationNames": told}

    def test_a_renamed_organization_is_found_with_all_that_it_offers(self, store):
        offered = service("s1", {"fi": "Asumistuki"}, organizations=self.OFFER)
        place = channel("c1", "ServiceLocation", {"fi": "Palvelupiste"}, organizationId="o1")
        take(store, FIRST, self.organization(fi="Kansaneläkelaitos"), offered, place)
        assert set(found(store, "kansaneläkelaitos")) >= {"Asumistuki", "Palvelupiste"}
        taken = take(store, run_of(1), self.organization(fi="Turvavirasto", sv="Förmånsverket"))
        assert taken == TakenInRun(changed=1)
        assert set(found(store, "turvavirasto")) >= {"Asumistuki", "Palvelupiste"}
        assert set(found(store, "förmånsverket")) >= {"Asumistuki", "Palvelupiste"}
        assert not {"Asumistuki", "Palvelupiste"} & set(found(store, "kansaneläkelaitos"))
        assert store.sheet("s1", NOW).organizations[0] == LocalText({"fi": "Turvavirasto", "sv": "Förmånsverket"})

    def test_a_renamed_organization_narrows_under_its_new_name(self, store):
        offered = service("s1", {"fi": "Asumistuki"}, organizations=self.OFFER)
        take(store, FIRST, self.organization(fi="Kansaneläkelaitos"), offered)
        take(store, run_of(1), self.organization(fi="Turvavirasto"))
        facets = store.search("asumistuki", "fi", 20, Within(counted=True)).facets
        assert [each.names.texts for each in facets if each.facet.kind is FacetKind.AGENCY] == [{"fi": "Turvavirasto"}]

    def test_a_service_that_came_before_its_organization_learns_all_its_names(self, store):
        offered = service("s1", {"fi": "Asumistuki"}, organizations=self.OFFER)
        store.take_in(
            [read(offered), read(self.organization(fi="Kansaneläkelaitos", sv="Folkpensionsanstalten"))], intake()
        )
        assert "Asumistuki" in found(store, "folkpensionsanstalten")

    def test_a_channel_that_came_before_its_organization_is_found_by_its_name(self, store):
        take(store, FIRST, channel("c1", "ServiceLocation", {"fi": "Palvelupiste"}, organizationId="o1"))
        take(store, run_of(1), self.organization(fi="Turvavirasto"))
        assert "Palvelupiste" in found(store, "turvavirasto")

    def test_the_name_of_an_organization_that_is_gone_stays_with_its_services(self, store):
        offered = service("s1", {"fi": "Asumistuki"}, organizations=self.OFFER)
        take(store, FIRST, self.organization(fi="Kansaneläkelaitos"), offered)
        take(store, run_of(1), gone=[(ObjectKind.ORGANIZATION, "o1")])
        assert "Asumistuki" in found(store, "kansaneläkelaitos")
        assert store.sheet("s1", NOW).organizations


class TestFreshness:
    def test_what_a_run_confirms_without_a_word_is_as_fresh_as_the_run(self, store):
        take(store, FIRST, service("s1", {"fi": "A"}), service("s2", {"fi": "B"}))
        last = run_of(40)
        take(store, last, service("s2", {"fi": "C"}))
        assert [store.sheet(each, NOW).fetched for each in ("s1", "s2")] == [last.started, last.started]
        assert not store.sheet("s1", last.started + timedelta(days=1)).stale

    def test_what_was_here_before_the_first_run_and_is_not_in_it_stays_as_old_as_it_is(self, store):
        store.take_in([read(service("s0", {"fi": "A"}))], intake(NOW - timedelta(days=50)))
        take(store, FIRST, service("s1", {"fi": "B"}))
        take(store, run_of(1))
        assert store.sheet("s0", NOW).fetched == NOW - timedelta(days=50)
        assert store.sheet("s0", NOW).stale
        assert store.sheet("s1", NOW).fetched == run_of(1).started

    def test_a_starter_is_not_made_fresher_by_runs(self, store):
        starter = service("tiski-s-a", {"fi": "Perunkirjoitus"}, source="https://a.example")
        take(store, FIRST)
        store.take_in([read(starter)], intake(NOW + timedelta(hours=1), starter=True))
        take(store, run_of(9))
        assert store.sheet("tiski-s-a", NOW).fetched == NOW + timedelta(hours=1)

    def test_the_catalogue_is_as_old_as_the_beginning_of_its_last_run(self, store):
        take(store, FIRST, service("s1", {"fi": "A"}))
        take(store, run_of(2))
        status = store.status(NOW + timedelta(days=5))
        assert (status.as_of, status.source, status.age_days) == (run_of(2).started, "trial", 3)


class TestCodes:
    @pytest.mark.parametrize("which", ["service_classes", "life_events", "target_groups"])
    def test_classes_are_learnt_from_the_objects_by_their_code(self, store, which):
        lists = {
            "service_classes": CodeListKind.SERVICE_CLASS,
            "life_events": CodeListKind.LIFE_EVENT,
            "target_groups": CodeListKind.TARGET_GROUP,
        }
        finnish, swedish, nameless = (
            {CLASSES[which]: [{"name": [{"language": language, "value": name}], "code": code, "uri": uri}]}
            for language, name, code, uri in (
                ("fi", "Eläke", "P1.2", "urn:old"),
                ("sv", "Pension", "P1.2", "urn:new"),
                ("fi", "Koodi puuttuu", None, "urn:new"),
            )
        )
        take(store, FIRST, service("s1", {"fi": "A"}, **finnish), service("s3", {"fi": "C"}, **nameless))
        take(store, run_of(1), general_description("g1", {"fi": "B"}, **swedish))
        assert store.codes(lists[which]) == (Code("P1.2", LocalText({"fi": "Eläke", "sv": "Pension"})),)

    def test_a_list_that_came_again_writes_nothing(self, store, connection):
        codes = [(CodeListKind.MUNICIPALITY, Code(f"{n:03}", LocalText({"fi": f"Kunta {n}"}))) for n in range(300)]
        take(store, FIRST, codes=codes)
        before = connection.total_changes
        take(store, run_of(1), codes=codes)
        assert connection.total_changes - before < 20


class TestChanges:
    def test_they_are_dated_by_when_they_could_first_be_seen(self, store, connection):
        take(store, FIRST, service("s1", {"fi": "A"}))
        seen = NOW + timedelta(days=4)
        parcel = Parcel(shelf_with(service("s1", {"fi": "B"})), run_of(1))
        Refreshing(connection, store._known_forms(), seen).run(parcel, lambda done: None)
        (change,) = store.changes(seen - timedelta(seconds=1))
        assert change.at == seen
        assert store.changes(seen) == ()

    def test_some_months_of_them_are_kept(self, store, connection):
        take(store, FIRST, service("s1", {"fi": "A"}))
        for day, name in ((0, "B"), (1, "C"), (KEPT.days + 1, "D")):
            parcel = Parcel(shelf_with(service("s1", {"fi": name})), run_of(day + 1))
            Refreshing(connection, store._known_forms(), NOW + timedelta(days=day)).run(parcel, lambda done: None)
        names = [change.names.texts["fi"] for change in store.changes(NOW - timedelta(days=1))]
        assert names == ["D", "C"]


class TestBeside:
    def test_who_writes_beside_writes_in_the_same_transaction(self, store, connection):
        def beside(inside):
            inside.execute("INSERT INTO form_file VALUES ('https://a.example/a.pdf', '2026', 'A', x'00')")

        def broken(inside):
            beside(inside)
            raise ServiceUnknown(service="x")

        shelf = shelf_with(service("s1", {"fi": "A"}))
        with pytest.raises(ServiceUnknown):
            store.take_in_run(shelf, FIRST, (), lambda done: None, broken)
        assert connection.execute("SELECT count(*) FROM form_file").fetchone() == (0,)
        assert store.memory().last_run is None
        store.take_in_run(shelf, FIRST, (), lambda done: None, beside)
        store.take_in_run(shelf, FIRST, (), lambda done: None, broken)  # taken in already: nobody is called
        assert connection.execute("SELECT count(*) FROM form_file").fetchone() == (1,)


class TestFilesOverRuns:
    def test_what_files_change_under_a_refreshed_catalogue_is_asked_for_again(self, store):
        take(store, FIRST, service("s1", {"fi": "A"}), service("s2", {"fi": "B"}))
        store.take_in([read(service("s1", {"fi": "A"}), service("s2", {"fi": "Vanha"}))], intake())
        assert store.memory().unread == ((ObjectKind.SERVICE, "s2"),)
        assert store.memory().watermark == FIRST.watermark
        take(store, run_of(1), service("s2", {"fi": "B"}))
        assert store.memory().unread == ()

    def test_files_that_change_very_much_make_the_next_run_a_first_load(self, store, monkeypatch):
        monkeypatch.setattr("offline_cache.catalogue.run_memory.MOST_TO_ASK_AGAIN", 3)
        take(store, FIRST)
        store.take_in([read(*(service(f"s{n}", {"fi": "A"}) for n in range(4)))], intake())
        assert (store.memory().watermark, store.memory().unread) == (None, ())

    def test_files_alone_leave_no_memory(self, store):
        store.take_in([read(service("s1", {"fi": "A"}))], intake())
        assert store.memory().unread == ()

    @pytest.mark.parametrize(
        ("said", "goes"), [("2026-10-02T10:00:00", True), ("2026-10-01T10:00:00", True), ("2026-09-30T10:00:00", False)]
    )
    def test_a_file_withdraws_what_is_not_newer_than_it(self, store, said, goes):
        store.take_in([read(service("s1", {"fi": "Asumistuki"}, modified="2026-10-01T10:00:00"))], intake())
        moment = datetime.fromisoformat(said).replace(tzinfo=NOW.tzinfo)
        taken = store.take_in([[Withdrawn("s1", moment), Withdrawn("unknown")]], intake(NOW + timedelta(days=1)))
        assert taken.withdrawn == goes
        assert found(store, "asumistuki") == ([] if goes else ["Asumistuki"])
        assert [each.change for each in store.changes(NOW)] == (["gone"] if goes else [])


def test_ids_are_those_of_real_objects(store):
    take(
        store,
        FIRST,
        service("s1", {"fi": "A"}),
        channel("c1", "Phone", {"fi": "B"}),
        general_description("g1", {"fi": "C"}),
    )
    assert [store.ids(kind) for kind in ObjectKind] == [
        frozenset(),
        frozenset({"g1"}),
        frozenset({"s1"}),
        frozenset({"c1"}),
        frozenset(),
    ]


def test_one_object_that_came_twice_in_a_run_counts_as_it_came_last(store):
    """A shelf has each once; a pack of somebody else may not."""

    class Twice:
        def batches(self):
            return iter(
                [
                    [Service(ServiceId("s1"), LocalText({"fi": "Eka"}))],
                    [Service(ServiceId("s1"), LocalText({"fi": "Toka"}))],
                ]
            )

        def gone(self):
            return iter(())

        def unread(self):
            return ()

    store.take_in_run(Twice(), FIRST, (), lambda done: None)
    assert store.sheet("s1", NOW).names == LocalText({"fi": "Toka"})


@pytest.mark.parametrize(("status", "names"), [("Archived", []), ("Withdrawn", []), ("Modified", ["Passi"])])
def test_a_file_with_an_object_that_is_no_longer_published_takes_the_older_copy_away(store, tmp_path, status, names):
    file = tmp_path / "catalogue.json"
    importing = ImportCatalogue(store, FakeClock())
    for told in ("Published", status):
        wire = service("s1", {"fi": "Passi"}, publishingStatus=told, modified="2026-10-01T10:00:00.123456")
        file.write_text(json.dumps([wire]), encoding="utf-8")
        report = importing(CatalogueFiles((file,)))
    assert found(store, "passi") == names
    assert [problem.kind for problem in report.problems] == [ProblemKind.NOT_PUBLISHED]
    assert report.withdrawn == (not names)
