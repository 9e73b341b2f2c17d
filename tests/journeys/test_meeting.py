"""How the desk and the citizen meet, by keyboard: by phone to a letter in hand, to an expert, out in the field."""

from __future__ import annotations

import pypdfium2
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desk.events import PaperMade
from desk.model.agreement import Agreement, Task
from desk.model.e_service_cards import Card
from desk.model.ids import AgencyId, ErrandId, FactName
from desk.model.short_mapping import LEADS_TO, Need
from desk.model.visit import VisitChannel
from i18n.language import Language
from tests.fakes import FakePrinters
from tests.journeys.clerk import CTRL, Clerk, settle
from tests.journeys.test_whole_visit import path_cards
from tests.ui.typing import focused, press, type_text
from ui.main_window import Place
from ui.screens.papers.state import Paper

KELA = AgencyId("kela")


def begun(start) -> Clerk:
    """A visit about a death, with two answers."""
    clerk = Clerk(start(Language.EN))
    clerk.search("died")
    clerk.enter()
    clerk.answer("20.11.2026")
    clerk.answer("spouse")
    return clerk


def to_channel(clerk: Clerk, digit: Qt.Key) -> None:
    """Ctrl+T and a digit."""
    press(Qt.Key.Key_T, CTRL)
    press(digit)
    settle()


def typed_into(clerk: Clerk, name: str, text: str) -> None:
    """Tab to a field of this name and type."""
    for _ in range(200):
        if clerk._name(focused()) == name:
            type_text(focused(), text)
            return
        press(Qt.Key.Key_Tab)
    raise AssertionError(f"no key leads to {name}")


