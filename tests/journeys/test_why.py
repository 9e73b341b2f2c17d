"""The clerk wonders: why a step is here, why another is not, what each answer would do. All by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from i18n.language import Language
from tests.journeys.clerk import Clerk, settle
from tests.ui.typing import focused, press, type_text

WIDOW = {"deceased.died_on": "24.9.2026", "deceased.relation": "spouse", "deceased.has_children": "no"}


@pytest.fixture
def clerk(start) -> Clerk:
    clerk = Clerk(start(Language.FI))
    type_text(focused(), "mies kuoli")
    clerk.enter()
    return clerk


def test_the_answers_of_a_question_are_weighed_before_one_is_given(clerk: Clerk) -> None:
    clerk.answer("24.9.2026")
    clerk.press_named("Mitä mikin vastaus tekisi?")
    settle()
    assert "Suhde kuolleeseen: Olin hänen aviopuolisonsa" in clerk.sees()
    assert "tulee lisää: " in clerk.sees()


def test_a_step_says_its_rule_its_count_and_what_would_change_it(clerk: Clerk) -> None:
    clerk.answer_all(WIDOW)
    press(Qt.Key.Key_F6)
    press(Qt.Key.Key_Space)
    clerk.press_named("Sääntö, ja mikä muuttaisi tämän")
    settle()
    assert "Tämä koskee" in clerk.sees()
    clerk.window.header.clerk_language_picked.emit(Language.EN)
    settle()
    assert "The rule" in clerk.sees()
    assert "It applies" in clerk.sees()


def test_what_does_not_apply_says_why_not_and_what_would(clerk: Clerk) -> None:
    clerk.answer_all(WIDOW)
    press(Qt.Key.Key_F6)
    count = len(clerk.view.ruled_out)
    clerk.press_named(f"{count}\N{NO-BREAK SPACE}kohtaa ei koske asiakasta: miksi?")
    assert "Nämä eivät koske asiakasta." in clerk.sees()
    assert all(each.title in clerk.sees() for each in clerk.view.ruled_out)
    clerk.press_named("Sääntö, ja mikä muuttaisi tämän")
    settle()
    assert "Mikä muuttaisi tämän" in clerk.sees()


def test_what_does_not_apply_is_shut_for_the_next_citizen(clerk: Clerk) -> None:
    clerk.answer_all(WIDOW)
    ruled_out = clerk.day._rooms.visit.path.ruled_out
    ruled_out.link.setChecked(True)
    assert ruled_out._entries
    press(Qt.Key.Key_F9)
    settle()
    assert not ruled_out.link.isChecked()
    assert not ruled_out._entries
