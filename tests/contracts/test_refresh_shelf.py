"""What a refresh relies on of its shelf, on the fake and on the encrypted file alike."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from desk.model.catalogue import Channel, ChannelId, ChannelKind, Organization, OrganizationId, Service, ServiceId
from desk.model.intake import IntakeProblem, ProblemKind
from desk.model.local_text import LocalText
from desk.model.refresh import AreaKind, Fetched, ObjectKind, RefreshKind, RefreshRun, ShelfCount, SyncArea
from offline_cache.refresh_shelf import SqlRefreshShelf
from tests.fakes import FakeRefreshShelf

START = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
RUN = RefreshRun(
    "run-1", RefreshKind.FIRST, "trial", (SyncArea(AreaKind.MUNICIPALITY, "297"),), START, START - timedelta(minutes=1)
)


@pytest.fixture(params=["in memory", "encrypted"])
def shelf(request, tmp_path):
    if request.param == "in memory":
        yield FakeRefreshShelf()
        return
    made = SqlRefreshShelf(tmp_path / "refresh.db", bytes(range(32)))
    yield made
    made.close()


def service(identity, name="Asumistuki"):
    return Service(ServiceId(identity), LocalText({"fi": name}))


def broken(identity, kind=ProblemKind.BROKEN):
    return IntakeProblem(kind, "answer", identity, "names", "expected a list")


def everything(shelf):
    return [item for batch in shelf.batches() for item in batch]


def test_a_shelf_that_no_run_began_is_empty(shelf):
    assert shelf.run() is None
    assert shelf.count(ObjectKind.SERVICE) == ShelfCount()
    assert not shelf.is_done("ids of services")
    assert shelf.holds(ObjectKind.SERVICE, ["s1"]) == frozenset()
    assert (everything(shelf), list(shelf.gone()), shelf.unread()) == ([], [], ())
    shelf.forget()


def test_the_run_is_known_until_it_is_forgotten(shelf):
    shelf.begin(RUN)
    assert shelf.run() == RUN
    shelf.forget()
    assert shelf.run() is None
    shelf.begin(RUN)
    assert shelf.run() == RUN


def test_a_new_run_begins_on_an_empty_shelf(shelf):
    shelf.begin(RUN)
    shelf.want(ObjectKind.SERVICE, ["s1"], step="page 1")
    shelf.put(ObjectKind.SERVICE, Fetched((service("s2"),)))
    shelf.begin(RUN)
    assert shelf.count(ObjectKind.SERVICE) == ShelfCount()
    assert not shelf.is_done("page 1")


def test_ids_are_wanted_once_in_their_order_and_the_step_is_done_with_them(shelf):
    shelf.begin(RUN)
    assert shelf.want(ObjectKind.SERVICE, ["s3", "s1", "s3"], step="page 1") == 2
    assert shelf.want(ObjectKind.SERVICE, ["s1", "s2"], step="page 2") == 1
    assert shelf.want(ObjectKind.CHANNEL, ["s1"], step="channels") == 1
    assert shelf.wanted(ObjectKind.SERVICE, 10) == ("s3", "s1", "s2")
    assert shelf.wanted(ObjectKind.SERVICE, 2) == ("s3", "s1")
    assert (shelf.is_done("page 1"), shelf.is_done("page 2"), shelf.is_done("page 3")) == (True, True, False)


def test_what_was_answered_is_no_longer_wanted(shelf):
    shelf.begin(RUN)
    shelf.want(ObjectKind.SERVICE, [f"s{number}" for number in range(6)], step="page 1")
    shelf.put(
        ObjectKind.SERVICE,
        Fetched((service("s0"), service("s1")), ("s2",), (broken("s3"), broken("s4", ProblemKind.NOT_PUBLISHED))),
    )
    assert shelf.count(ObjectKind.SERVICE) == ShelfCount(wanted=1, here=2, gone=2, unread=1)
    assert shelf.wanted(ObjectKind.SERVICE, 10) == ("s5",)
    assert set(shelf.gone()) == {(ObjectKind.SERVICE, "s2"), (ObjectKind.SERVICE, "s4")}
    assert shelf.unread() == ((ObjectKind.SERVICE, "s3"),)
    assert shelf.holds(ObjectKind.SERVICE, ["s0", "s2", "s3", "s5", "other"]) == {"s0"}


def test_a_problem_without_an_id_changes_nothing(shelf):
    shelf.begin(RUN)
    shelf.put(ObjectKind.SERVICE, Fetched(problems=(IntakeProblem(ProblemKind.BROKEN, "answer"),)), step="page 1")
    assert shelf.count(ObjectKind.SERVICE) == ShelfCount()
    assert shelf.is_done("page 1")


def test_an_object_that_came_without_being_wanted_is_kept_and_the_last_word_counts(shelf):
    shelf.begin(RUN)
    shelf.put(ObjectKind.SERVICE, Fetched((service("s1", "Vanha"),)), step="area page 1")
    shelf.put(ObjectKind.SERVICE, Fetched((service("s1", "Uusi"),)), step="area page 2")
    assert everything(shelf) == [service("s1", "Uusi")]
    assert shelf.want(ObjectKind.SERVICE, ["s1"], step="again") == 0
    assert everything(shelf) == [service("s1", "Uusi")]


def test_what_is_gone_may_be_wanted_again_and_what_is_here_may_go(shelf):
    shelf.begin(RUN)
    shelf.put(ObjectKind.SERVICE, Fetched((service("s1"),)))
    shelf.let_go(ObjectKind.SERVICE, ["s1", "s2"])
    assert everything(shelf) == []
    assert list(shelf.gone()) == [(ObjectKind.SERVICE, "s1"), (ObjectKind.SERVICE, "s2")]
    assert shelf.want(ObjectKind.SERVICE, ["s2"], step="it is back") == 1
    assert list(shelf.gone()) == [(ObjectKind.SERVICE, "s1")]


def test_what_could_not_be_read_is_not_asked_for_again_in_this_run(shelf):
    shelf.begin(RUN)
    shelf.put(ObjectKind.SERVICE, Fetched(problems=(broken("s1"),)))
    assert shelf.want(ObjectKind.SERVICE, ["s1"], step="page 2") == 0
    assert shelf.wanted(ObjectKind.SERVICE, 10) == ()


def test_everything_comes_back_whole_and_kind_by_kind(shelf):
    shelf.begin(RUN)
    channels = tuple(
        Channel(ChannelId(f"c{number:03}"), ChannelKind.PHONE, LocalText({"fi": f"Linja {number}", "se": "Áššehas"}))
        for number in range(450)
    )
    organization = Organization(OrganizationId("o1"), LocalText({"fi": "Kela", "sv": "FPA"}))
    shelf.put(ObjectKind.CHANNEL, Fetched(channels))
    shelf.put(ObjectKind.SERVICE, Fetched((service("s1"),)))
    shelf.put(ObjectKind.ORGANIZATION, Fetched((organization,)))
    assert everything(shelf) == [organization, service("s1"), *channels]
