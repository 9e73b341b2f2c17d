"""``desk errands test``: conditions that nobody saw, and the made-up citizens that are kept beside an errand."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

FIXTURE = Path(__file__).parents[2] / "fixtures" / "errands"
ERRAND = Path("errands/library_card/errand.yaml")


@pytest.fixture
def content(tmp_path):
    return Path(shutil.copytree(FIXTURE, tmp_path / "content"))


def replaced(path, old, new):
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def test_the_examples_run_and_the_conditions_are_counted(call, nowhere, content):
    told = call("errands", "test", content, "--json")
    assert told.code == 0
    assert (told.document["passed"], told.document["failed"]) == (1, 0)
    conditions = told.document["conditions"]
    assert conditions["all"] - 1 == conditions["seen"] >= 20
    assert conditions["shown_by_examples"] < conditions["seen"]
    (never,) = conditions["never"]
    assert never.startswith("errands/lost_card/errand.yaml:16:14 W640")
    assert "never seen true: reader.fine < 100" in never
    assert f"Of {conditions['all']} conditions" in call("errands", "test", content).out


def test_a_condition_that_nobody_saw_is_listed_and_fails_only_when_asked(call, nowhere, content):
    replaced(content / ERRAND, "applies: reader.fine > 0", "applies: reader.fine > 0 and reader.fine >= 0")
    told = call("errands", "test", content)
    assert told.code == 0
    line = next(line for line in told.out.splitlines() if "W641" in line)
    assert line.startswith(f"{ERRAND.as_posix()}:")
    assert call("errands", "test", content, "--covered").code == 1


def test_the_citizens_are_kept_and_compared(call, nowhere, content):
    kept = content / "errands" / "library_card" / "witnesses.txt"
    assert call("errands", "test", content).code == 0
    assert not kept.exists()
    assert call("errands", "test", content, "--write").code == 0
    first = kept.read_text()
    assert "pay_fine after get_card\n  + reader.fine: 1\n  | reader.fine: 0 | 0.01\n" in first
    assert call("errands", "test", content).code == 0

    replaced(content / ERRAND, "applies: reader.fine > 0", "applies: reader.fine > 5")
    told = call("errands", "test", content)
    assert told.code == 1
    assert "errands/library_card/witnesses.txt:" in told.out
    assert "E642" in told.out
    assert call("errands", "test", content, "--json").document["witnesses"] != []
    assert call("errands", "test", content, "--write").code == 0
    assert kept.read_text() != first
    assert call("errands", "test", content).code == 0


def test_a_draft_keeps_its_citizens_in_its_own_folder(call, nowhere, content):
    (content / "drafts" / "errands").mkdir(parents=True)
    (content / "errands" / "lost_card").rename(content / "drafts" / "errands" / "lost_card")
    assert call("errands", "test", content, "--drafts", "--write").code == 0
    assert (content / "drafts" / "errands" / "lost_card" / "witnesses.txt").is_file()
    assert not (content / "errands" / "lost_card").exists()


def test_a_text_that_is_no_text_is_a_difference(call, nowhere, content):
    (content / "errands" / "library_card" / "witnesses.txt").write_bytes(b"\xff\x00\xfe")
    told = call("errands", "test", content)
    assert told.code == 1
    assert "E642" in told.out


def test_an_example_counts_only_for_its_own_errands(call, nowhere, content):
    """``reader.fine < 100`` stands in the other errand: the pupil's example does not show it."""
    pupil = content / "errands" / "library_card" / "cases" / "pupil.yaml"
    replaced(pupil, "reader.fine: unknown", "reader.fine: 7")
    replaced(pupil, "maybe: [pay_fine]", "steps: [pay_fine]")
    replaced(pupil, "  steps: [get_card, tell_new_address, homework_club, card_arrives]\n", "")
    alone = call("errands", "test", content, "--json").document["conditions"]["shown_by_examples"]
    replaced(pupil, "as_of:", "errands: [library_card, lost_card]\nas_of:")
    (content / "errands" / "lost_card" / "cases").mkdir(exist_ok=True)
    (content / "errands" / "lost_card" / "cases" / "rich.yaml").write_text(
        "case: A large fine\nas_of: 2026-11-21\nanswers: {reader.fine: 200}\nexpect: {not_steps: []}\n"
    )
    both = call("errands", "test", content, "--json").document["conditions"]["shown_by_examples"]
    assert both == alone + 1
