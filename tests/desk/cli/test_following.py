"""Follow-up on the command line: how steps stand, what came of them, and the day list of the whole point."""

from __future__ import annotations

import pytest

VISIT = """
channel: desk
citizen_language: fi
errands: [death_of_close_one]
answers: {deceased.died_on: 2026-11-20}
end: plan_given
keep: yes
"""
WAITS = """
steps:
  order_family_report:
    {owner: agency, progress: waiting, reference: DVV-12/2026, sent_on: 2026-11-20, expected_on: 2026-12-14}
contact:
  come_back_on: 2099-12-07
  ways: [{kind: phone, where: "040 1234567", safe: no}, {kind: letter, where: Kirjasto}]
"""
REFUSED = "results: {order_family_report: {result: refused, on: 2026-11-21, act_by: 2026-12-28}}"


@pytest.fixture
def kept(call, folder, write):
    ran = call("visits", "run", write("visit.yaml", VISIT), "--json")
    assert ran.code == 0, ran.err
    return ran.document


def days(call, *more):
    found = call("days", "--until", "2100-01-01", "--lang", "en", *more, "--json")
    assert found.code == 0, found.err
    return found.document["days"]


def test_a_step_is_followed_from_the_day_list_to_its_refusal(call, kept, write):
    visit = kept["id"]
    (before,) = [day for day in days(call) if day["of"] == "order_family_report"]
    assert (before["kind"], before["visit"], before["title"]) == ("deadline", visit, "Order the family report")
    told = call("visits", "follow", kept["plan_code"], write("follow.yaml", WAITS), "--json")
    assert told.code == 0, told.err
    assert told.document["steps"]["order_family_report"]["followed"]["progress"] == "waiting"
    after = {(day["kind"], day["of"]): day for day in days(call)}
    assert ("deadline", "order_family_report") not in after
    assert after["silence", "order_family_report"]["day"] == "2026-12-14"
    assert (after["comes_back", ""]["reach"], after["comes_back", ""]["avoid"]) == ("letter", ["phone"])
    refused = call("visits", "follow", visit, write("refused.yaml", REFUSED), "--json").document
    assert refused["steps"]["order_family_report"]["lead_days"] == 1
    assert ("appeal", "order_family_report") in {(day["kind"], day["of"]) for day in days(call)}
    assert "order_family_report: - agency done DVV-12/2026" in call("visits", "follow", visit).out
    assert "law" in call("days", "--until", "2100-01-01").out
    assert call("visits", "verify", "--json").document["ok"]


def test_a_call_back_is_promised_and_settled(call, kept, write):
    visit = kept["id"]
    promised = call(
        "visits", "follow", visit, write("a.yaml", "call_backs: [{day: 2099-01-02, words: tulkki}]"), "--json"
    )
    (call_back,) = promised.document["call_backs"]
    assert any(day["of"] == call_back["id"] for day in days(call))
    settled = write("b.yaml", f"settled: {{{call_back['id']}: reached}}")
    assert call("visits", "follow", visit, settled, "--json").document["call_backs"] == []


def test_nothing_is_due_of_what_is_erased(call, kept):
    assert days(call)
    assert call("visits", "erase", kept["id"]).code == 0
    assert days(call) == []
    assert "Nothing is due." in call("days").out
    assert call("visits", "follow", kept["id"]).code == 1


@pytest.mark.parametrize(
    "written",
    [
        "steps: {order_family_report: {owner: nobody, progress: waiting}}",
        "no_such_key: 1",
        "results: {order_family_report: {result: granted, on: someday}}",
        "- a list",
        "steps: {order_family_report: {owner: agency, progress: waiting}}",
        "steps: {order_family_report: {owner: desk, progress: to_do, reference: 'pin: 1234'}}",
        "steps: {no_such_step: {owner: desk, progress: to_do}}",
        "contact: {ways: [{kind: phone, safe: perhaps}]}",
        "{",
    ],
)
def test_a_file_that_says_something_else_is_refused_in_one_line(call, kept, write, written):
    said = call("visits", "follow", kept["id"], write("wrong.yaml", written))
    assert said.code == 1
    assert said.one_line
    assert "1234" not in said.one_line


def test_a_visit_that_is_not_there_says_so(call, folder):
    assert "no such visit" in call("visits", "follow", "no-such-visit").one_line
