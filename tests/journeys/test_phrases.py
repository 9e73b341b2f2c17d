"""Words for a hard talk come and go with one key, tell nothing in a discreet visit, and leave with it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from desk.model.visit import Accommodation, Profile
from i18n.language import Language
from tests.journeys.clerk import Clerk, settle
from tests.journeys.conftest import Start
from tests.ui.typing import focused, press
from ui.screens.visit.phrases_panel import PhrasesPanel


def panel(clerk: Clerk) -> PhrasesPanel:
    return clerk.day._rooms.visit.phrases


def says(clerk: Clerk) -> str:
    return "\n".join(label.text() for label in panel(clerk).findChildren(QLabel) if label.isVisible())


def named() -> str:
    """What stands on the button that has the focus."""
    button = focused()
    assert isinstance(button, QPushButton)
    return button.text()


def begun(start: Start) -> Clerk:
    clerk = Clerk(start(Language.EN))
    clerk.search("died")
    clerk.enter()
    return clerk


def test_one_key_brings_the_card_that_fits_and_takes_it_away(start: Start) -> None:
    clerk = begun(start)
    path = clerk.day._rooms.visit.path
    before = clerk.day._access.desk.world.casebook.events_of(clerk.view.visit.id)
    press(Qt.Key.Key_F7)
    settle()
    assert panel(clerk).isVisible()
    assert not path.isVisible()
    assert "I am sorry for your loss." in says(clerk)
    assert "Time heals" in says(clerk)
    assert panel(clerk).isAncestorOf(focused())
    assert named() == "Grief"
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)
    assert "Let us open the letters together." in says(clerk)
    press(Qt.Key.Key_F7)
    assert path.isVisible()
    assert not panel(clerk).isVisible()
    assert clerk.day._access.desk.world.casebook.events_of(clerk.view.visit.id) == before


def test_an_answer_beside_the_card_leaves_the_focus_with_the_questions(start: Start) -> None:
    clerk = begun(start)
    press(Qt.Key.Key_F7)
    settle()
    clerk.day._rooms.visit.questions.focus_next()
    first = clerk.question()
    clerk.answer("unknown")
    settle()
    assert panel(clerk).isVisible()
    assert clerk.question().fact != first.fact


def test_the_key_of_the_other_side_leads_from_the_words_to_the_questions_and_back(start: Start) -> None:
    clerk = begun(start)
    press(Qt.Key.Key_F7)
    settle()
    press(Qt.Key.Key_F6)
    clerk.question()  # one has the focus
    press(Qt.Key.Key_F6)
    assert named() == "Grief"
    visit = clerk.day._rooms.visit
    visit.questions.path_requested.emit()
    assert visit.path.isAncestorOf(focused())
    assert not panel(clerk).isVisible()


def test_a_discreet_visit_opens_no_card(start: Start) -> None:
    clerk = begun(start)
    profile = Profile(accommodations=frozenset({Accommodation.DISCREET}))
    clerk.day.presenters.visit.set_profile(profile, clerk.view.visit.channel)
    settle()
    press(Qt.Key.Key_F7)
    settle()
    assert panel(clerk).isVisible()
    assert "sorry" not in says(clerk)
    assert named() == "Grief"  # the first of the fixed order, not open


def test_the_next_visit_and_another_screen_know_nothing_of_it(start: Start) -> None:
    clerk = begun(start)
    press(Qt.Key.Key_F7)
    settle()
    press(Qt.Key.Key_F9)
    settle()
    press(Qt.Key.Key_F7)
    clerk.search("moving")
    clerk.enter()
    settle()
    assert not panel(clerk).isVisible()
    assert "sorry" not in says(clerk)


def test_the_citizens_card_stays_as_it_is(start: Start) -> None:
    clerk = begun(start)
    press(Qt.Key.Key_F11)
    settle()
    window = clerk.day.citizen.window
    assert window is not None
    asked = window.title.text()
    press(Qt.Key.Key_F7)
    settle()
    assert window.title.text() == asked
    clerk.day.citizen.close()
