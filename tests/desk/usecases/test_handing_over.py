"""A visit goes to a colleague: what was said goes along, the receiver confirms, and the giver sees it."""

from __future__ import annotations

import pytest

from desk.errors import NotHandedOver, SecretInText, VisitEnded, WaitsToBeTaken
from desk.model.due import DueKind
from desk.model.ids import MemberId
from desk.model.visit import Accommodation, Outcome, Profile, VisitState
from i18n.language import Language
from tests.desk.usecases.rooms import BORN, CARD, opened

MAIJA, PEKKA, LIISA = MemberId("maija"), MemberId("pekka"), MemberId("liisa")


def as_member(desk, member):
    desk.duty.member = member
    return desk


def test_what_was_said_goes_along_and_the_giver_sees_who_took_it(desk):
    visit = opened(as_member(desk, MAIJA), CARD)
    desk.answer_question.give(visit.id, BORN, "1990-05-17")
    given = desk.handing.hand_over.give(visit.id, PEKKA, "Kortti puuttuu vielä.")
    assert given.state is VisitState.PARKED
    assert not as_member(desk, LIISA).handing.hand_over.waiting()
    (waiting,) = as_member(desk, PEKKA).handing.hand_over.waiting()
    assert (waiting.visit, waiting.by, waiting.to) == (visit.id, MAIJA, PEKKA)
    taken = desk.handing.hand_over.take(visit.id)
    assert (taken.state, taken.handed_to) == (VisitState.DRAFT, None)
    assert taken.answers == given.answers
    assert not desk.handing.hand_over.waiting()
    (seen,) = as_member(desk, MAIJA).handing.hand_over.taken()
    assert (seen.visit, seen.by) == (visit.id, PEKKA)


def test_what_is_handed_to_nobody_in_particular_waits_for_whoever_is_next(desk):
    visit = opened(as_member(desk, MAIJA))
    desk.handing.hand_over.give(visit.id, None)
    for member in (PEKKA, LIISA):
        assert [each.visit for each in as_member(desk, member).handing.hand_over.waiting()] == [visit.id]
    desk.handing.hand_over.take(visit.id)
    with pytest.raises(NotHandedOver):
        as_member(desk, PEKKA).handing.hand_over.take(visit.id)


def test_what_is_somebody_elses_is_not_taken_but_the_giver_may_take_it_back(desk):
    visit = opened(as_member(desk, MAIJA))
    desk.handing.hand_over.give(visit.id, PEKKA)
    with pytest.raises(NotHandedOver) as refused:
        as_member(desk, LIISA).handing.hand_over.take(visit.id)
    assert refused.value.details["kind"] == "another"
    as_member(desk, MAIJA).handing.hand_over.take(visit.id)
    assert not desk.handing.hand_over.taken()


def test_it_stands_on_the_day_list_until_somebody_takes_it(desk):
    visit = opened(desk)
    desk.handing.hand_over.give(visit.id, PEKKA)
    today = desk.world.clock.today()
    assert [(each.kind, each.of) for each in desk.world.casebook.due(today)] == [(DueKind.HAND_OVER, PEKKA)]
    desk.handing.hand_over.take(visit.id)
    assert not desk.world.casebook.due(today)


@pytest.mark.parametrize("keep", [True, False])
def test_words_to_a_colleague_die_with_the_visit_also_when_the_plan_is_kept(desk, keep):
    visit = opened(desk)
    desk.handing.hand_over.give(visit.id, PEKKA, "Tulee takaisin kahden aikaan.")
    desk.handing.hand_over.take(visit.id)
    desk.make_plan.agree(visit.id, Language.FI)
    desk.close_visit.end(visit.id, Outcome.PLAN_GIVEN, keep)
    assert "kahden" not in repr(desk.world.casebook.events_of(visit.id))
    assert desk.journal.load(visit.id).erased is not keep


def test_no_identity_code_stands_in_words_to_a_colleague(desk):
    visit = opened(desk)
    with pytest.raises(SecretInText):
        desk.handing.hand_over.give(visit.id, None, "Asiakas 131052-952K odottaa.")
    assert desk.journal.load(visit.id).handed_to is None


def test_a_visit_that_is_over_is_not_handed_over(desk):
    visit = opened(desk)
    desk.close_visit.discard(visit.id)
    with pytest.raises(VisitEnded):
        desk.handing.hand_over.give(visit.id, None)


def test_a_discreet_visit_waits_without_a_word_of_what_it_is_about(desk):
    visit = opened(desk, profile=Profile(accommodations=frozenset({Accommodation.DISCREET})))
    desk.handing.hand_over.give(visit.id, None)
    (waiting,) = desk.handing.hand_over.waiting()
    assert waiting.quiet


def test_who_goes_on_in_anothers_place_is_written_down_and_the_giver_sees_it(desk):
    visit = opened(as_member(desk, MAIJA))
    desk.handing.hand_over.give(visit.id, PEKKA)
    assert as_member(desk, LIISA).handing.hand_over.handed() == {visit.id: PEKKA}
    taken = desk.handing.hand_over.take(visit.id, instead=True)
    assert taken.taken_over is not None
    assert (taken.taken_over.by, taken.taken_over.given_by) == (LIISA, MAIJA)
    assert not desk.handing.hand_over.handed()
    (seen,) = as_member(desk, MAIJA).handing.hand_over.taken()
    assert seen.by == LIISA


def test_a_visit_that_waits_is_not_gone_on_with_behind_the_back_of_the_one_it_waits_for(desk):
    visit = opened(as_member(desk, MAIJA))
    desk.handing.hand_over.give(visit.id, None)
    with pytest.raises(WaitsToBeTaken):
        desk.close_visit.resume(visit.id)
    assert desk.journal.load(visit.id).state is VisitState.PARKED
    desk.handing.hand_over.take(visit.id)
    desk.close_visit.park(visit.id)
    assert desk.close_visit.resume(visit.id).state is VisitState.DRAFT
