"""Why, why not, what is open, and what a change would do."""

from datetime import date
from typing import Any

import pytest

from desk.errands import explanation
from desk.errands.explanation import Outcome, difference
from tests.desk.errands.conftest import bundle_of, path_for

DAY = date(2026, 11, 21)


explain: Any = explanation.explain
why_asked: Any = explanation.why_asked


def path(card, answers):
    return path_for(card, ["library_card"], answers, DAY)


@pytest.mark.parametrize(
    ("step", "answers", "outcome", "deciding", "facts"),
    [
        ("map_room", {"reader.life": "pupil"}, Outcome.RULED_OUT, "reader.life != pupil", ["reader.life"]),
        (
            "homework_club",
            {"reader.life": "pupil", "reader.born_on": "2020-01-01"},
            Outcome.APPLIES,
            "reader.life = pupil and (books in reader.hobbies or reader.age < 10)",
            ["reader.born_on", "reader.life"],
        ),
        ("get_card", {}, Outcome.APPLIES, "always", []),
        ("tell_new_address", {}, Outcome.UNDECIDED, "reader.moved", []),
    ],
)
def test_the_part_that_settled_it_and_the_answers_behind(card, step, answers, outcome, deciding, facts):
    explained = explain(card, step, answers, DAY)
    assert (explained.outcome, explained.deciding) == (outcome, deciding)
    assert sorted(reason.fact for reason in explained.because) == facts
    assert explained.source.where == "invented"


def test_an_undecided_step_names_what_is_open_and_what_was_not_told(card):
    explained = explain(card, "homework_club", {"reader.life": "pupil", "reader.hobbies": "declined"}, DAY)
    assert (explained.open, explained.declined) == (("reader.born_on",), ("reader.hobbies",))


def test_why_a_fact_is_asked(card):
    assert why_asked(path(card, {}), "reader.moved") == ("tell_new_address",)
    assert why_asked(path(card, {}), "reader.moved_on") == ()


def test_a_change_is_shown_before_it_is_made(card):
    before = path(card, {"reader.moved": "yes", "reader.moved_on": "2026-11-14", "reader.life": "pupil"})
    away = difference(
        before, path(card, {"reader.moved": "no", "reader.moved_on": "2026-11-14", "reader.life": "pupil"})
    )
    assert (away.go, away.appear) == (("tell_new_address",), ())
    later = difference(
        before, path(card, {"reader.moved": "yes", "reader.moved_on": "2026-11-16", "reader.life": "pupil"})
    )
    assert (later.dates_change, later.go) == (("tell_new_address",), ())
    opened = difference(before, path(card, {"reader.moved": "yes", "reader.moved_on": "2026-11-14"}))
    assert opened.become_open == ("map_room",)
    assert opened.questions_appear == ("reader.life",)
    assert difference(before, before).is_empty


def test_steps_that_rest_on_the_safety_question_are_known(changed):
    rule = "applies: reader.moved or citizen.safety_risk\n"
    bundle = bundle_of(changed("errands/library_card/errand.yaml", "applies: reader.moved\n", rule))
    told = path(bundle, {"citizen.safety_risk": "yes"})
    assert told.discreet
    assert explanation.resting_on_safety(bundle, told) == {"tell_new_address"}
