"""Who works here, written down by the supervisor at the point's screen; what a role does not cover is not offered."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox

from desk.model.role import Role
from desk.model.visit import Profile, VisitChannel
from desk.usecases.desk_rooms import Desk
from desk.usecases.staff import MemberDraft
from i18n.language import Language
from tests.journeys.clerk import Clerk
from tests.journeys.test_sign_in import sign_in
from tests.ui.still_time import StillTime
from tests.ui.typing import focused, press, type_text
from ui.widgets.visit_menu import DOCUMENTS, MANDATE, PERSON

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def clerk(start, desk) -> Clerk:
    """At a desk where nobody is written down."""
    desk.watch = StillTime().watch
    return Clerk(start(Language.EN))


def banner(clerk: Clerk) -> str:
    """What the banner says."""
    told = clerk.window.banner.told
    return told.text if told is not None else ""


def write_down(clerk: Clerk, name: str, roles: tuple[str, ...], pin: str) -> None:
    """Fill the form in by keys."""
    clerk.press_named("Write down a colleague")
    type_text(focused(), name)
    for role in roles:
        box = focused()
        while not (isinstance(box, QCheckBox) and box.text() == role):
            press(Qt.Key.Key_Tab)
            box = focused()
        if not box.isChecked():
            press(Qt.Key.Key_Space)
    while focused().accessibleName() != "PIN":
        press(Qt.Key.Key_Tab)
    type_text(focused(), pin)
    press(Qt.Key.Key_Return)


def test_the_first_supervisor_is_signed_in_and_others_follow(clerk, desk) -> None:
    press(Qt.Key.Key_6, ALT)
    assert "Nobody signs in" in clerk.sees()
    write_down(clerk, "Maija Malli", ("Supervisor",), "1234")
    assert "digits follow one another" in clerk.sees()
    assert "Nobody is written down" in clerk.sees()
    type_text(focused(), "4711")
    press(Qt.Key.Key_Return)
    assert clerk.window.status.who.text() == "Maija Malli · Supervisor"
    write_down(clerk, "Timo Testi", ("Digital support",), "90210")
    assert "Timo Testi" in clerk.sees()
    press(Qt.Key.Key_F12)
    sign_in(clerk, "Timo Testi", "90210")
    assert clerk.window.status.who.text() == "Timo Testi · Digital support"
    press(Qt.Key.Key_6, ALT)
    assert "A supervisor keeps this list" in clerk.sees()
    assert "In your role these are not changed here" in clerk.sees()
    assert "Write down a colleague" not in clerk.buttons()
    assert "Write down an agreement" not in clerk.buttons()
    assert clerk.buttons().count("Another PIN") == 1
    assert not clerk.day._rooms.point.staff.minutes.isEnabled()


def test_the_last_supervisor_stays(clerk) -> None:
    press(Qt.Key.Key_6, ALT)
    write_down(clerk, "Maija Malli", ("Supervisor",), "4711")
    clerk.press_named("Does not work here any longer")
    assert "the last supervisor who can sign in" in clerk.sees()


def test_the_minutes_are_kept_and_count_at_once(clerk, desk) -> None:
    press(Qt.Key.Key_6, ALT)
    minutes = clerk.day._rooms.point.staff.minutes
    minutes.setCurrentIndex(minutes.findData(2))
    minutes.activated.emit(minutes.currentIndex())
    assert desk.casebook.setting("desk.idle_minutes") == "2"
    assert clerk.day.duty.idle._limit == 120


def test_what_digital_support_may_not_is_not_offered_and_its_keys_say_why(start, desk) -> None:
    desk.watch = StillTime().watch
    before = Desk(desk.world())
    before.staff.add(MemberDraft("Maija Malli", (Role.SUPERVISOR,)), "4711")
    before.staff.add(MemberDraft("Timo Testi", (Role.DIGITAL_SUPPORT,)), "90210")
    before.sign_in.leave()
    clerk = Clerk(start(Language.EN))
    sign_in(clerk, "Timo Testi", "90210")
    clerk.search("death")
    clerk.enter()
    menu = clerk.day._rooms.band.menu
    offered = {entry.name for entry in menu._entries if entry.action.isVisible()}
    assert not offered & {PERSON, MANDATE, DOCUMENTS}
    press(Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert "nobody's name is written down" in banner(clerk)
    clerk.day._ending.show()
    assert "In your role nothing is kept after the visit" in clerk.sees()
    assert not clerk.day._rooms.ending.keep.isVisible()
    press(Qt.Key.Key_F12)
    sign_in(clerk, "Maija Malli", "4711")
    clerk.search("death")
    clerk.enter()
    offered = {entry.name for entry in menu._entries if entry.action.isVisible()}
    assert {PERSON, MANDATE, DOCUMENTS} <= offered


def test_a_content_keeper_sees_no_visits(start, desk) -> None:
    desk.watch = StillTime().watch
    before = Desk(desk.world())
    before.staff.add(MemberDraft("Maija Malli", (Role.SUPERVISOR, Role.CONTENT_KEEPER)), "4711")
    before.open_visit(*_a_visit(before))
    before.sign_in.leave()
    clerk = Clerk(start(Language.EN))
    sign_in(clerk, "Maija Malli", "4711", "Content keeper")
    newest = clerk.day.presenters.counter._newest
    assert newest is not None
    assert not newest.drafts
    clerk.search("death")
    clerk.enter()
    assert "does not cover visits" in banner(clerk)
    assert clerk.day.presenters.visit.view is None


def _a_visit(desk: Desk):
    return VisitChannel.DESK, Profile(), desk.world.bundle.errands[:1]
