"""In a role that stores nothing, nothing that a citizen said reaches the disk: not even for one who has the key."""

from __future__ import annotations

import pytest
from hypothesis import given, settings, strategies as st

from desk import events as ev
from desk.errors import NotYourRole
from desk.events import KINDS, encode, is_personal
from desk.model.ids import ErrandId, FactName, HintId, PersonId, PlanCode, StepId, VisitId
from desk.model.person import Person
from desk.model.plan import Decision, HintChoice
from desk.model.role import Role
from desk.model.visit import Accommodation, HelpMode, Outcome, Profile, VisitChannel, VisitState
from desk.usecases.duty import POINT_ROLE
from desk.usecases.forgetful_casebook import ForgetfulCasebook
from i18n.language import Language
from offline_cache.casebook.journal import casebook_in
from tests.desk.usecases.rooms import BORN, CARD, FINE, HOBBIES, LIFE, LOST, PAY_FINE, card_bundle, desk_over
from tests.fakes import FakeCasebook, FakeClock, FakeKeyring
from tests.offline_cache.casebook.test_erasing import scan
from tests.offline_cache.opening import opened, tools
from tests.thorough import examples

WORDS = ("kanarialintu-laulaa", "syy-papukaija", "1931-04-17")
PERSONAL_KINDS = tuple(sorted(kind for kind in KINDS if is_personal(kind)))


@pytest.fixture
def keyring():
    return FakeKeyring()


@pytest.fixture
def folder(tmp_path, keyring):
    folder = opened(tmp_path / "folder", tools(keyring))
    casebook_in(folder).set_setting(POINT_ROLE, Role.DIGITAL_SUPPORT)
    yield folder
    folder.close()


@pytest.fixture
def library(folder):
    return desk_over(card_bundle(), casebook_in(folder))


def meeting(desk):
    """A whole meeting up to its end, with something of each kind that a citizen says."""
    profile = Profile(HelpMode.TOGETHER, Language.SV, frozenset({Accommodation.LARGE_PRINT}))
    visit = desk.open_visit(VisitChannel.DESK, profile, (CARD, LOST)).id
    for fact, said in ((BORN, "1931-04-17"), (LIFE, "retired"), (FINE, "10"), (HOBBIES, "unknown")):
        desk.answer_question.give(visit, fact, said)
    desk.answer_question.undo(visit)
    desk.answer_question.redo(visit)
    desk.take_step.decide(visit, PAY_FINE, Decision.DECLINED, WORDS[1])
    desk.take_step.note(visit, PAY_FINE, WORDS[0])
    desk.make_plan.agree(visit, Language.SV)
    return visit


def test_a_whole_meeting_works_and_nothing_personal_is_in_any_page(library, folder, keyring):
    visit = meeting(library)
    state = library.journal.load(visit)
    assert state.unkept
    assert (state.answers[BORN], state.steps[PAY_FINE].note) == ("1931-04-17", WORDS[0])
    assert state.plan is not None
    assert scan(folder.path, keyring, *WORDS, *PERSONAL_KINDS) == {}
    ended = library.close_visit.end(visit, Outcome.PLAN_GIVEN)
    assert (ended.state, ended.answers, ended.plan, ended.erased) == (VisitState.ENDED, {}, None, True)
    assert ended.errands == (CARD, LOST)
    assert scan(folder.path, keyring, *WORDS, *PERSONAL_KINDS) == {}
    assert scan(folder.path, keyring, "VisitOpened") != {}, "the scan sees what is there"
    report = library.world.casebook.verify()
    assert (report.broken, report.erased) == (None, 0)
    assert report.events > 0


def test_what_such_a_meeting_leaves_in_an_ordinary_role_is_found_by_the_same_look(folder, keyring):
    casebook_in(folder).set_setting(POINT_ROLE, Role.SERVICE_ADVISER)
    meeting(desk_over(card_bundle(), casebook_in(folder)))
    found = scan(folder.path, keyring, *WORDS, *PERSONAL_KINDS)["casebook.db-wal"]
    assert set(WORDS) | {"AnswerGiven", "StepNoted", "PlanAgreed", "ProfileSet"} <= set(found)


def test_a_program_that_falls_leaves_an_empty_visit_that_the_next_start_puts_away(library, folder, keyring):
    visit = meeting(library)
    again = desk_over(card_bundle(), casebook_in(folder))
    under = casebook_in(folder)
    left = under.events_of(visit)
    assert {record.kind for record in left} <= {"VisitOpened", "ErrandAdded", "AnswerUndone", "AnswerRedone"}
    assert again.erase_lapsed_drafts() == 1
    assert under.drafts() == ()
    assert scan(folder.path, keyring, *WORDS, *PERSONAL_KINDS) == {}
    assert again.world.casebook.verify().broken is None


