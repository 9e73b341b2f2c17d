"""A process killed while it takes a run in: the catalogue is the old one or the new one, and the run ends right."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys

import pytest

from desk.model.catalogue import Service, ServiceId
from desk.model.local_text import LocalText
from desk.model.refresh import Fetched, ObjectKind, RefreshKind, RefreshRun
from offline_cache.catalogue.store import SqlCatalogue
from offline_cache.connection import StoreKind, connect
from offline_cache.refresh_shelf import SqlRefreshShelf
from tests.offline_cache.catalogue.made import KEY, NOW, ROOT, empty_catalogue
from tests.thorough import examples

OLD = {f"s{number}": f"Passi {number}" for number in range(150)}
NEW = {f"s{number}": f"Ajokortti {number}" for number in range(50, 900)}
FIRST = RefreshRun("run-0", RefreshKind.FIRST, "trial", (), NOW, NOW)
RUN = RefreshRun("run-1", RefreshKind.CHANGES, "trial", (), NOW, NOW)
TELLINGS = 5
"""Batches of the shelf that the child tells of."""

CHILD = """
import sys
from pathlib import Path
from offline_cache.catalogue.language_forms import LanguageForms
from offline_cache.catalogue.store import SqlCatalogue
from offline_cache.connection import StoreKind, connect
from offline_cache.refresh_shelf import SqlRefreshShelf
from tests.offline_cache.catalogue.made import DICTIONARIES, KEY
place = Path(sys.argv[1])
shelf = SqlRefreshShelf(place / "refresh.db", KEY)
connection = connect(place / "catalogue.db", KEY, kind=StoreKind.CATALOGUE)
store = SqlCatalogue(connection, lambda: LanguageForms(DICTIONARIES))
store.take_in_run(shelf, shelf.run(), (), lambda done: print(done, flush=True))
print("ended", flush=True)
"""


def services(names):
    return tuple(Service(ServiceId(key), LocalText({"fi": name})) for key, name in names.items())


def a_shelf(path, run, names, gone=()):
    shelf = SqlRefreshShelf(path, KEY)
    shelf.begin(run)
    shelf.put(ObjectKind.SERVICE, Fetched(services(names), tuple(gone)))
    return shelf


@pytest.fixture(scope="module")
def prepared(tmp_path_factory, forms):
    """A catalogue of before, and a shelf that is full."""
    place = tmp_path_factory.mktemp("prepared")
    connection = empty_catalogue(place / "catalogue.db")
    first = a_shelf(place / "refresh.db", FIRST, OLD)
    SqlCatalogue(connection, lambda: forms).take_in_run(first, FIRST, (), lambda done: None)
    connection.close()
    a_shelf(place / "refresh.db", RUN, NEW, gone=OLD.keys() - NEW.keys()).close()
    return place


def state_of(store, connection):
    """What the catalogue says that it holds, by three ways."""
    names = {key: store.sheet(key, NOW).names.texts["fi"] for key in store.ids(ObjectKind.SERVICE)}
    passes = len(store.search("passi", "fi", 1000).hits)
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    return names, store.memory().last_run, passes > 0


@pytest.mark.parametrize("seed", range(examples(4)))
def test_killed_at_any_moment(prepared, tmp_path, forms, seed):
    place = tmp_path / "desk"
    shutil.copytree(prepared, place)
    chance = random.Random(seed)
    child = subprocess.Popen([sys.executable, "-c", CHILD, str(place)], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    for _ in range(chance.randint(0, TELLINGS)):
        child.stdout.readline()
    spins = chance.randrange(300_000)  # somewhere after it: how far that is, the machine decides
    while spins:
        spins -= 1
    child.kill()
    child.communicate()
    connection = connect(place / "catalogue.db", KEY, kind=StoreKind.CATALOGUE)
    store = SqlCatalogue(connection, lambda: forms)
    before, after = (OLD, FIRST.id, True), (NEW, RUN.id, False)
    assert state_of(store, connection) in (before, after)
    shelf = SqlRefreshShelf(place / "refresh.db", KEY)
    assert shelf.run() == RUN
    store.take_in_run(shelf, RUN, (), lambda done: None)
    assert state_of(store, connection) == after
    shelf.forget()
    connection.close()
