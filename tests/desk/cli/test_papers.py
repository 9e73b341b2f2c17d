"""``desk print`` and ``desk demo``: papers as files, written whole or not at all."""

from __future__ import annotations

import os

import pytest

from tests.desk.cli.conftest import is_root

ANSWERS = "deceased.died_on: 2026-11-02\ndeceased.relation: spouse\n"


@pytest.fixture
def plan(call, write, tmp_path):
    """Print a plan with more options."""

    def one(*words: object, out: object = None):
        answers = write("answers.yaml", ANSWERS)
        target = out or tmp_path / "papers" / "plan.pdf"
        return call("print", "plan", "--errand", "E02", "--answers", answers, "--out", target, *words)

    return one


@pytest.mark.parametrize("options", [(), ("--lang", "sv"), ("--large",), ("--easy",), ("--as-of", "2026-11-23")])
def test_a_plan_of_answers_is_a_pdf_and_needs_no_data_folder(plan, nowhere, tmp_path, options):
    said = plan(*options, "--json")
    assert (said.code, said.err) == (0, "")
    paper = tmp_path / "papers" / "plan.pdf"
    assert paper.read_bytes().startswith(b"%PDF-")
    assert said.document == {"out": str(paper), "bytes": paper.stat().st_size}
    assert [each.name for each in paper.parent.iterdir()] == ["plan.pdf"], "nothing unfinished is left"


def test_two_errands_make_one_plan(call, nowhere, tmp_path):
    out = tmp_path / "plan.pdf"
    assert call("print", "plan", "--errand", "E02", "--errand", "unemployment", "--out", out).code == 0
    assert out.exists()


def test_the_plan_of_a_visit_and_the_guidance_of_a_service(call, folder, write, tmp_path):
    script = write("visit.yaml", "errands: [death_of_close_one]\nanswers: {deceased.relation: spouse}\n")
    visit = call("visits", "run", script, "--json").document["id"]
    assert call("print", "plan", "--visit", visit, "--lang", "sv", "--out", tmp_path / "plan.pdf").code == 0
    assert call("print", "guidance", "tiski-s-survivors-pension", "--out", tmp_path / "guidance.pdf").code == 0
    for name in ("plan.pdf", "guidance.pdf"):
        assert (tmp_path / name).read_bytes().startswith(b"%PDF-")
    call("visits", "erase", visit)
    said = call("print", "plan", "--visit", visit, "--out", tmp_path / "late.pdf")
    assert (said.code, (tmp_path / "late.pdf").exists()) == (1, False)
    for words in (("guidance", "nothing"), ("plan", "--visit", "nothing")):
        said = call("print", *words, "--out", tmp_path / "x.pdf")
        assert said.code == 1
        assert said.one_line
        assert not (tmp_path / "x.pdf").exists()


def test_a_folder_as_the_paper_s_name_is_wrong_usage(plan, nowhere, tmp_path):
    said = plan(out=tmp_path)
    assert said.code == 2
    assert said.out == ""


def test_a_paper_that_cannot_be_written_says_so_in_one_line(plan, nowhere):
    said = plan(out=nowhere / "plan.pdf")
    assert said.code == 1
    assert "plan.pdf" in said.one_line


@pytest.mark.skipif(is_root() or os.name == "nt", reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_said_in_one_line(plan, nowhere, tmp_path):
    shut = tmp_path / "shut"
    shut.mkdir(mode=0o500)
    assert plan(out=shut / "plan.pdf").code == 1


@pytest.mark.parametrize(
    "words",
    [
        ("plan", "--out", "x.pdf"),
        ("plan", "--errand", "E02", "--visit", "v", "--out", "x.pdf"),
        ("plan", "--errand", "E02"),
        ("guidance", "--out", "x.pdf"),
    ],
)
def test_what_is_missing_or_too_much_is_wrong_usage(call, nowhere, words):
    said = call("print", *words)
    assert said.code == 2
    assert said.out == ""
    assert said.err


def test_the_demo_writes_its_papers_and_opens_no_data_folder(call, nowhere, tmp_path):
    said = call("demo", "--out", tmp_path / "demo")
    assert (said.code, said.err) == (0, "")
    papers = sorted(path.name for path in (tmp_path / "demo").iterdir())
    assert {"plan-fi.pdf", "plan-sv.pdf", "plan-en.pdf", "plan-sv-large.pdf", "guidance-sv.pdf"} <= set(papers)
    assert all((tmp_path / "demo" / name).read_bytes().startswith(b"%PDF-") for name in papers)


def test_the_demo_into_a_file_is_wrong_usage(call, nowhere):
    assert call("demo", "--out", nowhere).code == 2
