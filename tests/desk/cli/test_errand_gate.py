"""The gate on the command line: findings for a program to read, exit codes, and records of translations."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

FIXTURE = Path(__file__).parents[2] / "fixtures" / "errands"
KEYS = {"file", "line", "column", "code", "severity", "message", "remedy"}


@pytest.fixture
def content(tmp_path):
    return Path(shutil.copytree(FIXTURE, tmp_path / "content"))


def change(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_findings_are_told_as_data(call, nowhere, content):
    change(content / "errands/library_card/texts/fi.yaml", "fi: Ask at the desk.", "Kysy, mikäli haluat.")
    checked = call("errands", "check", content, "--json")
    assert checked.code == 0
    assert all(set(finding) == KEYS for finding in checked.document["findings"])
    (found,) = [finding for finding in checked.document["findings"] if finding["code"] == "W703"]
    assert found["file"] == "errands/library_card/texts/fi.yaml"
    assert (found["severity"], found["remedy"]) == ("warning", "jos")
    line = (content / found["file"]).read_text(encoding="utf-8").split("\n")[found["line"] - 1]
    assert line[found["column"] - 1 :].startswith("mikäli")
    counted = [finding["severity"] for finding in checked.document["findings"]]
    for severity in ("error", "warning", "note"):
        assert checked.document[f"{severity}s"] == counted.count(severity)


def test_an_error_ends_with_one_and_a_warning_does_not(call, nowhere, content):
    assert call("errands", "check", content).code == 0
    change(content / "parameters/library.yaml", "2020-01-01, source", "2020-01-01, valid_to: 2021-01-01, source")
    checked = call("errands", "check", content)
    assert checked.code == 1
    assert "E614" in checked.out
    assert call("errands", "check", content, "--json").document["errors"] == 1
    assert call("errands", "check", content / "nowhere").code == 1
    assert call("errands", "check", content, "--nonsense").code == 2


def codes(call, content):
    return {found["code"] for found in call("errands", "check", content, "--json").document["findings"]}


def test_translations_are_recorded_and_a_change_shows(call, nowhere, content):
    assert "N522" in codes(call, content)
    assert call("errands", "translated", "all", "--in", content).code == 0
    assert not {"N522", "W520", "W521"} & codes(call, content)
    change(content / "errands/library_card/texts/fi.yaml", "fi: Ask at the desk.", "fi: Ask us.")
    assert "W520" in codes(call, content)
    said = call("errands", "translated", "library_card", "sv", "--in", content)
    assert (said.code, "library_card sv: 1 " in said.out) == (0, True)
    assert "W520" in codes(call, content)
    call("errands", "translated", "library_card", "en", "--only", "step.get_card.what", "--in", content)
    assert "W520" not in codes(call, content)


def test_records_of_a_draft_lie_beside_it(call, nowhere, content):
    draft = content / "drafts/errands/lost_card"
    draft.parent.mkdir(parents=True)
    (content / "errands/lost_card").rename(draft)
    assert call("errands", "translated", "lost_card", "--in", content, "--drafts").code == 0
    assert (content / "drafts/translated/lost_card.json").exists()
    assert not (content / "translated/lost_card.json").exists()
    assert call("errands", "translated", "lost_card", "--in", content).code == 2


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["library_crad"], "library_card"),
        (["library_card", "se"], "sv"),
        (["library_card", "--only", "step.get_card.whut"], "step.get_card.what"),
    ],
)
def test_a_wrong_word_is_told_and_nothing_is_written(call, nowhere, content, words, told):
    said = call("errands", "translated", *words, "--in", content)
    assert said.code == 2
    assert told in said.err
    assert not (content / "translated").exists()
