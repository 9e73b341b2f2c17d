"""Opening a visit, how it is helped, and what it is about."""

from __future__ import annotations

import pytest

from desk.errors import ErrandUnknown, VisitEnded, VisitUnknown
from desk.model.ids import ErrandId, FactName, VisitId
from desk.model.visit import Accommodation, HelpMode, Outcome, Profile, VisitChannel, VisitState
from desk.usecases.visit_view import QuestionState
from i18n.language import Language
from tests.desk.usecases.rooms import BORN, CARD, E_ID, FINE, GET_CARD, LIFE, LOST, opened

NO_SUCH = VisitId("no-such-visit")


def asked(desk, visit):
    return [question.fact for question in desk.show_visit(visit.id, Language.FI).path.questions]


def test_a_visit_has_a_number_a_channel_and_nobody_s_name(desk, clock):
    first = desk.open_visit(VisitChannel.PHONE, Profile(HelpMode.ADVISE, Language.SV), [CARD, LOST])
    second = opened(desk)
    assert (first.number, second.number) == (1, 2)
    assert first.channel is VisitChannel.PHONE
    assert first.profile == Profile(HelpMode.ADVISE, Language.SV)
    assert first.errands == (CARD, LOST)
    assert first.opened_at == clock.now()
    assert first.state is VisitState.DRAFT
    assert first.content == desk.world.bundle.content_hash
    assert first.id != second.id


def test_a_visit_may_begin_without_an_errand(desk):
    visit = desk.open_visit(VisitChannel.DESK, Profile())
    view = desk.show_visit(visit.id, Language.FI)
    assert (view.errands, view.sections, view.steps) == ((), (), ())


def test_an_unknown_errand_opens_no_visit_at_all(desk):
    with pytest.raises(ErrandUnknown):
        desk.open_visit(VisitChannel.DESK, Profile(), [CARD, ErrandId("no_such_errand")])
    assert desk.world.casebook.visits() == ()


def test_an_unknown_visit_is_a_known_error(desk):
    for ask in (
        lambda: desk.show_visit(NO_SUCH, Language.FI),
        lambda: desk.answer_question.give(NO_SUCH, LIFE, "pupil"),
        lambda: desk.close_visit.end(NO_SUCH, Outcome.HANDLED),
        lambda: desk.make_plan.preview(NO_SUCH, Language.FI),
    ):
        with pytest.raises(VisitUnknown):
            ask()


def test_who_has_no_e_id_is_not_asked_for_it(desk):
    visit = opened(desk)
    assert E_ID in asked(desk, visit)
    desk.set_profile(visit.id, Profile(accommodations=frozenset({Accommodation.NO_E_ID})))
    assert E_ID not in asked(desk, visit)
    view = desk.show_visit(visit.id, Language.FI)
    (e_id,) = [q for section in view.sections for q in section.questions if q.fact == E_ID]
    assert (e_id.state, e_id.said) == (QuestionState.ANSWERED, "none")
    card = next(step for step in view.path.steps if step.id == GET_CARD)
    usable = [(channel.id, channel.usable) for channel in card.channels]
    assert usable == [("desk", True), ("ask", True), ("online", False)]


def test_what_was_said_in_words_wins_over_the_profile(desk):
    visit = opened(desk, profile=Profile(accommodations=frozenset({Accommodation.NO_E_ID})))
    desk.answer_question.give(visit.id, E_ID, "bank")
    card = next(step for step in desk.show_visit(visit.id, Language.FI).path.steps if step.id == GET_CARD)
    assert all(channel.usable for channel in card.channels)


def test_the_accommodations_of_the_real_content_answer_its_questions(real_desk):
    """The profile names facts and options of the content: both must be there."""
    both = Profile(accommodations=frozenset({Accommodation.NO_E_ID, Accommodation.NO_DEVICE}))
    told = {"citizen.e_id", "citizen.device"}
    for errand in real_desk.world.bundle.errands:
        assert told & set(asked(real_desk, opened(real_desk, errand)))
        visit = opened(real_desk, errand, profile=both)
        assert not told & set(asked(real_desk, visit))
        channels = [c for step in real_desk.show_visit(visit.id, Language.FI).path.steps for c in step.channels]
        assert all(
            channel.usable is ("e_id" not in channel.needs and "device" not in channel.needs) for channel in channels
        )


def test_the_channel_and_the_profile_change_only_when_they_change(desk):
    visit = opened(desk)
    before = len(desk.world.casebook.events_of(visit.id))
    desk.set_profile(visit.id, visit.profile, VisitChannel.DESK)
    assert len(desk.world.casebook.events_of(visit.id)) == before
    changed = desk.set_profile(visit.id, Profile(citizen_language=Language.EN), VisitChannel.OUTREACH)
    assert (changed.channel, changed.profile.citizen_language) == (VisitChannel.OUTREACH, Language.EN)


def test_a_wrong_errand_is_switched_and_shared_answers_stay(desk):
    visit = opened(desk, CARD)
    for fact, said in ((FINE, "12"), (LIFE, "pupil"), (BORN, "2000-01-31")):
        desk.answer_question.give(visit.id, fact, said)
    switched = desk.choose_errand.switch(visit.id, CARD, LOST)
    assert switched.errands == (LOST,)
    assert switched.answers == {FINE: "12", LIFE: "pupil", BORN: "2000-01-31"}
    view = desk.show_visit(visit.id, Language.FI)
    assert {q.fact: q.said for section in view.sections for q in section.questions} == {FINE: "12", LIFE: "pupil"}
    assert view.open_questions == 0
    back = desk.choose_errand.switch(visit.id, LOST, CARD)
    assert back.answers[BORN] == "2000-01-31"


def test_a_switch_to_an_unknown_errand_changes_nothing(desk):
    visit = opened(desk, CARD)
    with pytest.raises(ErrandUnknown):
        desk.choose_errand.switch(visit.id, CARD, ErrandId("no_such_errand"))
    assert desk.journal.load(visit.id).errands == (CARD,)


def test_errands_are_added_once_and_removed_once(desk):
    visit = opened(desk, CARD)
    desk.choose_errand.add(visit.id, LOST)
    assert desk.choose_errand.add(visit.id, LOST).errands == (CARD, LOST)
    assert desk.choose_errand.remove(visit.id, CARD).errands == (LOST,)
    assert desk.choose_errand.remove(visit.id, CARD).errands == (LOST,)


def test_a_question_of_two_errands_is_asked_once(desk):
    visit = opened(desk, CARD, LOST)
    facts = asked(desk, visit)
    assert facts.count(FINE) == 1
    assert len(facts) == len(set(facts))


def test_nothing_of_an_ended_visit_can_be_changed(desk):
    visit = opened(desk)
    desk.close_visit.discard(visit.id)
    for change in (
        lambda: desk.set_profile(visit.id, Profile()),
        lambda: desk.choose_errand.add(visit.id, LOST),
        lambda: desk.choose_errand.switch(visit.id, CARD, LOST),
        lambda: desk.answer_question.give(visit.id, FactName("reader.life"), "pupil"),
        lambda: desk.answer_question.undo(visit.id),
        lambda: desk.take_step.decide(visit.id, GET_CARD, None),
        lambda: desk.take_step.note(visit.id, GET_CARD, "a note"),
        lambda: desk.make_plan.agree(visit.id, Language.FI),
        lambda: desk.close_visit.park(visit.id),
        lambda: desk.close_visit.end(visit.id, Outcome.HANDLED),
    ):
        with pytest.raises(VisitEnded):
            change()
