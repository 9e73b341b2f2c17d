"""The import of a generated catalogue into a real encrypted folder, against its floor."""

from __future__ import annotations

import shutil
import statistics
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import msgspec

from desk.bootstrap import folder_tools
from desk.usecases.import_catalogue import ImportCatalogue
from offline_cache.catalogue.store import SqlCatalogue
from offline_cache.connection import StoreConnection, transaction
from offline_cache.store import DeskFolder, open_folder
from services.catalogue_files import CatalogueFiles
from services.clock import HelsinkiClock
from services.passphrases import GivenPassphrase
from tests.national_catalogue.drawing import Sizes
from tests.national_catalogue.generate import write
from tools.benching.figures import BUILD, PASSPHRASE, Figure

Forms = Callable[[], Any]
SERVICES_BESIDE_A_WINDOW = 5_000
SERVICES_OF_AN_IMPORT = 3_000
"""A tenth of the nation: the floor needs every row in memory."""
RUNS = 3


class Recording:
    """A connection that remembers every row that goes in, so that the floor can put in the very same."""

    def __init__(self, connection: StoreConnection) -> None:
        self._connection = connection
        self.rows: dict[str, list[Any]] = defaultdict(list)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)

    def executemany(self, sql: str, rows: Iterable[Any]) -> Any:
        """Remember insertions, then make them."""
        told = list(rows)
        if sql.lstrip().startswith("INSERT"):
            self.rows[sql] += told
        return self._connection.executemany(sql, told)


def new_folder(name: str) -> DeskFolder:
    """A new data folder under build/bench."""
    path = BUILD / name
    shutil.rmtree(path, ignore_errors=True)
    return open_folder(path, folder_tools(path, GivenPassphrase(PASSPHRASE)), HelsinkiClock().now())


def generated(services: int) -> Path:
    """The generated catalogue of this size."""
    return write(BUILD / f"national-{services}", Sizes(services))


def import_figure(forms: Forms) -> Figure:
    """The whole import against decoding and inserting the same rows."""
    path = generated(SERVICES_OF_AN_IMPORT)
    forms()
    times = [_imported(path, forms, f"import-{run}")[0] for run in range(RUNS)]
    rows = _imported(path, forms, "import-recorded", record=True)[1]
    floors = [_bare_import(path, rows, f"import-floor-{run}") for run in range(RUNS)]
    return Figure(
        f"import of {SERVICES_OF_AN_IMPORT:,} services with their channels",
        statistics.median(times),
        "s",
        statistics.median(floors),
        "msgspec decoding and executemany of the same rows, search rows too, into SQLCipher",
        aim=3.0,
    )


def _imported(path: Path, forms: Forms, name: str, record: bool = False) -> tuple[float, dict[str, list[Any]]]:
    folder = new_folder(name)
    try:
        recording = Recording(folder.catalogue)
        connection: Any = recording if record else folder.catalogue
        started = time.perf_counter()
        ImportCatalogue(SqlCatalogue(connection, forms), HelsinkiClock())(CatalogueFiles((path,)))
        return time.perf_counter() - started, recording.rows
    finally:
        folder.close()


def _bare_import(path: Path, rows: dict[str, list[Any]], name: str) -> float:
    folder = new_folder(name)
    try:
        started = time.perf_counter()
        read = _decoded(path)
        with transaction(folder.catalogue):
            for sql, told in rows.items():  # what was put twice is put in place of what was there
                folder.catalogue.executemany(sql.replace("INSERT INTO", "INSERT OR REPLACE INTO", 1), told)
        if not read:
            raise ValueError(f"{path} holds nothing")
        return time.perf_counter() - started
    finally:
        folder.close()


def _decoded(path: Path) -> int:
    return sum(len(msgspec.json.decode(each.read_bytes(), type=list[dict[str, Any]])) for each in path.glob("*.json"))
