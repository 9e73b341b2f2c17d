"""The casebook on the command line: backups and restoring, what is kept how long, and what a person is given."""

from __future__ import annotations

import pytest

from offline_cache.connection import transaction
from tests.desk.cli.conftest import PASSPHRASE
from tests.offline_cache.opening import opened, tools
from tests.printing.reading import text_of

VISIT = """
errands: [death_of_close_one]
citizen_language: fi
answers: {deceased.died_on: 2026-11-02, deceased.relation: spouse}
steps: {funeral: {decision: declined, reason: 'tytär hoitaa', note: 'soitettu'}}
end: plan_given
keep: yes
"""


@pytest.fixture
def visit(call, folder, write):
    """A kept plan."""
    return call("visits", "run", write("visit.yaml", VISIT)).out.split()[1]


def test_a_backup_is_made_listed_and_put_back(call, visit, folder):
    made = call("casebook", "backup", "--json").document["name"]
    erased = call("visits", "run", "--json", folder.parent / "visit.yaml").document["id"]
    (listed,) = call("casebook", "backups", "--json").document["backups"]
    assert (listed["name"], listed["why"]) == (made, "asked")
    dry = call("casebook", "restore", made, "--dry-run", "--json").document
    assert (dry["restored"], dry["lost"]["opened"]) == (False, 1)
    said = call("casebook", "restore", made)
    assert said.code == 0, said.err
    assert "1 of them opened since" in said.out
    ids = [each["id"] for each in call("visits", "list", "--json").document["visits"]]
    assert (visit in ids, erased in ids) == (True, False)
    assert call("visits", "verify").code == 0
    assert call("casebook", "check", "--json").document["ok"] is True


def test_an_unknown_backup_and_a_wrong_time_are_said_in_one_line(call, folder):
    assert "no-such" in call("casebook", "restore", "no-such").one_line
    assert "2" in call("casebook", "times", "--log-years", "9").one_line
    assert call("casebook", "times", "--role", "digital_support", "--months", "1").one_line
    assert call("casebook", "times", "--role", "nobody", "--months", "1").one_line
    assert call("casebook", "times", "--months", "1").code == 2


def test_what_is_kept_goes_when_its_time_is_over_and_not_before(call, visit, folder, tmp_path):
    assert call("casebook", "retention", "--dry-run", "--json").document["total"] == 0
    shown = call(
        "casebook", "times", "--json", "--role", "service_adviser", "--months", "3", "--at-most", "12"
    ).document
    assert shown["plans"]["service_adviser"] == {"months": 3, "at_most": 12}
    out = tmp_path / "receipt.pdf"
    done = call("casebook", "retention", "--json", "--out", out, "--lang", "en").document
    assert (done["total"], done["dry_run"]) == (0, False)
    assert "Nothing has had its time" in text_of(out.read_bytes())


def test_a_person_is_given_everything_in_plain_words(call, visit, folder, tmp_path):
    out = tmp_path / "copy.pdf"
    assert call("visits", "export", visit, "--lang", "en", "--out", out).code == 0
    told = text_of(out.read_bytes())
    for words in ("What we keep about you", "tytär hoitaa", "you did not want it", "The visit began", "until"):
        assert words in told, words
    text = call("visits", "export", visit, "--lang", "en").out
    assert "soitettu" not in text, "a note dies with the visit"
    document = call("visits", "export", visit, "--json").document
    assert document["copy"]["answers"][0]["said"]
    kinds = [event["kind"] for event in document["events"]]
    assert kinds.count("CaseExported") == 2
    assert call("visits", "show", visit).code == 0
    assert "CaseRead" in call("visits", "export", visit, "--json").out


def test_what_is_kept_is_told_by_kinds_and_what_would_go_is_what_goes(call, visit, folder):
    told = call("visits", "kept", visit)
    assert told.code == 0, told.err
    for words in ("• Answers: 2", "What goes, for good", "What stays, and why", "no law sets it"):
        assert words in told.out
    assert "tytär" not in told.out, "kinds, and no content"
    before = call("visits", "kept", visit, "--json").document
    assert before["kept"]["holdings"][0]["rule"] == "plan"
    assert call("visits", "erase", visit).code == 0
    after = call("visits", "kept", visit, "--json").document
    assert after["kept"]["holdings"] == before["erasure"]["stays"]
    assert (after["kept"]["erased"], after["erasure"]["goes"]) == (True, [])


def test_erasing_on_request_reaches_the_backups_and_says_what_stays(call, visit, folder):
    before = call("casebook", "backup", "--json").document["name"]
    said = call("visits", "erase", visit)
    assert said.code == 0, said.err
    assert "No backup holds it." in said.out
    (left,) = call("casebook", "backups", "--json").document["backups"]
    assert left["name"] != before
    assert call("visits", "verify").code == 0
    document = call("visits", "erase", visit, "--json").document
    assert (document["erased_events"], document["last_copy_gone"]) == (0, None)
    told = call("visits", "export", visit, "--lang", "en").out
    assert "has been erased" in told
    assert "tytär" not in told


def test_the_end_of_the_journal_is_written_down_and_found_again(call, visit, folder):
    (code,) = call("visits", "verify", "--head", "--json").document["heads"]
    call("visits", "show", visit)
    assert call("visits", "verify", "--anchor", code).code == 0
    other = code.replace(code[-7], "0" if code[-7] != "0" else "1")
    assert call("visits", "verify", "--anchor", other).one_line
    assert call("visits", "verify", "--anchor", code.lower().replace("-", " ", 1).replace(" ", "-", 1)).code == 0
    assert "Nothing" not in call("visits", "verify", "--anchor", "what").one_line


def test_a_row_that_was_altered_by_hand_is_named_and_made_again_from_the_journal(call, visit, folder):
    whole = call("casebook", "check", "--thorough")
    assert (whole.code, "What the screens show is what the journal says: 1 visit." in whole.out) == (0, True)
    store = opened(folder, tools(typed=PASSPHRASE))
    with transaction(store.casebook) as connection:
        connection.execute("UPDATE visit SET answers = answers + 40")
    store.close()
    assert call("casebook", "check").code == 0, "pages and links are whole: only the thorough look compares"
    found = call("casebook", "check", "--thorough")
    assert found.code == 1
    (day,) = (each["opened_at"][:10] for each in call("visits", "list", "--json").document["visits"])
    assert f"Table visit, visit 1 of {day}: 1 missing, 1 too many." in found.out
    (line,) = found.err.strip().splitlines()
    for said in ("Tables: visit. Visits: 1.", "desk casebook rebuild", "nothing is lost"):
        assert said in line
    told = call("casebook", "check", "--thorough", "--json")
    assert (told.code, told.document["ok"], told.document["compared"]["visits"]) == (1, False, 1)
    (differing,) = told.document["compared"]["differing"]
    assert (differing["table"], differing["number"], differing["visit"]) == ("visit", 1, visit)
    rebuilt = call("casebook", "rebuild")
    assert (rebuilt.code, rebuilt.err) == (0, "")
    assert call("casebook", "check", "--thorough", "--json").document["ok"] is True
    assert call("visits", "verify").code == 0


def test_the_short_look_says_that_nothing_was_compared(call, visit):
    assert call("casebook", "check", "--json").document["compared"] is None
    assert call("casebook", "rebuild", "--json").document == {"rebuilt": True}
