"""What keeping fresh costs at the nation's size: memory and room of the first load, and runs of a few changes.

A run's floor is what the same objects cost a catalogue that holds nothing else: what is above it, the size of the
catalogue costs.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import islice
from pathlib import Path

from desk.bootstrap import folder_tools
from desk.model.catalogue import CatalogueObject, Channel, Service
from desk.model.local_text import LocalText
from desk.model.refresh import Fetched, ObjectKind, RefreshKind, RefreshRun
from offline_cache.catalogue.rows import KINDS
from offline_cache.catalogue.store import SqlCatalogue, catalogue_in
from offline_cache.store import DeskFolder, open_folder
from offline_cache.worker_stores import shelf_in
from services.catalogue_files import CatalogueFiles
from services.clock import HelsinkiClock
from services.passphrases import GivenPassphrase
from tools.benching.catalogue import Forms, new_folder
from tools.benching.figures import PASSPHRASE, Figure, timed_ms
from tools.benching.nation import Nation

CHANGES = (10, 100, 1_000)
RUNS = 3
MOST_MEMORY = 400
FLOOR = "the same run into a catalogue that holds only these objects"


def figures(forms: Forms, nation: Nation) -> list[Figure]:
    """The first load's memory and room, and runs of 10, 100 and 1,000 changes."""
    path = nation.folder
    folder = open_folder(path, folder_tools(path, GivenPassphrase(PASSPHRASE)), HelsinkiClock().now())
    try:
        objects = list(islice(_services_and_channels(nation.catalogue), max(CHANGES)))
        runs = [_run_figure(folder, forms, objects[:count]) for count in CHANGES]
    finally:
        folder.close()
    return [*_first_load(nation.first_load), *runs]


def _first_load(told: dict[str, float]) -> list[Figure]:
    size = f"{told['services']:,.0f} services, {told['objects']:,.0f} objects"
    return [
        Figure(f"peak memory of a first load ({size})", told["peak"], "MB", aim=MOST_MEMORY, aim_is_absolute=True),
        Figure(f"first load ({size})", told["seconds"], "s"),
        Figure(
            "room on disk for each service, with its share of all else", told["size"] * 1000 / told["services"], "kB"
        ),
    ]


def _services_and_channels(catalogue: Path) -> Iterator[CatalogueObject]:
    """Services and channels in turn, as a day's changes are."""
    services, channels = (
        (
            item
            for document in CatalogueFiles(tuple(sorted(catalogue.glob(f"{name}-*.json")))).documents()
            for item in document.objects
        )
        for name in ("services", "channels")
    )
    for pair in zip(services, channels, strict=False):
        yield from pair


def _run_figure(folder: DeskFolder, forms: Forms, objects: list[CatalogueObject]) -> Figure:
    store = catalogue_in(folder, forms)
    _timed_run(folder, store, objects, "first")
    times = [_timed_run(folder, store, objects, f"run-{number}") for number in range(RUNS)]
    bare = new_folder("refresh-floor")
    try:
        alone = catalogue_in(bare, forms)
        _timed_run(bare, alone, objects, "first")
        floors = [_timed_run(bare, alone, objects, f"bare-{number}") for number in range(RUNS)]
    finally:
        bare.close()
    name = f"refresh with {len(objects):,} changes"
    return Figure(name, statistics.median(times), "ms", statistics.median(floors), FLOOR)


def _timed_run(folder: DeskFolder, store: SqlCatalogue, objects: list[CatalogueObject], name: str) -> float:
    """Milliseconds of taking in a shelf on which each of these has another name and text."""
    started = HelsinkiClock().now()
    run = RefreshRun(
        f"{name} of {len(objects)}", RefreshKind.CHANGES, "bench", (), started, started - timedelta(minutes=1)
    )
    shelf = shelf_in(folder)
    shelf.begin(run)
    for item in objects:
        shelf.put(ObjectKind(KINDS[type(item)]), Fetched((_changed(item, name),)))
    took = timed_ms(lambda: store.take_in_run(shelf, run, (), lambda done: None))
    shelf.forget()
    return took


def _changed(item: CatalogueObject, name: str) -> CatalogueObject:
    """The same with other words in its name."""
    names = LocalText({language: f"{text} {name}" for language, text in item.names.texts.items()})
    return replace(item, names=names) if isinstance(item, Service | Channel) else item
