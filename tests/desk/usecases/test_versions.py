"""A visit follows the errands that it was opened with, until it takes newer ones: what that changes, and what stays."""

from __future__ import annotations

import pytest
from hypothesis import given, settings, strategies as st

from desk.errands.bundle import FORMAT, StoredBundle
from desk.errands.frozen import frozen, thawed
from desk.errors import ErrandsBroken, VisitEnded
from desk.events import ErrandsDiffered, ErrandsStayed, ErrandsTaken
from desk.model.ids import FactName, StepId
from desk.model.plan import Decision
from desk.model.versions import Aspect, StepChange
from desk.model.visit import Outcome, VisitState
from desk.usecases.discretion import telling_steps
from desk.usecases.visit_view import QuestionState
from i18n.language import Language
from tests.desk.usecases.citizens import answers
from tests.desk.usecases.rooms import (
    BORN,
    CARD,
    FINE,
    GET_CARD,
    HOBBIES,
    LIFE,
    LOST,
    MOVED,
    MOVED_ON,
    NEW_ADDRESS,
    PAY_FINE,
    SAFETY,
    card_bundle,
    changed_card_bundle,
    desk_over,
    opened,
)
from tests.fakes import FakeCasebook
from tests.thorough import examples

NO_FINES = ("applies: reader.fine > 0", "applies: never")
TWO_WEEKS = ("base: reader.moved_on, count: 7,", "base: reader.moved_on, count: 14,")
DEARER = ('value: "3.00", valid_from', 'value: "5.00", valid_from')
WORK = FactName("reader.work")


def later(desk, *changes, **more):
    """The same desk with a newer program."""
    return desk_over(changed_card_bundle(*changes, **more), desk.world.casebook, desk.world.clock)


def parked(desk, *said, decided=()):
    visit = opened(desk, CARD)
    for fact, value in said:
        desk.answer_question.give(visit.id, fact, value)
    for step in decided:
        desk.take_step.decide(visit.id, step, Decision.HANDLED)
    return desk.close_visit.park(visit.id)


def reopened(desk, visit):
    return desk.take_errands.at_opening(desk.close_visit.resume(visit.id).id)


def kinds(desk, visit):
    return [record.kind for record in desk.world.casebook.events_of(visit.id)]


def shown(desk, visit):
    return {view.step.id: view for view in desk.show_visit(visit.id, Language.EN).steps}


def test_a_visit_is_computed_with_what_it_was_opened_with(desk):
    visit = parked(desk, (MOVED, "yes"), (MOVED_ON, "2026-11-20"))
    newer = later(desk, TWO_WEEKS)
    assert reopened(newer, visit).content == desk.world.bundle.content_hash
    days = {
        d.show_visit(visit.id, Language.EN).path.version: shown(d, visit)[NEW_ADDRESS].step.deadline for d in (newer,)
    }
    assert [day.day.isoformat() for day in days.values()] == ["2026-11-27"]
    assert newer.make_plan.preview(visit.id, Language.FI).content_version == desk.world.bundle.version


def test_what_changed_is_told_by_step_and_taking_it_is_in_the_journal(desk):
    visit = parked(desk, (MOVED, "yes"), (MOVED_ON, "2026-11-20"), (FINE, "10"))
    newer = later(desk, TWO_WEEKS, NO_FINES, DEARER, ("en: Get the card", "en: Fetch your card"))
    state = reopened(newer, visit)
    difference = newer.take_errands.compare(state, Language.EN).difference
    assert difference.gone == (PAY_FINE,)
    assert set(difference.changed) == {
        StepChange(NEW_ADDRESS, (Aspect.DEADLINE,)),
        StepChange(GET_CARD, (Aspect.TEXT,)),
    }
    assert difference.new == ()
    taken = newer.take_errands.take(visit.id)
    assert taken.content == newer.world.bundle.content_hash
    assert shown(newer, visit)[NEW_ADDRESS].step.deadline.day.isoformat() == "2026-12-04"
    assert PAY_FINE not in shown(newer, visit)
    told = [record.event for record in newer.world.casebook.events_of(visit.id)]
    assert ErrandsTaken(desk.world.bundle.content_hash, newer.world.bundle.content_hash) in told
    (differed,) = [event for event in told if isinstance(event, ErrandsDiffered)]
    assert differed.difference.gone == (PAY_FINE,)


