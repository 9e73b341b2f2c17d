"""How a visit ends, what is kept when the citizen wants it, and that nothing is kept when not."""

from __future__ import annotations

import pytest

from desk.errors import (
    PlanCodeMistyped,
    PlanCodeUnknown,
    SecretInText,
    StepsUndecided,
    VisitEnded,
)
from desk.events import VisitDiscarded
from desk.model.ids import StepId
from desk.model.plan import Decision
from desk.model.plan_code import draw_code, written
from desk.model.visit import Outcome, VisitState
from i18n.language import Language
from offline_cache.casebook.journal import casebook_in
from tests.desk.usecases.rooms import BORN, CARD, FINE, GET_CARD, LIFE, MOVED, card_bundle, desk_over, opened
from tests.fakes import FakeCasebook, FakeKeyring
from tests.offline_cache.opening import opened as opened_folder, tools

NOTE = "came with a friend"
REASON = "has no time this week"


@pytest.fixture(params=["in memory", "encrypted"])
def kept_desk(request, tmp_path, clock):
    """The desk over each kind of casebook."""
    if request.param == "in memory":
        yield desk_over(card_bundle(), FakeCasebook(), clock)
        return
    folder = opened_folder(tmp_path / "folder", tools(FakeKeyring()))
    yield desk_over(card_bundle(), casebook_in(folder), clock)
    folder.close()


def told(desk, decision=Decision.AGREED):
    """A visit in which something was said, decided and noted, and its plan agreed."""
    visit = opened(desk, CARD)
    for fact, said in ((BORN, "1990-05-17"), (LIFE, "works"), (MOVED, "no"), (FINE, "0")):
        desk.answer_question.give(visit.id, fact, said)
    desk.take_step.decide(visit.id, GET_CARD, decision, REASON)
    desk.take_step.note(visit.id, GET_CARD, NOTE)
    return desk.make_plan.agree(visit.id, Language.SV)


def payloads(desk, visit):
    return [record.event for record in desk.world.casebook.events_of(visit.id)]


def test_handled_waits_until_every_step_to_do_is_settled(desk):
    visit = told(desk, Decision.AGREED)
    assert desk.close_visit.open_steps(visit.id) == (GET_CARD,)
    for decision in (Decision.AGREED, Decision.POSTPONED, None):
        desk.take_step.decide(visit.id, GET_CARD, decision)
        with pytest.raises(StepsUndecided) as refused:
            desk.close_visit.end(visit.id, Outcome.HANDLED)
        assert refused.value.details == {"count": "1"}
        assert desk.journal.load(visit.id).state is VisitState.DRAFT
    for decision in (Decision.DECLINED, Decision.HANDLED):
        desk.take_step.decide(visit.id, GET_CARD, decision)
        assert desk.close_visit.open_steps(visit.id) == ()
    ended = desk.close_visit.end(visit.id, Outcome.HANDLED)
    assert (ended.state, ended.outcome) == (VisitState.ENDED, Outcome.HANDLED)


def test_what_an_authority_does_by_itself_keeps_no_visit_open(desk):
    visit = told(desk, Decision.HANDLED)
    automatic = desk.show_visit(visit.id, Language.FI).path.automatic
    assert automatic == ("card_arrives",)
    desk.close_visit.end(visit.id, Outcome.HANDLED)


def test_plan_given_needs_a_plan_and_not_settled_steps(desk):
    visit = opened(desk)
    with pytest.raises(StepsUndecided):
        desk.close_visit.end(visit.id, Outcome.PLAN_GIVEN)
    assert desk.journal.load(visit.id).is_open
    desk.make_plan.agree(visit.id, Language.FI)
    assert desk.close_visit.end(visit.id, Outcome.PLAN_GIVEN).outcome is Outcome.PLAN_GIVEN


@pytest.mark.parametrize("outcome", list(Outcome))
def test_without_follow_up_nothing_personal_is_left(kept_desk, outcome):
    visit = told(kept_desk, Decision.HANDLED)
    kept_desk.close_visit.give_code(visit.id)
    ended = kept_desk.close_visit.end(visit.id, outcome)
    assert (ended.answers, ended.steps, ended.plan, ended.plan_code) == ({}, {}, None, None)
    assert (ended.erased, ended.kept, ended.number, ended.errands) == (True, False, visit.number, (CARD,))
    left = repr(payloads(kept_desk, visit))
    assert not [word for word in (NOTE, REASON, LIFE, "works", "sv") if word in left]
    assert kept_desk.show_counter(Language.FI).kept_plans == ()
    assert kept_desk.world.casebook.verify().broken is None


