"""A meeting that is moved and one called off, a visit that waits for a colleague, and what a role does not cover."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from desk.model.agreement import Agreement, Task
from desk.model.ids import AgencyId, ErrandId, MemberId
from desk.model.role import Role
from desk.model.staff import Member
from desk.model.visit import Profile, VisitChannel
from desk.usecases.desk_rooms import Desk
from desk.usecases.experts import ExpertWish
from desk.usecases.staff_list import keep_members
from tests.ui.open_desk import PENSION
from ui.app import Program
from ui.main_window import Place
from ui.workday import Workday

DEATH = ErrandId("death_of_close_one")
KELA = AgencyId("kela")


def moving(program: Program) -> None:
    """One was moved before, one called off, and one is being moved, to an hour that is none."""
    program.counter.errand_requested.emit(DEATH)
    day, desk = _day(program), _desk(program)
    visit = day.presenters.visit.visit
    assert visit is not None
    day.presenters.visit.set_profile(visit.profile, VisitChannel.REMOTE)
    desk.agreements.agree(Agreement(KELA, (Task.REMOTE_SERVICE,)))
    book, at = desk.meeting.experts.book, desk.world.clock.now()
    for days in (3, 4, 5):
        book(visit.id, ExpertWish(KELA, at + timedelta(days=days), "Huone 2"))
    first, second, _ = desk.journal.load(visit.id).experts
    book(visit.id, ExpertWish(KELA, at + timedelta(days=6), "Huone 3"), first)
    desk.meeting.experts.cancel(visit.id, second)
    day.presenters.visit.reword()
    day.pages.meeting.show()
    part = day._rooms.meeting.expert
    part._move(part._meetings[0])
    part.time.setText("25.70")
    part.book.click()


def waits_for_another(program: Program) -> None:
    """Somebody opened what waits for a colleague."""
    day, desk = _day(program), _desk(program)
    keep_members(desk.world.casebook, (Member(MemberId("m1"), "Pekka Neuvoja", (Role.SERVICE_ADVISER,), pin=""),))
    desk.duty.member = MemberId("m3")
    visit = desk.open_visit(VisitChannel.DESK, Profile(), [DEATH]).id
    desk.handing.hand_over.give(visit, MemberId("m1"))
    desk.duty.member = MemberId("m2")
    day.go_to(Place.COUNTER)
    day.presenters.counter.go_on(visit)


def no_visits(program: Program) -> None:
    """The counter of somebody who keeps the content."""
    _works_as(program, Role.CONTENT_KEEPER)
    _day(program).go_to(Place.COUNTER)


def catalogue_of_others(program: Program) -> None:
    """The catalogue of somebody who does not."""
    _works_as(program, Role.DIGITAL_SUPPORT)
    _day(program).go_to(Place.CATALOGUE)


def sheet_without_notes(program: Program) -> None:
    """A service's sheet of the same one."""
    _works_as(program, Role.DIGITAL_SUPPORT)
    _day(program)._show_service(PENSION)


STATES: dict[str, Callable[[Program], None]] = {
    "a meeting moved": moving,
    "a visit that waits for another": waits_for_another,
    "a role without visits": no_visits,
    "a role that keeps no catalogue": catalogue_of_others,
    "a role that writes no notes": sheet_without_notes,
}


def _day(program: Program) -> Workday:
    assert isinstance(program.day, Workday)
    return program.day


def _desk(program: Program) -> Desk:
    return _day(program)._access.desk


def _works_as(program: Program, role: Role) -> None:
    _desk(program).duty.begin(Member(MemberId("m1"), "Timo Testi", (role,), pin=""), role)