def test_a_new_step_and_a_newly_needed_question_are_told(desk):
    visit = parked(desk, (LIFE, "works"))
    newer = later(desk, ("applies: any_of(reader.hobbies, [maps, games]) and reader.life != pupil", "applies: always"))
    difference = newer.take_errands.compare(reopened(newer, visit), Language.FI).difference
    assert difference.changed == (StepChange(StepId("map_room"), (Aspect.CERTAINTY,)),)
    pupil = parked(desk, (LIFE, "pupil"), (HOBBIES, ("maps",)))
    assert newer.take_errands.compare(reopened(newer, pupil), Language.FI).difference.new == (StepId("map_room"),)
    sized = ("applies: not (reader.is_guided and reader.guardian_comes)", "applies: reader.shoe > 30")
    asking = later(desk, sized, SHOE_SET, SHOE_SECTION, more=SHOE)
    assert asking.take_errands.compare(visit, Language.FI).difference.asked == ("reader.shoe",)


SHOE_SET = ("facts: [reader]\ndiscreet_when", "facts: [reader, shoe]\ndiscreet_when")
SHOE_SECTION = ("reader.fine, citizen.e_id]", "reader.fine, citizen.e_id, reader.shoe]")
SHOE = {
    "facts/shoe.yaml": "set: shoe\nfacts:\n  - {fact: reader.shoe, type: whole_number, min: 1, max: 60}\n",
    "facts/texts/fi/shoe.yaml": "reader.shoe: {question: Kengännumero?, short: Kenkä}\n",
}


def test_what_changes_nothing_for_this_citizen_is_taken_when_the_visit_is_opened_and_logged(desk):
    visit = parked(desk, (FINE, "0"), (MOVED, "no"))
    newer = later(desk, TWO_WEEKS, DEARER)
    assert reopened(newer, visit).content == newer.world.bundle.content_hash
    assert kinds(newer, visit)[-2:] == ["ErrandsTaken", "ErrandsDiffered"]
    assert reopened(newer, newer.close_visit.park(visit.id)).content == newer.world.bundle.content_hash
    assert kinds(newer, visit).count("ErrandsTaken") == 1


def test_what_one_way_costs_is_never_taken_in_silence(desk):
    way = "life != pupil\n    channels: [{id: desk, kind: visit}, {id: ask, kind: phone"
    costs = (way, f"{way}, fee: fee.new_card")
    before = desk_over(changed_card_bundle(costs), desk.world.casebook, desk.world.clock)
    visit = parked(before, (HOBBIES, ("maps",)), (LIFE, "works"))
    newer = later(before, costs, DEARER)
    state = reopened(newer, visit)
    assert state.content == before.world.bundle.content_hash
    changed = newer.take_errands.compare(state, Language.EN).difference.changed
    assert StepChange(StepId("map_room"), (Aspect.WAYS,)) in changed


def test_staying_is_for_now_and_is_asked_again_at_the_next_opening(desk):
    visit = parked(desk, (FINE, "10"))
    newer = later(desk, NO_FINES)
    reopened(newer, visit)
    stayed = newer.take_errands.stay(visit.id)
    assert stayed.stays_despite == newer.world.bundle.content_hash
    assert newer.take_errands.stay(visit.id) == stayed
    assert kinds(newer, visit).count("ErrandsStayed") == 1
    assert PAY_FINE in shown(newer, visit)
    assert ErrandsStayed(newer.world.bundle.content_hash) in [r.event for r in newer.world.casebook.events_of(visit.id)]
    assert reopened(newer, newer.close_visit.park(visit.id)).stays_despite == ""


def test_a_done_step_that_is_no_more_stays_as_it_was_and_says_so(desk):
    visit = parked(desk, (FINE, "10"), decided=(PAY_FINE, GET_CARD))
    newer = later(desk, NO_FINES)
    reopened(newer, visit)
    taken = newer.take_errands.take(visit.id)
    assert taken.steps[PAY_FINE].decision is Decision.HANDLED
    past = shown(newer, visit)[PAY_FINE]
    assert (past.step.past, past.state.decision, past.step.title.text) == (True, Decision.HANDLED, "fi: Pay the fine")
    assert past.step.title.fallback is Language.FI
    assert not shown(newer, visit)[GET_CARD].step.past
    plan = newer.make_plan.preview(visit.id, Language.FI)
    (step,) = [step for step in plan.steps if step.id == PAY_FINE]
    assert (step.past, step.decision) == (True, Decision.HANDLED)
    again = later(newer, NO_FINES, ("en: Get the card", "en: Fetch your card"))
    kept = again.take_errands.take(again.close_visit.park(visit.id).id)
    assert PAY_FINE in kept.past_steps
    again.take_step.decide(visit.id, PAY_FINE, None)
    assert PAY_FINE not in shown(again, visit)


