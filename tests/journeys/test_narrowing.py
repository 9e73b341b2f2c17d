"""Results are narrowed by what they have in common: from a menu, by keys, and back again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from i18n.language import Language
from tests.journeys.clerk import Clerk
from tests.journeys.conftest import Start
from tests.ui.open_desk import KELA
from tests.ui.typing import focused, press


@pytest.fixture
def clerk(start: Start) -> Clerk:
    return Clerk(start(Language.EN))


def bar(clerk: Clerk):
    return clerk.window.search.results.facets


def menu_of(clerk: Clerk) -> QMenu:
    menu = bar(clerk).narrow.menu()
    menu.aboutToShow.emit()
    return menu


def test_a_keystroke_never_counts_and_a_pause_does(clerk: Clerk, desk, qtbot) -> None:
    clerk.search("pension")
    assert not any(within.counted for within in desk.catalogue.asked)
    assert not bar(clerk).narrow.isEnabled()
    qtbot.waitUntil(bar(clerk).narrow.isEnabled)
    assert desk.catalogue.asked[-1].counted


def test_a_value_is_chosen_from_the_menu_and_taken_away_by_its_chip(clerk: Clerk, desk) -> None:
    clerk.search("pension")
    groups = {action.text(): action.menu() for action in menu_of(clerk).actions()}
    assert list(groups) == ["Authority", "Language of service"]
    values = groups["Authority"].actions()
    assert [value.text() for value in values] == ["Kela  (3)", "Tax  (1)"]
    values[0].trigger()
    assert desk.catalogue.asked[-1].chosen == {KELA}
    (chip,) = bar(clerk).chips
    assert chip.accessibleName() == "Take away: Kela"
    chip.setFocus()
    press(Qt.Key.Key_Space)
    assert desk.catalogue.asked[-1].chosen == frozenset()
    assert bar(clerk).chips == ()
    assert focused() is bar(clerk).narrow


def test_a_choice_stays_while_one_types_and_goes_with_the_query(clerk: Clerk, desk) -> None:
    clerk.search("pensio")
    menu_of(clerk).actions()[0].menu().actions()[0].trigger()
    clerk.search("pension")
    assert desk.catalogue.asked[-1].chosen == {KELA}
    clerk.window.search.field.clear()
    clerk.search("pension")
    assert desk.catalogue.asked[-1].chosen == frozenset()


def test_nothing_moves_when_the_bar_fills(clerk: Clerk, desk) -> None:
    clerk.search("pension")
    before = bar(clerk).height()
    menu_of(clerk).actions()[0].menu().actions()[0].trigger()
    assert bar(clerk).height() == before


def test_the_point_s_municipality_and_the_citizen_s_language_are_searched_for(clerk: Clerk, desk) -> None:
    desk.casebook.set_setting("point.municipality", "297")
    clerk.day.presenters.where.read()
    clerk.window.header.citizen_language_picked.emit(Language.SV)
    clerk.search("pension")
    assert (desk.catalogue.asked[-1].area, desk.catalogue.asked[-1].citizen_language) == ("297", "sv")
