"""A plan that is printed again says how its steps stand, and nothing that is not safe."""

from __future__ import annotations

from datetime import date, timedelta

from desk.model.due import DueKind
from desk.model.follow_up import ContactPlan, Progress, Result, StepFollowed, StepOwner, StepResult
from desk.model.ids import ErrandId, FactName, StepId
from desk.model.person import ContactKind, ContactWay
from desk.model.plan import Decision, PlanMeeting
from desk.model.plan_code import written
from desk.model.plan_days import DayKind, days_of
from desk.model.visit import Accommodation, Outcome, Profile, VisitChannel
from desk.ports import PaperOptions
from desk.usecases.standing_plan import proposed_day
from i18n.language import Language
from tests.desk.usecases.rooms import opened
from tests.desk.usecases.test_follow_up import INVENTORY, REPORT, SENT, TODAY, kept

EXPECTED = SENT.expected_on


def plan_of(desk, visit):
    return desk.make_plan.preview(visit.id, Language.SV)


def text_of(desk, visit, language=Language.EN):
    return desk.print_paper.plan_text(plan_of(desk, visit), PaperOptions(language))


def step_of(plan, step):
    return next(each for each in plan.steps if each.id == step)


def test_a_plan_of_which_nothing_was_said_is_the_one_that_was_agreed(real_desk):
    visit = kept(real_desk)
    assert plan_of(real_desk, visit) == visit.plan


def test_what_waits_says_since_when_under_which_number_and_what_to_do_when_nothing_is_heard(real_desk):
    visit = kept(real_desk)
    real_desk.follow_up.set_progress(visit.id, REPORT, SENT)
    stand = step_of(plan_of(real_desk, visit), REPORT).stand
    assert stand is not None
    assert (stand.progress, stand.reference, stand.sent_on, stand.expected_on) == (
        Progress.WAITING,
        "DVV-12/2026",
        TODAY,
        EXPECTED,
    )
    assert stand.phone is not None or stand.url is not None
    said = text_of(real_desk, visit)
    assert "How your matters stand on Monday 23 November 2026" in said.replace("\u00a0", " ")
    assert "DVV-12/2026" in said
    assert "If you have heard nothing by then" in said
    assert "ask how it stands and say your reference number" in said
    assert visit.plan_code is not None
    assert real_desk.journal.load(visit.id).plan == visit.plan, "what was agreed stays as it was agreed"


def test_the_day_of_the_answer_is_proposed_where_it_is_known_how_long_it_takes(real_desk):
    moving = opened(real_desk, ErrandId("moving_within_finland"))
    for fact, said in (("home.moving_on", "2026-12-12"), ("home.wants_other_health_centre", "yes")):
        real_desk.answer_question.give(moving.id, FactName(fact), said)
    plan = plan_of(real_desk, moving)
    assert proposed_day(step_of(plan, StepId("change_health_centre")), TODAY) == TODAY + timedelta(days=21)
    assert proposed_day(step_of(plan, StepId("notify_move")), TODAY) is None
    plan = real_desk.make_plan.preview(moving.id, Language.EN)
    said = real_desk.print_paper.plan_text(plan, PaperOptions(Language.EN)).replace("\u00a0", " ")
    assert said.count("ealt with in about 21 days") == 1


def test_the_plan_code_on_the_new_paper_is_the_same(real_desk):
    visit = kept(real_desk)
    real_desk.follow_up.set_progress(visit.id, REPORT, SENT)
    assert visit.plan_code is not None
    assert plan_of(real_desk, visit).plan_code == written(visit.plan_code)


def test_what_is_done_or_declined_is_to_do_no_longer(real_desk):
    visit = kept(real_desk)
    real_desk.follow_up.set_progress(visit.id, REPORT, StepFollowed(StepOwner.CITIZEN, Progress.DONE))
    real_desk.follow_up.set_progress(visit.id, INVENTORY, StepFollowed(StepOwner.CITIZEN, Progress.DECLINED))
    plan = plan_of(real_desk, visit)
    assert step_of(plan, REPORT).decision is Decision.HANDLED
    assert step_of(plan, INVENTORY).decision is Decision.DECLINED
    assert not step_of(plan, REPORT).is_open
    assert REPORT not in {day.of.id for day in days_of(plan) if not isinstance(day.of, PlanMeeting)}


def test_a_refusal_says_what_to_do_and_by_when_and_invents_no_time(real_desk):
    visit = kept(real_desk)
    real_desk.follow_up.tell_result(visit.id, REPORT, StepResult(Result.REFUSED, TODAY))
    said = text_of(real_desk, visit)
    assert "The agency refused" in said
    assert "The decision says how to ask for a change and by when." in said
    assert "The last day to ask for a change" not in said
    real_desk.follow_up.tell_result(visit.id, REPORT, StepResult(Result.PARTLY, TODAY, TODAY + timedelta(days=37)))
    again = text_of(real_desk, visit).replace("\u00a0", " ")
    assert "The last day to ask for a change is Wednesday 30 December 2026." in again


