"""A clerk names the citizen, looks for them among the kept visits, and what was said then need not be said again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desk.events import CaseRead, IdentityCodeShown
from desk.model.ids import ErrandId, FactName, VisitId
from desk.model.person import IdentityGround, IdentityProof
from desk.model.role import Role
from desk.model.told import ToldBy
from desk.model.visit import Outcome, Profile, VisitChannel
from desk.usecases.desk_rooms import Desk
from desk.usecases.name_person import PersonGiven
from i18n.language import Language
from tests.journeys.clerk import CTRL, Clerk, settle
from tests.journeys.conftest import Start
from tests.ui.open_desk import DeskOnFakes
from tests.ui.typing import focused, press, type_text
from ui.screens.person.view import PersonScreen

MONEY = ErrandId("housing_and_social_assistance")
CODE = "131052-9085"


@pytest.fixture
def clerk(start: Start) -> Clerk:
    clerk = Clerk(start(Language.EN))
    clerk.search("death")
    clerk.enter()
    settle()
    return clerk


def page(clerk: Clerk) -> PersonScreen:
    shown = clerk.window.shown
    assert isinstance(shown, PersonScreen)
    return shown


def is_named(clerk: Clerk) -> bool:
    return clerk.view.visit.person is not None


def name_by_keyboard(clerk: Clerk, name: str, birth: str) -> None:
    press(Qt.Key.Key_I, CTRL)
    assert focused() is page(clerk).name
    page(clerk).name.selectAll()
    type_text(focused(), name)
    press(Qt.Key.Key_Tab)
    page(clerk).birth.selectAll()
    type_text(focused(), birth)
    clerk.enter()
    settle()


def test_the_visit_is_anonymous_until_a_name_is_needed(clerk: Clerk) -> None:
    assert "anonymous" in clerk.sees()
    name_by_keyboard(clerk, "Aino Kettunen", "13.10.52")
    assert "Aino Kettunen" in clerk.sees()
    assert is_named(clerk)
    clerk.press_named("Make the visit anonymous again")
    settle()
    assert not is_named(clerk)
    assert "Aino" not in clerk.sees()
    assert page(clerk).name.text() == ""
    assert not page(clerk).name.isUndoAvailable()


def test_what_is_wrong_is_told_at_its_field_and_stays_as_it_was_written(clerk: Clerk) -> None:
    name_by_keyboard(clerk, "Aino Kettunen", "31.2.1952")
    assert clerk.view.visit.person is None
    assert focused() is page(clerk).birth
    assert page(clerk).birth.text() == "31.2.1952"
    assert "cannot be read" in clerk.sees()


def test_an_identity_code_is_masked_and_a_look_at_it_is_written_down(clerk: Clerk, desk: DeskOnFakes) -> None:
    name_by_keyboard(clerk, "Aino Kettunen", "13.10.1952")
    screen = page(clerk)
    screen.code.open.click()
    screen.code.field.setText(CODE)
    screen.code.field.selectAll()
    screen.code.field.copy()
    assert CODE not in QApplication.clipboard().text()
    screen.code.ground.choose(IdentityGround.CONSENT)
    screen.code.proof.choose(IdentityProof.DOCUMENT)
    screen.save.click()
    settle()
    visit = clerk.view.visit
    assert visit.person is not None
    assert visit.person.identity_code == CODE
    assert screen.code.field.text() == ""
    assert CODE not in clerk.sees()
    screen.code.look.setDown(True)
    screen.code.look.pressed.emit()
    settle()
    assert CODE in screen.code.masked.text()
    screen.code.look.setDown(False)
    screen.code.look.released.emit()
    settle()
    assert CODE not in clerk.sees()
    told = [record.event for record in desk.casebook.events_of(visit.id)]
    assert any(isinstance(event, IdentityCodeShown) for event in told)
    screen.save.click()
    settle()
    assert clerk.view.visit.person == visit.person


def test_somebody_who_was_here_before_need_not_say_it_again(start: Start, desk: DeskOnFakes) -> None:
    clerk = Clerk(start(Language.EN))
    rooms = clerk.day._access.desk
    earlier = rooms.open_visit(VisitChannel.DESK, Profile(), [MONEY]).id
    rooms.name_person(earlier, PersonGiven("Aino Kettunen"))
    rooms.answer_question.give(earlier, FactName("home.tenure"), "rented")
    rooms.make_plan.agree(earlier, Language.FI)
    rooms.close_visit.end(earlier, Outcome.PLAN_GIVEN, keep=True)
    clerk.program.counter.errand_requested.emit(MONEY)
    settle()
    clerk.enter()
    press(Qt.Key.Key_I, CTRL)
    type_text(focused(), "aino kett")
    clerk.press_named("Look among the kept visits")
    settle()
    screen = page(clerk)
    clerk.press_named(next(text for text in clerk.buttons() if text.startswith("Aino Kettunen")))
    settle()
    clerk.press_named("Use these answers")
    settle()
    visit = clerk.view.visit
    assert visit.answers[FactName("home.tenure")] == "rented"
    assert visit.told[FactName("home.tenure")].visit == 1
    assert "in use again" in clerk.sees()
    assert any(isinstance(record.event, CaseRead) for record in desk.casebook.events_of(earlier))
    assert screen is page(clerk)


def keep_aino(desk: Desk) -> VisitId:
    visit = desk.open_visit(VisitChannel.DESK, Profile(), [MONEY]).id
    desk.name_person(visit, PersonGiven("Aino Kettunen"))
    desk.make_plan.agree(visit, Language.FI)
    return desk.close_visit.end(visit, Outcome.PLAN_GIVEN, keep=True).id


def results(clerk: Clerk) -> list[str]:
    model = clerk.window.search.results.list.model()  # type: ignore[union-attr]
    return [str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for row in range(model.rowCount())]


def test_people_are_found_in_the_one_search_only_when_they_are_asked_for(start: Start, desk: DeskOnFakes) -> None:
    clerk = Clerk(start(Language.EN))
    earlier = keep_aino(clerk.day._access.desk)
    clerk.search("kettunen")
    settle()
    assert not any("Kettunen" in line for line in results(clerk))
    clerk.window.search.field.setText("@kettu")
    settle()
    (line,) = results(clerk)
    assert line.startswith("Aino Kettunen")
    assert clerk.window.search.results is not None
    narrow = clerk.window.search.results.facets.narrow
    height = clerk.window.search.results.facets.height()
    assert not narrow.isVisible(), "services are narrowed, nobody is"
    clerk.window.search.field.setText("@zzz")
    settle()
    assert "Nobody was found whose plan is kept." in clerk.sees()
    clerk.window.search.field.setText("kettu")
    settle()
    assert narrow.isVisible()
    clerk.window.search.field.setText("@kettu")
    settle()
    assert not narrow.isVisible()
    assert clerk.window.search.results.facets.height() == height, "nothing moves"
    clerk.window.search.take_focus()
    clerk.enter()
    settle()
    assert clerk.day.follow.visit is not None
    assert clerk.day.follow.visit.id == earlier
    assert any(isinstance(record.event, CaseRead) for record in desk.casebook.events_of(earlier))


def test_in_a_role_that_may_not_nobody_is_found(start: Start, desk: DeskOnFakes) -> None:
    clerk = Clerk(start(Language.EN))
    keep_aino(clerk.day._access.desk)
    clerk.day._access.desk.duty._point_role = Role.DIGITAL_SUPPORT
    clerk.window.search.field.setText("@kettu")
    settle()
    assert results(clerk) == []
    assert "In your role nobody is looked for." in clerk.sees()
    clerk.window.search.field.setText("nothingisso")
    settle()
    assert "Try a shorter word" in clerk.sees()


def test_an_old_answer_is_asked_again_and_one_key_says_that_it_is_still_true(start: Start, desk: DeskOnFakes) -> None:
    clerk = Clerk(start(Language.EN))
    rooms = clerk.day._access.desk
    earlier = rooms.open_visit(VisitChannel.DESK, Profile(), [MONEY]).id
    rooms.name_person(earlier, PersonGiven("Aino Kettunen"))
    rooms.answer_question.give(earlier, FactName("home.money_short"), "yes", ToldBy.COMPANION)
    rooms.make_plan.agree(earlier, Language.FI)
    rooms.close_visit.end(earlier, Outcome.PLAN_GIVEN, keep=True)
    desk.clock.advance(days=31)
    clerk.program.counter.errand_requested.emit(MONEY)
    settle()
    clerk.enter()
    visit = clerk.view.visit.id
    rooms.name_person.same_as(visit, earlier)
    rooms.carry_facts.take(visit, rooms.duty)
    clerk.day.presenters.visit.reword()
    settle()
    assert FactName("home.money_short") not in clerk.view.visit.answers
    panel = clerk.day._rooms.visit.questions
    panel._cards["home.money_short"].take_focus()
    assert "Earlier answer: Yes (said by somebody who came along" in clerk.sees()
    press(Qt.Key.Key_F2)
    settle()
    assert clerk.view.visit.answers[FactName("home.money_short")] == "yes"
    assert clerk.view.visit.told[FactName("home.money_short")].visit is None
    row = panel._rows["home.money_short"]
    assert row.source.accessibleName() == "said by the citizen"
    row.source.picked.emit(ToldBy.PAPER)
    settle()
    assert clerk.view.visit.told[FactName("home.money_short")].by is ToldBy.PAPER
