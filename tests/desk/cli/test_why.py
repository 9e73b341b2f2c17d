"""``desk path --why``: a step or a question explained, for people and as one document."""

from __future__ import annotations

import pytest

WIDOW = "deceased.died_on: 2026-09-24\ndeceased.relation: spouse\n"


@pytest.fixture
def widow(write):
    return write("widow.yaml", WIDOW)


def test_a_step_is_explained_in_each_language(call, nowhere, widow):
    said = [
        call("path", "E02", "--answers", widow, "--as-of", "2026-11-22", "--why", "estate_inventory", *lang)
        for lang in ((), ("--lang", "sv"), ("--lang", "en"))
    ]
    assert [each.code for each in said] == [0, 0, 0]
    assert "torstai 24.12.2026 (jouluaatto)" in said[0].out
    assert "julafton" in said[1].out
    assert "Christmas Eve" in said[2].out


def test_as_json_every_part_stands_by_itself(call, nowhere, widow):
    said = call("path", "E02", "--answers", widow, "--as-of", "2026-11-22", "--why", "tell_survivor", "--json")
    why = said.document
    assert set(why) == {"step", "title", "outcome", "because", "rule", "rows", "source", "counting", "would_change"}
    assert why["step"] == "tell_survivor"
    assert why["would_change"]


def test_a_question_tells_what_each_answer_does(call, nowhere):
    why = call("path", "E02", "--why", "deceased.relation", "--json").document
    assert {len(answer["effects"]) > 0 for answer in why["answers"]} == {True}
    assert call("path", "E02", "--why", "home.old_municipality", "--json").document["answers"] is None


def test_a_name_that_is_neither_ends_in_one_line(call, nowhere):
    said = call("path", "E02", "--why", "estate_inventori")
    assert (said.code, said.out) == (1, "")
    assert "estate_inventori" in said.err