def test_the_days_of_the_plan_have_the_answer_the_call_and_the_coming_back(real_desk):
    visit = kept(real_desk)
    real_desk.follow_up.set_progress(visit.id, REPORT, SENT)
    real_desk.follow_up.promise_call_back(visit.id, TODAY + timedelta(days=2))
    contact = ContactPlan((ContactWay(ContactKind.PHONE, "040 123 4567"),), TODAY + timedelta(days=9))
    real_desk.follow_up.agree_contact(visit.id, contact)
    plan = plan_of(real_desk, visit)
    found = {(day.day, day.kind) for day in days_of(plan)}
    assert (EXPECTED, DayKind.SILENCE) in found
    assert (TODAY + timedelta(days=2), DayKind.MEETING) in found
    assert (TODAY + timedelta(days=9), DayKind.MEETING) in found
    said = text_of(real_desk, visit).replace("\u00a0", " ")
    assert "Wednesday 25 November 2026, by telephone" in said
    assert "040 123 4567" not in said, "where the citizen is reached is on no paper"
    calendar = real_desk.make_calendar.file(visit.id, plan, named=True).decode()
    assert "DTSTART;VALUE=DATE:20261125" in calendar
    assert "DTSTART;VALUE=DATE:20261202" in calendar


def test_an_unsafe_way_is_in_nothing_that_is_printed(real_desk):
    visit = kept(real_desk)
    real_desk.follow_up.promise_call_back(visit.id, TODAY + timedelta(days=2))
    unsafe = ContactPlan((ContactWay(ContactKind.PHONE, "040 123 4567", safe=False),), TODAY + timedelta(days=9))
    real_desk.follow_up.agree_contact(visit.id, unsafe)
    plan = plan_of(real_desk, visit)
    assert plan.reached_by == ()
    assert plan.meetings == (PlanMeeting(TODAY + timedelta(days=9), calls=False),)
    assert "by telephone" not in text_of(real_desk, visit)


def test_a_discreet_paper_names_no_way_and_no_call(real_desk):
    visit = kept(real_desk, Profile(accommodations=frozenset({Accommodation.DISCREET})))
    real_desk.follow_up.promise_call_back(visit.id, TODAY + timedelta(days=2))
    contact = ContactPlan((ContactWay(ContactKind.LETTER, "Kirjasto"),), date(2026, 12, 2))
    real_desk.follow_up.agree_contact(visit.id, contact)
    plan = plan_of(real_desk, visit)
    assert (plan.reached_by, plan.meetings) == ((), (PlanMeeting(date(2026, 12, 2), calls=False),))


def test_a_day_that_is_over_is_on_no_new_paper(real_desk, clock):
    visit = kept(real_desk)
    real_desk.follow_up.promise_call_back(visit.id, TODAY)
    assert plan_of(real_desk, visit).meetings == (PlanMeeting(TODAY, calls=True),)
    clock.advance(days=1)
    assert plan_of(real_desk, visit).meetings == ()


def test_what_waits_does_not_say_that_it_is_too_late_to_order(real_desk):
    visit = kept(real_desk)
    real_desk.follow_up.set_progress(visit.id, REPORT, SENT)
    step = step_of(plan_of(real_desk, visit), REPORT)
    assert step.deadline is not None
    assert step.deadline.late is not None
    assert step.stand is not None
    assert step.stand.late is None
    gone = StepFollowed(StepOwner.CITIZEN, Progress.EXPIRED)
    real_desk.follow_up.set_progress(visit.id, REPORT, gone)
    stand = step_of(plan_of(real_desk, visit), REPORT).stand
    assert stand is not None
    assert stand.late == step.deadline.late


SUPPORT = ErrandId("housing_and_social_assistance")
ASSISTANCE = StepId("support_social_assistance")


def assisted(desk):
    """A kept plan of which social assistance is a step."""
    visit = desk.open_visit(VisitChannel.DESK, Profile(), [SUPPORT])
    desk.make_plan.agree(visit.id, Language.FI)
    return desk.close_visit.end(visit.id, Outcome.PLAN_GIVEN, keep=True)


def test_where_the_errands_know_how_to_ask_for_a_change_paper_and_list_say_it_with_the_day(real_desk):
    visit = assisted(real_desk)
    assert any(step.id == ASSISTANCE for step in visit.plan.steps)
    after = real_desk.follow_up.tell_result(visit.id, ASSISTANCE, StepResult(Result.REFUSED, TODAY))
    assert after.results[ASSISTANCE].act_by == TODAY + timedelta(days=37)
    stand = step_of(plan_of(real_desk, visit), ASSISTANCE).stand
    assert stand is not None
    assert stand.change is not None
    said = text_of(real_desk, visit)
    assert stand.change.text.split(".")[0] in said
    assert "37" in stand.change.text
    (line,) = [
        line for line in real_desk.day_list(Language.EN, TODAY + timedelta(days=60)) if line.due.of == ASSISTANCE
    ]
    assert (line.due.kind, line.due.day) == (DueKind.APPEAL, TODAY + timedelta(days=37))


def test_the_day_that_the_decision_itself_says_wins(real_desk):
    visit = assisted(real_desk)
    read = StepResult(Result.REFUSED, TODAY, TODAY + timedelta(days=30))
    assert real_desk.follow_up.tell_result(visit.id, ASSISTANCE, read).results[ASSISTANCE] == read


def test_what_was_granted_and_what_the_errands_say_nothing_of_has_no_such_day(real_desk):
    visit = assisted(real_desk)
    granted = StepResult(Result.GRANTED, TODAY)
    assert real_desk.follow_up.tell_result(visit.id, ASSISTANCE, granted).results[ASSISTANCE].act_by is None
    other = kept(real_desk)
    refused = StepResult(Result.REFUSED, TODAY)
    assert real_desk.follow_up.tell_result(other.id, REPORT, refused).results[REPORT].act_by is None
