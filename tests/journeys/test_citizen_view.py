"""The citizen's card follows what the clerk asks, in the citizen's words, and is gone with the visit."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from i18n.language import Language
from tests.journeys.clerk import Clerk, settle
from tests.journeys.conftest import Start
from tests.ui.typing import focused, press
from ui.citizen.window import CitizenWindow
from ui.theme.tokens import Look

NOTE = "was very quiet"


@pytest.fixture
def visiting(start: Start) -> Iterator[Clerk]:
    clerk = Clerk(start(Language.EN))
    clerk.search("died")
    clerk.enter()
    clerk.window.header.citizen_language_picked.emit(Language.SV)
    press(Qt.Key.Key_F11)
    settle()
    yield clerk
    clerk.day.citizen.close()


def card(clerk: Clerk) -> CitizenWindow:
    window = clerk.day.citizen.window
    assert window is not None
    assert window.isVisible()
    return window


def says(clerk: Clerk) -> str:
    return "\n".join(label.text() for label in card(clerk).findChildren(QLabel) if label.isVisible())


def test_it_asks_what_the_clerk_asks_in_the_citizens_language(visiting: Clerk) -> None:
    for said in ("20.11.2026", "spouse"):
        fact = visiting.question().fact
        swedish = visiting.day._access.desk.show_visit(visiting.view.visit.id, Language.SV)
        asked = next(each for part in swedish.sections for each in part.questions if each.fact == fact)
        assert card(visiting).title.text() == asked.question.text
        assert all(option.label in says(visiting) for option in asked.options)
        visiting.answer(said)
        settle()


@pytest.mark.parametrize("language", [Language.AR, Language.RU])
def test_a_language_without_words_is_said_in_finnish_whole_and_from_the_left(
    visiting: Clerk, language: Language
) -> None:
    visiting.window.header.citizen_language_picked.emit(language)
    settle()
    finnish = visiting.day._access.desk.show_visit(visiting.view.visit.id, Language.FI)
    fact = visiting.question().fact
    asked = next(each for part in finnish.sections for each in part.questions if each.fact == fact)
    assert card(visiting).title.text() == asked.question.text
    assert card(visiting).layoutDirection() is Qt.LayoutDirection.LeftToRight
    assert card(visiting).windowTitle() == "Asiointipiste"


def test_it_never_takes_the_focus_and_is_large(visiting: Clerk) -> None:
    assert visiting.window.isAncestorOf(focused())
    visiting.program.theme.set_look(Look.DARK)
    assert card(visiting).title.fontInfo().pixelSize() >= 36
    assert card(visiting).told.fontInfo().pixelSize() >= 20
    assert card(visiting).palette().window().color().name().upper() == "#F4F6F8"


def test_an_open_step_is_shown_without_the_clerks_note(visiting: Clerk) -> None:
    visiting.answer("20.11.2026")
    visit = visiting.day.presenters.visit
    step = visiting.view.steps[0].step
    visit.note(step.id, NOTE)
    path = visiting.day._rooms.visit.path
    card_of_step = path.card(step.id)
    assert card_of_step is not None
    card_of_step.open()
    card_of_step.head.setFocus()
    settle()
    swedish = visiting.day._access.desk.show_visit(visiting.view.visit.id, Language.SV)
    assert card(visiting).title.text() == swedish.steps[0].step.title.text
    assert NOTE not in says(visiting)


def test_what_is_sensitive_does_not_stand_on_it(visiting: Clerk) -> None:
    for _ in range(30):
        if visiting.question().sensitive:
            break
        visiting.answer("unknown")
    assert visiting.question().sensitive
    swedish = visiting.day._access.desk.show_visit(visiting.view.visit.id, Language.SV)
    asked = [each for section in swedish.sections for each in section.questions if each.sensitive]
    assert asked
    settle()
    assert all(each.question.text not in says(visiting) for each in asked)


@pytest.mark.parametrize("key", [Qt.Key.Key_F11, Qt.Key.Key_F9, Qt.Key.Key_F12])
def test_it_is_gone_with_the_visit(visiting: Clerk, key: Qt.Key) -> None:
    card(visiting)
    press(key)
    assert visiting.day.citizen.window is None
