"""Hints in a visit: shown with their reasons, taken into the plan or left, undone, and erased with the visit."""

from __future__ import annotations

import pytest

from desk.events import HintDecided, is_personal
from desk.model.ids import ErrandId, FactName, HintId
from desk.model.plan import HintChoice
from desk.model.visit import Accommodation, Profile
from desk.ports import PaperOptions
from i18n.language import Language
from tests.desk.usecases.rooms import opened

SUPPORT = ErrandId("housing_and_social_assistance")
HOUSEHOLD = FactName("support.household")
HINT = HintId("supplement_for_single_parent")


@pytest.fixture
def single_parent(real_desk):
    return real_desk.answer_question.give(opened(real_desk, SUPPORT).id, HOUSEHOLD, "single_parent")


def test_the_screen_shows_it_with_the_own_answers(real_desk, single_parent):
    (view,) = [each for each in real_desk.show_visit.of(single_parent, Language.FI).hints if each.hint.id == HINT]
    assert view.hint.title.text == "Sinulla voi olla oikeus yksinhuoltajan korotukseen"
    assert [reason.fact for reason in view.reasons] == [HOUSEHOLD]
    assert view.hint.agency == "Kela"
    assert view.hint.choice is None


def test_what_is_taken_stands_on_the_plan_and_what_is_left_does_not(real_desk, single_parent):
    def hints():
        return {hint.id: hint.choice for hint in real_desk.make_plan.preview(single_parent.id, Language.SV).hints}

    assert hints()[HINT] is None
    real_desk.take_step.choose_hint(single_parent.id, HINT, HintChoice.TAKEN)
    assert hints()[HINT] is HintChoice.TAKEN
    real_desk.take_step.choose_hint(single_parent.id, HINT, HintChoice.LEFT)
    assert HINT not in hints()
    real_desk.take_step.choose_hint(single_parent.id, HINT, None)
    assert hints()[HINT] is None


def test_the_paper_has_a_part_of_its_own_for_them(real_desk, single_parent):
    real_desk.take_step.choose_hint(single_parent.id, HINT, HintChoice.TAKEN)
    plan = real_desk.make_plan.preview(single_parent.id, Language.EN)
    text = real_desk.print_paper.plan_text(plan, PaperOptions(Language.EN))
    assert text.index("You look into these") < text.index("You may be able to get more child benefit")


def test_a_discreet_visit_has_none_that_could_tell(real_desk, single_parent):
    discreet = Profile(accommodations=frozenset({Accommodation.DISCREET}))
    visit = real_desk.set_profile(single_parent.id, discreet, single_parent.channel)
    assert real_desk.show_visit.of(visit, Language.FI).hints == ()
    assert real_desk.make_plan.preview(visit.id, Language.FI).hints == ()


def test_what_was_made_of_it_is_personal_and_goes_with_the_visit(real_desk, single_parent):
    assert is_personal(HintDecided.__name__)
    real_desk.take_step.choose_hint(single_parent.id, HINT, HintChoice.TAKEN)
    real_desk.close_visit.discard(single_parent.id)
    assert real_desk.journal.load(single_parent.id).hints == {}
