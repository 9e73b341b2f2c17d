"""The commands that open the data folder: catalogue, visits, and the papers of a visit."""

from __future__ import annotations

import os

import pytest

from desk import bootstrap
from offline_cache.store import Access
from services.passphrases import GivenPassphrase
from tests.desk.cli.conftest import is_root

VISIT = """
channel: phone
citizen_language: sv
errands: [death_of_close_one]
answers:
  deceased.died_on: 2026-11-02
  deceased.relation: spouse
  estate.papers: [will]
steps:
  funeral: {decision: agreed, reason: siskon kanssa, note: soitettu seurakuntaan}
end: END
keep: KEEP
"""


@pytest.fixture
def script(write):
    def one(end: str = "plan_given", keep: str = "no"):
        return write("visit.yaml", VISIT.replace("END", end).replace("KEEP", keep))

    return one


def test_the_catalogue_s_status_has_the_promised_shape(call, folder):
    status = call("catalogue", "status", "--json")
    assert (status.code, status.err) == (0, "")
    names = {"services", "channels", "organizations", "general_descriptions", "collections", "starter"}
    assert names | {"as_of", "source", "age_days"} <= set(status.document)
    assert status.document["starter"] > 40
    assert (status.document["services"], status.document["as_of"]) == (0, None)
    assert call("catalogue", "status").code == 0


def test_the_data_folder_is_named_before_or_after_the_command(call, folder, monkeypatch):
    monkeypatch.delenv("DESK_DATA_DIR")
    before = call("--data-dir", folder, "--json", "catalogue", "status")
    after = call("catalogue", "status", "--json", "--data-dir", folder)
    assert before.code == after.code == 0
    assert before.document == after.document
    assert before.document["starter"] > 40


def test_the_search_says_what_it_found_where(call, folder):
    said = call("catalogue", "search", "perunkirjoituksen", "--json", "--limit", "3")
    assert set(said.document) == {"query", "lang", "took_ms", "corrected", "facets", "hits"}
    hits = said.document["hits"]
    assert 1 <= len(hits) <= 3
    assert all({"kind", "id", "name", "organization", "snippet"} <= set(hit) for hit in hits)
    shown = next(hit for hit in hits if hit["kind"] == "service")
    assert call("catalogue", "show", shown["id"], "--json").document["sheet"]["id"] == shown["id"]
    assert shown["name"] in call("catalogue", "show", shown["id"]).out
    assert "perunkirjoitus" in call("catalogue", "search", "perunkirjoitus").out.lower()


@pytest.mark.parametrize("words", ["'", '"', "*", "a OR", "NEAR(", "-", "ä" * 4000, "%", "\u202e", "😀", "E02"])
def test_any_words_can_be_searched_for(call, folder, words):
    assert call("catalogue", "search", "--json", "--", words).code == 0


@pytest.mark.parametrize("limit", ["0", "201", "ten", "-1"])
def test_a_limit_that_makes_no_sense_is_wrong_usage(call, folder, limit):
    assert call("catalogue", "search", "kela", "--limit", limit).code == 2


@pytest.mark.parametrize("identity", ["nothing", "", "' OR 1=1 --", "../../etc/passwd", "x" * 5000])
def test_an_unknown_service_is_said_in_one_line(call, folder, identity):
    said = call("catalogue", "show", "--json", "--", identity)
    assert said.code == 1
    assert "Search for it by name" in said.one_line


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("cut.json", b'[{"id": "3f2504e0-4f89-41d3-9a0c-0305e82c3301", "serviceNames": ['),
        ("empty.json", b""),
        ("words.json", b"kissa"),
        ("bytes.json", bytes(range(256))),
        ("broken.zip", b"PK\x03\x04 and no more"),
        ("deep.json", b"[" * 100_000),
        ("number.json", b"1e999"),
    ],
)
def test_a_broken_file_changes_nothing(call, folder, write, name, content):
    before = call("catalogue", "status", "--json").document
    said = call("catalogue", "import", "--json", write(name, content))
    assert said.code == 1
    assert name in said.one_line
    assert call("catalogue", "status", "--json").document == before


