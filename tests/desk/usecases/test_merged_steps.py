"""Two matters of one visit that need the same thing: it is one step on screen and paper, and what was agreed stays."""

from __future__ import annotations

import pytest

from desk.model.ids import ErrandId, FactName, StepId
from desk.model.plan import Decision
from desk.model.visit import Accommodation, Profile
from i18n.language import Language
from tests.desk.usecases.rooms import desk_over, opened, real_bundle

DEATH, WORK = ErrandId("death_of_close_one"), ErrandId("unemployment")
OWN_CARD, BENEFIT_CARD = StepId("own_tax_card"), StepId("tax_card_for_benefit")
WIDOW = {
    "deceased.died_on": "2026-11-02",
    "deceased.relation": "spouse",
    "deceased.has_children": "yes",
    "deceased.young_children": "1",
    "orphan_1.age": "12",
    "survivor.common_child": "yes",
    "survivor.age_at_death": "52",
    "survivor.together_before_65": "yes",
    "work.reason": "dismissed",
}


@pytest.fixture
def desk():
    return desk_over(real_bundle())


def widow(desk, *errands, profile=None):
    visit = opened(desk, *errands, profile=profile)
    for fact, said in WIDOW.items():
        desk.answer_question.give(visit.id, FactName(fact), said)
    return visit


def steps_of(desk, visit, language=Language.EN):
    return {step.id: step for step in desk.make_plan.preview(visit.id, language).steps}


def test_it_is_one_step_that_names_the_other_matter(desk):
    steps = steps_of(desk, widow(desk, DEATH, WORK))
    assert BENEFIT_CARD not in steps
    (also,) = steps[OWN_CARD].also
    assert also.text.startswith("Unemployment or lay-off: ")


def test_the_instructions_of_both_stand_there_once(desk):
    lines = [line.text for line in steps_of(desk, widow(desk, DEATH, WORK))[OWN_CARD].how]
    own = [line.text for line in steps_of(desk, widow(desk, DEATH))[OWN_CARD].how]
    other = [line.text for line in steps_of(desk, widow(desk, WORK))[BENEFIT_CARD].how]
    assert set(other) - set(own)
    assert lines == list(dict.fromkeys([*own, *other]))


def test_a_discreet_paper_names_no_other_matter(desk):
    discreet = Profile(accommodations=frozenset({Accommodation.DISCREET}))
    (also,) = steps_of(desk, widow(desk, DEATH, WORK, profile=discreet))[OWN_CARD].also
    assert ":" not in also.text


def test_what_was_agreed_before_it_became_part_of_another_stays(desk):
    visit = widow(desk, WORK)
    desk.take_step.decide(visit.id, BENEFIT_CARD, Decision.HANDLED)
    desk.choose_errand.switch(visit.id, WORK, DEATH)
    desk.choose_errand.add(visit.id, WORK)
    steps = steps_of(desk, visit)
    assert BENEFIT_CARD not in steps
    assert steps[OWN_CARD].decision is Decision.HANDLED


def test_what_was_agreed_before_also_stays_when_more_is_said_of_the_whole(desk):
    visit = widow(desk, WORK)
    desk.take_step.decide(visit.id, BENEFIT_CARD, Decision.HANDLED)
    desk.take_step.keep_off(visit.id, BENEFIT_CARD, off_paper=True)
    desk.choose_errand.switch(visit.id, WORK, DEATH)
    desk.choose_errand.add(visit.id, WORK)
    noted = desk.take_step.note(visit.id, OWN_CARD, "Asked for the card of the pension too")
    assert noted.steps[OWN_CARD].decision is Decision.HANDLED
    assert OWN_CARD not in steps_of(desk, visit), "it was left off the papers"
    opened_again = desk.take_step.decide(visit.id, OWN_CARD, None)
    assert opened_again.steps[OWN_CARD].decision is None


def test_what_was_handled_before_it_became_part_of_another_is_not_open(desk):
    visit = widow(desk, WORK)
    desk.take_step.decide(visit.id, BENEFIT_CARD, Decision.HANDLED)
    desk.choose_errand.switch(visit.id, WORK, DEATH)
    desk.choose_errand.add(visit.id, WORK)
    assert OWN_CARD not in desk.close_visit.open_steps(visit.id)
