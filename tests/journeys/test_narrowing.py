"""Results are narrowed by what they have in common: from a menu, by keys, and back again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from i18n.language import Language
from tests.journeys.clerk import Clerk
from tests.journeys.conftest import Start
from tests.ui.open_desk import KELA
from tests.ui.typing import focused, press, type_text
from ui.widgets.facet_bar import FacetBar


@pytest.fixture
def clerk(start: Start) -> Clerk:
    return Clerk(start(Language.EN))


def bar(clerk: Clerk) -> FacetBar:
    results = clerk.window.search.results
    assert results is not None
    return results.facets


def menu_of(clerk: Clerk) -> QMenu:
    menu = bar(clerk).narrow.menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    return menu


def values_of(clerk: Clerk) -> dict[str, list[QAction]]:
    """The values that can be chosen, by the words of their group."""
    return {menu.title(): menu.actions() for menu in menu_of(clerk).findChildren(QMenu)}


def test_a_keystroke_never_counts_and_a_pause_does(clerk: Clerk, desk, qtbot) -> None:
    clerk.search("pension")
    assert not any(within.counted for within in desk.catalogue.asked)
    assert not bar(clerk).narrow.isEnabled()
    qtbot.waitUntil(bar(clerk).narrow.isEnabled)
    assert desk.catalogue.asked[-1].counted


def test_a_value_is_chosen_from_the_menu_and_taken_away_by_its_chip(clerk: Clerk, desk) -> None:
    clerk.search("pension")
    groups = values_of(clerk)
    assert list(groups) == ["Authority", "Language of service"]
    values = groups["Authority"]
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
    values_of(clerk)["Authority"][0].trigger()
    clerk.search("pension")
    assert desk.catalogue.asked[-1].chosen == {KELA}
    clerk.window.search.field.clear()
    clerk.search("pension")
    assert desk.catalogue.asked[-1].chosen == frozenset()


def test_the_menu_keeps_nothing_of_earlier_searches(clerk: Clerk) -> None:
    clerk.search("pension")
    for _ in range(3):
        menu = menu_of(clerk)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(menu.findChildren(QMenu)) == len(menu.actions()) == 2


def test_a_narrowed_search_is_asked_once_a_key(clerk: Clerk, desk) -> None:
    clerk.search("pensio")
    values_of(clerk)["Authority"][0].trigger()
    before = len(desk.catalogue.asked)
    type_text(clerk.window.search.field, "n")
    assert len(desk.catalogue.asked) == before + 1
    assert not clerk.day.presenters.search._pause.isActive()


def test_nothing_moves_when_the_bar_fills(clerk: Clerk, desk) -> None:
    clerk.search("pension")
    before = bar(clerk).height()
    values_of(clerk)["Authority"][0].trigger()
    assert bar(clerk).height() == before


def test_the_point_s_municipality_and_the_citizen_s_language_are_searched_for(clerk: Clerk, desk) -> None:
    desk.casebook.set_setting("point.municipality", "297")
    clerk.day.presenters.where.read()
    clerk.window.header.citizen_language_picked.emit(Language.SV)
    clerk.search("pension")
    assert (desk.catalogue.asked[-1].area, desk.catalogue.asked[-1].citizen_language) == ("297", "sv")
