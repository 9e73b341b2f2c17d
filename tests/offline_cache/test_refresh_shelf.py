"""The shelf as a file: private, encrypted, disposable; damaged, half made or of another format it is begun anew."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desk.errors import DiskFull, FolderReadOnly, StoreDamaged
from desk.model.catalogue import Service, ServiceId, Texts
from desk.model.local_text import LocalText
from desk.model.refresh import Fetched, ObjectKind, RefreshKind, RefreshRun
from offline_cache.connection import connect
from offline_cache.refresh_shelf import SqlRefreshShelf
from offline_cache.worker_stores import open_worker_stores, shelf_in
from tests.fakes import FakeKeyring
from tests.offline_cache.opening import in_another_process, opened, tools

KEY = bytes(range(32))
START = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
RUN = RefreshRun("run-1", RefreshKind.FIRST, "trial", (), START, START)
PAGE = 4096


def service(number, size=0):
    texts = Texts(description=LocalText({"fi": os.urandom(size // 2).hex()}))
    return Service(ServiceId(f"s{number}"), LocalText({"fi": f"Palvelu {number}"}), texts=texts)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "refresh.db"


def filled(path, count=300):
    shelf = SqlRefreshShelf(path, KEY)
    shelf.begin(RUN)
    shelf.want(ObjectKind.SERVICE, ["later"], step="page 1")
    shelf.put(ObjectKind.SERVICE, Fetched(tuple(service(number, 600) for number in range(count))))
    return shelf


def begins_anew(path):
    shelf = SqlRefreshShelf(path, KEY)
    assert shelf.run() is None
    assert not path.exists()
    shelf.begin(replace(RUN, id="run-2"))
    assert [shelf.count(kind).here for kind in ObjectKind] == [0] * len(ObjectKind)
    run = shelf.run()
    shelf.close()
    return run is not None and run.id == "run-2"


def test_what_was_put_there_is_there_after_the_program_was_ended(path):
    filled(path).close()
    again = SqlRefreshShelf(path, KEY)
    assert again.run() == RUN
    assert again.is_done("page 1")
    assert again.wanted(ObjectKind.SERVICE, 5) == ("later",)
    assert again.count(ObjectKind.SERVICE).here == 300
    again.close()


def test_nothing_is_made_before_a_run_begins_and_nothing_is_left_after_it(path):
    shelf = SqlRefreshShelf(path, KEY)
    assert shelf.run() is None
    assert list(path.parent.iterdir()) == []
    shelf.begin(RUN)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    shelf.forget()
    assert list(path.parent.iterdir()) == []


def test_no_text_of_an_object_stands_in_the_file(path):
    shelf = SqlRefreshShelf(path, KEY)
    shelf.begin(RUN)
    shelf.put(ObjectKind.SERVICE, Fetched((Service(ServiceId("s1"), LocalText({"fi": "Harvinaisenniminen"})),)))
    shelf.close()
    content = path.read_bytes()
    assert b"Harvinaisenniminen" not in content
    assert not content.startswith(b"SQLite")


def cut(path):
    os.truncate(path, path.stat().st_size // 2 // PAGE * PAGE)


def overwritten(path):
    """One page in the middle holds something else."""
    with open(path, "r+b") as file:
        file.seek(path.stat().st_size // 2 // PAGE * PAGE)
        file.write(b"x" * PAGE)


def emptied(path):
    """As a program leaves it that was killed right after the file was made."""
    os.truncate(path, 0)


def of_another_format(path):
    connection = connect(path, KEY)
    connection.execute("PRAGMA user_version = 999")
    connection.close()


def of_another_shape(path):
    """As a program leaves it that tells of a run in another way."""
    connection = connect(path, KEY)
    connection.execute("UPDATE run SET told = ?", (b'{"id": "run-1"}',))
    connection.close()


def not_ours(path):
    path.write_bytes(b"something else altogether" * 1000)


@pytest.mark.parametrize("harmed", [cut, overwritten, emptied, of_another_format, of_another_shape, not_ours])
def test_a_shelf_that_cannot_be_used_is_begun_anew(path, harmed):
    filled(path).close()
    harmed(path)
    assert begins_anew(path)


def test_a_shelf_under_another_key_is_begun_anew(path):
    other = SqlRefreshShelf(path, bytes(32))
    other.begin(RUN)
    other.close()
    assert begins_anew(path)


def test_a_shelf_with_an_object_that_this_program_cannot_read_takes_itself_away(path):
    filled(path).close()
    connection = connect(path, KEY)
    connection.execute("UPDATE item SET body = ? WHERE id = ?", (b'{"id": "s1"}', "s1"))
    connection.close()
    shelf = SqlRefreshShelf(path, KEY)
    assert shelf.run() == RUN
    with pytest.raises(StoreDamaged):
        list(shelf.batches())
    assert begins_anew(path)


def test_a_shelf_that_breaks_in_the_middle_of_a_run_takes_itself_away(path):
    filled(path, 3000).close()
    shelf = SqlRefreshShelf(path, KEY)
    assert shelf.run() == RUN
    shelf.close()
    overwritten(path)
    shelf = SqlRefreshShelf(path, KEY)
    with pytest.raises(StoreDamaged) as caught:
        for _ in shelf.batches():
            pass
    assert caught.value.details["kind"] == "refresh"
    assert not path.exists()
    assert shelf.run() is None


def test_a_folder_that_may_not_be_written_says_so(path):
    if os.getuid() == 0:
        code = """
