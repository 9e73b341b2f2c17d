"""The path of the invented library card: what applies, what may, what cannot, what is asked."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from desk.errors import ErrandUnknown
from desk.model.path import Nature
from tests.desk.errands.conftest import FIXTURE, bundle_of, files_in, path_for
from tests.thorough import examples

TODAY = date(2026, 11, 21)
CARD = bundle_of(files_in(FIXTURE))
BOTH = ("library_card", "lost_card")
VALUES: dict[str, Any] = {
    "reader.born_on": ("2017-05-05", "2010-01-01", "1980-01-01"),
    "reader.life": ("pupil", "works", "retired"),
    "reader.guardian_comes": ("yes", "no"),
    "reader.hobbies": ((), ("books",), ("films", "maps")),
    "reader.moved": ("yes", "no"),
    "reader.moved_on": ("2026-11-14", "2026-10-01"),
    "reader.fine": ("0", "20", "80.50", "120"),
    "citizen.e_id": ("bank", "none"),
    "citizen.safety_risk": ("yes", "no"),
}
said = st.fixed_dictionaries(
    {name: st.sampled_from((None, "unknown", "declined", *values)) for name, values in VALUES.items()}
)


def answers_of(drawn):
    return {name: value for name, value in drawn.items() if value is not None}


def path(answers, errands=("library_card",), done_on=None):
    return path_for(CARD, errands, answers, TODAY, done_on or {})


def step(found, name):
    return next(each for each in found.steps if each.id == name)


def status(found):
    return {
        **{each.id: "applies" for each in found.steps},
        **{each.step.id: "maybe" for each in found.maybe},
        **{each.id: "out" for each in found.ruled_out},
    }


# ── properties ───────────────────────────────────────────────────────────────────────────────────


@settings(max_examples=examples(50), deadline=None)
@given(said, st.randoms(use_true_random=False))
def test_the_order_of_answering_never_changes_the_path(drawn, randomly):
    answers = list(answers_of(drawn).items())
    expected = path(dict(answers), BOTH)
    randomly.shuffle(answers)
    given_so_far: dict[str, Any] = {}
    for name, value in answers:
        given_so_far = {**given_so_far, name: value}
        path(given_so_far, BOTH)  # each moment is computed, so that anything kept between moments would show
    assert path(given_so_far, BOTH) == expected


@settings(max_examples=examples(50), deadline=None)
@given(said, st.sampled_from(sorted(VALUES)), st.data())
def test_undo_and_redo_lead_back(drawn, name, data):
    answers = answers_of(drawn)
    before = path(answers, BOTH)
    changed = {**answers, name: data.draw(st.sampled_from(VALUES[name]))}
    after = path(changed, BOTH)
    assert path(answers, BOTH) == before
    assert path(changed, BOTH) == after


@settings(max_examples=examples(50), deadline=None)
@given(said, st.data())
def test_an_answer_never_makes_a_decided_step_undecided(drawn, data):
    answers = answers_of(drawn)
    before = path(answers, BOTH)
    if not before.questions:
        return
    fact = data.draw(st.sampled_from([question.fact for question in before.questions]))
    after = status(path({**answers, fact: data.draw(st.sampled_from((*VALUES[fact], "declined")))}, BOTH))
    for name, was in status(before).items():
        assert was == "maybe" or after[name] == was


@settings(max_examples=examples(50), deadline=None)
@given(said)
def test_no_question_is_asked_in_vain(drawn):
    """Every question asked has two answers that lead to different paths; what was said is never asked again."""
    answers = answers_of(drawn)
    found = path(answers, BOTH)
    for question in found.questions:
        assert question.fact not in answers
        outcomes = [path({**answers, question.fact: value}, BOTH) for value in VALUES[question.fact]]
        assert any(one != outcomes[0] for one in outcomes), question.fact


@settings(max_examples=examples(50), deadline=None)
@given(said)
def test_asking_ends_and_then_all_is_decided(drawn):
    answers = {name: value for name, value in answers_of(drawn).items() if value not in ("unknown", "declined")}
    for _ in range(len(VALUES)):
        found = path(answers, BOTH)
        if not found.questions:
            break
        answers = {**answers, found.questions[0].fact: VALUES[found.questions[0].fact][0]}
    assert not found.questions
    assert not found.maybe


@settings(max_examples=examples(30), deadline=None)
@given(said)
def test_no_step_stands_before_one_it_waits_for(drawn):
    order = [each.id for each in path(answers_of(drawn), BOTH).steps]
    for each in path(answers_of(drawn), BOTH).steps:
        assert all(order.index(earlier) < order.index(each.id) for earlier in each.after)


# ── examples ─────────────────────────────────────────────────────────────────────────────────────


def test_nothing_is_known_yet():
    found = path({})
    assert [each.id for each in found.steps] == ["get_card"]
    assert status(found)["card_arrives"] == "maybe"
    assert [question.fact for question in found.questions] == [
        "reader.born_on",
        "reader.life",
        "citizen.safety_risk",
        "reader.hobbies",
        "reader.moved",
        "reader.fine",
        "citizen.e_id",
    ]
    assert found.questions[0].section == "who"
    assert found.questions[0].for_steps == ("get_card", "homework_club", "card_arrives")
    assert found.questions[2].for_steps == ()


def test_a_ruled_out_step_names_the_one_answer_that_did_it():
    found = path({"reader.life": "works", "reader.born_on": "1980-01-01", "reader.hobbies": ("books",)})
    out = {each.id: [reason.fact for reason in each.because] for each in found.ruled_out}
    assert out["homework_club"] == ["reader.life"]
    assert out["map_room"] == ["reader.hobbies"]
    assert found.ruled_out[0].because[0].said == "works"


def test_a_step_names_the_answers_it_rests_on():
    found = path({"reader.life": "pupil", "reader.hobbies": ("books",)})
    assert [(reason.fact, reason.said) for reason in step(found, "homework_club").because] == [
        ("reader.hobbies", ("books",)),
        ("reader.life", "pupil"),
    ]
    assert step(found, "get_card").because == ()


def test_what_was_not_told_leaves_a_step_open_and_is_not_asked_again():
    found = path({"reader.fine": "declined"})
    maybe = next(each for each in found.maybe if each.step.id == "pay_fine")
    assert (maybe.open, maybe.declined) == ((), ("reader.fine",))
    assert "reader.fine" not in [question.fact for question in found.questions]


def test_an_answer_behind_a_no_is_kept_and_does_not_count():
    found = path({"reader.moved": "no", "reader.moved_on": "2026-11-14"})
    assert status(found)["tell_new_address"] == "out"


def test_a_date_waits_for_its_answer_and_then_moves_to_a_working_day():
    waiting = step(path({"reader.moved": "yes"}), "tell_new_address").deadline
    assert (waiting.day, waiting.waits_for) == (None, "reader.moved_on")
    told = step(path({"reader.moved": "yes", "reader.moved_on": "2026-11-14"}), "tell_new_address").deadline
    assert (told.day, told.last_lawful_day, told.passed) == (date(2026, 11, 21), date(2026, 11, 23), False)
    late = step(path({"reader.moved": "yes", "reader.moved_on": "2026-11-01"}), "tell_new_address").deadline
    assert late.passed


def test_a_relative_deadline_gets_its_day_when_the_step_is_done():
    relative = step(path({"reader.fine": "20"}), "pay_fine").deadline
    assert (relative.day, relative.after_step, relative.nature) == (None, "get_card", Nature.ADVICE)
    done = step(path({"reader.fine": "20"}, done_on={"get_card": date(2026, 12, 4)}), "pay_fine").deadline
    assert done.day == date(2026, 12, 18)


def test_the_first_deadline_that_holds_counts():
    assert step(path({"reader.fine": "80.50"}), "pay_fine").deadline.nature is Nature.MONEY


def test_a_channel_that_the_citizen_cannot_use_comes_last():
    assert [(each.id, each.usable) for each in step(path({"citizen.e_id": "bank"}), "get_card").channels] == [
        ("online", True),
        ("desk", True),
        ("ask", True),
    ]
    assert [(each.id, each.usable) for each in step(path({"citizen.e_id": "none"}), "get_card").channels] == [
        ("desk", True),
        ("ask", True),
        ("online", False),
    ]


def test_a_document_is_named_when_it_is_needed_or_nobody_can_tell():
    child = {"reader.born_on": "2017-05-05"}
    assert step(path(child), "get_card").documents == ("identity_document",)
    for said_of_guardian, documents in [("no", 2), ("yes", 1), ("unknown", 2)]:
        found = path({**child, "reader.guardian_comes": said_of_guardian})
        assert len(step(found, "get_card").documents) == documents


def test_a_fee_is_that_of_the_day():
    fine = {"reader.fine": "20"}
    assert str(step(path(fine), "pay_fine").fee.amount) == "3.00"
    later = path_for(CARD, ["library_card"], fine, date(2027, 1, 1))
    fee = step(later, "pay_fine").fee
    assert (str(fee.amount), fee.source.verified) == ("4.50", False)
    assert step(later, "get_card").fee.amount == 0


def test_safety_makes_the_papers_discreet():
    assert path({"citizen.safety_risk": "yes"}).discreet
    assert not path({"citizen.safety_risk": "declined"}).discreet
    assert not path({"citizen.safety_risk": "yes"}, ("lost_card",)).discreet


def test_a_fact_of_two_errands_is_asked_once_where_it_comes_first():
    found = path({}, BOTH)
    fine = [question for question in found.questions if question.fact == "reader.fine"]
    assert [(question.errand, question.section) for question in fine] == [("library_card", "wishes")]
    assert fine[0].for_steps == ("pay_fine", "close_card")
    assert path({}, BOTH[::-1]).questions[0].errand == "lost_card"


def test_an_errand_that_is_not_there():
    with pytest.raises(ErrandUnknown):
        path({}, ("library_crad",))


def test_an_answer_that_the_question_no_longer_allows_is_asked_again():
    assert "reader.life" in [question.fact for question in path({"reader.life": "astronaut"}).questions]
