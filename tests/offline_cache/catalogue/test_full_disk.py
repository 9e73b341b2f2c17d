"""A disk that fills up while a run is taken in: told as that, the last catalogue stays, and the run ends later."""

from __future__ import annotations

import shutil
import subprocess
from random import Random

import pytest

from desk.errors import DiskFull
from desk.model.catalogue import Service, ServiceId, Texts
from desk.model.local_text import LocalText
from desk.model.refresh import Fetched, ObjectKind, RefreshKind, RefreshRun, TakenInRun
from offline_cache.catalogue.store import SqlCatalogue
from offline_cache.connection import StoreKind, connect
from tests.fakes import FakeRefreshShelf
from tests.offline_cache.catalogue.made import KEY, NOW, empty_catalogue

DIGITS = "0123456789"
"""Numbers are their own terms: no language has to be asked about them."""
FIRST = RefreshRun("run-0", RefreshKind.FIRST, "trial", (), NOW, NOW)
RUN = RefreshRun("run-1", RefreshKind.CHANGES, "trial", (), NOW, NOW)


@pytest.fixture
def small_disk(tmp_path):
    """A disk of two megabytes."""
    place = tmp_path / "disk"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(place)]
    if shutil.which("mount") is None or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("mounting a small disk is not allowed here")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)


def shelf_with(count, name, size=0):
    shelf = FakeRefreshShelf(batch=20)
    shelf.begin(FIRST)
    dice = Random(count)
    texts = [Texts(description=LocalText({"fi": "".join(dice.choices(DIGITS, k=size))})) for _ in range(count)]
    found = tuple(Service(ServiceId(f"s{n}"), LocalText({"fi": name}), texts=each) for n, each in enumerate(texts))
    shelf.put(ObjectKind.SERVICE, Fetched(found))
    return shelf


def test_the_last_catalogue_stays_and_the_run_is_taken_in_when_there_is_room(small_disk, forms):
    file = small_disk / "catalogue.db"
    connection = empty_catalogue(file)
    store = SqlCatalogue(connection, lambda: forms, lambda: connect(file, KEY, kind=StoreKind.CATALOGUE))
    store.take_in_run(shelf_with(5, "Passi"), FIRST, (), lambda done: None)
    large = shelf_with(300, "Ajokortti", 12_000)
    with pytest.raises(DiskFull):
        store.take_in_run(large, RUN, (), lambda done: None)
    assert store.memory().last_run == FIRST.id
    assert {hit.name for hit in store.search("passi", "fi").hits} == {"Passi"}
    assert store.search("ajokortti", "fi").hits == ()
    subprocess.run(["mount", "-o", "remount,size=60m", str(small_disk)], check=True)
    assert store.take_in_run(large, RUN, (), lambda done: None) == TakenInRun(new=295, changed=5)
    assert {hit.name for hit in store.search("ajokortti", "fi").hits} == {"Ajokortti"}
    assert store.search("passi", "fi").hits == ()
    connection.close()
    assert_sound(file)


def test_what_is_taken_in_is_in_although_the_log_cannot_be_moved_for_want_of_room(small_disk, forms):
    subprocess.run(["mount", "-o", "remount,size=11m", str(small_disk)], check=True)
    file = small_disk / "catalogue.db"
    connection = empty_catalogue(file)
    store = SqlCatalogue(connection, lambda: forms, lambda: connect(file, KEY, kind=StoreKind.CATALOGUE))
    large = shelf_with(300, "Ajokortti", 12_000)
    assert store.take_in_run(large, FIRST, (), lambda done: None) == TakenInRun(new=300)
    assert file.with_name("catalogue.db-wal").stat().st_size, "there was room for all, and nothing is shown"
    assert {hit.name for hit in store.search("ajokortti", "fi").hits} == {"Ajokortti"}
    connection.close()
    subprocess.run(["mount", "-o", "remount,size=60m", str(small_disk)], check=True)
    assert_sound(file)
    again = connect(file, KEY, kind=StoreKind.CATALOGUE)
    assert SqlCatalogue(again, lambda: forms).memory().last_run == FIRST.id
    again.close()


def assert_sound(file):
    fresh = connect(file, KEY, kind=StoreKind.CATALOGUE)
    assert fresh.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    fresh.close()
