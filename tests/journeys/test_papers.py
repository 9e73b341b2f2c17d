"""The choices of papers: what is offered, and that each is drawn."""

from __future__ import annotations

import pypdfium2
import pytest
from PySide6.QtCore import Qt

from i18n.language import Language
from tests.journeys.clerk import CTRL, Clerk
from tests.journeys.conftest import Start
from tests.ui.open_desk import PENSION
from tests.ui.typing import focused, press
from ui.screens.papers.state import Paper


@pytest.fixture
def visiting(start: Start) -> Clerk:
    clerk = Clerk(start(Language.EN))
    clerk.search("died")
    clerk.enter()
    clerk.answer("20.11.2026")
    return clerk


def offered(clerk: Clerk) -> tuple[Paper, ...]:
    return clerk.day.presenters.papers.state.papers


def pages(clerk: Clerk) -> int:
    pdf = clerk.day.presenters.papers.state.pdf
    assert pdf is not None
    return len(pypdfium2.PdfDocument(pdf))


def test_the_summary_is_much_shorter_and_is_chosen_by_keys(visiting: Clerk) -> None:
    press(Qt.Key.Key_P, CTRL)
    assert offered(visiting) == (Paper.PLAN, Paper.SUMMARY)
    whole = pages(visiting)
    while focused().accessibleName() != "Paper":
        press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Down)
    assert visiting.day.presenters.papers.state.paper is Paper.SUMMARY
    assert pages(visiting) <= whole / 3


def test_the_guidance_of_an_open_service_is_a_choice(visiting: Clerk) -> None:
    visiting.day._show_service(PENSION)
    visiting.day.papers.show_plan()
    assert offered(visiting) == (Paper.PLAN, Paper.SUMMARY, Paper.GUIDANCE)
    visiting.day.presenters.papers.pick_paper(Paper.GUIDANCE)
    assert pages(visiting) == 1


def test_a_summary_that_was_saved_is_a_paper_of_the_visit(visiting: Clerk, desk, tmp_path) -> None:
    desk.chosen_file = tmp_path / "summary.pdf"
    press(Qt.Key.Key_P, CTRL)
    visiting.day.presenters.papers.pick_paper(Paper.SUMMARY)
    press(Qt.Key.Key_S, CTRL)
    assert desk.chosen_file.read_bytes().startswith(b"%PDF")
    made = [event.event for event in desk.casebook.events_of(visiting.view.visit.id) if event.kind == "PaperMade"]
    assert [event.paper for event in made] == ["summary"]


def test_the_next_person_does_not_see_the_last_ones_service(visiting: Clerk) -> None:
    visiting.day._show_service(PENSION)
    press(Qt.Key.Key_F9)
    assert visiting.day.presenters.service.service is None
    assert visiting.day._rooms.service._state is None
