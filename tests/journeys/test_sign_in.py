"""A staffed desk by keyboard: signing in, locking, the privacy screen, coming back, handing over."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from desk.events import THE_DESK
from desk.model.ids import MemberId
from desk.model.role import Role
from desk.usecases.desk_rooms import Desk
from desk.usecases.staff import MemberDraft
from i18n.language import Language
from tests.journeys.clerk import Clerk, settle
from tests.ui.still_time import StillTime
from tests.ui.typing import focused, press, type_text
from ui.main_window import Place
from ui.screens.visit.step_card import StepCard

CTRL = Qt.KeyboardModifier.ControlModifier
BOSS_PIN, CLERK_PIN = "4711", "90210"


@pytest.fixture
def time(desk):
    time = StillTime()
    desk.watch = time.watch
    return time


@pytest.fixture
def staff(desk, time) -> dict[str, MemberId]:
    """A supervisor and a clerk of two roles are written down."""
    before = Desk(desk.world())
    boss = before.staff.add(MemberDraft("Maija Malli", (Role.SUPERVISOR,)), BOSS_PIN)
    both = (Role.SERVICE_ADVISER, Role.DIGITAL_SUPPORT)
    clerk = before.staff.add(MemberDraft("Timo Testi", both), CLERK_PIN)
    before.sign_in.leave()
    return {"boss": boss.id, "clerk": clerk.id}


def sign_in(clerk: Clerk, name: str, pin: str, role: str = "") -> None:
    """Choose who, in which role, and type the PIN."""
    press(Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    if role or clerk.program.day is None:
        pass
    screen = clerk.day._rooms.late.sign_in()
    screen.member.setFocus()
    type_text(focused(), name[:1])
    screen.member.activated.emit(screen.member.currentIndex())
    assert screen.member.currentText() == name
    if role:
        screen.role.setFocus()
        type_text(focused(), role[:1])
        screen.role.activated.emit(screen.role.currentIndex())
        assert screen.role.currentText() == role
    screen.pin.setFocus()
    type_text(focused(), pin)
    press(Qt.Key.Key_Return)


@pytest.fixture
def clerk(start, staff) -> Clerk:
    """At the door of a staffed desk."""
    return Clerk(start(Language.EN))


@pytest.fixture
def visiting(clerk: Clerk) -> Clerk:
    """Timo, service adviser, in the middle of a visit."""
    sign_in(clerk, "Timo Testi", CLERK_PIN, "Service adviser")
    clerk.search("death")
    clerk.enter()
    clerk.answer("20.11.2026")
    return clerk


def test_the_desk_asks_who_works_before_anything_is_seen(clerk, desk) -> None:
    assert clerk.is_shut_out()
    assert "Sign in" in clerk.sees()
    assert isinstance(focused(), QLineEdit)
    sign_in(clerk, "Maija Malli", "0000")
    assert clerk.is_shut_out()
    assert "not the PIN of Maija Malli" in clerk.sees()
    assert isinstance(focused(), QLineEdit)
    assert clerk.day._rooms.late.sign_in().pin.text() == ""
    sign_in(clerk, "Maija Malli", BOSS_PIN)
    assert not clerk.is_shut_out()
    assert clerk.place() is Place.COUNTER
    assert focused() is clerk.window.search.field
    assert clerk.window.status.who.text() == "Maija Malli · Supervisor"
    kinds = [record.kind for record in desk.casebook.events_of(THE_DESK)]
    assert kinds == ["SignedIn", "SignedOut", "SignedIn"]


def test_wrong_pins_make_it_wait_and_say_for_how_long(clerk, desk) -> None:
    for _ in range(3):
        sign_in(clerk, "Maija Malli", "0000")
    sign_in(clerk, "Maija Malli", BOSS_PIN)
    assert "Wait 5 seconds" in clerk.sees()
    desk.clock.advance(seconds=5)
    sign_in(clerk, "Maija Malli", BOSS_PIN)
    assert not clerk.is_shut_out()


def test_locked_and_back_to_the_same_field_text_and_caret(visiting, desk) -> None:
    visiting.search("pension money")
    press(Qt.Key.Key_Left)
    press(Qt.Key.Key_Left)
    field = focused()
    assert isinstance(field, QLineEdit)
    caret = field.cursorPosition()
    press(Qt.Key.Key_F12)
    assert visiting.is_shut_out()
    assert "death" not in visiting.sees().casefold()
    assert not visiting.window.search.results.isVisible()
    type_text(focused(), CLERK_PIN)
    press(Qt.Key.Key_Return)
    assert not visiting.is_shut_out()
    assert focused() is field
    assert (field.text(), field.cursorPosition(), field.hasSelectedText()) == ("pension money", caret, False)
    assert visiting.view.visit.answers
    assert [record.kind for record in desk.casebook.events_of(THE_DESK)][-2:] == ["SignedOut", "SignedIn"]


def test_a_note_that_is_half_written_is_there_again(visiting) -> None:
    visiting.answer_all({})
    card = visiting.day._rooms.visit.path.findChildren(StepCard)[0]
    card.open()
    note = card._body.decisions.note.field
    assert isinstance(note, QLineEdit)
    note.setFocus()
    type_text(note, "rings back on Friday")
    note.setSelection(0, 5)
    press(Qt.Key.Key_F12)
    assert visiting.is_shut_out()
    type_text(focused(), CLERK_PIN)
    press(Qt.Key.Key_Return)
    assert focused() is note
    assert (note.text(), note.selectedText()) == ("rings back on Friday", "rings")


def test_a_colleague_does_not_land_in_the_visit_before(visiting, desk) -> None:
    visit = visiting.view.visit
    press(Qt.Key.Key_F12)
    screen = visiting.day._rooms.late.sign_in()
    screen.member.setFocus()
    type_text(focused(), "M")
    screen.member.activated.emit(screen.member.currentIndex())
    assert f"Visit {visit.number} of Timo Testi is put away first" in visiting.sees()
    sign_in(visiting, "Maija Malli", BOSS_PIN)
    assert not visiting.is_shut_out()
    assert visiting.place() is Place.COUNTER
    assert visiting.day.presenters.visit.view is None
    assert [record.kind for record in desk.casebook.events_of(visit.id)][-1] == "VisitParked"
    assert visiting.window.status.who.text() == "Maija Malli · Supervisor"


def test_nobody_there_warns_counts_and_locks(visiting, time) -> None:
    field = focused()
    time.go_on(9 * 60)
    line = visiting.day.duty._line
    assert line.isVisible()
    assert "60 seconds" in line.told.text()
    assert focused() is field
    time.go_on(18)
    assert "42 seconds" in line.told.text()
    QTest.keyClick(focused(), Qt.Key.Key_Shift)
    assert not line.isVisible()
    time.go_on(9 * 60 + 59)
    assert not visiting.is_shut_out()
    time.go_on(1)
    assert visiting.is_shut_out()
    assert not line.isVisible()


def test_only_what_a_person_does_counts(visiting, time) -> None:
    time.go_on(9 * 60 + 30)
    visiting.day.presenters.counter.refresh()
    visiting.day._frame.reword()
    visiting.window.repaint()
    QTimer.singleShot(0, visiting.window.update)
    settle()
    type_text(visiting.window.search.field, "a")  # a program's own event, not one of the window system
    assert visiting.day.duty._line.isVisible()
    QTest.mouseMove(visiting.window, QPoint(200, 200))
    QTest.mouseMove(visiting.window, QPoint(210, 210))
    assert not visiting.day.duty._line.isVisible()


def test_the_privacy_screen_hides_all_and_any_key_brings_it_back(visiting) -> None:
    visiting.search("pension money")
    press(Qt.Key.Key_Left)
    field = focused()
    assert isinstance(field, QLineEdit)
    caret, seen = field.cursorPosition(), visiting.window.grab().toImage()
    press(Qt.Key.Key_F10)
    cover = visiting.day.duty.privacy
    assert cover.is_on
    blank = visiting.window.grab().toImage()
    told = visiting.day.duty.privacy._sheets[0]._told.geometry()
    rest = [y for y in range(0, blank.height(), 3) if not told.contains(told.center().x(), y)]
    colours = {blank.pixel(x, y) for x in range(0, blank.width(), 7) for y in rest}
    assert len(colours) == 1, "something of the work is seen"
    assert focused() is field
    press(Qt.Key.Key_X)
    assert not cover.is_on
    assert (focused(), field.text(), field.cursorPosition()) == (field, "pension money", caret)
    assert visiting.window.grab().toImage().size() == seen.size()
    press(Qt.Key.Key_F10)
    press(Qt.Key.Key_F10)
    assert not cover.is_on
    press(Qt.Key.Key_F10)
    press(Qt.Key.Key_E, CTRL)
    assert visiting.window.shown is not visiting.day._rooms.late.ending.built
    assert not cover.is_on


def test_the_privacy_screen_lets_nothing_through(visiting) -> None:
    press(Qt.Key.Key_F10)
    cover = visiting.day.duty.privacy
    place = visiting.place()
    button = visiting.window.header.clerk_language
    QTest.mousePress(button, Qt.MouseButton.LeftButton)
    assert cover.is_on
    assert QApplication.activePopupWidget() is None
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton)
    assert not cover.is_on
    assert visiting.place() is place
    press(Qt.Key.Key_F10)
    QTest.keyPress(focused(), Qt.Key.Key_Shift)
    assert cover.is_on
    cover.lift()


def test_a_locked_desk_is_locked_under_the_privacy_screen_too(visiting, time) -> None:
    press(Qt.Key.Key_F10)
    time.go_on(10 * 60)
    assert visiting.is_shut_out()
    assert not visiting.day.duty.privacy.is_on


def test_digital_support_says_that_nothing_is_stored_and_stores_nothing(clerk, desk) -> None:
    sign_in(clerk, "Timo Testi", CLERK_PIN, "Digital support")
    clerk.search("death")
    clerk.enter()
    clerk.answer("20.11.2026")
    visit = clerk.view.visit
    assert visit.answers
    assert "nothing of this visit is stored" in clerk.sees()
    kinds = {record.kind for record in desk.casebook.events_of(visit.id)}
    assert kinds == {"VisitOpened", "ErrandAdded"}
    press(Qt.Key.Key_F12)
    type_text(focused(), CLERK_PIN)
    press(Qt.Key.Key_Return)
    assert clerk.view.visit.answers == visit.answers
    press(Qt.Key.Key_F12)
    sign_in(clerk, "Maija Malli", BOSS_PIN)
    assert clerk.day.presenters.visit.view is None
    assert [record.kind for record in desk.casebook.events_of(visit.id)][-1] == "VisitDiscarded"


def test_a_desk_where_nobody_signs_in_locks_itself_too_and_comes_back_to_the_same_field(start, desk, time) -> None:
    clerk = Clerk(start(Language.EN))
    clerk.search("pension money")
    press(Qt.Key.Key_Left)
    field = focused()
    assert isinstance(field, QLineEdit)
    caret = field.cursorPosition()
    assert clerk.window.status.who.text() == ""
    time.go_on(10 * 60)
    assert clerk.is_shut_out()
    press(Qt.Key.Key_Space)
    assert not clerk.is_shut_out()
    assert (focused(), field.text(), field.cursorPosition()) == (field, "pension money", caret)
    time.go_on(10 * 60)
    assert clerk.is_shut_out()


def test_who_closes_the_program_has_left_and_the_next_start_asks_again(visiting, start, desk) -> None:
    again = Clerk(start(Language.EN))
    assert [record.kind for record in desk.casebook.events_of(THE_DESK)][-1] == "SignedOut"
    assert again.is_shut_out()
    assert again.day._rooms.late.sign_in().member.currentText() == "Timo Testi"