def test_a_kept_plan_opens_again_by_the_code_on_its_paper(kept_desk):
    visit = told(kept_desk)
    code = kept_desk.close_visit.give_code(visit.id)
    assert kept_desk.close_visit.give_code(visit.id) == code
    on_paper = kept_desk.make_plan.preview(visit.id, Language.SV).plan_code
    assert on_paper == written(code)
    ended = kept_desk.close_visit.end(visit.id, Outcome.PLAN_GIVEN, keep=True)
    assert (ended.kept, ended.erased, ended.plan_code) == (True, False, code)
    for typed in (on_paper, on_paper.lower(), on_paper.replace("-", ""), f"  {on_paper.replace('-', ' ')} "):
        found = kept_desk.open_plan(typed)
        assert (found.id, found.answers[LIFE]) == (visit.id, "works")
    assert [plan.number for plan in kept_desk.show_counter(Language.FI).kept_plans] == [visit.number]


def test_a_plan_that_is_kept_without_a_code_gets_one(kept_desk):
    visit = told(kept_desk)
    ended = kept_desk.close_visit.end(visit.id, Outcome.PLAN_GIVEN, keep=True)
    assert ended.plan_code is not None
    assert kept_desk.open_plan(written(ended.plan_code)).id == visit.id


def test_the_plan_of_an_ended_visit_is_the_one_that_was_agreed(kept_desk, clock):
    visit = told(kept_desk)
    agreed = kept_desk.make_plan.preview(visit.id, Language.SV)
    kept_desk.close_visit.end(visit.id, Outcome.PLAN_GIVEN, keep=True)
    clock.advance(days=400)
    assert kept_desk.make_plan.preview(visit.id, Language.SV) == agreed


def test_a_kept_plan_is_taken_up_ended_again_and_then_erased(kept_desk, clock):
    visit = told(kept_desk)
    code = kept_desk.close_visit.end(visit.id, Outcome.PLAN_GIVEN, keep=True).plan_code
    clock.advance(days=30)
    resumed = kept_desk.close_visit.resume(visit.id)
    assert resumed.is_open
    assert resumed.answers[LIFE] == "works"
    assert kept_desk.erase_lapsed_drafts() == 0, "the citizen asked for it to be kept"
    kept_desk.take_step.decide(visit.id, GET_CARD, Decision.HANDLED)
    ended = kept_desk.close_visit.end(visit.id, Outcome.HANDLED, keep=False)
    assert (ended.kept, ended.erased, ended.answers) == (False, True, {})
    with pytest.raises(PlanCodeUnknown):
        kept_desk.open_plan(written(code))


def test_a_kept_plan_is_erased_when_the_citizen_asks(kept_desk):
    visit = told(kept_desk)
    code = kept_desk.close_visit.end(visit.id, Outcome.PLAN_GIVEN, keep=True).plan_code
    erased = kept_desk.close_visit.erase(visit.id)
    assert (erased.answers, erased.plan, erased.erased) == ({}, None, True)
    assert kept_desk.show_counter(Language.FI).kept_plans == ()
    with pytest.raises(PlanCodeUnknown):
        kept_desk.open_plan(written(code))
    events = len(payloads(kept_desk, visit))
    kept_desk.close_visit.erase(visit.id)
    assert len(payloads(kept_desk, visit)) == events, "erased is erased"


def test_codes_that_open_nothing_say_why(desk):
    with pytest.raises(PlanCodeUnknown):
        desk.open_plan(written(draw_code()))
    good = written(draw_code())
    other = "1" if good[0] != "1" else "2"
    for typed in (other + good[1:], good[:-1], "", "kissa", "Ä" * 9):
        with pytest.raises(PlanCodeMistyped):
            desk.open_plan(typed)


