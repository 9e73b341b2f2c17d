"""What the visit screen shows: calm while answers come, in the clerk's words, honest about what does not count."""

from __future__ import annotations

import pytest
from hypothesis import given, settings, strategies as st

from desk.events import PaperMade
from desk.model.facts import Sensitivity
from desk.model.ids import ErrandId, FactName, SectionId
from desk.model.path import Mode
from desk.model.plan import Decision, Group
from desk.model.visit import HelpMode, Profile, VisitChannel
from desk.ports import PaperOptions
from desk.usecases.visit_view import QuestionState
from i18n.language import Language
from tests.desk.usecases.citizens import answers, happenings
from tests.desk.usecases.rooms import (
    BORN,
    CARD,
    E_ID,
    FINE,
    GET_CARD,
    GUARDIAN,
    LIFE,
    LOST,
    MOVED,
    MOVED_ON,
    NEW_ADDRESS,
    PAY_FINE,
    SAFETY,
    card_bundle,
    desk_over,
    opened,
    real_bundle,
)
from tests.thorough import examples

BUNDLES = [card_bundle, real_bundle]


def questions(view):
    return {question.fact: question for section in view.sections for question in section.questions}


def shown(desk, visit, language=Language.FI):
    return desk.show_visit(visit.id, language)


def in_order(some, whole):
    places = [whole.index(each) for each in some]
    return places == sorted(places)


def test_an_answer_whose_question_no_longer_applies_is_kept_and_does_not_count(desk):
    visit = opened(desk)
    give = desk.answer_question.give
    give(visit.id, MOVED, "yes")
    give(visit.id, MOVED_ON, "2026-11-20")
    before = shown(desk, visit)
    assert questions(before)[MOVED_ON].state is QuestionState.ANSWERED
    give(visit.id, MOVED, "no")
    ghost = questions(shown(desk, visit))[MOVED_ON]
    assert (ghost.state, ghost.said, ghost.said_in_words) == (
        QuestionState.KEPT_NOT_USED,
        "2026-11-20",
        questions(before)[MOVED_ON].said_in_words,
    )
    assert NEW_ADDRESS not in {step.step.id for step in shown(desk, visit).steps}
    give(visit.id, MOVED, "yes")
    assert shown(desk, visit).steps == before.steps
    assert questions(shown(desk, visit))[MOVED_ON].state is QuestionState.ANSWERED


@pytest.mark.parametrize("bundle", BUNDLES)
@settings(max_examples=examples(5))
@given(data=st.data())
def test_nothing_jumps_while_answers_come(bundle, data):
    """Sections and questions keep their order, and one that was answered stays where it was."""
    desk = desk_over(bundle())
    visit = opened(desk, *desk.world.bundle.errands)
    order = [place.fact for place in desk.world.bundle.finder.question_places(visit.errands)]
    place_of: dict[FactName, tuple[ErrandId, SectionId]] = {}
    for fact, said in data.draw(happenings(desk.world.bundle)):
        if said is not None:
            desk.answer_question.give(visit.id, fact, said)
        view = shown(desk, visit)
        assert in_order([q.fact for section in view.sections for q in section.questions], order)
        for section in view.sections:
            for question in section.questions:
                here = (section.errand, section.id)
                assert place_of.setdefault(question.fact, here) == here
        if said is not None:
            assert questions(view)[fact].said == said


@pytest.mark.parametrize("bundle", BUNDLES)
@settings(max_examples=examples(5))
@given(data=st.data())
def test_each_question_is_in_one_state_and_each_step_in_one_place(bundle, data):
    desk = desk_over(bundle())
    said = data.draw(answers(desk.world.bundle))
    visit = opened(desk, *desk.world.bundle.errands)
    for fact, answer in said.items():
        desk.answer_question.give(visit.id, fact, answer)
    view = shown(desk, visit)
    asked = {question.fact for question in view.path.questions}
    assert not asked & set(said)
    for fact, question in questions(view).items():
        assert (question.state is QuestionState.ASKED) is (fact in asked)
        assert question.said == said.get(fact)
        assert bool(question.said_in_words) is (fact in said)
    assert view.open_questions == len(asked)
    everywhere = [step.step.id for step in view.steps] + [step for each in view.ruled_out for step in each.steps]
    assert len(everywhere) == len(set(everywhere))
    defined = [step for errand in view.visit.errands for step in desk.world.bundle.definitions.errands[errand].steps]
    nowhere = [step for step in defined if step.id not in view.path.ids and step.id not in everywhere]
    assert all(step.number > 1 for step in nowhere), "only a step of a child that there is not is told nowhere"
    assert sum(len(view.in_group(group)) for group in Group) == len(view.steps)


