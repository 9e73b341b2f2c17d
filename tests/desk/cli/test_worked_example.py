"""The errand that the authors' guide writes in an hour is what it says it is: the commands themselves prove it."""

from __future__ import annotations

import io
import re
import sys
from pathlib import Path

import pytest

from desk.errands.skeleton import skeleton
from services.clock import HelsinkiClock

GUIDE = (Path(__file__).parents[3] / "docs" / "authoring.md").read_text(encoding="utf-8")
CHAPTER = GUIDE.partition("## Your first errand, in an hour\n")[2].partition("\n## ")[0]
FILES = dict(re.findall(r"^`([\w./]+\.yaml)`\n\n```yaml\n(.*?)^```", CHAPTER, re.MULTILINE | re.DOTALL))
TRIAL = re.search(r"```text\n\$ desk (.*?)\n(.*?)```", CHAPTER, re.DOTALL)


@pytest.fixture
def content(tmp_path):
    """The files of the chapter in a folder."""
    for path, text in FILES.items():
        file = tmp_path / "my-errands" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return tmp_path / "my-errands"


def test_the_chapter_has_all_files_of_a_new_errand_and_no_others():
    begun = {path for path in skeleton("hobby_voucher", "R01", HelsinkiClock().today()) if "/cases/" not in path}
    assert {path for path in FILES if "/cases/" not in path} == begun | {"parameters/hobby_voucher.yaml"}
    assert sum("/cases/" in path for path in FILES) == 2


def test_the_gate_finds_nothing_but_that_examples_are_few(call, nowhere, content):
    checked = call("errands", "check", content, "--json")
    assert checked.code == 0
    assert {finding["code"] for finding in checked.document["findings"]} <= {"W612", "N522"}


def test_whoever_follows_the_chapter_comes_to_the_same_files(call, nowhere, content, tmp_path):
    own = tmp_path / "followed"
    made = call("errands", "new", "hobby_voucher", "--content", own)
    assert made.code == 0
    for name in re.findall(r"`(\w+\.yaml)`", CHAPTER):
        (own / "errands/hobby_voucher/cases" / name).unlink()
    for path, text in FILES.items():
        (own / path).parent.mkdir(parents=True, exist_ok=True)
        (own / path).write_text(text, encoding="utf-8")
    files = {path.relative_to(own) for path in own.rglob("*.yaml")}
    assert files == {path.relative_to(content) for path in content.rglob("*.yaml")}


def test_a_line_of_the_check_reads_as_it_is_told(call, nowhere, content):
    errand = content / "errands" / "hobby_voucher" / "errand.yaml"
    errand.write_text(errand.read_text().replace("applies: hobby.right_age", "applies: hobby.rigth_age", 1))
    (told,) = re.findall(r"```text\n(errands/.*)\n```", CHAPTER)
    assert told in call("errands", "check", content).out.splitlines()


def test_the_gate_would_find_a_slip(call, nowhere, content):
    errand = content / "errands" / "hobby_voucher" / "errand.yaml"
    errand.write_text(errand.read_text().replace("not hobby.right_age", "not hobby.rigth_age"))
    told = call("errands", "check", content)
    assert told.code == 1
    assert "did you mean hobby.right_age?" in told.out


def test_both_examples_pass_and_show_every_condition(call, nowhere, content):
    tested = call("errands", "test", content, "--json", "--covered")
    assert tested.code == 0
    assert (tested.document["passed"], tested.document["failed"]) == (2, 0)


def test_the_trial_goes_as_it_is_told(call, nowhere, content, monkeypatch):
    assert TRIAL is not None
    lines = TRIAL[2].splitlines()
    typed = "".join(f"{line.removeprefix('> ')}\n" for line in lines if line.startswith("> "))
    monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
    told = call(*(str(content) if word == "my-errands" else word for word in TRIAL[1].split()))
    shown = iter(told.out.splitlines())
    for line in lines:
        assert line in shown, line


def test_it_can_be_drawn_and_read_in_words(call, nowhere, content, tmp_path):
    commands = re.findall(r"`(desk errands (?:graph|catalogue) .*?)`", CHAPTER)
    assert len(commands) == 2
    for command in commands:
        words = [str(content) if word == "my-errands" else word for word in command.split()[1:]]
        out = tmp_path / words[-1]
        assert call(*words[:-1], out).code == 0
        assert "The child is 7 to 17: yes" in out.read_text(encoding="utf-8")
    assert call("errands", "graph", "hobby_voucher", "--content", content, "--case", "seven_years").code == 0
