"""Documents, a referral and a colleague, by keys alone: from the menu to the paper, and back from the counter."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from desk.model.agreement import Agreement, Task
from desk.model.ids import AgencyId, MemberId
from desk.model.mandate import DataKind
from desk.model.role import Role
from desk.model.staff import Member
from desk.model.visit import Outcome, VisitState
from desk.usecases.receive_document import GivenDocument
from desk.usecases.staff_list import keep_members
from i18n.language import Language
from tests.journeys.clerk import Clerk, settle
from tests.journeys.conftest import Start
from tests.ui.typing import focused, focused_name, press, type_text
from ui.main_window import Place
from ui.screens.handing.view import HandingScreen
from ui.widgets.card_button import CardButton
from ui.widgets.text import Mark

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def clerk(start: Start) -> Clerk:
    clerk = Clerk(start(Language.EN))
    clerk.search("died")
    clerk.enter()
    return clerk


def desk_of(clerk: Clerk):
    return clerk.day._access.desk


def page(clerk: Clerk) -> HandingScreen:
    """Ctrl+D."""
    press(Qt.Key.Key_D, CTRL)
    settle()
    return clerk.day._rooms.handing


def tab_to(name: str) -> None:
    for _ in range(60):
        if focused_name() == name:
            return
        press(Qt.Key.Key_Tab)
    raise AssertionError(f"no key leads to {name}")


def test_a_document_is_received_under_an_agreement_and_its_receipt_is_ready_to_print(clerk: Clerk) -> None:
    desk_of(clerk).agreements.agree(Agreement(AgencyId("kela"), (Task.DOCUMENTS_IN,)))
    page(clerk)
    assert "No document has been left in this visit." in clerk.sees()
    assert focused_name() == "Receive a document"
    clerk.enter()
    press(Qt.Key.Key_Tab)
    assert focused_name() == "For which authority"
    type_text(focused(), "Kela")
    assert "a document left here in time is in time at the authority" in clerk.sees()
    tab_to("Which document")
    type_text(focused(), "Another")
    tab_to("What it is, in a few words")
    type_text(focused(), "Lease")
    clerk.press_named("Receive, and make the receipt")
    settle()
    assert clerk.place() is Place.PAPERS
    (held,) = clerk.view.visit.documents.values()
    assert held.document.in_time_here
    page(clerk)
    assert "1-1 · Lease" in clerk.sees()


def test_without_an_agreement_the_desk_says_so_before_it_takes_it(clerk: Clerk) -> None:
    page(clerk)
    clerk.enter()
    press(Qt.Key.Key_Tab)
    type_text(focused(), "Kela")
    settle()
    assert "There is no agreement on documents for Kela." in clerk.sees()
    assert "It is in time here:" in clerk.sees()
    tab_to("Which document")
    type_text(focused(), "Another")
    tab_to("What it is, in a few words")
    type_text(focused(), "Lease")
    clerk.press_named("Receive, and make the receipt")
    settle()
    assert not clerk.view.visit.documents
    assert "Tell the citizen that no deadline is kept by leaving it here" in clerk.sees()
    assert page(clerk).receive.what.text() == "Lease"
    clerk.press_named("The citizen knows this, and leaves it here all the same")
    clerk.press_named("Receive, and make the receipt")
    settle()
    (held,) = clerk.view.visit.documents.values()
    assert not held.document.in_time_here


def test_a_wrong_document_is_transferred_and_the_notice_can_be_printed(clerk: Clerk) -> None:
    test_a_document_is_received_under_an_agreement_and_its_receipt_is_ready_to_print(clerk)
    clerk.press_named("Wrong authority…")
    assert focused_name() == "Authority to which it belongs"
    type_text(focused(), "Police")
    clerk.press_named("Send to the right authority")
    settle()
    (held,) = clerk.view.visit.documents.values()
    assert held.sent is not None
    assert held.sent.to == "police"
    clerk.press_named("Notice of the transfer")
    settle()
    assert clerk.place() is Place.PAPERS


def test_the_words_are_read_to_the_citizen_and_any_change_takes_the_yes_away(clerk: Clerk) -> None:
    screen = page(clerk)
    clerk.press_named("Refer the citizen")
    tab_to("To which agency")
    type_text(focused(), "Police")
    assert not screen.refer.refer.isEnabled()
    clerk.press_named("Housing: home, rent, who lives there")
    tab_to("Sentence 1")
    type_text(focused(), "Moved on 1 November.")
    settle()
    assert "Suostun siihen" in screen.refer.words_read.text()
    assert "I agree that this service point tells Police" in screen.refer.words_meant.text()
    clerk.press_named("The citizen agrees to these words")
    assert screen.refer.refer.isEnabled()
    screen.refer.sentences.lines[0].setFocus()
    type_text(focused(), " Alone.")
    settle()
    assert not screen.refer.agreed.isChecked()
    assert not screen.refer.refer.isEnabled()
    clerk.press_named("The citizen agrees to these words")
    clerk.press_named("Refer, and make the letter")
    settle()
    (story,) = clerk.view.visit.referrals.values()
    assert story.referral.sentences == ("Moved on 1 November. Alone.",)
    assert story.referral.kinds == {DataKind.HOUSING}
    assert clerk.place() is Place.PAPERS
    again = page(clerk)
    assert again.refer.sentences.sentences == ()
    assert not again.refer.agreed.isChecked()


def test_a_visit_is_handed_over_and_taken_at_the_counter(clerk: Clerk) -> None:
    number, visit = clerk.view.visit.number, clerk.view.visit.id
    page(clerk)
    tab_to("What they should know")
    type_text(focused(), "Comes back at two.")
    clerk.press_named("Hand over")
    settle()
    assert clerk.place() is Place.COUNTER
    assert clerk.day.presenters.visit.visit is None
    state = desk_of(clerk).journal.load(visit)
    assert state.state is VisitState.PARKED
    assert "Handed over" in clerk.sees()
    (tile,) = clerk.day.pages.waiting.box.tiles
    tile.setFocus()
    press(Qt.Key.Key_Space)
    settle()
    assert clerk.place() is Place.VISIT
    assert clerk.view.visit.number == number
    assert clerk.view.visit.handed_to is None
    page(clerk)
    assert "Comes back at two." in clerk.sees()
    press(Qt.Key.Key_F9)
    settle()
    assert clerk.day.pages.waiting.box.isHidden()


def left_open(clerk: Clerk) -> CardButton:
    """The one tile of what is left open at the counter."""
    tiles = clerk.day._rooms.counter._drafts.findChildren(CardButton)
    (tile,) = (each for each in tiles if each.isVisible())
    return tile


def marks_of(tile: CardButton) -> list[str]:
    return [mark.text() for mark in tile.findChildren(Mark)]


def test_a_visit_that_waits_is_taken_over_also_when_it_is_opened_from_what_is_left_open(clerk: Clerk) -> None:
    visit = clerk.view.visit.id
    page(clerk)
    clerk.press_named("Hand over")
    settle()
    tile = left_open(clerk)
    assert marks_of(tile) == ["waits for whoever is next"]
    tile.setFocus()
    press(Qt.Key.Key_Space)
    settle()
    assert clerk.place() is Place.VISIT
    state = desk_of(clerk).journal.load(visit)
    assert state.handed_to is None
    assert state.taken_over is not None


def test_what_waits_for_somebody_else_says_so_and_is_taken_in_their_place_only_when_that_is_wished(
    clerk: Clerk,
) -> None:
    desk, visit = desk_of(clerk), clerk.view.visit.id
    members = [Member(MemberId(id), name, (Role.SERVICE_ADVISER,), pin="") for id, name in (("m1", "Pekka"),)]
    keep_members(desk.world.casebook, tuple(members))
    desk.duty.member = MemberId("m3")
    screen = page(clerk)
    screen.hand_over.to.setCurrentIndex(screen.hand_over.to.findText("Pekka"))
    clerk.press_named("Hand over")
    desk.duty.member = MemberId("m2")
    settle()
    press(Qt.Key.Key_1, ALT)
    settle()
    assert not clerk.day.pages.waiting.box.tiles
    desk.duty.member = MemberId("m1")
    press(Qt.Key.Key_1, ALT)
    settle()
    assert marks_of(left_open(clerk)) == ["waits for you"]
    desk.duty.member = MemberId("m2")
    press(Qt.Key.Key_1, ALT)
    settle()
    tile = left_open(clerk)
    assert marks_of(tile) == ["waits for Pekka"]
    tile.setFocus()
    press(Qt.Key.Key_Space)
    settle()
    assert clerk.place() is Place.COUNTER
    assert desk.journal.load(visit).handed_to is not None
    assert "Visit 1 waits for Pekka." in clerk.sees()
    clerk.press_named("Take it over")
    settle()
    assert clerk.place() is Place.VISIT
    taken = desk.journal.load(visit).taken_over
    assert taken is not None
    assert taken.by == "m2"


def test_a_word_that_holds_a_code_is_refused_at_its_field(clerk: Clerk) -> None:
    screen = page(clerk)
    tab_to("What they should know")
    type_text(focused(), "131052-952K waits")
    clerk.press_named("Hand over")
    settle()
    assert clerk.view.visit.handed_to is None
    assert screen.hand_over.note.text() == "131052-952K waits"
    assert screen.hand_over._note_row.error.text()


def test_nothing_of_one_citizen_is_on_the_page_of_the_next(clerk: Clerk) -> None:
    screen = page(clerk)
    clerk.press_named("Refer the citizen")
    screen.refer.sentences.lines[0].setText("Moved on 1 November.")
    screen.receive.what.setText("Lease")
    screen.hand_over.note.setText("Comes back at two.")
    press(Qt.Key.Key_F9)
    settle()
    clerk.search("moved")
    clerk.enter()
    again = page(clerk)
    assert again.refer.sentences.sentences == ()
    assert not again.receive.what.text() + again.hand_over.note.text()
    assert again.refer.words_read.text().startswith("Write first")


def test_a_colleague_is_named_and_the_page_speaks_another_language_at_once(start: Start, desk) -> None:
    keep = Member(MemberId("m1"), "Pekka Neuvoja", (Role.SERVICE_ADVISER,), pin="")
    clerk = Clerk(start(Language.EN))
    clerk.search("died")
    clerk.enter()
    keep_members(desk_of(clerk).world.casebook, (keep,))
    screen = page(clerk)
    assert screen.hand_over.to.findText("Pekka Neuvoja") > 0
    clerk.day._language_remembered(Language.FI)
    settle()
    assert "Asiakirjat ja siirto" in clerk.sees()


def test_a_document_whose_visit_is_over_is_found_on_the_day_list_and_sent_on(clerk: Clerk) -> None:
    desk, visit = desk_of(clerk), clerk.view.visit.id
    desk.handing.receive(visit, GivenDocument(AgencyId("kela"), what="Lease", due_on=date(2026, 11, 23)), told=True)
    desk.make_plan.agree(visit, Language.FI)
    press(Qt.Key.Key_F9)
    settle()
    desk.close_visit.resume(visit)
    desk.close_visit.end(visit, Outcome.PLAN_GIVEN)
    press(Qt.Key.Key_7, ALT)
    settle()
    (line,) = desk.day_list(Language.EN)
    clerk.day.follow.days.open(line)
    settle()
    assert "1-1" in clerk.sees()
    assert "Lease" not in clerk.sees()
    assert "Receipt" not in clerk.buttons()
    clerk.press_named("Mark as sent on…")
    clerk.press_named("It went on today")
    settle()
    assert not desk.day_list(Language.EN)