def test_a_visit_in_memory_is_not_put_away_while_it_goes_on(library):
    visit = meeting(library)
    assert library.erase_lapsed_drafts() == 0
    assert library.journal.load(visit).answers
    (seen,) = library.world.casebook.drafts()
    assert (seen.id, seen.answers) == (visit, 4)


def test_who_leaves_takes_it_with_them(library):
    visit = meeting(library)
    library.sign_in.leave()
    state = library.journal.load(visit)
    assert (state.state, state.answers) == (VisitState.DISCARDED, {})


def test_nothing_can_be_kept_named_received_or_promised(library):
    visit = meeting(library)
    casebook = library.world.casebook
    before = casebook.events_of(visit)
    with pytest.raises(NotYourRole):
        library.close_visit.end(visit, Outcome.PLAN_GIVEN, keep=True)
    with pytest.raises(NotYourRole):
        library.close_visit.give_code(visit)
    for event in (
        ev.VisitEnded(Outcome.PLAN_GIVEN, kept=True),
        ev.PersonNamed(Person(PersonId("p"), "Aino Asiakas")),
    ):
        with pytest.raises(NotYourRole):
            casebook.append(visit, [event], FakeClock().now())
    assert casebook.events_of(visit) == before


def test_what_others_stored_is_not_there(folder):
    casebook_in(folder).set_setting(POINT_ROLE, Role.SERVICE_ADVISER)
    adviser = desk_over(card_bundle(), casebook_in(folder))
    visit = meeting(adviser)
    code = adviser.close_visit.end(visit, Outcome.PLAN_GIVEN, keep=True).plan_code
    assert code is not None
    casebook_in(folder).set_setting(POINT_ROLE, Role.DIGITAL_SUPPORT)
    library = desk_over(card_bundle(), casebook_in(folder))
    casebook = library.world.casebook
    assert (casebook.visits(), casebook.drafts(), casebook.kept_plans(9)) == ((), (), ())
    assert (casebook.following(), casebook.profiles([visit])) == ({}, {})
    assert casebook.visit_of_plan(code) is None
    for look in (casebook.events_of, library.journal.load, library.close_visit.resume):
        with pytest.raises(NotYourRole):
            look(visit)
    with pytest.raises(NotYourRole):
        library.open_plan(code)
    with pytest.raises(NotYourRole):
        library.answer_question.give(visit, FINE, "12")
    with pytest.raises(NotYourRole):
        casebook.append(visit, [ev.StepNoted(StepId("s"), "x")], FakeClock().now())


V = VisitId("visit")
said = st.text(min_size=1, max_size=12).map(lambda text: f"kanaria{text}")
happening = st.one_of(
    st.builds(ev.AnswerGiven, st.just(FactName("home.kind")), said),
    st.builds(ev.StepNoted, st.just(StepId("s")), said),
    st.builds(ev.StepDecided, st.just(StepId("s")), st.sampled_from([None, *Decision]), said),
    st.builds(ev.PlanCodeGiven, said.map(PlanCode)),
    st.builds(ev.HintDecided, st.just(HintId("h")), st.sampled_from([None, *HintChoice])),
    st.builds(ev.ErrandAdded, st.sampled_from([ErrandId("moving"), ErrandId("death")])),
    st.sampled_from([ev.VisitParked(), ev.VisitResumed(), ev.AnswerUndone(), ev.PaperMade("plan", "fi")]),
)


@settings(max_examples=examples(100), deadline=None)
@given(st.lists(st.lists(happening, min_size=1, max_size=4), max_size=8), st.booleans())
def test_whatever_happens_memory_says_what_an_ordinary_casebook_would_and_the_disk_nothing(batches, ends):
    under, ordinary, now = FakeCasebook(), FakeCasebook(), FakeClock().now()
    forgetful = ForgetfulCasebook(under, lambda: True)
    for casebook in (forgetful, ordinary):
        casebook.append(V, [ev.VisitOpened(casebook.next_number(), VisitChannel.DESK, "abc", unkept=True)], now)
    for batch in batches:
        forgetful.append(V, batch, now)
        ordinary.append(V, batch, now)
        assert [(r.kind, r.event) for r in forgetful.events_of(V)] == [(r.kind, r.event) for r in ordinary.events_of(V)]
        stored = ev.visit_after(under.events_of(V))
        assert stored is not None
        assert stored.answers == {}
    if ends:
        forgetful.append_and_erase(V, [ev.VisitEnded(Outcome.HANDLED, kept=False)], now)
        assert not forgetful.holds(V)
    for record in under.events_of(V):
        assert not is_personal(record.kind)
        assert record.event is None or b"kanaria" not in encode(record.event)
