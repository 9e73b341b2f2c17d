"""A new errand is whole from the start: only its blanks are wrong with it, and its examples run."""

from __future__ import annotations

from datetime import date

import pytest

from desk.errands.case_tests import run_cases
from desk.errands.check_unwritten import BLANK, check_unwritten
from desk.errands.checker import check
from desk.errands.compiling import compile_bundle
from desk.errands.fields import Report
from desk.errands.skeleton import blanks_in, can_be_called, next_number, skeleton
from tests.desk.errands.conftest import bundle_of

DAY = date(2026, 11, 21)


def made(errand="moving_abroad", day=DAY):
    return {path: text.encode() for path, text in skeleton(errand, "E15", day).items()}


@pytest.mark.parametrize("day", [DAY, date(2027, 1, 31), date(2028, 2, 29)])
def test_only_its_blanks_are_wrong_with_it(day):
    found = check(made(day=day), day)
    assert {finding.code for finding in found if finding.is_error} == {"E590"}
    assert {finding.code for finding in found if not finding.is_error} <= {"W612", "N522"}


@pytest.mark.parametrize("day", [DAY, date(2027, 1, 31), date(2028, 2, 29)])
def test_its_examples_run(day):
    files = made(day=day)
    report = run_cases(bundle_of(files), files)
    assert len(report.results) == 2
    assert report.passed, [str(each) for each in report.failed]


def test_each_blank_is_found_where_it_stands():
    files = made()
    blanks = [finding for finding in check(files, DAY) if finding.code == "E590"]
    assert len(blanks) == blanks_in(text.decode() for text in files.values()) > 50
    for finding in blanks:
        line = files[finding.place.file].decode().splitlines()[finding.place.line - 1]
        assert line[finding.place.column - 1 :].startswith(BLANK)


def test_with_its_blanks_filled_in_nothing_is_wrong():
    files = {path: content.replace(b"___ ", b"") for path, content in made().items()}
    assert [str(finding) for finding in check(files, DAY) if finding.is_error] == []


def test_it_lies_beside_other_errands(card_files):
    files = {**card_files, **made()}
    assert {finding.code for finding in check(files, DAY) if finding.is_error} == {"E590"}
    assert compile_bundle(files).bundle is not None


def test_it_has_three_languages():
    texts = [path for path in made() if "/texts/" in path]
    assert sorted(path.rpartition("/texts/")[2][:2] for path in texts) == ["en", "en", "fi", "fi", "sv", "sv"]


@pytest.mark.parametrize("name", ["moving_abroad", "a", "e15"])
def test_names(name):
    assert can_be_called(name)


@pytest.mark.parametrize(
    "name", ["", "Moving", "muutto ulkomaille", "äiti", "1st", "../x", "a/b", "a-b", "_x", "x" * 61, "a\n"]
)
def test_names_that_no_errand_can_have(name):
    assert not can_be_called(name)


def test_the_next_number():
    assert next_number([]) == "E01"
    assert next_number([b"errand: a\nnumber: E02\n", b"number: E14   # last\n", b"\xff", b"x: number: E99"]) == "E15"


def test_a_blank_in_a_remark_is_none():
    report = Report()
    check_unwritten({"a.yaml": b"# fill in ___\nx: 1  # ___\ny: a___b\n", "b.json": b"___"}, report)
    assert [str(finding.place) for finding in report.found] == ["a.yaml:3:5"]
