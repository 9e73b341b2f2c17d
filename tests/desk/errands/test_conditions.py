"""Every condition is known, and is only seen when somebody showed it."""

from __future__ import annotations

from datetime import date

import pytest

from desk.errands.check_reach import Search
from desk.errands.conditions import Coverage, conditions_of, never_seen
from tests.desk.errands.conftest import bundle_of

DAY = date(2026, 11, 21)
ERRAND = "errands/library_card/errand.yaml"


def test_a_rule_counts_whole_and_by_its_parts(card):
    club = [each for each in conditions_of(card.definitions) if each.of == "applies of homework_club"]
    assert [each.text for each in club if each.is_whole] == [
        "reader.life = pupil and (books in reader.hobbies or reader.age < 10)"
    ]
    parts = {each.text for each in club if not each.is_whole}
    assert parts == {"reader.life = pupil", "books in reader.hobbies", "reader.age < 10"}
    owners = {each.of.rpartition(" of ")[0] for each in conditions_of(card.definitions)}
    assert owners == {
        "ask_when",
        "value",
        "discreet_when",
        "applies",
        "the document guardian_consent",
        "deadline 1",
    }


def test_without_anyone_nothing_is_seen(card):
    assert not any(each.by_anyone for each in Coverage(card.engine).seen())


def seen(card, *people, example=True):
    coverage = Coverage(card.engine)
    for answers in people:
        (coverage.example if example else coverage.made_up)(card.engine.situation(answers, DAY))
    return {(each.condition.of, each.condition.text): each for each in coverage.seen()}


def test_two_people_show_a_condition_from_both_sides(card):
    key = ("applies of homework_club", "reader.life = pupil")
    one = seen(card, {"reader.life": "pupil"})[key]
    assert not one.is_seen
    both = seen(card, {"reader.life": "pupil"}, {"reader.life": "works"})[key]
    assert both.is_shown
    assert both.is_seen
    made_up = seen(card, {"reader.life": "pupil"}, {"reader.life": "works"}, example=False)[key]
    assert made_up.is_seen
    assert not made_up.is_shown


@pytest.mark.parametrize("said", ["unknown", "declined"])
def test_an_answer_that_says_nothing_shows_nothing(card, said):
    key = ("applies of homework_club", "reader.life = pupil")
    assert not seen(card, {"reader.life": said})[key].by_anyone


def test_a_part_that_is_not_applicable_is_not_seen_false_but_its_rule_is(card):
    grown_up = {"reader.born_on": "1970-01-01"}
    of = "the document guardian_consent of get_card"
    found = seen(card, grown_up)
    assert not found[of, "reader.guardian_comes"].by_anyone
    assert found[of, "reader.is_guided and not reader.guardian_comes"].by_anyone


def unseen(card, *people):
    coverage = Coverage(card.engine)
    for answers in people:
        coverage.example(card.engine.situation(answers, DAY))
    return list(never_seen(coverage.seen(), card.engine, Search(card.engine, DAY)))


def test_what_was_never_seen_says_where_and_what_would_show_it(card):
    fine = [each for each in unseen(card, {"reader.fine": "20"}) if "fine > 0" in each.message]
    assert [each.code for each in fine] == ["W640"]
    assert "never seen false: reader.fine > 0 (applies of pay_fine)" in fine[0].message
    assert fine[0].remedy == "write an example with reader.fine: 0"
    assert fine[0].place.file == ERRAND
    line = [number for number, text in enumerate(written(), 1) if "reader.fine > 0" in text]
    assert fine[0].place.line == line[0]


def written():
    from tests.desk.errands.conftest import FIXTURE

    return (FIXTURE / ERRAND).read_text().splitlines()


def test_a_part_that_cannot_be_otherwise_may_be_left_out(changed):
    rule = "applies: reader.fine > 0\n"
    card = bundle_of(changed(ERRAND, rule, "applies: reader.fine > 0 and reader.fine >= 0\n"))
    found = [each for each in unseen(card) if ">= 0" in each.message and each.code == "W641"]
    assert [each.message for each in found] == ["never seen false: reader.fine >= 0 (applies of pay_fine)"]


def test_each_row_of_a_table_is_a_condition(card_files):
    table = (
        "\n  - fact: reader.shelf\n    type: choice\n    options: [low, high]\n    table:\n      policy: first\n"
        "      columns: [reader.life, reader.fine]\n      rows:\n"
        '      - [pupil, "-", low]\n      - ["-", ">= 10", high]\n      - ["-", "-", low]\n'
    )
    files = {**card_files, "facts/reader.yaml": card_files["facts/reader.yaml"].rstrip() + table.encode()}
    rows = {each.of: each for each in conditions_of(bundle_of(files).definitions) if each.of.endswith("reader.shelf")}
    assert [each.of for each in rows.values()][:2] == ["row 1 of reader.shelf", "row 2 of reader.shelf"]
    lines = files["facts/reader.yaml"].decode().splitlines()
    for row, written in (("row 1 of reader.shelf", "[pupil,"), ("row 2 of reader.shelf", '">= 10"')):
        assert written in lines[int(rows[row].at.split(":")[1]) - 1]


def test_of_a_household_only_the_first_member_counts():
    from tests.desk.errands.test_groups import FAMILY

    told = [f"{each.of} {each.text}" for each in conditions_of(FAMILY.definitions) if not each.is_whole]
    assert any("child_1.age" in each for each in told)
    assert not [each for each in told if "child_2" in each or "_2 " in each]
