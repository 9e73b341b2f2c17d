"""Another way than the recommended one is chosen by keys, with a reason; it stays, and the paper follows it."""

from __future__ import annotations

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from desk.model.ids import StepId
from desk.model.plan import PlanStep
from desk.model.visit import Accommodation, Profile, VisitChannel
from desk.model.ways import ChosenWay, WhyOther
from i18n.language import Language
from tests.journeys.clerk import CTRL, Clerk
from tests.journeys.conftest import Start
from tests.ui.typing import focused, focused_name, press, type_text

REPORT = StepId("order_family_report")


@pytest.fixture
def clerk(start: Start) -> Clerk:
    clerk = Clerk(start(Language.EN))
    clerk.search("died")
    clerk.enter()
    card = clerk.day._rooms.visit.path.card(REPORT)
    assert card is not None
    card.head.setFocus()
    clerk.enter()
    return clerk


def step(clerk: Clerk) -> PlanStep:
    return next(each.step for each in clerk.view.steps if each.step.id == REPORT)


def best(clerk: Clerk) -> str:
    way = step(clerk).best_way
    assert way is not None
    return way.id


def tab_to(words: str) -> None:
    """Tab until a button says this."""
    for _ in range(60):
        press(Qt.Key.Key_Tab)
        button = focused()
        if isinstance(button, QAbstractButton) and button.text() == words:
            return
    raise AssertionError(f"no button says {words}")


def choose_another(clerk: Clerk) -> None:
    tab_to("Choose this way")
    clerk.enter()
    assert focused_name() == "Reason"


def test_another_way_is_chosen_with_a_reason_and_let_go_again(clerk: Clerk) -> None:
    recommended = best(clerk)
    assert "suits best" in clerk.sees()
    choose_another(clerk)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Tab)
    assert focused_name() == "In words, if needed"
    type_text(focused(), "tytär auttaa")
    clerk.enter()
    chosen = best(clerk)
    assert chosen != recommended
    state = clerk.view.visit.steps[REPORT]
    assert state.way == ChosenWay(chosen, WhyOther.HELPER, "tytär auttaa")
    assert "Chosen: Somebody helps with it: tytär auttaa" in clerk.sees()
    assert "Why this way" not in clerk.sees()
    no_device = Profile(accommodations=frozenset({Accommodation.NO_E_ID, Accommodation.NO_DEVICE}))
    clerk.day.presenters.visit.set_profile(no_device, VisitChannel.DESK)
    assert best(clerk) == chosen, "a choice outlives a profile"
    card = clerk.day._rooms.visit.path.card(REPORT)
    assert card is not None
    card.head.setFocus()
    tab_to("Let go of this choice")
    clerk.enter()
    assert clerk.view.visit.steps[REPORT].way is None
    assert "Chosen:" not in clerk.sees()


def test_a_secret_is_refused_at_the_reason_and_another_reason_needs_words(clerk: Clerk) -> None:
    choose_another(clerk)
    for _ in WhyOther:
        press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Tab)
    clerk.enter()
    assert "Say in a few words why." in clerk.sees()
    assert focused_name() == "In words, if needed"
    type_text(focused(), "salasana: kissa123")
    clerk.enter()
    assert "it was not saved" in clerk.sees()
    assert REPORT not in clerk.view.visit.steps
    tab_to("Leave as it is")
    clerk.enter()
    assert "Why this way" not in clerk.sees()
    assert "kissa123" not in clerk.sees()


def test_the_paper_follows_the_way_that_was_chosen(clerk: Clerk) -> None:
    clerk.day.presenters.visit.set_profile(Profile(citizen_language=Language.EN), VisitChannel.DESK)
    choose_another(clerk)
    press(Qt.Key.Key_Tab)
    clerk.enter()
    chosen = step(clerk).best_way
    assert chosen is not None
    press(Qt.Key.Key_P, CTRL)
    plan = clerk.day.presenters.papers.state.pdf
    with pypdfium2.PdfDocument(plan) as paper:
        text = "\n".join(page.get_textpage().get_text_range() for page in paper)
    assert chosen.text is not None
    said = " ".join(text.replace("\N{NO-BREAK SPACE}", " ").split())
    assert f"Letter: {chosen.text.text}" in said
