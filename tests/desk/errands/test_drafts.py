"""Errands that are being written: nobody meets them, and what is written of them holds."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from desk.errands.case_tests import run_cases
from desk.errands.checker import check
from desk.errands.compiling import compile_bundle
from desk.errands.drafts import published, with_drafts

DAY = date(2026, 11, 21)
CONTENT = Path(__file__).parents[3] / "desk" / "content"
FILES = {
    path.relative_to(CONTENT).as_posix(): path.read_bytes() for path in sorted(CONTENT.rglob("*")) if path.is_file()
}
DRAFTED = {path.split("/")[2] for path in FILES if path.startswith("drafts/errands/")}


def test_a_draft_stands_in_no_bundle_and_changes_no_version():
    whole, without = compile_bundle(FILES).bundle, compile_bundle(published(FILES)).bundle
    assert whole is not None
    assert without is not None
    assert whole.content_hash == without.content_hash
    assert not DRAFTED & set(whole.errands)


def test_a_draft_takes_the_place_of_what_it_is_laid_over():
    files = {"agencies.yaml": b"old", "drafts/agencies.yaml": b"new", "drafts/errands/a/errand.yaml": b"a"}
    assert with_drafts(files) == {"agencies.yaml": b"new", "errands/a/errand.yaml": b"a"}
    assert published(files) == {"agencies.yaml": b"old"}


def test_every_draft_of_ours_holds_with_what_is_published():
    files = with_drafts(FILES)
    assert [str(finding) for finding in check(files, DAY) if finding.is_error] == []
    bundle = compile_bundle(files).bundle
    assert bundle is not None
    assert set(bundle.errands) >= DRAFTED
    report = run_cases(bundle, files)
    assert [str(result) for result in report.failed] == []
    assert not report.broken
    for errand in DRAFTED:
        assert sum(errand in result.case.errands for result in report.results) >= 12
