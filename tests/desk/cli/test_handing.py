"""``desk documents`` and handing over on the command line: nothing personal is an argument, no traceback ever."""

from __future__ import annotations

import pytest


@pytest.fixture
def visit(call, folder, tmp_path):
    """A visit that is open."""
    script = tmp_path / "visit.yaml"
    script.write_text("errands: [moving_within_finland]\n", encoding="utf-8")
    said = call("visits", "run", script, "--json")
    assert said.code == 0, said.err
    return said.document["id"]


@pytest.fixture
def lease(tmp_path):
    path = tmp_path / "lease.yaml"
    path.write_text("{agency: kela, what: Vuokrasopimus, pages: 4, original: yes, giver: Maija Mallikas}\n", "utf-8")
    return path


@pytest.fixture
def telling(tmp_path):
    path = tmp_path / "telling.yaml"
    path.write_text("{agency: dvv, kinds: [housing], sentences: [Muutti 1.11.2026.], follow: yes}\n", "utf-8")
    return path


def test_a_document_is_received_listed_transferred_and_its_papers_are_the_same_again(call, visit, lease, tmp_path):
    refused = call("documents", "receive", visit, lease)
    assert refused.code == 1
    assert "no agreement on taking in documents for Kela" in refused.one_line
    assert call("point", "agree", "kela", "--task", "documents_in").code == 0
    first, again = tmp_path / "a.pdf", tmp_path / "b.pdf"
    said = call("documents", "receive", visit, lease, "--out", first, "--json")
    assert said.document["document"]["in_time_here"] is True
    number = said.document["document"]["number"]
    assert call("documents", "print", number, "--out", again).code == 0
    assert first.read_bytes() == again.read_bytes()
    (held,) = call("documents", "list", "--json").document["held"]
    assert (held["number"], held["what"]) == (number, "Vuokrasopimus")
    same = call("documents", "transfer", number, "--to", "kela", "--told", "at_desk")
    assert "this is no transfer" in same.one_line
    notice = tmp_path / "notice.pdf"
    moved = call("documents", "transfer", number, "--to", "dvv", "--told", "at_desk", "--out", notice, "--json")
    assert moved.document["sent"]["transferred"] is True
    assert notice.read_bytes().startswith(b"%PDF")
    assert "went on already" in call("documents", "send", number).one_line
    listed = call("documents", "list", "--out", tmp_path / "list.pdf")
    assert listed.code == 0
    assert "sent to" in listed.out


def test_without_an_agreement_it_is_taken_only_when_the_citizen_was_told(call, visit, lease):
    said = call("documents", "receive", visit, lease, "--told")
    assert "no deadline is kept by it" in said.out
    assert call("documents", "send", "1-1", "--how", "courier").code == 0
    assert call("documents", "send", "9-9").one_line.startswith("No document was received under the number 9-9.")


@pytest.mark.parametrize("content", ["{", "{agency: kela, pages: many}", "[]", "{agency: kela, pages: 1}", "{what: x}"])
def test_a_document_that_cannot_be_read_is_refused_in_one_line(call, visit, tmp_path, content):
    path = tmp_path / "bad.yaml"
    path.write_text(content, encoding="utf-8")
    said = call("documents", "receive", visit, path, "--told")
    assert said.code == 1
    assert said.one_line


def test_the_citizen_is_asked_first_and_the_code_is_good_once(call, visit, telling, tmp_path):
    asked = call("visits", "refer", visit, telling, "--ask", "--json").document
    assert "Muutti 1.11.2026." in asked["words"]
    assert call("visits", "refer", visit, telling).code == 1
    letter, copy = tmp_path / "letter.pdf", tmp_path / "copy.pdf"
    said = call(
        "visits", "refer", visit, telling, "--consented", asked["code"], "--letter", letter, "--copy", copy, "--json"
    )
    assert said.code == 0, said.err
    assert letter.read_bytes() != copy.read_bytes()
    again = call("visits", "refer", visit, telling, "--consented", asked["code"])
    assert "has not agreed to these very words" in again.one_line
    unknown = call("visits", "referral", said.document["code"], "--result", "done")
    assert unknown.code == 1  # its plan is not kept


def test_a_visit_is_handed_over_and_taken(call, visit, tmp_path):
    words = tmp_path / "words.yaml"
    words.write_text("{words: Tulee takaisin kello 14.}\n", encoding="utf-8")
    assert call("visits", "waiting").out.strip() == "No visit waits for anybody."
    assert call("visits", "hand-over", visit, "--words", words, "--json").document["handed_to"]["to"] is None
    (waits,) = call("visits", "waiting", "--json").document["waiting"]
    assert waits["visit"] == visit
    taken = call("visits", "take-over", visit, "--json").document
    assert taken["words"] == "Tulee takaisin kello 14."
    assert call("visits", "take-over", visit).one_line.startswith("Nobody handed this visit over.")
    assert call("visits", "hand-over", visit, "--to", "nobody").code == 1


def test_in_the_place_of_a_colleague_one_goes_on_only_when_one_says_so(call, visit, monkeypatch):
    def hire(name, role, pin, *who):
        monkeypatch.setenv("DESK_NEW_PIN", pin)
        assert call("staff", "add", name, "--role", role, *who).code == 0

    hire("Maija Malli", "supervisor", "4711")
    monkeypatch.setenv("DESK_PIN", "4711")
    hire("Pekka Neuvoja", "service_adviser", "90210", "--as", "Maija Malli")
    hire("Liisa Lahti", "service_adviser", "86420", "--as", "Maija Malli")
    assert call("visits", "hand-over", visit, "--to", "Pekka Neuvoja", "--as", "Maija Malli").code == 0
    monkeypatch.setenv("DESK_PIN", "86420")
    refused = call("visits", "take-over", visit, "--as", "Liisa Lahti")
    assert refused.code == 1
    assert "somebody else" in refused.one_line
    taken = call("visits", "take-over", visit, "--instead", "--as", "Liisa Lahti", "--json").document["taken_over"]
    assert taken["by"] != taken["given_by"]
