"""A plan is kept; a week later it is found by its code, its result is told and a new paper printed. All by keyboard."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from desk.events import CaseRead, PaperMade
from desk.model.follow_up import ContactPlan, Progress, Result
from desk.model.ids import ErrandId, FactName, StepId
from desk.model.person import ContactKind, ContactWay
from desk.model.plan_code import written
from desk.model.visit import Accommodation, Outcome, Profile, VisitChannel, VisitState
from i18n.language import Language
from tests.journeys.clerk import CTRL, Clerk, settle
from tests.journeys.conftest import Start
from tests.printing.reading import text_of
from tests.ui.typing import focused, press, type_text
from ui.main_window import Place

DEATH = ErrandId("death_of_close_one")
REPORT = StepId("order_family_report")
ALT = Qt.KeyboardModifier.AltModifier


def rooms(clerk: Clerk):
    opened = clerk.program._opened
    assert opened is not None
    return opened.desk


def keep_a_plan(clerk: Clerk, profile: Profile | None = None):
    """As the clerk of last week left it."""
    desk = rooms(clerk)
    visit = desk.open_visit(VisitChannel.DESK, profile or Profile(citizen_language=Language.SV), [DEATH])
    desk.answer_question.give(visit.id, FactName("deceased.died_on"), "2026-11-20")
    desk.make_plan.agree(visit.id, Language.SV)
    return desk.close_visit.end(visit.id, Outcome.PLAN_GIVEN, keep=True)


def find_by_code(clerk: Clerk, visit) -> None:
    clerk.search(written(visit.plan_code).lower())
    clerk.enter()
    settle()


def choose(text: str) -> None:
    """Pick a line of the list that has the focus, by its first letters."""
    type_text(focused(), text)


def test_a_kept_plan_is_found_by_its_code_a_step_is_followed_and_told_and_a_new_paper_printed(start: Start, desk):
    clerk = Clerk(start(Language.EN))
    visit = keep_a_plan(clerk)
    desk.clock.advance(days=7)
    find_by_code(clerk, visit)
    assert "Follow-up of visit 1" in clerk.sees()
    assert rooms(clerk).journal.load(visit.id).state is VisitState.ENDED, "a look takes no visit up"
    assert desk.casebook.events_of(visit.id)[-1].event == CaseRead("code")

    clerk.press_named("Order the family report. to do")
    press(Qt.Key.Key_Tab)
    settle()
    choose("waiting")
    for typed in (None, None, "DVV-12/2026", "23.11.2026", "14.12.2026"):
        press(Qt.Key.Key_Tab)
        if typed is not None:
            field = focused()
            assert isinstance(field, QLineEdit)
            field.selectAll()
            type_text(field, typed)
    clerk.press_named("Keep how it stands")
    settle()
    followed = rooms(clerk).journal.load(visit.id).followed[REPORT]
    assert (followed.progress, followed.reference) == (Progress.WAITING, "DVV-12/2026")
    assert "waiting for the agency" in clerk.sees()
    assert "If nothing is heard: ask Digital and Population Data Services Agency." in clerk.sees()

    clerk.press_named("Keep the decision")
    settle()
    told = rooms(clerk).journal.load(visit.id).results[REPORT]
    assert told.result is Result.GRANTED
    assert "granted on 30 November 2026, 7 days after it was sent" in clerk.sees()

    press(Qt.Key.Key_P, CTRL)
    settle()
    assert clerk.place() is Place.PAPERS
    press(Qt.Key.Key_P, CTRL)
    settle()
    ((_printer, _title, pdf),) = desk.printers.sent
    assert "DVV-12/2026" in text_of(pdf)
    assert written(visit.plan_code) in text_of(pdf), "the same code"
    assert any(isinstance(record.event, PaperMade) for record in desk.casebook.events_of(visit.id)[-2:])
    press(Qt.Key.Key_2, ALT)
    settle()
    assert "Follow-up of visit 1" in clerk.sees(), "back from the paper to the plan"


def test_a_code_that_belongs_to_nobody_is_told_in_words_and_the_counter_stays(start: Start, desk):
    clerk = Clerk(start(Language.EN))
    visit = keep_a_plan(clerk)
    rooms(clerk).close_visit.erase(visit.id)
    find_by_code(clerk, visit)
    assert "No plan is kept under the code" in clerk.sees()
    assert clerk.place() is Place.COUNTER


def test_the_next_person_finds_nothing_of_the_plan_before(start: Start, desk):
    clerk = Clerk(start(Language.EN))
    visit = keep_a_plan(clerk)
    rooms(clerk).follow_up.promise_call_back(visit.id, desk.clock.today() + timedelta(days=1), "only of the first")
    find_by_code(clerk, visit)
    assert "only of the first" in clerk.sees()
    press(Qt.Key.Key_F9)
    settle()
    assert clerk.day.follow.visit is None
    screen = clerk.day._rooms.follow_up
    told = [label.text() for label in screen.findChildren(type(screen._title)) if not label.isHidden()]
    assert not [text for text in told if "only of the first" in text or "visit 1" in text]
    other = keep_a_plan(clerk)
    find_by_code(clerk, other)
    assert "only of the first" not in clerk.sees()


def test_a_plan_is_looked_at_only_after_the_visit_at_hand_is_left(start: Start, desk):
    clerk = Clerk(start(Language.EN))
    visit = keep_a_plan(clerk)
    clerk.search("died")
    clerk.enter()
    settle()
    assert clerk.day.presenters.visit.visit is not None
    find_by_code(clerk, visit)
    assert "Follow-up of visit 1" in clerk.sees()
    assert clerk.day.presenters.visit.visit is None


def test_the_visit_can_be_taken_up_from_its_plan(start: Start, desk):
    clerk = Clerk(start(Language.EN))
    visit = keep_a_plan(clerk)
    find_by_code(clerk, visit)
    clerk.press_named("Go on with the visit")
    settle()
    assert clerk.view.visit.id == visit.id
    assert clerk.view.visit.is_open
    assert clerk.day.follow.visit is None


def test_the_day_list_leads_to_what_is_due_the_worst_first_and_counts_in_the_rail(start: Start, desk):
    clerk = Clerk(start(Language.EN))
    visit = keep_a_plan(clerk)
    phone = ContactWay(ContactKind.PHONE, "040 123 4567", safe=False)
    letter = ContactWay(ContactKind.LETTER, "Kirjastokatu 1")
    rooms(clerk).follow_up.agree_contact(visit.id, ContactPlan((phone, letter)))
    rooms(clerk).follow_up.promise_call_back(visit.id, desk.clock.today() + timedelta(days=1), "tulkki")
    quiet = keep_a_plan(clerk, Profile(accommodations=frozenset({Accommodation.DISCREET})))
    desk.clock.advance(days=11)
    press(Qt.Key.Key_1, ALT)
    settle()
    assert any(text.startswith("Days · ") for text in clerk.buttons())
    press(Qt.Key.Key_7, ALT)
    settle()
    assert clerk.place() is Place.DAYS
    seen = clerk.sees()
    assert "Not safe: do not call. Safe: by letter." in seen
    assert "040 123 4567" not in seen
    lines = clerk.day._rooms.days._state.lines
    assert {line.title for line in lines if line.due.visit == quiet.id} == {""}
    clerk.press_named("Visit 1")
    settle()
    assert "Follow-up of visit 1" in clerk.sees()
    assert Clerk._name(focused()) == "Reached", "the promise has the focus"
    press(Qt.Key.Key_Space)
    settle()
    assert rooms(clerk).journal.load(visit.id).call_backs == {}


def test_a_day_list_of_many_shows_some_and_more_when_asked(start: Start, desk):
    clerk = Clerk(start(Language.EN))
    visit = keep_a_plan(clerk)
    for _ in range(70):
        rooms(clerk).follow_up.promise_call_back(visit.id, desk.clock.today())
    press(Qt.Key.Key_7, ALT)
    settle()
    assert "Today: 70" in clerk.sees()
    part = list(clerk.day._rooms.days.parts.values())[1]
    assert part._inside.count() == 30
    clerk.press_named("Show 40 more")
    settle()
    assert part._inside.count() == 60
    assert part._cards[30] is focused(), "the first of those that came"


@pytest.mark.parametrize("secret", ["hetu 131052-308T", "pin: 1234"])
def test_a_secret_in_a_reference_is_refused_at_the_step_and_stays_in_the_field(start: Start, desk, secret):
    clerk = Clerk(start(Language.EN))
    visit = keep_a_plan(clerk)
    find_by_code(clerk, visit)
    card = clerk.day._rooms.follow_up._cards[REPORT]
    card.open()
    assert card.progress is not None
    card.progress.reference.setText(secret)
    card.progress.save.click()
    settle()
    assert card._error.isVisible()
    assert card.progress.reference.text() == secret
    assert rooms(clerk).journal.load(visit.id).followed == {}


def test_everything_is_said_in_another_language_at_once(start: Start, desk):
    clerk = Clerk(start(Language.EN))
    visit = keep_a_plan(clerk)
    find_by_code(clerk, visit)
    clerk.day._clerk_language_picked(Language.FI)
    settle()
    assert "Käynnin 1 seuranta" in clerk.sees()
    assert "Tilaa sukuselvitys" in clerk.sees()
    assert "Order the family report" not in clerk.sees()


def end_and_keep(clerk: Clerk) -> None:
    """A visit, and then Ctrl+E: the plan is kept."""
    clerk.search("died")
    clerk.enter()
    settle()
    clerk.day.presenters.visit.answer(FactName("deceased.died_on"), "2026-11-20")
    settle()
    press(Qt.Key.Key_E, CTRL)
    settle()
    clerk.day._rooms.ending.keep.row("yes").click()
    settle()


def test_who_is_kept_says_how_we_find_one_another_and_nobody_must(start: Start, desk):
    clerk = Clerk(start(Language.EN))
    end_and_keep(clerk)
    assert "How do we find one another again?" in clerk.sees()
    clerk.day._rooms.ending.contact.focus_first()
    type_text(focused(), "7.12.2026")
    clerk.press_named("End the visit")
    settle()
    (kept,) = desk.casebook.visits()
    contact = rooms(clerk).journal.load(kept.id).contact
    assert contact == ContactPlan((), desk.clock.today() + timedelta(days=14))
    end_and_keep(clerk)
    clerk.press_named("End the visit")
    settle()
    newest = desk.casebook.visits()[0]
    assert (newest.kept, rooms(clerk).journal.load(newest.id).contact) == (True, None)
    assert clerk.place() is Place.COUNTER


def test_a_secret_in_the_contact_ends_no_visit_and_loses_nothing(start: Start, desk):
    clerk = Clerk(start(Language.EN))
    end_and_keep(clerk)
    form = clerk.day._rooms.ending.contact
    form.ways[0].kind.choose(ContactKind.LETTER)
    form.ways[0].where.setText("pin: 1234")
    clerk.day._rooms.ending.end.click()
    settle()
    (visit,) = desk.casebook.visits()
    assert visit.ended_at is None
    assert form.ways[0].where.text() == "pin: 1234"
    assert clerk.day._rooms.ending._refused.isVisible()
    form.ways[0].where.setText("Kirjastokatu 1")
    clerk.day._rooms.ending.end.click()
    settle()
    (visit,) = desk.casebook.visits()
    assert visit.kept
