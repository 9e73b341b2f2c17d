"""``desk mandates``: from the first question to the paper that is held against the journal, without a window."""

from __future__ import annotations

import pytest

SCRIPT = """
mode: act_for
citizen_language: sv
errands: [housing_and_social_assistance, unemployment]
mandate:
  capacity: clear
  draw:
    giver: Maija Mallikas
    lasting: until_closed
    lines: [{errand: housing_and_social_assistance, agency: kela, kinds: [contact, money]}]
  sign: {kept_where: Binder 3}
  acts: [{step: support_check_benefits, reference: KELA/12/2026}]
"""


@pytest.fixture
def named(folder, call):
    """The data folder of a desk with a name."""
    assert call("point", "--name", "Kallion asiointipiste").code == 0
    return folder


@pytest.fixture
def given(named, tmp_path, call):
    """A visit from a script, with a mandate that was acted under: its id and the mandate's code."""
    script = tmp_path / "visit.yaml"
    script.write_text(SCRIPT)
    ran = call("visits", "run", str(script))
    assert ran.code == 0, ran.err
    visit = ran.out.split()[1]
    return visit, call("mandates", "show", visit, "--json").document["mandates"][0]["code"]


def test_a_scripted_visit_gives_a_mandate_and_acts(given, call):
    visit, code = given
    shown = call("mandates", "show", visit, "--json").document
    assert [each["state"] for each in shown["mandates"]] == ["in_force"]
    (act,) = shown["acts"]
    assert (act["step"], act["reference"], act["line"]) == ("support_check_benefits", "KELA/12/2026", 1)
    assert code in call("mandates", "show", visit).out


def test_what_is_not_allowed_is_told_with_its_line_and_the_rest_goes_on(given, call):
    visit, code = given
    assert call("mandates", "act", visit, "support_tell_changes", "--look").code == 0
    too_much = call("mandates", "act", visit, "support_tell_changes", "--kind", "health")
    assert too_much.code == 1
    assert "Line 1" in too_much.one_line
    assert "health" in too_much.one_line
    told = call("mandates", "act", visit, "tax_card_for_benefit", "--look", "--json").document
    assert (told["allowed"], told["why"]) == (False, "no_line")
    withdrawn = call("mandates", "withdraw", visit, code, "--line", "1", "--json").document
    assert withdrawn["lines"][0]["withdrawn"]
    assert call("mandates", "act", visit, "support_tell_changes").code == 1
    assert call("mandates", "withdraw", visit, code, "--line", "9").code == 1


def test_a_paper_is_held_against_the_journal_by_its_code(given, call):
    visit, code = given
    told = call("mandates", "verify", code.lower().replace("0", "o"), "--json").document
    assert (told["truth"], told["state"], told["visit"]) == ("as_written", "in_force", visit)
    assert [text["language"] for text in told["texts"]] == ["sv", "fi"]
    assert any("Maija Mallikas" in clause for clause in told["texts"][0]["clauses"])
    slipped = code[:-1] + ("X" if code[-1] != "X" else "Z")
    assert "group 3" in call("mandates", "verify", slipped).one_line
    assert call("mandates", "verify", "no code").code == 1


def test_drawing_signing_and_renewing_take_what_is_personal_from_a_file(given, call, tmp_path):
    visit, code = given
    wish = tmp_path / "wish.yaml"
    wish.write_text("capacity: clear\ndraw: {giver: Maija Mallikas, form: spoken}\n")
    spoken = call("mandates", "draw", visit, str(wish), "--json").document
    assert (spoken["form"], spoken["signed_on"]) == ("spoken", None)
    assert call("mandates", "sign", visit, spoken["code"]).code == 1
    assert call("mandates", "sign", visit, spoken["code"], "--read-back", "--json").document["read_back"]
    wish.write_text("capacity: clear\n")
    assert call("mandates", "draw", visit, str(wish)).code == 0
    wish.write_text("lasting: until_closed\n")
    renewed = call("mandates", "renew", visit, code, str(wish), "--json").document
    assert (renewed["signed_on"], renewed["renews"] is not None) == (None, True)
    signing = tmp_path / "signing.yaml"
    signing.write_text("{kept_where: Binder 4, witness: Ville Vierasmies}\n")
    assert call("mandates", "sign", visit, renewed["id"], str(signing), "--json").document["signed_on"]


@pytest.mark.parametrize("content", ["", "capacity: perhaps", "draw: {lines: x}", "sign: [", "capacitas: clear", "- 1"])
def test_a_file_that_says_something_else_is_named_with_its_place(given, call, tmp_path, content):
    visit, _ = given
    file = tmp_path / "broken.yaml"
    file.write_text(content)
    told = call("mandates", "draw", visit, str(file))
    assert told.code in (0, 1)
    if content:
        assert told.code == 1
        assert "broken.yaml" in told.one_line


def test_papers_are_printed_and_noted(given, call, tmp_path):
    visit, code = given
    for arguments in (
        ["--mandate", code, "--copy", "desk"],
        ["--mandate", code, "--copy", "citizen", "--large"],
        ["--paper", "acts"],
    ):
        out = tmp_path / "paper.pdf"
        told = call("mandates", "print", visit, *arguments, "--out", str(out))
        assert told.code == 0, told.err
        assert out.read_bytes().startswith(b"%PDF")
    assert call("mandates", "print", visit, "--paper", "withdrawal", "--mandate", code, "--out", str(out)).code == 1
    assert call("mandates", "print", visit, "--out", str(out)).code == 2


def test_the_points_own_policy_is_set_within_its_limits(named, call):
    assert call("mandates", "policy", "--json").document["spoken_days"] == 14
    assert call("mandates", "policy", "spoken_days", "7", "--json").document["spoken_days"] == 7
    assert call("mandates", "policy", "spoken_days", "99").code == 1
    assert call("mandates", "policy", "--json").document["spoken_days"] == 7
