"""Somebody who is watched: nothing on the screen's edge, on paper or at the counter tells what the visit is about."""

from __future__ import annotations

import re

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from desk.model.ids import FactName, StepId
from desk.model.visit import Accommodation
from i18n.language import Language
from tests.desk.usecases.test_discretion import STEMS
from tests.journeys.clerk import CTRL, Clerk, settle
from tests.ui.open_desk import PENSION
from tests.ui.typing import focused, press, type_text
from ui.main_window import Place
from ui.screens.papers.state import Paper

SHIFT = Qt.KeyboardModifier.ShiftModifier
MOVER = {
    "home.moving_on": "1.12.2026",
    "home.move_kind": "permanent",
    "home.has_non_disclosure": "yes",
    "citizen.safety_risk": "yes",
}
TELLING = re.compile("|".join([*STEMS.values(), "huomaamaton", "muutto", "muutta"]), re.IGNORECASE)


@pytest.fixture
def clerk(start) -> Clerk:
    clerk = Clerk(start(Language.FI))
    type_text(focused(), "muutan")
    clerk.enter()
    assert clerk.view.errands
    clerk.answer_all(MOVER)
    return clerk


def look_at(clerk: Clerk, step: StepId) -> None:
    """Put the focus on a step of the path."""
    card = clerk.day._rooms.visit.path.card(step)
    assert card is not None
    card.head.setFocus()


def use_cases(clerk: Clerk):
    return clerk.day._access.desk


def test_the_edge_of_the_screen_tells_nothing(clerk: Clerk) -> None:
    assert Accommodation.DISCREET in clerk.view.visit.profile.accommodations
    titles = [window.windowTitle() for window in QApplication.topLevelWidgets()]
    band = clerk.day._rooms.band.accessibleName()
    assert not [text for text in (*titles, band) if TELLING.search(text)]


def test_paper_print_job_and_file_tell_nothing(clerk: Clerk, desk) -> None:
    press(Qt.Key.Key_P, CTRL)
    settle()
    press(Qt.Key.Key_P, CTRL)
    (_printer, job, pdf) = desk.printers.sent[0]
    with pypdfium2.PdfDocument(pdf) as document:
        told = [page.get_textpage().get_text_range() for page in document]
        told += document.get_metadata_dict().values()
        told += [item.get_title() for item in document.get_toc()]
    file_name = clerk.day.presenters.papers.file_name
    danger = re.compile("|".join(STEMS.values()), re.IGNORECASE)
    assert not [text for text in (job, file_name, *told) if danger.search(text)]
    assert "Vantaa" not in " ".join(told)
    assert clerk.view.visit.number, "the visit goes on"


def test_the_counter_does_not_say_what_the_visit_was_about(clerk: Clerk) -> None:
    visit = clerk.view.visit.id
    press(Qt.Key.Key_F9)
    settle()
    assert clerk.place() is Place.COUNTER
    tiles = [tile for tile, chosen in clerk.day._rooms.counter._chosen.items() if chosen == visit]
    assert len(tiles) == 1
    shown = [label.text() for label in tiles[0].findChildren(QLabel) if not label.isHidden()]
    assert not [text for text in shown if TELLING.search(text)]
    assert not clerk.window.search.field.text()


def test_a_step_is_left_off_the_paper_with_one_key_and_stays_in_the_visit(clerk: Clerk) -> None:
    first = StepId("notify_move")
    title = next(view.step.title.text for view in clerk.view.steps if view.step.id == first)
    look_at(clerk, first)
    press(Qt.Key.Key_O, CTRL | SHIFT)
    assert clerk.view.visit.steps[first].off_paper
    assert first in {view.step.id for view in clerk.view.steps}
    assert "ei paperille" in clerk.sees()
    visit = clerk.view.visit.id
    for language in (Language.FI, Language.SV):
        plan = use_cases(clerk).make_plan.preview(visit, language)
        assert first not in {step.id for step in plan.steps}
        assert len(plan.kept_off) == 1
    press(Qt.Key.Key_P, CTRL)
    settle()
    assert title not in clerk.sees(), "who looks at the paper on the screen does not read what is not on it"
    clerk.press_named("Mitä muuta jää pois?")
    assert f"Jätit pois paperilta: {title}." in clerk.sees()
    press(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    look_at(clerk, first)
    press(Qt.Key.Key_O, CTRL | SHIFT)
    assert not clerk.view.visit.steps[first].off_paper


def test_a_second_screen_never_shows_the_questions_of_safety(clerk: Clerk) -> None:
    press(Qt.Key.Key_F11)
    settle()
    window = clerk.day.citizen.window
    assert window is not None
    for view in clerk.view.steps:
        look_at(clerk, view.step.id)
        settle()
        assert not re.search(STEMS[Language.FI], window.title.text() + window.told.text(), re.IGNORECASE)
    clerk.day.citizen.close()


def test_paper_and_ending_can_be_shown_to_whoever_came_along(clerk: Clerk) -> None:
    danger = re.compile(STEMS[Language.FI] + "|huomaamat", re.IGNORECASE)
    press(Qt.Key.Key_P, CTRL)
    settle()
    assert not danger.search(clerk.sees())
    press(Qt.Key.Key_E, CTRL)
    settle()
    assert "on vielä auki" in clerk.sees()
    assert not danger.search(clerk.sees())


def test_guidance_on_the_screen_does_not_say_that_the_visit_is_discreet(clerk: Clerk) -> None:
    clerk.day._show_service(PENSION)
    clerk.day.papers.show_plan()
    clerk.day.presenters.papers.pick_paper(Paper.GUIDANCE)
    settle()
    assert "huomaamat" not in clerk.sees()
    clerk.press_named("Mitä muuta jää pois?")
    assert "huomaamat" in clerk.sees()


def test_only_the_clerk_ends_it(clerk: Clerk) -> None:
    answer = use_cases(clerk).answer_question
    for fact in ("citizen.safety_risk", "home.has_non_disclosure"):
        answer.give(clerk.view.visit.id, FactName(fact), "no")
    assert use_cases(clerk).make_plan.preview(clerk.view.visit.id, Language.FI).discreet
