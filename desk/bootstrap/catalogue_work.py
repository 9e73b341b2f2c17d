"""Builds what fills the catalogue: the refresh, here or in a process of its own, libraries, links, packages."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from desk.bootstrap.building import starter_files, word_forms
from desk.bootstrap.installation import Installation, OpenedDesk, WorkerStart
from desk.model.unwatched import nobody_stops
from services.clock import HelsinkiClock

if TYPE_CHECKING:
    from desk.model.libraries import LibrariesReport, Town
    from desk.model.refresh import RefreshMemory
    from desk.ports.catalogue_feeds import CatalogueReader
    from desk.ports.library_directory import LibraryDirectory
    from desk.ports.link_prober import LinkProber
    from desk.usecases.pack_rooms import PackRooms
    from desk.usecases.refresh_catalogue import RefreshCatalogue
    from desk.usecases.refresh_lines import RefreshTask
    from desk.usecases.refresh_plan import RefreshAsk


def packs(opened: OpenedDesk, stopped: Callable[[], bool] = nobody_stops) -> AbstractContextManager[PackRooms]:
    """Hand over what is done with outreach packs and official forms; fetching ends early when it is stopped."""
    from desk.bootstrap.pack_wiring import packs_of

    installation = Installation()
    starter = partial(starter_files, installation)
    return packs_of(opened.desk, opened.folder, word_forms(installation), starter, stopped)


def link_prober(stopped: Callable[[], bool] = nobody_stops) -> LinkProber:
    """Return what asks for links; whoever gets it closes it. It does not pause for long where it is stopped."""
    from services.http_session import wait_in_slices
    from services.link_prober import HttpLinkProber

    return HttpLinkProber(pause=lambda seconds: wait_in_slices(seconds, stopped))


@contextmanager
def refreshing(opened: OpenedDesk) -> Iterator[RefreshCatalogue]:
    """Hand over the refresh of an open desk, for as long as it takes."""
    from desk.usecases.refresh_catalogue import RefreshCatalogue
    from offline_cache.catalogue.store import catalogue_in
    from offline_cache.worker_stores import shelf_in

    shelf = shelf_in(opened.folder)
    try:
        catalogue = catalogue_in(opened.folder, word_forms(Installation()))
        yield RefreshCatalogue(_reader, shelf, catalogue, opened.desk.world.clock)
    finally:
        shelf.close()


@contextmanager
def refreshing_alone(task: RefreshTask) -> Iterator[RefreshCatalogue]:
    """Hand over the refresh to a process that has the keys of the catalogue and its shelf, and nothing else."""
    from desk.usecases.refresh_catalogue import RefreshCatalogue
    from offline_cache.catalogue.store import SqlCatalogue
    from offline_cache.keys import WorkerKeys
    from offline_cache.worker_stores import open_worker_stores

    stores = open_worker_stores(Path(task.path), WorkerKeys(task.catalogue_key, task.refresh_key))
    try:
        catalogue = SqlCatalogue(stores.catalogue, word_forms(Installation()))
        yield RefreshCatalogue(_reader, stores.shelf, catalogue, HelsinkiClock())
    finally:
        stores.close()


def refresh_memory(opened: OpenedDesk) -> RefreshMemory:
    """Return what earlier refreshes left in the catalogue of an open desk."""
    return opened.desk.world.fresh.news.memory()


def _reader(url: str, stopped: Callable[[], bool]) -> CatalogueReader:
    from services.catalogue_readers import reader_for

    return reader_for(url, stopped=stopped)


def refresh_worker(opened: OpenedDesk, asked: RefreshAsk) -> WorkerStart:
    """Return how a process of its own is started that refreshes the catalogue of this open desk."""
    import sys

    from desk.usecases.refresh_lines import RefreshTask, task_line

    keys = opened.folder.keys
    task = RefreshTask(str(opened.folder.path.resolve()), keys.catalogue, keys.refresh, asked, os.getpid())
    return WorkerStart((sys.executable, "-m", "desk", "catalogue", "worker"), task_line(task))


def refresh_libraries(
    opened: OpenedDesk, towns: Sequence[Town], url: str | None = None, *, stopped: Callable[[], bool] = nobody_stops
) -> LibrariesReport:
    """Fetch and keep the libraries of these municipalities, on any thread: it has a connection of its own."""
    from contextlib import closing

    from desk.usecases.refresh_libraries import RefreshLibraries, directory_url
    from offline_cache.catalogue.libraries import SqlLibraries

    world = opened.desk.world
    address = url or directory_url(world.bundle, world.clock.today())
    with (
        closing(library_directory(address, stopped)) as directory,
        closing(opened.folder.another_catalogue()) as connection,
    ):
        return RefreshLibraries(directory, SqlLibraries(connection), world.clock)(towns)


def library_directory(url: str, stopped: Callable[[], bool] = nobody_stops) -> LibraryDirectory:
    """Return the library directory at an address; whoever takes it closes it."""
    from services.http_session import HttpSession
    from services.kirkanta import KirkantaDirectory

    return KirkantaDirectory(HttpSession(stopped=stopped), url)