def text_of(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        return " ".join("\n".join(page.get_textpage().get_text_range() for page in document).split())


def test_a_call_is_read_aloud_read_back_corrected_and_goes_by_post(start, desk) -> None:
    clerk = begun(start)
    clerk.window.header.citizen_language_picked.emit(Language.SV)
    to_channel(clerk, Qt.Key.Key_2)
    assert clerk.view.visit.channel is VisitChannel.PHONE
    script = clerk.day._access.desk.meeting.telephone.script(clerk.view.visit.id)
    seen = clerk.sees()
    assert all(line in seen for line in (*script.opening, *script.closing))
    assert all(line.question.text in seen for line in script.to_ask)
    assert all(line.is_it_right in seen for line in script.said)
    assert len(script.said) == 2

    clerk.press_named("This is wrong: correct it")
    assert clerk.place() is Place.VISIT
    assert clerk.question().fact == script.said[0].fact
    clerk.answer("19.11.2026")
    clerk.day.presenters.visit.confirm("deceased.died_on")
    assert clerk.view.visit.answers[FactName("deceased.died_on")] == "2026-11-19"

    press(Qt.Key.Key_T, CTRL)
    clerk.press_named("The citizen says that all of it is right")
    assert clerk.view.visit.read_back
    assert "The answers were read back, and they are right." in clerk.sees()

    typed_into(clerk, "Name on the envelope", "Aino Esimerkki")
    typed_into(clerk, "Street, or post office box", "Mallitie 3 B")
    typed_into(clerk, "Postal code and town", "04130 Sipoo")
    clerk.press_named("Show the letter")
    settle()
    assert clerk.place() is Place.PAPERS
    assert clerk.day.presenters.papers.state.paper is Paper.LETTER
    press(Qt.Key.Key_P, CTRL)
    (_, title, pdf) = desk.printers.sent[0]
    assert "Aino" not in title
    assert "Aino Esimerkki Mallitie 3 B 04130 Sipoo" in text_of(pdf)
    stored = [record.event for record in desk.casebook.events_of(clerk.view.visit.id)]
    assert "Esimerkki" not in repr(stored)
    assert "Mallitie" not in repr(stored)


def test_a_letter_without_an_address_or_with_a_secret_is_told_at_the_field(start, desk) -> None:
    clerk = begun(start)
    to_channel(clerk, Qt.Key.Key_5)
    clerk.press_named("Show the letter")
    assert clerk.place() is not Place.PAPERS
    assert "The letter has no whole address." in clerk.sees()
    typed_into(clerk, "Your own words to the citizen", "PIN 4821")
    typed_into(clerk, "Name on the envelope", "Aino Esimerkki")
    typed_into(clerk, "Street, or post office box", "Mallitie 3 B")
    typed_into(clerk, "Postal code and town", "04130 Sipoo")
    clerk.press_named("Show the letter")
    assert "a password or a code" in clerk.sees()
    assert clerk.day.presenters.papers.state.pdf is None


def test_what_was_typed_for_one_citizen_is_gone_for_the_next(start, desk) -> None:
    clerk = begun(start)
    to_channel(clerk, Qt.Key.Key_5)
    typed_into(clerk, "Name on the envelope", "Aino Esimerkki")
    press(Qt.Key.Key_F9)
    clerk.search("died")
    clerk.enter()
    to_channel(clerk, Qt.Key.Key_5)
    assert all(field.text() == "" for field in clerk.day._rooms.meeting.letter._fields)


def test_an_expert_is_booked_where_an_agreement_allows_it_and_the_slip_printed(start, desk) -> None:
    clerk = begun(start)
    press(Qt.Key.Key_T, CTRL)
    assert "No agreement gives this desk the remote service" in clerk.sees()
    clerk.day._access.desk.agreements.agree(Agreement(KELA, (Task.REMOTE_SERVICE,)))
    press(Qt.Key.Key_T, CTRL)
    typed_into(clerk, "Day", "1.12.2026")
    typed_into(clerk, "Time", "25.70")
    typed_into(clerk, "Room", "Huone 2")
    clerk.press_named("Book")
    assert "Write the time as hours.minutes" in clerk.sees()
    clerk.day._rooms.meeting.expert.time.clear()
    clerk.day._rooms.meeting.expert.time.setFocus()
    typed_into(clerk, "Time", "13.30")
    clerk.press_named("Book")
    (meeting,) = clerk.view.visit.experts.values()
    assert (meeting.agency, meeting.room, meeting.at.hour) == (KELA, "Huone 2", 13)
    settle()
    clerk.press_named("Slip for the citizen")
    settle()
    press(Qt.Key.Key_P, CTRL)
    assert "Huone 2" in text_of(desk.printers.sent[0][2])
    press(Qt.Key.Key_T, CTRL)
    settle()
    clerk.press_named("Call it off")
    assert not clerk.view.visit.experts


def test_a_meeting_is_moved_and_called_off_and_the_slip_says_so(start, desk) -> None:
    clerk = begun(start)
    clerk.day._access.desk.agreements.agree(Agreement(KELA, (Task.REMOTE_SERVICE,)))
    press(Qt.Key.Key_T, CTRL)
    typed_into(clerk, "Day", "1.12.2026")
    typed_into(clerk, "Time", "13.30")
    typed_into(clerk, "Room", "Huone 2")
    clerk.press_named("Book")
    settle()
    (booked,) = clerk.view.visit.experts.values()

    clerk.press_named("Move…")
    assert "New time for: Kela" in clerk.sees()
    assert "Book" not in clerk.buttons()
    clerk.press_named("Leave it as it is")
    assert "Book" in clerk.buttons()
    assert clerk.day._rooms.meeting.expert.room.text() == ""

    clerk.press_named("Move…")
    assert focused() is clerk.day._rooms.meeting.expert.day.line
    type_text(focused(), "3.12.2026")
    clerk.press_named("Move the meeting")
    settle()
    (moved,) = clerk.view.visit.experts.values()
    assert (moved.id, moved.at.day, moved.at.hour, moved.room) == (booked.id, 3, 13, "Huone 2")
    assert (moved.moved_from, moved.revision) == (booked.at, 1)
    assert "Moved. It was to be Tuesday 1 December 2026" in clerk.sees().replace("\u00a0", " ")
    assert clerk.day._rooms.meeting.expert.room.text() == ""
    clerk.press_named("Slip for the citizen")
    settle()
    press(Qt.Key.Key_P, CTRL)
    slip = text_of(desk.printers.sent[-1][2]).replace("\u00a0", " ")
    assert "3.12.2026" in slip
    assert "Aika on muuttunut" in slip
    assert "1.12.2026" in slip

    press(Qt.Key.Key_T, CTRL)
    settle()
    clerk.press_named("Call it off")
    settle()
    assert clerk.view.visit.experts == {}
    assert "Called off. Give the citizen the slip that says so." in clerk.sees()
    assert "Move…" not in clerk.buttons()
    clerk.press_named("Slip for the citizen")
    settle()
    press(Qt.Key.Key_P, CTRL)
    assert "Aikasi on peruttu" in text_of(desk.printers.sent[-1][2])


def test_a_first_talk_out_in_the_field_makes_the_visit_about_what_is_heavy(start, desk) -> None:
    clerk = begun(start)
    to_channel(clerk, Qt.Key.Key_4)
    clerk.day._rooms.meeting.needs.rows.take_focus()
    press(Qt.Key.Key_3)
    press(Qt.Key.Key_4)
    press(Qt.Key.Key_Return)
    assert clerk.view.visit.needs == (Need.DEBTS, Need.WORK)
    assert {LEADS_TO[Need.DEBTS], LEADS_TO[Need.WORK]} <= set(clerk.view.visit.errands)


def test_before_the_first_log_in_two_cards_are_said_once_each(start, desk) -> None:
    clerk = begun(start)
    clerk.window.header.citizen_language_picked.emit(Language.SV)
    clerk.day.presenters.visit.add_errand(ErrandId("unemployment"))
    settle()
    logging_in = [step for step in clerk.view.steps if len(step.cards) == len(Card)]
    assert logging_in, "no step of this visit is done by logging in at an authority"
    first = logging_in[0]
    cards = path_cards(clerk)
    cards[first.step.id].open()
    settle()
    clerk.day._rooms.visit.path.take_focus()
    assert first.cards[1].to_citizen.text in clerk.sees()
    assert "Suomi.fi-meddelanden" in first.cards[1].to_citizen.text
    assert "Not verified: check with the agency." in clerk.sees()
    cards[first.step.id].head.setFocus()
    clerk.press_named("I have said this")
    settle()
    assert clerk.view.visit.cards_said == {Card.LOOK_AWAY}
    cards[first.step.id].head.setFocus()
    clerk.press_named("I have said this")
    settle()
    assert clerk.view.visit.cards_said == set(Card)
    assert all(step.cards == () for step in clerk.view.steps)
    assert "I have said this" not in clerk.buttons()


def test_out_in_the_field_the_portable_printer_comes_first_and_at_the_desk_the_counters(start, desk) -> None:
    desk.printers = FakePrinters("Counter printer", "Portable")
    clerk = begun(start)
    to_channel(clerk, Qt.Key.Key_4)
    press(Qt.Key.Key_P, CTRL)
    settle()
    papers = clerk.day.presenters.papers
    assert papers.state.printers == ("Counter printer", "Portable")
    papers.print_on("Portable")
    clerk.day.papers.show_plan()
    assert papers.state.printers == ("Portable", "Counter printer")
    to_channel(clerk, Qt.Key.Key_1)
    clerk.day.papers.show_plan()
    assert papers.state.printers == ("Counter printer", "Portable")


def test_a_secure_message_is_answered_with_a_copied_text_in_the_citizens_language(start, desk) -> None:
    clerk = begun(start)
    clerk.window.header.citizen_language_picked.emit(Language.SV)
    to_channel(clerk, Qt.Key.Key_6)
    visit = clerk.view.visit
    assert visit.channel is VisitChannel.MESSAGE
    assert "Name on the envelope" not in clerk.sees()
    typed_into(clerk, "What else is attached, with commas between", "hakemus.pdf, ohje")
    typed_into(clerk, "Your own words to the citizen", "PIN 4821")
    clerk.press_named("Copy the answer")
    assert "a password or a code" in clerk.sees()
    assert QApplication.clipboard().text() == ""
    clerk.day._rooms.meeting.message.own.clear()
    typed_into(clerk, "Your own words to the citizen", "Tack för meddelandet.")
    clerk.press_named("Copy the answer")
    settle()
    answer = QApplication.clipboard().text()
    assert clerk.day._rooms.meeting.message.answer.text() == answer
    for said in ("Du skrev till oss.", "Tack för meddelandet.", "Med det här meddelandet", "- Plan", "- hakemus.pdf"):
        assert said in answer
    assert "adress" not in answer.casefold(), "there is none"
    made = [each.event for each in desk.casebook.events_of(visit.id) if isinstance(each.event, PaperMade)]
    assert [(each.paper, each.language) for each in made] == [("message", Language.SV)]
    assert "Tack" not in repr([each.event for each in desk.casebook.events_of(visit.id)])
    clerk.press_named("To the papers")
    settle()
    assert clerk.place() is Place.PAPERS
    press(Qt.Key.Key_F9)
    settle()
    assert QApplication.clipboard().text() == ""
    assert clerk.day._rooms.meeting.message.answer.text() == ""
