"""The door to a store: what it promises, and each way the world can fail it."""

import os
import stat
import subprocess
import sys

import pytest

from desk.errors import DiskFull, FolderReadOnly, StoreDamaged, StoreLocked, StoreMissing
from offline_cache.connection import StoreKind, connect, create_file, transaction

KEY = bytes(range(32))


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "store.db"
    create_file(path)
    return path


def fill(path, rows=2000):
    connection = connect(path, KEY)
    with transaction(connection):
        connection.execute("CREATE TABLE word (text TEXT)")
        connection.executemany("INSERT INTO word VALUES (?)", [(f"asumistuki {n}",) for n in range(rows)])
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def in_another_process(code, *arguments):
    """Store files are looked into from outside only: doing it in this process would drop SQLite's locks."""
    return subprocess.run([sys.executable, "-c", code, *map(str, arguments)], check=True, capture_output=True).stdout


def test_what_was_committed_is_read_back_and_the_file_shows_no_word_of_it(path):
    fill(path)
    connection = connect(path, KEY, read_only=True)
    assert connection.execute("SELECT count(*) FROM word").fetchone() == (2000,)
    connection.close()
    found = in_another_process(
        "import sys,pathlib; d=pathlib.Path(sys.argv[1]).read_bytes(); print(len(d), d.count(b'asumistuki'), d[:6])",
        path,
    )
    length, count, head = found.split(maxsplit=2)
    assert int(length) > 4096
    assert count == b"0"
    assert b"SQLite" not in head


def test_each_file_of_a_store_is_its_owners_alone(path):
    connection = connect(path, KEY)
    with transaction(connection):
        connection.execute("CREATE TABLE word (text TEXT)")
    files = sorted(path.parent.iterdir())
    assert [file.name for file in files] == ["store.db", "store.db-shm", "store.db-wal"]
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    connection.close()


@pytest.mark.parametrize(("kind", "level"), [(StoreKind.CASEBOOK, 2), (StoreKind.CATALOGUE, 1)])
def test_the_casebook_survives_a_power_cut_and_the_catalogue_a_killed_program(path, kind, level):
    connection = connect(path, KEY, kind=kind)
    assert connection.execute("PRAGMA synchronous").fetchone() == (level,)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()


def test_a_failed_transaction_leaves_nothing(path):
    fill(path, rows=1)
    connection = connect(path, KEY)

    def half_done():
        with transaction(connection):
            connection.execute("INSERT INTO word VALUES ('half')")
            connection.execute("INSERT INTO no_such_table VALUES ('half')")

    with pytest.raises(Exception, match="no_such_table"):
        half_done()
    assert not connection.in_transaction
    assert connection.execute("SELECT count(*) FROM word").fetchone() == (1,)
    connection.close()


def test_a_store_that_is_not_there_is_not_made_in_passing(path):
    with pytest.raises(StoreMissing):
        connect(path.with_name("other.db"), KEY)
    assert not path.with_name("other.db").exists()


def test_a_reading_connection_cannot_write(path):
    fill(path)
    connection = connect(path, KEY, read_only=True)
    with pytest.raises(FolderReadOnly):
        connection.execute("INSERT INTO word VALUES ('x')")
    connection.close()


def test_a_writer_that_waits_in_vain_says_so(path):
    fill(path)
    first, second = connect(path, KEY), connect(path, KEY)
    second.execute("PRAGMA busy_timeout = 1")
    with transaction(first), pytest.raises(StoreLocked):
        second.execute("BEGIN IMMEDIATE")
    first.close()
    second.close()


def test_a_flipped_byte_is_found_when_its_page_is_read(path):
    fill(path)
    in_another_process(
        "import sys; f=open(sys.argv[1],'r+b'); f.seek(4096*5+77); b=f.read(1); f.seek(-1,1); f.write(bytes([b[0]^1]))",
        path,
    )
    connection = connect(path, KEY)
    with pytest.raises(StoreDamaged):
        connection.execute("SELECT text FROM word").fetchall()
    with pytest.raises(StoreDamaged):
        list(connection.execute("SELECT text FROM word"))
    connection.close()


def test_a_damaged_first_page_and_a_cut_file_are_found_at_once(path):
    fill(path)
    in_another_process("import os,sys; os.truncate(sys.argv[1], 1000)", path)
    with pytest.raises(StoreDamaged):
        connect(path, KEY)


def test_a_store_that_may_not_grow_is_full(path):
    fill(path)
    connection = connect(path, KEY)
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(DiskFull), transaction(connection):
        connection.executemany("INSERT INTO word VALUES (?)", [("x" * 1000,)] * 100)
    assert connection.execute("SELECT count(*) FROM word").fetchone() == (2000,)
    connection.close()


def test_a_key_of_the_wrong_length_is_our_own_mistake(path):
    with pytest.raises(ValueError, match="32"):
        connect(path, b"short")
    assert os.path.getsize(path) == 0


def test_damage_is_not_told_to_standard_error(path):
    fill(path)
    code = (
        "import sys, pathlib\n"
        "from offline_cache.connection import connect\n"
        "from desk.errors import StoreDamaged\n"
        "try: connect(pathlib.Path(sys.argv[1]), b'w' * 32)\n"
        "except StoreDamaged: print('damaged')\n"
    )
    ran = subprocess.run([sys.executable, "-c", code, str(path)], check=True, capture_output=True, text=True)
    assert (ran.stdout, ran.stderr) == ("damaged\n", "")
