"""The menu of the visit: entries in one order, whoever adds them first, with their keys, in any language."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from i18n.language import Language
from ui.shortcuts import Shortcut
from ui.widgets.layouts import row
from ui.widgets.visit_menu import HOW_WE_MEET, MANDATE, PERSON, VisitMenu


@pytest.fixture
def shown(qtbot, theme, translator):
    window = QWidget()
    qtbot.addWidget(window)
    menu = VisitMenu(translator)
    row(window).addWidget(menu)
    window.resize(300, 100)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    yield menu
    window.close()


def entries(menu: VisitMenu) -> list[str]:
    return [action.text() for action in menu.menu().actions()]


def test_without_entries_there_is_no_menu(shown) -> None:
    assert shown.isHidden()
    shown.add_entry(PERSON, lambda: None)
    assert not shown.isHidden()


def test_entries_have_one_order_and_show_their_keys(shown) -> None:
    for name in (HOW_WE_MEET, MANDATE, PERSON):
        shown.add_entry(name, lambda: None, Shortcut.SEARCH if name is PERSON else None)
    assert entries(shown) == ["Person…\tCtrl+K", "Mandate…", "How we meet…"]


def test_it_is_opened_and_picked_from_by_keyboard(qtbot, shown) -> None:
    picked = []
    shown.add_entry(MANDATE, lambda: picked.append("mandate"))
    shown.add_entry(PERSON, lambda: picked.append("person"))
    shown.setFocus()
    QTest.keyPress(shown, Qt.Key.Key_Space)
    menu = shown.menu()
    qtbot.waitUntil(menu.isVisible)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert picked == ["mandate"]
    assert QApplication.activePopupWidget() is None


def test_its_words_follow_the_language_and_it_says_what_it_is_for(shown, translator) -> None:
    shown.add_entry(MANDATE, lambda: None)
    assert shown.accessibleName() == "This visit"
    translator.switch(Language.FI)
    assert shown.accessibleName() == "Tämä käynti"
    assert entries(shown) == ["Valtakirja…"]
