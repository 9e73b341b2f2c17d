"""What a refresh relies on of the catalogue that takes its runs in, on the fake and on the encrypted file alike."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from desk.errors import ImportCancelled
from desk.model.catalogue import (
    Channel,
    ChannelId,
    ChannelKind,
    Contacts,
    Organization,
    OrganizationId,
    Phone,
    Service,
    ServiceId,
    Source,
)
from desk.model.intake import IntakeProblem, ProblemKind
from desk.model.local_text import LocalText
from desk.model.refresh import (
    AreaKind,
    ChangedField,
    ChangeKind,
    Code,
    CodeListKind,
    Fetched,
    ObjectKind,
    RefreshKind,
    RefreshMemory,
    RefreshRun,
    SyncArea,
    TakenInRun,
)
from offline_cache.catalogue.language_forms import LanguageForms
from offline_cache.catalogue.store import SqlCatalogue
from tests.fakes import FakeRefreshedCatalogue, FakeRefreshShelf
from tests.offline_cache.catalogue.made import DICTIONARIES, empty_catalogue

START = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
LONG_AGO = START - timedelta(days=1)
AREA = SyncArea(AreaKind.MUNICIPALITY, "297")


@pytest.fixture(params=["in memory", "encrypted"])
def catalogue(request, tmp_path):
    if request.param == "in memory":
        yield FakeRefreshedCatalogue()
        return
    connection = empty_catalogue(tmp_path / "catalogue.db")
    yield SqlCatalogue(connection, lambda: LanguageForms(DICTIONARIES))
    connection.close()


def service(identity, name="Asumistuki", **more):
    return Service(ServiceId(identity), LocalText({"fi": name}), **more)


def channel(identity, number="0100"):
    contacts = Contacts(phones=(Phone(number),))
    return Channel(ChannelId(identity), ChannelKind.PHONE, LocalText({"fi": "Linja"}), contacts=contacts)


def run_of(number, kind=RefreshKind.CHANGES):
    started = START + timedelta(days=number)
    return RefreshRun(f"run-{number}", kind, "trial", (AREA,), started, started - timedelta(seconds=5))


FIRST = run_of(0, RefreshKind.FIRST)


def shelf_with(run, services=(), channels=(), gone=(), unread=()):
    shelf = FakeRefreshShelf()
    shelf.begin(run)
    shelf.put(ObjectKind.SERVICE, Fetched(tuple(services), tuple(gone)))
    shelf.put(ObjectKind.CHANNEL, Fetched(tuple(channels)))
    problems = tuple(IntakeProblem(ProblemKind.BROKEN, "answer", each) for each in unread)
    shelf.put(ObjectKind.SERVICE, Fetched(problems=problems))
    return shelf


def taken_in(catalogue, run, told=lambda done: None, codes=(), **things):
    return catalogue.take_in_run(shelf_with(run, **things), run, codes, told)


def test_an_empty_catalogue_remembers_nothing(catalogue):
    assert catalogue.memory() == RefreshMemory()
    assert catalogue.ids(ObjectKind.SERVICE) == frozenset()
    assert catalogue.changes(LONG_AGO) == ()
    assert catalogue.codes(CodeListKind.MUNICIPALITY) == ()


def test_a_first_load_is_remembered_and_is_no_news(catalogue):
    taken = taken_in(catalogue, FIRST, services=[service("s1"), service("s2")], channels=[channel("c1")], unread=["s9"])
    assert taken == TakenInRun(new=3)
    assert catalogue.ids(ObjectKind.SERVICE) == {"s1", "s2"}
    assert catalogue.ids(ObjectKind.CHANNEL) == {"c1"}
    assert catalogue.memory() == RefreshMemory(
        FIRST.id, "trial", (AREA,), FIRST.watermark, FIRST.started, ((ObjectKind.SERVICE, "s9"),)
    )
    assert catalogue.changes(LONG_AGO) == ()


def test_a_run_brings_what_is_new_changed_and_gone(catalogue):
    taken_in(catalogue, FIRST, services=[service("s1"), service("s2"), service("s3")], channels=[channel("c1")])
    taken = taken_in(
        catalogue,
        run_of(1),
        services=[service("s1"), service("s2", "Opintotuki"), service("s4")],
        channels=[channel("c1", "0200")],
        gone=["s3", "never here"],
    )
    assert taken == TakenInRun(new=1, changed=2, unchanged=1, gone=1)
    assert catalogue.ids(ObjectKind.SERVICE) == {"s1", "s2", "s4"}
    found = {(each.change, each.kind, each.id, each.fields) for each in catalogue.changes(LONG_AGO)}
    assert found == {
        (ChangeKind.NEW, ObjectKind.SERVICE, "s4", ()),
        (ChangeKind.CHANGED, ObjectKind.SERVICE, "s2", (ChangedField.NAME,)),
        (ChangeKind.CHANGED, ObjectKind.CHANNEL, "c1", (ChangedField.PHONE,)),
        (ChangeKind.GONE, ObjectKind.SERVICE, "s3", ()),
    }
    (gone,) = catalogue.changes(LONG_AGO, ["s3"])
    assert gone.names == LocalText({"fi": "Asumistuki"})
    assert catalogue.changes(LONG_AGO, []) == ()


def test_what_nobody_sees_a_difference_in_is_taken_in_without_news(catalogue):
    taken_in(catalogue, FIRST, services=[service("s1")])
    touched = service("s1", source=Source(modified=START), keywords=(("fi", "tuki"),))
    assert taken_in(catalogue, run_of(1), services=[touched]) == TakenInRun(changed=1)
    assert catalogue.changes(LONG_AGO) == ()


def test_a_run_that_was_taken_in_is_not_taken_in_again(catalogue):
    taken_in(catalogue, FIRST, services=[service("s1")])
    first = taken_in(catalogue, run_of(1), services=[service("s2")], gone=["s1"])
    again = taken_in(catalogue, run_of(1), services=[service("s1")])
    assert again == first
    assert catalogue.ids(ObjectKind.SERVICE) == {"s2"}
    assert len(catalogue.changes(LONG_AGO)) == 2


def test_whoever_is_told_may_stop_it_and_then_nothing_has_changed(catalogue):
    taken_in(catalogue, FIRST, services=[service("s1")])
    before = catalogue.memory()
    heard = []

    def stop(done):
        heard.append(done)
        if done >= 4:
            raise ImportCancelled

    many = [service(f"s{number}", "Uusi") for number in range(1, 900)]
    with pytest.raises(ImportCancelled):
        taken_in(catalogue, run_of(1), stop, services=many, gone=["s1"])
    assert heard == sorted(heard)
    assert (catalogue.memory(), catalogue.ids(ObjectKind.SERVICE)) == (before, {"s1"})
    assert catalogue.changes(LONG_AGO) == ()
    assert taken_in(catalogue, run_of(1), services=many).new == 898


def test_only_a_sweep_or_a_first_load_counts_as_sweeping(catalogue):
    taken_in(catalogue, FIRST)
    taken_in(catalogue, run_of(1))
    assert catalogue.memory().swept == FIRST.started
    assert catalogue.memory().watermark == run_of(1).watermark
    sweep = run_of(2, RefreshKind.SWEEP)
    taken_in(catalogue, sweep)
    assert catalogue.memory().swept == sweep.started


@pytest.mark.parametrize(
    ("areas", "news"),
    [
        ((), {(ChangeKind.CHANGED, "s1"), (ChangeKind.GONE, "s2")}),
        ((AREA,), {(ChangeKind.CHANGED, "s1"), (ChangeKind.GONE, "s2")}),
        ((SyncArea(AreaKind.MUNICIPALITY, "564"),), {(ChangeKind.CHANGED, "s1")}),
    ],
    ids=["the whole country", "the same area", "another area"],
)
def test_another_first_load_tells_what_changed_and_neither_what_is_new_nor_what_only_lies_elsewhere(
    catalogue, areas, news
):
    taken_in(catalogue, FIRST, services=[service("s1"), service("s2")])
    other = replace(run_of(1, RefreshKind.FIRST), areas=areas)
    taken = taken_in(catalogue, other, services=[service("s1", "Toinen"), service("s5"), service("s6")], gone=["s2"])
    assert taken == TakenInRun(new=2, changed=1, gone=1)
    assert {(each.change, each.id) for each in catalogue.changes(LONG_AGO)} == news
    assert catalogue.memory().areas == areas


def test_code_lists_are_the_sources_and_a_new_list_takes_the_place_of_the_old(catalogue):
    kuopio = Code("297", LocalText({"fi": "Kuopio"}))
    oulu = Code("564", LocalText({"fi": "Oulu", "sv": "Uleåborg"}), parent="17")
    municipality = CodeListKind.MUNICIPALITY
    taken_in(catalogue, FIRST, codes=[(municipality, oulu), (municipality, kuopio)])
    assert catalogue.codes(municipality) == (kuopio, oulu)
    taken_in(catalogue, run_of(1))
    assert catalogue.codes(municipality) == (kuopio, oulu)
    taken_in(catalogue, run_of(2), codes=[(municipality, oulu)])
    assert catalogue.codes(municipality) == (oulu,)
    assert catalogue.codes(CodeListKind.REGION) == ()


def test_organizations_come_and_go_like_the_rest(catalogue):
    shelf = FakeRefreshShelf()
    shelf.begin(FIRST)
    kela = Organization(OrganizationId("o1"), LocalText({"fi": "Kela"}))
    shelf.put(ObjectKind.ORGANIZATION, Fetched((kela,)))
    catalogue.take_in_run(shelf, FIRST, (), lambda done: None)
    assert catalogue.ids(ObjectKind.ORGANIZATION) == {"o1"}
    shelf.begin(run_of(1))
    shelf.let_go(ObjectKind.ORGANIZATION, ["o1"])
    assert catalogue.take_in_run(shelf, run_of(1), (), lambda done: None).gone == 1
    assert catalogue.ids(ObjectKind.ORGANIZATION) == frozenset()