def test_a_step_that_is_no_more_stays_off_the_paper_and_is_doubtful_on_it(desk):
    visit = parked(desk, (FINE, "10"), decided=(PAY_FINE,))
    newer = later(desk, NO_FINES)
    reopened(newer, visit)
    newer.take_errands.take(visit.id)
    (step,) = [step for step in newer.make_plan.preview(visit.id, Language.FI).steps if step.past]
    assert not step.verified
    newer.take_step.keep_off(visit.id, PAY_FINE, True)
    plan = newer.make_plan.preview(visit.id, Language.FI)
    assert PAY_FINE not in {step.id for step in plan.steps}
    assert "fi: Pay the fine" in plan.kept_off


def test_the_citizens_view_of_a_visit_that_is_behind_hides_what_its_own_rules_tell(desk):
    visit = parked(desk, (FINE, "10"), (SAFETY, "yes"))
    newer = desk_over(changed_card_bundle(("pay_fine", "pay_the_fine")), desk.world.casebook, desk.world.clock)
    view = newer.show_visit.to_citizen(reopened(newer, visit))
    assert PAY_FINE in {step.step.id for step in view.steps}
    assert telling_steps(newer.visit_errands.of(view.visit).bundle, view.path) == frozenset()


def test_a_change_that_drops_a_done_step_is_never_taken_unseen(desk):
    """The step was done and then its reason went: the path is the same, and still something would be lost."""
    visit = parked(desk, (FINE, "10"), decided=(PAY_FINE,))
    newer = later(desk, NO_FINES)
    assert reopened(newer, visit).content == desk.world.bundle.content_hash


def test_a_renamed_fact_carries_its_answer(desk):
    visit = parked(desk, (LIFE, "pupil"), (HOBBIES, ("books",)))
    newer = later(
        desk,
        ("reader.life", "reader.work"),
        ("- fact: reader.work\n", "- fact: reader.work\n    renamed_from: [reader.life]\n"),
    )
    taken = reopened(newer, visit)
    assert taken.content == newer.world.bundle.content_hash, "nothing changed for the citizen"
    assert taken.answers == {WORK: "pupil", HOBBIES: ("books",)}
    assert StepId("homework_club") in shown(newer, visit)
    undone = newer.answer_question.undo(newer.answer_question.undo(visit.id).id)
    assert undone.answers == {}
    assert newer.answer_question.redo(visit.id).answers == {WORK: "pupil"}


def test_an_option_that_is_gone_is_asked_again_and_what_was_said_is_kept(desk):
    visit = parked(desk, (LIFE, "works"), (LIFE, "retired"), (BORN, "1950-01-01"))
    newer = later(desk, PENSIONER)
    state = reopened(newer, visit)
    difference = newer.take_errands.compare(state, Language.FI).difference
    assert difference.moved.set_aside == (LIFE,)
    taken = newer.take_errands.take(visit.id)
    assert (taken.answers, taken.set_aside) == ({BORN: "1950-01-01"}, {LIFE: "retired"})
    asked = {q.fact: q.state for s in newer.show_visit(visit.id, Language.FI).sections for q in s.questions}
    assert asked[LIFE] is QuestionState.ASKED
    back = newer.answer_question.undo(visit.id)
    assert back.answers == {}, "the day of birth is undone; an answer that does not fit is not gone back to"
    assert back.undo == ()


PENSIONER = ("retired", "pensioner")


def test_an_errand_that_is_no_more_leaves_its_steps_behind(desk):
    visit = opened(desk, LOST, CARD)
    lost = [step.id for step in desk.world.bundle.definitions.errands[LOST].steps]
    newer = desk_over(changed_card_bundle(without="errands/lost_card/"), desk.world.casebook, desk.world.clock)
    assert set(newer.take_errands.compare(visit, Language.FI).difference.gone) <= set(lost)
    newer.take_errands.take(visit.id)
    assert CARD in newer.show_visit(visit.id, Language.FI).path.errands