def test_the_view_speaks_the_clerk_s_language_and_nothing_else_changes(desk):
    visit = opened(desk)
    fi, sv = shown(desk, visit), shown(desk, visit, Language.SV)
    assert all(step.step.title.text.startswith("fi:") for step in fi.steps)
    assert all(step.step.title.text.startswith("sv:") for step in sv.steps)
    assert fi.path == sv.path
    assert [s.id for s in fi.sections] == [s.id for s in sv.sections]


def test_a_step_says_why_with_the_citizen_s_own_answers(desk):
    visit = opened(desk)
    desk.answer_question.give(visit.id, FINE, "12.50")
    (fine,) = [step for step in shown(desk, visit).steps if step.step.id == PAY_FINE]
    assert [(reason.fact, reason.answer) for reason in fine.reasons] == [(FINE, "12,50\N{NO-BREAK SPACE}€")]
    desk.answer_question.give(visit.id, MOVED, "no")
    (out,) = [step for step in shown(desk, visit).ruled_out if step.id == NEW_ADDRESS]
    assert [reason.fact for reason in out.reasons] == [MOVED]


def test_a_question_says_what_it_allows_and_for_which_steps_it_is_asked(desk):
    visit = opened(desk)
    view = questions(shown(desk, visit))
    assert (view[BORN].minimum, view[BORN].maximum) == ("1906-11-23", "2026-11-23")
    assert [option.id for option in view[LIFE].options] == ["pupil", "works", "retired"]
    assert view[FINE].sensitive
    assert view[FINE].for_steps == ("fi: Pay the fine",)
    assert not view[E_ID].sensitive
    assert GUARDIAN not in view, "asked only when it is known to matter or still may"


def test_what_is_done_here_depends_on_channel_and_mode(desk):
    def group_of(channel, mode):
        visit = desk.open_visit(channel, Profile(mode), [CARD])
        (card,) = [step for step in shown(desk, visit).steps if step.step.id == GET_CARD]
        return card.step.group

    assert group_of(VisitChannel.DESK, HelpMode.TOGETHER) is Group.HERE
    assert group_of(VisitChannel.OUTREACH, HelpMode.TOGETHER) is Group.HERE
    assert group_of(VisitChannel.PHONE, HelpMode.TOGETHER) is Group.YOU
    assert group_of(VisitChannel.DESK, HelpMode.ADVISE) is Group.YOU


def test_an_authority_s_own_steps_come_by_themselves(real_desk):
    visit = opened(real_desk, *real_desk.world.bundle.errands)
    for step in shown(real_desk, visit).steps:
        if step.step.group is Group.ITSELF:
            assert step.step.mode is Mode.AUTOMATIC
        elif step.step.group is not Group.MAYBE:
            assert step.step.mode is not Mode.AUTOMATIC


def test_what_was_decided_and_noted_stands_beside_its_step(desk):
    visit = opened(desk)
    desk.take_step.decide(visit.id, GET_CARD, Decision.POSTPONED, "  next week  ")
    desk.take_step.note(visit.id, GET_CARD, "came with a friend")
    (card,) = [step for step in shown(desk, visit).steps if step.step.id == GET_CARD]
    assert (card.state.decision, card.state.reason, card.state.note) == (
        Decision.POSTPONED,
        "next week",
        "came with a friend",
    )
    desk.take_step.decide(visit.id, GET_CARD, None)
    (card,) = [step for step in shown(desk, visit).steps if step.step.id == GET_CARD]
    assert (card.state.decision, card.state.note) == (None, "came with a friend")


def test_the_saved_time_is_the_last_event_s_in_helsinki(desk, clock):
    visit = opened(desk)
    clock.advance(hours=2, minutes=7)
    desk.answer_question.give(visit.id, LIFE, "pupil")
    assert "11.07" in shown(desk, visit).saved_at


def test_the_counter_shows_errands_drafts_and_kept_plans_in_words(desk):
    opened(desk)
    view = desk.show_counter(Language.SV)
    assert [errand.id for errand in view.persons] == [CARD, LOST]
    assert view.persons[0].title == "sv: Library card"
    assert view.companies == ()
    assert [draft.number for draft in view.drafts] == [1]
    assert view.kept_plans == ()


def test_the_safety_question_is_asked_and_sensitive(desk):
    visit = opened(desk)
    question = questions(shown(desk, visit))[SAFETY]
    assert question.state is QuestionState.ASKED
    assert question.sensitive


def test_the_journal_knows_which_papers_were_made(desk, printers):
    visit = opened(desk)
    desk.print_paper.made(visit.id, "plan", PaperOptions(Language.SV))
    assert desk.world.casebook.events_of(visit.id)[-1].event == PaperMade("plan", "sv")


def test_real_questions_of_health_safety_and_money_are_marked_sensitive(real_desk):
    facts = real_desk.world.bundle.definitions.facts
    assert facts["citizen.safety_risk"].sensitivity is Sensitivity.SENSITIVE
