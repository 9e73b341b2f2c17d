"""Objects into the catalogue: all or nothing, again without change, starter beside real."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

import pytest

from desk.errors import NotJson
from desk.model.catalogue import CatalogueObject
from desk.model.local_text import LocalText
from desk.model.search import Counts, ErrandEntry
from tests.offline_cache.catalogue.made import (
    NOW,
    channel,
    connected,
    general_description,
    intake,
    read,
    service,
)


def names(store, query):
    return [hit.name for hit in store.search(query, "fi").hits]


def test_counted_by_kind_with_age_and_source(store):
    store.take_in(
        [
            read(
                service("s1", {"fi": "Asumistuki"}),
                channel("c1", "Phone", {"fi": "Puhelin"}),
                general_description("g1", {"fi": "Kuvaus"}),
                {"id": "o1", "organizationNames": [{"language": "fi", "value": "Kela", "type": "Name"}]},
                {"id": "k1", "serviceCollectionNames": [{"language": "fi", "value": "Kokoelma"}]},
            )
        ],
        intake(),
    )
    status = store.status(NOW + timedelta(days=3, hours=5))
    assert status.counts == Counts(1, 1, 1, 1, 1)
    assert (status.starter.total, status.as_of, status.source, status.age_days) == (0, NOW, "trial", 3)


def test_an_empty_catalogue_has_no_age(store):
    status = store.status(NOW)
    assert (status.counts.total, status.as_of, status.age_days) == (0, None, None)


def test_a_run_that_breaks_changes_nothing(store):
    store.take_in([read(service("s1", {"fi": "Asumistuki"}))], intake())

    def breaking() -> Iterator[Sequence[CatalogueObject]]:
        yield read(service("s1", {"fi": "Toinen nimi"}), service("s2", {"fi": "Uusi"}))
        raise NotJson(path="x", reason="cut off")

    with pytest.raises(NotJson):
        store.take_in(breaking(), intake(NOW + timedelta(days=1)))
    assert names(store, "asumistuki") == ["Asumistuki"]
    assert not names(store, "uusi")
    assert store.status(NOW).as_of == NOW


def test_taking_in_again_changes_only_what_changed(store):
    first = read(service("s1", {"fi": "Asumistuki"}), service("s2", {"fi": "Opintotuki"}))
    store.take_in([first], intake())
    again = read(service("s1", {"fi": "Asumistuki"}), service("s2", {"fi": "Opintoraha"}))
    later = NOW + timedelta(days=2)
    taken = store.take_in([again], intake(later))
    assert (taken.counts.services, taken.unchanged) == (1, 1)
    assert names(store, "opintoraha") == ["Opintoraha"]
    assert "Opintotuki" not in names(store, "opintotuki")
    assert store.sheet("s1", later).fetched == later


def test_the_last_of_two_with_one_id_counts(store):
    store.take_in([read(service("s1", {"fi": "Eka"}), service("s1", {"fi": "Toka"}))], intake())
    assert store.status(NOW).counts.services == 1
    assert names(store, "toka") == ["Toka"]


def test_connections_of_before_are_gone(store):
    place = channel("c1", "Phone", {"fi": "Linja"})
    store.take_in([read(service("s1", {"fi": "A"}, serviceChannels=connected(["c1"])), place)], intake())
    assert [each.id for each in store.sheet("s1", NOW).channels] == ["c1"]
    store.take_in([read(service("s1", {"fi": "A"}, serviceChannels=None))], intake())
    assert not store.sheet("s1", NOW).channels


class TestStarter:
    STARTER = service("tiski-s-a", {"fi": "Perunkirjoitus"}, replaces=["real-1", "gd-1"], source="https://a.example")

    def take_starter(self, store, *objects):
        store.take_in([read(*(objects or (self.STARTER,)))], intake(starter=True))

    def test_counted_apart_and_makes_nothing_fresher(self, store):
        self.take_starter(store)
        status = store.status(NOW)
        assert (status.counts.total, status.starter.services, status.as_of) == (0, 1, None)
        (hit,) = store.search("perunkirjoitus", "fi").hits
        assert hit.starter

    def test_imported_by_hand_it_makes_nothing_fresher_either(self, store):
        store.take_in([read(self.STARTER)], intake())
        assert store.status(NOW).as_of is None

    @pytest.mark.parametrize(
        "real",
        [
            service("real-1", {"fi": "Perunkirjoituspalvelu"}),
            service("other", {"fi": "Perunkirjoituspalvelu"}, generalDescriptionId="gd-1"),
            general_description("gd-1", {"fi": "Perunkirjoituspalvelu"}),
        ],
        ids=["service", "service of the general description", "general description"],
    )
    def test_hidden_once_what_it_replaces_is_present(self, store, real):
        self.take_starter(store)
        store.take_in([read(real)], intake())
        assert names(store, "perunkirjoitus") == ["Perunkirjoituspalvelu"]
        assert store.status(NOW).starter_hidden == 1

    def test_in_either_order(self, store):
        store.take_in([read(service("real-1", {"fi": "Perunkirjoituspalvelu"}))], intake())
        self.take_starter(store)
        assert names(store, "perunkirjoitus") == ["Perunkirjoituspalvelu"]

    def test_another_service_hides_nothing(self, store):
        self.take_starter(store)
        store.take_in([read(service("real-2", {"fi": "Muu"}))], intake())
        assert names(store, "perunkirjoitus") == ["Perunkirjoitus"]

    def test_a_new_version_takes_away_what_it_no_longer_has(self, store):
        self.take_starter(store)
        store.take_in([read(service("real-2", {"fi": "Muu"}))], intake())
        new = service("tiski-s-b", {"fi": "Sukuselvitys"})
        store.take_in([read(new)], intake(NOW + timedelta(days=1), starter=True))
        assert not names(store, "perunkirjoitus")
        assert names(store, "sukuselvitys") == ["Sukuselvitys"]
        assert names(store, "muu") == ["Muu"]


class TestErrands:
    ENTRY = ErrandEntry("death", LocalText({"fi": "Läheisen kuolema"}), words={"fi": ("mies kuoli", "leski")})

    def test_known_errands_are_found_until_they_are_no_more(self, store):
        store.know_errands(lambda: [self.ENTRY], "1")
        assert [(hit.kind, hit.id) for hit in store.search("leski", "fi").hits] == [("errand", "death")]
        store.know_errands(list, "2")
        assert not store.search("leski", "fi").hits

    def test_the_same_errands_are_not_written_again(self, store, connection):
        store.know_errands(lambda: [self.ENTRY], "1")
        before = connection.total_changes
        store.know_errands(lambda: [self.ENTRY], "1")
        assert connection.total_changes == before

    def test_they_outlive_an_import(self, store):
        store.know_errands(lambda: [self.ENTRY], "1")
        store.take_in([read(service("s1", {"fi": "Leskeneläke"}))], intake())
        assert {hit.kind for hit in store.search("leski", "fi").hits} >= {"errand"}
