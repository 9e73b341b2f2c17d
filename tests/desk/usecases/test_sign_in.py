"""Signing in: the right PIN at the first try, and a wrong one waits longer each time, also after a restart."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given, settings, strategies as st

from desk.errors import (
    MemberUnknown,
    NobodySignedIn,
    NotYourRole,
    PinNotGiven,
    PinWait,
    PinWrong,
    RoleNotChosen,
    RoleNotHeld,
)
from desk.events import THE_DESK
from desk.model.ids import MemberId
from desk.model.pin_tries import FIRST_WAIT, FREE_TRIES, LONGEST_WAIT, Tries
from desk.model.role import Function, Role
from desk.model.visit import Profile, VisitChannel
from desk.usecases.staff import MemberDraft
from tests.desk.usecases.rooms import card_bundle, desk_over
from tests.fakes import FakeCasebook, FakeClock
from tests.thorough import examples


class Point:
    """A staffed desk that can be closed and opened again."""

    def __init__(self):
        self.casebook, self.clock = FakeCasebook(), FakeClock()
        self.restart()
        self.boss = self.desk.staff.add(MemberDraft("Maija Malli", (Role.SUPERVISOR,)), "4711").id
        both = (Role.SERVICE_ADVISER, Role.DIGITAL_SUPPORT)
        self.clerk = self.desk.staff.add(MemberDraft("Timo Testi", both), "90210").id
        self.restart()

    def restart(self):
        self.desk = desk_over(card_bundle(), self.casebook, self.clock)

    def wrong(self, times=1):
        for _ in range(times):
            self.clock.advance(seconds=self.desk.sign_in.wait(self.boss))
            with pytest.raises(PinWrong):
                self.desk.sign_in.enter(self.boss, "0000")

    def told(self):
        return [(record.kind, record.event) for record in self.casebook.events_of(THE_DESK)]


@pytest.fixture
def point():
    return Point()


def test_nobody_may_do_anything_before_somebody_signs_in(point):
    for function in Function:
        assert not point.desk.duty.may(function)
        with pytest.raises(NobodySignedIn):
            point.desk.duty.require(function)
    with pytest.raises(NobodySignedIn):
        point.desk.open_visit(VisitChannel.DESK, Profile(), card_bundle().errands[:1])


def test_who_has_one_role_needs_no_choice_and_who_has_two_chooses(point):
    point.desk.sign_in.enter(point.boss, "4711")
    assert point.desk.duty.role is Role.SUPERVISOR
    with pytest.raises(RoleNotChosen):
        point.desk.sign_in.enter(point.clerk, "90210")
    with pytest.raises(RoleNotHeld):
        point.desk.sign_in.enter(point.clerk, "90210", Role.SUPERVISOR)
    assert point.desk.duty.member == point.boss
    point.desk.sign_in.enter(point.clerk, "90210", Role.DIGITAL_SUPPORT)
    assert (point.desk.duty.name, point.desk.duty.role) == ("Timo Testi", Role.DIGITAL_SUPPORT)
    assert point.desk.duty.stores_nothing
    assert point.desk.sign_in.at_the_door().last == point.clerk


def test_what_nobody_has_opens_nothing(point):
    with pytest.raises(MemberUnknown):
        point.desk.sign_in.enter(MemberId("nobody"), "4711")
    with pytest.raises(PinNotGiven):
        point.desk.sign_in.enter(point.boss, "")
    point.desk.sign_in.enter(point.boss, "4711")
    point.desk.staff.retire(point.clerk)
    with pytest.raises(PinNotGiven):
        point.desk.sign_in.enter(point.clerk, "90210", Role.SERVICE_ADVISER)
    assert [each.id for each in point.desk.sign_in.at_the_door().members] == [point.boss]


def test_signing_in_and_out_are_told_in_the_journal(point):
    point.desk.sign_in.enter(point.boss, "4711")
    point.desk.sign_in.leave(locked=True)
    assert point.desk.duty.member == point.boss
    point.desk.sign_in.enter(point.boss, "4711")
    point.desk.sign_in.leave()
    assert point.desk.duty.member is None
    point.desk.sign_in.leave()
    kinds = [kind for kind, _event in point.told()]
    assert kinds == ["SignedIn", "SignedIn", "SignedOut", "SignedIn", "SignedOut"]
    assert [event.locked for kind, event in point.told() if kind == "SignedOut"] == [True, False]


def test_wrong_pins_wait_longer_and_a_restart_does_not_help(point):
    point.wrong(FREE_TRIES)
    assert point.desk.sign_in.wait(point.boss) == 0
    point.wrong()
    assert point.desk.sign_in.wait(point.boss) == FIRST_WAIT
    point.restart()
    with pytest.raises(PinWait):
        point.desk.sign_in.enter(point.boss, "4711")
    assert point.desk.sign_in.wait(point.boss) == FIRST_WAIT
    point.wrong()
    assert point.desk.sign_in.wait(point.boss) == 2 * FIRST_WAIT
    point.desk.sign_in.enter(point.clerk, "90210", Role.SERVICE_ADVISER)  # nobody waits for a colleague's mistakes
    point.clock.advance(seconds=2 * FIRST_WAIT)
    point.desk.sign_in.enter(point.boss, "4711")
    assert point.desk.sign_in.wait(point.boss) == 0


def test_however_often_it_is_wrong_nothing_is_lost_and_the_right_one_opens(point):
    before = point.casebook.setting("staff.members")
    point.wrong(30)
    assert point.desk.sign_in.wait(point.boss) == LONGEST_WAIT
    assert point.casebook.setting("staff.members") == before
    point.clock.advance(seconds=LONGEST_WAIT)
    point.desk.sign_in.enter(point.boss, "4711")


def test_a_clock_that_is_set_back_does_not_shut_anybody_out(point):
    point.wrong(FREE_TRIES + 1)
    point.clock.advance(days=-400)
    assert point.desk.sign_in.wait(point.boss) <= FIRST_WAIT
    with pytest.raises(PinWait):
        point.desk.sign_in.enter(point.boss, "4711")
    point.clock.advance(seconds=FIRST_WAIT)
    point.desk.sign_in.enter(point.boss, "4711")


def test_a_try_counts_also_when_the_program_falls_before_the_answer(point):
    class Falls:
        def lock(self, pin):
            pytest.fail("nobody sets a PIN here")

        def opens(self, kept, pin):
            raise KeyboardInterrupt

    right = point.desk.sign_in._pins
    point.desk.sign_in._pins = Falls
    for _ in range(FREE_TRIES + 1):
        with pytest.raises(KeyboardInterrupt):
            point.desk.sign_in.enter(point.boss, "0000")
    point.restart()
    assert right().opens(right().lock("4711"), "4711")
    assert point.desk.sign_in.wait(point.boss) == FIRST_WAIT


@settings(max_examples=examples(200))
@given(st.integers(0, 500), st.integers(-(10**7), 10**7))
def test_the_wait_is_never_longer_than_the_longest_and_never_shrinks_with_mistakes(wrong, seconds):
    now = FakeClock().now()
    tries, more = Tries(wrong, now), Tries(wrong + 1, now)
    assert 0 <= tries.wait <= more.wait <= LONGEST_WAIT
    assert 0 <= tries.left(now + timedelta(seconds=seconds)) <= tries.wait


def test_where_nobody_is_written_down_nothing_is_refused_unless_the_desk_has_a_role():
    desk = desk_over(card_bundle())
    assert all(desk.duty.may(function) for function in Function)
    casebook = FakeCasebook()
    casebook.set_setting("point.role", Role.DIGITAL_SUPPORT)
    library = desk_over(card_bundle(), casebook)
    assert library.duty.stores_nothing
    assert library.duty.may(Function.KEEP_STAFF)
    with pytest.raises(NotYourRole):
        library.duty.require(Function.KEEP_PLAN)
