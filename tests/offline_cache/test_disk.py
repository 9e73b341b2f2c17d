"""Real disks that are full and folders that may not be written: told as what they are, and nothing is lost.

Root may write anywhere, so a child process first becomes an ordinary user. A full disk is a small tmpfs where
mounting is allowed; elsewhere the store is kept from growing by ``PRAGMA max_page_count``.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from datetime import datetime
from pathlib import Path

import pytest

from desk import events as ev
from desk.errors import DiskFull
from desk.model.hours import HELSINKI
from desk.model.ids import StepId, VisitId
from desk.model.visit import VisitChannel, VisitState
from offline_cache.casebook.journal import casebook_in
from offline_cache.files import write_whole
from tests.fakes import FakeKeyring
from tests.offline_cache.opening import in_another_process, opened, tools

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=HELSINKI)
V = VisitId("visit")
NOBODY = 65534

AS_AN_ORDINARY_USER = """
import os, sys
from pathlib import Path
from desk.errors import DeskError
from offline_cache.casebook.journal import casebook_in
from offline_cache.store import Access
from tests.offline_cache.given_key import GivenKey
from tests.offline_cache.opening import opened, tools
if os.getuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
access = Access(sys.argv[3])
try:
    folder = opened(Path(sys.argv[1]), tools(GivenKey(sys.argv[2])), access)
    print(casebook_in(folder).setting("point.name"))
    folder.close()
except DeskError as error:
    print(error.id)
"""


@pytest.fixture
def keyring():
    return FakeKeyring()


@pytest.fixture
def foreign_place():
    """A place that an ordinary user can reach."""
    place = Path(tempfile.mkdtemp())
    place.chmod(0o755)
    yield place
    for folder, _, _ in os.walk(place):
        os.chmod(folder, 0o700)
    shutil.rmtree(place)


@pytest.fixture
def read_only(foreign_place, keyring):
    """A data folder of an ordinary user who may only read it."""
    path = foreign_place / "folder"
    folder = opened(path, tools(keyring))
    casebook_in(folder).set_setting("point.name", "Pielinen")
    folder.close()
    for entry in [*path.rglob("*"), path]:
        if os.getuid() == 0:
            os.chown(entry, NOBODY, NOBODY)
        entry.chmod(0o500 if entry.is_dir() else 0o400)
    return path


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes of this kind")
def test_a_read_only_folder_can_be_read_and_says_so_when_it_is_to_be_written(read_only, keyring):
    (key,) = keyring.secrets.values()
    assert in_another_process(AS_AN_ORDINARY_USER, read_only, key, "read") == "Pielinen\n"
    assert in_another_process(AS_AN_ORDINARY_USER, read_only, key, "write") == "folder.read_only\n"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes of this kind")
def test_read_only_store_files_in_a_folder_that_may_be_written(read_only, keyring):
    (key,) = keyring.secrets.values()
    read_only.chmod(0o700)
    (read_only / "desk.lock").chmod(0o600)
    assert in_another_process(AS_AN_ORDINARY_USER, read_only, key, "write") == "folder.read_only\n"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes of this kind")
def test_a_folder_cannot_be_made_where_nobody_may_write(foreign_place, keyring):
    foreign_place.chmod(0o555)
    assert in_another_process(AS_AN_ORDINARY_USER, foreign_place / "folder", "00", "write") == "folder.read_only\n"


@pytest.fixture
def small_disk(tmp_path):
    """A disk of one megabyte, or None where mounting is not allowed."""
    place = tmp_path / "disk"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(place)]
    if shutil.which("mount") is None or subprocess.run(command, capture_output=True, check=False).returncode:
        yield None
        return
    yield place
    subprocess.run(["umount", str(place)], check=True)


@pytest.fixture
def path(small_disk, tmp_path):
    return (small_disk or tmp_path) / "folder"


def fill_up(casebook, connection, small_disk):
    """Write notes until no more goes in; returns how many did."""
    if small_disk is None:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages + 20}")
    for number in range(1000):
        try:
            casebook.append(V, [ev.StepNoted(StepId(f"s{number}"), "x" * 5000)], NOW)
        except DiskFull:
            return number
    raise AssertionError("the disk was never full")


def test_a_full_disk_loses_only_what_it_refused_and_the_visit_goes_on_when_there_is_room(path, small_disk, keyring):
    folder = opened(path, tools(keyring))
    casebook = casebook_in(folder)
    casebook.append(V, [ev.VisitOpened(1, VisitChannel.DESK, "abc")], NOW)
    written = fill_up(casebook, folder.casebook, small_disk)
    assert written > 5
    assert len(casebook.events_of(V)) == written + 1
    assert casebook.verify().broken is None
    folder.close()
    if small_disk is not None:
        subprocess.run(["mount", "-o", "remount,size=8m", str(small_disk)], check=True)
    folder = opened(path, tools(keyring))
    casebook = casebook_in(folder)
    assert len(casebook.events_of(V)) == written + 1
    casebook.append_and_erase(V, [ev.VisitDiscarded()], NOW)
    assert casebook.visits()[0].state is VisitState.DISCARDED
    assert casebook.verify().broken is None
    folder.close()


def test_a_full_disk_leaves_a_small_file_as_it_was(small_disk):
    if small_disk is None:
        pytest.skip("mounting a small disk is not allowed here")
    file = small_disk / "folder.json"
    write_whole(file, b"old")
    with pytest.raises(DiskFull):
        write_whole(file, bytes(2_000_000))
    assert file.read_bytes() == b"old"
    assert [entry.name for entry in small_disk.iterdir()] == ["folder.json"]


def test_a_folder_that_does_not_fit_on_the_disk_is_not_begun_in_vain(small_disk, keyring):
    if small_disk is None:
        pytest.skip("mounting a small disk is not allowed here")
    with open(small_disk / "other", "wb") as other, pytest.raises(OSError, match="space"):
        other.write(bytes(2_000_000))
    with pytest.raises(DiskFull):
        opened(small_disk / "folder", tools(keyring))
    (small_disk / "other").unlink()
    folder = opened(small_disk / "folder", tools(keyring))
    assert folder.recovery_key is not None
    folder.close()
