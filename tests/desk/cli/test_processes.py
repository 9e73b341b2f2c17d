"""The command line as a person starts it: a process of its own, its exit code, and what it leaves behind."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
LIMITED = """
import resource, runpy, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
sys.argv = ["desk", *sys.argv[1:]]
runpy.run_module("desk", run_name="__main__")
"""


def started(*words, environment=None, code=None):
    program = ["-c", code] if code else ["-m", "desk"]
    return subprocess.run(
        [sys.executable, *program, *map(str, words)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        env={**os.environ, "LC_ALL": "C.UTF-8", **(environment or {})},
        check=False,
    )


def test_a_command_in_a_process_of_its_own_ends_with_0_1_or_2(nowhere):
    right = started("path", "E02", "--as-of", "2026-11-23", "--json")
    assert (right.returncode, right.stderr) == (0, "")
    assert json.loads(right.stdout)["errands"] == ["death_of_close_one"]
    known = started("path", "E99")
    assert (known.returncode, known.stdout) == (1, "")
    assert len(known.stderr.strip().splitlines()) == 1
    wrong = started("path")
    assert (wrong.returncode, wrong.stdout) == (2, "")


def test_words_are_finnish_and_swedish_where_the_terminal_is(nowhere):
    told = {lang: started("path", "E99", environment={"LC_ALL": lang}).stderr for lang in ("fi_FI.UTF-8", "C.UTF-8")}
    assert all(len(text.strip().splitlines()) == 1 for text in told.values())
    assert "E99" in told["fi_FI.UTF-8"]


@pytest.mark.skipif(sys.platform == "win32", reason="limits on file sizes are of Unix")
def test_a_paper_on_a_full_disk_is_written_whole_or_not_at_all(nowhere, tmp_path):
    out = tmp_path / "paper" / "plan.pdf"
    said = started("print", "plan", "--errand", "E02", "--out", out, code=LIMITED)
    assert said.returncode == 1, said.stderr
    assert len(said.stderr.strip().splitlines()) == 1
    assert "plan.pdf" in said.stderr
    assert list(out.parent.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="a shell of Unix")
def test_a_reader_that_goes_away_is_no_error_of_ours(nowhere):
    said = subprocess.run(
        f"{sys.executable} -m desk path E02 E04 | head -n 1",
        shell=True,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert said.stdout.startswith("1. ")
    assert said.stderr == ""


@pytest.mark.slow
def test_a_second_writer_is_told_who_writes_and_readers_go_on(folder):
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(folder)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "open\n"
        refused = started("visits", "erase", "any")
        assert refused.returncode == 1
        assert str(holder.pid) in refused.stderr
        assert len(refused.stderr.strip().splitlines()) == 1
        assert started("catalogue", "status", "--json").returncode == 0
        assert started("visits", "list").returncode == 0
    finally:
        holder.communicate("close\n")
    assert holder.returncode == 0


HOLDER = """
import os, sys
from pathlib import Path
from desk import bootstrap
from services.passphrases import GivenPassphrase
with bootstrap.open_desk(Path(sys.argv[1]), GivenPassphrase(os.environ["DESK_PASSPHRASE"])):
    print("open", flush=True)
    sys.stdin.readline()
"""
