"""The casebook keeps itself in quiet moments, says what it found, and its card on the point's screen says how it is."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from desk.errors import NotYourRole
from desk.events import PlanCodeGiven, VisitEnded, VisitEvent, VisitOpened
from desk.model.ids import MemberId, PlanCode, VisitId
from desk.model.role import Role
from desk.model.staff import Member
from desk.model.visit import Outcome, VisitChannel
from desk.ports import BrokenLink
from desk.ports.keeping import Differing, LostVisit, StoreCheck
from desk.usecases.keep_copies import ASKED
from i18n.language import Language
from tests.journeys.clerk import Clerk
from tests.journeys.conftest import Start
from tests.ui.open_desk import DeskOnFakes
from tests.ui.typing import focused_name, press

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def clerk(start: Start, desk: DeskOnFakes) -> Clerk:
    """A desk with a plan that was kept a year ago."""
    long_ago = desk.clock.now() - timedelta(days=365)
    old = VisitId("old")
    desk.casebook.append(old, [VisitOpened(1, VisitChannel.DESK, desk.bundle.content_hash)], long_ago)
    ending: list[VisitEvent] = [PlanCodeGiven(PlanCode("7K3MZ9QAB")), VisitEnded(Outcome.PLAN_GIVEN, kept=True)]
    desk.casebook.append_and_erase(old, ending, long_ago)
    return Clerk(start(Language.EN))


def looks(clerk: Clerk, times: int = 1) -> None:
    for _ in range(times):
        clerk.day.catalogue.looked.emit()


def test_what_has_had_its_time_goes_then_a_backup_is_made_then_everything_is_looked_at(
    clerk: Clerk, desk: DeskOnFakes
) -> None:
    looks(clerk)
    assert "1 thing whose time was over was erased." in clerk.sees()
    assert desk.casebook.kept_plans(9) == ()
    assert desk.keeper.made == []
    looks(clerk)
    assert [copy.why for copy in desk.keeper.made] == ["daily"]
    looks(clerk, times=3)
    assert len(desk.keeper.made) == 1
    press(Qt.Key.Key_6, ALT)
    seen = clerk.sees()
    assert "1 backup. Made last: 23 November 2026" in seen
    assert "every page and every link is whole" in seen


def test_while_somebody_is_helped_it_is_put_off_but_not_for_ever(clerk: Clerk, desk: DeskOnFakes) -> None:
    clerk.search("died")
    clerk.enter()
    looks(clerk, times=5)
    assert (len(desk.casebook.drafts()), len(desk.casebook.kept_plans(9))) == (1, 1)
    looks(clerk, times=40)
    assert (len(desk.casebook.drafts()), len(desk.casebook.kept_plans(9))) == (1, 0)
    assert len(desk.keeper.made) == 1


def test_a_damage_is_told_with_the_visits_that_it_takes_and_nothing_is_repaired(
    clerk: Clerk, desk: DeskOnFakes
) -> None:
    desk.keeper.found = StoreCheck(9, damaged_pages=1, lost=(LostVisit(7, "2026-11-20"),))
    looks(clerk, times=3)
    assert "damaged page" in clerk.sees()
    assert "7 (2026-11-20)" in clerk.sees()
    assert "desk casebook restore" in clerk.sees()


def test_screens_that_say_other_than_the_journal_are_told_with_their_visits_and_the_way_to_mend_them(
    clerk: Clerk, desk: DeskOnFakes
) -> None:
    desk.keeper.differing = (Differing("due", 1, 0, "v", 7, "2026-11-20"),)
    looks(clerk, times=2)
    assert "desk casebook rebuild" not in clerk.sees()
    looks(clerk)
    assert "Tables: due. Visits: 7." in clerk.sees()
    assert "desk casebook rebuild" in clerk.sees()


def test_what_is_damaged_is_not_compared(clerk: Clerk, desk: DeskOnFakes) -> None:
    desk.keeper.found = StoreCheck(9, damaged_pages=1)
    desk.keeper.differing = (Differing("due", 1, 0, "v", 7, "2026-11-20"),)
    looks(clerk, times=3)
    assert "damaged page" in clerk.sees()
    assert "desk casebook rebuild" not in clerk.sees()


def test_a_journal_whose_end_does_not_hold_is_told_when_the_desk_opens(start: Start, desk: DeskOnFakes) -> None:
    desk.keeper.broken = BrokenLink("device", 5, "changed", "2026-11-20T09:00:00+02:00", "AnswerGiven")
    clerk = Clerk(start(Language.EN))
    assert "changed from outside the program" in clerk.sees()


def test_the_card_makes_a_backup_and_sets_times_by_keys(clerk: Clerk, desk: DeskOnFakes) -> None:
    press(Qt.Key.Key_6, ALT)
    part = clerk.day._rooms.point.keeping
    part.fields["log_years"].setFocus()
    assert focused_name() == "Log of the desk"
    press(Qt.Key.Key_Home)
    assert part.fields["log_years"].currentData() == 2
    opened = clerk.day._access.desk
    assert opened.keeping_times.read().log_years == 2
    part.copy.setFocus()
    press(Qt.Key.Key_Space)
    assert [copy.why for copy in desk.keeper.made] == ["asked"]
    press(Qt.Key.Key_Tab)
    assert focused_name() == "Look at everything now"
    press(Qt.Key.Key_Space)
    assert opened.check_casebook.last() is not None


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.SUPERVISOR])
def test_who_does_not_keep_the_casebook_reads_the_card_and_is_told(clerk: Clerk, desk: DeskOnFakes, role: Role) -> None:
    opened = clerk.day._access.desk
    opened.duty.begin(Member(MemberId("m1"), "Timo Testi", (role,), pin=""), role)
    press(Qt.Key.Key_6, ALT)
    part = clerk.day._rooms.point.keeping
    assert not any(field.isEnabled() for field in part.fields.values())
    assert "Make a backup now" not in clerk.buttons()
    assert part._not_here.isVisible()
    part.copy_wanted.emit()
    assert desk.keeper.made == []
    with pytest.raises(NotYourRole):
        opened.keep_copies.begin(ASKED)
    opened.keep_copies.begin()
