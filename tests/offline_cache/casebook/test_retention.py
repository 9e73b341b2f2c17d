"""What is kept goes when its time is over, in every place; the chain holds, and the receipt says what copies hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, strategies as st

from desk import events as ev
from desk.errors import DiskFull
from desk.model.handing import Received, Sent, SentHow
from desk.model.hours import HELSINKI
from desk.model.ids import AgencyId, ErrandId, FactName, HandingId, PlanCode, VisitId
from desk.model.keeping import Category, KeepingTimes, Kept, PlanTime, kept_until, months_after
from desk.model.role import Role
from desk.model.visit import Outcome, VisitChannel
from desk.ports.keeping import RENEW
from desk.usecases.duty import Duty
from desk.usecases.keep_copies import KeepCopies
from desk.usecases.keeping_times import KeepingSettings
from desk.usecases.mandate_policy import MandatePolicies
from desk.usecases.run_retention import RunRetention
from offline_cache.casebook.journal import casebook_in
from offline_cache.casebook.keeper import SqlCasebookKeeper, keeper_in
from tests.fakes import FakeClock, FakeKeyring
from tests.offline_cache.casebook.test_erasing import scan
from tests.offline_cache.opening import opened, tools

START = datetime(2026, 1, 10, 9, 0, tzinfo=HELSINKI)
KEPT, PAPER, DRAFT = VisitId("kept"), VisitId("paper"), VisitId("draft")


class Point:
    """A service point with a clock, over a real encrypted store."""

    def __init__(self, folder):
        self.folder, self.clock = folder, FakeClock(START)
        self.casebook, self.keeper = casebook_in(folder), keeper_in(folder)
        self.duty = Duty(self.casebook)
        self.times = KeepingSettings(self.casebook, self.duty, MandatePolicies(self.casebook, self.duty))
        self.copies = KeepCopies(self.casebook, self.keeper, self.clock, (self.duty, self.times))
        world = (self.casebook, self.keeper, self.clock)
        self.retention = RunRetention(world, self.times, self.copies, self.duty)

    def keep_a_plan(self, role: Role | None = Role.SERVICE_ADVISER) -> None:
        now = self.clock.now()
        self.casebook.append(KEPT, [ev.VisitOpened(1, VisitChannel.DESK, "abc")], now)
        self.casebook.append(KEPT, [ev.AnswerGiven(FactName("home.kind"), "salainen-vastaus")], now)
        ending: list[ev.VisitEvent] = [
            ev.PlanCodeGiven(PlanCode("7K3MZ9QAB")),
            ev.VisitEnded(Outcome.PLAN_GIVEN, kept=True, role=role),
        ]
        self.casebook.append_and_erase(KEPT, ending, now)

    def take_a_document(self, *, sent: bool) -> None:
        now, day = self.clock.now(), self.clock.today()
        self.casebook.append(PAPER, [ev.VisitOpened(2, VisitChannel.DESK, "abc"), ev.ErrandAdded(ErrandId("e"))], now)
        got = Received(HandingId("h"), "2-1", AgencyId("kela"), None, now, 3, True, True, send_by=day)
        self.casebook.append(PAPER, [ev.DocumentReceived(got), ev.AnswerGiven(FactName("home.kind"), "own")], now)
        if sent:
            gone = Sent(day, AgencyId("kela"), SentHow.POST)
            self.casebook.append(PAPER, [ev.DocumentSent(HandingId("h"), gone)], now)
        self.casebook.append_and_erase(PAPER, [ev.VisitEnded(Outcome.HANDLED, kept=False)], now)


@pytest.fixture
def keyring():
    return FakeKeyring()


@pytest.fixture
def point(tmp_path, keyring):
    folder = opened(tmp_path / "folder", tools(keyring))
    yield Point(folder)
    folder.close()


def test_a_plan_goes_after_six_months_and_with_it_what_was_said_in_it(point, keyring):
    point.keep_a_plan()
    point.clock.advance(days=181)
    assert point.retention.look().total == 0
    point.clock.advance(days=1)
    looked = point.retention.look()
    assert [(each.number, each.category, each.kept_until) for each in looked.going] == [
        (1, Category.PLAN, date(2026, 7, 10))
    ]
    assert point.casebook.kept_plans(9), "a dry run erases nothing"
    point.copies.make()
    done = point.retention.run()
    assert (done.counts, done.dry) == ({Category.PLAN: 1}, False)
    assert done.head_before != done.head_after
    assert done.last_copy_gone == date(2026, 7, 18)
    assert point.casebook.kept_plans(9) == ()
    assert point.casebook.verify().broken is None
    assert set(scan(point.folder.path, keyring, "salainen-vastaus")) == {f"backups/{point.keeper.copies()[0].name}.db"}
    point.clock.advance(days=7)
    begun = point.copies.begin()
    assert begun is not None
    assert point.copies.settle(begun) is not None
    assert scan(point.folder.path, keyring, "salainen-vastaus") == {}, "on the day that the receipt named"
    assert point.retention.run().total == 0


def test_a_persons_own_wish_reaches_the_copies_at_once_also_after_a_fall(point, keyring):
    point.keep_a_plan()
    point.copies.make()
    point.casebook.append_and_erase(KEPT, [ev.VisitDiscarded()], point.clock.now())
    assert point.casebook.setting(RENEW), "a desk that is killed here finds the wish when it comes back"
    assert point.copies.are_due()
    assert point.copies.renew() is None
    assert not point.copies.must_be_renewed
    assert len(point.keeper.copies()) == 1
    assert scan(point.folder.path, keyring, "salainen-vastaus") == {}


class NoRoom(SqlCasebookKeeper):
    """A disk that holds no further copy."""

    def begin_copy(self, now, why, stopped):
        raise DiskFull(path=self._folder)


def test_a_persons_own_wish_weighs_more_than_a_backup_when_there_is_no_room(point, keyring):
    point.keep_a_plan()
    point.copies.make()
    point.casebook.append_and_erase(KEPT, [ev.VisitDiscarded()], point.clock.now())
    folder = point.folder
    full = NoRoom(folder.path, folder.device, folder.casebook, folder.casebook_key)
    copies = KeepCopies(point.casebook, full, point.clock, (point.duty, point.times))
    assert isinstance(copies.renew(), DiskFull)
    assert point.keeper.copies() == ()
    assert scan(folder.path, keyring, "salainen-vastaus") == {}
    assert copies.are_due(), "the next quiet moment tries again"


def test_the_end_of_an_ordinary_visit_leaves_the_copies_alone(point, keyring):
    point.casebook.append(DRAFT, [ev.VisitOpened(3, VisitChannel.DESK, "abc")], START)
    point.casebook.append(DRAFT, [ev.AnswerGiven(FactName("home.kind"), "luonnoksen-sana")], START)
    point.copies.make()
    point.casebook.append_and_erase(DRAFT, [ev.VisitEnded(Outcome.HANDLED, kept=False)], START)
    assert len(point.keeper.copies()) == 1
    assert not point.copies.must_be_renewed
    assert scan(point.folder.path, keyring, "luonnoksen-sana") == {}


def test_receipts_live_two_years_after_the_document_went_on_and_one_that_lies_here_stays(point):
    point.take_a_document(sent=True)
    assert point.casebook.verify().broken is None
    point.clock.advance(days=2 * 365 - 1)
    assert point.retention.look().total == 0
    point.clock.advance(days=3)
    assert point.retention.run().counts == {Category.RECEIPT: 1}
    assert point.casebook.verify().broken is None
    assert point.retention.run().total == 0


def test_a_document_that_still_lies_here_is_not_forgotten(point):
    point.take_a_document(sent=False)
    point.clock.advance(days=9 * 365)
    assert Category.RECEIPT not in point.retention.run().counts


def test_the_log_loses_its_content_after_its_years_and_the_chain_still_holds(point):
    point.take_a_document(sent=True)
    point.casebook.record_of_desk([ev.CaseRead("day_list")], point.clock.now(), PAPER)
    point.clock.advance(days=5 * 366)
    point.casebook.record_of_desk([ev.CaseRead("person")], point.clock.now(), PAPER)
    looked = point.retention.look()
    assert looked.log_events >= 2
    done = point.retention.run()
    assert done.log_events >= looked.log_events
    assert point.casebook.verify().broken is None
    events = {record.kind: record.event for record in point.casebook.events_of(PAPER)}
    assert events["ErrandAdded"] is None
    assert events["VisitOpened"] is not None
    assert events["CaseRead"] == ev.CaseRead("person"), "the young one stays"
    assert point.casebook.next_number() == 3
    before = point.casebook.visits()
    point.casebook.rebuild()
    assert point.casebook.visits() == before
    assert point.retention.run().log_events == 0


def test_a_clock_that_was_wrong_forgets_nothing_early_and_keeps_nothing_for_ever(point):
    point.clock.moment = START - timedelta(days=40 * 365)  # an empty battery
    point.casebook.record_of_desk([ev.CaseRead("early")], point.clock.now())
    point.clock.moment = START
    point.casebook.record_of_desk([ev.CaseRead("now")], point.clock.now())
    point.clock.moment = START - timedelta(days=40 * 365)
    point.casebook.record_of_desk([ev.CaseRead("early again")], point.clock.now())
    point.clock.moment = START + timedelta(days=40 * 365)  # and ahead, for a while
    point.casebook.record_of_desk([ev.CaseRead("late")], point.clock.now())
    point.clock.moment = START + timedelta(days=1)
    assert point.retention.run().log_events == 1, "only what stands before everything young"
    point.clock.moment = START + timedelta(days=6 * 366)
    point.casebook.record_of_desk([ev.CaseRead("then")], point.clock.now())
    assert point.retention.run().log_events >= 3
    assert point.casebook.verify().broken is None


def test_each_role_keeps_for_its_own_time_and_digital_support_keeps_nothing():
    times = KeepingTimes(plans={Role.OUTREACH: PlanTime(2, 24)})
    kept = Kept(KEPT, 1, Category.PLAN, date(2026, 1, 31), None, Role.OUTREACH)
    assert kept_until(kept, times) == date(2026, 3, 31)
    assert kept_until(replace(kept, role=Role.SERVICE_ADVISER), times) == date(2026, 7, 31)
    assert kept_until(replace(kept, role=Role.DIGITAL_SUPPORT), times) == kept.since
    assert kept_until(replace(kept, last_day=date(2027, 12, 24)), times) == date(2028, 1, 31), "never past the cap"


days = st.dates(date(2020, 1, 1), date(2040, 12, 31))


@given(days, st.integers(-60, 60))
def test_months_later_is_the_same_number_or_the_last_of_its_month(day, months):
    later = months_after(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == day.day or (later + timedelta(days=1)).day == 1


@given(days, days, st.integers(0, 24), st.integers(0, 24))
def test_no_plan_is_kept_past_its_cap(since, last_day, months, at_most):
    times = KeepingTimes(plans={Role.OUTREACH: PlanTime(months, at_most)})
    until = kept_until(Kept(KEPT, 1, Category.PLAN, since, last_day, Role.OUTREACH), times)
    assert since <= until <= months_after(since, at_most)