def test_an_import_reports_what_it_took_in(call, folder, write):
    service = (
        '{"id": "3f2504e0-4f89-41d3-9a0c-0305e82c3301", "type": "Service", "publishingStatus": "Published",'
        '"serviceNames": [{"language": "fi", "value": "Kotiapu keksitty", "type": "Name"}]}'
    )
    said = call("catalogue", "import", write("one.json", f"[{service}]"), "--json")
    assert said.code == 0
    assert said.document["taken_in"]["services"] == 1
    assert call("catalogue", "status", "--json").document["services"] == 1
    assert call("catalogue", "import", write("one.json", service), "--json").document["unchanged"] == 1
    assert "Kotiapu" in call("catalogue", "search", "kotiapu").out


def test_a_visit_runs_from_a_script_and_acknowledges_each_line(call, folder, script):
    said = call("visits", "run", script("open"))
    assert (said.code, said.err) == (0, "")
    lines = said.out.splitlines()
    assert [line.split()[0] for line in lines] == ["opened", *["answered"] * 3, "decided", "noted", "ended"]
    visit = lines[0].split()[1]
    shown = call("visits", "show", visit, "--json").document
    assert shown["answers"] == {
        "deceased.died_on": "2026-11-02",
        "deceased.relation": "spouse",
        "estate.papers": ["will"],
    }
    assert (shown["state"], shown["channel"], shown["erased"]) == ("draft", "phone", False)
    assert shown["steps"]["funeral"]["note"] == "soitettu seurakuntaan"
    exported = call("visits", "export", visit, "--json").document
    assert (exported["visit"], exported["events"][0]["kind"]) == (visit, "VisitOpened")
    assert visit in call("visits", "list").out
    assert call("visits", "list", "--json").document["visits"][0]["id"] == visit
    assert call("visits", "show", visit).code == 0
    erased = call("visits", "erase", visit, "--json").document
    assert (erased["erased"], erased["answers"], erased["steps"]) == (True, {}, {})
    assert "siskon" not in call("visits", "export", visit).out
    assert call("visits", "verify", "--json").document["ok"] is True
    assert call("visits", "verify").code == 0


@pytest.mark.parametrize(
    ("end", "keep", "state", "erased"),
    [
        ("plan_given", "no", "ended", True),
        ("plan_given", "yes", "ended", False),
        ("discard", "no", "discarded", True),
        ("park", "no", "parked", False),
    ],
)
def test_each_ending_leaves_what_it_should(call, folder, script, end, keep, state, erased):
    shown = call("visits", "run", script(end, keep), "--json").document
    assert (shown["state"], shown["erased"], shown["kept"]) == (state, erased, keep == "yes")
    assert bool(shown["answers"]) is not erased
    assert bool(shown["plan_code"]) is (keep == "yes")


def test_a_visit_that_cannot_end_as_handled_stays_open_and_says_so(call, folder, script):
    said = call("visits", "run", script("handled"))
    assert said.code == 1
    assert len(said.err.strip().splitlines()) == 1
    assert call("visits", "list", "--json").document["visits"][0]["state"] == "draft"


@pytest.mark.parametrize("command", ["show", "export", "erase", "kept"])
def test_an_unknown_visit_is_said_in_one_line(call, folder, command):
    said = call("visits", command, "no-such-visit")
    assert said.code == 1
    assert said.one_line


@pytest.mark.parametrize(
    ("script", "told"),
    [
        ("errands: [moving_house]", "moving_house"),
        ("errands: [E02]\nanswers: {deceased.died_on: soon}", ""),
        ("answers: {no.such.fact: yes}", "no.such.fact"),
        ("answers: {deceased.died_on: tomorrow}", "deceased.died_on"),
        ("steps: {no_such_step: agreed}", "no_such_step"),
        ("steps: {funeral: perhaps}", "perhaps"),
        ("end: never", "never"),
        ("channel: pigeon", "pigeon"),
        ("mode: advise\nsteps: {funeral: handled}", "advise"),
        ("citizen_language: xx", "xx"),
        ("accommodations: [gold]", "gold"),
        ("nonsense: yes", "nonsense"),
        ("[]", ""),
        ("end: [open]", ""),
        ("answers: [a, b]", ""),
        ("steps: {funeral: {decision: {a: b}}}", ""),
        ("a: [b", ""),
    ],
)
def test_a_script_is_checked_whole_before_anything_of_it_is_run(call, folder, write, script, told):
    said = call("visits", "run", write("visit.yaml", script))
    assert said.code == 1
    assert told in said.one_line
    assert "visit.yaml" in said.one_line
    assert call("visits", "list", "--json").document["visits"] == []


