"""What every casebook promises, the one in memory and the encrypted one alike."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from desk import events as ev
from desk.errors import VisitUnknown
from desk.events import visit_after
from desk.model.due import DueKind
from desk.model.handing import Received, Sent, SentHow
from desk.model.hours import HELSINKI
from desk.model.ids import AgencyId, ErrandId, FactName, HandingId, PlanCode, StepId, VisitId
from desk.model.plan import Decision, Plan, WhoToAsk, Words
from desk.model.visit import HelpMode, Outcome, Profile, VisitChannel, VisitState
from desk.usecases.forgetful_casebook import ForgetfulCasebook
from i18n.language import Language
from offline_cache.casebook.journal import casebook_in
from tests.fakes import FakeCasebook, FakeKeyring
from tests.offline_cache.opening import opened, tools

FRIDAY = datetime(2026, 12, 4, 15, 30, tzinfo=HELSINKI)
V, W = VisitId("visit-v"), VisitId("visit-w")
PLAN = Plan(Words("Suunnitelma"), Language.FI, date(2026, 12, 4), "abc", (), WhoToAsk("Asiointipiste"))
CODE = PlanCode("7K3MZ9QAB")


@pytest.fixture(params=["in memory", "encrypted", "for every role"])
def casebook(request, tmp_path):
    if request.param == "for every role":
        yield ForgetfulCasebook(FakeCasebook(), lambda: False)
        return
    if request.param == "in memory":
        yield FakeCasebook()
        return
    folder = opened(tmp_path / "folder", tools(FakeKeyring()))
    yield casebook_in(folder)
    folder.close()


def open_visit(casebook, visit=V, at=FRIDAY):
    return casebook.append(
        visit,
        [ev.VisitOpened(casebook.next_number(), VisitChannel.DESK, "abc"), ev.ErrandAdded(ErrandId("moving"))],
        at,
    )


def answer(casebook, visit=V, at=FRIDAY):
    casebook.append(
        visit,
        [
            ev.ProfileSet(Profile(HelpMode.ADVISE, Language.SV)),
            ev.AnswerGiven(FactName("home.kind"), "own"),
            ev.AnswerGiven(FactName("citizen.reasons"), ("family", "work")),
            ev.StepDecided(StepId("notice"), Decision.AGREED, "menee itse"),
            ev.StepNoted(StepId("notice"), "soitettu"),
            ev.PlanAgreed(PLAN),
        ],
        at,
    )


def folded(casebook):
    visit = visit_after(casebook.events_of(V))
    assert visit is not None
    return visit


def test_what_was_appended_is_given_back_in_order(casebook):
    returned = open_visit(casebook)
    answer(casebook)
    again = casebook.events_of(V)
    assert again[:2] == returned
    assert [record.kind for record in again[2:4]] == ["ProfileSet", "AnswerGiven"]
    assert len({record.id for record in again}) == 8
    assert all(record.visit == V and record.at == FRIDAY for record in again)
    visit = folded(casebook)
    assert visit.answers == {"home.kind": "own", "citizen.reasons": ("family", "work")}
    assert visit.plan == PLAN


def test_a_visit_that_was_never_opened_is_unknown_and_leaves_nothing(casebook):
    with pytest.raises(VisitUnknown):
        casebook.events_of(V)
    with pytest.raises(VisitUnknown):
        casebook.append(V, [ev.VisitParked()], FRIDAY)
    assert casebook.visits() == ()
    assert casebook.verify().events == 0


def test_numbers_go_on_also_after_a_visit_was_thrown_away(casebook):
    assert casebook.next_number() == 1
    open_visit(casebook)
    casebook.append_and_erase(V, [ev.VisitDiscarded()], FRIDAY)
    assert casebook.next_number() == 2


def test_a_visit_of_which_nothing_is_kept_is_over_with_the_program_and_says_that_nothing_is_left(casebook):
    casebook.append(V, [ev.VisitOpened(1, VisitChannel.DESK, "abc", unkept=True)], FRIDAY)
    assert folded(casebook).unkept
    assert casebook.lapsed_drafts(FRIDAY) == (V,)
    casebook.append_and_erase(V, [ev.VisitDiscarded(lapsed=True)], FRIDAY)
    assert folded(casebook).erased
    assert casebook.lapsed_drafts(FRIDAY) == ()


def test_the_list_shows_the_newest_first_and_only_what_may_be_shown(casebook):
    open_visit(casebook)
    open_visit(casebook, W, FRIDAY + timedelta(hours=1))
    answer(casebook)
    newest, oldest = casebook.visits()
    assert (newest.id, newest.number, newest.answers) == (W, 2, 0)
    assert (oldest.id, oldest.number, oldest.answers) == (V, 1, 2)
    assert oldest.errands == ("moving",)
    assert oldest.opened_at == FRIDAY
    assert oldest.state is VisitState.DRAFT


def test_a_visit_without_follow_up_keeps_its_frame_and_nothing_that_was_said(casebook):
    open_visit(casebook)
    answer(casebook)
    casebook.append(V, [ev.PlanCodeGiven(CODE)], FRIDAY)
    ended = FRIDAY + timedelta(minutes=20)
    returned = casebook.append_and_erase(V, [ev.VisitEnded(Outcome.HANDLED, kept=False)], ended)
    assert [record.event for record in returned] == [ev.VisitEnded(Outcome.HANDLED, kept=False)]
    visit = folded(casebook)
    assert (visit.erased, visit.answers, visit.steps, visit.plan, visit.plan_code) == (True, {}, {}, None, None)
    assert (visit.number, visit.errands, visit.outcome) == (1, ("moving",), Outcome.HANDLED)
    (summary,) = casebook.visits()
    assert (summary.erased, summary.answers, summary.ended_at, summary.erase_on) == (True, 0, ended, None)
    assert casebook.visit_of_plan(CODE) is None
    report = casebook.verify()
    assert (report.events, report.erased, report.broken) == (10, 7, None)


def test_a_kept_plan_keeps_what_was_agreed_and_loses_the_clerks_notes(casebook):
    open_visit(casebook)
    answer(casebook)
    casebook.append_and_erase(V, [ev.PlanCodeGiven(CODE), ev.VisitEnded(Outcome.PLAN_GIVEN, kept=True)], FRIDAY)
    visit = folded(casebook)
    assert visit.steps[StepId("notice")].note == ""
    assert visit.steps[StepId("notice")].reason == "menee itse"
    assert (visit.plan, visit.answers["home.kind"], visit.kept, visit.erased) == (PLAN, "own", True, False)
    report = casebook.verify()
    assert (report.erased, report.broken) == (1, None)
    casebook.append(V, [ev.VisitResumed(), ev.StepNoted(StepId("notice"), "uusi")], FRIDAY)
    casebook.append_and_erase(V, [ev.VisitEnded(Outcome.HANDLED, kept=False)], FRIDAY)
    assert folded(casebook).erased
    assert casebook.verify().broken is None


def test_erasing_one_visit_leaves_the_others_whole(casebook):
    for visit in (V, W):
        open_visit(casebook, visit)
        answer(casebook, visit)
    before = casebook.events_of(W)
    casebook.append_and_erase(V, [ev.VisitDiscarded()], FRIDAY)
    assert casebook.events_of(W) == before
    assert casebook.verify().broken is None


def test_a_kept_plan_opens_by_its_code_and_a_draft_does_not(casebook):
    open_visit(casebook)
    answer(casebook)
    casebook.append(V, [ev.PlanCodeGiven(CODE)], FRIDAY)
    assert casebook.visit_of_plan(CODE) is None
    casebook.append(V, [ev.VisitEnded(Outcome.PLAN_GIVEN, kept=True)], FRIDAY)
    assert casebook.visit_of_plan(CODE) == V
    assert casebook.visit_of_plan(PlanCode("000000000")) is None


def test_the_counter_sees_drafts_and_kept_plans_and_no_ended_visit(casebook):
    for name, number in (("draft", 1), ("parked", 2), ("kept", 3), ("ended", 4), ("thrown away", 5), ("empty", 6)):
        casebook.append(VisitId(name), [ev.VisitOpened(number, VisitChannel.DESK, "abc")], FRIDAY)
        if name != "empty":
            answer(casebook, VisitId(name))
    casebook.append(VisitId("parked"), [ev.VisitParked()], FRIDAY)
    casebook.append(VisitId("kept"), [ev.VisitEnded(Outcome.PLAN_GIVEN, kept=True)], FRIDAY)
    casebook.append_and_erase(VisitId("ended"), [ev.VisitEnded(Outcome.HANDLED, kept=False)], FRIDAY)
    casebook.append_and_erase(VisitId("thrown away"), [ev.VisitDiscarded()], FRIDAY)
    casebook.append_and_erase(VisitId("empty"), [ev.VisitDiscarded()], FRIDAY)
    assert [visit.id for visit in casebook.drafts()] == ["parked", "draft"]
    assert [visit.id for visit in casebook.kept_plans(9)] == ["kept"]
    assert len(casebook.visits()) == 6


def test_a_draft_lives_to_the_end_of_the_next_working_day(casebook):
    """Friday 4 December 2026: Sunday is Independence Day, so the next working day is Monday the 7th."""
    open_visit(casebook)
    midnight = datetime(2026, 12, 8, tzinfo=HELSINKI)
    assert casebook.visits()[0].erase_on == midnight
    assert casebook.lapsed_drafts(midnight - timedelta(seconds=1)) == ()
    assert casebook.lapsed_drafts(midnight) == (V,)


def test_a_parked_draft_lapses_and_ended_and_kept_visits_do_not(casebook):
    open_visit(casebook)
    casebook.append(V, [ev.VisitParked()], FRIDAY)
    open_visit(casebook, W)
    casebook.append(W, [ev.VisitEnded(Outcome.PLAN_GIVEN, kept=True)], FRIDAY)
    later = FRIDAY + timedelta(days=30)
    assert casebook.lapsed_drafts(later) == (V,)
    casebook.append(W, [ev.VisitResumed()], FRIDAY)
    assert casebook.lapsed_drafts(later) == (V,)
    casebook.append_and_erase(V, [ev.VisitDiscarded(lapsed=True)], later)
    assert casebook.lapsed_drafts(later) == ()


def test_the_desk_may_let_drafts_live_longer_and_those_that_are_there_follow(casebook):
    open_visit(casebook)
    casebook.set_setting("draft.working_days", "3")
    assert casebook.setting("draft.working_days") == "3"
    assert casebook.visits()[0].erase_on == datetime(2026, 12, 10, tzinfo=HELSINKI)


def test_settings_are_kept_and_replaced(casebook):
    assert casebook.setting("clerk.language") is None
    casebook.set_setting("clerk.language", "fi")
    casebook.set_setting("clerk.language", "sv")
    assert casebook.setting("clerk.language") == "sv"


def bodies(casebook, *contents):
    return [casebook.kept_errands(content) for content in contents]


def test_a_version_of_the_errands_is_kept_once_and_only_as_long_as_a_visit_follows_it(casebook):
    asked = []

    def body(content):
        asked.append(content)
        return content.encode()

    def opened_with(content, visit):
        casebook.keep_errands(content, lambda: body(content))
        casebook.append(visit, [ev.VisitOpened(casebook.next_number(), VisitChannel.DESK, content)], FRIDAY)

    opened_with("one", V)
    opened_with("one", W)
    assert asked == ["one"]
    opened_with("two", VisitId("visit-x"))
    assert casebook.following() == {V: "one", W: "one", "visit-x": "two"}
    casebook.append_and_erase(V, [ev.VisitDiscarded()], FRIDAY)
    assert bodies(casebook, "one", "two") == [b"one", b"two"], "another visit follows it"
    casebook.append(W, [ev.ErrandsTaken("one", "two")], FRIDAY)
    casebook.append_and_erase(W, [ev.PlanCodeGiven(CODE), ev.VisitEnded(Outcome.PLAN_GIVEN, kept=True)], FRIDAY)
    assert casebook.following() == {W: "two", "visit-x": "two"}
    casebook.append_and_erase(VisitId("visit-x"), [ev.VisitDiscarded()], FRIDAY)
    casebook.keep_errands("three", lambda: b"three")
    assert bodies(casebook, "one", "two", "three") == [None, b"two", b"three"], "the kept plan follows the second"
    casebook.append_and_erase(W, [ev.VisitDiscarded()], FRIDAY)
    assert bodies(casebook, "two", "three") == [None, b"three"], "the newest is the program's own"
    assert casebook.following() == {}


def test_the_profile_of_a_visit_that_can_be_gone_on_with_is_the_one_that_was_set_last(casebook):
    early, late = Profile(HelpMode.ADVISE, Language.SV), Profile(HelpMode.ADVISE, Language.EN)
    for visit in (V, W, VisitId("visit-x")):
        open_visit(casebook, visit)
        casebook.append(visit, [ev.ProfileSet(early)], FRIDAY)
    casebook.append(V, [ev.ProfileSet(late)], FRIDAY)
    casebook.append_and_erase(V, [ev.PlanCodeGiven(CODE), ev.VisitEnded(Outcome.PLAN_GIVEN, kept=True)], FRIDAY)
    casebook.append_and_erase(W, [ev.VisitDiscarded()], FRIDAY)
    assert casebook.profiles([V, W, VisitId("visit-x"), VisitId("nobody")]) == {V: late, "visit-x": early}
    assert casebook.profiles([]) == {}


def test_drafts_are_all_there_and_of_the_kept_plans_the_newest(casebook):
    names = [VisitId(f"visit-{number}") for number in range(6)]
    for visit in names:
        open_visit(casebook, visit)
    for visit in names[:4]:
        casebook.append_and_erase(visit, [ev.VisitEnded(Outcome.PLAN_GIVEN, kept=True)], FRIDAY)
    casebook.append(names[1], [ev.VisitResumed()], FRIDAY)
    casebook.append_and_erase(names[5], [ev.VisitDiscarded()], FRIDAY)
    assert [visit.id for visit in casebook.drafts()] == [names[4], names[1]]
    assert [visit.id for visit in casebook.kept_plans(2)] == [names[3], names[2]]
    assert [visit.id for visit in casebook.kept_plans(9)] == [names[3], names[2], names[0]]


def left(number, day=FRIDAY, **changes):
    """A document that was left at the desk."""
    made = Received(
        id=HandingId(f"document-{number}"),
        number=number,
        agency=AgencyId("kela"),
        document=None,
        at=day,
        pages=2,
        original=True,
        in_time_here=True,
        send_by=day.date() + timedelta(days=3),
    )
    return ev.DocumentReceived(replace(made, **changes))


def gone(number, on):
    """It went on."""
    return ev.DocumentSent(HandingId(f"document-{number}"), Sent(on, AgencyId("kela"), SentHow.POST))


def test_documents_that_lie_here_are_listed_and_those_of_the_day(casebook):
    open_visit(casebook)
    monday = FRIDAY + timedelta(days=3)
    casebook.append(V, [left("1-1"), left("1-2"), left("1-3")], FRIDAY)
    casebook.append(V, [gone("1-1", FRIDAY.date()), gone("1-2", monday.date())], monday)
    ids = [f"document-1-{place}" for place in (1, 2, 3)]
    assert [id for _, id in casebook.documents(FRIDAY.date())] == ids
    assert [id for _, id in casebook.documents(monday.date())] == ids[1:]
    assert [id for _, id in casebook.documents(monday.date() + timedelta(days=1))] == ids[2:]
    assert casebook.document_numbered("1-2") == (V, "document-1-2")
    assert casebook.document_numbered("9-9") is None


def test_a_document_is_found_when_its_visit_was_erased(casebook):
    open_visit(casebook)
    casebook.append(V, [left("1-1")], FRIDAY)
    casebook.append_and_erase(V, [ev.VisitDiscarded()], FRIDAY)
    assert casebook.documents(FRIDAY.date()) == ((V, "document-1-1"),)
    (due,) = casebook.due(FRIDAY.date() + timedelta(days=3))
    assert (due.kind, due.of) == (DueKind.DOCUMENT, "document-1-1")
