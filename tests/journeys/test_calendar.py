"""The clerk saves the days of a plan for the citizen's own calendar."""

from __future__ import annotations

import pytest
from icalendar import Calendar
from PySide6.QtCore import Qt

from i18n.language import Language
from tests.journeys.clerk import CTRL, Clerk, settle
from tests.journeys.conftest import Start
from tests.journeys.test_discreet import MOVER
from tests.ui.open_desk import PENSION
from tests.ui.typing import focused, press, type_text
from ui.screens.papers.state import Paper

SHIFT = Qt.KeyboardModifier.ShiftModifier
BUTTON = "Save as a calendar file Ctrl+Shift+S"


@pytest.fixture
def visiting(start: Start, desk, tmp_path) -> Clerk:
    clerk = Clerk(start(Language.EN))
    clerk.search("died")
    clerk.enter()
    clerk.answer("20.11.2026")
    desk.chosen_file = tmp_path / "days.ics"
    return clerk


def summaries(desk) -> list[str]:
    return [str(event["SUMMARY"]) for event in Calendar.from_ical(desk.chosen_file.read_bytes()).walk("VEVENT")]


def test_the_days_are_saved_by_one_key_without_names_and_noted(visiting: Clerk, desk) -> None:
    press(Qt.Key.Key_P, CTRL)
    press(Qt.Key.Key_S, CTRL | SHIFT)
    assert summaries(desk)
    assert all(told.startswith("Muistutus: ") for told in summaries(desk)), "in the citizen's language"
    assert f"Saved: {desk.chosen_file}" in visiting.sees()
    made = [event.event for event in desk.casebook.events_of(visiting.view.visit.id) if event.kind == "PaperMade"]
    assert [event.paper for event in made] == ["calendar"]
    assert not visiting.day.papers.paper_made, "the plan itself has not been handed over yet"


def test_with_names_when_the_citizen_wants_them_and_not_for_the_next(visiting: Clerk, desk) -> None:
    press(Qt.Key.Key_P, CTRL)
    visiting.press_named("With the names of the steps in the calendar")
    assert "Whoever sees the calendar" in visiting.sees()
    visiting.press_named(BUTTON)
    assert not [told for told in summaries(desk) if told.startswith("Muistutus")]
    press(Qt.Key.Key_F9)
    assert not visiting.day.presenters.papers.state.calendar_named


def test_guidance_has_no_calendar(visiting: Clerk, desk) -> None:
    visiting.day._show_service(PENSION)
    visiting.day.papers.show_plan()
    assert BUTTON in visiting.buttons()
    visiting.day.presenters.papers.pick_paper(Paper.GUIDANCE)
    assert BUTTON not in visiting.buttons()
    press(Qt.Key.Key_S, CTRL | SHIFT)
    assert not desk.chosen_file.exists()


def test_where_nothing_can_be_written_the_clerk_is_told(visiting: Clerk, desk, tmp_path) -> None:
    desk.chosen_file = tmp_path / "nowhere" / "days.ics"
    press(Qt.Key.Key_P, CTRL)
    press(Qt.Key.Key_S, CTRL | SHIFT)
    assert "could not be saved" in visiting.sees()
    assert "Saved:" not in visiting.sees()


def test_without_a_day_a_sentence_says_so(start: Start, desk, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr("ui.screens.papers.presenter.days_of", lambda _plan: ())
    clerk = Clerk(start(Language.EN))
    clerk.search("died")
    clerk.enter()
    press(Qt.Key.Key_P, CTRL)
    assert "No step has a day: there is nothing for a calendar." in clerk.sees()
    assert BUTTON not in clerk.buttons()


def test_of_a_discreet_visit_nothing_but_the_days_can_be_saved(start: Start, desk, tmp_path) -> None:
    desk.chosen_file = tmp_path / "days.ics"
    clerk = Clerk(start(Language.FI))
    type_text(focused(), "muutan")
    clerk.enter()
    clerk.answer_all(MOVER)
    press(Qt.Key.Key_P, CTRL)
    settle()
    assert not clerk.day._rooms.papers.calendar.named.isVisible()
    clerk.day.presenters.papers.name_in_calendar(True)
    press(Qt.Key.Key_S, CTRL | SHIFT)
    assert set(summaries(desk)) == {"Palvelutiski"}
