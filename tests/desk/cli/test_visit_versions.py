"""Visits that follow older errands, on the command line: what changed, taking it, and what was withdrawn."""

from __future__ import annotations

import pytest

from desk.bootstrap import building
from tests.desk.usecases.newer_rules import LATER, WITHDRAWAL
from tests.desk.usecases.rooms import changed_real_bundle, real_bundle

VISIT = """
channel: desk
citizen_language: fi
errands: [death_of_close_one]
answers: {deceased.died_on: 2026-11-20}
steps:
  funeral: {decision: handled}
end: END
keep: yes
"""


@pytest.fixture
def renewed(monkeypatch):
    """From here on the program has other errands."""

    def renew(bundle):
        monkeypatch.setattr(building, "content", lambda _installation=None: bundle)
        monkeypatch.setattr("desk.bootstrap.content", lambda _installation=None: bundle)

    renew(real_bundle())
    return renew


def visit_of(call, write, end):
    ran = call("visits", "run", write("visit.yaml", VISIT.replace("END", end)), "--json")
    assert ran.code == 0, ran.err
    return ran.document["id"]


def test_a_parked_visit_tells_what_changed_and_follows_what_it_is_told(call, folder, write, renewed):
    visit = visit_of(call, write, "park")
    assert call("visits", "changes", visit, "--json").document["news"] is None
    renewed(changed_real_bundle(LATER))
    told = call("visits", "changes", visit, "--lang", "en", "--json").document
    assert told["follows"] != told["newest"]
    report = next(step for step in told["news"]["steps"] if step["id"] == "order_family_report")
    assert report["happened"] == "changed"
    assert report["lines"][0].startswith("Deadline: 11 December")
    assert call("visits", "stay", visit, "--json").document == {"follows": told["follows"]}
    assert call("visits", "changes", visit, "--json").document["news"]["stays"]
    lines = call("visits", "changes", visit, "--lang", "en").out
    assert "~ Order the family report" in lines
    assert call("visits", "take", visit).out.strip() == told["newest"]
    shown = call("visits", "show", visit, "--json").document
    assert shown["steps"]["funeral"]["decision"] == "handled"
    assert call("visits", "verify", "--json").document["ok"]


def test_whoever_was_told_something_wrong_gets_a_correction(call, folder, write, renewed, tmp_path):
    visit = visit_of(call, write, "plan_given")
    assert call("visits", "affected", "--json").document == {"visits": []}
    refused = call("print", "correction", "--visit", visit, "--out", tmp_path / "nothing.pdf")
    assert (refused.code, len(refused.err.splitlines())) == (1, 1)
    assert not (tmp_path / "nothing.pdf").exists()
    renewed(changed_real_bundle(LATER, more=WITHDRAWAL))
    (withdrawn,) = call("errands", "withdrawn", "--lang", "en", "--json").document["withdrawals"]
    assert (withdrawn["step"], withdrawn["reason"]) == ("order_family_report", "The day was wrong.")
    assert "order_family_report" in call("errands", "withdrawn").out
    (found,) = call("visits", "affected", "--json").document["visits"]
    assert (found["id"], found["withdrawals"]) == (visit, ["report_day"])
    assert visit in call("visits", "affected").out
    printed = call("print", "correction", "--visit", visit, "--lang", "sv", "--out", tmp_path / "correction.pdf")
    assert printed.code == 0, printed.err
    assert (tmp_path / "correction.pdf").read_bytes().startswith(b"%PDF")
    assert call("visits", "affected", "--json").document == {"visits": []}


def test_a_visit_that_is_not_there_is_told_in_one_line(call, folder):
    for command in ("changes", "take", "stay"):
        said = call("visits", command, "no-such-visit")
        assert (said.code, len(said.err.splitlines())) == (1, 1)
