"""The screens of who works here: the door for staff, the list, the form."""

from __future__ import annotations

from collections.abc import Callable

from desk.model.role import Role
from desk.usecases.staff import MemberDraft
from ui.app import Program
from ui.main_window import Place
from ui.workday import Workday


def day_of(program: Program) -> Workday:
    """The open desk."""
    assert isinstance(program.day, Workday)
    return program.day


def _staffed(program: Program) -> None:
    staff = day_of(program)._access.desk.staff
    staff.add(MemberDraft("Maija Malli", (Role.SUPERVISOR,)), "4711")
    staff.add(MemberDraft("Timo Testi", (Role.SERVICE_ADVISER, Role.DIGITAL_SUPPORT)), "90210")


def _sign_in(program: Program) -> None:
    _staffed(program)
    day = day_of(program)
    day.duty.lock()
    screen = day._rooms.late.sign_in()
    screen.member.setCurrentIndex(1)
    screen.member.activated.emit(1)
    screen.pin.setText("0000")
    screen._open()


def _staff(program: Program) -> None:
    _staffed(program)
    day = day_of(program)
    day.go_to(Place.POINT)
    day._rooms.point.staff.more.setChecked(True)
    day._rooms.point.staff.form.write.click()


STATES: dict[str, Callable[[Program], None]] = {"sign in": _sign_in, "staff": _staff}
