"""The examples of content writers: they pass when the path is as expected, and say what is not."""

import pytest

from desk.errands.case_tests import run_cases

CASE = "errands/library_card/cases/pupil.yaml"


def test_the_example_passes(card, card_files):
    report = run_cases(card, card_files)
    assert report.passed
    assert [result.case.name for result in report.results] == ["A pupil of nine who moved and likes books"]


@pytest.mark.parametrize(
    ("old", "new", "failure"),
    [
        (
            "not_steps: [map_room]",
            "not_steps: [homework_club]",
            "homework_club should be one that is ruled out, but it",
        ),
        ("maybe: [pay_fine]", "maybe: [map_room]", "but it is ruled out (reader.life = pupil)"),
        ("steps: [get_card,", "steps: [pay_fine,", "but it is undecided (asked in vain: reader.fine)"),
        ("card_arrives: 2026-12-05", "card_arrives: 2026-12-06", "card_arrives is 2026-12-05, not 2026-12-06"),
        ("tell_new_address: 2026-11-23", "tell_new_address: 2026-11-21", "tell_new_address is 2026-11-23, not"),
        (
            "order: [get_card, tell_new_address,",
            "order: [tell_new_address, get_card,",
            "the order is get_card, tell_new_address",
        ),
        ("asked: [citizen.e_id,", "asked: [reader.fine,", "reader.fine should be asked and is not"),
        ("not_asked: [reader.fine]", "not_asked: [citizen.e_id]", "citizen.e_id should not be asked and is"),
        ("discreet: no", "discreet: yes", "discreet is no"),
        ("reader.life: pupil", "reader.life: pupl", "reader.life cannot be pupl"),
        ("reader.life: pupil", "reader.lif: pupil", "there is no fact reader.lif; did you mean reader.life?"),
        ("reader.moved: yes", "reader.age: 3", "reader.age cannot be 3"),
        ("maybe: [pay_fine]", "maybe: [pay_fines]", "there is no step pay_fines; did you mean pay_fine?"),
    ],
)
def test_what_is_not_as_expected_is_told(card, changed, old, new, failure):
    report = run_cases(card, changed(CASE, old, new))
    assert not report.passed
    assert any(failure in line for line in report.failed[0].failures), report.failed[0].failures


def test_a_case_that_cannot_be_read_is_told(card, changed):
    report = run_cases(card, changed(CASE, "expect:", "expects:"))
    assert not report.passed
    assert [finding.code for finding in report.broken] == ["E311", "E312"]
