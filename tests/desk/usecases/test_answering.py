"""Answers: on record at once, previewed truly, undone and redone without a trace of doubt."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings, strategies as st

from desk.errands.explanation import difference
from desk.errors import AnswerRefused, FactUnknown, NothingToUndo
from desk.events import AnswerGiven
from desk.model.ids import FactName
from desk.model.visit import Accommodation, Profile
from desk.usecases.visit_path import path_of_visit
from i18n.language import Language
from tests.desk.usecases.citizens import answers, happenings
from tests.desk.usecases.rooms import (
    BORN,
    FINE,
    HOBBIES,
    LIFE,
    MOVED,
    NEW_ADDRESS,
    card_bundle,
    desk_over,
    opened,
    real_bundle,
)
from tests.thorough import examples

BUNDLES = [card_bundle, real_bundle]
DISCREET = Profile(accommodations=frozenset({Accommodation.DISCREET}))


def path_now(desk, visit):
    return path_of_visit(desk.world.bundle, desk.journal.load(visit.id), desk.world.clock.today())


def view_now(desk, visit):
    """What the screen shows, without when and how it came about."""
    view = desk.show_visit(visit.id, Language.FI)
    return replace(view, visit=replace(view.visit, undo=(), redo=(), last_saved=None))


def go_through(desk, visit, happened):
    for fact, said in happened:
        if said is None:
            desk.answer_question.withdraw(visit.id, fact)
        else:
            desk.answer_question.give(visit.id, fact, said)


def test_an_answer_is_in_the_journal_when_the_call_returns(desk):
    visit = opened(desk)
    after = desk.answer_question.give(visit.id, LIFE, "pupil")
    assert after.answers == {LIFE: "pupil"}
    assert desk.world.casebook.events_of(visit.id)[-1].event == AnswerGiven(LIFE, "pupil")


def test_the_same_answer_twice_is_one_event_and_one_undo(desk):
    visit = opened(desk)
    desk.answer_question.give(visit.id, LIFE, "pupil")
    desk.answer_question.give(visit.id, LIFE, "pupil")
    assert len(desk.journal.load(visit.id).undo) == 1
    assert desk.answer_question.undo(visit.id).answers == {}


@pytest.mark.parametrize(
    ("fact", "said"),
    [
        (LIFE, "astronaut"),
        (LIFE, ("pupil", "works")),
        (LIFE, ""),
        (BORN, "31.1.2000"),
        (BORN, "2000-02-30"),
        (BORN, "2026-11-24"),  # tomorrow
        (BORN, "1899-01-01"),
        (FINE, "-1"),
        (FINE, "12,50"),
        (FINE, "9" * 5000),
        (MOVED, "maybe"),
        (HOBBIES, ("books", "chess")),
        (FactName("reader.age"), "12"),  # calculated
    ],
)
def test_what_a_fact_does_not_allow_is_refused_and_not_stored(desk, fact, said):
    visit = opened(desk)
    before = desk.world.casebook.events_of(visit.id)
    with pytest.raises(AnswerRefused):
        desk.answer_question.give(visit.id, fact, said)
    assert desk.world.casebook.events_of(visit.id) == before


@pytest.mark.parametrize(("fact", "said"), [(LIFE, "astronaut"), (BORN, "yesterday"), (FINE, "12,50")])
def test_a_preview_of_what_would_be_refused_is_refused_too(desk, fact, said):
    visit = opened(desk)
    with pytest.raises(AnswerRefused):
        desk.answer_question.preview(visit.id, fact, said)


def test_an_unknown_fact_is_a_known_error(desk):
    visit = opened(desk)
    for ask in (desk.answer_question.give, desk.answer_question.preview):
        with pytest.raises(FactUnknown):
            ask(visit.id, FactName("reader.shoe_size"), "42")


def test_nothing_to_undo_is_said_and_not_done(desk):
    visit = opened(desk)
    for ask in (desk.answer_question.undo, desk.answer_question.redo, desk.answer_question.preview_undo):
        with pytest.raises(NothingToUndo):
            ask(visit.id)
    desk.answer_question.give(visit.id, LIFE, "pupil")
    desk.answer_question.undo(visit.id)
    desk.answer_question.give(visit.id, LIFE, "works")
    with pytest.raises(NothingToUndo):
        desk.answer_question.redo(visit.id)


def test_a_preview_names_what_comes_and_goes(desk):
    visit = opened(desk)
    gone = desk.answer_question.preview(visit.id, MOVED, "no")
    assert (gone.appear, gone.become_open) == ((), ())
    come = desk.answer_question.preview(visit.id, MOVED, "yes")
    assert come.appear == (NEW_ADDRESS,)
    assert come.questions_appear == (FactName("reader.moved_on"),)
    assert come.questions_go == (MOVED,)


@pytest.mark.parametrize("bundle", BUNDLES)
@settings(max_examples=examples(6))
@given(data=st.data())
def test_a_preview_is_what_then_happens_and_stores_nothing(bundle, data):
    desk = desk_over(bundle())
    visit = opened(desk, *desk.world.bundle.errands)
    happened = data.draw(happenings(desk.world.bundle))
    for fact, said in happened:
        before, events = path_now(desk, visit), desk.world.casebook.events_of(visit.id)
        told = desk.answer_question.preview(visit.id, fact, said)
        assert desk.world.casebook.events_of(visit.id) == events
        go_through(desk, visit, [(fact, said)])
        assert told == difference(before, path_now(desk, visit))
    if desk.journal.load(visit.id).undo:
        before = path_now(desk, visit)
        told = desk.answer_question.preview_undo(visit.id)
        desk.answer_question.undo(visit.id)
        assert told == difference(before, path_now(desk, visit))


@pytest.mark.parametrize("bundle", BUNDLES)
@settings(max_examples=examples(4))
@given(data=st.data())
def test_undoing_all_and_redoing_all_is_identity_at_every_step(bundle, data):
    desk = desk_over(bundle())
    visit = opened(desk, *desk.world.bundle.errands, profile=DISCREET)  # else an answer sets it, and undo leaves it
    stood = [(view_now(desk, visit), path_now(desk, visit))]
    for fact, said in data.draw(happenings(desk.world.bundle)):
        changes = len(desk.journal.load(visit.id).undo)
        go_through(desk, visit, [(fact, said)])
        if len(desk.journal.load(visit.id).undo) > changes:
            stood.append((view_now(desk, visit), path_now(desk, visit)))
    for before in reversed(stood[:-1]):
        desk.answer_question.undo(visit.id)
        assert (view_now(desk, visit), path_now(desk, visit)) == before
    for after in stood[1:]:
        desk.answer_question.redo(visit.id)
        assert (view_now(desk, visit), path_now(desk, visit)) == after


@pytest.mark.parametrize("bundle", BUNDLES)
@settings(max_examples=examples(6))
@given(data=st.data())
def test_the_order_of_answers_never_changes_path_or_plan(bundle, data):
    desk = desk_over(bundle())
    said = data.draw(answers(desk.world.bundle))
    shuffled = data.draw(st.permutations(list(said.items())))
    one, other = (opened(desk, *desk.world.bundle.errands) for _ in range(2))
    go_through(desk, one, said.items())
    go_through(desk, other, shuffled)
    if Accommodation.DISCREET in desk.journal.load(one.id).profile.accommodations:  # stays, whatever came after it
        desk.set_profile(other.id, DISCREET)
        desk.set_profile(one.id, DISCREET)
    elif Accommodation.DISCREET in desk.journal.load(other.id).profile.accommodations:
        desk.set_profile(one.id, DISCREET)
    assert path_now(desk, one) == path_now(desk, other)
    shown, also = (desk.show_visit(visit.id, Language.SV) for visit in (one, other))
    assert (shown.sections, shown.steps, shown.ruled_out) == (also.sections, also.steps, also.ruled_out)
    assert desk.make_plan.preview(one.id, Language.EN) == desk.make_plan.preview(other.id, Language.EN)
