"""A visit that begins asks how the citizen is helped: one key, and the desk goes by it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desk.model.plan import Decision, Group
from desk.model.role import Role
from desk.model.visit import HelpMode
from desk.usecases.duty import POINT_ROLE
from i18n.language import Language
from tests.journeys.clerk import Clerk
from tests.journeys.test_whole_visit import path_cards
from tests.ui.typing import focused, press, type_text


def begun(start) -> Clerk:
    """A visit about a death, before anything is asked."""
    clerk = Clerk(start(Language.EN))
    type_text(focused(), "died")
    press(Qt.Key.Key_Return)
    return clerk


def test_enter_goes_on_together_and_is_one_key(start) -> None:
    clerk = begun(start)
    assert clerk.asks_for_mode()
    press(Qt.Key.Key_Return)
    assert not clerk.asks_for_mode()
    assert clerk.view.visit.profile.mode is HelpMode.TOGETHER
    assert clerk.question().fact == "deceased.died_on"


@pytest.mark.parametrize(
    ("key", "mode"),
    [(Qt.Key.Key_1, HelpMode.ADVISE), (Qt.Key.Key_2, HelpMode.TOGETHER), (Qt.Key.Key_3, HelpMode.ACT_FOR)],
)
def test_a_digit_picks_a_mode_and_goes_on(start, key, mode) -> None:
    clerk = begun(start)
    press(key)
    assert clerk.view.visit.profile.mode is mode
    assert clerk.question().fact == "deceased.died_on"


def test_the_choice_is_remembered_and_a_visit_that_goes_on_is_not_asked_again(start) -> None:
    clerk = begun(start)
    press(Qt.Key.Key_1)
    clerk.answer("20.11.2026")
    press(Qt.Key.Key_F9)
    type_text(focused(), "died")
    press(Qt.Key.Key_Return)
    assert clerk.asks_for_mode()
    press(Qt.Key.Key_Return)
    assert clerk.view.visit.profile.mode is HelpMode.ADVISE
    first = next(each for each in clerk.day._access.desk.world.casebook.visits() if each.answers)
    clerk.day.presenters.counter.go_on(first.id)
    assert not clerk.asks_for_mode()


def test_who_answers_at_once_is_not_held_up(start) -> None:
    clerk = begun(start)
    clerk.day._rooms.visit.questions.focus_next()
    clerk.answer("20.11.2026")
    assert clerk.day._rooms.visit.mode.isHidden()


def test_in_advice_no_step_can_be_marked_as_handled_and_none_is_for_here(start) -> None:
    clerk = begun(start)
    press(Qt.Key.Key_1)
    clerk.answer_all({"deceased.died_on": "20.11.2026", "deceased.relation": "spouse"})
    assert clerk.view.in_group(Group.HERE) == ()
    press(Qt.Key.Key_F6)
    press(Qt.Key.Key_Space)
    card = next(card for card in path_cards(clerk).values() if card.is_open)
    assert card._body is not None
    offered = [each for each, choice in card._body.decisions.choices.items() if choice.isVisible()]
    assert offered == [Decision.AGREED, Decision.DECLINED, Decision.POSTPONED]


def test_digital_support_is_not_offered_to_act(start, desk) -> None:
    desk.casebook.set_setting(POINT_ROLE, Role.DIGITAL_SUPPORT.value)
    clerk = begun(start)
    press(Qt.Key.Key_3)
    assert clerk.asks_for_mode(), "the key means nothing"
    assert not clerk.day._rooms.visit.mode.rows.row(HelpMode.ACT_FOR.value).isVisible()
