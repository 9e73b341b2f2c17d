"""The writer's lock: one at a time, named to whoever comes second, and free the moment its process is gone."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import datetime

import pytest

from desk.errors import DeskBusy
from desk.model.hours import HELSINKI
from offline_cache.lock import take_writer_lock
from tests.offline_cache.opening import ROOT

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=HELSINKI)

HOLDER = """
import sys
from pathlib import Path
from datetime import datetime, timezone
from offline_cache.lock import take_writer_lock
lock = take_writer_lock(Path(sys.argv[1]), datetime(2026, 11, 23, 7, 5, tzinfo=timezone.utc))
print("taken", flush=True)
sys.stdin.read()
"""


def test_a_second_writer_learns_who_the_first_is_and_a_killed_one_frees_at_once(tmp_path):
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "taken\n"
        for _ in range(2):
            with pytest.raises(DeskBusy) as caught:
                take_writer_lock(tmp_path, NOW)
            assert caught.value.details["pid"] == str(holder.pid)
            assert caught.value.details["since"] == "2026-11-23 07:05"
            assert caught.value.details["host"]
        holder.kill()
        holder.wait()
        take_writer_lock(tmp_path, NOW).close()


def test_a_lock_file_with_nonsense_in_it_is_no_obstacle_and_no_holder(tmp_path):
    (tmp_path / "desk.lock").write_bytes(b"\xff not json")
    lock = take_writer_lock(tmp_path, NOW)
    os.truncate(tmp_path / "desk.lock", 0)
    with pytest.raises(DeskBusy) as caught:
        take_writer_lock(tmp_path, NOW)
    assert caught.value.details["pid"] == "?"
    lock.close()
    lock.close()
    take_writer_lock(tmp_path, NOW).close()


def test_a_program_that_is_started_by_the_desk_does_not_hold_the_lock_after_it(tmp_path):
    lock = take_writer_lock(tmp_path, NOW)
    with subprocess.Popen([sys.executable, "-c", "import sys; sys.stdin.read()"], stdin=subprocess.PIPE) as viewer:
        lock.close()
        take_writer_lock(tmp_path, NOW).close()
        assert viewer.poll() is None, "it ended before the lock was taken again, and shows nothing"
        viewer.kill()
