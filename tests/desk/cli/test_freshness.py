"""``desk catalogue policy | changes | links`` and ``desk notes`` over a real, encrypted data folder."""

from __future__ import annotations

import json

import pytest

from desk import bootstrap
from desk.model.link_check import LinkOutcome
from tests.fresh_fakes import FakeLinkProber

SERVICE = "tiski-s-survivors-pension"
STEP = "death_of_close_one/death_notice"


class TestPolicy:
    def test_is_shown_and_changed(self, call, folder):
        assert call("--json", "catalogue", "policy").document == {"stale_days": 30, "refresh_hours": 24}
        assert call("catalogue", "policy", "--stale-days", 7).code == 0
        assert call("catalogue", "policy", "--refresh", "off").out.splitlines() == [
            "Counts as old after 7 days.",
            "Refreshed only when somebody asks for it.",
        ]
        assert call("--json", "catalogue", "policy").document == {"stale_days": 7, "refresh_hours": 0}

    @pytest.mark.parametrize("days", [0, -1, 366])
    def test_what_makes_no_sense_is_refused(self, call, folder, days):
        said = call("catalogue", "policy", f"--stale-days={days}")
        assert said.code == 1
        assert "between 1 and 365" in said.one_line

    @pytest.mark.parametrize("given", [("--stale-days", "many"), ("--refresh", "sometimes")])
    def test_wrong_usage(self, call, folder, given):
        assert call("catalogue", "policy", *given).code == 2


class TestChanges:
    def test_a_desk_without_a_shift_has_nothing_to_compare_with(self, call, folder):
        assert "nothing to compare" in call("catalogue", "changes").out
        assert call("--json", "catalogue", "changes").document["since"] is None

    def test_since_a_day(self, call, folder):
        said = call("--json", "catalogue", "changes", "--since", "2026-01-01", "--all").document
        assert said["since"].startswith("2026-01-01T00:00:00+02:00")
        assert said["lines"] == []

    @pytest.mark.parametrize("day", ["yesterday", "2026-02-30", "0001-01-01"])
    def test_a_day_that_is_none(self, call, folder, day):
        said = call("catalogue", "changes", "--since", day)
        assert said.code == 1
        assert day in said.one_line


def test_the_links_of_the_errands_are_listed_without_a_network(call, folder):
    said = call("--json", "catalogue", "links").document
    assert said["report"] is None
    urls = {line["url"] for line in said["links"]}
    assert "https://kela.fi/omakela" in urls
    assert all(line["check"] is None and line["used_by"] for line in said["links"])
    assert len(call("catalogue", "links").out.splitlines()) == len(urls)


def test_what_was_asked_for_stands_beside_each_link(call, folder, monkeypatch):
    prober = FakeLinkProber({"https://kela.fi/omakela": LinkOutcome.GONE})
    monkeypatch.setattr(bootstrap, "link_prober", lambda: prober)
    said = call("--json", "catalogue", "links", "--check").document
    assert said["report"]["checked"] == len(set(prober.asked)) > 1
    known = {line["url"]: line["check"]["outcome"] for line in said["links"] if line["check"]}
    assert known == dict.fromkeys(prober.asked, "fine") | {"https://kela.fi/omakela": "gone"}
    assert "the page is gone" in call("catalogue", "links").out


def test_without_a_network_nothing_is_marked(call, folder, monkeypatch):
    monkeypatch.setattr(bootstrap, "link_prober", lambda: FakeLinkProber(offline=True))
    assert "no network" in call("catalogue", "links", "--check").out
    assert not any(line["check"] for line in call("--json", "catalogue", "links").document["links"])


class TestNotes:
    def test_a_note_goes_from_written_to_replaced_to_withdrawn(self, call, folder):
        assert call("notes", "list").out == "There are no notes.\n"
        first = call("--json", "notes", "add", SERVICE, "Ovi on takana.", "--lang", "fi", "--on-paper").document["note"]
        second = call("--json", "notes", "add", SERVICE, "Ovi on edessä.", "--replaces", first).document["note"]
        (listed,) = call("--json", "notes", "list").document["notes"]
        assert listed["note"]["id"] == second
        assert (listed["is_gone"], listed["counts"]) == (False, True)
        assert call("notes", "withdraw", second).code == 0
        told = call("--json", "notes", "list", "--closed").document["notes"]
        assert {each["note"]["text"] for each in told} == {"Ovi on takana.", "Ovi on edessä."}
        assert {each["note"]["language"] for each in told} == {"fi", "en"}
        assert "closed" in call("notes", "list", "--closed").out

    def test_a_mark_goes_from_made_to_exported_to_settled(self, call, folder, tmp_path):
        mark = call("--json", "notes", "wrong", STEP, "Ei pidä paikkaansa.").document["note"]
        table, document = tmp_path / "marks.csv", tmp_path / "marks.json"
        assert call("--json", "notes", "export", "--out", table).document["bytes"] == table.stat().st_size
        assert call("notes", "export", "--out", document).code == 0
        assert "Ei pidä paikkaansa." in table.read_text("utf-8-sig")
        (told,) = json.loads(document.read_bytes())["marks"]
        assert (told["id"], told["kind"], told["gone"]) == (STEP, "step", False)
        assert call("notes", "settle", mark, "Korjattu.").code == 0
        assert "closed before" in call("notes", "settle", mark, "Korjattu.").one_line

    @pytest.mark.parametrize(
        ("words", "told"),
        [
            (("add", "none", "Huomio."), "not in the catalogue"),
            (("wrong", "death_of_close_one/none", "Huomio."), "no step"),
            (("add", SERVICE, "Hän on 131052-308T"), "personal identity code"),
            (("add", SERVICE, " "), "between 2 and 500"),
            (("add", SERVICE, "Huomio.", "--until", "2020-01-01"), "is over already"),
            (("add", SERVICE, "Huomio.", "--until", "soon"), "date"),
            (("add", SERVICE, "Huomio.", "--lang", "xx"), "language"),
            (("withdraw", "none"), "no note none"),
        ],
    )
    def test_what_cannot_be_written_is_told_in_one_line(self, call, folder, words, told):
        said = call("notes", *words)
        assert said.code == 1
        assert told in said.one_line
        assert call("--json", "notes", "list", "--closed").document == {"notes": []}

    def test_a_file_that_cannot_be_written(self, call, folder, tmp_path):
        said = call("notes", "export", "--out", tmp_path / "none" / "marks.csv")
        assert said.code == 1
        assert "marks.csv" in said.one_line


def test_notes_outlive_a_catalogue_that_was_deleted_and_made_again(call, folder):
    call("notes", "add", SERVICE, "Ovi on takana.")
    call("notes", "wrong", "tiski-c-kela-phone-pension", "Väärä numero.")
    for left in folder.glob("catalogue.db*"):
        left.unlink()
    told = call("--json", "notes", "list").document["notes"]
    assert {(each["note"]["about"]["id"], each["is_gone"]) for each in told} == {
        (SERVICE, False),
        ("tiski-c-kela-phone-pension", False),
    }
    shown = call("--json", "catalogue", "show", SERVICE).document
    assert "Ovi on takana." in {note["text"] for note in shown["notes"]}