import os, sys
from pathlib import Path
from desk.errors import FolderReadOnly
from tests.offline_cache.test_refresh_shelf import KEY, RUN, SqlRefreshShelf
os.setgid(65534)
os.setuid(65534)
try:
    SqlRefreshShelf(Path(sys.argv[1]), KEY).begin(RUN)
except FolderReadOnly as error:
    print(error.id)
"""
        assert in_another_process(code, "/refresh.db") == "folder.read_only\n"
        return
    path.parent.chmod(0o500)
    with pytest.raises(FolderReadOnly):
        SqlRefreshShelf(path, KEY).begin(RUN)


def put_until_full(shelf):
    for number in range(1000):
        try:
            shelf.put(ObjectKind.SERVICE, Fetched((service(number, 20_000),)))
        except DiskFull:
            return number
    raise AssertionError("the disk was never full")


def test_a_full_disk_keeps_what_was_fetched_and_the_run_goes_on_when_there_is_room(tmp_path):
    place = tmp_path / "disk"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(place)]
    if shutil.which("mount") is None or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("mounting a small disk is not allowed here")
    try:
        shelf = SqlRefreshShelf(place / "refresh.db", KEY)
        shelf.begin(RUN)
        put = put_until_full(shelf)
        assert put > 3
        shelf.close()
        subprocess.run(["mount", "-o", "remount,size=8m", str(place)], check=True)
        shelf = SqlRefreshShelf(place / "refresh.db", KEY)
        assert shelf.run() == RUN
        assert shelf.count(ObjectKind.SERVICE).here == put
        shelf.put(ObjectKind.SERVICE, Fetched((service(put, 20_000),)))
        shelf.forget()
        assert list(place.iterdir()) == []
    finally:
        subprocess.run(["umount", str(place)], check=True)


class TestWorker:
    @pytest.fixture
    def folder(self, tmp_path):
        made = opened(tmp_path / "folder", tools(FakeKeyring()))
        yield made
        made.close()

    def test_it_opens_catalogue_and_shelf_by_their_keys_while_the_desk_is_open(self, folder):
        stores = open_worker_stores(folder.path, folder.keys)
        stores.shelf.begin(RUN)
        stores.catalogue.execute("INSERT INTO known VALUES ('trial', 'x')")
        stores.close()
        assert folder.catalogue.execute("SELECT value FROM known WHERE name = 'trial'").fetchone() == ("x",)
        shelf = shelf_in(folder)
        assert shelf.run() == RUN
        shelf.forget()

    def test_its_keys_open_nothing_else_and_are_never_shown(self, folder):
        for key in (folder.keys.catalogue, folder.keys.refresh):
            with pytest.raises(StoreDamaged):
                connect(Path(folder.path / "casebook.db"), key, read_only=True)
            assert key.hex() not in repr(folder.keys)
            assert repr(key) not in repr(folder)
        assert folder.keys.catalogue != folder.keys.refresh