def test_a_script_with_a_secret_in_a_note_is_refused_without_repeating_it(call, folder, write):
    script = write("visit.yaml", "errands: [death_of_close_one]\nsteps: {funeral: {note: hetu 131052-308T}}")
    said = call("visits", "run", script)
    assert said.code == 1
    assert "131052" not in said.out + said.err
    assert "Traceback" not in said.err


def test_the_wrong_passphrase_opens_nothing_and_says_so(call, folder, monkeypatch):
    monkeypatch.setenv("DESK_PASSPHRASE", "not the right one at all")
    said = call("visits", "list")
    assert said.code == 1
    assert "Nothing has been changed" in said.one_line


def test_without_keyring_passphrase_and_terminal_there_is_one_line(call, nowhere, tmp_path, monkeypatch):
    monkeypatch.setenv("DESK_DATA_DIR", str(tmp_path / "new"))
    said = call("visits", "list")
    assert said.code == 1
    assert "DESK_PASSPHRASE" in said.one_line
    assert not (tmp_path / "new" / "casebook.db").exists()


def test_a_data_folder_that_cannot_be_made_is_said_in_one_line(call, nowhere, monkeypatch):
    monkeypatch.setenv("DESK_PASSPHRASE", "for trials only, nothing real")
    said = call("catalogue", "status")
    assert said.code == 1
    assert "blocked" in said.one_line


def test_a_folder_of_something_else_is_left_alone(call, folder, tmp_path, monkeypatch):
    other = tmp_path / "photos"
    other.mkdir()
    (other / "cat.jpg").write_bytes(b"meow")
    monkeypatch.setenv("DESK_DATA_DIR", str(other))
    said = call("catalogue", "status")
    assert said.code == 1
    assert [path.name for path in other.iterdir()] == ["cat.jpg"]
    assert said.one_line


@pytest.mark.skipif(is_root() or os.name == "nt", reason="root may read everything")
def test_a_script_that_may_not_be_read_is_said_in_one_line(call, folder, script):
    path = script()
    path.chmod(0)
    said = call("visits", "run", path)
    assert said.code == 1
    assert "visit.yaml" in said.one_line


def test_a_first_start_that_was_cut_off_is_finished_by_the_next_command(call, tmp_path, monkeypatch):
    """Killed between making the folder and describing it: even a reading command goes on from there."""
    begun = tmp_path / "begun"
    begun.mkdir()
    (begun / "desk.lock").touch()
    monkeypatch.setenv("DESK_PASSPHRASE", "for trials only, nothing real")
    monkeypatch.setenv("DESK_DATA_DIR", str(begun))
    status = call("catalogue", "status", "--json")
    assert status.code == 0
    assert status.document["starter"] > 40
    assert "Recovery key" in status.err
    assert call("visits", "verify").code == 0


def test_a_starter_catalogue_that_was_not_finished_is_made_by_the_next_command(call, folder):
    with bootstrap.open_desk(folder, GivenPassphrase(os.environ["DESK_PASSPHRASE"])) as opened:
        opened.desk.world.casebook.set_setting(bootstrap.STARTER_VERSION, "of another version")
    assert call("catalogue", "status", "--json").document["starter"] > 40
    with bootstrap.open_desk(folder, GivenPassphrase(os.environ["DESK_PASSPHRASE"]), Access.READ) as opened:
        world = opened.desk.world
        assert world.casebook.setting(bootstrap.STARTER_VERSION) == world.bundle.content_hash
