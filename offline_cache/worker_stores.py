"""What a process of its own opens that refreshes the catalogue: catalogue and shelf, by their keys alone.

The desk that started it holds ``desk.lock`` and reads the catalogue meanwhile; the casebook stays closed to it.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from offline_cache.connection import StoreConnection
from offline_cache.keys import WorkerKeys
from offline_cache.refresh_shelf import FILE_NAME, SqlRefreshShelf
from offline_cache.store import DeskFolder, open_catalogue


@dataclass(frozen=True, slots=True)
class WorkerStores:
    """The catalogue, to be written, and the shelf. Whoever opened them closes them."""

    catalogue: StoreConnection
    shelf: SqlRefreshShelf

    def close(self) -> None:
        """Close both."""
        self.shelf.close()
        self.catalogue.close()


def open_worker_stores(path: Path, keys: WorkerKeys) -> WorkerStores:
    """Open the catalogue of a data folder that is whole and at the newest schema, and its shelf."""
    return WorkerStores(open_catalogue(path, keys), SqlRefreshShelf(path / FILE_NAME, keys.refresh))


def shelf_in(folder: DeskFolder) -> SqlRefreshShelf:
    """The shelf of an open data folder, for a refresh in this process."""
    return SqlRefreshShelf(folder.path / FILE_NAME, folder.keys.refresh)
