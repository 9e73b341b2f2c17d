"""The rest of a clerk's day: what is changed, undone, left open, locked, and found again."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desk.errors import NoKeySource, WrongKey
from desk.model.ids import FactName
from desk.model.local_text import LocalText
from desk.model.service_sheet import ServiceSheet, SheetKind
from desk.model.visit import VisitState
from i18n.language import Language
from tests.journeys.clerk import CTRL, Clerk, settle
from tests.journeys.conftest import Start
from tests.journeys.test_point_notes import go_to_the_pension
from tests.ui.open_desk import PENSION
from tests.ui.typing import focused, focused_name, press, type_text
from ui.app import Program
from ui.main_window import Place
from ui.screens.unlock.view import DoorKind
from ui.shortcuts import Shortcut

DIED_ON, RELATION = FactName("deceased.died_on"), FactName("deceased.relation")


@pytest.fixture
def clerk(start: Start) -> Clerk:
    program: Program = start(Language.EN)
    return Clerk(program)


@pytest.fixture
def visiting(clerk: Clerk) -> Clerk:
    clerk.search("died")
    clerk.enter()
    return clerk


def test_search_at_every_key_and_escape(clerk) -> None:
    clerk.search("d")
    assert clerk.window.search.results.isVisible()
    type_text(focused(), "ied")
    assert "in the search words: died" in clerk.window.search.results.list.model().index(0).data(
        Qt.ItemDataRole.AccessibleTextRole
    )
    press(Qt.Key.Key_Escape)
    assert clerk.window.search.field.text() == ""
    assert "Life events" in clerk.sees()


def test_answers_are_kept_the_moment_they_are_given(visiting, desk) -> None:
    before = desk.casebook.visits()[0].answers
    visiting.answer("20.11.2026")
    assert desk.casebook.visits()[0].answers == before + 1


def test_a_fall_loses_nothing(start, desk) -> None:
    clerk = Clerk(start(Language.EN))
    clerk.search("died")
    clerk.enter()
    clerk.answer("20.11.2026")
    clerk = Clerk(start(Language.EN))
    assert "Left open" in clerk.sees()
    clerk.press_named("Visit 1")
    assert clerk.view.visit.answers[DIED_ON] == "2026-11-20"


def test_a_changed_answer_first_says_what_goes(visiting) -> None:
    visiting.answer("20.11.2026")
    visiting.answer("spouse")
    questions = visiting.day._rooms.visit.questions
    questions._rows["deceased.relation"].change.setFocus()
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_5)
    assert focused_name() == "Change the answer"
    assert "Goes:" in focused().accessibleDescription()
    assert visiting.view.visit.answers[RELATION] == "spouse"
    visiting.press_named("Keep the earlier answer")
    assert visiting.view.visit.answers[RELATION] == "spouse"
    questions._rows["deceased.relation"].change.setFocus()
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_5)
    press(Qt.Key.Key_Space)
    assert visiting.view.visit.answers[RELATION] != "spouse"


def test_undo_and_redo(visiting) -> None:
    visiting.answer("20.11.2026")
    before = visiting.view
    visiting.answer("spouse")
    after = visiting.view
    press(Qt.Key.Key_Z, CTRL)
    assert visiting.view.path == before.path
    press(Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert visiting.view.path == after.path


def test_new_steps_are_marked_until_the_next_answer(visiting) -> None:
    visiting.answer("20.11.2026")
    visiting.answer("spouse")
    path = visiting.day._rooms.visit.path
    fresh = {step for step, card in path._cards.items() if not card._fresh.isHidden()}
    assert fresh
    visiting.answer("unknown")
    later = {step for step, card in path._cards.items() if not card._fresh.isHidden()}
    assert later != fresh


def test_next_person_is_one_key_and_nothing_is_left(visiting, desk) -> None:
    visiting.answer("20.11.2026")
    QApplication.clipboard().setText("20.11.2026")
    press(Qt.Key.Key_F9)
    assert visiting.place() is Place.COUNTER
    assert visiting.day._rooms.band.isHidden()
    assert focused() is visiting.window.search.field
    assert QApplication.clipboard().text() == ""
    settle()
    assert "20.11.2026" not in visiting.sees()
    assert desk.casebook.visits()[0].state is VisitState.PARKED
    assert visiting.day._rooms.visit.questions._cards == {}


def test_a_visit_without_result_is_thrown_away(visiting, desk) -> None:
    press(Qt.Key.Key_F9)
    assert desk.casebook.visits()[0].state is VisitState.DISCARDED


def test_a_kept_plan_opens_by_its_code(visiting, desk) -> None:
    visiting.answer("20.11.2026")
    press(Qt.Key.Key_E, CTRL)
    press(Qt.Key.Key_2)
    press(Qt.Key.Key_2)
    code = visiting.day._rooms.ending._code.text()
    assert len(code) == 11
    press(Qt.Key.Key_Space)
    assert code in visiting.window.banner.told.more
    visiting.search(code.replace("-", " ").lower())
    visiting.enter()
    assert visiting.day.follow.visit is not None, "it is looked at first, and stays ended"
    visiting.press_named("Go on with the visit")
    assert visiting.view.visit.answers[DIED_ON] == "2026-11-20"


def test_the_paper_is_saved(visiting, desk, tmp_path) -> None:
    desk.chosen_file = tmp_path / "plan.pdf"
    visiting.answer("20.11.2026")
    press(Qt.Key.Key_P, CTRL)
    press(Qt.Key.Key_S, CTRL)
    assert desk.chosen_file.read_bytes().startswith(b"%PDF")
    assert f"Saved: {desk.chosen_file}" in visiting.sees()


def test_a_full_folder_is_told_and_nothing_is_lost(visiting, desk) -> None:
    desk.chosen_file = Path("/nowhere/plan.pdf")
    visiting.answer("20.11.2026")
    press(Qt.Key.Key_P, CTRL)
    press(Qt.Key.Key_S, CTRL)
    assert "could not be saved" in visiting.window.banner.told.text
    assert visiting.view.visit.answers


def test_locked_and_back(visiting) -> None:
    visiting.answer("20.11.2026")
    press(Qt.Key.Key_F12)
    assert visiting.is_shut_out()
    assert "The desk is locked" in visiting.sees()
    assert "20.11.2026" not in visiting.sees()
    press(Qt.Key.Key_Z, CTRL)
    press(Qt.Key.Key_Space)
    assert not visiting.is_shut_out()
    assert visiting.view.visit.answers[DIED_ON] == "2026-11-20"


def test_the_citizens_language_is_not_the_clerks(visiting) -> None:
    visiting.window.header.citizen_language_picked.emit(Language.SV)
    assert visiting.view.visit.profile.citizen_language is Language.SV
    assert visiting.program.translator.language is Language.EN


def test_first_start_asks_twice_and_then_for_the_passphrase(start, desk) -> None:
    def wants(giver) -> None:
        typed = giver.new_passphrase()
        if typed is None:
            raise NoKeySource(path="/desk")
        if typed[0] != "neljä hyvää sanaa":
            raise WrongKey(path="/desk")

    desk.wants = wants
    desk.recovery_key = "ABCD-EFGH"
    clerk = Clerk(start(Language.EN))
    assert clerk.is_shut_out()
    assert "Welcome" in clerk.sees()
    assert clerk.program.door._state.kind is DoorKind.CREATE
    type_text(focused(), "neljä hyvää sanaa")
    press(Qt.Key.Key_Return)
    type_text(focused(), "neljä hyvää sanaa")
    press(Qt.Key.Key_Return)
    assert "Recovery sheet" in clerk.sees()
    clerk.press_named("The sheet is safe: go on")
    clerk.press_named("The rest later")
    assert not clerk.is_shut_out()
    assert focused() is clerk.window.search.field


def test_without_a_printer_the_paper_can_still_be_copied_or_saved(visiting, desk) -> None:
    desk.printers.names = ()
    visiting.answer("20.11.2026")
    press(Qt.Key.Key_P, CTRL)
    screen = visiting.day._rooms.papers
    assert not screen.print.isEnabled()
    assert "No printer was found" in visiting.sees()
    visiting.press_named("Show large")
    assert "20.11.2026" not in visiting.sees()
    assert screen._state.as_text in visiting.sees()
    visiting.window.header.clerk_language_picked.emit(Language.SV)
    assert not screen.print.isEnabled()


def test_every_shortcut_does_something(visiting) -> None:
    assert set(visiting.day._keys) == set(Shortcut)


def test_from_question_to_question(visiting) -> None:
    first = visiting.question().fact
    press(Qt.Key.Key_Down, CTRL)
    second = visiting.question().fact
    assert second != first
    press(Qt.Key.Key_Up, CTRL)
    assert visiting.question().fact == first


def test_a_wrong_errand_is_switched_and_shared_answers_stay(visiting) -> None:
    visiting.answer("20.11.2026")
    press(Qt.Key.Key_A, CTRL | Qt.KeyboardModifier.ShiftModifier)
    details = visiting.day._rooms.details
    other = details._state.others[0]
    choices = [button for button, errand in details._errand_of.items() if errand == other.id]
    choice = next(button for button in choices if in_place(button, details))
    choice.setFocus()
    press(Qt.Key.Key_Space)
    assert visiting.view.visit.errands == (other.id,)
    assert visiting.view.visit.answers[DIED_ON] == "2026-11-20"


def in_place(button, details) -> bool:
    """Whether a choice stands under *it was the wrong one*."""
    return button.parentWidget() is details._instead


def test_a_recovery_sheet_without_a_printer_says_where_to_keep_it(start, desk) -> None:
    desk.recovery_key = "ABCD-EFGH"
    desk.printers.names = ()
    clerk = Clerk(start(Language.EN))
    assert "memory stick" in clerk.sees()
    assert "Print it now" not in clerk.sees()
    assert focused_name() == "Save on a memory stick"


def test_enter_before_the_results_are_there_waits_for_them(clerk, desk) -> None:
    clerk.search("m")
    desk.runner.hold()
    press(Qt.Key.Key_Backspace)
    type_text(focused(), "died")
    clerk.enter()
    assert clerk.place() is Place.COUNTER
    desk.runner.release()
    assert [errand.id for errand in clerk.view.errands] == ["death_of_close_one"]


def test_no_result_lies_over_the_door(clerk) -> None:
    go_to_the_pension(clerk)
    clerk.search("pension")
    assert clerk.window.search.results.isVisible()
    press(Qt.Key.Key_F12)
    assert clerk.is_shut_out()
    assert not clerk.window.search.results.isVisible()
    clerk.day.presenters.search.count_facets()
    assert not clerk.window.search.results.isVisible()


def test_an_answer_that_is_on_its_way_does_not_bring_the_last_person_back(visiting, desk) -> None:
    desk.runner.hold()
    visiting.answer("20.11.2026")
    press(Qt.Key.Key_F9)
    desk.runner.release()
    settle()
    assert visiting.day.presenters.visit.view is None
    assert visiting.place() is Place.COUNTER


def test_a_sheet_that_is_on_its_way_does_not_come_to_the_next_person(visiting, desk) -> None:
    service = visiting.day.presenters.service
    desk.runner.hold()
    visiting.day._show_service(PENSION)
    press(Qt.Key.Key_F9)
    desk.runner.release()
    assert service.service is None
    visiting.day._show_service(PENSION)
    assert service.service == PENSION


def test_what_is_looked_at_again_is_what_was_asked_for_last(clerk, desk) -> None:
    desk.catalogue.places["office"] = ServiceSheet(SheetKind.CHANNEL, "office", LocalText({"en": "Office"}))
    service = clerk.day.presenters.service
    clerk.day._show_service(PENSION)
    desk.runner.hold()
    clerk.day._show_service("office")
    clerk.day.catalogue.refreshed.emit()
    desk.runner.release()
    assert service.service == "office"
    clerk.day._show_service("nowhere")
    clerk.day.catalogue.refreshed.emit()
    assert service.service == "office", "what is not there leaves what was shown"
