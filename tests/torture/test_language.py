"""A small seeded part of the trial of the errand language: no spoilt file ends in a traceback, whatever it ends in."""

from __future__ import annotations

import pytest

from tests.desk.errands.test_hostile import Counting
from tools.torturing import language
from tools.torturing.chapters import with_chapter
from tools.torturing.language import Tally, Tried, chapter, files_of, try_one
from tools.torturing.samples import samples
from tools.torturing.trying import read_all
from tools.torturing.victim import ROOT

SEED = 22
SETS = 80


def test_spoilt_files_are_an_errand_or_located_complaints():
    tally = Tally()
    for number in range(SETS):
        with Counting():
            tried = try_one(SEED, number)
        tally.add(tried)
    assert [wrong for wrong in tally.wrong if " took " not in wrong] == []  # how long it takes is the machine's
    assert tally.sets == SETS
    assert tally.whole > 5
    assert tally.gates > 3
    assert {"E302", "E311", "E212", "E407"} <= tally.codes


def test_what_is_spoilt_was_whole():
    for name, files in samples():
        compiled, ended = read_all(files)
        assert compiled.bundle is not None, (name, ended.codes)


def test_a_set_is_the_same_each_time():
    assert [files_of(SEED, number)[:2] for number in range(30)] == [files_of(SEED, number)[:2] for number in range(30)]


def test_what_goes_wrong_is_told(monkeypatch):
    def broken(_):
        raise ValueError("a traceback")

    monkeypatch.setattr(language, "read_all", broken)
    tally = Tally()
    tally.add(try_one(SEED, 0))
    tally.add(Tried(1, "x", wrong=("reading took 3.00 seconds",)))
    tally.add(Tried(2, "x", wrong=("E313 stands in no file: ?",)))
    told = chapter(tally, SEED)
    assert told.count("| 1 |") == 3
    assert told.count("- WRONG: ") == 3


def test_a_process_that_ends_is_told_with_the_set_that_ended_it(monkeypatch):
    monkeypatch.setattr("tools.torturing.language.ROOT", ROOT / "docs")
    tally = language.torture_language(3, SEED, 60)
    assert len(tally.wrong) == 1
    assert tally.wrong[0].startswith("set 0: the process ended with 1")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "## B\nnew\n"),
        ("# A\n\none\n", "# A\n\none\n\n## B\nnew\n"),
        ("# A\n\n## B\nold\n", "# A\n\n## B\nnew\n"),
        ("# A\n\n## B\nold\n\n## C\nlast\n", "# A\n\n## B\nnew\n\n## C\nlast\n"),
    ],
)
def test_a_chapter_takes_its_place_and_leaves_the_others(before, after):
    assert with_chapter(before, "## B\nnew") == after
