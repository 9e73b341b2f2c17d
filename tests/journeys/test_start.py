"""At the start only the counter is built; each other screen comes when it is gone to, and knows what was said."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desk.model.refresh import RefreshPhase, RefreshProgress
from i18n.language import Language
from tests.journeys.clerk import CTRL, Clerk
from tests.journeys.conftest import Start
from tests.ui.typing import press
from ui.main_window import Place
from ui.rooms import LateRooms

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def clerk(start: Start) -> Clerk:
    return Clerk(start(Language.EN))


def built(clerk: Clerk) -> set[str]:
    late: LateRooms = clerk.day._rooms.late
    return {name for name, room in vars(late).items() if room.built is not None}


def test_the_counter_waits_for_no_other_screen(clerk: Clerk) -> None:
    assert built(clerk) == set()
    clerk.search("pension")
    for key in (Qt.Key.Key_F6, Qt.Key.Key_F9, Qt.Key.Key_F11):
        press(key)
    press(Qt.Key.Key_Down, CTRL)
    press(Qt.Key.Key_P, CTRL)
    assert built(clerk) == set(), "without a visit these keys have nothing to show"


def test_a_screen_comes_when_it_is_gone_to_and_knows_what_was_said_before(clerk: Clerk, desk) -> None:
    desk.worker.progressed.emit(RefreshProgress(RefreshPhase.FETCHING, 1250, 5000, 3_400_000))
    press(Qt.Key.Key_5, ALT)
    assert clerk.place() is Place.CATALOGUE
    assert built(clerk) == {"catalogue"}
    assert "Fetched 1,250 of 5,000, 3,750 left." in clerk.sees()
    press(Qt.Key.Key_1, ALT)
    press(Qt.Key.Key_5, ALT)
    assert built(clerk) == {"catalogue"}
    assert clerk.window._stack.count() == 2, "it is built once"


def test_what_was_built_in_a_quiet_minute_ends_with_the_window(clerk: Clerk) -> None:
    room = clerk.day._rooms.late.papers
    screen = room()
    assert screen.window() is clerk.window
    assert clerk.place() is Place.COUNTER
    assert not screen.isVisible()


def test_a_visit_is_shown_when_its_screen_comes_with_it(clerk: Clerk) -> None:
    clerk.search("died")
    clerk.enter()
    assert built(clerk) == {"visit"}
    assert clerk.question().question.text in clerk.sees()
