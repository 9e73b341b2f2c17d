"""A visit that begins asks how the citizen is helped: one key, and the desk goes by it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desk.model.ids import ErrandId
from desk.model.plan import Decision, Group
from desk.model.role import Role
from desk.model.visit import HelpMode
from desk.usecases.duty import POINT_ROLE
from i18n.language import Language
from tests.journeys.clerk import Clerk, settle
from tests.journeys.test_whole_visit import path_cards
from tests.ui.typing import focused, press, type_text
from ui.widgets.question_card import QuestionCard


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
    clerk.window.resize(900, 700)
    settle()
    clerk.window.resize(1366, 768)
    settle()
    assert not clerk.day._rooms.visit.mode.rows.row(HelpMode.ACT_FOR.value).isVisible()


@pytest.mark.parametrize("language", [Language.FI, Language.SV, Language.EN])
def test_on_a_common_screen_the_choice_is_one_line_and_the_first_question_is_in_sight(start, language) -> None:
    clerk = Clerk(start(language))
    clerk.window.resize(1366, 768)
    clerk.day.presenters.counter.begin((ErrandId("death_of_close_one"),), Language.FI)
    settle()
    visit = clerk.day._rooms.visit
    rows = [visit.mode.rows.row(mode.value) for mode in HelpMode]
    assert len({row.y() for row in rows}) == 1
    first = visit.questions.findChildren(QuestionCard)[0]
    assert first.isVisible()
    assert first.mapTo(visit, first.rect().bottomLeft()).y() <= visit.height()


def test_where_there_is_little_room_they_stand_under_one_another_and_all_are_seen(start) -> None:
    clerk = begun(start)
    clerk.window.resize(1366, 768)
    clerk.program.theme.set_scale(200)
    settle()
    mode = clerk.day._rooms.visit.mode
    rows = [mode.rows.row(each.value) for each in HelpMode]
    assert len({row.x() for row in rows}) == 1
    assert len({row.y() for row in rows}) == len(rows)
    seen = [row.mapTo(mode, row.rect().bottomLeft()).y() for row in rows]
    assert max(seen) <= mode.height()
    assert all(not row.visibleRegion().isEmpty() for row in rows)


def test_arrows_lead_from_one_to_the_next_beside_one_another_too(start) -> None:
    clerk = begun(start)
    clerk.window.resize(1366, 768)
    settle()
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Return)
    assert clerk.view.visit.profile.mode is HelpMode.ACT_FOR
