"""What the point knows is written beside the national texts: on a sheet, on a step; and what was wrong is listed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from desk.model.point_note import NoteKind
from i18n.language import Language
from tests.journeys.clerk import CTRL, Clerk
from tests.journeys.conftest import Start
from tests.ui.typing import focused, press, type_text
from ui.main_window import Place

ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def clerk(start: Start) -> Clerk:
    return Clerk(start(Language.EN))


def go_to_the_pension(clerk: Clerk) -> None:
    """Search for the one service and open it."""
    clerk.search("pension")
    results = clerk.window.search.results
    assert results is not None
    while results.list.currentIndex().row() < results.list.lines - 1:
        press(Qt.Key.Key_Down)
    clerk.enter()
    assert clerk.place() is Place.SERVICES


@pytest.fixture
def at_the_sheet(clerk: Clerk) -> Clerk:
    go_to_the_pension(clerk)
    return clerk


def write(clerk: Clerk, way: str, text: str) -> None:
    clerk.press_named(way)
    type_text(focused(), text)
    clerk.enter()


def test_an_own_note_stands_over_the_sheet_and_is_replaced_by_the_next(at_the_sheet: Clerk, desk) -> None:
    write(at_the_sheet, "Add an own note", "The door is at the back")
    assert "The door is at the back" in at_the_sheet.sees()
    assert "Own note of this service point, 23 November 2026" in at_the_sheet.sees()
    at_the_sheet.press_named("Write it anew")
    press(Qt.Key.Key_A, CTRL)
    type_text(focused(), "The door is on the yard")
    at_the_sheet.enter()
    assert "The door is on the yard" in at_the_sheet.sees()
    assert "at the back" not in at_the_sheet.sees()
    old, new = sorted(desk.fresh.notes.all(), key=lambda note: note.closed is None)
    assert (new.replaces, old.text) == (old.id, "The door is at the back")


def test_a_note_that_holds_a_secret_is_refused_at_its_field_and_stays_there(at_the_sheet: Clerk, desk) -> None:
    write(at_the_sheet, "Add an own note", "salasana: kissa123")
    assert "it was not saved" in at_the_sheet.sees()
    field = focused()
    assert isinstance(field, QLineEdit)
    assert field.text() == "salasana: kissa123"
    assert desk.fresh.notes.all() == ()
    press(Qt.Key.Key_Escape)
    assert "it was not saved" not in at_the_sheet.sees()


def test_what_was_wrong_is_listed_settled_and_sent_on(at_the_sheet: Clerk, desk, tmp_path: Path) -> None:
    write(at_the_sheet, "This was wrong at the counter", "The phone number is old")
    press(Qt.Key.Key_5, ALT)
    assert "The phone number is old" in at_the_sheet.sees()
    desk.chosen_file = tmp_path / "marks.csv"
    at_the_sheet.press_named("Save the list as a table")
    assert "The phone number is old" in desk.chosen_file.read_text("utf-8-sig")
    at_the_sheet.press_named("It is right again")
    assert "Nothing has been marked wrong." in at_the_sheet.sees()


def test_a_mark_that_is_settled_in_the_list_is_gone_from_the_sheet(at_the_sheet: Clerk) -> None:
    write(at_the_sheet, "This was wrong at the counter", "The phone number is old")
    press(Qt.Key.Key_5, ALT)
    at_the_sheet.press_named("It is right again")
    press(Qt.Key.Key_4, ALT)
    assert at_the_sheet.place() is Place.SERVICES
    assert "The phone number is old" not in at_the_sheet.sees()


def test_a_note_is_written_on_a_step_of_the_visit(clerk: Clerk, desk) -> None:
    clerk.search("died")
    clerk.enter()
    clerk.answer("20.11.2026")
    press(Qt.Key.Key_F6)
    press(Qt.Key.Key_Space)
    step = clerk.day._rooms.visit.path.current()
    write(clerk, "Add an own note", "Our town hall helps with this")
    assert "Our town hall helps with this" in clerk.sees()
    (note,) = desk.fresh.notes.all()
    assert note.about.id == f"death_of_close_one/{step}"
    assert clerk.day._rooms.visit.path.current() == step, "the step stays open, with the focus in it"


def test_one_key_says_that_a_sheet_was_wrong_and_does_not_take_away_what_is_being_written(
    at_the_sheet: Clerk, desk
) -> None:
    press(Qt.Key.Key_W, CTRL | SHIFT)
    type_text(focused(), "The phone is")
    press(Qt.Key.Key_W, CTRL | SHIFT)
    type_text(focused(), " another")
    at_the_sheet.enter()
    (note,) = desk.fresh.notes.all()
    assert (note.kind, note.text) == (NoteKind.WRONG, "The phone is another")


def test_the_same_way_pressed_again_does_not_take_away_what_is_being_written(at_the_sheet: Clerk) -> None:
    at_the_sheet.press_named("Add an own note")
    type_text(focused(), "The door")
    at_the_sheet.press_named("Add an own note")
    type_text(focused(), " is red")
    at_the_sheet.enter()
    assert "The door is red" in at_the_sheet.sees()


def test_a_mark_that_is_settled_does_not_take_away_what_is_being_written(at_the_sheet: Clerk) -> None:
    write(at_the_sheet, "This was wrong at the counter", "The phone number is old")
    at_the_sheet.press_named("Add an own note")
    field = focused()
    type_text(field, "The door is red")
    at_the_sheet.press_named("It is right again")
    assert "The phone number is old" not in at_the_sheet.sees()
    field.setFocus()
    at_the_sheet.enter()
    assert "The door is red" in at_the_sheet.sees()


def test_what_was_being_written_does_not_wait_for_the_next_person(at_the_sheet: Clerk, desk) -> None:
    at_the_sheet.press_named("Add an own note")
    type_text(focused(), "The door")
    at_the_sheet.day.presenters.forget()
    notes = at_the_sheet.day._rooms.service.notes
    assert notes.field.text() == ""
    press(Qt.Key.Key_W, CTRL | SHIFT)
    assert "Nothing is chosen that could be wrong." in at_the_sheet.sees()


def test_one_key_says_that_the_step_with_the_focus_was_wrong(clerk: Clerk, desk) -> None:
    clerk.search("died")
    clerk.enter()
    clerk.answer("20.11.2026")
    press(Qt.Key.Key_F6)
    press(Qt.Key.Key_W, CTRL | SHIFT)
    step = clerk.day._rooms.visit.path.current()
    type_text(focused(), "They want a certificate too")
    clerk.enter()
    (note,) = desk.fresh.notes.all()
    assert (note.kind, note.about.id) == (NoteKind.WRONG, f"death_of_close_one/{step}")


def test_the_key_says_where_it_works_when_nothing_could_be_wrong(clerk: Clerk, desk) -> None:
    press(Qt.Key.Key_W, CTRL | SHIFT)
    assert "Nothing is chosen that could be wrong." in clerk.sees()
    assert desk.fresh.notes.all() == ()
