"""Whatever goes wrong between the desk and the source, over real HTTP: in the end the catalogue is the source's."""

from __future__ import annotations

from contextlib import contextmanager

import pytest

from desk.errors import NetworkError
from desk.model.refresh import ObjectKind, RefreshKind
from desk.usecases.refresh_catalogue import RefreshCatalogue
from desk.usecases.refresh_plan import RefreshAsk
from offline_cache.catalogue import rows
from offline_cache.catalogue.language_forms import LanguageForms
from offline_cache.catalogue.store import SqlCatalogue
from offline_cache.refresh_shelf import SqlRefreshShelf
from services.catalogue_readers import reader_for
from tests.fakes import FakeClock
from tests.offline_cache.catalogue.made import DICTIONARIES, empty_catalogue
from tests.ptv_server.faults import PASSING, FaultPlan
from tests.ptv_server.kinds import Kind
from tests.ptv_server.sample import sample_catalogue
from tests.ptv_server.server import PtvServer
from tests.ptv_server.wanted import wanted_of

PATIENCE = 30
"""Refreshes until one comes through."""
EVERYTHING = "SELECT kind, id, body FROM entry WHERE starter = 0"


class Desk:
    """A catalogue and a shelf on disk, refreshed from a server."""

    def __init__(self, folder, server: PtvServer) -> None:
        self.connection = empty_catalogue(folder / "catalogue.db")
        self.shelf = SqlRefreshShelf(folder / "refresh.db", bytes(range(32)))
        self.catalogue = SqlCatalogue(self.connection, lambda: LanguageForms(DICTIONARIES))
        self.clock = FakeClock()
        self.server = server

    def refresh(self, full: bool = False):
        """One refresh."""
        run = RefreshCatalogue(self.reader, self.shelf, self.catalogue, self.clock)
        return run(RefreshAsk(self.server.url, full=full))

    def reader(self, url, stopped):
        """A reader that does not really wait."""
        return reader_for(url, stopped=stopped, wait=lambda seconds, stopped: None)

    def refresh_until_it_works(self, full: bool = False) -> int:
        """Try as a desk does, which tries again later; returns how often the network was too bad."""
        for failed in range(PATIENCE):
            before = self.held()
            try:
                self.refresh(full)
            except NetworkError:
                assert self.held() == before, "something half was taken in"
            else:
                return failed
        raise AssertionError(f"no refresh of {PATIENCE} came through")

    def held(self):
        """Every object by kind and id."""
        found = self.connection.execute(EVERYTHING).fetchall()
        return {(kind, key): rows.object_of(kind, body) for kind, key, body in found}

    def close(self) -> None:
        self.shelf.close()
        self.connection.close()


@contextmanager
def desk_of(folder, server):
    desk = Desk(folder, server)
    try:
        yield desk
    finally:
        desk.close()


def small_server(seed: int = 7, faults: FaultPlan | None = None) -> PtvServer:
    return PtvServer(sample_catalogue(seed, services=40), id_page_size=12, object_page_size=5, faults=faults)


@pytest.mark.parametrize("seed", range(4))
def test_after_any_faults_the_catalogue_is_the_server_s(tmp_path, seed):
    faults = FaultPlan.seeded(seed, share=0.35, times=3, faults=PASSING)
    faults.slow_seconds, faults.retry_after = 0.01, "0"
    with small_server(seed, faults) as server, desk_of(tmp_path, server) as desk:
        desk.refresh_until_it_works()
        for kind in (Kind.SERVICE, Kind.CHANNEL):
            for identity in sorted(server.catalogue.ids(kind))[: 5 + seed]:
                server.catalogue.rename(identity, f"Uusi nimi {identity}")
        server.catalogue.advance(hours=3)
        desk.refresh_until_it_works()
        assert faults.done, "nothing went wrong at all"
        faults.clear()
        desk.refresh(full=True)
        assert desk.held() == wanted_of(server.catalogue)
        assert desk.refresh().gone == 0
        assert desk.held() == wanted_of(server.catalogue)
        assert desk.catalogue.memory().unread == ()


@pytest.mark.parametrize("fault", PASSING)
def test_one_fault_everywhere_is_survived(tmp_path, fault):
    """Each fault strikes a third of all questions, once; what stays wrong is named, and right when it is over."""
    faults = FaultPlan.seeded(11, share=0.34, times=1, faults=[fault])
    faults.slow_seconds, faults.retry_after = 0.01, "0"
    with small_server(3, faults) as server, desk_of(tmp_path, server) as desk:
        desk.refresh_until_it_works()
        assert {struck for struck, _ in faults.done} == {fault}
        faults.clear()
        desk.refresh(full=True)
        assert desk.held() == wanted_of(server.catalogue)


def test_an_object_as_large_as_thousands_comes_like_any_other(tmp_path):
    with small_server() as server, desk_of(tmp_path, server) as desk:
        large = [{"language": "fi", "value": "Hyvin pitkä nimi. " * 100_000, "type": "AlternativeName"}]
        identity = min(server.catalogue.ids(Kind.SERVICE))
        server.catalogue.change(identity, serviceNames=large)
        desk.refresh()
        assert desk.held() == wanted_of(server.catalogue)


def test_a_server_that_always_stumbles_over_some_objects_gives_all_others(tmp_path):
    with small_server() as server, desk_of(tmp_path, server) as desk:
        stones = sorted(server.catalogue.ids(Kind.SERVICE))[3:5]
        server.poison.update(stones)
        report = desk.refresh()
        expected = wanted_of(server.catalogue)
        assert sorted(problem.id for problem in report.problems) == stones
        assert {*expected} - {*desk.held()} == {(ObjectKind.SERVICE, each) for each in stones}
        server.poison.clear()
        assert desk.refresh().problems == ()
        assert desk.held() == expected


def test_only_what_changed_is_fetched_again(tmp_path):
    with small_server() as server, desk_of(tmp_path, server) as desk:
        desk.refresh()
        server.catalogue.advance(hours=3)
        desk.refresh()
        server.catalogue.advance(hours=3)
        changed = sorted(server.catalogue.ids(Kind.SERVICE))[:3]
        for identity in changed:
            server.catalogue.rename(identity, "Uusi nimi")
        server.forget_requests()
        report = desk.refresh()
        assert (report.kind, report.changed, report.new, report.gone) == (RefreshKind.CHANGES, 3, 0, 0)
        asked = [request.query["guids"] for request in server.requests if "guids" in request.query]
        assert [sorted(each.split(",")) for each in asked] == [changed]
        assert all("authorization" not in request.headers for request in server.requests)
        assert server.most_at_once == 1
