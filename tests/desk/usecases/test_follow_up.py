"""After the visit: how steps stand, what came of them, call-backs and the way to find one another again."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from desk.errors import DayRefused, ExpectedDayMissing, NotYourRole, SecretInText, StepNotInPlan, VisitEnded
from desk.events import CaseRead, visit_after
from desk.model.due import DueKind, Harm
from desk.model.follow_up import (
    Blocker,
    CallBackEnd,
    ContactPlan,
    Progress,
    Result,
    StepFollowed,
    StepOwner,
    StepResult,
    lead_days,
)
from desk.model.ids import ErrandId, FactName, StepId, VisitId
from desk.model.person import ContactKind, ContactWay
from desk.model.role import Role
from desk.model.visit import Accommodation, Outcome, Profile, Visit, VisitChannel, VisitState
from desk.usecases.day_list import When
from desk.usecases.desk_rooms import Desk
from desk.usecases.duty import POINT_ROLE
from i18n.language import Language
from tests.desk.usecases.rooms import desk_over, real_bundle

TODAY = date(2026, 11, 23)
DEATH = ErrandId("death_of_close_one")
REPORT, INVENTORY = StepId("order_family_report"), StepId("estate_inventory")
SENT = StepFollowed(StepOwner.AGENCY, Progress.WAITING, "DVV-12/2026", TODAY, TODAY + timedelta(days=21))


def kept(desk: Desk, profile: Profile | None = None, keep: bool = True) -> Visit:
    """A plan about a death, given and kept."""
    visit = desk.open_visit(VisitChannel.DESK, profile or Profile(citizen_language=Language.SV), [DEATH])
    desk.answer_question.give(visit.id, FactName("deceased.died_on"), "2026-11-20")
    desk.answer_question.give(visit.id, FactName("deceased.relation"), "spouse")
    desk.make_plan.agree(visit.id, Language.SV)
    return desk.close_visit.end(visit.id, Outcome.PLAN_GIVEN, keep=keep)


def lines(desk, days: int = 400):
    return desk.day_list(Language.EN, TODAY + timedelta(days=days))


def kinds(desk, visit: Visit) -> set[tuple[DueKind, str]]:
    return {(line.due.kind, line.due.of) for line in lines(desk) if line.due.visit == visit.id}


def test_a_step_of_an_ended_visit_is_followed_and_the_visit_stays_ended(real_desk):
    visit = kept(real_desk)
    assert (DueKind.DEADLINE, REPORT) in kinds(real_desk, visit)
    after = real_desk.follow_up.set_progress(visit.id, REPORT, SENT)
    assert (after.state, after.outcome, after.kept) == (VisitState.ENDED, Outcome.PLAN_GIVEN, True)
    assert after.followed[REPORT].reference == "DVV-12/2026"
    assert (DueKind.SILENCE, REPORT) in kinds(real_desk, visit)
    assert (DueKind.DEADLINE, REPORT) not in kinds(real_desk, visit), "the agency has it: the citizen's day is kept"


def test_a_step_of_an_open_visit_is_followed_too(real_desk):
    visit = real_desk.open_visit(VisitChannel.DESK, Profile(), [DEATH])
    real_desk.answer_question.give(visit.id, FactName("deceased.died_on"), "2026-11-20")
    after = real_desk.follow_up.set_progress(visit.id, REPORT, SENT)
    assert after.is_open
    assert after.followed[REPORT].progress is Progress.WAITING


def test_what_waits_needs_a_day_and_is_the_agencys_turn(real_desk):
    visit = kept(real_desk)
    with pytest.raises(ExpectedDayMissing):
        real_desk.follow_up.set_progress(visit.id, REPORT, StepFollowed(StepOwner.CITIZEN, Progress.WAITING))
    waits = StepFollowed(StepOwner.CITIZEN, Progress.WAITING, expected_on=TODAY, blocked=Blocker.E_ID)
    after = real_desk.follow_up.set_progress(visit.id, REPORT, waits)
    assert after.followed[REPORT] == StepFollowed(
        StepOwner.AGENCY, Progress.WAITING, expected_on=TODAY, blocked=Blocker.E_ID
    )


@pytest.mark.parametrize(
    ("followed", "kind"),
    [
        (
            StepFollowed(StepOwner.AGENCY, Progress.WAITING, "", TODAY + timedelta(days=1), date(2027, 1, 1)),
            "sent_later",
        ),
        (
            StepFollowed(StepOwner.AGENCY, Progress.WAITING, "", TODAY, TODAY - timedelta(days=1)),
            "expected_before_sent",
        ),
    ],
)
def test_days_that_cannot_be_are_refused_and_nothing_is_stored(real_desk, followed, kind):
    visit = kept(real_desk)
    with pytest.raises(DayRefused) as refused:
        real_desk.follow_up.set_progress(visit.id, REPORT, followed)
    assert refused.value.details["kind"] == kind
    assert real_desk.journal.load(visit.id).followed == {}


def test_a_result_ends_the_step_and_says_how_long_it_took(real_desk, clock):
    visit = kept(real_desk)
    real_desk.follow_up.set_progress(visit.id, REPORT, SENT)
    clock.advance(days=12)
    after = real_desk.follow_up.tell_result(visit.id, REPORT, StepResult(Result.GRANTED, TODAY + timedelta(days=10)))
    assert after.followed[REPORT].progress is Progress.DONE
    assert after.followed[REPORT].reference == "DVV-12/2026"
    assert lead_days(after.followed[REPORT], after.results[REPORT]) == 10
    assert not {each for each in kinds(real_desk, visit) if each[1] == REPORT}
    back = real_desk.follow_up.tell_result(visit.id, REPORT, None)
    assert back.results == {}
    assert back.followed[REPORT].progress is Progress.WAITING
    assert (DueKind.SILENCE, REPORT) in kinds(real_desk, visit)


def test_a_refusal_stands_on_the_list_as_law_until_its_time_is_over_or_something_was_done(real_desk):
    visit = kept(real_desk)
    until = TODAY + timedelta(days=37)
    told = StepResult(Result.REFUSED, TODAY, until)
    real_desk.follow_up.tell_result(visit.id, REPORT, told)
    (line,) = [line for line in lines(real_desk) if line.due.kind is DueKind.APPEAL]
    assert (line.due.day, line.due.harm, line.title) == (until, Harm.LAW, "Order the family report")
    real_desk.follow_up.tell_result(visit.id, REPORT, StepResult(Result.REFUSED, TODAY, until, act_done=True))
    assert (DueKind.APPEAL, REPORT) not in kinds(real_desk, visit)


@pytest.mark.parametrize(
    ("result", "kind"),
    [
        (StepResult(Result.GRANTED, TODAY + timedelta(days=1)), "decided_later"),
        (StepResult(Result.GRANTED, TODAY - timedelta(days=1)), "decided_before_sent"),
        (StepResult(Result.REFUSED, TODAY, TODAY - timedelta(days=1)), "act_before_decided"),
    ],
)
def test_a_result_on_a_day_that_cannot_be_is_refused(real_desk, result, kind):
    visit = kept(real_desk)
    real_desk.follow_up.set_progress(visit.id, REPORT, SENT)
    with pytest.raises(DayRefused) as refused:
        real_desk.follow_up.tell_result(visit.id, REPORT, result)
    assert refused.value.details["kind"] == kind


def test_a_call_back_is_promised_missed_promised_again_and_made(real_desk):
    visit = kept(real_desk)
    day = TODAY + timedelta(days=3)
    after = real_desk.follow_up.promise_call_back(visit.id, day, "tulkki mukaan", REPORT)
    (promised,) = after.call_backs.values()
    assert (DueKind.CALL_BACK, promised.id) in kinds(real_desk, visit)
    missed = real_desk.follow_up.settle_call_back(
        visit.id, promised.id, CallBackEnd.NOT_REACHED, again_on=day + timedelta(days=1)
    )
    (again,) = missed.call_backs.values()
    assert (again.day, again.words, again.step) == (day + timedelta(days=1), "tulkki mukaan", REPORT)
    assert again.id != promised.id
    made = real_desk.follow_up.settle_call_back(visit.id, again.id, CallBackEnd.REACHED)
    assert made.call_backs == {}
    with pytest.raises(DayRefused):
        real_desk.follow_up.promise_call_back(visit.id, TODAY - timedelta(days=1))


def test_an_unsafe_way_is_never_the_first_and_the_list_says_what_not_to_do(real_desk):
    visit = kept(real_desk)
    phone = ContactWay(ContactKind.PHONE, "040 123 4567", safe=False)
    sister = ContactWay(ContactKind.THROUGH_SOMEBODY, "kirjaston tiski", when="torstaisin")
    contact = ContactPlan((phone, sister), TODAY + timedelta(days=7))
    after = real_desk.follow_up.agree_contact(visit.id, contact)
    assert after.contact is not None
    assert after.contact.ways == (sister, phone)
    assert after.contact.safe_ways == (sister,)
    (line,) = [line for line in lines(real_desk) if line.due.kind is DueKind.COMES_BACK]
    assert (line.due.reach, line.due.avoid) == (ContactKind.THROUGH_SOMEBODY, (ContactKind.PHONE,))
    came = real_desk.follow_up.came_back(visit.id)
    assert came.contact == ContactPlan((sister, phone))
    assert (DueKind.COMES_BACK, "") not in kinds(real_desk, visit)
    assert real_desk.follow_up.agree_contact(visit.id, ContactPlan()).contact is None


def test_free_text_holds_no_secret(real_desk):
    visit = kept(real_desk)
    secret = "hetu 131052-308T"
    for write in (
        lambda: real_desk.follow_up.set_progress(
            visit.id, REPORT, StepFollowed(StepOwner.DESK, Progress.TO_DO, secret)
        ),
        lambda: real_desk.follow_up.promise_call_back(visit.id, TODAY, secret),
        lambda: real_desk.follow_up.agree_contact(
            visit.id, ContactPlan((ContactWay(ContactKind.LETTER, "pin: 1234"),))
        ),
    ):
        with pytest.raises(SecretInText):
            write()
    state = real_desk.journal.load(visit.id)
    assert (state.followed, state.call_backs, state.contact) == ({}, {}, None)


def test_only_steps_of_the_plan_and_only_what_is_kept(real_desk):
    visit = kept(real_desk)
    with pytest.raises(StepNotInPlan):
        real_desk.follow_up.set_progress(visit.id, StepId("get_card"), SENT)
    gone = kept(real_desk, keep=False)
    with pytest.raises(VisitEnded):
        real_desk.follow_up.open(gone.id, "code")
    real_desk.follow_up.set_progress(visit.id, REPORT, SENT)
    real_desk.close_visit.erase(visit.id)
    with pytest.raises(VisitEnded):
        real_desk.follow_up.set_progress(visit.id, REPORT, SENT)
    assert lines(real_desk) == (), "what is erased is on no list"


def test_who_only_helps_with_devices_follows_nobody(real_desk):
    visit = kept(real_desk)
    casebook = real_desk.world.casebook
    casebook.set_setting(POINT_ROLE, Role.DIGITAL_SUPPORT)
    library = desk_over(real_bundle(), casebook)
    with pytest.raises(NotYourRole):
        library.follow_up.set_progress(visit.id, REPORT, SENT)
    with pytest.raises(NotYourRole):
        library.day_list(Language.EN)
    assert library.day_list.count() == 0
    assert library.owed_corrections(Language.EN) == ()


def test_a_look_at_a_kept_plan_is_told_in_the_journal_and_changes_nothing(real_desk):
    visit = kept(real_desk)
    assert real_desk.follow_up.open(visit.id, "code") == visit
    events = real_desk.world.casebook.events_of(visit.id)
    assert events[-1].event == CaseRead("code")
    assert visit_after(events) == visit


def test_the_list_is_sorted_by_harm_within_overdue_today_and_soon(real_desk, clock):
    visit = kept(real_desk)
    real_desk.follow_up.promise_call_back(visit.id, TODAY + timedelta(days=30))
    clock.advance(days=30)
    found = lines(real_desk)
    assert [line.when for line in found] == sorted((line.when for line in found), key=list(When).index)
    for when in When:
        part = [line for line in found if line.when is when]
        keys = [(list(Harm).index(line.due.harm), line.due.day) for line in part]
        assert keys == sorted(keys)
    assert {line.when for line in found} == set(When)
    assert real_desk.day_list.count() == sum(line.when is not When.SOON for line in found)


def test_a_discreet_visit_shows_no_matter(real_desk):
    visit = kept(real_desk, Profile(accommodations=frozenset({Accommodation.DISCREET})))
    mine = [line for line in lines(real_desk) if line.due.visit == visit.id]
    assert mine
    assert {(line.title, line.due.quiet) for line in mine} == {("", True)}


def test_the_list_speaks_the_clerks_language_not_the_citizens(real_desk):
    kept(real_desk)
    titles = {line.due.of: line.title for line in lines(real_desk)}
    assert titles[REPORT] == "Order the family report"
    finnish = {line.due.of: line.title for line in real_desk.day_list(Language.FI, TODAY + timedelta(days=400))}
    assert finnish[REPORT] == "Tilaa sukuselvitys"


def test_nothing_is_due_of_visits_without_a_plan(real_desk):
    real_desk.open_visit(VisitChannel.DESK, Profile(), [DEATH])
    assert lines(real_desk) == ()
    assert VisitId("visit") not in {line.due.visit for line in lines(real_desk)}
