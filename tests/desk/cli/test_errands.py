"""``desk errands`` and ``desk path``: what they print, and that they need no data folder and no keyring."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

WIDOW = """
deceased.died_on: 2026-11-02
deceased.relation: spouse
deceased.died_abroad: no
citizen.e_id: none
citizen.device: no
estate.has_debts: declined
estate.needs_more_time: unknown
"""
MODES = {"automatic", "self_service", "assisted", "visit", "remote", "paper"}


@pytest.fixture
def widow(write):
    return write("widow.yaml", WIDOW)


def test_the_list_names_the_errands_with_their_sizes(call, nowhere):
    listed = call("errands", "list", "--json")
    assert (listed.code, listed.err) == (0, "")
    errands = listed.document["errands"]
    assert [errand["number"] for errand in errands] == [f"E{number:02}" for number in range(1, 15)]
    for errand in errands:
        assert set(errand) == {"id", "number", "title", "steps", "facts", "cases"}
        assert errand["steps"] >= 10
        assert errand["facts"] >= 10
        assert errand["cases"] >= 10
    plain = call("errands", "list")
    assert all(errand["title"] in plain.out for errand in errands)


def test_an_errand_shows_its_facts_with_types_options_and_conditions(call, nowhere):
    by_id = call("errands", "show", "death_of_close_one", "--json").document
    assert by_id == call("errands", "show", "E02", "--json").document
    facts = {fact["fact"]: fact for fact in by_id["facts"]}
    assert facts["deceased.died_on"]["type"] == "date"
    assert "spouse" in facts["deceased.relation"]["options"]
    assert any(fact["ask_when"] for fact in by_id["facts"])
    assert all(fact["question"] for fact in by_id["facts"] if not fact["calculated"])
    assert call("errands", "show", "E02").out.startswith("E02 death_of_close_one")
    assert "Närstående" in call("errands", "show", "E02", "--lang", "sv", "--json").document["title"]


def test_the_path_is_one_document_of_the_promised_shape(call, nowhere, widow):
    said = call("path", "E02", "--answers", widow, "--as-of", "2026-11-23", "--json")
    assert (said.code, said.err) == (0, "")
    path = said.document
    assert {"errands", "version", "as_of", "steps", "automatic", "maybe", "ruled_out", "open_questions"} <= set(path)
    assert (path["errands"], path["as_of"]) == (["death_of_close_one"], "2026-11-23")
    ids = [step["id"] for step in path["steps"]]
    keys = {"id", "agency", "title", "mode", "deadline", "last_lawful_day", "deadline_text", "fee", "documents"}
    for step in path["steps"]:
        assert keys | {"after", "channels", "because", "verified"} <= set(step)
        assert step["mode"] in MODES
        assert set(step["after"]) <= set(ids)
        for day in (step["deadline"], step["last_lawful_day"]):
            assert day is None or str(date.fromisoformat(day)) == day
        if step["fee"] is not None:
            assert {"amount", "currency", "source", "verified"} == set(step["fee"])
            assert step["fee"]["amount"] is None or Decimal(step["fee"]["amount"]).as_tuple().exponent == -2
    assert path["automatic"] == [step["id"] for step in path["steps"] if step["mode"] == "automatic"]
    for maybe in path["maybe"]:
        assert {"id", "title", "open", "declined"} <= set(maybe)
        assert maybe["open"] or maybe["declined"]
    assert all({"id", "because"} <= set(out) for out in path["ruled_out"])
    everywhere = ids + [step["id"] for step in (*path["maybe"], *path["ruled_out"])]
    assert len(everywhere) == len(set(everywhere))
    assert not set(path["open_questions"]) & set(call("path", "E02", "--json").document["errands"])
    assert "citizen.e_id" not in path["open_questions"]


def test_a_path_may_span_errands_and_the_order_of_the_file_means_nothing(call, nowhere, write, widow):
    turned = write("turned.yaml", "\n".join(reversed(WIDOW.strip().splitlines())))
    both = call("path", "E02", "E04", "--answers", widow, "--as-of", "2026-11-23", "--json")
    assert both.document["errands"] == ["death_of_close_one", "unemployment"]
    other = call("path", "E02", "E04", "--answers", turned, "--as-of", "2026-11-23", "--json")
    assert both.document == other.document


def test_the_path_speaks_the_language_that_was_asked_for(call, nowhere, widow):
    titles = {
        language: [s["title"] for s in call("path", "E02", "--lang", language, "--json").document["steps"]]
        for language in ("fi", "sv", "en")
    }
    assert len({tuple(each) for each in titles.values()}) == 3
    assert call("path", "E02", "--answers", widow, "--lang", "sv").code == 0


def test_json_may_stand_before_or_after_the_command(call, nowhere):
    assert call("--json", "errands", "list").document == call("errands", "list", "--json").document


def test_the_shipped_errands_pass_their_own_checks_and_examples(call, nowhere):
    checked = call("errands", "check", "--json")
    assert (checked.code, checked.document["errors"]) == (0, 0), checked.document["findings"]
    tested = call("errands", "test", "--json")
    assert (tested.code, tested.document["failed"]) == (0, 0), tested.document["failures"]
    assert tested.document["passed"] >= 30


def test_the_graph_is_mermaid(call, nowhere):
    assert call("errands", "graph", "E02").out.startswith(("flowchart", "graph"))


def test_broken_definitions_are_told_with_file_line_and_column(call, nowhere, tmp_path):
    broken = tmp_path / "content" / "errands" / "x"
    broken.mkdir(parents=True)
    (broken / "errand.yaml").write_text("errand: x\nsteps:\n  - id: [a\n")
    for command in ("check", "test"):
        said = call("errands", command, tmp_path / "content")
        assert said.code == 1
        assert "errand.yaml:" in said.out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["path", "death_of_close_on"], "death_of_close_one"),
        (["path", "E99"], "E99"),
        (["errands", "show", "xyzzy"], "desk errands list"),
        (["errands", "graph", ""], "desk errands list"),
        (["path", "E02", "--as-of", "23.11.2026"], "23.11.2026"),
        (["path", "E02", "--as-of", "2026-02-30"], "2026-02-30"),
        (["path", "E02", "--as-of", ""], ""),
        (["path", "E02", "--lang", "xx"], "xx"),
        (["path", "E02", "--answers", "no/such/file.yaml"], "no/such/file.yaml"),
        (["path", "E02", "--answers", "."], "."),
        (["errands", "check", "no/such/folder"], "no/such/folder"),
        (["errands", "test", "no/such/folder"], "no/such/folder"),
    ],
)
def test_what_is_not_there_is_said_in_one_line(call, nowhere, words, told):
    said = call(*words)
    assert said.code == 1
    assert told in said.one_line


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ("deceased.died_onn: 2026-11-02", "deceased.died_on"),
        ("deceased.died_on: yesterday", ":1:"),
        ("deceased.died_on: 2026-13-02", "died_on"),
        ("deceased.relation: wife", "deceased.relation"),
        ("citizen.age: 12.5", "citizen.age"),
        ("citizen.device: maybe", "citizen.device"),
        ("citizen.device:", "citizen.device"),
        ("citizen.device: {yes: no}", "citizen.device"),
        ("- just\n- a list", "answers"),
        ("just words", "answers"),
        ("a: [b", ":"),
        ("citizen.device: yes\ncitizen.device: no", "citizen.device"),
        ("citizen.device: !!python/object/apply:os.system ['true']", ""),
        ("citizen.device: &a yes\ncitizen.e_id: *a", ""),
        ("\ufeffcitizen.device: 0x1F", "citizen.device"),
        ("\x00", ""),
    ],
)
def test_an_answers_file_that_cannot_be_used_says_where_and_why(call, nowhere, write, answers, told):
    said = call("path", "E02", "--answers", write("answers.yaml", answers))
    assert said.code == 1
    assert told in said.one_line
    assert "answers.yaml" in said.one_line


def test_an_empty_answers_file_is_a_citizen_who_has_said_nothing(call, nowhere, write):
    empty = call("path", "E02", "--answers", write("answers.yaml", ""), "--as-of", "2026-11-23", "--json")
    assert empty.document == call("path", "E02", "--as-of", "2026-11-23", "--json").document


def test_zeros_and_no_mean_what_they_say(call, nowhere, write):
    """YAML would read 00100 as 64 and ``no`` as False; our files are text."""
    answers = write("answers.yaml", "citizen.device: no\ncitizen.age: 017\n")
    assert call("path", "E02", "E04", "--answers", answers).code == 0


def test_there_is_no_expression_that_runs(call, nowhere, write, tmp_path):
    answers = write("answers.yaml", f"!!python/object/apply:os.mkdir ['{tmp_path}/made']")
    call("path", "E02", "--answers", answers)
    assert not (tmp_path / "made").exists()


def test_the_steps_of_one_mode_can_be_looked_at_alone(call, nowhere):
    whole = call("errands", "show", "E12", "--json").document["steps"]
    visits = call("errands", "show", "E12", "--mode", "visit", "--json").document["steps"]
    assert visits == [step for step in whole if step["mode"] == "visit"] != []
    assert {step["mode"] for step in whole} <= MODES
    told = next(step for step in whole if step["id"] == "kela_paper_mandate")
    assert (told["at_desk"], told["task"]) == (True, "documents_in")
    assert {"id": "mail", "kind": "mail", "needs": []} in told["channels"]
    assert call("errands", "show", "E12", "--mode", "pigeon").code == 2
