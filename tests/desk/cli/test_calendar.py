"""``desk print calendar``: the days of a plan as a file, written whole or not at all."""

from __future__ import annotations

import pytest
from icalendar import Calendar

from tests.desk.cli.conftest import is_root

ANSWERS = "deceased.died_on: 2026-11-02\ndeceased.relation: spouse\n"


@pytest.fixture
def calendar(call, write, tmp_path):
    """Save the days of a plan with more options."""

    def one(*words: object, out: object = None):
        answers = write("answers.yaml", ANSWERS)
        target = out or tmp_path / "days.ics"
        given = ("--errand", "E02", "--answers", answers, "--as-of", "2026-11-22")
        return call("print", "calendar", *given, "--out", target, *words)

    return one


def summaries(path) -> list[str]:
    return [str(event["SUMMARY"]) for event in Calendar.from_ical(path.read_bytes()).walk("VEVENT")]


def test_the_days_of_answers_need_no_data_folder_and_have_no_names(calendar, nowhere, tmp_path) -> None:
    said = calendar("--json")
    file = tmp_path / "days.ics"
    assert (said.code, said.err) == (0, "")
    assert said.document == {"out": str(file), "bytes": file.stat().st_size}
    assert summaries(file)
    assert all(told.startswith("Muistutus: ") for told in summaries(file))


def test_with_names_in_another_language(calendar, nowhere, tmp_path) -> None:
    assert calendar("--named", "--lang", "sv").code == 0
    assert "Håll bouppteckning" in " ".join(summaries(tmp_path / "days.ics"))


def test_a_discreet_plan_has_no_names_whatever_is_asked(call, nowhere, write, tmp_path) -> None:
    answers = write("answers.yaml", "home.moving_on: 2026-12-01\ncitizen.safety_risk: yes\n")
    given = ("--errand", "moving_within_finland", "--answers", answers, "--as-of", "2026-11-22")
    assert call("print", "calendar", *given, "--named", "--out", tmp_path / "days.ics").code == 0
    assert set(summaries(tmp_path / "days.ics")) == {"Palvelutiski"}


def test_the_days_of_a_visit_come_again_under_their_names(call, folder, write, tmp_path) -> None:
    script = write(
        "visit.yaml", f"errands: [death_of_close_one]\nanswers: {{{ANSWERS.strip().replace(chr(10), ', ')}}}\n"
    )
    visit = call("visits", "run", script, "--json").document["id"]
    found = []
    for name, language in (("one.ics", "fi"), ("two.ics", "en")):
        assert call("print", "calendar", "--visit", visit, "--lang", language, "--out", tmp_path / name).code == 0
        events = Calendar.from_ical((tmp_path / name).read_bytes()).walk("VEVENT")
        found.append([str(event["UID"]) for event in events])
    assert found[0] == found[1]
    assert found[0]
    call("visits", "erase", visit)
    assert call("print", "calendar", "--visit", visit, "--out", tmp_path / "late.ics").code == 1
    assert not (tmp_path / "late.ics").exists()


def test_a_plan_without_days_is_told_and_nothing_is_written(call, nowhere, write, tmp_path) -> None:
    answers = write("answers.yaml", "{}")
    said = call("print", "calendar", "--errand", "E02", "--answers", answers, "--out", tmp_path / "days.ics")
    assert said.code == 1
    assert said.one_line.startswith("No step of this plan has a day.")
    assert not (tmp_path / "days.ics").exists()


@pytest.mark.skipif(is_root(), reason="root may write anywhere")
def test_where_nothing_can_be_written_the_desk_says_so(calendar, nowhere, tmp_path) -> None:
    shut = tmp_path / "shut"
    shut.mkdir(mode=0o500)
    said = calendar(out=shut / "days.ics")
    assert said.code == 1
    assert "could not be saved" in said.one_line


def test_a_file_where_a_folder_should_be(calendar, nowhere) -> None:
    said = calendar(out=nowhere / "days.ics")
    assert said.code == 1
    assert "could not be saved" in said.one_line


@pytest.mark.parametrize(
    "words", [("--out", "x.ics"), ("--errand", "E02", "--visit", "v", "--out", "x.ics"), ("--errand", "E02")]
)
def test_what_is_missing_or_too_much_is_wrong_usage(call, nowhere, words) -> None:
    said = call("print", "calendar", *words)
    assert (said.code, said.out) == (2, "")