def test_errands_that_cannot_be_read_any_more_give_way_and_nothing_is_lost(desk):
    for damaged in (b"", b"rubbish", frozen(desk.world.bundle)[:-40]):
        visit = parked(desk, (FINE, "10"), (LIFE, "retired"), decided=(PAY_FINE,))
        newer = later(desk, NO_FINES, PENSIONER)
        newer.world.casebook.under._errands[desk.world.bundle.content_hash] = damaged
        before = newer.show_visit(visit.id, Language.EN)
        assert before.path.version == newer.world.bundle.version
        taken = reopened(newer, visit)
        assert (taken.lost_errands, taken.content) == (True, newer.world.bundle.content_hash)
        assert taken.steps[PAY_FINE].decision is Decision.HANDLED
        assert (taken.answers, taken.set_aside) == ({FINE: "10"}, {LIFE: "retired"})
        assert not reopened(newer, newer.close_visit.park(visit.id)).lost_errands, "it is told once"


def test_a_bundle_of_another_format_is_a_known_error(desk):
    stored = desk.world.bundle._stored
    with pytest.raises(ErrandsBroken):
        thawed(frozen(type(desk.world.bundle)(StoredBundle(FORMAT + 1, "x", stored.definitions, {}))))
    assert thawed(frozen(desk.world.bundle)).content_hash == desk.world.bundle.content_hash


def test_a_kept_plan_is_looked_at_too_and_stays_as_it_was_agreed(desk):
    visit = opened(desk, CARD)
    desk.answer_question.give(visit.id, FINE, "10")
    desk.make_plan.agree(visit.id, Language.FI)
    kept = desk.close_visit.end(visit.id, Outcome.PLAN_GIVEN, keep=True)
    newer = later(desk, NO_FINES)
    with pytest.raises(VisitEnded):
        newer.take_errands.take(visit.id)
    assert not newer.take_errands.is_behind(kept)
    resumed = reopened(newer, visit)
    assert newer.take_errands.is_behind(resumed)
    taken = newer.take_errands.take(visit.id)
    assert taken.plan == kept.plan


def test_the_visit_ends_without_a_trace_of_the_citizen(desk):
    visit = parked(desk, (FINE, "10"), decided=(PAY_FINE,))
    newer = later(desk, NO_FINES)
    reopened(newer, visit)
    newer.take_errands.take(visit.id)
    ended = newer.close_visit.discard(visit.id)
    assert ended.state is VisitState.DISCARDED
    assert (ended.past_steps, ended.set_aside, ended.content) == ({}, {}, newer.world.bundle.content_hash)
    assert "PAY_FINE" not in str(newer.world.casebook.events_of(visit.id))


SOME_CHANGES = (
    TWO_WEEKS,
    NO_FINES,
    DEARER,
    ("[pupil, works, retired]", "[pupil, works, sails, retired]"),
    ("applies: always", "applies: reader.life = works"),
    ("mode: visit\n    applies: any_of", "mode: remote\n    applies: any_of"),
    ("base: today, count: 14", "base: today, count: 15"),
    ('value: "15", valid_from', 'value: "18", valid_from'),
)


@settings(max_examples=examples(25))
@given(data=st.data())
def test_whatever_changes_what_was_done_stays_and_the_same_again_is_no_difference(data):
    desk = desk_over(card_bundle(), FakeCasebook())
    visit = opened(desk, CARD, LOST)
    for fact, said in data.draw(answers(desk.world.bundle)).items():
        desk.answer_question.give(visit.id, fact, said)
    steps = [view.step.id for view in desk.show_visit(visit.id, Language.FI).steps]
    done = data.draw(st.lists(st.sampled_from(steps), unique=True)) if steps else []
    for step in done:
        desk.take_step.decide(visit.id, step, data.draw(st.sampled_from(Decision)))
    before = desk.journal.load(visit.id)
    assert desk.take_errands.compare(before, Language.FI).difference.is_empty
    newer = later(desk, *data.draw(st.lists(st.sampled_from(SOME_CHANGES), unique=True)))
    difference = newer.take_errands.compare(before, Language.FI).difference
    taken = newer.take_errands.take(visit.id)
    after = newer.show_visit(visit.id, Language.FI)
    assert taken.steps == before.steps
    assert set(done) <= {view.step.id for view in after.steps}
    assert {view.step.id for view in after.steps if view.step.past} == set(done) & set(difference.gone)
    assert newer.take_errands.compare(taken, Language.FI).difference.is_empty
    assert not newer.take_errands.is_behind(taken)
    if difference.is_empty:
        assert [view.step for view in after.steps] == [
            view.step for view in desk.show_visit.of(before, Language.FI).steps
        ]