def test_a_parked_visit_waits_and_goes_on_where_it_was(kept_desk):
    visit = told(kept_desk)
    parked = kept_desk.close_visit.park(visit.id)
    assert (parked.state, parked.answers[LIFE]) == (VisitState.PARKED, "works")
    assert [draft.state for draft in kept_desk.show_counter(Language.FI).drafts] == [VisitState.PARKED]
    resumed = kept_desk.close_visit.resume(visit.id)
    assert (resumed.state, resumed.answers, resumed.steps) == (VisitState.DRAFT, parked.answers, parked.steps)


def test_what_was_erased_cannot_be_taken_up_or_printed(kept_desk):
    visit = told(kept_desk)
    kept_desk.close_visit.discard(visit.id)
    with pytest.raises(VisitEnded):
        kept_desk.close_visit.resume(visit.id)
    with pytest.raises(VisitEnded):
        kept_desk.make_plan.preview(visit.id, Language.SV)


def test_a_visit_that_nothing_came_of_is_thrown_away_whole(kept_desk):
    visit = told(kept_desk)
    thrown = kept_desk.close_visit.discard(visit.id)
    assert (thrown.state, thrown.erased, thrown.answers, thrown.plan) == (VisitState.DISCARDED, True, {}, None)
    assert kept_desk.show_counter(Language.FI).drafts == ()
    assert opened(kept_desk).number == visit.number + 1


def test_a_draft_lives_to_the_end_of_the_next_working_day_then_it_is_erased(kept_desk, clock):
    """Monday 23 November 2026: until the midnight after Tuesday."""
    visit, parked = told(kept_desk), told(kept_desk)
    kept_desk.close_visit.park(parked.id)
    kept = told(kept_desk)
    kept_desk.close_visit.end(kept.id, Outcome.PLAN_GIVEN, keep=True)
    clock.advance(hours=38, minutes=59)
    assert kept_desk.erase_lapsed_drafts() == 0
    clock.advance(minutes=1)
    assert kept_desk.erase_lapsed_drafts() == 2
    assert kept_desk.erase_lapsed_drafts() == 0
    lapsed = kept_desk.journal.load(visit.id)
    assert (lapsed.erased, lapsed.answers, lapsed.state) == (True, {}, VisitState.DISCARDED)
    assert payloads(kept_desk, visit)[-1] == VisitDiscarded(lapsed=True)
    counter = kept_desk.show_counter(Language.FI)
    assert (counter.drafts, [plan.id for plan in counter.kept_plans]) == ((), [kept.id])


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("hetu 131052-308T kysyttiin", "identity_code"),
        ("tili FI21 1234 5600 0007 85", "account_number"),
        ("salasana: kissa123", "credential"),
        ("pin on 1234", "credential"),
        ("001 1234 002 5678 003 9012 004 3456", "key_list"),
    ],
)
def test_free_text_with_a_secret_is_refused_and_nothing_is_stored(kept_desk, text, kind):
    visit = opened(kept_desk, CARD)
    before = payloads(kept_desk, visit)
    for write in (
        lambda: kept_desk.take_step.note(visit.id, GET_CARD, text),
        lambda: kept_desk.take_step.decide(visit.id, GET_CARD, Decision.DECLINED, text),
    ):
        with pytest.raises(SecretInText) as refused:
            write()
        assert refused.value.details == {"kind": kind}, "the error itself must not repeat the secret"
    assert payloads(kept_desk, visit) == before


def test_years_postal_codes_and_reference_numbers_pass(desk):
    visit = opened(desk, CARD)
    for text in ("muutti 1998 Kuopioon, 70100", "viite 1234 5678", "soita 029 041 1000 ma 9-16", "päätös 123/2026"):
        desk.take_step.note(visit.id, GET_CARD, text)
        assert desk.journal.load(visit.id).steps[GET_CARD].note == text


def test_a_step_that_is_not_on_the_path_can_keep_its_decision_and_stands_in_nobody_s_way(desk):
    visit = told(desk, Decision.HANDLED)
    off_the_path = StepId("pay_fine")
    desk.take_step.decide(visit.id, off_the_path, Decision.AGREED)
    assert off_the_path not in {step.id for step in desk.visit_errands.path(desk.journal.load(visit.id)).shown}
    assert desk.journal.load(visit.id).steps[off_the_path].decision is Decision.AGREED
    assert desk.close_visit.end(visit.id, Outcome.HANDLED).outcome is Outcome.HANDLED
