"""What a clerk writes at a step: kept, or refused where it was written."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desk.model.ids import StepId
from i18n.language import Language
from tests.journeys.clerk import Clerk, settle
from tests.journeys.conftest import Start
from tests.ui.typing import focused, press, type_text
from ui.screens.visit.step_card import StepCard


@pytest.fixture
def opened(start: Start) -> tuple[Clerk, StepId, StepCard]:
    clerk = Clerk(start(Language.EN))
    clerk.search("died")
    clerk.enter()
    clerk.answer("20.11.2026")
    step = clerk.view.steps[0].step.id
    card = clerk.day._rooms.visit.path.card(step)
    assert card is not None
    card.open()
    return clerk, step, card


def test_a_note_with_a_code_is_refused_at_its_field(opened) -> None:
    clerk, step, card = opened
    note = card._body.decisions.note
    note.field.setFocus()
    type_text(focused(), "tunnus 131052-308T")
    press(Qt.Key.Key_Return)
    settle()
    assert "personal identity code" in note.error.text()
    assert note.error.isVisible()
    assert not clerk.window.banner.isVisible()
    assert note.field.text() == "tunnus 131052-308T"
    note.field.selectAll()
    type_text(focused(), "tulee maanantaina")
    press(Qt.Key.Key_Return)
    settle()
    assert not note.error.isVisible()
    assert next(each for each in clerk.view.steps if each.step.id == step).state.note == "tulee maanantaina"
