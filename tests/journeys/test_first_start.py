"""The first start: the desk says what it is for, what it is called and where it is; the rest may wait."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desk.model.plan import WhoToAsk
from desk.model.role import Role
from desk.usecases.desk_rooms import Desk
from i18n.language import Language
from tests.journeys.clerk import Clerk
from tests.journeys.conftest import Start
from tests.ui.open_desk import DeskOnFakes
from tests.ui.typing import focused, focused_name, press, type_text
from ui.main_window import Place

KEY = "ABCDE FGHJK"


@pytest.fixture
def clerk(start: Start, desk: DeskOnFakes) -> Clerk:
    desk.recovery_key = KEY
    clerk = Clerk(start(Language.EN))
    clerk.press_named("The sheet is safe: go on")
    assert "What is this desk for?" in clerk.sees()
    return clerk


def desk_of(clerk: Clerk) -> Desk:
    assert clerk.program._opened is not None
    return clerk.program._opened.desk


def test_everything_is_asked_once_and_stored_page_by_page(clerk: Clerk) -> None:
    desk = desk_of(clerk)
    press(Qt.Key.Key_Return)
    assert desk.set_up.read().role is Role.SERVICE_ADVISER
    type_text(focused(), "Keksilän asiointipiste")
    press(Qt.Key.Key_Tab)
    type_text(focused(), "0100 000")
    press(Qt.Key.Key_Return)
    assert desk.point_details.read() == WhoToAsk("Keksilän asiointipiste", "0100 000")
    assert "Where is it?" in clerk.sees()
    clerk.press_named("Go on")
    assert "What has been agreed with authorities?" in clerk.sees()
    clerk.press_named("Back")
    clerk.press_named("Go on")
    clerk.press_named("Go on")
    clerk.press_named("Davvisámegiella")
    for _ in range(40):
        if focused_name() == "Language of work":
            break
        press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Down)
    clerk.press_named("Go on")
    assert desk.set_up.read().works_in is Language.SV
    assert Language.SE in desk.set_up.read().languages
    served = desk.set_up.read().languages
    while clerk.is_shut_out():
        clerk.press_named("Begin the work" if "The desk is ready" in clerk.sees() else "Go on")
    assert desk.set_up.read().done
    offered = [action.text() for action in clerk.window.header.citizen_language.menu().actions()]
    assert offered[: len(served)] == [language.endonym for language in served]
    assert len(offered) == len(Language)
    assert clerk.place() is Place.COUNTER
    assert focused() is clerk.window.search.field


def test_a_library_is_not_asked_for_agreements(clerk: Clerk) -> None:
    press(Qt.Key.Key_2)
    press(Qt.Key.Key_Return)
    assert "First start, 2 of 6" in clerk.sees()
    clerk.press_named("Go on")
    clerk.press_named("Go on")
    assert "Languages and printer" in clerk.sees()
    assert desk_of(clerk).duty.stores_nothing


def test_what_holds_a_secret_is_refused_at_its_page_and_nothing_is_lost(clerk: Clerk) -> None:
    press(Qt.Key.Key_Return)
    type_text(focused(), "pin 1234")
    press(Qt.Key.Key_Return)
    assert "What is it called?" in clerk.sees()
    assert "was not saved" in clerk.sees()
    assert desk_of(clerk).point_details.read() is None


def test_it_can_be_gone_through_again_any_day(clerk: Clerk) -> None:
    clerk.press_named("The rest later")
    press(Qt.Key.Key_6, Qt.KeyboardModifier.AltModifier)
    clerk.press_named("Go through the first start again")
    assert clerk.is_shut_out()
    press(Qt.Key.Key_3)
    clerk.press_named("The rest later")
    assert clerk.place() is Place.POINT


def test_the_rest_may_wait(clerk: Clerk) -> None:
    clerk.press_named("The rest later")
    assert not clerk.is_shut_out()
    assert desk_of(clerk).set_up.read().done
